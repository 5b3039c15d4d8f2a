"""The points that names of places stand for: municipalities, towns and offices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from sscctl.domain.collation import folded
from sscctl.domain.place import Point, Postcode, Precision
from sscctl.errors import NotFound
from sscctl.querying.portrait import Portrait
from sscctl.querying.select import county_names, unknown
from sscctl.reading.reference import Reference
from sscctl.text import Text

_OF_TOWN = (" kommun", " stad")
_ASTRAY = 30.0
"""Kilometres: a postcode's point that lies farther outside its municipality is taken for a mistake of the list."""


Names = Mapping[str, Callable[[], Point]]
"""Names, and what finds the point of each."""


def named(text: str, reference: Reference, portraits: Iterable[Portrait]) -> tuple[str, Point]:
    """Find a municipality, a town or what offices are called, in any case, with å ä ö or without; in this order.

    What is written as the name is comes before what is only alike without its dots (Håbo is not Habo). NotFound names
    those that look like it.
    """
    every = (_municipalities(reference), _post_towns(reference), _of_offices(portraits, reference))
    for spelling in (_plain, _dotless):
        forms = _forms(spelling(text))
        for points in every:
            spelled = {spelling(name): name for name in points}
            name = next((spelled[form] for form in forms if form in spelled), None)
            if name is not None:
                return name, points[name]()
    county = next((name for name in county_names(reference).values() if _of_county(name) == _of_county(text)), None)
    if county:
        command = f'sscctl list --county "{county}"'
        raise NotFound(
            Text(f"{county} är ett län och ingen plats", f"{county} is a county and no place"),
            Text(f"länets kontor: {command}", f"its offices: {command}"),
        )
    error = unknown(Text("orten", "place"), text, {name: name for points in every for name in points})
    raise NotFound(error.message, error.advice or PLACES)


PLACES = Text(
    "skriv en kommun, en ort, ett postnummer eller en punkt som 59.33,18.07",
    "write a municipality, a town, a postcode or a point as 59.33,18.07",
)


def standing(portrait: Portrait, reference: Reference) -> tuple[Point, bool] | None:
    """Where an office is, and whether that is its own position.

    Else it is the point of its post town or of its municipality's main town; `None` where not even that is known.
    """
    address = portrait.address
    if address and address.position:
        return address.position.point, address.position.precision in (Precision.ENTRANCE, Precision.ADDRESS)
    postcode = reference.postcode(address.postcode) if address and address.postcode else None
    if postcode:
        return point_of(postcode, reference), False
    towns = (reference.post_towns.get(name) for name in _called(portrait))
    town = next((town for town in towns if town and town.municipality == portrait.office.municipality), None)
    if town:
        return point_of(town, reference), False
    return (portrait.municipality.seat, False) if portrait.municipality else None


def point_of(postcode: Postcode, reference: Reference) -> Point:
    """A postcode's point; that of its municipality's main town where the list has it far outside the municipality."""
    municipality = reference.municipality(postcode.municipality)
    outside = reference.kilometres_outside(postcode.point, postcode.municipality)
    return municipality.seat if municipality and outside and outside > _ASTRAY else postcode.point


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())


def _dotless(name: str) -> str:
    return folded(_plain(name))


def _of_county(name: str) -> str:
    return _dotless(name).removesuffix(" lan").removesuffix("s")


def _forms(wanted: str) -> tuple[str, ...]:
    """What was written, and the same without `servicekontoret`, or `kommun` and `stad` and their genitive."""
    wanted = wanted.removeprefix("servicekontoret ").removesuffix(" servicekontor")
    bare = next((wanted.removesuffix(end) for end in _OF_TOWN if wanted.endswith(end)), wanted)
    return wanted, bare, bare.removesuffix("s")


def _municipalities(reference: Reference) -> Names:
    """Municipalities and their main towns; where both have the name, the municipality."""
    known = reference.municipalities.values()
    points = {one.seat_name: one.seat for one in known} | {one.name: one.seat for one in known}
    return {name: partial(_itself, point) for name, point in points.items()}


def _post_towns(reference: Reference) -> Names:
    return {name: partial(point_of, postcode, reference) for name, postcode in reference.post_towns.items()}


def _of_offices(portraits: Iterable[Portrait], reference: Reference) -> Names:
    """What offices and their parts of town are called, where only one municipality has the name."""
    found: dict[str, list[Portrait]] = {}
    for portrait in portraits:
        for name in dict.fromkeys(_called(portrait)):
            found.setdefault(name, []).append(portrait)
    return {
        name: partial(_itself, stands[0])
        for name, own in found.items()
        if len({one.office.municipality for one in own}) == 1 and (stands := standing(own[0], reference))
    }


def _called(portrait: Portrait) -> Iterator[str]:
    """Yield what an office and its part of town are called, the narrowest first."""
    address, office = portrait.address, portrait.office
    names = (address and address.locality, address and address.post_town, office.name, office.town)
    yield from (name for name in names if name)


def _itself(point: Point) -> Point:
    return point
