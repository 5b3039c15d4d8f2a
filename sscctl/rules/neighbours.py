"""SSC205, SSC209: two offices in one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from math import floor
from typing import NamedTuple

from sscctl.domain.distance import metres_between
from sscctl.domain.event import Status
from sscctl.domain.finding import Severity
from sscctl.domain.office import Office
from sscctl.domain.place import Address, Point, Precision
from sscctl.rules._rule import Book, Breach, Claim, Document, Member, Members
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

APART = 150
"""Metres between two doors that surely are two offices."""

_CELL = (0.01, 0.02)
"""Degrees: the size of the squares that offices are sorted into, about 1 km either way."""

_REACH = (0.00136, 0.0039)
"""Degrees that `APART` is at most, in latitude, and in longitude at Sweden's north end."""


def _place(document: Document, world: World) -> Iterable[Claim]:
    """The squares that an open office lies in or close to; points of whole towns say nothing."""
    found = _open_address(document, world)
    if not found or not found[1].position:
        return
    index, position = found[0], found[1].position
    is_on_earth = abs(position.latitude) <= 90 and abs(position.longitude) <= 180
    if is_on_earth and position.precision in (Precision.ENTRANCE, Precision.ADDRESS):
        for cell in _cells(position.point):
            yield Claim(cell, ("addresses", index, "position"), (position.latitude, position.longitude))


@BOOK.group_rule("SSC205", Severity.WARNING, by=_place)
def offices_side_by_side(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """Two open offices lie less than 150 m apart.

    Probably one office stands in the registry twice, under two names, and every count is one too many.

    Svenska: Två öppna kontor ligger mindre än 150 m från varandra.

    Troligen finns samma kontor två gånger i registret under två namn, och då blir varje antal ett för stort.

    Bad:
        offices/exempelstad-dubbel:
          municipality: "0180"
          lifecycle: [{event: opened, on: "2022-01-10"}]
          addresses:
            - {valid_from: "2022-01-10", position: {latitude: 59.34255, longitude: 18.05402, precision: entrance}}
    Good:
        offices/exempelstad-dubbel:
          municipality: "0180"
          lifecycle: [{event: opened, on: "2022-01-10"}]
          addresses:
            - {valid_from: "2022-01-10", position: {latitude: 59.35255, longitude: 18.05402, precision: entrance}}
    """
    if len(members) < 2:
        return
    for first, second, metres in sorted(_close(members)):
        shared = _cells(_point(first)) & _cells(_point(second))
        if key != min(shared):
            continue  # the same two meet in another square too, and are told of there
        yield (
            second,
            Breach(
                second.pointer,
                Text(
                    f"ligger {metres:.0f} m från det öppna kontoret {first.id}",
                    f"lies {metres:.0f} m from the open office {first.id}",
                ),
                _TWICE,
            ),
        )


class _Pair(NamedTuple):
    first: Member
    second: Member
    metres: float


def _close(members: Members) -> Iterator[_Pair]:
    """Each member with one that lies too close, if any; found by going north and looking back a little."""
    behind: list[Member] = []
    for member in sorted(members, key=lambda member: (_point(member).latitude, member.path)):
        here = _point(member)
        behind = [other for other in behind if here.latitude - _point(other).latitude <= _REACH[0]]
        for other in reversed(behind):
            metres = metres_between(here, _point(other))
            if metres < APART:
                first, second = sorted((other, member))
                yield _Pair(first, second, metres)
                break
        behind.append(member)


def _point(member: Member) -> Point:
    latitude, longitude = member.value
    return Point(float(latitude or 0), float(longitude or 0))


def _cells(point: Point) -> set[str]:
    """The squares within reach of a point: one, or up to four at their edges. Points within reach share one."""
    rows, columns = (
        {floor((degrees + side * reach) / size) for side in (-1, 1)}
        for degrees, size, reach in zip((point.latitude, point.longitude), _CELL, _REACH, strict=True)
    )
    return {f"{row}:{column}" for row, column in product(rows, columns)}


def _street_and_number(document: Document, world: World) -> Iterable[Claim]:
    """The street and number of an open office, in its municipality; without a number a street says too little."""
    found = _open_address(document, world)
    if not found or not isinstance(document, Office):
        return
    index, address = found
    if address.street and re.search("[0-9]", address.street):
        street = re.sub(r"[^\w-]", "", address.street.casefold())
        town = address.post_town.casefold() if address.post_town else None
        yield Claim(f"{document.municipality} {street}", ("addresses", index, "street"), (address.street, town))


@BOOK.group_rule("SSC209", Severity.WARNING, by=_street_and_number)
def same_street_address(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """Two open offices have the same street address.

    Probably one office stands in the registry twice, or one of them has moved.

    Svenska: Två öppna kontor har samma gatuadress.

    Troligen finns samma kontor två gånger i registret, eller så har ett av dem flyttat.

    Bad:
        offices/exempelstad-dubbel:
          municipality: "0180"
          lifecycle: [{event: opened, on: "2022-01-10"}]
          addresses: [{valid_from: "2022-01-10", street: exempelgatan 1, post_town: Stockholm}]
    Good:
        offices/exempelstad-dubbel:
          municipality: "0180"
          lifecycle: [{event: opened, on: "2022-01-10"}]
          addresses: [{valid_from: "2022-01-10", street: Exempelgatan 11, post_town: Stockholm}]
    """
    earlier: list[Member] = []
    for member in sorted(members) if len(members) > 1 else ():
        first = next((other for other in earlier if _may_be_one_town(other, member)), None)
        if first:
            street = member.value[0]
            message = Text(f"{street} är också adressen för {first.id}", f"{street} is the address of {first.id} too")
            yield member, Breach(member.pointer, message, _TWICE)
        else:
            earlier.append(member)


def _may_be_one_town(one: Member, other: Member) -> bool:
    (_, town), (_, other_town) = one.value, other.value
    return town is None or other_town is None or town == other_town


_TWICE = Text(
    "är det samma kontor, ta bort det ena; har ett flyttat, rätta adressen",
    "if they are one office, remove one; if one has moved, correct the address",
)


def _open_address(document: Document, world: World) -> tuple[int, Address] | None:
    """Where an office that is open today is, and the place of that address in its list."""
    if not isinstance(document, Office) or not document.addresses:
        return None
    address = document.address_on(world.today)
    if address is None or document.status_on(world.today) is not Status.OPEN:
        return None
    return document.addresses.index(address), address
