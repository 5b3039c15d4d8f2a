"""Deviations: entered in order, grown, replaced, split and refused."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest

from sscctl.domain.clocktime import TimeSpan
from sscctl.editing.applying import applied
from sscctl.editing.deviating import Days, NewDeviation, clear, deviate
from sscctl.editing.entries import Tree
from sscctl.errors import Refused
from sscctl.text import Text

Item = dict[str, object]

MEETING = {"sv": "Personalmöte", "en": "Staff meeting"}
SUMMER = {"sv": "Sommartider", "en": "Summer hours"}
SHORT = ["10:00-13:00"]


def item(days: str, hours: list[str] | None = None, reason: object = MEETING, **more: object) -> Item:
    first, _, last = days.partition("..")
    when: Item = {"valid_from": first, "valid_through": last} if last else {"on": first}
    return {**when, "hours": SHORT if hours is None else hours, "reason": reason, **more}


def span(days: str) -> Days:
    first, _, last = days.partition("..")
    return Days(date.fromisoformat(first), date.fromisoformat(last or first))


def new(days: str, hours: list[str] | None = None, reason: dict[str, str] = MEETING) -> NewDeviation:
    spans = tuple(TimeSpan.parse(text) for text in (SHORT if hours is None else hours))
    return NewDeviation(span(days), spans, Text(reason["sv"], reason["en"]), "page")


def tree(*items: Item) -> Tree:
    return cast("Tree", {"id": "torget", "deviations": list(items)} if items else {"id": "torget"})


ENTERED: dict[str, tuple[list[Item], NewDeviation, list[Item]]] = {
    "the first one": ([], new("2026-12-23"), [item("2026-12-23", source="page")]),
    "closed for some weeks": (
        [],
        new("2027-07-05..2027-07-18", [], SUMMER),
        [item("2027-07-05..2027-07-18", [], SUMMER, source="page")],
    ),
    "between two others, by its day": (
        [item("2026-12-01"), item("2027-01-07")],
        new("2026-12-23"),
        [item("2026-12-01"), item("2026-12-23", source="page"), item("2027-01-07")],
    ),
    "the same days with other hours: replaced": (
        [item("2026-12-23", [], SUMMER, source="old")],
        new("2026-12-23"),
        [item("2026-12-23", source="page")],
    ),
    "just the same: nothing happens": ([item("2026-12-23")], new("2026-12-23"), [item("2026-12-23")]),
    "the same within a longer one: nothing happens": (
        [item("2026-12-21..2026-12-31")],
        new("2026-12-23"),
        [item("2026-12-21..2026-12-31")],
    ),
    "overlapping and the same: it grows": (
        [item("2026-12-21..2026-12-23", source="old")],
        new("2026-12-22..2026-12-30"),
        [item("2026-12-21..2026-12-30", source="old")],
    ),
    "a single day grows": (
        [item("2026-12-23", source="old")],
        new("2026-12-22..2026-12-30"),
        [item("2026-12-22..2026-12-30", source="old")],
    ),
    "two grow together": (
        [item("2026-12-21..2026-12-23"), item("2026-12-28..2026-12-30")],
        new("2026-12-22..2026-12-29"),
        [item("2026-12-21..2026-12-30")],
    ),
    "a day within the summer speaks for itself": (
        [item("2027-07-01..2027-07-31", [], SUMMER)],
        new("2027-07-07"),
        [item("2027-07-01..2027-07-31", [], SUMMER), item("2027-07-07", source="page")],
    ),
    "a summer around a day": (
        [item("2027-07-07")],
        new("2027-07-01..2027-07-31", [], SUMMER),
        [item("2027-07-01..2027-07-31", [], SUMMER, source="page"), item("2027-07-07")],
    ),
}


@pytest.mark.parametrize(("before", "deviation", "expected"), ENTERED.values(), ids=ENTERED)
def test_a_deviation_is_entered(before: list[Item], deviation: NewDeviation, expected: list[Item]) -> None:
    start = tree(*before)
    assert applied(start, deviate(start, deviation)) == {"id": "torget", "deviations": expected}


def test_two_that_only_overlap_are_refused_with_the_way_out() -> None:
    with pytest.raises(Refused) as caught:
        deviate(tree(item("2026-12-21..2026-12-28", [], SUMMER)), new("2026-12-23..2026-12-30"))
    assert caught.value.message.sv == "överlappar en avvikelse som gäller 2026-12-21..2026-12-28"
    assert caught.value.advice is not None
    assert caught.value.advice.sv == "ta bort den först: sscctl hours clear … 2026-12-21..2026-12-28"


CLEARED: dict[str, tuple[list[Item], str, list[Item]]] = {
    "one day": ([item("2026-12-23"), item("2026-12-30")], "2026-12-23", [item("2026-12-30")]),
    "all that lie within": (
        [item("2026-12-01"), item("2026-12-23"), item("2026-12-28..2026-12-30")],
        "2026-12-20..2026-12-31",
        [item("2026-12-01")],
    ),
    "the end of a longer one": (
        [item("2026-12-21..2026-12-30", source="page")],
        "2026-12-28..2027-01-10",
        [item("2026-12-21..2026-12-27", source="page")],
    ),
    "the beginning of a longer one": (
        [item("2026-12-21..2026-12-30")],
        "2026-12-21",
        [item("2026-12-22..2026-12-30")],
    ),
    "a day out of the middle": (
        [item("2026-12-21..2026-12-30", source="page")],
        "2026-12-23",
        [item("2026-12-21..2026-12-22", source="page"), item("2026-12-24..2026-12-30", source="page")],
    ),
    "a single day is left at the end": (
        [item("2026-12-21..2026-12-24")],
        "2026-12-23",
        [item("2026-12-21..2026-12-22"), item("2026-12-24")],
    ),
    "none on that day": ([item("2026-12-23")], "2026-12-24", [item("2026-12-23")]),
}


@pytest.mark.parametrize(("before", "days", "expected"), CLEARED.values(), ids=CLEARED)
def test_days_are_cleared(before: list[Item], days: str, expected: list[Item]) -> None:
    start = tree(*before)
    assert applied(start, clear(start, span(days))) == {"id": "torget", "deviations": expected}


def test_the_list_goes_with_its_last_entry() -> None:
    start = tree(item("2026-12-23"))
    assert applied(start, clear(start, span("2026-12-23"))) == {"id": "torget"}
