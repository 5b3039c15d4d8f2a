"""In every state that a clone can be in, a commit works, or says exactly why not and changes nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from sscctl.errors import CannotBeDoneHere, InputOutput
from sscctl.reading.gitplace import find_git
from sscctl.reading.repository import Repository
from sscctl.writing.commit import commit
from sscctl.writing.file_change import FileChange
from tests.reading.clone import Clone
from tests.reading.states import configured, conflict
from tests.writing.states import KISTA, WORKS, State, git, stopped

NEW = "offices/new/abisko.yaml"


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path / "clone")


def edit(clone: Clone) -> list[FileChange]:
    before = (clone.registry / KISTA).read_bytes() if (clone.registry / KISTA).exists() else b"id: kista\n"
    return [FileChange(KISTA, before, before + before), FileChange(NEW, None, b"id: abisko\n")]


@pytest.mark.parametrize("branch", [None, "hours/kista"], ids=["here", "on a new branch"])
@pytest.mark.parametrize("state", WORKS.values(), ids=WORKS)
def test_works_in(clone: Clone, state: State, branch: str | None) -> None:
    clone = state(clone)
    status, head = clone.git("--no-replace-objects", "status", "--porcelain"), clone.git("rev-parse", "HEAD")
    on = clone.git("symbolic-ref", "HEAD")
    done = commit(clone.repository(), edit(clone), "Ändra Kista", branch)
    assert clone.git("rev-parse", "HEAD") == done.id
    assert clone.git("symbolic-ref", "HEAD") == (f"refs/heads/{branch}" if branch else on)
    assert clone.git("--no-replace-objects", "rev-parse", "HEAD~1") == head
    assert clone.git("show", f"HEAD:registry/{KISTA}") == "id: kista\nid: kista"
    assert clone.git("--no-replace-objects", "diff-tree", "-r", "--name-only", "--no-commit-id", "HEAD").split() == [
        f"registry/{NEW}",
        f"registry/{KISTA}",
    ]
    assert clone.git("log", "-1", "--encoding=UTF-8", "--format=%s") == "Ändra Kista"
    assert clone.git("status", "--porcelain") == status
    clone.git("fsck", "--strict")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A state in which nothing is committed, and the words that say why and what to do."""

    state: State
    why: str
    advice: str
    branch_helps: bool = False


REFUSES: dict[str, Refusal] = {
    "a detached head": Refusal(git("checkout", "-q", "--detach"), "HEAD is detached", "--branch", branch_helps=True),
    "a merge with conflicts": Refusal(conflict, "a merge is under way", "git merge --continue"),
    "a merge without conflicts": Refusal(
        stopped("merge", "-q", "--no-commit", "--no-ff", "-s", "ours", "other"), "a merge is under way", "--abort"
    ),
    "a rebase": Refusal(stopped("rebase", "-q", "other"), "a rebase is under way", "git rebase --continue"),
    "a cherry-pick": Refusal(stopped("cherry-pick", "other"), "a cherry-pick is under way", "git cherry-pick"),
    "a revert": Refusal(stopped("revert", "--no-commit", "HEAD"), "a revert is under way", "git revert"),
    "a bisect": Refusal(git("bisect", "start"), "a bisect is under way", "git bisect reset"),
    "a dirty touched file": Refusal(
        configured("status"), "offices/stockholm/kista.yaml has changes that were not committed", "git stash"
    ),
    "a sparse work tree that leaves the file out": Refusal(
        git("sparse-checkout", "set", "--cone", "schemas"), "left out of this sparse work tree", "sparse-checkout add"
    ),
}  # fmt: skip


@pytest.mark.parametrize("refusal", REFUSES.values(), ids=REFUSES)
def test_says_why_not_in(clone: Clone, refusal: Refusal) -> None:
    clone = refusal.state(clone)
    root = clone.registry
    root.mkdir(exist_ok=True)
    repository = Repository(root, find_git(clone.top))
    before = state_of(clone)
    with pytest.raises(CannotBeDoneHere) as problem:
        commit(repository, edit(clone), "Change Kista")
    assert refusal.why in problem.value.message.en
    assert problem.value.advice is not None
    assert refusal.advice in problem.value.advice.en
    assert state_of(clone) == before
    if refusal.branch_helps:
        assert commit(repository, edit(clone), "Change Kista", "hours/kista").branch == "hours/kista"
        assert clone.git("status", "--porcelain") == ""


def state_of(clone: Clone) -> tuple[str, ...]:
    return tuple(
        clone.git(*words.split())
        for words in ("status --porcelain --untracked-files=all", "for-each-ref", "ls-files --stage", "rev-parse HEAD")
    )


def test_before_the_first_commit_it_makes_the_first(tmp_path: Path) -> None:
    clone = Clone(tmp_path / "clone", empty=True)
    clone.git("add", "README.md")
    done = commit(clone.repository(), [FileChange(NEW, None, b"id: abisko\n")], "Begin")
    assert clone.git("ls-tree", "-r", "--name-only", "HEAD") == f"registry/{NEW}"
    assert clone.git("rev-list", "HEAD") == done.id
    assert clone.git("diff", "--cached", "--name-only") == "README.md"
    assert clone.git("reflog", "-1", "--format=%gs") == "commit (initial): Begin"


def test_a_repository_of_sha_256_works(tmp_path: Path) -> None:
    clone = Clone(tmp_path / "clone", options=("--object-format=sha256",))
    assert len(commit(clone.repository(), edit(clone), "Change Kista").id) == 64
    assert clone.git("status", "--porcelain") == ""


def test_without_git_there_is_nothing_to_commit_to(tmp_path: Path) -> None:
    (tmp_path / "registry").mkdir()
    with pytest.raises(CannotBeDoneHere, match="does not lie in a git repository"):
        commit(Repository(tmp_path / "registry", None), [CHANGE], "Change")


CHANGE = FileChange(NEW, None, b"x")


def unheard_of(clone: Clone) -> Clone:
    clone.git("config", "extensions.unheardOf", "true")
    clone.git("config", "core.repositoryFormatVersion", "1")
    return clone


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (unheard_of, "unheardof"),
        (lambda clone: (clone.top / ".git/config").write_text("[broken"), "config"),
        (lambda clone: (clone.top / ".git/index").write_bytes(b"broken"), "index"),
    ],
    ids=["settings of a newer git", "a broken configuration", "a broken index"],
)
def test_what_git_cannot_work_with_is_told_in_its_words(clone: Clone, state: State, words: str) -> None:
    state(clone)
    repository = clone.repository()
    with pytest.raises((CannotBeDoneHere, InputOutput), match=words):
        commit(repository, [CHANGE], "Change")
    assert not (clone.registry / NEW).exists()


@pytest.mark.parametrize(
    "name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_CONFIG_COUNT"]
)
def test_what_a_hook_sets_for_git_is_not_heard(clone: Clone, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    repository = clone.repository()
    monkeypatch.setenv(name, "1" if name == "GIT_CONFIG_COUNT" else "/nowhere")
    environment = dict(os.environ)
    done = commit(repository, edit(clone), "Change Kista")
    assert dict(os.environ) == environment
    monkeypatch.delenv(name)
    assert clone.git("rev-parse", "HEAD") == done.id
    assert clone.git("status", "--porcelain") == ""
