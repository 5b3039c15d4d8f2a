"""The map of Sweden: the counties' outlines, and a dot for each office at its place or, unknown, its municipality's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin

from sscctl.domain.event import Status
from sscctl.publishing.website.projection import Sheet
from sscctl.publishing.website.site import THERE, Site
from sscctl.querying.portrait import Portrait

HEIGHT = 1000
_GRID = 2
_APART = 15.0
"""How far apart the middles of two dots are at least, in units of the sheet."""
_ROUNDS = 60
_SHOWN = (*THERE, Status.PLANNED, Status.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Dot:
    """An office on the map; `moved` says that it stepped aside for its neighbours."""

    portrait: Portrait
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class MapOfSweden:
    """The drawing: its size, the outline of each county by code, and the dots from north to south."""

    width: int
    height: int
    counties: tuple[tuple[str, str], ...]
    dots: tuple[Dot, ...]


def draw(site: Site) -> MapOfSweden | None:
    """Draw the offices that are open or may be; `None` where there are no boundaries."""
    shapes = site.reference.county_boundaries
    sheet = Sheet.of(shapes.values(), size=HEIGHT - 30, margin=15)
    if sheet is None:
        return None
    found = [
        (one, sheet.place(point[0]))
        for one in site.portraits.values()
        if one.status in _SHOWN and (point := site.point(one))
    ]
    found.sort(key=lambda pair: (round(pair[1][1]), round(pair[1][0]), pair[0].office.id))
    places = spread([place for _, place in found], sheet.width, sheet.height)
    return MapOfSweden(
        sheet.width,
        sheet.height,
        tuple((code, sheet.path(shape, grid=_GRID)) for code, shape in sorted(shapes.items())),
        tuple(Dot(one, round(x, 1), round(y, 1)) for (one, _), (x, y) in zip(found, places, strict=True)),
    )


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
