"""Every published file keeps its schema, and the schemas say what they mean."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sscctl.publishing.edition import SCHEMA_VERSION
from sscctl.publishing.press import Print, make
from tests.builders import CHECKOUT, deviation, office, week
from tests.publishing.contract import TREES, objections, schema_of
from tests.publishing.editions import edition, files, of_offices, undated

PAGE = "page"
NOTE = {"sv": "Så är det.", "en": "So it is."}

EVERYTHING: dict[str, object] = {
    "kind": "temporary",
    "predecessor": "exempelstad-gamla",
    "lifecycle": [
        {"event": "proposed", "on": "2019", "source": PAGE},
        {"event": "planned", "on": "2020-02", "expected": "2021", "note": NOTE, "source": PAGE},
        {"event": "opened", "on": "2021-11-01", "decision": "ssc-exempelbeslut-2021", "source": PAGE},
        {"event": "observed", "on": "../2023-10-02", "status": "open", "source": PAGE},
        {
            "event": "closing_decided",
            "on": "2026-10-01",
            "last_day": "2027-05-31",
            "successors": ["exempelstad-norra"],
            "consulted": ["municipality", "region"],
            "body": "board",
            "basis": "planned",
            "source": PAGE,
        },
    ],
    "addresses": [
        {"valid_from": "2021-11", "valid_through": "2024-05-31", "street": "Gamla gatan 2", "source": PAGE},
        {
            "valid_from": "2024-06-01",
            "street": "Exempelgatan 1",
            "postcode": "11000",
            "post_town": "Stockholm",
            "locality": "Norr",
            "directions": {"sv": "Bredvid biblioteket.", "en": "Next to the library."},
            "position": {"latitude": 59.342156789, "longitude": 18.05432, "precision": "entrance", "source": PAGE},
            "note": NOTE,
            "source": PAGE,
        },
        {"valid_from": "2027-01", "street": "Nya gatan 3", "source": PAGE},
    ],
    "opening_hours": [
        {"valid_from": "../2023-10-02", "valid_through": "2026-12-31", "weekly": week("10:00-16:00"), "source": PAGE},
        {"valid_from": "2027-01-01", "weekly": week("10:00-12:00, 13:00-24:00"), "weeks": "odd", "note": NOTE},
        {"undated": True, "days_per_week": 3, "source": PAGE},
        {"valid_from": "2027", "weekly": {}, "weeks": {"every": 2, "from": "2027-01-04"}},
        {"valid_from": "2027", "weekly": {}, "weeks": {"nth": [1, 3]}},
    ],
    "other_hours": [
        {"access": "appointment", "valid_from": "2025", "weekly": {"tue": ["09:00-10:00"]}, "source": PAGE},
        {"access": "self_service", "weekly": week("08:00-18:00")},
    ],
    "deviations": [deviation("2026-12-23", "10:00-13:00"), deviation("2027-07-05..2027-07-18", "closed")],
    "participations": [
        {
            "agency": "migrationsverket",
            "agreement": "takeover-2019",
            "valid_from": "2021-11",
            "valid_through": "2026-12-31",
            "level": "guidance",
            "booking": "both",
            "services": ["guidance"],
            "note": NOTE,
            "source": PAGE,
        },
        {"agency": "trafikverket", "valid_from": "2027-02-01", "source": PAGE},
    ],
    "co_locations": [
        {"party": "trafikverket", "role": "host", "kind": "driving_test", "status": "agreed", "valid_from": "2027-03"},
        {"municipality": "0180", "status": "active", "opening_hours": [{"weekly": week("closed")}], "note": NOTE},
        {"other": "Ett bibliotek", "status": "ended", "test_place": "1000001", "source": PAGE},
    ],
    "services": [
        {"agency": "skatteverket", "service": "id-kort", "available": False, "booking": "booked", "note": NOTE}
    ],
    "facilities": {"wheelchair": True, "guard": False},
    "contact": {"phone": "+46771123456", "email": "info@exempel.se", "web": "https://exempel.se"},
    "remarks": [{"on": "2025", "text": NOTE, "source": PAGE}],
    "disagreements": [{"field": "addresses/0/street", "value": "Annan gata", "note": NOTE, "source": PAGE}],
}
"""An office of which everything is known that the registry has a place for."""


@pytest.fixture(scope="module")
def whole() -> Print:
    return make(of_offices(office(**EVERYTHING), base_url="https://exempel.se/data"))


@pytest.fixture(scope="module")
def bare() -> Print:
    return make(undated(of_offices(office(**dict.fromkeys(EVERYTHING)))))


@pytest.fixture(scope="module")
def base() -> Print:
    return make(edition())


@pytest.mark.parametrize("which", ["whole", "bare", "base"])
def test_every_file_keeps_its_schema(which: str, request: pytest.FixtureRequest) -> None:
    made: Print = request.getfixturevalue(which)
    checked = [path for path in files(made) if schema_of(path)]
    assert len(checked) == 10 + (which == "whole")  # its former id is a file, too
    assert [found for path in checked for found in objections(path, made.data(path))] == []


def test_an_office_of_which_all_is_known_has_every_field_that_the_schema_names(whole: Print) -> None:
    record = json.loads(whole.data("offices/exempelstad-torget.json"))["office"]
    assert set(record) == set(TREES["office-record.schema.json"]["properties"])


def test_nothing_published_is_null(whole: Print, bare: Print) -> None:
    for made in (whole, bare):
        for path, data in files(made).items():
            if schema_of(path) and not path.endswith(".geojson"):
                assert b": null" not in data, path


def test_every_schema_is_one_and_is_published(base: Print) -> None:
    for name, tree in TREES.items():
        Draft202012Validator.check_schema(tree)
        assert tree["$id"] == name
        assert f"schema/{name}" in files(base)


def test_every_file_names_its_schema(base: Print) -> None:
    for path, data in files(base).items():
        if schema_of(path):
            link = json.loads(data)["meta"]["links"]["schema"]
            assert link.removeprefix("../") == f"schema/{schema_of(path)}"


def test_readers_are_told_that_fields_may_be_added() -> None:
    for name, tree in TREES.items():
        assert [place for place in _objects(tree) if place.get("additionalProperties") is False] == [], name


def test_every_field_of_a_schema_is_explained() -> None:
    for name, tree in TREES.items():
        for place in _objects(tree):
            for key, field in _fields(place).items():
                assert field.keys() & {"$ref", "description"}, f"{name}: {key}"


def test_the_version_is_one_that_the_schema_allows() -> None:
    assert SCHEMA_VERSION.startswith("1.")


def test_the_codes_are_those_that_the_registry_uses() -> None:
    registry = json.loads((CHECKOUT / "schemas/office.schema.json").read_text("utf-8"))
    ours = TREES["office-record.schema.json"]
    event = registry["$defs"]["event"]["properties"]
    assert ours["$defs"]["event"]["properties"]["event"]["enum"] == event["event"]["enum"]
    facilities = ours["properties"]["facilities"]["items"]["properties"]["code"]["enum"]
    assert facilities == list(registry["properties"]["facilities"]["properties"])


def _fields(place: dict[str, Any]) -> dict[str, dict[str, Any]]:
    fields: dict[str, dict[str, Any]] = place.get("properties", {}) if isinstance(place.get("type"), str | list) else {}
    return fields


def _objects(tree: object) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        yield tree
        for value in tree.values():
            yield from _objects(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from _objects(item)
