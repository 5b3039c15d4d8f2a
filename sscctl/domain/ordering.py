"""In which order things happened whose days are known loosely: the orders that ask for the fewest leaps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import TypeVar

from sscctl.domain.partial_date import PartialDate

State = TypeVar("State")

Point = tuple[int, State]
"""A point in an order: which of the steps have come (a bit for each, the first the lowest), and the state then."""

_MOST_POINTS = 500
"""More open orders than this are not weighed: then the steps come as they stand."""


def likeliest_points(
    steps: Sequence[PartialDate], start: State, take: Callable[[State, int], tuple[State, int]]
) -> Collection[Point[State]]:
    """Every point of every order of the steps that their days allow and that asks for the fewest leaps in all.

    `steps` stand in the order of their last possible days. `take(state, index)` gives the state that a step leads to,
    and how many leaps that asks for.
    """
    if all(earlier.last < later.first for earlier, later in pairwise(steps)):
        return _in_a_row(len(steps), start, take)
    before = [sum(1 << index for index, step in enumerate(steps) if step.last < later.first) for later in steps]
    layers: list[dict[Point[State], tuple[int, list[Point[State]]]]] = [{(0, start): (0, [])}]
    for _ in steps:
        layer: dict[Point[State], tuple[int, list[Point[State]]]] = {}
        for (come, state), (leaps, _) in layers[-1].items():
            for index in range(len(steps)):
                if come >> index & 1 or before[index] & ~come:
                    continue
                after, asked = take(state, index)
                there = come | 1 << index, after
                fewest, origins = layer.get(there, (leaps + asked, []))
                if leaps + asked <= fewest:
                    origins = origins if leaps + asked == fewest else []
                    layer[there] = leaps + asked, [*origins, (come, state)]
        if len(layer) > _MOST_POINTS:
            return _in_a_row(len(steps), start, take)
        layers.append(layer)
    return _on_the_way(layers)


def _on_the_way(layers: Sequence[dict[Point[State], tuple[int, list[Point[State]]]]]) -> set[Point[State]]:
    """The points from which the ends that cost least were reached."""
    fewest = min(leaps for leaps, _ in layers[-1].values())
    kept = {point for point, (leaps, _) in layers[-1].items() if leaps == fewest}
    points = set(kept)
    for layer in reversed(layers):
        kept = {origin for point in kept for origin in layer[point][1]}
        points |= kept
    return points


def _in_a_row(count: int, start: State, take: Callable[[State, int], tuple[State, int]]) -> list[Point[State]]:
    points = [(0, start)]
    for index in range(count):
        come, state = points[-1]
        points.append((come | 1 << index, take(state, index)[0]))
    return points
