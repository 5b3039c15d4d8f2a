"""Plots as numbers: where lines, dots and bars stand on a sheet; the template draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 760, 340
LEFT, RIGHT, TOP, BOTTOM = 44, 16, 16, 34


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where it stands, and what it says."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Axes:
    """How years and numbers become places on the sheet."""

    first: date
    last: date
    top: int

    def x(self, day: date) -> float:
        """Where a day stands."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        """Where a number stands."""
        return round(HEIGHT - BOTTOM - value / self.top * (HEIGHT - TOP - BOTTOM), 1)

    @property
    def years(self) -> list[Tick]:
        """Every second year from the first on."""
        years = range(self.first.year, self.last.year + 1)
        return [Tick(self.x(date(year, 1, 1)), str(year)) for year in years if (year - self.first.year) % 2 == 0]

    @property
    def values(self) -> list[Tick]:
        """Round numbers, four or so."""
        step = next(step for step in (1, 2, 5, 10, 20, 25, 50, 100, 250, 500, 1000, 10**9) if self.top / step <= 5)
        return [Tick(self.y(value), str(value)) for value in range(0, self.top + 1, step)]


def steps(points: Sequence[tuple[float, float]]) -> str:
    """A line that stays level until the next point, as the `d` of a path."""
    if not points:
        return ""
    (x, y), *rest = points
    return f"M{x:g} {y:g}" + "".join(f"H{x:g}V{y:g}" for x, y in rest)


def band(upper: Sequence[tuple[float, float]], lower: Sequence[tuple[float, float]]) -> str:
    """The area between two such lines."""
    if not upper or not lower:
        return ""
    back: list[tuple[float, float]] = []
    for (x, _), (_, y) in zip(reversed(lower), [*[*reversed(lower)][1:], lower[0]], strict=True):
        back.append((x, y))
    down = f"V{lower[-1][1]:g}" + "".join(f"H{x:g}V{y:g}" for x, y in back)
    return steps(upper) + down + "z"
