"""The files of reference data: where they lie from the registry's root, and what each must hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

MUNICIPALITIES = "reference/municipalities.csv"
COUNTIES = "reference/counties.csv"
POSTCODES = "reference/postcodes.csv"
TEST_PLACES = "reference/test_places.csv"
BOUNDARIES = "reference/municipalities.geojson"
COUNTY_BOUNDARIES = "reference/counties.geojson"

Read = Callable[[str], bytes | None]
"""Gives the bytes of a file by its path from the registry's root, or `None` where there is no such file."""


class Form(NamedTuple):
    """How the values of a column are written, and one that is."""

    pattern: str
    example: str


_NAME = Form(r"\S(.*\S)?", "Örebro")
_LATITUDE = Form(r"[0-9]{2}(\.[0-9]+)?", "59.3294")
_LONGITUDE = Form(r"[0-9]{2}(\.[0-9]+)?", "18.0686")
_COUNT = Form(r"[0-9]+", "155696")
_YEAR = Form(r"[0-9]{4}", "2019")
_MUNICIPALITY, _COUNTY = Form(r"[0-9]{4}", "0180"), Form(r"[0-9]{2}", "01")


@dataclass(frozen=True, slots=True)
class Table:
    """What a file must hold: its columns and the form of their values, the key first; `known` names codes elsewhere."""

    path: str
    columns: Mapping[str, Form]
    known: Mapping[str, str] = field(default_factory=dict)
    is_sorted: bool = True
    may_be_absent: bool = False

    @property
    def key(self) -> str:
        """The column that tells the rows apart."""
        return next(iter(self.columns))


TABLES = (
    Table(
        MUNICIPALITIES,
        {
            "code": _MUNICIPALITY,
            "name": _NAME,
            "name_with_kommun": _NAME,
            "county_code": _COUNTY,
            "seat_name": _NAME,
            "seat_lat": _LATITUDE,
            "seat_lon": _LONGITUDE,
            "population": _COUNT,
            "population_year": _YEAR,
        },
        known={"county_code": COUNTIES},
    ),
    Table(
        COUNTIES,
        {
            "code": _COUNTY,
            "name": _NAME,
            "iso_3166_2": Form(r"SE-[A-Z]{1,2}", "SE-AB"),
            "population": _COUNT,
            "population_year": _YEAR,
        },
    ),
    Table(
        POSTCODES,
        {
            "postcode": Form(r"[1-9][0-9]{4}", "11322"),
            "post_town": _NAME,
            "municipality_code": _MUNICIPALITY,
            "lat": _LATITUDE,
            "lon": _LONGITUDE,
        },
        known={"municipality_code": MUNICIPALITIES},
    ),
    Table(
        TEST_PLACES,
        {
            "id": Form(r"[A-Za-z0-9_-]+", "1000137"),
            "name": _NAME,
            "municipality_code": _MUNICIPALITY,
            "latitude": Form(f"({_LATITUDE.pattern})?", _LATITUDE.example),
            "longitude": Form(f"({_LONGITUDE.pattern})?", _LONGITUDE.example),
            "tests": Form(r"([a-z_]+([ ;|]+[a-z_]+)*)?", "driving_test"),
        },
        known={"municipality_code": MUNICIPALITIES},
        is_sorted=False,
        may_be_absent=True,
    ),
)

BOUNDARY_FILES = ((BOUNDARIES, MUNICIPALITIES, False), (COUNTY_BOUNDARIES, COUNTIES, True))
"""Path of the boundaries, of the codes they are for, and whether the file may be absent."""
