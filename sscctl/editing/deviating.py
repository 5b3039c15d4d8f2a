"""Deviations entered and taken away: hours of named days that override the ordinary ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sscctl.domain.hours import Spans
from sscctl.domain.period import Period
from sscctl.editing.canonical import Value
from sscctl.editing.edit import Edit
from sscctl.editing.entries import Entries, Tree, mappings
from sscctl.editing.hours_values import spans_value
from sscctl.errors import Refused
from sscctl.reading.node import Node
from sscctl.text import Text

DEVIATIONS = "deviations"


@dataclass(frozen=True, slots=True)
class Days:
    """Days in a row, `first` and `last` included."""

    first: date
    last: date

    def __str__(self) -> str:
        """As it is written on a command line: `2026-12-23` or `2026-12-23..2026-12-30`."""
        return f"{self.first}" if self.first == self.last else f"{self.first}..{self.last}"

    @property
    def period(self) -> Period:
        """The same as a half-open span."""
        return Period.through(self.first, self.last)

    def meets(self, other: Days) -> bool:
        """Whether some day is in both."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: Days) -> bool:
        """Whether every day of the other is in it."""
        return self.first <= other.first and other.last <= self.last

    def fields(self) -> dict[str, Value]:
        """The days as a new entry of a document has them."""
        if self.first == self.last:
            return {"on": self.first.isoformat()}
        return {"valid_from": self.first.isoformat(), "valid_through": self.last.isoformat()}


@dataclass(frozen=True, slots=True)
class NewDeviation:
    """Other hours on some days, why, and the id of the source; `()` is closed."""

    days: Days
    hours: Spans
    reason: Text
    source: str | None = None

    def item(self) -> dict[str, Value]:
        """The deviation as a document has it."""
        reason = {"sv": self.reason.sv, "en": self.reason.en}
        item: dict[str, Value] = {**self.days.fields(), "hours": spans_value(self.hours), "reason": reason}
        return {**item, "source": self.source} if self.source else item

    def says_the_same_as(self, item: Tree) -> bool:
        """Whether an entry gives the same hours for the same reason."""
        return all(item.get(key) == self.item()[key] for key in ("hours", "reason"))


def deviate(tree: Tree, new: NewDeviation) -> Sequence[Edit]:
    """The edits that let the hours hold on the days; none where an entry says so already.

    A deviation for the very same days is replaced; one that overlaps and says the same grows. Of a shorter and a
    longer one the shorter holds, so one may lie within the other; `Refused` is raised for two that only overlap.
    """
    entries = Entries(tree, DEVIATIONS)
    same = [
        index
        for index, item in enumerate(entries.items)
        if (days := days_of(item)) and days.meets(new.days) and new.says_the_same_as(item)
    ]
    for index, item in enumerate(entries.items):
        days = days_of(item)
        if days == new.days and index not in same:
            entries.become(index, new.item(), among=("hours", "reason", "source"))
            return entries.edits
    if same:
        _grow(entries, same, new.days)
    else:
        _refuse_overlap(entries, new.days, ())
        _insert(entries, new.item(), new.days)
    return entries.edits


def clear(tree: Tree, days: Days) -> Sequence[Edit]:
    """The edits that leave no deviation on the days; one that is longer keeps its other days."""
    entries = Entries(tree, DEVIATIONS)
    for index in reversed(range(len(entries.items))):
        own = days_of(entries.items[index])
        if own is None or not own.meets(days):
            continue
        before, after = own.first < days.first, days.last < own.last
        rest = {key: value for key, value in entries.items[index].items() if key not in _WHEN}
        if before:
            entries.put(index, "valid_through", (days.first - timedelta(days=1)).isoformat())
        if before and after:
            left = Days(days.last + timedelta(days=1), own.last)
            _insert(entries, {**left.fields(), **rest}, left)
        elif after:
            entries.put(index, "valid_from", (days.last + timedelta(days=1)).isoformat())
        elif not before:
            entries.remove(index)
    return entries.edits


def deviating(tree: Tree) -> list[Days]:
    """The days of each deviation of a document, in its order."""
    return [days for item in mappings(tree, DEVIATIONS) if (days := days_of(item))]


def days_of(item: Tree) -> Days | None:
    """The days of a deviation; `None` where it has no such days."""
    node = Node(item, [])
    day = node.day("on")
    first, last = (day, day) if day else (node.day("valid_from"), node.day("valid_through"))
    return Days(first, last) if first and last and first <= last else None


_WHEN = ("on", "valid_from", "valid_through")


def _grow(entries: Entries, same: Sequence[int], days: Days) -> None:
    """Let the first of several entries that say the same hold on all their days and the new ones."""
    every = [days, *(own for index in same if (own := days_of(entries.items[index])))]
    whole = Days(min(one.first for one in every), max(one.last for one in every))
    keep, *gone = same
    if days_of(entries.items[keep]) == whole and not gone:
        return
    _refuse_overlap(entries, whole, same)
    for index in reversed(gone):
        entries.remove(index)
    for key in _WHEN:
        if key in whole.fields():
            entries.put(keep, key, whole.fields()[key])
    if "on" not in whole.fields():
        entries.drop(keep, "on")


def _refuse_overlap(entries: Entries, days: Days, besides: Sequence[int]) -> None:
    for index, item in enumerate(entries.items):
        own = days_of(item)
        if index in besides or own is None or not own.meets(days):
            continue
        if own == days or not (own.holds(days) or days.holds(own)):
            raise Refused(
                Text(f"överlappar en avvikelse som gäller {own}", f"it overlaps a deviation for {own}"),
                Text(
                    f"ta bort den först: sscctl hours clear … {own}",
                    f"take that away first: sscctl hours clear … {own}",
                ),
            )


def _insert(entries: Entries, item: Tree, days: Days) -> None:
    """Put a deviation in where its first day has it."""
    earlier = [
        index for index, other in enumerate(entries.items) if (own := days_of(other)) and own.first <= days.first
    ]
    entries.insert(earlier[-1] + 1 if earlier else 0, item)
