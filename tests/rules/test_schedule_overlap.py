"""Whether two schedules ever hold on the same day, against looking at every day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.hours import Schedule, Weeks
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.rules.hours import _common_day

FIRST = date(2024, 12, 20)
DAYS = st.integers(0, 900).map(lambda number: FIRST + timedelta(days=number))
WEEKS = st.one_of(
    st.none(),
    st.integers(0, 1).map(lambda parity: Weeks(parity=parity)),
    st.tuples(st.integers(2, 6), DAYS).map(lambda turn: Weeks(every=turn[0], start=turn[1])),
    st.sets(st.integers(1, 5), min_size=1).map(lambda numbers: Weeks(nth=tuple(sorted(numbers)))),
)


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    start, length = draw(DAYS), draw(st.integers(0, 400))
    return Schedule(
        Period.through(start, start + timedelta(days=length)), {}, since=PartialDate.on(start), weeks=draw(WEEKS)
    )


@given(schedules(), schedules())
def test_a_common_day_is_found_where_there_is_one(first: Schedule, second: Schedule) -> None:
    days = (FIRST + timedelta(days=number) for number in range(1400))
    both = [day for day in days if first.holds_on(day) and second.holds_on(day)]
    found = _common_day(first, second)
    assert (found is None) == (not both)
    assert found is None or found == both[0]


@given(schedules(), schedules())
def test_the_order_of_the_two_does_not_matter(first: Schedule, second: Schedule) -> None:
    assert _common_day(first, second) == _common_day(second, first)
