"""Whom the changes reach: the effect on access, municipalities left without an office, and the guard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sscctl.diffing.access import Effect, effect
from sscctl.diffing.guard import Exceeded, hours_exceeded, offices_exceeded
from sscctl.diffing.sides import Sides
from sscctl.diffing.significance import hours_lost
from sscctl.diffing.worlds import MOVING, Wanted, Worlds
from sscctl.domain.change import ORDINARY_HOURS, Change, ChangeKind, Topic
from sscctl.domain.event import Status
from sscctl.domain.hours import WEEKDAYS, Weekday
from sscctl.domain.place import Municipality

_MOST_DAYS = 12
"""So many days are looked at; of more, the first ones and the last."""


@dataclass(frozen=True, slots=True)
class Impact:
    """What the changes do to access and to the limits of the guard; each part is empty where nothing is to be told.

    `effects` go by day; `weekdays` are the effects for a day of the week on which some office closes or opens, and
    `agencies` those for visitors of one agency that leaves somewhere. `losing` are the municipalities that have an
    office before the changes and none after them all.
    """

    effects: Sequence[Effect] = ()
    weekdays: Sequence[Effect] = ()
    agencies: Sequence[Effect] = ()
    losing: Sequence[Municipality] = ()
    exceeded: Sequence[Exceeded] = ()

    @property
    def main(self) -> Effect | None:
        """The effect on the day on which most residents have a longer way; of several such days the last."""
        return max(self.effects, key=lambda effect: (effect.farther, effect.residents, effect.day), default=None)


def impact(sides: Sides, changes: Sequence[Change], on: date | None = None) -> Impact:
    """Work out whom the changes reach.

    Access is measured on each day on which an office opens, closes or moves, or on the day `on` alone; and for each
    weekday on which an office closes or opens altogether. Where no change is of that sort, no agency leaves and no two
    offices lose hours, no offices are read but those that differ.
    """
    moving = [change for change in changes if change.kind in MOVING and change.visible]
    leaving = [change for change in changes if change.kind is ChangeKind.AGENCY_LEAVES]
    turning = [change for change in changes if change.visible and list(_turning(change))]
    if not moving and not leaving and not turning and len(hours_lost(changes)[0]) < 2:
        return Impact()
    worlds = Worlds(sides, changes)
    days = [on] if on else _days(moving) if moving else []
    return Impact(
        effects=[_effect(worlds, sides, Wanted(day)) for day in days],
        weekdays=list(_weekdays(worlds, sides, turning, on)),
        agencies=list(_agencies(worlds, sides, leaving, on)),
        losing=_losing(worlds, sides, days[-1]) if days else (),
        exceeded=list(_exceeded(worlds, sides, days, changes)),
    )


def _days(changes: Sequence[Change]) -> list[date]:
    """The days on which the changes have surely taken effect."""
    days = sorted({change.on.last if change.on else change.effective for change in changes})
    return days if len(days) <= _MOST_DAYS else [*days[: _MOST_DAYS - 1], days[-1]]


def _effect(worlds: Worlds, sides: Sides, wanted: Wanted) -> Effect:
    before, after = worlds.sites_before(wanted), worlds.sites_after(wanted)
    municipalities = sides.after.reference.municipalities.values()
    offices = (worlds.offices_before[site.office] for site in before.all)
    unsure = sum(office.status_on(wanted.day) is Status.UNKNOWN for office in offices)
    return effect(
        wanted.day, before, after, municipalities, agency=wanted.agency, weekday=wanted.weekday, uncertain=unsure
    )


def _agencies(worlds: Worlds, sides: Sides, leaving: Sequence[Change], on: date | None) -> Iterator[Effect]:
    for agency in sorted({change.agency for change in leaving if change.agency}):
        days = [on] if on else _days([change for change in leaving if change.agency == agency])
        yield _effect(worlds, sides, Wanted(days[-1], agency=agency))


def _turning(change: Change) -> Iterator[Weekday]:
    """The weekdays on which an office closes altogether where it did not, or the other way round."""
    ordinary = change.hours if change.field == ORDINARY_HOURS else None
    for weekday, before, after in ordinary.days if ordinary else ():
        if (before.told == _CLOSED) is not (after.told == _CLOSED) and before.told != _UNKNOWN != after.told:
            yield weekday


_CLOSED, _UNKNOWN = ((None, ()),), ((None, None),)


def _weekdays(worlds: Worlds, sides: Sides, turning: Sequence[Change], on: date | None) -> Iterator[Effect]:
    """The effect for each weekday, once all of its changes have taken effect."""
    for weekday in WEEKDAYS:
        days = _days([change for change in turning if weekday in _turning(change)])
        if days:
            day = on or days[-1]
            day += timedelta(days=(WEEKDAYS.index(weekday) - day.weekday()) % 7)
            yield _effect(worlds, sides, Wanted(day, weekday=weekday))


def _losing(worlds: Worlds, sides: Sides, day: date) -> list[Municipality]:
    left = {office.municipality for office in worlds.after(day)}
    lost = sorted({office.municipality for office in worlds.before(day)} - left)
    found = (sides.after.reference.municipality(code) for code in lost)
    return [municipality for municipality in found if municipality]


def _exceeded(worlds: Worlds, sides: Sides, days: Sequence[date], changes: Sequence[Change]) -> Iterator[Exceeded]:
    """By the limits as they were before: a change that lifts a limit does not hide what it lets through."""
    settings = sides.before.settings or sides.after.settings
    limits = (settings.guard if settings else None) or {}
    if days:
        most = max(days, key=lambda day: (len(worlds.before(day)) - len(worlds.after(day)), day))
        yield from offices_exceeded(worlds.before(most), worlds.after(most), limits)
    cut, lost = hours_lost(changes)
    if len(cut) > 1:
        day = max(change.effective for change in changes if change.subject in cut and change.topic is Topic.OFFICE)
        schedules = (office.hours.schedule_on(day) for office in worlds.before(day))
        total = sum(schedule.weekly_minutes or 0 for schedule in schedules if schedule)
        yield from hours_exceeded(lost, max(total, lost), len(cut), limits)
