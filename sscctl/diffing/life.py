"""Compares the lives of an office: what it is on each day, before and after; and what was only noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sscctl.diffing._maker import Maker
from sscctl.diffing.stretches import first_day, runs
from sscctl.domain.change import Change, ChangeKind, Closing
from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.lifecycle import Turn, turns
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period

GONE = frozenset((Status.CLOSED, Status.CANCELLED))
COMING = frozenset((Status.PROPOSED, Status.PLANNED))
_OPENING = frozenset((EventKind.OPENED, EventKind.INAUGURATED, EventKind.REOPENED))


@dataclass(frozen=True, slots=True)
class LifeChange:
    """A change of status, and the events on either side that begin or end it."""

    change: Change
    events: tuple[Event, ...]


def compare_lives(before: Office, after: Office, maker: Maker) -> Iterator[LifeChange]:
    """Yield each period in which the office is something else than it was, as one change.

    The days on which a partial date leaves the status open belong to the change that they lead to.
    """
    old, new = _Life.of(before), _Life.of(after)

    def difference(stretch: Period) -> tuple[Status, Status] | None:
        day = first_day(stretch)
        was, will = before.status_on(day), after.status_on(day)
        if was is will or (will is Status.UNKNOWN and new.is_turning(day)):
            return None
        return was, will

    for period, (was, will) in runs(old.edges | new.edges, difference):
        bringing = new.turn_at(period.start)
        ending = old.turn_at(period.end)
        is_sooner = ending is not None and ending.status is will
        kind = _kind(was, will, bringing, passes=is_sooner)
        event = bringing.event if bringing else None
        closing = _closing(kind, event, before, after, period.start or date.min)
        if is_sooner:
            closing = replace(closing, earlier=period.end)
        change = maker.make(
            kind,
            "status",
            was.value,
            will.value,
            during=period,
            on=_told(bringing, period),
            closing=closing if kind is not ChangeKind.STATUS else None,
        )
        around = (life.turn_at(day) for life in (old, new) for day in (period.start, period.end) if day)
        events = [turn.event for turn in around if turn]
        if kind is ChangeKind.CLOSES:
            events += _closings(after)
        yield LifeChange(change, tuple(events))


@dataclass(frozen=True, slots=True)
class _Life:
    turns: Sequence[Turn]

    @classmethod
    def of(cls, office: Office) -> _Life:
        return cls(turns(office.lifecycle))

    @property
    def edges(self) -> set[date]:
        return {edge for turn in self.turns for edge in (turn.on.first, turn.on.last)}

    def is_turning(self, day: date) -> bool:
        """Whether a change to a known status may or may not have come by the day."""
        return any(turn.on.first <= day < turn.on.last for turn in self.turns if turn.status is not Status.UNKNOWN)

    def turn_at(self, day: date | None) -> Turn | None:
        """The turn that is certain from the day on; of several the last."""
        return next((turn for turn in reversed(self.turns) if turn.on.last == day), None)


def _kind(was: Status, will: Status, turn: Turn | None, *, passes: bool) -> ChangeKind:
    """What a visitor would call it; a closing presumes that the office was open, whatever was known of it."""
    bringing = turn.event.kind if turn else None
    if was in GONE and will in GONE:
        return ChangeKind.STATUS
    if was in GONE:
        return ChangeKind.REOPENS if bringing in _OPENING and not passes else ChangeKind.STAYS
    if bringing is EventKind.CLOSING_ANNOUNCED:
        return ChangeKind.CLOSING_ANNOUNCED
    if will is Status.OPEN:
        return _opening(was, is_opening=bringing in _OPENING, passes=passes)
    if was is Status.OPEN and will in COMING:
        return ChangeKind.OPENING_POSTPONED
    return _LEADS_TO.get(will, ChangeKind.STATUS)


_LEADS_TO = {
    Status.CLOSED: ChangeKind.CLOSES,
    Status.CANCELLED: ChangeKind.CANCELLED,
    Status.SUSPENDED: ChangeKind.SUSPENDS,
    Status.PLANNED: ChangeKind.PLANNED,
    Status.PROPOSED: ChangeKind.PLANNED,
}


def _opening(was: Status, *, is_opening: bool, passes: bool) -> ChangeKind:
    if was is Status.SUSPENDED:
        return ChangeKind.REOPENS if is_opening and not passes else ChangeKind.STAYS
    return ChangeKind.OPENS if is_opening else ChangeKind.STATUS


def _told(turn: Turn | None, period: Period) -> PartialDate | None:
    """The date as the source gives it where it is not a whole day and leads to this period."""
    return turn.on if turn is not None and not turn.on.is_day and turn.on.last == period.start else None


def _closing(kind: ChangeKind, event: Event | None, before: Office, after: Office, day: date) -> Closing:
    asked = day - timedelta(days=1) if kind in (ChangeKind.CLOSES, ChangeKind.SUSPENDS) and day > date.min else day
    opens = kind in (ChangeKind.OPENS, ChangeKind.REOPENS, ChangeKind.STAYS)
    schedule = (after if opens else before).hours.schedule_on(asked)
    decision = event.decision if event else None
    if kind is ChangeKind.CLOSES and decision is None:
        decision = next((closing.decision for closing in reversed(_closings(after)) if closing.decision), None)
    return Closing(
        last_day=event.last_day if event and kind is ChangeKind.CLOSES else None,
        decision=decision,
        successors=event.successors if event else (),
        minutes=schedule.weekly_minutes if schedule else None,
    )


def is_there(office: Office, day: date) -> bool:
    """Whether the office may be open on the day: it is not closed for good, and no source tells that it opens later."""
    if office.status_on(day) in GONE:
        return False
    opening = next((turn for turn in turns(office.lifecycle) if turn.event.kind in _OPENING), None)
    return opening is None or day >= opening.on.first


def _closings(office: Office) -> list[Event]:
    """What decides or reports that the office closes."""
    return [event for event in office.lifecycle if event.kind in (EventKind.CLOSING_DECIDED, EventKind.CLOSED)]
