"""Wall-clock times and spans of one day."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sscctl.domain.clocktime import MINUTES_A_DAY, TimeSpan, clock, open_minutes, read_clocks

MINUTES = st.integers(0, MINUTES_A_DAY)

CLOCKS: dict[str, tuple[str, tuple[int, int]]] = {
    "ordinary hours": ("10:00-16:00", (600, 960)),
    "to the minute": ("09:05-09:06", (545, 546)),
    "all day": ("00:00-24:00", (0, 1440)),
    "until the last minute": ("00:00-23:59", (0, 1439)),
    "backwards": ("16:00-10:00", (960, 600)),
    "no time at all": ("10:00-10:00", (600, 600)),
}


@pytest.mark.parametrize(("text", "minutes"), CLOCKS.values(), ids=CLOCKS)
def test_clocks_are_minutes_after_midnight(text: str, minutes: tuple[int, int]) -> None:
    assert read_clocks(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        *("", "10:00", "10-16", "10:00-", "9:00-16:00", "10:00–16:00", "10:00 - 16:00", "10.00-16.00", "10:00-16:00 "),
        *(
            "24:01-24:30",
            "25:00-26:00",
            "10:60-11:00",
            "10:00-16:00\n",
            "10:00-12:00-13:00",
            "１０:00-16:00",
            "-1:00-02:00",
        ),
    ],
)
def test_other_text_is_no_span(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_clocks(text)
    with pytest.raises(ValueError, match=r".*"):
        TimeSpan.parse(text)


@pytest.mark.parametrize("text", ["16:00-10:00", "10:00-10:00", "24:00-10:00", "24:00-24:00"])
def test_a_span_ends_after_it_begins(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        TimeSpan.parse(text)


@given(MINUTES, MINUTES)
def test_a_span_reads_back_as_it_was_printed(one: int, other: int) -> None:
    assume(one != other)
    span = TimeSpan(min(one, other), max(one, other))
    assert TimeSpan.parse(str(span)) == span


@given(st.lists(MINUTES, min_size=4, max_size=4), st.integers(0, MINUTES_A_DAY - 1))
def test_spans_overlap_when_a_minute_is_in_both(edges: list[int], minute: int) -> None:
    first, second = TimeSpan(*sorted(edges[:2])), TimeSpan(*sorted(edges[2:]))
    in_both = all(span.start <= minute < span.end for span in (first, second))
    assert not in_both or first.overlaps(second)
    assert first.overlaps(second) == second.overlaps(first)
    if first.minutes and second.minutes:
        shared = set(range(first.start, first.end)) & set(range(second.start, second.end))
        assert first.overlaps(second) == bool(shared)


def test_spans_that_touch_do_not_overlap() -> None:
    assert not TimeSpan.parse("10:00-12:00").overlaps(TimeSpan.parse("12:00-13:00"))


@given(MINUTES)
def test_clocks_sort_as_times_do(minutes: int) -> None:
    assert clock(minutes) <= clock(MINUTES_A_DAY) == "24:00"
    assert len(clock(minutes)) == 5


def test_open_minutes_are_those_of_all_spans() -> None:
    assert open_minutes([TimeSpan.parse("10:00-12:00"), TimeSpan.parse("13:00-16:30")]) == 330
    assert open_minutes([]) == 0
