"""Distances along the ground, by known ones and by their laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.distance import EARTH_RADIUS, metres_between
from sscctl.domain.place import Point

STOCKHOLM, GOTHENBURG, KIRUNA = Point(59.32938, 18.06871), Point(57.70716, 11.96679), Point(67.85572, 20.22513)

points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        # Geodesics of the WGS 84 ellipsoid, as PROJ 9.5.1 computes them.
        pytest.param(STOCKHOLM, GOTHENBURG, 398.667, id="across the country"),
        pytest.param(STOCKHOLM, KIRUNA, 956.292, id="up the country"),
        pytest.param(Point(59.0, 18.0), Point(59.0, 18.001), 0.057475, id="a few doors"),
    ],
)
def test_the_distance_is_right_within_half_a_per_cent(one: Point, other: Point, kilometres: float) -> None:
    assert metres_between(one, other) / 1000 == pytest.approx(kilometres, rel=0.005)


@given(points, points)
def test_there_is_as_far_as_back(one: Point, other: Point) -> None:
    assert metres_between(one, other) == pytest.approx(metres_between(other, one), abs=1e-6)


@given(points)
def test_a_point_is_where_it_is(point: Point) -> None:
    assert metres_between(point, point) == 0


@given(points, points)
def test_nothing_is_farther_than_the_other_side_of_the_earth(one: Point, other: Point) -> None:
    assert 0 <= metres_between(one, other) <= EARTH_RADIUS * 3.1415927


@given(points, points, points)
def test_a_detour_is_no_shortcut(one: Point, other: Point, between: Point) -> None:
    assert metres_between(one, other) <= metres_between(one, between) + metres_between(between, other) + 0.01
