"""Laws of setting hours: on its days and weeks the new hours hold, on all others what held before, and never two."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import cast

from hypothesis import given, reject
from hypothesis import strategies as st

from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.hours import WEEKDAYS, Spans, Weekday, Weeks
from sscctl.domain.office import Office
from sscctl.editing.applying import applied
from sscctl.editing.entries import Tree
from sscctl.editing.schedules import NewHours, last_day, set_hours
from sscctl.errors import Refused
from sscctl.rules.hours import overlapping_schedules
from sscctl.wording.reading import Pattern
from tests.builders import office

FIRST = date(2027, 1, 4)
DAYS = [FIRST + timedelta(days=number) for number in range(420)]

Item = dict[str, object]

KINDS: list[list[str]] = [[""], ["odd"], ["even"], ["odd", "even"]]
"""The weeks of schedules that stand side by side; nothing is every week."""


def day(number: int) -> str:
    return DAYS[number].isoformat()


@st.composite
def standing(draw: st.DrawFn) -> list[Item]:
    """Schedules one after another, with gaps or without, some of them for odd or even weeks."""
    edges = draw(st.lists(st.integers(30, 380), max_size=6, unique=True).map(sorted))
    items: list[Item] = []
    for start, end in zip(edges[::2], [*edges[1::2], None], strict=False):
        bounds: Item = {} if not items and draw(st.booleans()) else {"valid_from": day(start)}
        if end is not None:
            bounds["valid_through"] = day(end - 1)
        for weeks in draw(st.sampled_from(KINDS)):
            hour = draw(st.integers(8, 12))
            weekly = {one.value: [f"{hour:02}:00-16:00"] for one in WEEKDAYS[: draw(st.integers(1, 7))]}
            items.append({**bounds, "weekly": weekly, **({"weeks": weeks} if weeks else {})})
    return items


@st.composite
def new_hours(draw: st.DrawFn) -> NewHours:
    first = draw(st.integers(0, 400))
    last = draw(st.none() | st.integers(first, 410))
    kinds: list[list[Weeks | None]] = [[None], [Weeks(parity=1)], [Weeks(parity=0)], [Weeks(parity=1), Weeks(parity=0)]]
    weeks = draw(st.sampled_from(kinds))
    patterns = tuple(Pattern({Weekday.MON: (TimeSpan(13 * 60, (14 + n) * 60),)}, one) for n, one in enumerate(weeks))
    return NewHours(patterns, DAYS[first], None if last is None else DAYS[last])


def hours_on(found: Office, on: date) -> tuple[Spans | None, ...]:
    schedule = found.hours.schedule_on(on)
    return tuple(schedule.weekly.get(one) for one in WEEKDAYS) if schedule else ()


def wanted(new: NewHours, last: date | None, on: date) -> tuple[Spans | None, ...] | None:
    """What the new hours say of the week of a day; `None` where they do not speak of it."""
    if on < new.first or (last and on > last):
        return None
    pattern = next((one for one in new.patterns if one.weeks is None or on in one.weeks), None)
    return tuple(pattern.weekly.get(one) for one in WEEKDAYS) if pattern else None


def read(items: Sequence[Item]) -> Office:
    return office(opening_hours=list(items))


@given(standing(), new_hours())
def test_the_new_hours_hold_where_they_should_and_nowhere_else(items: list[Item], new: NewHours) -> None:
    tree = cast("Tree", {"opening_hours": items})
    try:
        last = last_day(tree, new)
    except Refused:
        reject()
    changed = applied(tree, set_hours(tree, new))
    assert isinstance(changed, dict)
    before, after = read(items), read(cast("list[Item]", changed["opening_hours"]))
    for on in DAYS:
        expected = wanted(new, last, on)
        assert hours_on(after, on) == (hours_on(before, on) if expected is None else expected), on
    assert not list(overlapping_schedules(after))


@given(standing(), new_hours())
def test_setting_them_twice_is_setting_them_once(items: list[Item], new: NewHours) -> None:
    tree = cast("Tree", {"opening_hours": items})
    try:
        once = applied(tree, set_hours(tree, new))
    except Refused:
        reject()
    assert set_hours(cast("Tree", once), NewHours(new.patterns, new.first, last_day(tree, new))) == ()
