"""Weekdays that follow one another and have the same hours, told together: Monday–Thursday."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from sscctl.domain.hours import WEEKDAYS, Spans, Weekday


def runs(weekly: Mapping[Weekday, Spans]) -> Iterator[tuple[tuple[Weekday, ...], Spans]]:
    """Yield each run of known weekdays with its hours, from Monday on; an unknown day ends a run and is in none."""
    for spans, days in groupby(WEEKDAYS, key=weekly.get):
        if spans is not None:
            yield tuple(days), spans
