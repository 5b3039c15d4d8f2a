"""Which offices are nearest to a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sscctl.domain.collation import folded
from sscctl.domain.distance import metres_between
from sscctl.domain.place import Point, Precision
from sscctl.errors import NotFound, WrongUsage
from sscctl.querying.portrait import Portrait
from sscctl.querying.select import unknown
from sscctl.reading.reference import Reference
from sscctl.text import Text

_NUMBER = r"([-+]?[0-9]{1,3}(?:%s[0-9]+)?)"
_COORDINATES = tuple(
    re.compile(rf"{_NUMBER % point}{between}{_NUMBER % point}")
    for point, between in ((r"\.", r"\s*[,;]\s*"), ("[.,]", r"\s*;\s*"), ("[.,]", r",?\s+"))
)
_POSTCODE = re.compile(r"(?:SE?[- ])?([1-9][0-9]{2})\s?([0-9]{2})", re.IGNORECASE)
_OF_TOWN = (" kommun", " stad")


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


def find_place(text: str, reference: Reference) -> Place:
    """Understand "59.33,18.07", a postcode, or the name of a town or municipality, with å ä ö or without.

    A postcode gives its post town's point, a name its municipality's main town (GeoNames). NotFound names the nearest
    names; WrongUsage is raised for coordinates that are nowhere on Earth.
    """
    text = " ".join(text.split())
    if match := _POSTCODE.fullmatch(text):
        code = match[1] + match[2]
        postcode = reference.postcode(code)
        if postcode is None:
            raise unknown(Text("postnumret", "postcode"), text, {})
        label = f"{match[1]} {match[2]} {postcode.post_town}"
        return Place(postcode.point, Text(label, label))
    if point := _coordinates(text):
        label = f"{point.latitude}, {point.longitude}"
        return Place(point, Text(label, label))
    return _named(text, reference)


def _coordinates(text: str) -> Point | None:
    """Latitude and longitude; a decimal comma is understood where a semicolon or a blank parts the two."""
    match = next((match for pattern in _COORDINATES if (match := pattern.fullmatch(text))), None)
    if match is None:
        return None
    latitude, longitude = (float(number.replace(",", ".")) for number in match.groups())
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise WrongUsage(
            Text(f"{text} ligger ingenstans på jorden", f"{text} is nowhere on Earth"),
            Text("skriv latitud och longitud som 59.33,18.07", "write latitude and longitude as 59.33,18.07"),
        )
    return Point(latitude, longitude)


def _named(text: str, reference: Reference) -> Place:
    """A municipality or its main town; where both have the name, the municipality, whose point is the same or near."""
    municipality = reference.municipality_named(text)
    if municipality:
        return Place(municipality.seat, Text(municipality.name, municipality.name))
    points: dict[str, Point] = {}
    for one in reference.municipalities.values():
        points.setdefault(one.seat_name, one.seat)
    points |= {one.name: one.seat for one in reference.municipalities.values()}
    spelled = {folded(name): name for name in points}
    wanted = folded(text)
    bare = next((wanted.removesuffix(end) for end in _OF_TOWN if wanted.endswith(end)), wanted)
    for form in (wanted, bare, bare.removesuffix("s")):
        if form in spelled:
            name = spelled[form]
            return Place(points[name], Text(name, name))
    error = unknown(Text("orten", "place"), text, {name: name for name in points})
    raise NotFound(error.message, error.advice or _PLACES)


_PLACES = Text(
    "skriv en kommun, en centralort, ett postnummer eller en punkt som 59.33,18.07",
    "write a municipality, its main town, a postcode or a point as 59.33,18.07",
)


def nearest(place: Place, portraits: Iterable[Portrait], reference: Reference) -> list[Neighbour]:
    """The offices by distance, nearest first; those of which not even the municipality is known are left out."""
    found = [neighbour for portrait in portraits if (neighbour := _measure(place, portrait, reference))]
    return sorted(found, key=lambda neighbour: (neighbour.metres, neighbour.portrait.office.id))


def _measure(place: Place, portrait: Portrait, reference: Reference) -> Neighbour | None:
    address = portrait.address
    if address and address.position:
        exact = address.position.precision in (Precision.ENTRANCE, Precision.ADDRESS)
        return Neighbour(portrait, metres_between(place.point, address.position.point), exact)
    postcode = reference.postcode(address.postcode) if address and address.postcode else None
    if postcode:
        return Neighbour(portrait, metres_between(place.point, postcode.point), exact=False)
    if portrait.municipality is None:
        return None
    return Neighbour(portrait, metres_between(place.point, portrait.municipality.seat), exact=False)
