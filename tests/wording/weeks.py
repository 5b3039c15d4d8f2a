"""Weeks in shorthand for the tests of words, and random ones for laws."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import strategies as st

from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.hours import WEEKDAYS, Spans, Weekday, Weeks
from sscctl.domain.period import ALWAYS, Period
from sscctl.wording.reading import Pattern

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
    """Up to three spans of a day on quarter hours, some of which touch."""
    quarters = sorted(draw(st.sets(st.integers(0, 96), max_size=6)))
    if len(quarters) > 2 and draw(st.booleans()):
        quarters[2] = quarters[1]
    return tuple(TimeSpan(a * 15, b * 15) for a, b in zip(quarters[::2], quarters[1::2], strict=False))


@st.composite
def random_weekly(draw: st.DrawFn) -> Mapping[Weekday, Spans]:
    """Hours of a week as offices have them: few kinds of days, some closed, some unknown; one day known at least."""
    kinds: list[Spans] = draw(st.lists(random_spans(), min_size=1, max_size=3))
    days: list[Spans | None] = draw(st.lists(st.sampled_from([*kinds, CLOSED, None]), min_size=7, max_size=7))
    known = {weekday: spans for weekday, spans in zip(WEEKDAYS, days, strict=True) if spans is not None}
    return known or {draw(st.sampled_from(WEEKDAYS)): kinds[0]}


DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))

PERIODS = st.one_of(
    st.just(ALWAYS),
    st.builds(lambda first, length: Period.through(first, first + timedelta(length)), DAYS, st.integers(0, 700)),
    st.builds(lambda day: Period.through(day, None), DAYS),
    st.builds(lambda day: Period.through(None, day), DAYS),
)


@st.composite
def random_patterns(draw: st.DrawFn) -> tuple[Pattern, ...]:
    """Patterns of which no two hold on one day: every week, odd and even weeks, or the n-th of the month."""
    period = draw(PERIODS)
    weekdays = random_weekly()
    match draw(st.sampled_from(["every week", "odd and even", "of the month", "every so many"])):
        case "odd and even":
            kinds = [Weeks(parity=parity) for parity in draw(st.sampled_from([(1,), (0,), (1, 0)]))]
        case "of the month":
            kinds = draw(st.sampled_from(_OF_THE_MONTH))
        case "every so many":
            kinds = [Weeks(every=draw(st.integers(2, 53)), start=draw(DAYS))]
        case _:
            return (Pattern(draw(weekdays), None, period),)
    found = [Pattern(draw(weekdays), weeks, period) for weeks in kinds]
    differ = all(one.weekly != other.weekly for one in found for other in found if one is not other)
    return tuple(found) if differ else (found[0],)


_OF_THE_MONTH = [
    [Weeks(nth=(1,))],
    [Weeks(nth=(1, 3))],
    [Weeks(nth=(2, 4, 5))],
    [Weeks(nth=(1, 3)), Weeks(nth=(2, 4, 5))],
    [Weeks(nth=(1,)), Weeks(nth=(2, 4)), Weeks(nth=(3, 5))],
]
