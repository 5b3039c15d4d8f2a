"""The ordinary week behind a row of days: the fewest patterns, each for a stretch of weeks, that explain most days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sscctl.domain.hours import WEEKDAYS, DayHours, Spans, Weekday, Weeks
from sscctl.wording.reading import Pattern

Week = tuple[DayHours, ...]
ODD_AND_EVEN = (Weeks(parity=1), Weeks(parity=0))
OF_THE_MONTH = tuple(Weeks(nth=(number,)) for number in range(1, 6))

# What a pattern costs before it has explained anything, in days with a rule of their own: a few days that happen to
# lie in odd weeks do not make odd weeks a pattern.
_FAMILIES: tuple[tuple[int, tuple[Weeks | None, ...], Callable[[date], int]], ...] = (
    (6, (None,), lambda _: 0),
    (9, ODD_AND_EVEN, lambda day: 1 - day.isocalendar().week % 2),
    (12, OF_THE_MONTH, lambda day: (day.day - 1) // 7),
)

_PLAIN, _EXPLAINED = 1000, 1
"""How much a day says of the ordinary week: one that a holiday or a deviation explains says little."""

_GOOD = 6 * _PLAIN
"""Where plain days of less weight than this go astray, and few days in all, no other pattern is looked for."""

_FEW = 40
"""So many rules of single days for a piece, and as many again for each year; what costs more is not made longer."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The weeks from `first` through `last` with their pattern: hours by weekday, for each of its kinds of weeks."""

    first: date
    last: date
    patterns: tuple[Pattern, ...]

    def on(self, day: date) -> Spans | None:
        """The ordinary hours of a day within; `None` where the stretch has no such day."""
        for pattern in self.patterns:
            if pattern.weeks is None or day in pattern.weeks:
                return pattern.weekly.get(Weekday.of(day))
        return None


def stretches(days: Iterable[DayHours]) -> Iterator[Stretch]:
    """Yield the patterns that explain the days most cheaply, in order and without gaps; no day may be unknown.

    Patterns change at the turn of a week. Days that a pattern does not explain are for the caller to tell.
    """
    weeks = [tuple(week) for _, week in groupby(days, key=lambda hours: hours.day.isocalendar()[:2])]
    known: dict[Spans, int] = {}
    votes = [[_votes(week, turn, known) for week in weeks] for _, _, turn in _FAMILIES]
    hours = tuple(known)
    for start, end, family in _cuts(votes):
        tally = _Tally()
        for week in votes[family][start:end]:
            tally.add(week)
        patterns = tuple(
            Pattern({WEEKDAYS[slot % 7]: hours[top] for slot, top in tally.tops() if slot // 7 == turn}, kind)
            for turn, kind in enumerate(_FAMILIES[family][1])
        )
        yield Stretch(weeks[start][0].day, weeks[end - 1][-1].day, patterns)


Vote = tuple[int, int, int]
"""A day as it is counted: its slot (weekday and turn), the number of its hours, its weight."""


def _votes(week: Iterable[DayHours], turn: Callable[[date], int], known: dict[Spans, int]) -> tuple[Vote, ...]:
    return tuple(
        (
            turn(hours.day) * 7 + hours.day.weekday(),
            known.setdefault(hours.spans or (), len(known)),
            _EXPLAINED if hours.reason or hours.deviates else _PLAIN,
        )
        for hours in week
    )


class _Tally:
    """Which hours each slot has by weight, and how many days have other hours (`astray`), of what weight (`doubt`)."""

    __slots__ = ("_days", "_tops", "_weights", "astray", "doubt")

    def __init__(self) -> None:
        self._days: defaultdict[tuple[int, int], int] = defaultdict(int)
        self._weights: defaultdict[tuple[int, int], int] = defaultdict(int)
        self._tops: dict[int, int] = {}
        self.astray = self.doubt = 0

    def add(self, week: Iterable[Vote]) -> None:
        for slot, hours, weight in week:
            key = (slot, hours)
            self._days[key] += 1
            self._weights[key] += weight
            top = self._tops.setdefault(slot, hours)
            if top == hours:
                continue
            self.astray += 1
            self.doubt += weight
            gained = self._weights[key] - self._weights[slot, top]
            if gained > 0:
                self._tops[slot] = hours
                self.doubt -= gained
                self.astray += self._days[slot, top] - self._days[key]

    def tops(self) -> Iterable[tuple[int, int]]:
        return self._tops.items()


def _cuts(votes: Sequence[Sequence[tuple[Vote, ...]]]) -> list[tuple[int, int, int]]:
    """Where to cut the weeks, and which family of patterns each piece is told by: the cheapest way there is."""
    count = len(votes[0])
    costs = [0] + [count * 100] * count
    last = [(0, 0)] * (count + 1)  # of the cheapest way to each place: where its last piece starts, and its family
    for start in range(count):
        for end, cost, family, is_good in _pieces(votes, start):
            if costs[start] + cost < costs[end]:
                costs[end], last[end] = costs[start] + cost, (start, family)
            if is_good and end - start == count:
                return [(0, count, family)]
    cuts: list[tuple[int, int, int]] = []
    while count:
        start, family = last[count]
        cuts.append((start, count, family))
        count = start
    return cuts[::-1]


def _pieces(votes: Sequence[Sequence[tuple[Vote, ...]]], start: int) -> Iterator[tuple[int, int, int, bool]]:
    """Yield each piece from `start` with its cheapest family, what it costs, and whether it explains the plain days."""
    tallies = [_Tally() for _ in votes]
    for end in range(start, len(votes[0])):
        for tally, weeks in zip(tallies, votes, strict=True):
            tally.add(weeks[end])
        cost, family = min((tally.astray + _FAMILIES[number][0], number) for number, tally in enumerate(tallies))
        is_poor = cost > _FEW * (1 + (end - start) / 52)
        yield end + 1, cost, family, tallies[family].doubt < _GOOD and not is_poor
        if is_poor:
            return
