"""Which offices are nearest to a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sscctl.domain.distance import metres_between
from sscctl.domain.place import Point
from sscctl.errors import NotFound, WrongUsage
from sscctl.querying.coordinates import coordinates
from sscctl.querying.places import PLACES, named, point_of, standing
from sscctl.querying.portrait import Portrait
from sscctl.querying.select import unknown
from sscctl.reading.reference import Reference
from sscctl.text import Text

_POSTCODE = re.compile(r"(?:SE?[- ])?([1-9][0-9]{2})\s?([0-9]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that was asked about: its point, and what the point stands for."""

    point: Point
    name: Text


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An office with its distance in a straight line.

    `exact` is false where the office's own position is not known and that of its post town or of its municipality's
    main town stands in for it.
    """

    portrait: Portrait
    metres: float
    exact: bool

    @property
    def kilometres(self) -> float:
        """The distance in kilometres, to a hundred metres."""
        return round(self.metres / 1000, 1)


def find_place(text: str, reference: Reference, portraits: Iterable[Portrait] = ()) -> Place:
    """Understand "59.33,18.07", a postcode, or the name of a municipality, a town or an office, with å ä ö or without.

    A postcode gives its post town's point, a municipality its main town's (GeoNames), an office its own. NotFound
    names the nearest names; WrongUsage is raised for nothing, and for coordinates that are nowhere on Earth.
    """
    text = " ".join(text.split())
    if not text:
        raise WrongUsage(Text("platsen saknas", "the place is missing"), PLACES)
    if match := _POSTCODE.fullmatch(text):
        code = match[1] + match[2]
        postcode = reference.postcode(code)
        if postcode is None:
            error = unknown(Text("postnumret", "postcode"), text, {})
            raise NotFound(error.message, PLACES)
        label = f"{match[1]} {match[2]} {postcode.post_town}"
        return Place(point_of(postcode, reference), Text(label, label))
    if asked := coordinates(text):
        label = f"{round(asked.latitude, 6)}, {round(asked.longitude, 6)}"
        return Place(asked, Text(label, label))
    name, point = named(text, reference, portraits)
    return Place(point, Text(name, name))


def nearest(place: Place, portraits: Iterable[Portrait], reference: Reference) -> list[Neighbour]:
    """The offices by distance, nearest first; those of which not even the municipality is known are left out."""
    found = [neighbour for portrait in portraits if (neighbour := _measure(place, portrait, reference))]
    return sorted(found, key=lambda neighbour: (neighbour.metres, neighbour.portrait.office.id))


def _measure(place: Place, portrait: Portrait, reference: Reference) -> Neighbour | None:
    stands = standing(portrait, reference)
    if stands is None:
        return None
    point, exact = stands
    return Neighbour(portrait, metres_between(place.point, point), exact)
