"""What the closing of an office touches besides itself: who works there, what agreements name it, where visitors go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sscctl.domain.agreement import Agreement
from sscctl.domain.event import Status
from sscctl.domain.office import CoLocation, CoLocationStatus, Office, Participation
from sscctl.domain.place import Municipality, Point
from sscctl.domain.registry import Registry
from sscctl.querying.near import Neighbour, Place, nearest
from sscctl.querying.portrait import portray
from sscctl.reading.reference import Reference
from sscctl.text import Text

_OVER = (CoLocationStatus.ENDED, CoLocationStatus.DECLINED)


@dataclass(frozen=True, slots=True)
class Touched:
    """What holds at an office on the last day before it closes, and is touched by that.

    `agreements` are those that name it and hold on the day it is closed. `last_in` is the municipality where no other
    office is open then. `nearest` are the open offices that are nearest to it, the nearest first; where it is itself
    is known only if `is_placed`, else the seat of its municipality stands in.
    """

    participations: Sequence[Participation]
    co_locations: Sequence[CoLocation]
    agreements: Sequence[Agreement]
    last_in: Municipality | None
    nearest: Sequence[Neighbour]
    is_placed: bool


def touched(registry: Registry, reference: Reference, office: Office, closed: date) -> Touched:
    """Tell what a closing from the day `closed` on touches."""
    portrait = portray(registry, reference, office, closed - timedelta(days=1))
    others = [other for other in registry.offices.values() if other.id != office.id]
    still = [other for other in others if other.status_on(closed) is Status.OPEN]
    there = any(other.municipality == office.municipality for other in still)
    place = _place(office, reference, closed)
    portraits = (portray(registry, reference, other, closed) for other in still)
    return Touched(
        participations=portrait.participations,
        co_locations=[other for other in office.co_locations if other.status not in _OVER and _goes_on(other, closed)],
        agreements=[
            agreement
            for agreement in registry.context.agreements.values()
            if office.id in agreement.offices and (agreement.period.end is None or agreement.period.end > closed)
        ],
        last_in=None if there else reference.municipality(office.municipality),
        nearest=nearest(place, portraits, reference)[:2] if place else [],
        is_placed=portrait.address is not None and portrait.address.position is not None,
    )


def _goes_on(other: CoLocation, closed: date) -> bool:
    return other.period.end is None or other.period.end > closed


def _place(office: Office, reference: Reference, day: date) -> Place | None:
    """Where the office is, or the seat of its municipality where that is not known."""
    address = office.address_on(day - timedelta(days=1))
    point: Point | None = address.position.point if address and address.position else None
    municipality = reference.municipality(office.municipality)
    if point is None and municipality:
        point = municipality.seat
    return Place(point, Text(office.name, office.name)) if point else None
