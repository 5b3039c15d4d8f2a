"""`sscctl git setup` shows what it writes into a clone, asks, and leaves no trace when it is undone."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import registry_files
from tests.cli.gits import MONDAY, OFFICE, STREET, Repository, program
from tests.process import CHECKOUT, sscctl, write_files

pexpect = pytest.importorskip("pexpect", reason="a terminal of the tests' own needs Unix")


def digest(folder: Path) -> str:
    """Digest every name, mode and content below a folder, as far as they are git's settings."""
    seen = hashlib.sha256()
    for place in sorted(folder.rglob("*")):
        if "objects" not in place.parts and place.name != "index":
            seen.update(f"{place.relative_to(folder)} {place.lstat().st_mode}".encode())
            seen.update(place.read_bytes() if place.is_file() else b"")
    return seen.hexdigest()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "clone")


def no_end(repository: Repository) -> None:
    config = repository.top / ".git/config"
    config.write_bytes(config.read_bytes().rstrip(b"\n"))


def attributes(text: str) -> Callable[[Repository], object]:
    def write(repository: Repository) -> None:
        (repository.top / ".git/info").mkdir(exist_ok=True)
        (repository.top / ".git/info/attributes").write_text(text)

    return write


def without(*names: str) -> Callable[[Repository], object]:
    def remove(repository: Repository) -> None:
        for name in names:
            for place in sorted((repository.top / ".git" / name).iterdir()):
                place.unlink()
            (repository.top / ".git" / name).rmdir()

    return remove


STATES: dict[str, Callable[[Repository], object]] = {
    "as git makes it": lambda _: None,
    "a configuration without a last line end": no_end,
    "a configuration that only its owner reads": lambda r: (r.top / ".git/config").chmod(0o600),
    "attributes of its own": attributes("*.png binary\n"),
    "attributes of its own without a last line end": attributes("*.png binary"),
    "empty attributes": attributes(""),
    "no folder of hooks and none of attributes": without("hooks", "info"),
}


@pytest.mark.parametrize("prepare", STATES.values(), ids=STATES)
def test_undone_it_leaves_everything_as_it_was(repository: Repository, prepare: Callable[[Repository], object]) -> None:
    prepare(repository)
    before = digest(repository.top / ".git")
    repository.set_up()
    assert digest(repository.top / ".git") != before
    assert repository.git("config", "diff.sscctl.textconv").code == 0
    outcome = repository.sscctl("git", "setup", "--undo", "--yes")
    assert (outcome.code, outcome.stdout.splitlines()[-1]) == (0, "Everything is as it was.")
    assert digest(repository.top / ".git") == before
    again = repository.sscctl("git", "setup", "--undo")
    assert (again.code, again.stdout) == (0, "There is nothing to take out.\n")


def test_it_shows_each_line_it_writes_and_writes_nothing_else(repository: Repository) -> None:
    outcome = repository.sscctl("git", "setup", "--yes")
    shown = [line[4:] for line in outcome.stdout.splitlines() if line.startswith("  + ")]
    files = ("config", "info/attributes", "hooks/pre-commit", "hooks/pre-merge-commit")
    written = "\n".join((repository.top / ".git" / name).read_text("utf-8") for name in files)
    assert set(shown) <= {line.expandtabs(4) for line in written.splitlines()}
    for line in ('[diff "sscctl"]', '[merge "sscctl"]', "/registry/offices/**/*.yaml diff=sscctl merge=sscctl"):
        assert line in shown
    assert f"exec {program()} --root ./registry/ git hook" in shown


def test_a_second_time_there_is_nothing_to_do(repository: Repository) -> None:
    repository.set_up()
    before = digest(repository.top / ".git")
    assert repository.sscctl("git", "setup").stdout == "Everything is in place already.\n"
    assert digest(repository.top / ".git") == before


def test_a_program_that_has_moved_is_written_anew_and_undone_all_the_same(repository: Repository) -> None:
    before = digest(repository.top / ".git")
    repository.set_up()
    for name in ("config", "hooks/pre-commit"):
        place = repository.top / ".git" / name
        place.write_text(place.read_text("utf-8").replace(program(), "/opt/else/sscctl"), "utf-8")
    repository.set_up()
    assert "/opt/else" not in (repository.top / ".git/config").read_text("utf-8")
    assert "/opt/else" not in (repository.top / ".git/hooks/pre-commit").read_text("utf-8")
    repository.sscctl("git", "setup", "--undo", "--yes")
    assert digest(repository.top / ".git") == before


def test_where_nobody_can_answer_nothing_is_written(repository: Repository) -> None:
    before = digest(repository.top / ".git")
    outcome = repository.sscctl("git", "setup")
    assert outcome.code == 2
    assert "run again with --yes" in outcome.stderr
    assert digest(repository.top / ".git") == before


