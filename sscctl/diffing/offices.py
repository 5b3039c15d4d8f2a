"""Compares one office with itself: its life, where it is, when it is open, who takes part, and all the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sscctl.diffing._maker import Maker
from sscctl.diffing.attendance import compare_attendance
from sscctl.diffing.deviations import compare_deviations
from sscctl.diffing.events import Version, compare_events
from sscctl.diffing.hours_change import compare_hours, compare_notes, compare_other_hours
from sscctl.diffing.life import COMING, GONE, compare_lives
from sscctl.diffing.pairing import Pair
from sscctl.diffing.places import compare_addresses
from sscctl.diffing.sides import Entry, Sides
from sscctl.diffing.values import Difference, differences, effective, same_form
from sscctl.domain.change import Change, ChangeKind, Closing
from sscctl.domain.event import EventKind, Status
from sscctl.domain.lifecycle import turns
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.timetable import NetworkDays
from sscctl.reading.calendar import Calendar
from sscctl.reading.policy import Policy

_COMPARED = {"id", "name", "predecessor", "lifecycle", "addresses", "participations"} | {
    "opening_hours",
    "other_hours",
    "deviations",
}
_NOTICED = {
    "kind": ChangeKind.DETAIL,
    "municipality": ChangeKind.DETAIL,
    "town": ChangeKind.DETAIL,
    "services": ChangeKind.DETAIL,
    "facilities": ChangeKind.DETAIL,
    "contact": ChangeKind.DETAIL,
    "co_locations": ChangeKind.CO_LOCATION,
}
"""The other fields that a visitor notices; what is left (remarks, sources, waivers, ...) is for the record."""


_DATED = (ChangeKind.DETAIL, ChangeKind.CO_LOCATION)
"""The kinds of changes whose entries may tell from when they hold."""


class OfficeComparer:
    """Compares offices of two registries; what lies beside an office is read at the first office that needs it."""

    def __init__(self, sides: Sides, maker: Maker) -> None:
        self._sides = sides
        self._maker = maker

    def compare(self, pair: Pair) -> Iterator[Change]:
        """Yield what differs of one office."""
        before, after = pair
        if before is None or after is None:
            yield from self._one_sided(before, after)
            return
        old, new = before.document, after.document
        if isinstance(old, Office) and isinstance(new, Office):
            yield from self._renamed(before, after, old, new)
            yield from self._two_sided(before, after, old, new)

    def _renamed(self, before: Entry, after: Entry, old: Office, new: Office) -> Iterator[Change]:
        names = (("id", old.id, new.id), ("name", old.name, new.name))
        for field, was, will in names:
            if was != will:
                yield self._maker.make(ChangeKind.RENAMED, field, was, will)
        files = before.path.rpartition("/")[2], after.path.rpartition("/")[2]
        if files[0] != files[1] and old.id == new.id:
            yield self._maker.make(ChangeKind.RENAMED, "file", *files, visible=False)
        if new.predecessor not in (old.predecessor, old.id):
            yield self._maker.make(ChangeKind.CHANGED, "predecessor", old.predecessor, new.predecessor)

    def _two_sided(self, before: Entry, after: Entry, old: Office, new: Office) -> Iterator[Change]:
        was, will, maker = before.tree, after.tree, self._maker
        lives = list(compare_lives(old, new, maker))
        yield from (life.change for life in lives)
        places = list(compare_addresses(old, new, maker))
        yield from places
        moved = any(change.kind is ChangeKind.MOVES for change in places)
        told = [event for life in lives for event in life.events]
        yield from compare_events(Version(old, was), Version(new, will), told, maker, moved=moved)
        yield from self._hours(Version(old, was), Version(new, will))
        parts: list[Change] = []
        if old.participations != new.participations:
            contexts = self._sides.before.context, self._sides.after.context
            parts = list(compare_attendance(old, new, *contexts, maker))
            yield from parts
        if not parts:
            yield from self._recorded(differences(was, will, ("participations",)))
        if not places:
            yield from self._recorded(differences(was, will, ("addresses",)))
        fields = sorted((was.keys() | will.keys()) - _COMPARED)
        yield from self._recorded(differences(was, will, fields))

    def _hours(self, before: Version, after: Version) -> Iterator[Change]:
        """Hours of all sorts; where none differs on any day, what is noted beside them."""
        compared: Mapping[str, Callable[[], Iterator[Change]]] = {
            "opening_hours": lambda: compare_hours(before.office, after.office, self._maker),
            "other_hours": lambda: compare_other_hours(before.office, after.office, self._maker),
            "deviations": lambda: compare_deviations(before.office, after.office, self._maker, *self._network_days),
        }
        for field, compare in compared.items():
            was, will = before.tree.get(field), after.tree.get(field)
            if same_form(was) != same_form(will):
                yield from list(compare()) or compare_notes(field, was, will, self._maker)

    @property
    def _network_days(self) -> tuple[NetworkDays, NetworkDays]:
        calendar = Calendar()
        before, after = self._sides.before.settings, self._sides.after.settings
        return Policy(before, calendar).day, Policy(after, calendar).day

    def _recorded(self, found: Iterator[Difference]) -> Iterator[Change]:
        for field, was, will in found:
            kind = _NOTICED.get(field.partition("/")[0], ChangeKind.CHANGED)
            yield self._maker.make(kind, field, was, will, on=effective(was, will) if kind in _DATED else None)

    def _one_sided(self, before: Entry | None, after: Entry | None) -> Iterator[Change]:
        """One change says it all: an office that was not in the registry, or is not any more."""
        gone = before.document if before else None
        come = after.document if after else None
        if isinstance(gone, Office):
            status = gone.status_on(self._maker.today)
            is_there = status not in GONE
            kind = ChangeKind.VANISHES if is_there else ChangeKind.REMOVED
            yield self._maker.make(kind, "office", status.value, None, closing=_hours_of(gone, self._maker))
        if isinstance(come, Office):
            yield self._added(come)

    def _added(self, office: Office) -> Change:
        status = office.status_on(self._maker.today)
        opening = next((turn for turn in turns(office.lifecycle) if turn.event.kind is EventKind.OPENED), None)
        closing = _hours_of(office, self._maker)
        if opening is not None and (status in (Status.OPEN, Status.UNKNOWN) or opening.on.last > self._maker.today):
            during = Period(opening.on.last, None)
            on = None if opening.on.is_day else opening.on
            return self._maker.make(
                ChangeKind.OPENS, "office", None, Status.OPEN.value, during=during, on=on, closing=closing
            )
        if status in COMING:
            on = _expected(office)
            return self._maker.make(ChangeKind.PLANNED, "office", None, status.value, on=on, closing=closing)
        return self._maker.make(
            ChangeKind.ADDED, "office", None, status.value, visible=status not in GONE, closing=closing
        )


def _hours_of(office: Office, maker: Maker) -> Closing:
    schedule = office.hours.schedule_on(maker.today)
    decision = next((event.decision for event in reversed(office.lifecycle) if event.decision), None)
    return Closing(decision=decision, minutes=schedule.weekly_minutes if schedule else None)


def _expected(office: Office) -> PartialDate | None:
    return next((event.expected for event in reversed(office.lifecycle) if event.expected), None)
