"""`offices.geojson` by the letter of RFC 7946."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sscctl.publishing.press import make
from tests.builders import office
from tests.publishing.editions import Tree, of_offices, tree

PATH = "offices.geojson"


def at(ident: str, latitude: float | None, longitude: float | None) -> Any:  # noqa: ANN401  an office's builder is free
    place = {"latitude": latitude, "longitude": longitude, "precision": "entrance"}
    return office(id=ident, addresses=[{"street": "Exempelgatan 1", "position": place}] if latitude else [])


STOCKHOLM = at("a-stockholm", 59.34215678901, 18.05432)
KIRUNA = at("b-kiruna", 67.85, 20.22)
NOWHERE = at("c-nowhere", None, None)


def collection(*offices: Any) -> Tree:  # noqa: ANN401
    return tree(make(of_offices(*offices)), PATH)


def test_the_root_is_a_feature_collection_and_every_feature_a_feature() -> None:
    """Sections 3.2 and 3.3: type, geometry (null where there is none) and properties; an id that is text."""
    found = collection(STOCKHOLM, NOWHERE)
    assert found["type"] == "FeatureCollection"
    for feature in found["features"]:
        assert feature["type"] == "Feature"
        assert {"geometry", "properties", "id"} <= feature.keys()
        assert isinstance(feature["properties"], dict)
        assert isinstance(feature["id"], str)


def test_an_office_without_a_position_is_a_feature_without_geometry() -> None:
    """Section 3.2: unlocated features have the value null."""
    (feature,) = collection(NOWHERE)["features"]
    assert feature["geometry"] is None
    assert "precision" not in feature["properties"]


def test_longitude_stands_first() -> None:
    """Section 3.1.1; the first axis is easting."""
    (feature,) = collection(STOCKHOLM)["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [18.05432, 59.342157]}


def test_the_bounding_box_is_west_south_east_north() -> None:
    """Section 5."""
    assert collection(STOCKHOLM, KIRUNA, NOWHERE)["bbox"] == [18.05432, 59.342157, 20.22, 67.85]


def test_there_is_no_bounding_box_around_nothing() -> None:
    assert "bbox" not in collection(NOWHERE)


def test_there_is_no_crs_and_no_foreign_geometry() -> None:
    """Sections 4 and 7.1: no `crs`; a collection has no `geometry`, `properties`, `coordinates` or `geometries`."""
    found = collection(STOCKHOLM)
    assert not found.keys() & {"crs", "geometry", "properties", "coordinates", "geometries"}
    assert not found["features"][0].keys() & {"features", "coordinates", "geometries"}


@given(st.floats(55.2, 69.2), st.floats(10.5, 24.3))
def test_six_decimals_are_the_most_and_never_an_exponent(latitude: float, longitude: float) -> None:
    """Section 11.2: more would claim to know the place to less than a tenth of a metre."""
    data = make(of_offices(at("a", latitude, longitude))).data(PATH).decode()
    coordinates = re.search(r'"coordinates": \[([^]]+)\]', data)
    assert coordinates
    for number in coordinates[1].split(", "):
        assert re.fullmatch(r"[0-9]{2}\.[0-9]{1,6}", number)


def test_it_is_utf_8_without_a_mark() -> None:
    """RFC 8259, section 8.1."""
    data = make(of_offices(office(town="Östersund"))).data(PATH)
    assert "Östersund".encode() in data
    assert not data.startswith(b"\xef\xbb\xbf")
    assert json.loads(data.decode("utf-8"))
