"""What all pages are made of: the offices as they are on the day, where they lie, and which files the data has."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sscctl.domain.collation import swedish_key
from sscctl.domain.distance import metres_between
from sscctl.domain.event import Status
from sscctl.domain.place import Point
from sscctl.domain.timetable import Timetable
from sscctl.publishing.edition import Edition
from sscctl.publishing.office_record import Published, in_sweden, publish_office
from sscctl.querying.portrait import Portrait, portray

THERE = (Status.OPEN, Status.SUSPENDED)
"""The statuses of an office that visitors can count on to exist."""
OVER = (Status.CLOSED, Status.CANCELLED)


@dataclass(frozen=True, slots=True)
class Near:
    """An open office, and how far it is in a straight line."""

    portrait: Portrait
    metres: float


class Site:
    """An edition seen as a place for visitors. `data` names the files that are published beside the pages."""

    def __init__(self, edition: Edition, data: Collection[str]) -> None:
        self.edition = edition
        self.data = frozenset(data)
        self.day: date = edition.day
        self.registry = edition.registry
        self.reference = edition.reference
        self.policy = edition.policy
        self._published: dict[str, Published] = {}
        self._nearest: dict[tuple[Point, int, str | None], list[Near]] = {}

    @cached_property
    def portraits(self) -> Mapping[str, Portrait]:
        """Every office by id, in the order of their names in the Swedish alphabet."""
        offices = sorted(self.registry.offices.values(), key=lambda office: (swedish_key(office.name), office.id))
        return {office.id: portray(self.registry, self.reference, office, self.day) for office in offices}

    def published(self, portrait: Portrait) -> Published:
        """The office as the data has it."""
        ident = portrait.office.id
        if ident not in self._published:
            self._published[ident] = publish_office(portrait.office, self.edition)
        return self._published[ident]

    def timetable(self, portrait: Portrait) -> Timetable:
        """The office's days under the registry's policy."""
        return self.policy.timetable(portrait.office)

    def in_municipality(self, code: str) -> Sequence[Portrait]:
        """The offices there, those that visitors can go to first."""
        return self._by_municipality.get(code, ())

    def in_county(self, code: str) -> Sequence[Portrait]:
        """The offices there, those that visitors can go to first."""
        return visited_first(one for one in self.portraits.values() if one.office.county == code)

    def point(self, portrait: Portrait) -> tuple[Point, bool] | None:
        """Where the office lies, and whether that is its own point.

        Else it is that of its postcode or of the municipality's main town; `None` where not even that is known.
        """
        address = portrait.address
        if address and address.position and in_sweden(address.position):
            return address.position.point, True
        postcode = self.reference.postcode(address.postcode) if address and address.postcode else None
        if postcode:
            return postcode.point, False
        return (portrait.municipality.seat, False) if portrait.municipality else None

    def nearest(self, point: Point, count: int, *, but: str | None = None) -> list[Near]:
        """The open offices nearest to a point."""
        asked = (point, count, but)
        if asked not in self._nearest:
            self._nearest[asked] = self._measured(point, count, but)
        return self._nearest[asked]

    def _measured(self, point: Point, count: int, but: str | None) -> list[Near]:
        found = (
            Near(portrait, metres_between(point, there)) for portrait, there in self._open if portrait.office.id != but
        )
        return heapq.nsmallest(count, found, key=lambda near: (near.metres, near.portrait.office.id))

    @cached_property
    def _open(self) -> Sequence[tuple[Portrait, Point]]:
        offices = [one for one in self.portraits.values() if one.status is Status.OPEN]
        return [(one, found[0]) for one in offices if (found := self.point(one))]

    @cached_property
    def _by_municipality(self) -> Mapping[str, Sequence[Portrait]]:
        found: dict[str, list[Portrait]] = {}
        for one in self.portraits.values():
            found.setdefault(one.office.municipality, []).append(one)
        return {code: visited_first(some) for code, some in found.items()}


_ORDER = (
    Status.OPEN,
    Status.SUSPENDED,
    Status.PLANNED,
    Status.PROPOSED,
    Status.UNKNOWN,
    Status.CLOSED,
    Status.CANCELLED,
)


def visited_first(portraits: Iterable[Portrait]) -> list[Portrait]:
    """Those that visitors can go to, then those that come, then the uncertain and those that are gone."""
    return sorted(portraits, key=lambda one: _ORDER.index(one.status))
