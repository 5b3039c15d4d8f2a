"""The network through the years: how many offices were open by the registry's own count, beside what others counted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import accumulate

from sscctl.domain.event import Status
from sscctl.domain.lifecycle import certain_periods, open_periods
from sscctl.domain.network import Network
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.registry import Registry
from sscctl.querying.beginning import FIRST_YEAR, begun
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year, counted on its last day (`on`) or, where that has not come, on the day asked about.

    `open` offices are open for certain; `at_most` adds those of which no source tells that they are not.
    """

    name: str
    on: date
    open: int
    at_most: int


@dataclass(frozen=True, slots=True)
class Figure:
    """What somebody else counted: a number, the span of days it holds for, and the ids of its sources."""

    on: PartialDate
    value: int
    note: Text | None
    sources: tuple[str, ...]

    @property
    def middle(self) -> date:
        """The day in the middle of the span; the last where the span has no first."""
        return self.on.first + (self.on.last - self.on.first) / 2 if self.on.has_start else self.on.last


@dataclass(frozen=True, slots=True)
class Timeline:
    """The registry's own counts by quarter, and counts of offices, visits a year and funds (SEK million) by others.

    Others' figures are those for the whole network that tell a day or year; what is said in words is left out.
    """

    quarters: tuple[Quarter, ...]
    counts: tuple[Figure, ...]
    visits: tuple[Figure, ...]
    funds: tuple[Figure, ...]


def timeline(registry: Registry, day: date) -> Timeline:
    """Count through `day`, from the first quarter of 2008."""
    ends = _ends(day)
    open_then = _counted(ends, (open_periods(office.lifecycle) for office in registry.offices.values()))
    not_open = _counted(ends, (_surely_not_open(office) for office in registry.offices.values()))
    network = registry.context.network or Network()
    return Timeline(
        quarters=tuple(
            Quarter(f"{end.year}-Q{(end.month + 2) // 3}", end, surely, len(registry.offices) - not_so)
            for end, surely, not_so in zip(ends, open_then, not_open, strict=True)
        ),
        counts=tuple(
            Figure(count.on, count.offices, count.note, count.sources)
            for count in network.counts
            if count.on and count.offices is not None and count.scope is None
        ),
        visits=tuple(_figures(network, "visits", "visits")),
        funds=tuple(_figures(network, "funds", "sek_million")),
    )


def _ends(day: date) -> list[date]:
    """The last day of each quarter; of the last one `day` itself."""
    starts = [
        date(year, month, 1) for year in range(FIRST_YEAR, min(day.year + 2, MAXYEAR + 1)) for month in (1, 4, 7, 10)
    ]
    ends = [start - timedelta(days=1) for start in starts[1:]]
    return [*(end for end in ends if end < day), day] if starts and day >= starts[0] else []


def _counted(days: Sequence[date], lives: Iterable[Iterable[Period]]) -> list[int]:
    """On each of the days, how many of the lives have it in one of their periods; a life's periods are disjoint."""
    changes = [0] * (len(days) + 1)
    for periods in lives:
        for period in periods:
            changes[bisect_left(days, period.start or date.min)] += 1
            changes[bisect_left(days, period.end) if period.end else len(days)] -= 1
    return list(accumulate(changes))[:-1]


_NOT_OPEN = tuple(status for status in Status if status not in (Status.OPEN, Status.UNKNOWN))


def _surely_not_open(office: Office) -> Iterator[Period]:
    """The periods in which the office is not open for certain, the time before it came to be among them."""
    first = begun(office.lifecycle)
    if first:
        yield Period(None, first)
    for period in certain_periods(office.lifecycle, _NOT_OPEN):
        rest = period.meet(Period(first, None))
        if not rest.is_empty:
            yield rest


def _figures(network: Network, table: str, key: str) -> Iterator[Figure]:
    """The rows of a table that give a number for a year, in their order."""
    for row in (network.tables or {}).get(table, ()):
        value, year = row.get(key), row.get("year")
        if isinstance(value, int) and isinstance(year, str):
            yield Figure(PartialDate.parse(year), value, _note(row.get("note")), _sources(row.get("source")))


def _note(value: object) -> Text | None:
    return Text(str(value["sv"]), str(value["en"])) if isinstance(value, Mapping) else None


def _sources(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else ()
