"""A plot for a terminal: areas of blocks that can be told apart without colour, dots over them, years below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sscctl.cli.glyphs import glyph
from sscctl.cli.render.numbers import grouped

LABEL = 6
"""Columns that the numbers at the left take, with the axis."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What an area, what may lie above it, and a dot are drawn with; ASCII where the terminal has no more."""

    surely: str
    perhaps: str
    dot: str
    eighths: str
    corner: str
    up: str
    along: str


def marks() -> Marks:
    """The marks that stdout can write."""
    blocks = Marks("█", "░", "●", "▁▂▃▄▅▆▇█", "└", "│", "─")
    fits = glyph("█░●▁└│─", "") != ""
    return blocks if fits else Marks("#", ":", "o", " #", "+", "|", "-")


def plot(
    lower: Sequence[float], upper: Sequence[float], dots: Mapping[int, Sequence[float]], height: int
) -> Iterator[str]:
    """Yield the lines of a plot, its top first: an area to `lower`, a lighter one to `upper`, dots by column.

    All values are 0 or more. The sequences have one value a column; empty ones draw nothing.
    """
    drawn = marks()
    highest = max([*lower, *upper, *(value for values in dots.values() for value in values), 1.0])
    step = _round_step(highest / (height // 4 + 1))
    top = step * -(-highest // step)
    width = max(len(lower), len(upper), *(column + 1 for column in dots), 0)
    for row in reversed(range(height)):
        floor, ceiling = top * row / height, top * (row + 1) / height
        label = ceiling // step * step
        cells = (
            drawn.dot
            if any(floor < value <= ceiling or (row == 0 and value == 0) for value in dots.get(column, ()))
            else _cell(drawn, _at(lower, column), _at(upper, column), floor, ceiling)
            for column in range(width)
        )
        name = grouped(round(label)) if label > floor else ""
        yield f"{name:>{LABEL - 1}}{drawn.up}{''.join(cells)}".rstrip()


def _cell(drawn: Marks, lower: float, upper: float, floor: float, ceiling: float) -> str:
    if lower > floor:
        filled = min(1.0, (lower - floor) / (ceiling - floor))
        partly = drawn.eighths[round(filled * (len(drawn.eighths) - 1))]
        return drawn.surely if filled == 1 else partly if upper <= lower or partly != " " else drawn.perhaps
    return drawn.perhaps if upper > floor else " "


def _at(values: Sequence[float], column: int) -> float:
    return values[column] if column < len(values) else 0.0


def _round_step(at_least: float) -> float:
    """A round number that is at least so much: 1, 2, 2.5 or 5 times a power of ten."""
    power = 1.0
    while True:
        for times in (1, 2, 2.5, 5):
            if times * power >= at_least:
                return times * power
        power *= 10


def years(columns: Mapping[int, int], width: int) -> Iterator[str]:
    """Yield the axis below: `columns` gives each year's first column; a year that has no room is not named."""
    drawn = marks()
    names, free = [" "] * (width + 4), 0
    for year, column in sorted(columns.items()):
        if column >= free and column + 4 <= width + 2:
            names[column : column + 4] = str(year)
            free = column + 4 + max(2, width // 40)
    yield f"{'0':>{LABEL - 1}}{drawn.corner}{drawn.along * width}"
    yield " " * LABEL + "".join(names).rstrip()
