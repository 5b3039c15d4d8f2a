"""Domain values as JSON's own."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.publishing.plain import Json, known, page, partial, span
from tests.publishing.editions import Tree


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        pytest.param("2021", "year", "2021-01-01", "2021-12-31", id="a year"),
        pytest.param("2024-02", "month", "2024-02-01", "2024-02-29", id="a month"),
        pytest.param("2021-11-01", "day", "2021-11-01", "2021-11-01", id="a day"),
        pytest.param("2021-11/2022", "interval", "2021-11-01", "2022-12-31", id="some day of an interval"),
        pytest.param("../2023-10-02", "no_later_than", None, "2023-10-02", id="no later than"),
    ],
)
def test_a_date_tells_how_precise_it_is(text: str, precision: str, earliest: str | None, latest: str) -> None:
    told = known(value=text, precision=precision, earliest=earliest, latest=latest)
    assert partial(PartialDate.parse(text)) == told


def test_a_period_is_published_with_both_days_included() -> None:
    both = span(PartialDate.parse("2021-11"), Period.through(date(2021, 11, 1), date(2022, 5, 31)))
    assert {end: date_["value"] for end, date_ in both.items() if isinstance(date_, dict)} == {
        "validFrom": "2021-11",
        "validThrough": "2022-05-31",
    }


def test_an_open_end_is_left_out() -> None:
    assert span(None, Period()) == {}


def test_what_is_unknown_is_left_out_and_what_is_empty_stays() -> None:
    assert known(a=None, b=[], c=False, d=0, type_="x") == {"b": [], "c": False, "d": 0, "type": "x"}


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_has_not_got_is_never_written(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        page({"a": number})


_JSON = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.dictionaries(st.text(), _JSON, max_size=4))
def test_a_page_reads_back_as_what_was_written(fields: dict[str, Json]) -> None:
    read: Tree = json.loads(page(fields))
    assert read == fields
    assert list(read) == list(fields)


def test_a_page_has_a_line_for_each_record() -> None:
    assert page({"meta": {"a": 1, "b": [{"c": 2}]}, "all": [{"id": "x"}, {"id": "y"}], "none": []}).decode() == (
        '{\n"meta": {\n"a": 1,\n"b": [{"c": 2}]\n},\n"all": [\n{"id": "x"},\n{"id": "y"}\n],\n"none": []\n}\n'
    )
