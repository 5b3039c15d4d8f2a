"""The parts of the map where offices lie close, drawn larger beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

from sscctl.publishing.website.projection import Sheet
from sscctl.publishing.website.site import Site
from sscctl.publishing.website.spreading import spread
from sscctl.querying.portrait import Portrait

Place = tuple[float, float]

_MOST = 3
_CROWD = 6
"""How many offices within `_REACH` of one of them are too many for the map of the whole country."""
_REACH = 20.0
"""In units of the map's sheet; about 30 kilometres."""
_SIDE = 54.0
_LARGER = 5


@dataclass(frozen=True, slots=True)
class Window:
    """A square of the sheet from its upper left corner (`x`, `y`) on, and the numbers of the places in it."""

    x: float
    y: float
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """An office on a map."""

    portrait: Portrait
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Inset:
    """A square of the map from (`x`, `y`) on, `side` wide there and `size` here.

    It is called by the municipality that has the most of its offices. `land` holds the municipalities' outlines as the
    `d` of paths, `dots` the offices from north to south.
    """

    name: str
    x: float
    y: float
    side: float
    size: int
    land: tuple[str, ...]
    dots: tuple[Dot, ...]


def windows(places: Sequence[Place], sheet: Sheet) -> list[Window]:
    """Where places lie too close to be told apart: the densest crowd first, three at the most."""
    found: list[Window] = []
    left = list(range(len(places))) if len(places) < 1500 else []
    while len(found) < _MOST and left:
        around = [[other for other in left if _distance(places[one], places[other]) <= _REACH] for one in left]
        densest = max(around, key=len)
        if len(densest) < _CROWD:
            break
        window = _window([places[one] for one in densest], sheet)
        inside = tuple(one for one in left if _is_in(places[one], window))
        found.append(replace(window, numbers=inside))
        left = [one for one in left if one not in inside]
    return found


def _window(crowd: Sequence[Place], sheet: Sheet) -> Window:
    """The square around a crowd, moved inwards where it would leave the sheet."""
    xs, ys = zip(*crowd, strict=True)
    x, y = (min(xs) + max(xs) - _SIDE) / 2, (min(ys) + max(ys) - _SIDE) / 2
    return Window(min(max(x, 1), sheet.width - _SIDE - 1), min(max(y, 1), sheet.height - _SIDE - 1), ())


def _is_in(place: Place, window: Window) -> bool:
    return 0 <= place[0] - window.x <= _SIDE and 0 <= place[1] - window.y <= _SIDE


def _distance(one: Place, other: Place) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def inset(site: Site, sheet: Sheet, window: Window, crowd: Sequence[tuple[Portrait, Place]]) -> Inset:
    """Draw what is in a window, each office with its place on the sheet of the whole country."""
    x, y, size = window.x, window.y, round(_SIDE * _LARGER)
    larger = replace(
        sheet,
        west=sheet.west + (x - sheet.margin) / sheet.scale,
        north=sheet.north - (y - sheet.margin) / sheet.scale,
        scale=sheet.scale * _LARGER,
        width=size,
        height=size,
        margin=0,
    )
    points = [((there[0] - x) * _LARGER, (there[1] - y) * _LARGER) for _, there in crowd]
    placed = spread(points, size, size)
    names = Counter(portrait.municipality_name for portrait, _ in crowd)
    return Inset(
        names.most_common(1)[0][0],
        round(x, 1),
        round(y, 1),
        _SIDE,
        size,
        tuple(_land(site, larger)),
        tuple(Dot(one, round(x, 1), round(y, 1)) for (one, _), (x, y) in zip(crowd, placed, strict=True)),
    )


def _land(site: Site, sheet: Sheet) -> list[str]:
    """The municipalities of which some corner is on the sheet."""
    found = []
    for code in sorted(site.reference.municipalities):
        shape = site.reference.boundary(code)
        if shape and any(sheet.holds(corner) for ring in shape for corner in ring):
            found.append(sheet.path(shape))
    return found
