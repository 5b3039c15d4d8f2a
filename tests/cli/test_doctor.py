"""`sscctl doctor` sees what is wrong, says what to do about it, and mends what can be mended."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from sscctl.reading.gitplace import find_git
from sscctl.reading.repository import Repository
from sscctl.writing import transaction
from sscctl.writing.commit import commit
from sscctl.writing.home import Home
from sscctl.writing.lock import locked
from sscctl.writing.steps import watcher
from sscctl.writing.transaction import write
from tests.cli.promises import kept
from tests.process import Outcome, sscctl
from tests.reading.clone import Clone
from tests.writing.driver import CHANGES
from tests.writing.outcome import settled


class Stop(BaseException):
    """The process ends here, as far as the disk can see."""


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    clone = Clone(tmp_path / "clone", options=("--template=",))
    clone.git("rm", "-q", "-r", "schemas")  # those that come with the program are whole
    clone.git("commit", "-q", "--amend", "-m", "Begin")
    return clone


def doctor(clone: Clone, *arguments: str, code: int) -> Outcome:
    done = sscctl("doctor", *arguments, cwd=clone.top)
    assert done.code == code, done
    return done


def states(clone: Clone, *arguments: str, code: int) -> dict[str, str]:
    content = kept("doctor", doctor(clone, "-o", "json", *arguments, code=code).stdout)
    return {check["name"]: check["state"] for check in content["checks"]}


def interrupted(at: str, what: str) -> Callable[[Clone], None]:
    """Leave the clone as a process that dies at a step leaves it: nothing of what would follow is done."""

    def work(clone: Clone) -> None:
        def told(step: str) -> None:
            if step == at:
                raise Stop

        repository = Repository.find(clone.top)
        with pytest.MonkeyPatch.context() as patch, suppress(Stop):
            patch.setattr(transaction, "give_up", lambda *_: None)
            patch.setattr(watcher, "told", told)
            if what == "write":
                write(repository.root, CHANGES)
            else:
                commit(repository, CHANGES, "Open Abisko")

    return work


@dataclass(frozen=True, slots=True)
class Case:
    """What was left, what is said of it, and the state that mending leads to."""

    leave: Callable[[Clone], None]
    said: str
    becomes: str


CASES = {
    "a write that was not prepared": Case(
        interrupted("neighbour written", "write"),
        "before it was prepared, and will be undone: offices/arvika.yaml",
        "old",
    ),
    "a write that was prepared": Case(
        interrupted("ready", "write"), "a write was interrupted and will be finished: offices/arvika.yaml", "new"
    ),
    "a write half done": Case(interrupted("file replaced", "write"), "interrupted and will be finished", "new"),
    "a commit that was not made": Case(interrupted("index locked", "commit"), "will be undone", "old"),
    "a commit whose work tree is behind": Case(
        interrupted("branch moved", "commit"), "the work tree is behind the commit ", "new"
    ),
    "a commit whose work tree is half behind": Case(
        interrupted("file replaced", "commit"), "the work tree is behind the commit ", "new"
    ),
    "a neighbour without a journal": Case(
        lambda clone: (clone.registry / "offices/.arvika.yaml.sscctl-new").touch(),
        "files lie about after interrupted runs",
        "old",
    ),
    "objects without a journal": Case(
        lambda clone: (clone.top / ".git/sscctl/objects").mkdir(parents=True), "files lie about", "old"
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_was_left_is_seen_and_mended(clone: Clone, case: Case) -> None:
    case.leave(clone)
    before = clone.git("status", "--porcelain")
    assert case.said in doctor(clone, code=1).stdout
    assert clone.git("status", "--porcelain") == before
    mended = states(clone, "--mend", code=0)
    assert "mended" in mended.values()
    assert "mended" not in states(clone, code=0).values()
    assert (
        settled(clone.top, "commit" if "commit" in case.said or "commit" in str(case.leave) else "write")
        == case.becomes
    )


def test_the_next_write_mends_too(clone: Clone) -> None:
    interrupted("branch moved", "commit")(clone)
    write(clone.registry, [])
    assert settled(clone.top, "commit") == "new"


def test_a_file_that_was_changed_since_is_kept(clone: Clone) -> None:
    interrupted("ready", "write")(clone)
    clone.write("registry/offices/arvika.yaml", "id: mine\n")
    assert states(clone, code=1)["journal"] == "wrong"
    assert states(clone, "--mend", code=0)["journal"] == "mended"
    assert (clone.registry / "offices/arvika.yaml").read_text() == "id: mine\n"
    assert (clone.registry / "offices/new/abisko.yaml").exists()
    assert not (clone.registry / "agencies/csn.yaml").exists()


def test_the_only_copy_of_a_file_is_put_back(clone: Clone) -> None:
    (clone.registry / "agencies/csn.yaml").rename(clone.registry / "agencies/.csn.yaml.sscctl-old")
    assert states(clone, "--mend", code=0)["litter"] == "mended"
    assert clone.git("status", "--porcelain") == ""


def test_a_journal_that_cannot_be_read_is_left_to_a_person(clone: Clone) -> None:
    place = find_git(clone.top)
    assert place is not None
    folder = Home.of(place).folder
    folder.mkdir()
    (folder / "journal.ready").write_text("{")
    said = doctor(clone, code=1).stdout
    assert "the journal of a write cannot be read" in said
    assert f"remove the folder {folder}" in " ".join(said.split())
    assert sscctl("doctor", "--mend", cwd=clone.top).code == 7


def test_a_healthy_clone_is_told_so(clone: Clone) -> None:
    found = states(clone, code=0)
    assert "wrong" not in found.values()
    assert found["lock"] == found["journal"] == found["litter"] == found["git"] == found["identity"] == "good"
    assert found["setup"] == "note"


def test_without_git_there_is_less_to_look_at(tmp_path: Path, clone: Clone) -> None:
    clone.registry.rename(tmp_path / "alone")
    done = sscctl("--root", str(tmp_path / "alone"), "doctor", "-o", "json", cwd=tmp_path)
    assert done.code == 0
    found = {check["name"]: check["state"] for check in kept("doctor", done.stdout)["checks"]}
    assert found["repository"] == "note"
    assert "git" not in found


def test_other_troubles_are_named(clone: Clone, tmp_path: Path) -> None:
    clone.write(".git/index.lock", "")
    clone.git("update-ref", "MERGE_HEAD", "HEAD")
    clone.write("schemas/office.schema.json", "{")
    (tmp_path / "cache").write_text("in the way")
    done = sscctl("doctor", cwd=clone.top, env={"PYTHONIOENCODING": "latin-1", "EMAIL": "", "GIT_AUTHOR_EMAIL": ""})
    assert done.code == 1
    for words in (
        "git has locked its index",
        "a merge is under way",
        "office.schema.json",
        "cache cannot be",
        "not UTF-8",
    ):
        assert words in done.stdout, done.stdout


def test_somebody_at_work_is_left_alone(clone: Clone) -> None:
    interrupted("ready", "write")(clone)
    place = find_git(clone.top)
    assert place is not None
    home = Home.of(place)
    home.folder.mkdir(exist_ok=True)
    (home.folder / "journal.ready").rename(home.folder / "kept-from-the-lock")
    with locked(place, "office set arvika"):
        found = json.loads(doctor(clone, "-o", "json", code=0).stdout)["checks"][0]
        assert found["name"] == "lock"
        assert "office set arvika" in found["seen"]["en"]


def test_personal_data_in_any_version_on_any_branch_are_found_and_not_repeated(clone: Clone) -> None:
    assert states(clone, "--privacy", code=0)["privacy"] == "good"
    clone.git("checkout", "-q", "-b", "other")
    clone.write(
        "registry/offices/arvika.yaml",
        "id: arvika\nremarks:\n- 811218-9876\n- 070-123 45 67\n- anna.exempelsson@example.se\n- url: https://a.se/0701234567\n",
    )
    clone.commit("With persons")
    clone.write("registry/offices/arvika.yaml", "id: arvika\n")
    clone.commit("Without")
    clone.git("checkout", "-q", "main")
    said = doctor(clone, "--privacy", code=1).stdout
    for words in (
        "arvika.yaml:3",
        "personal identity number",
        "arvika.yaml:4",
        "mobile number",
        "arvika.yaml:5",
        "e-mail",
    ):
        assert words in said
    assert "arvika.yaml:6" not in said
    for secret in ("9876", "45 67", "exempelsson"):
        assert secret not in said
