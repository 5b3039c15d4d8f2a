"""Schedules as they stand in a document: from when until when each holds, and in which weeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sscctl.domain.hours import Spans, Weekday, Weeks
from sscctl.domain.period import Period
from sscctl.editing.canonical import Value
from sscctl.editing.entries import Tree, mappings
from sscctl.reading.node import Node

HOURS = "opening_hours"
"""The key of an office's ordinary hours."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A schedule of a document. `period` starts on its first possible day, or on the day a source first saw it."""

    period: Period
    weeks: Weeks | None
    weekly: Mapping[Weekday, Spans]


def standing(item: Tree) -> Standing | None:
    """What an item of `opening_hours` says; `None` for hours of which no source tells when they hold."""
    if item.get("undated"):
        return None
    node = Node(item, [])
    weekly = node.child("weekly")
    hours = {day: spans for day in Weekday if weekly and (spans := weekly.spans(day.value)) is not None}
    return Standing(node.period(), _weeks(item.get("weeks")), hours)


def all_standing(tree: Tree) -> Iterator[Standing]:
    """Yield every dated schedule of a document."""
    for item in mappings(tree, HOURS):
        if found := standing(item):
            yield found


def _weeks(value: Value) -> Weeks | None:
    if isinstance(value, str):
        return Weeks(parity=int(value == "odd"))
    if not isinstance(value, Mapping):
        return None
    node, nth = Node(value, []), value.get("nth")
    numbers = nth if isinstance(nth, list | tuple) else ()
    return Weeks(
        every=node.number("every"),
        start=node.day("from"),
        nth=tuple(number for number in numbers if isinstance(number, int)),
    )
