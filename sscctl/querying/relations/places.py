"""Tables of reference data: counties, municipalities and places for driving tests."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.querying.relations.relation import Relation, Row, World, integer, real, text
from sscctl.text import Text


def _counties(world: World) -> Iterator[Row]:
    for county in world.reference.counties.values():
        yield {
            "code": county.code,
            "name": county.name,
            "iso_code": county.iso_code,
            "population": county.population,
            "population_year": county.population_year,
        }


def _municipalities(world: World) -> Iterator[Row]:
    for municipality in world.reference.municipalities.values():
        yield {
            "code": municipality.code,
            "name": municipality.name,
            "county": municipality.county,
            "seat_name": municipality.seat_name,
            "latitude": municipality.seat.latitude,
            "longitude": municipality.seat.longitude,
            "population": municipality.population,
            "population_year": municipality.population_year,
        }


def _test_places(world: World) -> Iterator[Row]:
    for place in world.reference.test_places.values():
        yield {
            "id": place.id,
            "name": place.name,
            "municipality": place.municipality,
            "latitude": place.point.latitude if place.point else None,
            "longitude": place.point.longitude if place.point else None,
            "tests": place.tests,
        }


_POPULATION = (
    integer("population", "invånare (SCB)", "residents (SCB)"),
    integer("population_year", "den 31 december det året", "on 31 December of that year"),
)

RELATIONS = (
    Relation(
        "counties",
        Text("län", "counties"),
        ("code",),
        (
            text("code", "länets kod, två siffror", "the county's code, two digits"),
            text("name", "namn", "name"),
            text("iso_code", "kod enligt ISO 3166-2", "ISO 3166-2 code"),
            *_POPULATION,
        ),
        _counties,
    ),
    Relation(
        "municipalities",
        Text("kommuner", "municipalities"),
        ("code",),
        (
            text("code", "kommunens kod, fyra siffror", "the municipality's code, four digits"),
            text("name", "namn", "name"),
            text("county", "länets kod", "the county's code", "counties"),
            text("seat_name", "centralort (GeoNames)", "main town (GeoNames)"),
            real("latitude", "centralortens latitud (WGS 84)", "latitude of the main town (WGS 84)"),
            real("longitude", "centralortens longitud (WGS 84)", "longitude of the main town (WGS 84)"),
            *_POPULATION,
        ),
        _municipalities,
    ),
    Relation(
        "test_places",
        Text("provorter för körkort", "places for driving tests"),
        ("id",),
        (
            text("id", "provortens id", "the test place's id"),
            text("name", "namn", "name"),
            text("municipality", "kommunens kod", "the municipality's code", "municipalities"),
            real("latitude", "latitud (WGS 84)", "latitude (WGS 84)"),
            real("longitude", "longitud (WGS 84)", "longitude (WGS 84)"),
            text("tests", "proven, med mellanslag emellan", "the tests, with blanks between"),
        ),
        _test_places,
    ),
)
