"""Reference data: municipalities, counties, postcodes, boundaries and test places, read when they are asked for.

The files lie in the registry under `reference/`; `reference/README.md` says where each comes from. A file that is
missing gives no data, nor does a row that cannot be read: `reference_faults` is who objects to them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from math import cos, radians
from types import MappingProxyType
from typing import TypeVar

from sscctl.domain.distance import metres_between
from sscctl.domain.finding import Fault
from sscctl.domain.place import County, Municipality, Point, Postcode, TestPlace
from sscctl.reading.csv_table import Row, SortedTable, read_rows
from sscctl.reading.polygons import Shape, kilometres_outside, read_shapes
from sscctl.reading.reference_faults import load_faults
from sscctl.reading.reference_files import (
    BOUNDARIES,
    COUNTIES,
    COUNTY_BOUNDARIES,
    MUNICIPALITIES,
    POSTCODES,
    TEST_PLACES,
    Read,
)

T = TypeVar("T")

_METRES_A_DEGREE = 111_000
_NAMED = re.compile(r"\s+(?:kommun|stad)\Z", re.IGNORECASE)


class Reference:
    """The official codes and what belongs to them; each file is read once, at the first question that needs it."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._asked: dict[str, Postcode | None] = {}

    def municipality(self, code: str) -> Municipality | None:
        """The municipality with SCB's code of four digits."""
        return self.municipalities.get(code)

    def county(self, code: str) -> County | None:
        """The county with SCB's code of two digits."""
        return self.counties.get(code)

    @cached_property
    def municipalities(self) -> Mapping[str, Municipality]:
        """Every municipality by code, in the order of codes."""
        return _by_code(self._municipality_rows, _municipality)

    @cached_property
    def counties(self) -> Mapping[str, County]:
        """Every county by code, in the order of codes."""
        return _by_code(read_rows(self._read(COUNTIES)), _county)

    def municipality_named(self, name: str) -> Municipality | None:
        """The municipality of that name, in any case: `Österåker`, `Österåkers kommun`; `Malmö`, `Malmö stad`."""
        wanted = " ".join(name.casefold().split())
        bare = _NAMED.sub("", wanted)
        code = next((self._names[form] for form in (wanted, bare, bare.removesuffix("s")) if form in self._names), None)
        return self.municipalities.get(code) if code else None

    @property
    def has_postcodes(self) -> bool:
        """Whether there is a list of postcodes at all."""
        return self._postcodes.has_rows

    def postcode(self, code: str) -> Postcode | None:
        """What is known of a postcode of five digits; `None` for one the list lacks (it is not complete)."""
        if code not in self._asked:
            row = self._postcodes.find(code)
            self._asked[code] = _read_one(row, _postcode) if row else None
        return self._asked[code]

    def postcodes(self) -> Iterator[Postcode]:
        """Yield every postcode of the list, in its order; the whole file is read."""
        for row in read_rows(self._read(POSTCODES)):
            postcode = _read_one(row, _postcode)
            if postcode:
                yield postcode

    @cached_property
    def post_towns(self) -> Mapping[str, Postcode]:
        """Each post town by name, as one of its postcodes that have the point which most of them have."""
        codes: dict[tuple[str, tuple[str, str]], str] = {}
        points: dict[str, Counter[tuple[str, str]]] = {}
        for row in read_rows(self._read(POSTCODES)):
            town, point = row.get("post_town", ""), (row.get("lat", ""), row.get("lon", ""))
            points.setdefault(town, Counter())[point] += 1
            codes.setdefault((town, point), row.get("postcode", ""))
        usual = {town: self.postcode(codes[town, counts.most_common(1)[0][0]]) for town, counts in points.items()}
        return MappingProxyType({town: postcode for town, postcode in usual.items() if town and postcode})

    def kilometres_outside(self, point: Point, municipality: str) -> float | None:
        """How far the point lies outside the municipality's boundary, 0 inside; `None` where there is no boundary.

        The boundaries are drawn coarsely: seats lie up to 2.7 km outside their own.
        """
        shape = self._shapes.get(municipality)
        return kilometres_outside(shape, point) if shape else None

    def boundary(self, municipality: str) -> Shape | None:
        """The boundary of the municipality with that code, drawn coarsely; `None` where there is none."""
        return self._shapes.get(municipality)

    @cached_property
    def county_boundaries(self) -> Mapping[str, Shape]:
        """The boundaries of the counties by code, drawn coarsely."""
        return _read_boundaries(self._read(COUNTY_BOUNDARIES))

    @cached_property
    def test_places(self) -> Mapping[str, TestPlace]:
        """The places for driving tests by id."""
        return _by_code(read_rows(self._read(TEST_PLACES)), _test_place, key="id")

    def test_places_near(self, point: Point, metres: float) -> tuple[tuple[TestPlace, float], ...]:
        """The test places within so many metres, and how far each is; the nearest first."""
        latitudes, places = self._located
        reach = metres / _METRES_A_DEGREE
        sideways = reach / max(cos(radians(point.latitude)), 0.01) * 1.01
        first, last = bisect_left(latitudes, point.latitude - reach), bisect_right(latitudes, point.latitude + reach)
        found = [
            (place, distance)
            for place, there in places[first:last]
            if abs(there.longitude - point.longitude) <= sideways
            and (distance := metres_between(point, there)) <= metres
        ]
        return tuple(sorted(found, key=lambda pair: (pair[1], pair[0].id)))

    def faults(self) -> Iterator[tuple[str, Fault]]:
        """Every file that is missing or broken, by path, with what is wrong."""
        return load_faults(self._read)

    @cached_property
    def _municipality_rows(self) -> tuple[Row, ...]:
        return tuple(read_rows(self._read(MUNICIPALITIES)))

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {
            row[column].casefold(): row["code"]
            for column in ("name_with_kommun", "name")
            for row in self._municipality_rows
            if row.get(column)
        }

    @cached_property
    def _postcodes(self) -> SortedTable:
        return SortedTable(self._read(POSTCODES) or b"", "postcode")

    @cached_property
    def _shapes(self) -> Mapping[str, Shape]:
        return _read_boundaries(self._read(BOUNDARIES))

    @cached_property
    def _located(self) -> tuple[list[float], list[tuple[TestPlace, Point]]]:
        placed = [(place, place.point) for place in self.test_places.values() if place.point]
        placed.sort(key=lambda pair: (pair[1].latitude, pair[0].id))
        return [point.latitude for _, point in placed], placed


