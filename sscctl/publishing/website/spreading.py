"""Dots that would hide one another, moved apart."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, radians, sin

_APART = 15.0
"""How far apart the middles of two dots are at least, in units of the sheet."""
_ROUNDS = 60


def spread(points: Sequence[tuple[float, float]], width: float, height: float) -> list[tuple[float, float]]:
    """The points moved apart until none hides another, each step the same whenever it is done.

    Two that lie in one place part along the golden angle, so that many make a flower and no line.
    """
    placed = [
        [x + 0.01 * cos(radians(137.5 * n)), y + 0.01 * sin(radians(137.5 * n))] for n, (x, y) in enumerate(points)
    ]
    for _ in range(_ROUNDS if len(placed) < 1500 else 0):
        if not _push(placed):
            break
    edge = _APART / 2
    return [(min(max(x, edge), width - edge), min(max(y, edge), height - edge)) for x, y in placed]


def _push(placed: list[list[float]]) -> bool:
    """Push each two that are too near a little apart; whether any were."""
    pushed = False
    order = sorted(range(len(placed)), key=lambda number: placed[number][1])
    for place, number in enumerate(order):
        one = placed[number]
        for other_number in order[place + 1 :]:
            other = placed[other_number]
            if other[1] - one[1] > _APART:
                break
            across, down = other[0] - one[0], other[1] - one[1]
            far = hypot(across, down) or 0.001
            if far < _APART - 0.05:
                step = (_APART - far) / 2 / far
                one[0] -= across * step
                one[1] -= down * step
                other[0] += across * step
                other[1] += down * step
                pushed = True
    return pushed
