"""Many files are written as one: all of them, or none."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from sscctl.errors import CannotBeDoneHere, InputOutput, SscctlError
from sscctl.reading.paths import shown
from sscctl.text import Text
from sscctl.writing import disk, journal, neighbours, settling
from sscctl.writing.file_change import FileChange
from sscctl.writing.home import Home
from sscctl.writing.journal import Journal, Move, Planned, digest
from sscctl.writing.lock import locked
from sscctl.writing.plumbing import Plumbing
from sscctl.writing.troubles import failing

_LOG = logging.getLogger(__name__)


def write(root: Path, changes: Sequence[FileChange]) -> None:
    """Let every file hold what it shall hold, or, whatever happens, let all of them be as they were.

    Takes the lock where the caller has not. Raises `CannotBeDoneHere` where a file does not hold what it held before,
    and `InputOutput` where the disk refuses; then nothing was written.
    """
    home = Home.of(root)
    with locked(home.place or root, "write"):
        told = prepare(home, root, changes)
        if told is None:
            return
        finish(home, told)


def prepare(home: Home, root: Path, changes: Sequence[FileChange], move: Move | None = None) -> Journal | None:
    """Check, plan and prepare; a ready journal, or `None` where nothing changes. What fails is undone."""
    changes = [change for change in changes if change.before != change.after]
    if not changes:
        return None
    below = root.resolve().relative_to(home.top).as_posix()
    told = Journal("" if below == "." else below, (), (), move)
    with settling.opened(home, told) as place:
        check(changes, place, home)
        told = Journal(
            told.root,
            tuple(Planned(change.path, digest(change.before), digest(change.after)) for change in changes),
            neighbours.missing_folders([change.path for change in changes if change.after is not None], place),
            move,
        )
        try:
            journal.plan(home, told)
            neighbours.prepare(changes, told.folders, place)
            journal.make_ready(home)
        except BaseException as problem:
            give_up(home, told, None, problem)
            raise
    return told


def finish(home: Home, told: Journal, git: Plumbing | None = None) -> None:
    """Do what is prepared; what fails is undone. What cannot be tidied up is left to whoever comes next."""
    try:
        settling.follow(home, told, git)
    except BaseException as problem:
        give_up(home, told, git, problem)
        raise
    try:
        settling.tidy(home, told)
    except (SscctlError, OSError) as problem:
        _LOG.info("left behind for the next run: %s", problem)


def check(changes: Sequence[FileChange], root: int, home: Home) -> None:
    """CannotBeDoneHere unless every file holds what it held before."""
    for change in changes:
        if not all(part not in {"", ".", "..", ".git"} for part in change.path.split("/")) or "\0" in change.path:
            raise CannotBeDoneHere(Text(f"{shown(change.path)} är ingen plats", f"{shown(change.path)} is no place"))
        with failing(home.top / change.path):
            now = disk.read(change.path, root)
            is_other = now != change.before or (now is None and neighbours.is_there(change.path, root))
        if is_other and now is None and home.place is not None and home.place.is_sparse:
            raise _left_out(change.path)
        if is_other:
            raise neighbours.changed_since(change.path)


def give_up(home: Home, told: Journal, git: Plumbing | None, problem: BaseException) -> None:
    """Undo what was done so far; InputOutput where not even that can be."""
    try:
        settling.give_up(home, told, git)
    except SscctlError as worse:
        reason = problem if isinstance(problem, InputOutput) else worse
        raise settling.unfinished(InputOutput(reason.message), home.folder) from problem


def _left_out(path: str) -> CannotBeDoneHere:
    return CannotBeDoneHere(
        Text(
            f"{shown(path)} är utelämnad ur det glesa arbetsträdet (sparse checkout)",
            f"{shown(path)} is left out of this sparse work tree",
        ),
        Text("hämta fram den: git sparse-checkout add", "bring it in: git sparse-checkout add"),
    )
