"""The kinds of weeks that a text speaks of, and the hours that its clauses give each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sscctl.domain.hours import Weeks
from sscctl.domain.period import ALWAYS, Period
from sscctl.text import Text
from sscctl.wording.clauses import Clause
from sscctl.wording.cursor import Cursor
from sscctl.wording.reading import Pattern
from sscctl.wording.week import Week

_OF_THE_MONTH = range(1, 6)


def patterns_of(clauses: Sequence[Clause], cursor: Cursor, *, replacing: bool) -> tuple[Pattern, ...]:
    """Put the clauses together: a pattern for each kind of weeks, of which never two hold on one day.

    What is said of every week holds in each kind of weeks too, unless something else is said of the same day there.
    `replacing` is OpenStreetMap's way: a rule takes the place of those before it.
    """
    found: list[Pattern] = []
    for period, some in _by_period(clauses, cursor):
        for weeks in _kinds(some, cursor):
            week = Week(cursor, replacing=replacing)
            for clause in some:
                if _holds(clause.scope.weeks, weeks):
                    week.add(clause)
            found.append(Pattern(week.hours(), weeks, period))
    return tuple(_merged(pattern for pattern in found if pattern.weekly))


def _by_period(clauses: Sequence[Clause], cursor: Cursor) -> Iterator[tuple[Period, list[Clause]]]:
    """Yield the clauses of each period; where periods meet, or only a part of the text has one, it is a problem."""
    periods = dict.fromkeys(clause.scope.period for clause in clauses)
    for period in periods:
        of_it = [clause for clause in clauses if clause.scope.period == period]
        others = [other for other in periods if other != period and other.overlaps(period)]
        if others and period != ALWAYS:
            cursor.object(
                of_it[0].first,
                Text("gäller en tid som också annat i texten gäller", "holds at a time for which the text says more"),
                Text("ge varje tid för sig", "give each period by itself"),
                of_it[0].last,
            )
        if not others:
            yield period, of_it


def _kinds(clauses: Iterable[Clause], cursor: Cursor) -> list[Weeks | None]:
    """The kinds of weeks to tell apart: all, odd and even, the five of a month, or those of each count."""
    named = {clause.scope.weeks: clause for clause in clauses}
    told = [weeks for weeks in named if weeks]
    if not told:
        return [None]
    if all(weeks.parity is not None for weeks in told):
        return [Weeks(parity=parity) for parity in (1, 0) if None in named or Weeks(parity=parity) in named]
    if all(weeks.nth for weeks in told):
        numbers = {number for weeks in told for number in weeks.nth} if None not in named else set(_OF_THE_MONTH)
        return [Weeks(nth=(number,)) for number in sorted(numbers)]
    counts = {weeks.every for weeks in told}
    turns = {(weeks.start.toordinal() - 1) // 7 % weeks.every for weeks in told if weeks.start and weeks.every}
    if None in named or None in counts or len(counts) > 1 or len(turns) < len(told):
        odd_one = named[told[-1]]
        cursor.object(
            odd_one.first,
            Text(
                "veckor räknade på olika sätt kan inte ställas samman",
                "weeks that are counted in different ways cannot be put together",
            ),
            Text("udda veckor …; jämna veckor …", "odd weeks …; even weeks …"),
            odd_one.last,
        )
        return []
    return [*told]


def _holds(said: Weeks | None, weeks: Weeks | None) -> bool:
    """Whether what is said of some weeks holds in this kind of weeks."""
    return said is None or said == weeks or bool(weeks and weeks.nth and set(weeks.nth) <= set(said.nth))


def _merged(patterns: Iterable[Pattern]) -> Iterator[Pattern]:
    """Tell together the n-th of the month that have the same hours."""
    alike: dict[tuple[object, ...], Pattern] = {}
    for pattern in patterns:
        weeks = pattern.weeks
        is_nth = weeks is not None and bool(weeks.nth)
        key = (pattern.period, tuple(sorted(pattern.weekly.items())), None if is_nth else weeks)
        numbers = [number for one in (alike.get(key), pattern) if one and one.weeks for number in one.weeks.nth]
        alike[key] = Pattern(pattern.weekly, Weeks(nth=tuple(numbers)), pattern.period) if is_nth else pattern
    yield from alike.values()
