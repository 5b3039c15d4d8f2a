"""What is written is read back: the same hours, closed days closed, and unknown days still unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from sscctl.domain.hours import Spans
from sscctl.domain.period import ALWAYS
from sscctl.wording.osm import osm_text
from sscctl.wording.read import LONGEST, read, read_day
from sscctl.wording.reading import Pattern, Reading
from sscctl.wording.write import hours_in_words, in_short, in_words
from tests.wording.weeks import random_patterns, random_spans

WRITERS: dict[str, Callable[[tuple[Pattern, ...]], str | None]] = {
    "Swedish": lambda patterns: in_words(patterns).sv,
    "English": lambda patterns: in_words(patterns).en,
    "short Swedish": lambda patterns: in_short(patterns).sv,
    "short English": lambda patterns: in_short(patterns).en,
    "OpenStreetMap": osm_text,
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@given(patterns=random_patterns())
def test_what_is_written_of_ordinary_hours(
    write: Callable[[tuple[Pattern, ...]], str | None], patterns: tuple[Pattern, ...]
) -> None:
    text = write(patterns)
    if text is not None and len(text) <= LONGEST:
        assert read(text) == Reading(patterns)


@given(random_patterns())
def test_only_what_openstreetmap_has_no_words_for_is_not_written(patterns: tuple[Pattern, ...]) -> None:
    period = patterns[0].period
    counts = any(pattern.weeks and pattern.weeks.every for pattern in patterns)
    half_open = period != ALWAYS and (period.start is None or period.end is None)
    assert (osm_text(patterns) is None) == (counts or half_open)


@given(random_patterns())
def test_that_it_is_closed_on_holidays(patterns: tuple[Pattern, ...]) -> None:
    text = osm_text(patterns, holidays_off=True)
    if text and len(text) <= LONGEST:
        assert read(text) == Reading(patterns, holidays_off=True)


@given(random_spans())
def test_what_is_written_of_one_day(spans: Spans) -> None:
    text = hours_in_words(spans)
    assert read_day(text.sv) == (spans, ())
    assert read_day(text.en) == (spans, ())
