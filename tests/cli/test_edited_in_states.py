"""Offices are edited in whatever state a clone is: it works, or exactly why not is told and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.cli.offices import HARBOUR, Registry

OFFICE = f"registry/{OFFICE_PATH}"
HARBOUR_PATH = "registry/offices/exempelstad-hamnen.yaml"
State = Callable[[Registry], object]


def git(*commands: str) -> State:
    return lambda there: [there.git(*command.split()) for command in commands]


def conflict(path: str, name: str, command: str) -> State:
    """A command that stops half-way, because both sides have named an office anew."""

    def work(there: Registry) -> None:
        there.branch("other", (f"name: {name}", "name: Theirs"), path=path)
        there.git("checkout", "-q", "main")
        there.edit((f"name: {name}", "name: Ours"), path=path)
        there.git("commit", "-q", "-a", "-m", "Ours")
        there.git(command, "other")

    return work


def changed(path: str, name: str) -> State:
    return lambda there: there.edit((f"name: {name}", "name: Meanwhile"), path=path)


HERE, NEW = ("--commit",), ("--branch", "new")
DIRTY = "exempelstad-torget.yaml has changes that were not committed"
STATES: dict[str, tuple[State, dict[tuple[str, ...], str]]] = {
    "an ordinary clone": (git(), {}),
    "a detached head": (git("checkout -q --detach"), {HERE: "HEAD is detached"}),
    "no commit yet": (git("update-ref -d HEAD"), {HERE: DIRTY, NEW: DIRTY}),
    "a merge with a conflict in it": (
        conflict(OFFICE, "Torget", "merge"),
        {(): "exempelstad-torget.yaml cannot be read", HERE: "a merge is under way", NEW: "a merge is under way"},
    ),
    "a merge with a conflict elsewhere": (
        conflict(HARBOUR_PATH, "Hamnen", "merge"), dict.fromkeys((HERE, NEW), "a merge is under way"),
    ),
    "a rebase": (conflict(HARBOUR_PATH, "Hamnen", "rebase"), dict.fromkeys((HERE, NEW), "a rebase is under way")),
    "a cherry-pick": (
        conflict(HARBOUR_PATH, "Hamnen", "cherry-pick"), dict.fromkeys((HERE, NEW), "a cherry-pick is under way"),
    ),
    "a revert": (
        git("revert --no-commit HEAD", "checkout HEAD -- ."), dict.fromkeys((HERE, NEW), "a revert is under way"),
    ),
    "a bisect": (git("bisect start"), dict.fromkeys((HERE, NEW), "a bisect is under way")),
    "one's own changes in it": (changed(OFFICE, "Torget"), {HERE: DIRTY, NEW: DIRTY}),
    "one's own changes elsewhere": (changed(HARBOUR_PATH, "Hamnen"), {}),
    "a sparse work tree without it": (
        git(f"sparse-checkout set --no-cone /* !/{OFFICE}"), dict.fromkeys(((), HERE, NEW), "left out of this sparse"),
    ),
    "line ends that git converts": (git("config core.autocrlf true"), {}),
    "an index of version 4": (git("update-index --index-version 4"), {}),
    "packed objects and refs": (git("gc -q"), {}),
}  # fmt: skip
"""Each state, and what is told in it of an edit that is written, committed here, or committed on a new branch."""


@pytest.mark.slow
@pytest.mark.parametrize("how", [(), HERE, NEW], ids=["written", "committed", "on a new branch"])
@pytest.mark.parametrize("state", STATES)
def test_it_works_or_says_why_not(tmp_path: Path, state: str, how: tuple[str, ...]) -> None:
    make, refusals = STATES[state]
    there = Registry(tmp_path, HARBOUR)
    make(there)
    before = stands(there)
    outcome = there.edit_with("office", "set", "exempelstad-torget", "facilities.guard", "true", *how)
    if how in refusals:
        assert outcome.code in (3, 5)
        assert refusals[how] in outcome.stderr
        assert stands(there) == before
        return
    assert outcome.code == 0, outcome
    assert "guard: true" in there.text()
    assert there.git("fsck", "--strict").code == 0
    if how:
        assert there.git("show", "--format=", "--name-only").stdout.split() == [OFFICE]
        assert there.git("status", "--porcelain").stdout == before[0]


@pytest.mark.parametrize("state", ["a detached head", "a rebase"])
def test_that_nothing_can_be_committed_is_told_before_anything_is_asked(tmp_path: Path, state: str) -> None:
    make, refusals = STATES[state]
    there = Registry(tmp_path, HARBOUR)
    make(there)
    outcome = there.edit_with("office", "add", *HERE)
    assert (outcome.code, outcome.stdout) == (3, "")
    assert refusals[HERE] in outcome.stderr


@pytest.mark.parametrize(
    ("name", "code", "told"), [("main", 3, "there is a branch main already"), ("a b", 2, "no name for a branch")]
)
def test_so_is_that_a_branch_cannot_be_made(tmp_path: Path, name: str, code: int, told: str) -> None:
    outcome = Registry(tmp_path).edit_with("office", "add", "--branch", name)
    assert (outcome.code, outcome.stdout) == (code, "")
    assert told in outcome.stderr


def stands(there: Registry) -> tuple[str, ...]:
    """What git tells of the clone."""
    asked = ("status --porcelain --untracked-files=all", "for-each-ref", "ls-files --stage", "diff", "rev-parse HEAD")
    return tuple(there.git(*words.split()).stdout for words in asked)
