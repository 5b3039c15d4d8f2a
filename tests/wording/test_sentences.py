"""Whatever the names, dashes, clocks and commas: the same week is read."""

from __future__ import annotations

from hypothesis import given

from sscctl.domain.hours import Spans, Weekday
from sscctl.wording.read import LONGEST, read
from sscctl.wording.reading import Pattern, Reading
from tests.wording.sentences import sentences


@given(sentences())
def test_every_way_of_writing_a_week(sentence: tuple[str, dict[Weekday, Spans]]) -> None:
    text, week = sentence
    if len(text) <= LONGEST:
        assert read(text) == Reading((Pattern(week),))
