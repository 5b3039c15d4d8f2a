"""SSC205, SSC209: two offices in one place."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscctl.domain.distance import metres_between
from sscctl.domain.place import Point
from sscctl.rules._rule import Member
from sscctl.rules.neighbours import APART, _cells, offices_side_by_side
from tests.rules.judging import findings, world_of

OTHER = "offices/exempelstad-dubbel.yaml"
OPENED = [{"event": "opened", "on": "2022-01-10"}]


def beside(code: str, address: dict[str, object], **keys: object) -> list[tuple[str, str]]:
    """What is said once a second office stands at the address, beside the base office."""
    tree = {"lifecycle": OPENED, "addresses": [{"valid_from": "2022-01-10", **address}], **keys}
    return [(one.path, one.message.en) for one in findings({OTHER: tree}) if one.code == code]


def point(latitude: float, longitude: float, precision: str = "entrance") -> dict[str, object]:
    return {"position": {"latitude": latitude, "longitude": longitude, "precision": precision}}


TWICE = [("offices/exempelstad-torget.yaml", "lies 48 m from the open office exempelstad-dubbel")]


@pytest.mark.parametrize(
    ("address", "keys", "expected"),
    [
        pytest.param(point(59.34255, 18.05402), {}, TWICE, id="across the street"),
        pytest.param(point(59.35255, 18.05402), {}, [], id="a kilometre on"),
        pytest.param(point(59.34215, 18.05432, "town"), {}, [], id="the point of a town says nothing"),
        pytest.param(
            point(59.34255, 18.05402), {"lifecycle": [{"event": "planned", "on": "2026-01-10"}]}, [], id="not open yet"
        ),
        pytest.param(
            {**point(59.34255, 18.05402), "valid_through": "2024-01-01"}, {}, [], id="an address that has ended"
        ),
    ],
)
def test_offices_side_by_side(
    address: dict[str, object], keys: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert beside("SSC205", address, **keys) == expected


near = st.builds(Point, st.floats(59.3, 59.31), st.floats(18.0, 18.02))


@settings(max_examples=200)
@given(st.lists(near, min_size=2, max_size=12))
def test_whoever_has_a_neighbour_is_told_and_nobody_else(points: list[Point]) -> None:
    groups: dict[str, list[Member]] = {}
    for index, where in enumerate(points):
        member = Member(f"offices/o{index:02}.yaml", f"o{index:02}", (), (where.latitude, where.longitude))
        for cell in _cells(where):
            groups.setdefault(cell, []).append(member)
    told = [found for key, members in groups.items() for found in offices_side_by_side(key, members, world_of({}))]
    close = [{f"o{a:02}", f"o{b:02}"} for a, b in combinations(range(len(points)), 2) if is_close(points[a], points[b])]
    pairs = [{member.id, breach.message.en.rpartition(" ")[2]} for member, breach in told]
    assert all(pair in close for pair in pairs)
    assert bool(pairs) == bool(close)
    assert len(pairs) == len({frozenset(pair) for pair in pairs})


def is_close(a: Point, b: Point) -> bool:
    return metres_between(a, b) < APART


@given(st.floats(55, 69.1), st.floats(10.5, 24.2), st.floats(-0.0013, 0.0013), st.floats(-0.0037, 0.0037))
def test_points_within_reach_share_a_square(latitude: float, longitude: float, north: float, east: float) -> None:
    here, there = Point(latitude, longitude), Point(latitude + north, longitude + east)
    if is_close(here, there):
        assert _cells(here) & _cells(there)


@pytest.mark.parametrize(
    ("street", "town", "is_same"),
    [
        pytest.param("Exempelgatan 1", "Stockholm", True, id="the same words"),
        pytest.param("exempelgatan  1", "STOCKHOLM", True, id="in other case and spacing"),
        pytest.param("Exempelgatan 1", None, True, id="without a town"),
        pytest.param("Exempelgatan 1", "Enskede", False, id="a street of that name in another town"),
        pytest.param("Exempelgatan 11", "Stockholm", False, id="another number"),
        pytest.param("Exempelgatan 1 A", "Stockholm", False, id="another entrance"),
        pytest.param("Exempelgatan", "Stockholm", False, id="no number"),
    ],
)
def test_the_same_street_address(street: str, town: str | None, is_same: bool) -> None:
    address: dict[str, object] = {"street": street, **({"post_town": town} if town else {})}
    expected = "Exempelgatan 1 is the address of exempelstad-dubbel too"
    assert beside("SSC209", address) == ([("offices/exempelstad-torget.yaml", expected)] if is_same else [])


def test_the_same_street_in_another_municipality_is_another_street() -> None:
    assert beside("SSC209", {"street": "Exempelgatan 1"}, municipality="0136") == []