@pytest.mark.parametrize(("answer", "code", "is_written"), [("y", 0, True), ("n", 130, False), ("", 130, False)])
def test_on_a_terminal_it_asks(repository: Repository, answer: str, code: int, is_written: bool) -> None:
    before = digest(repository.top / ".git")
    child = pexpect.spawn(
        sys.executable,
        ["-P", "-m", "sscctl", "--lang", "en", "git", "setup"],
        cwd=str(repository.top),
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        encoding="utf-8",
        timeout=60,
    )
    child.expect("Write this\\?")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    assert (digest(repository.top / ".git") != before) is is_written


def test_a_hook_of_somebody_else_s_is_left_alone(repository: Repository) -> None:
    hook = repository.top / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\nmake check\n", "utf-8")
    outcome = repository.sscctl("git", "setup", "--yes")
    assert f"{hook} is not ours. Add the line:\n  {program()} --root ./registry/ git hook || exit 1" in outcome.stdout
    assert hook.read_text("utf-8") == "#!/bin/sh\nmake check\n"
    repository.sscctl("git", "setup", "--undo", "--yes")
    assert hook.read_text("utf-8") == "#!/bin/sh\nmake check\n"


def test_hooks_that_are_configured_to_lie_elsewhere_are_left_alone(repository: Repository) -> None:
    repository.git("config", "core.hooksPath", ".githooks")
    outcome = repository.sscctl("git", "setup", "--yes")
    assert ".githooks/pre-commit is not ours. Add the line:" in outcome.stdout
    assert not (repository.top / ".git/hooks/pre-commit").exists()


def test_attributes_that_the_repository_has_are_told_and_not_doubled(repository: Repository) -> None:
    line = "registry/offices/** diff=sscctl merge=sscctl"
    (repository.top / ".gitattributes").write_text(f"*.png binary\n{line}\n# merge=sscctl\n", "utf-8")
    outcome = repository.sscctl("git", "setup", "--yes")
    assert outcome.stdout.startswith(f"The repository says already:\n  .gitattributes: {line}\n")
    assert not (repository.top / ".git/info/attributes").exists()
    repository.branch("hours", (MONDAY, "mon: []"))
    assert "+hours from 2021-11-01, Monday: closed" in repository.git("show").stdout


def test_it_works_from_a_linked_work_tree_and_for_all_of_them(repository: Repository, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    repository.git("worktree", "add", "-q", "-b", "linked", str(linked))
    outcome = sscctl("git", "setup", "--yes", cwd=linked)
    assert outcome.code == 0
    repository.branch("hours", (MONDAY, "mon: []"))
    (linked / OFFICE).write_text((linked / OFFICE).read_text("utf-8").replace(STREET, "street: Nygatan 1"), "utf-8")
    assert repository.git("-C", str(linked), "commit", "-q", "-a", "-m", "Move").code == 0
    assert repository.git("-C", str(linked), "merge", "-q", "-m", "Both", "hours").code == 0
    assert "Nygatan 1" in (linked / OFFICE).read_text("utf-8")
    assert sscctl("git", "setup", "--undo", "--yes", cwd=linked).code == 0
    assert (repository.top / ".git/config").read_text("utf-8").count("sscctl") == 0
    assert not (repository.top / ".git/info/attributes").exists()


FOLDERS = ("", "my registry", "[a]*?", 'qu"ote', "å-ä-ö", "-x", "'", "$(touch x)", "back\\slash", "100 %A")


@pytest.mark.parametrize("name", FOLDERS)
def test_whatever_the_registry_s_folder_is_called(tmp_path: Path, name: str) -> None:
    top = tmp_path / "clone"
    repository = Repository.__new__(Repository)
    repository.top = top
    write_files(top / name if name else top, registry_files())
    for arguments in (["init", "-q", "-b", "main", "."], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        top.mkdir(exist_ok=True)
        assert repository.git(*arguments).code == 0
    root = f"./{name}"
    assert repository.sscctl("--root", root, "git", "setup", "--yes").code == 0
    path = f"{name}/offices/exempelstad-torget.yaml".removeprefix("/")
    repository.edit((MONDAY, "mon: []"), path=path)
    assert "+hours from 2021-11-01, Monday: closed\n" in repository.git("diff").stdout
    assert repository.git("commit", "-q", "-a", "-m", "Hours").code == 0
    assert [place.name for place in top.iterdir() if place.name == "x"] == []
    asked = repository.git("check-attr", "-z", "merge", "diff", "--", path, path.replace("offices", "elsewhere")).stdout
    assert asked.split("\0")[2::3] == ["sscctl", "sscctl", "unspecified", "unspecified"]


def test_without_git_it_cannot_be_done(tmp_path: Path) -> None:
    root = write_files(tmp_path / "registry", registry_files())
    assert sscctl("--root", str(root), "git", "setup", "--yes").code == 3


def test_while_git_writes_its_configuration_nothing_is_written(repository: Repository) -> None:
    (repository.top / ".git/config.lock").write_text("")
    before = digest(repository.top / ".git")
    outcome = repository.sscctl("git", "setup", "--yes")
    assert outcome.code == 6
    assert "config.lock" in outcome.stderr
    assert digest(repository.top / ".git") == before
