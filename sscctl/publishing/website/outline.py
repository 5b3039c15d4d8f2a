"""The picture beside an address: the municipality's outline, with the office or the municipality's main town in it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from sscctl.publishing.website.projection import Sheet
from sscctl.publishing.website.site import Site
from sscctl.querying.portrait import Portrait

_SIZE = 160
_MAP = "https://www.openstreetmap.org"


@dataclass(frozen=True, slots=True)
class Outline:
    """The drawing's size, the municipality as the `d` of a path, and the dot; `is_exact` says it is the office's."""

    width: int
    height: int
    path: str
    x: float
    y: float
    is_exact: bool


def outline(site: Site, portrait: Portrait) -> Outline | None:
    """Draw it; `None` where there is no boundary to draw, or no point."""
    shape = site.reference.boundary(portrait.office.municipality)
    found = site.point(portrait)
    if not shape or not found:
        return None
    sheet = Sheet.of([shape], size=_SIZE, margin=8)
    if sheet is None:
        return None
    x, y = sheet.place(found[0])
    if not (0 <= x <= sheet.width and 0 <= y <= sheet.height):
        return None
    return Outline(sheet.width, sheet.height, sheet.path(shape), round(x, 1), round(y, 1), found[1])


def on_a_map(site: Site, portrait: Portrait) -> str | None:
    """Where OpenStreetMap shows the office: its own point, or what it finds for the street; `None` without either."""
    found = site.point(portrait)
    if found and found[1]:
        north, east = found[0].latitude, found[0].longitude
        return f"{_MAP}/?{urlencode({'mlat': north, 'mlon': east})}#map=17/{north}/{east}"
    address = portrait.address
    if address is None or not address.street:
        return None
    where = address.post_town or portrait.office.town or portrait.municipality_name
    return f"{_MAP}/search?{urlencode({'query': f'{address.street}, {where}, Sverige'})}"
