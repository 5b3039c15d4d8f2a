"""The map of Sweden: the counties' outlines, and a dot for each office at its place or, unknown, its municipality's."""

from __future__ import annotations

from dataclasses import dataclass

from sscctl.domain.event import Status
from sscctl.publishing.website.insets import Dot, Inset, Place, inset, windows
from sscctl.publishing.website.projection import Sheet
from sscctl.publishing.website.site import THERE, Site
from sscctl.publishing.website.spreading import spread

HEIGHT = 1000
_GRID = 2
SHOWN = (*THERE, Status.PLANNED, Status.UNKNOWN)


@dataclass(frozen=True, slots=True)
class MapOfSweden:
    """The drawing: its size, the outline of each county by code, and the dots from north to south.

    Where offices lie close they are in an inset, and `specks` on the map itself.
    """

    width: int
    height: int
    counties: tuple[tuple[str, str], ...]
    dots: tuple[Dot, ...]
    specks: tuple[Place, ...]
    insets: tuple[Inset, ...]

    @property
    def all_dots(self) -> list[Dot]:
        """Those of the map, then those of each inset."""
        return [*self.dots, *(dot for part in self.insets for dot in part.dots)]


def draw(site: Site) -> MapOfSweden | None:
    """Draw the offices that are open or may be; `None` where there are no boundaries."""
    shapes = site.reference.county_boundaries
    sheet = Sheet.of(shapes.values(), size=HEIGHT - 30, margin=15)
    if sheet is None:
        return None
    found = [
        (one, sheet.place(point[0]))
        for one in site.portraits.values()
        if one.status in SHOWN and (point := site.point(one))
    ]
    found.sort(key=lambda pair: (round(pair[1][1]), round(pair[1][0]), pair[0].office.id))
    crowded = windows([place for _, place in found], sheet)
    aside = {number for window in crowded for number in window.numbers}
    alone = [pair for number, pair in enumerate(found) if number not in aside]
    placed = spread([place for _, place in alone], sheet.width, sheet.height)
    return MapOfSweden(
        sheet.width,
        sheet.height,
        tuple((code, sheet.path(shape, grid=_GRID)) for code, shape in sorted(shapes.items())),
        tuple(Dot(one, round(x, 1), round(y, 1)) for (one, _), (x, y) in zip(alone, placed, strict=True)),
        tuple((round(x, 1), round(y, 1)) for x, y in (found[number][1] for number in sorted(aside))),
        tuple(inset(site, sheet, window, [found[number] for number in window.numbers]) for window in crowded),
    )
