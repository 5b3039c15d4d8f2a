"""Ordinary hours set from a day: the schedules that held before end, and those that are to come stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sscctl.domain.hours import Weeks
from sscctl.domain.period import Period
from sscctl.editing.canonical import Value
from sscctl.editing.edit import Edit
from sscctl.editing.entries import Entries, Tree, text_of
from sscctl.editing.hours_values import weekly_value, weeks_value
from sscctl.editing.standing import HOURS, Standing, all_standing, standing
from sscctl.editing.weeks import CannotTell, left_over
from sscctl.errors import Refused
from sscctl.text import Text
from sscctl.wording.reading import Pattern

_SAID = ("valid_from", "valid_through", "weekly", "days_per_week", "weeks", "note", "source")


@dataclass(frozen=True, slots=True)
class NewHours:
    """Hours from `first` on, for all weeks or for those that the patterns name; through `last` where that is given.

    `source` is an id among the document's sources.
    """

    patterns: tuple[Pattern, ...]
    first: date
    last: date | None = None
    source: str | None = None

    def items(self, last: date | None) -> list[dict[str, Value]]:
        """The schedules as a document has them, through `last`."""
        return [self._item(pattern, last) for pattern in self.patterns]

    def left_of(self, schedule: Standing) -> tuple[Weeks, ...] | None:
        """The weeks that are left to a schedule; `None` where these hours take none of its weeks."""
        try:
            rest = left_over(schedule.weeks, [pattern.weeks for pattern in self.patterns])
        except CannotTell:
            raise Refused(_OTHER_COUNT, Text("ange öppettider för alla veckor", "give hours for all weeks")) from None
        return None if rest == (schedule.weeks,) else rest

    def _item(self, pattern: Pattern, last: date | None) -> dict[str, Value]:
        item: dict[str, Value] = {"valid_from": self.first.isoformat()}
        if last:
            item["valid_through"] = last.isoformat()
        item["weekly"] = weekly_value(pattern.weekly)
        if pattern.weeks:
            item["weeks"] = weeks_value(pattern.weeks)
        if self.source:
            item["source"] = self.source
        return item


_OTHER_COUNT = Text(
    "veckorna räknas på ett annat sätt i de öppettider som gäller då", "the hours that hold then count weeks otherwise"
)


def set_hours(tree: Tree, new: NewHours) -> Sequence[Edit]:
    """The edits that let the hours hold from their first day; none where they hold already.

    - A schedule that holds before ends the day before; it goes on in the weeks that the new hours do not name.
    - One that began on the very day is replaced.
    - One that begins later stays, and the new hours end before it.
    - After the last day of hours that have one, what held before comes back.

    Raises `Refused` where a later schedule begins within the days that are asked for, and where the weeks cannot be
    told apart. Hours that no source dates (`undated`) are left alone.
    """
    last = last_day(tree, new)
    if holds_already(tree, new, last):
        return ()
    plan = _Plan(Entries(tree, HOURS), new.first, last, new.items(last))
    for index in reversed(range(len(plan.entries.items))):
        schedule = standing(plan.entries.items[index])
        if schedule and schedule.period.overlaps(Period.through(new.first, last)):
            rest = new.left_of(schedule)
            if rest is not None:
                plan.make_way(index, schedule, rest)
    for fresh in plan.unused:
        plan.insert(fresh)
    return plan.entries.edits


def last_day(tree: Tree, new: NewHours) -> date | None:
    """The last day of the new hours: the one asked for, or the day before the next schedule in the same weeks."""
    later = [
        schedule.period.start
        for schedule in all_standing(tree)
        if schedule.period.start and schedule.period.start > new.first and new.left_of(schedule) is not None
    ]
    following = min(later, default=None)
    if following is None or (new.last and new.last < following):
        return new.last
    if new.last is None:
        return _before(following)
    raise Refused(
        Text(f"från {following} gäller redan andra öppettider", f"other hours hold from {following} on already"),
        Text(
            f"sätt sista dagen till {_before(following)}, eller ange öppettider från {following} för sig",
            f"make {_before(following)} the last day, or give the hours from {following} on by themselves",
        ),
    )


def comes_back(tree: Tree, new: NewHours) -> date | None:
    """The day from which what held before the new hours holds again; `None` where nothing does."""
    if new.last is None or holds_already(tree, new, new.last):
        return None
    days = Period.through(new.first, new.last)
    interrupted = (
        schedule
        for schedule in all_standing(tree)
        if schedule.period.overlaps(days) and new.left_of(schedule) is not None
    )
    goes_on = any(schedule.period.last is None or schedule.period.last > new.last for schedule in interrupted)
    return new.last + timedelta(days=1) if goes_on else None


def holds_already(tree: Tree, new: NewHours, last: date | None) -> bool:
    """Whether every one of the patterns holds on all of the days already."""
    days = Period.through(new.first, last)
    schedules = tuple(all_standing(tree))
    return all(
        any(
            schedule.weeks == pattern.weeks and schedule.weekly == dict(pattern.weekly) and schedule.period.covers(days)
            for schedule in schedules
        )
        for pattern in new.patterns
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """The schedules under work, and the new ones that have no place yet: from `first` through `last`."""

    entries: Entries
    first: date
    last: date | None
    unused: list[dict[str, Value]]

    def make_way(self, index: int, schedule: Standing, rest: Sequence[Weeks]) -> None:
        """Let the schedule at `index` end, go on in the weeks that are left to it, and come back afterwards."""
        before = dict(self.entries.items[index])
        ends = schedule.period.last
        if self.last and (ends is None or ends > self.last):
            self.insert({**before, "valid_from": (self.last + timedelta(days=1)).isoformat()})
            ends = self.last
        began_before = schedule.period.start is None or schedule.period.start < self.first
        if began_before:
            self.entries.put(index, "valid_through", _before(self.first).isoformat())
        elif rest:
            self.entries.put(index, "weeks", weeks_value(rest[0]))
            if ends:
                self.entries.put(index, "valid_through", ends.isoformat())
        else:
            self._replace(index)
        for weeks in rest if began_before else rest[1:]:
            going = {**before, "valid_from": self.first.isoformat(), "weeks": weeks_value(weeks)}
            going |= {"valid_through": ends.isoformat()} if ends else {}
            self.insert(going)

    def insert(self, item: Tree) -> None:
        """Put a schedule in where its first day has it."""
        start = date.fromisoformat(text_of(item, "valid_from") or "")
        earlier = [
            number
            for number, other in enumerate(self.entries.items)
            if not (known := standing(other)) or known.period.start is None or known.period.start <= start
        ]
        self.entries.insert(earlier[-1] + 1 if earlier else 0, item)

    def _replace(self, index: int) -> None:
        """Let the schedule in this place become one of the new ones: that of the same weeks, if there is one."""
        if not self.unused:
            self.entries.remove(index)
            return
        weeks = self.entries.items[index].get("weeks")
        chosen = next((fresh for fresh in self.unused if fresh.get("weeks") == weeks), self.unused[0])
        self.unused.remove(chosen)
        self.entries.become(index, chosen, among=_SAID)


def _before(day: date) -> date:
    return day - timedelta(days=1)
