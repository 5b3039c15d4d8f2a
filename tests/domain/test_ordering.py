"""Steps whose days are known loosely come in the orders that ask for the fewest leaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.ordering import likeliest_points
from sscctl.domain.partial_date import PartialDate


def ends(*days: str, wanted: str) -> set[str]:
    """Where the likeliest orders of the steps `a`, `b`, … end: the steps in that order; each out of place is a leap."""
    steps = [PartialDate.parse(day) for day in days]

    def take(taken: str, index: int) -> tuple[str, int]:
        after = taken + "abcdefgh"[index]
        return after, wanted.find(after[-2:]) < 0 if taken else 0

    return {taken for come, taken in likeliest_points(steps, "", take) if come == 2 ** len(days) - 1}


@pytest.mark.parametrize(
    ("days", "wanted", "expected"),
    [
        pytest.param(("2019", "2020", "2021"), "cba", {"abc"}, id="days that follow one another leave no choice"),
        pytest.param(("2019", "2019"), "ba", {"ba"}, id="within a year sense decides"),
        pytest.param(("2019", "2019"), "-", {"ab", "ba"}, id="without sense both orders stand"),
        pytest.param(("2019-05", "2019", "2020"), "bac", {"bac"}, id="an overlap frees only those that overlap"),
        pytest.param(("2019-05", "2019-06", "2019"), "cba", {"acb"}, id="sense does not go against the days"),
        pytest.param((), "", {""}, id="no step is one order"),
    ],
)
def test_the_orders_that_ask_for_the_fewest_leaps(days: tuple[str, ...], wanted: str, expected: set[str]) -> None:
    assert ends(*days, wanted=wanted) == expected


@given(st.integers(0, 12))
def test_more_orders_than_can_be_weighed_are_not(count: int) -> None:
    steps = [PartialDate.parse("2019")] * count
    points = likeliest_points(steps, "", lambda taken, index: (taken + "abcdefghijkl"[index], 0))
    assert len(points) < 2_000
    assert (2**count - 1, "abcdefghijkl"[:count]) in points
