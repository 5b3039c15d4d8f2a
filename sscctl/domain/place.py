"""Where things are: addresses, positions, and the official codes of municipalities and counties."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.text import Text


class Precision(StrEnum):
    """What a position points at."""

    ENTRANCE = "entrance"
    ADDRESS = "address"
    POSTCODE = "postcode"
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the Earth in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Position:
    """A point (koordinater) and what it points at; `decimals` is how many the file writes, the fewer of the two."""

    latitude: float
    longitude: float
    precision: Precision
    decimals: int
    sources: tuple[str, ...] = ()

    @property
    def point(self) -> Point:
        """The bare point."""
        return Point(self.latitude, self.longitude)


@dataclass(frozen=True, slots=True)
class Address:
    """Where to go (besöksadress) for a period; every part can be missing when no source gives it."""

    period: Period
    since: PartialDate | None = None
    street: str | None = None
    postcode: str | None = None
    post_town: str | None = None
    locality: str | None = None
    directions: Text | None = None
    position: Position | None = None
    note: Text | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality (kommun): SCB's code of four digits and its name; the seat is GeoNames' point of its main town."""

    code: str
    name: str
    seat_name: str
    seat: Point
    population: int
    population_year: int

    @property
    def county(self) -> str:
        """The county's code: the first two digits."""
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class County:
    """A county (län): SCB's code of two digits, its name (`Örebro län`) and its ISO 3166-2 code."""

    code: str
    name: str
    iso_code: str
    population: int
    population_year: int


@dataclass(frozen=True, slots=True)
class Postcode:
    """A postcode (postnummer): its post town, that town's point, and the municipality it mostly serves."""

    code: str
    post_town: str
    municipality: str
    point: Point


@dataclass(frozen=True, slots=True)
class TestPlace:
    """A place where Trafikverket Förarprov holds driving or theory tests (provplats)."""

    id: str
    name: str
    municipality: str
    point: Point | None
    tests: tuple[str, ...]


def spaced_postcode(code: str) -> str:
    """Print a postcode the way Swedish post does: `113 22`."""
    return f"{code[:3]} {code[3:]}" if len(code) == 5 else code
