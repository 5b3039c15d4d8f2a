"""Dates as sources give them: read, bounded, put in order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.partial_date import PartialDate

READ = {
    "a year is any of its days": ("2021", "2021-01-01", "2021-12-31"),
    "a month is any of its days": ("2021-11", "2021-11-01", "2021-11-30"),
    "February is longer in a leap year": ("2024-02", "2024-02-01", "2024-02-29"),
    "a day is itself": ("2021-11-01", "2021-11-01", "2021-11-01"),
    "between two days": ("2017-06-01/2017-09-01", "2017-06-01", "2017-09-01"),
    "between two years the outer days count": ("2017/2018", "2017-01-01", "2018-12-31"),
    "no later than a day": ("../2023-10-02", "0001-01-01", "2023-10-02"),
    "no later than a month is no later than its last day": ("../2023-02", "0001-01-01", "2023-02-28"),
}


@pytest.mark.parametrize(("text", "first", "last"), READ.values(), ids=READ)
def test_bounds(text: str, first: str, last: str) -> None:
    read = PartialDate.parse(text)
    assert (read.first.isoformat(), read.last.isoformat()) == (first, last)
    assert str(read) == text


NO_DATES = {
    "nothing": "",
    "a thirteenth month": "2021-13",
    "a day that the month lacks": "2021-02-29",
    "the year nought": "0000",
    "a year of two figures": "21",
    "other figures than 0 to 9": "٢٠٢١",
    "a space around it": " 2021",
    "an interval that runs backwards": "2018/2017",
    "an interval without an end": "2017/..",
    "an interval without either": "../..",
    "two strokes": "2017/2018/2019",
    "a line break at the end": "2021\n",
}


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES)
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  what it says is the calendar's business
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "is_day", "has_start"),
    [("2021-11-01", True, True), ("2021-11", False, True), ("../2021-11-01", False, False)],
)
def test_how_much_is_known(text: str, is_day: bool, has_start: bool) -> None:
    read = PartialDate.parse(text)
    assert (read.is_day, read.has_start) == (is_day, has_start)


def test_the_order_is_by_the_first_possible_day() -> None:
    texts = ["2022", "2021-02", "2021-01-01/2022", "2021", "../2023"]
    assert sorted(texts, key=PartialDate.parse) == ["../2023", "2021", "2021-01-01/2022", "2021-02", "2022"]


@given(st.dates())
def test_a_day_reads_back(day: date) -> None:
    assert PartialDate.parse(str(PartialDate.on(day))) == PartialDate.on(day)


@given(st.dates(), st.dates())
def test_an_interval_holds_its_ends_and_nothing_outside(one: date, other: date) -> None:
    first, last = sorted((one, other))
    read = PartialDate.parse(f"{first}/{last}")
    assert (read.first, read.last) == (first, last)


@given(st.dates())
def test_a_day_lies_within_its_month_and_its_year(day: date) -> None:
    for text in (day.isoformat()[:7], day.isoformat()[:4]):
        assert PartialDate.parse(text).first <= day <= PartialDate.parse(text).last
