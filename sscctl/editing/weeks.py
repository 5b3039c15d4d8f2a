"""Which weeks are left of a pattern of weeks, once hours are set for some of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sscctl.domain.hours import Weeks

_OF_THE_MONTH = range(1, 6)


class CannotTell(ValueError):
    """The weeks are counted in ways that meet in no regular pattern."""


def left_over(old: Weeks | None, new: Sequence[Weeks | None]) -> tuple[Weeks, ...]:
    """The weeks of `old` (`None`: every week) that are not among `new`, as patterns of which no two meet.

    `(old,)` means that they have no week in common. Raises `CannotTell` where no such patterns exist, as for odd weeks
    beside every third one.
    """
    named = [weeks for weeks in new if weeks is not None]
    if len(named) < len(new):
        return ()
    if all(weeks.parity is not None for weeks in named) and (old is None or old.parity is not None):
        taken = {weeks.parity for weeks in named}
        rest = [parity for parity in ((1, 0) if old is None else (old.parity,)) if parity not in taken]
        return tuple(Weeks(parity=parity) for parity in rest)
    if all(weeks.nth for weeks in named) and (old is None or old.nth):
        taken_numbers = {number for weeks in named for number in weeks.nth}
        left = tuple(number for number in (old.nth if old else _OF_THE_MONTH) if number not in taken_numbers)
        return (Weeks(nth=left),) if left else ()
    return _turns(old, named)


def _turns(old: Weeks | None, named: Sequence[Weeks]) -> tuple[Weeks, ...]:
    """The same for every so many weeks."""
    counts = {weeks.every for weeks in (*named, *([old] if old else []))}
    count = counts.pop()
    first = named[0].start
    if counts or count is None or first is None:
        raise CannotTell
    taken = {_turn(weeks, count) for weeks in named}
    if old is not None:
        return () if _turn(old, count) in taken else (old,)
    later = [Weeks(every=count, start=first + timedelta(weeks=number)) for number in range(1, count)]
    return tuple(weeks for weeks in later if _turn(weeks, count) not in taken)


def _turn(weeks: Weeks, count: int) -> int:
    if weeks.start is None:
        raise CannotTell
    return (weeks.start.toordinal() - 1) // 7 % count
