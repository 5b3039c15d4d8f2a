"""Spans of civil dates: what lies in them, what two have in common, what is left of one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.period import ALWAYS, Period, without


def span(text: str) -> Period:
    """`3..7` is 3 through 7 January 2026; an end left out is without bound."""
    first, _, last = text.partition("..")
    return Period.through(_january(first), _january(last))


def _january(day: str) -> date | None:
    return date(2026, 1, int(day)) if day else None


@pytest.mark.parametrize(
    ("period", "day", "lies_in_it"),
    [
        pytest.param("3..7", 3, True, id="the first day lies in it"),
        pytest.param("3..7", 7, True, id="the last day lies in it"),
        pytest.param("3..7", 8, False, id="the day after does not"),
        pytest.param("3..7", 2, False, id="the day before does not"),
        pytest.param("..7", 1, True, id="without a first day every earlier day does"),
        pytest.param("3..", 31, True, id="without a last day every later day does"),
    ],
)
def test_a_day_in_a_period(period: str, day: int, lies_in_it: bool) -> None:
    assert (date(2026, 1, day) in span(period)) == lies_in_it


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        pytest.param("1..5", "3..7", "3..5", id="two that overlap"),
        pytest.param("1..9", "3..7", "3..7", id="one within the other"),
        pytest.param("..5", "3..", "3..5", id="without bounds"),
        pytest.param("..", "3..7", "3..7", id="all time and some"),
    ],
)
def test_what_two_periods_have_in_common(one: str, other: str, common: str) -> None:
    assert span(one).meet(span(other)) == span(common)


@pytest.mark.parametrize(
    ("one", "other", "covers"),
    [
        pytest.param("1..9", "3..7", True, id="a longer one covers a shorter"),
        pytest.param("3..7", "3..7", True, id="a period covers itself"),
        pytest.param("3..7", "3..", False, id="none with an end covers one without"),
        pytest.param("3..7", "1..5", False, id="an overlap is not enough"),
        pytest.param("3..7", "9..8", True, id="an empty period is covered by any"),
    ],
)
def test_covering(one: str, other: str, covers: bool) -> None:
    assert span(one).covers(span(other)) == covers


@pytest.mark.parametrize(
    ("period", "holes", "left"),
    [
        pytest.param("1..9", [], ["1..9"], id="no hole leaves all"),
        pytest.param("1..9", ["3..5"], ["1..2", "6..9"], id="a hole in the middle leaves two"),
        pytest.param("1..9", ["1..5"], ["6..9"], id="a hole at the start leaves the end"),
        pytest.param("1..9", ["..20"], [], id="a hole that is larger leaves nothing"),
        pytest.param("..", ["3..5"], ["..2", "6.."], id="all time has two sides"),
        pytest.param("1..9", ["7..8", "2..3"], ["1..1", "4..6", "9..9"], id="holes in any order"),
        pytest.param("1..9", ["5..4"], ["1..9"], id="an empty hole takes nothing"),
        pytest.param("9..1", ["3..5"], [], id="of nothing, nothing is left"),
    ],
)
def test_what_is_left_of_a_period(period: str, holes: list[str], left: list[str]) -> None:
    assert without(span(period), map(span, holes)) == tuple(map(span, left))


def test_the_last_day_of_all_time_is_no_bound() -> None:
    assert Period.through(None, date.max) == ALWAYS


DAYS = st.dates(date(2026, 1, 1), date(2026, 2, 1))
PERIODS = st.builds(Period, st.none() | DAYS, st.none() | DAYS)


@given(PERIODS, PERIODS, DAYS)
def test_a_day_lies_in_what_two_have_in_common_if_it_lies_in_both(one: Period, other: Period, day: date) -> None:
    assert (day in one.meet(other)) == (day in one and day in other)


@given(PERIODS, PERIODS)
def test_two_periods_overlap_if_some_day_lies_in_both(one: Period, other: Period) -> None:
    days = [date(2025, 12, 1) + timedelta(count) for count in range(100)]
    assert one.overlaps(other) == any(day in one and day in other for day in days)
    assert one.overlaps(other) == other.overlaps(one)


@given(PERIODS, st.lists(PERIODS, max_size=4), DAYS)
def test_a_day_is_left_if_it_lies_in_the_period_and_in_no_hole(period: Period, holes: list[Period], day: date) -> None:
    left = without(period, holes)
    assert any(day in piece for piece in left) == (day in period and not any(day in hole for hole in holes))
    assert not any(piece.is_empty for piece in left)


@given(PERIODS, PERIODS)
def test_a_period_covers_another_if_nothing_of_the_other_is_left_without_it(one: Period, other: Period) -> None:
    assert one.covers(other) == (without(other, [one]) == ())


@given(PERIODS)
def test_the_last_day_is_the_day_before_the_end(period: Period) -> None:
    if not period.is_empty:
        assert Period.through(period.start, period.last) == period
