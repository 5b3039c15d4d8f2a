"""Weeks in shorthand for the tests of words, and random ones for laws."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.hours import WEEKDAYS, Spans, Weekday

CLOSED: Spans = ()


def weekly(*days: str) -> dict[Weekday, Spans]:
    """Hours from Monday on, a text a day: `closed`, spans set apart by commas, or `?` where nothing is known."""
    return {
        weekday: CLOSED if hours == "closed" else tuple(TimeSpan.parse(span) for span in hours.split(","))
        for weekday, hours in zip(WEEKDAYS, days, strict=False)
        if hours != "?"
    }


@st.composite
def random_spans(draw: st.DrawFn) -> Spans:
    """Up to three spans of a day, on quarter hours."""
    quarters = sorted(draw(st.sets(st.integers(0, 96), max_size=6)))
    return tuple(TimeSpan(a * 15, b * 15) for a, b in zip(quarters[::2], quarters[1::2], strict=False))


@st.composite
def random_weekly(draw: st.DrawFn) -> Mapping[Weekday, Spans]:
    """Hours of a week as offices have them: few kinds of days, some closed, some unknown; one day known at least."""
    kinds: list[Spans] = draw(st.lists(random_spans(), min_size=1, max_size=3))
    days: list[Spans | None] = draw(st.lists(st.sampled_from([*kinds, CLOSED, None]), min_size=7, max_size=7))
    known = {weekday: spans for weekday, spans in zip(WEEKDAYS, days, strict=True) if spans is not None}
    return known or {draw(st.sampled_from(WEEKDAYS)): kinds[0]}
