"""Two small maps of Sweden as SVG: where the offices are before a change, and after it."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import cos, radians

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
"""Units: corners of a boundary that lie closer than this to the last are left out."""


def maps(
    before: Sequence[Site], after: Sequence[Site], boundaries: Mapping[str, Shape], name: Callable[[str], str]
) -> str:
    """Both maps as figures, with what differs marked: rings where offices go, filled squares where they come."""
    land = "".join(f'<path class="land" d="{path}"/>' for path in _paths(boundaries) if path)
    there = {(site.office, site.point) for site in before}
    stays = {(site.office, site.point) for site in after} & there
    gone = [site for site in before if (site.office, site.point) not in stays]
    come = [site for site in after if (site.office, site.point) not in stays]
    rest = [site for site in before if (site.office, site.point) in stays]
    first = [*_dots(rest, "stays", name), *_dots(gone, "goes", name)]
    then = [*_dots(rest, "stays", name), *_dots(gone, "gone", name), *_squares(come, name)]
    return (
        '<div class="maps">'
        + _figure(f'<g id="land">{land}</g>', first, _caption(t("Före", "Before"), len(before)))
        + _figure('<use href="#land"/>', then, _caption(t("Efter", "After"), len(after)))
        + "</div>"
    )


def _caption(when: str, number: int) -> str:
    return f"{when}: {number} {t('kontor', 'office' if number == 1 else 'offices')}"


def _figure(land: str, marks: Sequence[str], caption: str) -> str:
    return (
        f'<figure><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{html.escape(caption)}">'
        f"{land}{''.join(marks)}</svg><figcaption>{html.escape(caption)}</figcaption></figure>"
    )


def _place(point: Point) -> tuple[float, float]:
    return (point.longitude - _WEST) * _ASIDE, (_NORTH - point.latitude) * _SCALE


def _dots(sites: Sequence[Site], kind: str, name: Callable[[str], str]) -> Iterator[str]:
    radius = 2 if kind == "stays" else 4.5
    for site in sites:
        x, y = _place(site.point)
        title = html.escape(name(site.office))
        yield f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius}"><title>{title}</title></circle>'


def _squares(sites: Sequence[Site], name: Callable[[str], str]) -> Iterator[str]:
    for site in sites:
        x, y = _place(site.point)
        title = html.escape(name(site.office))
        corner = f'x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"'
        yield f'<rect class="comes" {corner}><title>{title}</title></rect>'


def _paths(boundaries: Mapping[str, Shape]) -> Iterator[str]:
    """Each county as one path, no finer than can be seen."""
    for _, shape in sorted(boundaries.items()):
        yield "".join(_path(ring) for ring in shape)


def _path(ring: Ring) -> str:
    kept: list[tuple[float, float]] = []
    for longitude, latitude in ring:
        x, y = _place(Point(latitude, longitude))
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > _FINE:
            kept.append((x, y))
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"
