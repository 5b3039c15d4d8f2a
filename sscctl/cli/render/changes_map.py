"""Two small maps as SVG, no larger than the part of Sweden that changes: the offices before a change, and after it."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import cos, dist, radians

from sscctl.cli.language import t
from sscctl.diffing.nearest import Site
from sscctl.domain.place import Point
from sscctl.reading.polygons import Ring, Shape

_NORTH, _SOUTH, _WEST, _EAST = 69.2, 55.2, 10.8, 24.3
"""Degrees around the mainland and the islands."""

_SCALE = 34.0
"""Units a degree of latitude; a degree of longitude is as much shorter as it is on the ground in the middle."""

_ASIDE = _SCALE * cos(radians(62.5))
_HEIGHT, _WIDTH = round((_NORTH - _SOUTH) * _SCALE), round((_EAST - _WEST) * _ASIDE)
_FINE = 0.7
"""Units on a map of the whole: corners of a boundary that lie closer than this to the last are left out."""

_AROUND = 30.0
"""Units (nearly 100 km) that are shown around what differs."""

_FEW = 100
"""Of more offices that differ, the part that they take up is large enough."""

_PART = 0.7
"""A frame higher than this part of the whole is no gain: the whole is shown."""

Name = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the country that is shown, in units."""

    left: float
    top: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """How large a unit of the picture is against one of a map of the whole."""
        return self.width / _WIDTH

    def holds(self, point: Point) -> bool:
        """Whether a mark there would be seen."""
        x, y = _place(point)
        return 0 <= x - self.left <= self.width and 0 <= y - self.top <= self.height

    def __str__(self) -> str:
        return f"{self.left:.1f} {self.top:.1f} {self.width:.1f} {self.height:.1f}"


WHOLE = Frame(0, 0, _WIDTH, _HEIGHT)


def frame(before: Sequence[Site], after: Sequence[Site]) -> Frame:
    """The part around the offices that differ, each with the nearest that stays, to which its visitors may go.

    The whole where they lie far apart, or where none differs.
    """
    places = [_place(point) for _, point in _places(before) ^ _places(after)]
    if not places:
        return WHOLE
    stays = [_place(point) for _, point in _places(before) & _places(after)]
    if stays and len(places) <= _FEW:
        places += [min(stays, key=partial(dist, place)) for place in places]
    left, right = min(x for x, _ in places) - _AROUND, max(x for x, _ in places) + _AROUND
    top, bottom = min(y for _, y in places) - _AROUND, max(y for _, y in places) + _AROUND
    side = max(right - left, bottom - top)
    if side > _PART * _HEIGHT:
        return WHOLE
    return Frame((left + right - side) / 2, (top + bottom - side) / 2, side, side)


def _places(sites: Sequence[Site]) -> set[tuple[str, Point]]:
    return {(site.office, site.point) for site in sites}


def maps(before: Sequence[Site], after: Sequence[Site], boundaries: Mapping[str, Shape], name: Name) -> str:
    """Both maps as figures, with what differs marked: rings where offices go, filled squares where they come."""
    part = frame(before, after)
    land = "".join(f'<path class="land" d="{path}"/>' for path in _paths(boundaries, part) if path)
    stays = _places(before) & _places(after)
    gone = [site for site in before if (site.office, site.point) not in stays]
    come = [site for site in after if (site.office, site.point) not in stays]
    rest = [site for site in before if (site.office, site.point) in stays and part.holds(site.point)]
    first = [*_dots(rest, "stays", name, part), *_dots(gone, "goes", name, part)]
    then = [*_dots(rest, "stays", name, part), *_dots(gone, "gone", name, part), *_squares(come, name, part)]
    return (
        '<div class="maps">'
        + _figure(f'<g id="land">{land}</g>', first, _caption(t("Före", "Before"), len(before)), part)
        + _figure('<use href="#land"/>', then, _caption(t("Efter", "After"), len(after)), part)
        + "</div>"
    )


def _caption(when: str, number: int) -> str:
    return f"{when}: {number} {t('kontor', 'office' if number == 1 else 'offices')}"


def _figure(land: str, marks: Sequence[str], caption: str, part: Frame) -> str:
    label = html.escape(caption)
    return (
        f'<figure><svg viewBox="{part}" stroke-width="{0.7 * part.scale:.2f}" role="img" aria-label="{label}">'
        f"{land}{''.join(marks)}</svg><figcaption>{label}</figcaption></figure>"
    )


def _place(point: Point) -> tuple[float, float]:
    return (point.longitude - _WEST) * _ASIDE, (_NORTH - point.latitude) * _SCALE


def _dots(sites: Sequence[Site], kind: str, name: Name, part: Frame) -> Iterator[str]:
    radius = (2.4 if kind == "stays" else 4.5) * part.scale
    line = (1.6 if kind == "gone" else 0.7) * part.scale
    for site in sites:
        x, y = _place(site.point)
        title = html.escape(name(site.office))
        ring = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" stroke-width="{line:.2f}"'
        yield f'<circle class="{kind}" {ring}><title>{title}</title></circle>'


def _squares(sites: Sequence[Site], name: Name, part: Frame) -> Iterator[str]:
    half = 4 * part.scale
    for site in sites:
        x, y = _place(site.point)
        title = html.escape(name(site.office))
        corner = f'x="{x - half:.2f}" y="{y - half:.2f}" width="{2 * half:.2f}" height="{2 * half:.2f}"'
        yield f'<rect class="comes" {corner}><title>{title}</title></rect>'


def _paths(boundaries: Mapping[str, Shape], part: Frame) -> Iterator[str]:
    """Each county as one path, no finer than can be seen."""
    for _, shape in sorted(boundaries.items()):
        yield "".join(_path(ring, part) for ring in shape)


def _path(ring: Ring, part: Frame) -> str:
    kept: list[tuple[float, float]] = []
    for longitude, latitude in ring:
        x, y = _place(Point(latitude, longitude))
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > _FINE * part.scale:
            kept.append((x, y))
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"
