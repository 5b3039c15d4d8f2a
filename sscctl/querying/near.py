"""Which offices are nearest to a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sscctl.domain.collation import folded
from sscctl.domain.distance import metres_between
from sscctl.domain.place import Point
from sscctl.querying.portrait import Portrait
from sscctl.querying.select import unknown
from sscctl.reading.reference import Reference
from sscctl.text import Text

_COORDINATES = re.compile(r"\s*(-?[0-9]{1,3}(?:\.[0-9]+)?)\s*[,;]\s*(-?[0-9]{1,3}(?:\.[0-9]+)?)\s*")
_POSTCODE = re.compile(r"\s*([1-9][0-9]{2})\s?([0-9]{2})\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that was asked about: its point, and what the point stands for."""

    point: Point
    name: Text


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An office with its distance in a straight line; `exact` is false where its town's seat stands in for it."""

    portrait: Portrait
    metres: float
    exact: bool


def find_place(text: str, reference: Reference) -> Place:
    """Understand "59.33,18.07", a postcode, or the name of a town or municipality, with å ä ö or without.

    A postcode gives its post town's point, a name its municipality's seat (GeoNames). NotFound names the nearest names.
    """
    if match := _COORDINATES.fullmatch(text):
        latitude, longitude = float(match[1]), float(match[2])
        return Place(Point(latitude, longitude), Text(f"{latitude}, {longitude}", f"{latitude}, {longitude}"))
    if match := _POSTCODE.fullmatch(text):
        postcode = reference.postcode(match[1] + match[2])
        if postcode is None:
            raise unknown(Text("postnumret", "postcode"), text.strip(), {})
        label = f"{match[1]} {match[2]} {postcode.post_town}"
        return Place(postcode.point, Text(label, label))
    names: dict[str, Point] = {}
    for municipality in reference.municipalities.values():
        names.setdefault(municipality.seat_name, municipality.seat)
    names |= {municipality.name: municipality.seat for municipality in reference.municipalities.values()}
    wanted = folded(" ".join(text.split())).removesuffix(" kommun")
    for name, point in names.items():
        if folded(name) == wanted:
            return Place(point, Text(name, name))
    raise unknown(Text("orten", "place"), text.strip(), {name: name for name in names})


def nearest(place: Place, portraits: Iterable[Portrait]) -> list[Neighbour]:
    """The offices by distance, nearest first; those of which not even the municipality is known are left out."""
    found = [neighbour for portrait in portraits if (neighbour := _measure(place, portrait))]
    return sorted(found, key=lambda neighbour: (neighbour.metres, neighbour.portrait.office.id))


def _measure(place: Place, portrait: Portrait) -> Neighbour | None:
    if portrait.address and portrait.address.position:
        return Neighbour(portrait, metres_between(place.point, portrait.address.position.point), exact=True)
    if portrait.municipality is None:
        return None
    return Neighbour(portrait, metres_between(place.point, portrait.municipality.seat), exact=False)
