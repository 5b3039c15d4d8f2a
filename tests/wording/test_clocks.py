"""Two clocks as they are written, and the span that they can only mean, or the spans that they can mean."""

from __future__ import annotations

from itertools import product

import pytest

from sscctl.domain.clocktime import TimeSpan
from sscctl.wording.faces import read_span
from sscctl.wording.read import read_day
from sscctl.wording.tokens import Face, Refusal

CLEAR = {
    "8-12": "08:00-12:00",
    "9-15": "09:00-15:00",
    "7-11": "07:00-11:00",
    "10-16.30": "10:00-16:30",
    "1030-16": "10:30-16:00",
    "930-16": "09:30-16:00",
    "01:00-05:00": "01:00-05:00",
    "01-05": "01:00-05:00",
    "5-14": "05:00-14:00",
    "13-16": "13:00-16:00",
    "0-24": "00:00-24:00",
    "20-00": "20:00-24:00",
    "24-06": "00:00-06:00",
    "10am-4pm": "10:00-16:00",
    "10-4pm": "10:00-16:00",
    "1-5pm": "13:00-17:00",
    "12-4pm": "12:00-16:00",
    "11-1pm": "11:00-13:00",
    "9-12pm": "09:00-12:00",
    "10am-4": "10:00-16:00",
    "9am-12": "09:00-12:00",
    "10am-16": "10:00-16:00",
    "8am-noon": "08:00-12:00",
    "noon-4": "12:00-16:00",
    "8pm-midnight": "20:00-24:00",
    "12am-12pm": "00:00-12:00",
    "9 fm–3 em": "09:00-15:00",
}

UNCLEAR = {
    "10-4": "10:00–16:00 or 10:00–04:00 the next day",
    "1-5": "13:00–17:00 or 01:00–05:00",
    "1.30-5": "13:30–17:00 or 01:30–05:00",
    "12-1": "12:00–13:00 or 00:00–01:00",
    "6-12": "06:00–12:00 or 18:00–24:00",
    "9-12am": "09:00–12:00 or 21:00–24:00",
    "8.30-4.30": "08:30–16:30 or 08:30–04:30 the next day",
}

IMPOSSIBLE = {
    "16-10": "it ends before it has begun",
    "22:00-02:00": "it ends before it has begun",
    "4pm-10am": "it ends before it has begun",
    "16-16": "it ends before it has begun",
    "10-25": "there is no such time of day",
    "10:60-12": "there is no such time of day",
    "24.30-25": "there is no such time of day",
    "13pm-3pm": "there is no such time of day",
    "0am-3am": "there is no such time of day",
}


@pytest.mark.parametrize(("text", "span"), CLEAR.items(), ids=CLEAR)
def test_clear_ones_are_read(text: str, span: str) -> None:
    assert read_day(text) == ((TimeSpan.parse(span),), ())


@pytest.mark.parametrize(("text", "readings"), UNCLEAR.items(), ids=UNCLEAR)
def test_of_unclear_ones_the_readings_are_named_and_the_likeliest_suggested(text: str, readings: str) -> None:
    spans, (problem,) = read_day(text)
    assert spans is None
    assert problem.message.en == f"“{text}”: can mean {readings}"
    assert problem.suggestion
    assert problem.suggestion.en == readings.split(" or ")[0]


@pytest.mark.parametrize(("text", "message"), IMPOSSIBLE.items(), ids=IMPOSSIBLE)
def test_impossible_ones_are_refused(text: str, message: str) -> None:
    spans, (problem,) = read_day(text)
    assert spans is None
    assert problem.message.en == f"“{text}”: {message}"


FACES = [
    *(Face(hour, minute) for hour in range(26) for minute in (None, 30, 75)),
    *(Face(hour, full=True) for hour in range(25)),
    *(Face(hour, half=half) for hour in range(14) for half in ("am", "pm")),
]


def test_any_two_clocks_give_a_span_of_one_day_or_a_reason() -> None:
    for start, end in product(FACES, FACES):
        read = read_span(start, end)
        if isinstance(read, Refusal):
            assert read.message.en
        else:
            assert 0 <= read.start < read.end <= 24 * 60