def _read_boundaries(data: bytes | None) -> Mapping[str, Shape]:
    try:
        return read_shapes(data or b"{}")
    except ValueError:
        return {}


def _by_code(rows: Iterable[Row], make: Callable[[Row], T], key: str = "code") -> Mapping[str, T]:
    made = ((row.get(key, ""), _read_one(row, make)) for row in rows)
    return MappingProxyType({code: value for code, value in made if code and value is not None})


def _read_one(row: Row, make: Callable[[Row], T]) -> T | None:
    """Make a value of a row; `None` where a column is missing or holds no number."""
    try:
        return make(row)
    except (KeyError, ValueError):
        return None


def _municipality(row: Row) -> Municipality:
    seat = Point(float(row["seat_lat"]), float(row["seat_lon"]))
    population, year = int(row["population"]), int(row["population_year"])
    return Municipality(row["code"], row["name"], row["seat_name"], seat, population, year)


def _county(row: Row) -> County:
    return County(row["code"], row["name"], row["iso_3166_2"], int(row["population"]), int(row["population_year"]))


def _postcode(row: Row) -> Postcode:
    point = Point(float(row["lat"]), float(row["lon"]))
    return Postcode(row["postcode"], row["post_town"], row["municipality_code"], point)


def _test_place(row: Row) -> TestPlace:
    latitude, longitude = row["latitude"], row["longitude"]
    point = Point(float(latitude), float(longitude)) if latitude and longitude else None
    tests = tuple(re.findall(r"[a-z_]+", row["tests"]))
    return TestPlace(row["id"], row["name"], row["municipality_code"], point, tests)
