"""Boundaries: what is inside one, and how far outside the rest is."""

from __future__ import annotations

import json
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscctl.domain.place import Point
from sscctl.reading.polygons import Shape, kilometres_outside, read_shapes
from sscctl.reading.reference import Reference
from sscctl.reading.reference_files import BOUNDARIES
from tests.builders import reference_files
from tests.reading.sweref99 import kilometres_between, laid_out, projected

OUTER = [[18.0, 59.0], [19.0, 59.0], [19.0, 60.0], [18.0, 60.0], [18.0, 59.0]]
LAKE = [[18.4, 59.4], [18.4, 59.6], [18.6, 59.6], [18.6, 59.4], [18.4, 59.4]]
ISLAND = [[20.0, 59.0], [20.1, 59.0], [20.1, 59.1], [20.0, 59.1], [20.0, 59.0]]


def shape(*areas: list[list[list[float]]], kind: str = "MultiPolygon") -> Shape:
    coordinates = list(areas) if kind == "MultiPolygon" else areas[0]
    feature = {"properties": {"code": "0180"}, "geometry": {"type": kind, "coordinates": coordinates}}
    return read_shapes(json.dumps({"type": "FeatureCollection", "features": [feature]}).encode())["0180"]


@cache
def boundaries() -> dict[str, Shape]:
    return read_shapes(reference_files()[BOUNDARIES])


@pytest.mark.parametrize(
    ("area", "latitude", "longitude", "kilometres"),
    [
        pytest.param(shape([OUTER]), 59.5, 18.5, 0, id="inside"),
        pytest.param(shape([OUTER], kind="Polygon"), 59.5, 18.5, 0, id="inside an area of one piece"),
        pytest.param(shape([OUTER, LAKE]), 59.5, 18.5, 5.64, id="in a lake: as far as its shore"),
        pytest.param(shape([OUTER, LAKE]), 59.2, 18.5, 0, id="beside the lake"),
        pytest.param(shape([OUTER], [ISLAND]), 59.05, 20.05, 0, id="on an island of its own"),
        pytest.param(shape([OUTER], [ISLAND]), 59.05, 19.9, 5.72, id="between the two: as far as the nearer"),
        pytest.param(shape([OUTER]), 60.1, 18.5, 11.12, id="north of an edge"),
        pytest.param(shape([OUTER]), 60.1, 19.2, 15.73, id="beyond a corner"),
    ],
)
def test_how_far_outside(area: Shape, latitude: float, longitude: float, kilometres: float) -> None:
    assert kilometres_outside(area, Point(latitude, longitude)) == pytest.approx(kilometres, rel=0.005)


def test_of_the_seats_268_lie_inside_and_none_farther_out_than_2_7_kilometres() -> None:
    reference = Reference(reference_files().get)
    outside = {own.name: reference.kilometres_outside(own.seat, own.code) for own in reference.municipalities.values()}
    assert sum(distance == 0 for distance in outside.values()) == 268
    farthest, name = max((distance or 0, name) for name, distance in outside.items())
    assert name == "Vaxholm"
    assert farthest == pytest.approx(2.7, abs=0.05)


@pytest.mark.parametrize(
    ("longitude", "latitude", "east", "north"),
    [  # as PROJ 9.5.1 computes them
        pytest.param(18.06871, 59.32938, 674577.711, 6580752.199, id="Stockholm"),
        pytest.param(24.1, 65.8, 915084.451, 7327768.609, id="the north-east"),
        pytest.param(11.2, 55.6, 260623.819, 6168115.837, id="the south-west"),
    ],
)
def test_the_second_opinion_is_the_national_projection(
    longitude: float, latitude: float, east: float, north: float
) -> None:
    assert projected(longitude, latitude) == pytest.approx((east, north), abs=0.001)


@cache
def edge(code: str) -> list[tuple[float, float]]:
    return laid_out(boundaries()[code])


SOME = st.sampled_from(["0180", "0980", "1480", "2584", "1280"])


@given(SOME, st.floats(-0.4, 0.4), st.floats(-0.7, 0.7), st.randoms(use_true_random=False))
def test_up_to_50_kilometres_it_agrees_with_the_national_projection(
    code: str, north: float, east: float, chance: Random
) -> None:
    longitude, latitude = chance.choice(boundaries()[code][0])
    point = Point(latitude + north, longitude + east)
    found = kilometres_outside(boundaries()[code], point)
    if found:
        assert found == pytest.approx(kilometres_between(edge(code), point), rel=0.01, abs=0.03)


@settings(max_examples=30)
@given(SOME, st.floats(55.3, 69.0), st.floats(11.0, 24.0))
def test_anywhere_in_sweden_it_agrees_roughly(code: str, latitude: float, longitude: float) -> None:
    point = Point(latitude, longitude)
    found = kilometres_outside(boundaries()[code], point)
    if found:
        assert found == pytest.approx(kilometres_between(edge(code), point), rel=0.05, abs=0.03)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"{}", id="an empty document"),
        pytest.param(b"[]", id="a list"),
        pytest.param(
            b'{"type": "FeatureCollection", "features": [1, {"properties": null}]}', id="features that are none"
        ),
        pytest.param(
            b'{"type": "FeatureCollection", "features": [{"properties": {"code": "01"},'
            b' "geometry": {"type": "Polygon", "coordinates": [[[1, 2], ["x"], 3]]}}]}',
            id="corners that are none",
        ),
    ],
)
def test_what_is_no_area_is_left_out(data: bytes) -> None:
    assert read_shapes(data) == {}


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000], ids=["nothing", "half a file", "endless brackets"])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"nested|Expecting"):
        read_shapes(data)
