"""Sweden on a sheet: a map projection, and outlines drawn on a grid so that neighbours still meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import asinh, atan2, cos, radians, sin, sqrt, tan

from sscctl.domain.place import Point
from sscctl.reading.polygons import Ring, Shape

_MERIDIAN = radians(15)
"""The middle of Sweden, as in SWEREF 99 TM."""


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """East and north in radians of the sphere: the transverse Mercator projection on the 15th meridian."""
    phi, away = radians(latitude), radians(longitude) - _MERIDIAN
    east = asinh(sin(away) / sqrt(tan(phi) ** 2 + cos(away) ** 2))
    return east, atan2(tan(phi), cos(away))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing of some area: `scale` units a radian, its upper left corner at (`west`, `north`)."""

    west: float
    north: float
    scale: float
    width: int
    height: int
    margin: int = 0

    @classmethod
    def of(cls, shapes: Iterable[Shape], *, size: int, margin: int = 0) -> Sheet | None:
        """A sheet that holds the shapes, its longer side `size` units and a margin; `None` where there are none."""
        corners = [projected(y, x) for shape in shapes for ring in shape for x, y in ring]
        if not corners:
            return None
        easts, norths = zip(*corners, strict=True)
        wide, high = max(easts) - min(easts), max(norths) - min(norths)
        scale = size / (max(wide, high) or 1)
        both = 2 * margin
        return cls(min(easts), max(norths), scale, round(wide * scale) + both, round(high * scale) + both, margin)

    def place(self, point: Point) -> tuple[float, float]:
        """Where a point lies on the sheet, from its upper left corner."""
        return self._place(point.latitude, point.longitude)

    def holds(self, corner: tuple[float, float]) -> bool:
        """Whether a point, as longitude and latitude, lies on the sheet."""
        longitude, latitude = corner
        x, y = self._place(latitude, longitude)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def _place(self, latitude: float, longitude: float) -> tuple[float, float]:
        east, north = projected(latitude, longitude)
        return (east - self.west) * self.scale + self.margin, (self.north - north) * self.scale + self.margin

    def path(self, shape: Shape, *, grid: int = 1) -> str:
        """The shape as the `d` of an SVG path; corners lie on a grid of so many units, and specks are left out."""
        return "".join(_drawn(corners) for ring in shape if (corners := self._snapped(ring, grid)))

    def _snapped(self, ring: Ring, grid: int) -> list[tuple[int, int]]:
        corners: list[tuple[int, int]] = []
        for longitude, latitude in ring:
            x, y = self._place(latitude, longitude)
            corner = (round(x / grid) * grid, round(y / grid) * grid)
            if not corners or corner != corners[-1]:
                corners.append(corner)
        if len(corners) > 1 and corners[0] == corners[-1]:
            corners.pop()
        return corners if len(corners) > 2 else []


def _drawn(corners: Sequence[tuple[int, int]]) -> str:
    (x, y), *rest = corners
    return f"M{x} {y}l{_steps(x, y, rest)}z"


def _steps(x: int, y: int, corners: Iterable[tuple[int, int]]) -> str:
    return "".join(_all_steps(x, y, corners)).removeprefix(" ")


def _all_steps(x: int, y: int, corners: Iterable[tuple[int, int]]) -> Iterator[str]:
    for next_x, next_y in corners:
        across, down = next_x - x, next_y - y
        yield f"{'' if across < 0 else ' '}{across}{'' if down < 0 else ' '}{down}"
        x, y = next_x, next_y
