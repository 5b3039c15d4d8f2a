"""The status of an office on a day follows from its events, as far as their days are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.lifecycle import is_leap, open_periods, status_on, statuses_between, turns
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from tests.domain.lives import life

STATUSES = {
    "nothing is known of an office without events": ((), "2026-01-01", "unknown"),
    "nothing is known before the first event": (("opened 2021-11-01",), "2021-10-31", "unknown"),
    "an office is open from the day it opens": (("opened 2021-11-01",), "2021-11-01", "open"),
    "an inauguration opens it too": (("inaugurated 2022-05-24",), "2022-05-24", "open"),
    "a commission is a plan": (("commissioned 2017-12-05",), "2018-01-01", "planned"),
    "a later proposal does not undo a plan": (("planned 2019", "proposed 2020"), "2021-01-01", "planned"),
    "a later plan does not undo an opening": (("opened 2019", "planned 2020"), "2021-01-01", "open"),
    "a cancelled plan can be taken up again": (
        ("planned 2019", "cancelled 2020", "planned 2021"),
        "2022-01-01",
        "planned",
    ),
    "what a source saw holds from that day": (("observed 2024-03-01 open",), "2024-03-01", "open"),
    "a suspension lasts until the reopening": (("opened 2019", "suspended 2020-03-20"), "2020-05-01", "suspended"),
    "a reopened office is open": (("opened 2019", "suspended 2020-03-20", "reopened 2020-06-01"), "2020-06-01", "open"),
    "a move changes nothing": (("opened 2019", "moved 2020"), "2021-01-01", "open"),
    "an announced closing leaves it unknown": (("opened 2019", "closing_announced 2020"), "2021-01-01", "unknown"),
    "a decided closing without a last day changes nothing yet": (
        ("opened 2019", "closing_decided 2025"),
        "2026-01-01",
        "open",
    ),
    "an office is open on its last day": (
        ("opened 2019", "closing_decided 2025-04-10 -2025-05-30"),
        "2025-05-30",
        "open",
    ),
    "it is closed the day after": (("opened 2019", "closing_decided 2025-04-10 -2025-05-30"), "2025-05-31", "closed"),
    "the last day goes before the day it was reported closed": (
        ("opened 2019", "closed 2025-06-02 -2025-05-30"),
        "2025-05-31",
        "closed",
    ),
    "an announced reopening makes a closing one for a time": (
        ("opened 2019", "closed 2025-02-01", "reopening_announced 2025-12-09"),
        "2025-12-09",
        "suspended",
    ),
    "an announced reopening of an open office changes nothing": (
        ("opened 2019", "reopening_announced 2025-12-09"),
        "2025-12-09",
        "open",
    ),
    "within the year that is all we know, it may have opened or not": (("opened 2021",), "2021-06-01", "unknown"),
    "on the last day of that year it is open for certain": (("opened 2021",), "2021-12-31", "open"),
    "of an opening no later than a day, that day is certain": (("opened ../2023-10-02",), "2023-10-02", "open"),
    "and no day before it": (("opened ../2023-10-02",), "2023-10-01", "unknown"),
    "both sides of a loose day may agree": (("opened 2021-02-01", "inaugurated 2021"), "2021-06-01", "open"),
    "it opened before it closed, though only the year of the one is known": (
        ("opened 2019", "closed 2019-06-15"),
        "2019-07-01",
        "closed",
    ),
    "it was seen open before it closed, though nobody says when": (
        ("observed ../2026-11-22 open", "closing_decided 2025-04-10 -2025-05-30"),
        "2026-12-01",
        "closed",
    ),
    "it closed before it reopened in the same year": (("closed 2013-03-01", "reopened 2013"), "2014-01-01", "open"),
    "seen open and suspended in the same year, which came last is not known": (
        ("observed 2020 open", "suspended 2020"),
        "2021-01-01",
        "unknown",
    ),
    "the last of all days is a last day too": (("opened 2019", "closed 2020 -9999-12-31"), "2026-01-01", "open"),
    "the order in the file does not matter": (("closed 2013", "opened 2008"), "2014-01-01", "closed"),
}


@pytest.mark.parametrize(("events", "day", "status"), STATUSES.values(), ids=STATUSES)
def test_status_on_a_day(events: tuple[str, ...], day: str, status: str) -> None:
    assert status_on(life(*events), date.fromisoformat(day)) == status


PERIODS = {
    "an office without events was never open for certain": ((), ()),
    "an office that never closed is open without end": (("opened 2021-11-01",), (("2021-11-01", None),)),
    "only what is certain counts": (("opened 2021", "closed 2023"), (("2021-12-31", "2023-01-01"),)),
    "a suspension parts the periods": (
        ("opened 2019-06-01", "suspended 2020-03-20", "reopened 2020-06-01", "closed 2025-06-01"),
        (("2019-06-01", "2020-03-20"), ("2020-06-01", "2025-06-01")),
    ),
    "an observation within does not": (
        ("opened 2019-06-01", "observed 2020-03-20 open"),
        (("2019-06-01", None),),
    ),
}


@pytest.mark.parametrize(("events", "expected"), PERIODS.values(), ids=PERIODS)
def test_open_periods(events: tuple[str, ...], expected: tuple[tuple[str, str | None], ...]) -> None:
    day = date.fromisoformat
    periods = [Period(day(start), day(end) if end else None) for start, end in expected]
    assert list(open_periods(life(*events))) == periods


def test_statuses_between_two_days_are_all_that_may_have_been() -> None:
    events = life("opened 2021-03-01", "suspended 2021-06-01", "reopened 2021-07-01")
    assert statuses_between(events, date(2021, 4, 1), date(2021, 12, 31)) == {Status.OPEN, Status.SUSPENDED}


@st.composite
def lives(draw: st.DrawFn) -> tuple[Event, ...]:
    """A life that makes sense: no leaps, every day known, no two events on one day."""
    day, events, status = date(2008, 3, 6), list[Event](), Status.UNKNOWN
    for _ in range(draw(st.integers(0, 5))):
        day += timedelta(draw(st.integers(1, 400)))
        seen = st.sampled_from([s for s in Status if s is not Status.UNKNOWN])
        kind = draw(st.sampled_from(EventKind))
        event = Event(kind, PartialDate.on(day), status=draw(seen) if kind is EventKind.OBSERVED else None)
        if not is_leap(status, event):
            events.append(event)
            status = status_on(events, day)
    return tuple(events)


@st.composite
def blurred(draw: st.DrawFn) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """A life that makes sense, and the same life with days known less precisely, in any order."""
    known = draw(lives())
    loose = []
    for event in known:
        assert event.on
        first = event.on.first - timedelta(draw(st.integers(0, 300)))
        last = event.on.first + timedelta(draw(st.integers(0, 300)))
        loose.append(replace(event, on=PartialDate(first, last, f"{first}/{last}")))
    return known, tuple(draw(st.permutations(loose)))


DAYS = st.dates(date(2007, 1, 1), date(2016, 1, 1))


@given(blurred(), DAYS)
def test_what_is_said_of_loosely_known_days_is_true_of_the_days_they_were(
    both: tuple[tuple[Event, ...], tuple[Event, ...]], day: date
) -> None:
    known, loose = both
    assert status_on(known, day) in statuses_between(loose, day, day)


@given(blurred(), DAYS)
def test_an_office_is_open_on_exactly_the_days_of_its_open_periods(
    both: tuple[tuple[Event, ...], tuple[Event, ...]], day: date
) -> None:
    for events in both:
        assert any(day in period for period in open_periods(events)) == (status_on(events, day) is Status.OPEN)


@given(lives(), DAYS)
def test_the_status_changes_on_no_other_days_than_those_of_events(events: tuple[Event, ...], day: date) -> None:
    if all(turn.on.first != day for turn in turns(events)):
        assert status_on(events, day) == status_on(events, day - timedelta(1))


OPENED = Event(EventKind.OPENED, PartialDate.parse("2019"))


def announced(on: str, expected: str | None = None) -> Event:
    return Event(
        EventKind.CLOSING_ANNOUNCED, PartialDate.parse(on), expected=PartialDate.parse(expected) if expected else None
    )


@pytest.mark.parametrize(
    ("events", "day", "status"),
    [
        pytest.param([announced("2025-11-04")], "2025-11-03", Status.OPEN, id="before the announcement it is open"),
        pytest.param([announced("2025-11-04")], "2026-02-01", Status.UNKNOWN, id="after it nobody knows"),
        pytest.param([announced("2025-11-04", "2026")], "2025-12-31", Status.OPEN, id="open until it is expected"),
        pytest.param([announced("2025-11-04", "2026")], "2026-01-01", Status.UNKNOWN, id="unknown once it is expected"),
        pytest.param(
            [announced("2025-03-01"), announced("2025-11-04", "2026")],
            "2025-12-01",
            Status.OPEN,
            id="the announcement that names a time counts",
        ),
        pytest.param(
            [announced("2025-03-01"), Event(EventKind.CLOSING_DECIDED, last_day=date(2025, 5, 30))],
            "2025-05-30",
            Status.OPEN,
            id="a decision with a last day tells more",
        ),
        pytest.param(
            [announced("2025-03-01"), Event(EventKind.OBSERVED, PartialDate.parse("2026-01-10"), Status.OPEN)],
            "2026-01-11",
            Status.OPEN,
            id="seen open later it is open",
        ),
    ],
)
def test_an_announced_closing(events: list[Event], day: str, status: Status) -> None:
    assert status_on([OPENED, *events], date.fromisoformat(day)) is status
