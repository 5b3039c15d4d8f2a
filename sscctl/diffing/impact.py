"""Whom the changes reach: the effect on access, municipalities left without an office, and the guard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sscctl.diffing.access import Effect, effect
from sscctl.diffing.guard import Exceeded, hours_exceeded, offices_exceeded
from sscctl.diffing.sides import Sides
from sscctl.diffing.significance import hours_lost
from sscctl.diffing.worlds import MOVING, Worlds
from sscctl.domain.change import Change, ChangeKind, Topic
from sscctl.domain.event import Status
from sscctl.domain.place import Municipality

_MOST_DAYS = 12
"""So many days are looked at; of more, the first ones and the last."""


@dataclass(frozen=True, slots=True)
class Impact:
    """What the changes do to access and to the limits of the guard; each part is empty where nothing is to be told.

    `effects` go by day, `agencies` are the effects for visitors of one agency that leaves somewhere. `losing` are the
    municipalities that have an office before the changes and none after them all.
    """

    effects: Sequence[Effect] = ()
    agencies: Sequence[Effect] = ()
    losing: Sequence[Municipality] = ()
    exceeded: Sequence[Exceeded] = ()

    @property
    def main(self) -> Effect | None:
        """The effect on the day on which most residents have a longer way; of several such days the last."""
        return max(self.effects, key=lambda effect: (effect.farther, effect.residents, effect.day), default=None)


def impact(sides: Sides, changes: Sequence[Change], on: date | None = None) -> Impact:
    """Work out whom the changes reach.

    Access is measured on each day on which an office opens, closes or moves, or on the day `on` alone. Where no office
    does and no agency leaves, nothing is measured; where no two offices lose hours, none but those that differ is read.
    """
    moving = [change for change in changes if change.kind in MOVING and change.visible]
    leaving = [change for change in changes if change.kind is ChangeKind.AGENCY_LEAVES]
    if not moving and not leaving and len(hours_lost(changes)[0]) < 2:
        return Impact()
    worlds = Worlds(sides, changes)
    days = [on] if on else _days(moving)
    return Impact(
        effects=[_effect(worlds, sides, day, None) for day in days],
        agencies=list(_agencies(worlds, sides, leaving, on)),
        losing=_losing(worlds, sides, days[-1]) if days else (),
        exceeded=list(_exceeded(worlds, sides, days, changes)),
    )


def _days(changes: Sequence[Change]) -> list[date]:
    """The days on which the changes have surely taken effect."""
    days = sorted({change.on.last if change.on else change.effective for change in changes})
    return days if len(days) <= _MOST_DAYS else [*days[: _MOST_DAYS - 1], days[-1]]


def _effect(worlds: Worlds, sides: Sides, day: date, agency: str | None) -> Effect:
    before, after = worlds.sites_before(day, agency), worlds.sites_after(day, agency)
    municipalities = sides.after.reference.municipalities.values()
    there = {site.office for site in before.all}
    unsure = sum(
        office.status_on(day) is Status.UNKNOWN for ident, office in worlds.offices_before.items() if ident in there
    )
    return effect(day, before, after, municipalities, agency=agency, uncertain=unsure)


def _agencies(worlds: Worlds, sides: Sides, leaving: Sequence[Change], on: date | None) -> Iterator[Effect]:
    for agency in sorted({change.agency for change in leaving if change.agency}):
        days = [on] if on else _days([change for change in leaving if change.agency == agency])
        yield _effect(worlds, sides, days[-1], agency)


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
