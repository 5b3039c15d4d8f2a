"""What holds for any two registries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscctl.diffing.compare import compare
from sscctl.diffing.weeks import weekly_shifts
from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.hours import OpeningHours, Schedule, Spans, Weekday, Weeks
from sscctl.domain.period import ALWAYS, Period
from tests.base_registry import OFFICE_PATH
from tests.builders import files_of, laid_over
from tests.diffing.comparing import TODAY, Documents, event, open_office, schedule, sides
from tests.registry.files import texts

REGISTRY = {path: text.encode() for path, text in texts().items()}


def test_nothing_differs_between_the_registry_and_itself() -> None:
    assert list(compare(sides(REGISTRY, dict(REGISTRY)), TODAY)) == []


@pytest.mark.parametrize("path", sorted(REGISTRY), ids=lambda path: path.removesuffix(".yaml"))
def test_a_document_of_the_registry_with_its_lists_turned_round_says_the_same(path: str) -> None:
    """Only the order of what happened at no known time may count, and no file of the registry depends on it."""
    whole = {path: as_json(REGISTRY, path, turned=False)}
    turned = {path: as_json(REGISTRY, path, turned=True)}
    assert [change for change in compare(sides(whole, turned), TODAY) if change.visible] == []


def as_json(files: Mapping[str, bytes], path: str, *, turned: bool) -> bytes:
    from sscctl.reading.yaml12 import parse

    tree: Any = parse(files[path]).tree
    return json.dumps(reordered(tree) if turned else tree, ensure_ascii=False).encode()


def reordered(tree: Any) -> Any:  # noqa: ANN401  a document's tree
    match tree:
        case dict():
            return {key: reordered(tree[key]) for key in reversed(tree)}
        case list() if all(isinstance(item, str) for item in tree):
            return tree  # the spans of a day have an order
        case list():
            return [reordered(item) for item in reversed(tree)]
        case _:
            return tree


days = st.integers(0, 60).map(lambda number: date(2026, 1, 1) + timedelta(days=11 * number))
spans = st.sampled_from([(), (TimeSpan(600, 960),), (TimeSpan(600, 720), TimeSpan(780, 960)), (TimeSpan(540, 1080),)])
week_kinds = st.sampled_from(
    [None, None, Weeks(parity=0), Weeks(parity=1), Weeks(nth=(1, 3)), Weeks(every=3, start=date(2026, 1, 5))]
)


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    first, last = draw(st.none() | days), draw(st.none() | days)
    if first and last and last < first:
        first, last = last, first
    weekly: dict[Weekday, Spans] = draw(st.dictionaries(st.sampled_from(list(Weekday)), spans))
    return Schedule(Period.through(first, last), weekly, weeks=draw(week_kinds))


hours = st.lists(schedules(), max_size=3).map(lambda found: OpeningHours(tuple(found)))


@settings(max_examples=40)
@given(hours, hours)
def test_every_day_differs_within_a_shift_and_none_outside_one(before: OpeningHours, after: OpeningHours) -> None:
    shifts = list(weekly_shifts(before, after, (), (ALWAYS,)))
    for number in range(900):
        day = date(2025, 10, 1) + timedelta(days=number)
        differs = before.on(day).spans != after.on(day).spans
        weekdays = {weekday for period, shift in shifts if day in period for weekday, *_ in shift.days}
        if differs:
            assert Weekday.of(day) in weekdays
        elif all(schedule.weeks is None for schedule in (*before.schedules, *after.schedules)):
            assert Weekday.of(day) not in weekdays


@settings(max_examples=40)
@given(hours, hours)
def test_what_is_lost_one_way_is_won_the_other(before: OpeningHours, after: OpeningHours) -> None:
    there = [(period, shift.lost, shift.won) for period, shift in weekly_shifts(before, after, (), (ALWAYS,))]
    back = [(period, shift.won, shift.lost) for period, shift in weekly_shifts(after, before, (), (ALWAYS,))]
    assert there == back


ARVIKA, LUND = "offices/arvika.yaml", "offices/lund.yaml"
BEFORE = {ARVIKA: open_office("1784", "Arvika"), LUND: open_office("1281", "Lund")}
AFTER: Documents = {
    ARVIKA: open_office("1784", "Arvika", lifecycle=[event("opened", "2020-01-01"), event("closed", "2027-01-01")]),
    LUND: open_office("1281", "Lund", town="Lund", contact={"web": "https://exempel.se/lund"}),
    OFFICE_PATH: {"opening_hours": [schedule("2021-11-01", "2026-11-30"), schedule("2026-12-01", None, "10:00-14:00")]},
}


@settings(max_examples=10)
@given(st.permutations([*AFTER]), st.permutations(["id", "name", "municipality", "lifecycle", "town", "contact"]))
def test_a_set_of_changes_survives_reordering(paths: list[str], keys: list[str]) -> None:
    trees = laid_over(AFTER)
    shuffled = {path: trees[path] for path in [*paths, *(path for path in trees if path not in AFTER)]}
    for path in (ARVIKA, LUND):
        shuffled[path] = dict(
            sorted(trees[path].items(), key=lambda pair: keys.index(pair[0]) if pair[0] in keys else -1)
        )
    files = {path: json.dumps(tree, ensure_ascii=False).encode() for path, tree in shuffled.items()}
    before = files_of(laid_over(BEFORE))
    found = compare(sides(before, {**before, **files}), TODAY)
    assert found == compare(sides(before, files_of(laid_over(AFTER))), TODAY)
    assert len([change for change in found if change.visible]) == 5
