"""A journal's ends: all that it tells of becomes so, or nothing of it was."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sscctl.errors import InputOutput
from sscctl.reading.gitplace import GitPlace, small_file
from sscctl.text import Text
from sscctl.writing import indexing, journal, neighbours
from sscctl.writing.home import Home
from sscctl.writing.journal import Journal, Move
from sscctl.writing.plumbing import Plumbing, failed
from sscctl.writing.steps import reached
from sscctl.writing.troubles import failing

_STALE = 1.0
"""Seconds after which a ref's lock that a dead git of ours may have left is taken for left: git holds one for
thousandths."""


def follow(home: Home, told: Journal, git: Plumbing | None = None, *, keep: bool = False) -> None:
    """Let files, HEAD and index be what they shall be; with `keep` a file that was changed since stays as it is."""
    with opened(home, told) as root:
        if told.move is not None and git is not None and told.move.switches:
            lead_head(git, told.move)
        neighbours.follow(told.files, root, keep=keep)
        if told.move is not None and git is not None:
            indexing.turn(home, git, told.move.entries)


def tidy(home: Home, told: Journal) -> None:
    """Remove what lies beside the files, and the journal: from here on nothing can be undone any more."""
    with opened(home, told) as root:
        neighbours.tidy(told.files, root)
    journal.close(home)


def give_up(home: Home, told: Journal, git: Plumbing | None = None) -> None:
    """Let files, branch, HEAD and index be what they were, and close the journal."""
    if told.move is not None and git is not None:
        free_locks(git.place, told.move)
        _move_back(git, told.move)
    journal.take_back(home)
    with opened(home, told) as root:
        neighbours.undo(told.files, told.folders, root)
    if git is not None:
        indexing.let_go(home, git.place)
    journal.close(home)


@contextmanager
def opened(home: Home, told: Journal) -> Iterator[int]:
    """The registry's root, open."""
    root = home.top / told.root if told.root else home.top
    with failing(root):
        descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with failing(root):
            yield descriptor
    finally:
        os.close(descriptor)


def lead_head(git: Plumbing, move: Move) -> None:
    """Let HEAD lead to the branch, as `git switch` does; git finds its way back (`git switch -`) by these words."""
    if git.head() == move.ref:
        return
    before, after = (ref.removeprefix("refs/heads/") for ref in (move.head, move.ref))
    git.run("symbolic-ref", "-m", f"checkout: moving from {before} to {after}", "HEAD", move.ref)
    reached("head led")


def free_locks(place: GitPlace, move: Move) -> None:
    """Remove the locks of the refs in question where a git of ours that was killed has left them.

    Our gits hold our lock, so none of them is alive; one of somebody else's lets go within the second.
    """
    ours = [f"{each}\n".encode() for each in (move.new, move.old, f"ref: {move.ref}", f"ref: {move.head}", move.head)]
    for lock in (place.own / "HEAD.lock", place.common / f"{move.ref}.lock"):
        began = time.monotonic()
        while lock.is_file() and any(each.startswith(small_file(lock)) for each in ours):
            if time.monotonic() - began > _STALE:
                with failing(lock):
                    lock.unlink(missing_ok=True)
            time.sleep(0.02)


def _move_back(git: Plumbing, move: Move) -> None:
    """Undo the branch's move where it was made; InputOutput where that cannot be."""
    if git.value(move.ref) != move.new:
        return
    if move.switches and git.head() == move.ref:
        if move.head.startswith("refs/"):
            git.run("symbolic-ref", "-m", "sscctl: undone", "HEAD", move.head)
        else:
            git.run("update-ref", "--no-deref", "-m", "sscctl: undone", "HEAD", move.head)
    if move.old is None:
        answer = git.ask("update-ref", "-m", "sscctl: undone", "-d", move.ref, move.new)
    else:
        answer = git.ask("update-ref", "-m", "sscctl: undone", move.ref, move.old, move.new)
    if answer.code:
        raise failed("update-ref", git.place, answer)


def unfinished(problem: InputOutput, folder: Path) -> InputOutput:
    """Say that a write could neither be finished nor undone, and that its journal still lies there."""
    return InputOutput(
        problem.message,
        Text(
            f"skrivningen är påbörjad och varken klar eller ångrad (journalen ligger i {folder}); rätta felet och kör"
            " sscctl doctor --mend",
            f"the write was begun and is neither finished nor undone (its journal lies in {folder}); mend the error and"
            " run sscctl doctor --mend",
        ),
    )
