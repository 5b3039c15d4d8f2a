"""The nearest of many sites, found without measuring the way to each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from sscctl.domain.distance import metres_between
from sscctl.domain.place import Point

_METRES_A_DEGREE = 110_000
"""Less than any degree of latitude is long on the sphere that distances are measured on."""

_SAME = 1.0
"""Metres: sites that are no further apart in distance than this are equally near."""


@dataclass(frozen=True, slots=True)
class Site:
    """An office on a day: where it is; `exact` is false where its municipality's seat stands in for it."""

    office: str
    municipality: str
    point: Point
    exact: bool


@dataclass(frozen=True, slots=True)
class Nearest:
    """How far it is to the nearest site, and all that are equally near."""

    metres: float
    sites: tuple[Site, ...]

    @property
    def offices(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(site.office for site in self.sites)


class SiteIndex:
    """Sites in order of latitude, so that from any point one need not look far."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self.all = sorted(sites, key=lambda site: (site.point.latitude, site.office))
        self._latitudes = [site.point.latitude for site in self.all]

    def nearest(self, point: Point) -> Nearest | None:
        """The nearest sites in a straight line along the ground; `None` where there are no sites."""
        above = bisect_left(self._latitudes, point.latitude)
        below = above - 1
        best, found = inf, list[tuple[float, Site]]()
        while True:
            up = self._gap(above, point)
            down = self._gap(below, point)
            if min(up, down) == inf or min(up, down) > best + _SAME:
                break
            site = self.all[above if up <= down else below]
            if up <= down:
                above += 1
            else:
                below -= 1
            metres = metres_between(point, site.point)
            best = min(best, metres)
            found.append((metres, site))
        near = sorted((pair for pair in found if pair[0] <= best + _SAME), key=lambda pair: pair[1].office)
        return Nearest(best, tuple(site for _, site in near)) if near else None

    def _gap(self, index: int, point: Point) -> float:
        """The least way to the site in metres, as far as its latitude tells."""
        if not 0 <= index < len(self.all):
            return inf
        return abs(self._latitudes[index] - point.latitude) * _METRES_A_DEGREE
