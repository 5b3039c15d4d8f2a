"""Where made-up offices lie: in every municipality, inside its boundary, never two within sight of each other."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from math import floor

from sscctl.domain.distance import metres_between
from sscctl.domain.place import Municipality, Point, Postcode
from sscctl.reading.reference import Reference

Read = Callable[[str], bytes]
"""Gives a file of the registry by its path from the root: `reference/postcodes.csv`."""

_ROW, _COLUMN = 200, 400
"""Squares in hundred-thousandths of a degree: 222 m by 160 m (Kiruna) to 250 m (Skåne): neighbours lie apart."""

_RINGS = 60
"""How many squares from the seat offices may lie: 13 km at most."""

_MAY_BE_OUTSIDE = 1.0
"""Kilometres outside the boundary, which is drawn coarsely: no seat lies farther out than 3, which is warned of."""

_FROM_TEST_PLACE = 350
"""Metres; nearer than 300 there would be a note that the two could share premises."""

_FROM_POSTCODE = 15_000
"""Metres between the seat and the postcodes that are used: 30 km between office and postcode is warned of."""

_STREETS = (
    "Storgatan", "Kungsgatan", "Drottninggatan", "Järnvägsgatan", "Skolgatan", "Kyrkogatan", "Torggatan", "Nygatan",
    "Hantverkargatan", "Sjögatan", "Björkvägen", "Ängsvägen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """One place for an office; coordinates have five decimals, streets are unique in their municipality."""

    municipality: Municipality
    street: str
    postcode: Postcode
    latitude: float
    longitude: float


def sites(read: Read, many: int) -> Iterator[Site]:
    """Yield `many` sites, one municipality after another by population and over again; always the same ones."""
    reference = Reference(read)
    by_municipality = _postcodes(read)
    taken: set[tuple[int, int]] = set()
    towns = sorted(reference.municipalities.values(), key=lambda town: (-town.population, town.code))
    supplies = [_sites_in(town, by_municipality[town.code], reference, taken) for town in towns]
    while supplies:
        for supply in tuple(supplies):
            site = next(supply, None)
            if site is None:
                supplies.remove(supply)
                continue
            yield site
            many -= 1
            if not many:
                return
    raise ValueError("Sweden is full")


def _sites_in(
    town: Municipality, postcodes: list[Postcode], reference: Reference, taken: set[tuple[int, int]]
) -> Iterator[Site]:
    near = [postcode for postcode in postcodes if metres_between(town.seat, postcode.point) < _FROM_POSTCODE]
    if not near:
        return
    squares = _squares(town, reference, taken)
    for number, ((row, column), postcode) in enumerate(zip(squares, cycle(near), strict=False)):
        street = f"{_STREETS[number % len(_STREETS)]} {number // len(_STREETS) * 2 + 1}"
        nudge = 1 + (7 * row + 3 * column) % 9  # the last decimal is never 0, which would not be written
        yield Site(town, street, postcode, *_degrees(row, column, nudge))


def _squares(town: Municipality, reference: Reference, taken: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The free squares of a municipality, from its seat outwards."""
    middle = floor(town.seat.latitude * 100_000 / _ROW), floor(town.seat.longitude * 100_000 / _COLUMN)
    for square in _rings(*middle):
        if square in taken:
            continue
        point = Point(*_degrees(*square, 5))
        outside = reference.kilometres_outside(point, town.code)
        if outside is None or outside > _MAY_BE_OUTSIDE or reference.test_places_near(point, _FROM_TEST_PLACE):
            continue
        taken.add(square)
        yield square


def _rings(row: int, column: int) -> Iterator[tuple[int, int]]:
    """Squares around one, ring after ring; the middle one, where the seat's own point is, is left out."""
    for ring in range(1, _RINGS):
        for step in range(-ring, ring):
            yield row - ring, column + step
            yield row + step, column + ring
            yield row + ring, column - step
            yield row - step, column - ring


def _degrees(row: int, column: int, nudge: int) -> tuple[float, float]:
    return (row * _ROW + 90 + nudge) / 100_000, (column * _COLUMN + 190 + nudge) / 100_000


def _postcodes(read: Read) -> Mapping[str, list[Postcode]]:
    """Every postcode whose municipality is known, by the municipality's code."""
    found: dict[str, list[Postcode]] = defaultdict(list)
    for row in csv.DictReader(read("reference/postcodes.csv").decode().splitlines()):
        point = Point(float(row["lat"]), float(row["lon"]))
        code = row["municipality_code"]
        found[code].append(Postcode(row["postcode"], row["post_town"], code, point))
    return found
