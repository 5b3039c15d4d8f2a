"""Cuts time where something may change, and joins the stretches over which a difference is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import TypeVar

from sscctl.domain.period import Period

_Difference = TypeVar("_Difference")


def edges_of(periods: Iterable[Period]) -> set[date]:
    """The days on which some period begins, or has just ended."""
    return {edge for period in periods for edge in (period.start, period.end) if edge is not None}


def stretches(edges: Iterable[date]) -> Iterator[Period]:
    """All of time, cut at the edges."""
    cuts = [None, *sorted(set(edges) - {date.min}), None]
    return (Period(start, end) for start, end in pairwise(cuts))


def runs(
    edges: Iterable[date], difference: Callable[[Period], _Difference | None]
) -> Iterator[tuple[Period, _Difference]]:
    """Yield the longest periods over which the difference is one and the same; where there is none, nothing."""
    held: tuple[Period, _Difference] | None = None
    for stretch in stretches(edges):
        found = difference(stretch)
        if held is not None and held[1] == found:
            held = Period(held[0].start, stretch.end), held[1]
            continue
        if held is not None:
            yield held
        held = None if found is None else (stretch, found)
    if held is not None:
        yield held


def first_day(stretch: Period) -> date:
    """A day in the stretch: its first, or the first there is."""
    return stretch.start or date.min
