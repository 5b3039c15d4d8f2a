"""What an interrupted write has left is finished or undone, under the lock, before anything else is done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.gitplace import GitPlace
from sscctl.text import Text
from sscctl.writing import journal, settling
from sscctl.writing.home import Home
from sscctl.writing.journal import Journal, Move
from sscctl.writing.plumbing import Plumbing
from sscctl.writing.settings import Settings
from sscctl.writing.troubles import failing


class Way(StrEnum):
    """Where an interrupted write goes."""

    FORWARD = "forward"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Left:
    """A journal that was found, and the way it goes."""

    journal: Journal
    way: Way


def look(home: Home) -> Left | None:
    """What an interrupted write has left; nothing is changed. Only under the lock is it certain."""
    found = journal.found(home)
    if found is None:
        return None
    told, ready = found
    if not ready:
        return Left(told, Way.BACK)
    if told.move is None:
        return Left(told, Way.FORWARD)
    return Left(told, _way(Plumbing(_place(home)), told.move))


def recover(home: Home, lock: int | None = None, *, keep: bool = False) -> Left | None:
    """Finish or undo it; what was done.

    CannotBeDoneHere where somebody has changed one of its files since, unless such files are to be kept.
    """
    with failing(home.folder):
        left = look(home)
    if left is None:
        with failing(home.folder):
            journal.close(home) if journal.is_begun(home) else journal.sweep(home)
        return None
    git = _git(home, lock) if left.journal.move is not None else None
    if left.way is Way.FORWARD:
        try:
            if git is not None and left.journal.move is not None:
                settling.free_locks(git.place, left.journal.move)
            settling.follow(home, left.journal, git, keep=keep)
            settling.tidy(home, left.journal)
        except CannotBeDoneHere as problem:
            raise _contradicted(problem, home) from problem
    else:
        settling.give_up(home, left.journal, git)
    return left


def _way(git: Plumbing, move: Move) -> Way:
    """Forward where the branch has moved and HEAD is where the write left it."""
    now = git.value(move.ref)
    has_moved = now == move.new or (now is not None and git.ask("merge-base", "--is-ancestor", move.new, now).code == 0)
    head = git.head() or git.value("HEAD")
    return Way.FORWARD if has_moved and head in {move.ref, move.head} else Way.BACK


def _git(home: Home, lock: int | None) -> Plumbing:
    git = Plumbing(_place(home), lock)
    return Settings.of(git).unfiltered(git)


def _place(home: Home) -> GitPlace:
    if home.place is None:
        raise CannotBeDoneHere(
            Text("en påbörjad incheckning ligger kvar, men git är borta", "a commit was begun, but its git is gone")
        )
    return home.place


def _contradicted(problem: CannotBeDoneHere, home: Home) -> CannotBeDoneHere:
    return CannotBeDoneHere(
        Text(
            f"en avbruten skrivning kan inte avslutas: {problem.message.sv}",
            f"an interrupted write cannot be finished: {problem.message.en}",
        ),
        Text(
            f"journalen ligger i {home.folder}; sscctl doctor --mend behåller din fil och gör resten",
            f"its journal lies in {home.folder}; sscctl doctor --mend keeps your file and does the rest",
        ),
    )
