"""The pages of municipalities and counties, and the start page that leads to all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from sscctl.domain.collation import swedish_key
from sscctl.domain.event import Status
from sscctl.domain.place import County, Municipality
from sscctl.publishing.website.page import Page
from sscctl.publishing.website.paths import Sort
from sscctl.publishing.website.site import THERE, Site
from sscctl.querying.portrait import Portrait
from sscctl.text import Language

_NEAREST = 5
_OTHERS = (Status.UNKNOWN, Status.PLANNED, Status.PROPOSED, Status.CLOSED, Status.CANCELLED)
"""What is listed apart from the towns that have an office."""


@dataclass(frozen=True, slots=True)
class Town:
    """A place with an office, under the name that people look for; `letter` is the list's heading it stands under."""

    name: str
    portraits: tuple[Portrait, ...]

    @property
    def letter(self) -> str:
        """The first letter, Å and Ä and Ö being letters of their own; what begins with no letter stands under `#`."""
        return self.name[:1].upper() if self.name[:1].isalpha() else "#"

    def called(self, portrait: Portrait) -> str:
        """What one of its offices stands under: `Malmö`, `Malmö, Rosengård`, `Göteborg centrum`."""
        own = portrait.office.name
        if len(self.portraits) == 1 or own == self.name:
            return self.name
        return own if own.startswith(f"{self.name} ") else f"{self.name}, {own}"


def start_page(site: Site, language: Language) -> Page:
    """Make the page that everybody begins at."""
    sv = language is Language.SWEDISH
    portraits = list(site.portraits.values())
    towns = list(_towns(portrait for portrait in portraits if portrait.status in THERE))
    view: Mapping[str, object] = {
        "towns": [(letter, list(some)) for letter, some in groupby(towns, attrgetter("letter"))],
        "others": [
            (status, some) for status in _OTHERS if (some := [one for one in portraits if one.status is status])
        ],
        "counties": _counties(site),
        "count": {status: sum(1 for one in portraits if one.status is status) for status in Status},
        "municipalities": sum(1 for code in site.reference.municipalities if has_office(site, code)),
        "participating": participating(site),
    }
    title = site.edition.settings.title.within(language)
    description = (
        "Hitta ditt närmaste statliga servicekontor: öppettider, adress och vilka myndigheter du får hjälp av."
        if sv
        else "Find your nearest state service office: opening hours, address and which agencies you get help with."
    )
    news = "Det som har ändrats" if sv else "What has changed"
    feeds = (("application/atom+xml", "changes.atom"), ("application/feed+json", "changes.json"))
    alternates = tuple((kind, news, path) for kind, path in feeds if path in site.data)
    return Page(Sort.START, language, title, description, view, alternates=alternates)


def _towns(portraits: Iterator[Portrait] | Sequence[Portrait]) -> Iterator[Town]:
    """The offices by the town they are in, or by the municipality where no town is told."""
    found: dict[str, list[Portrait]] = {}
    for one in portraits:
        found.setdefault(one.office.town or one.municipality_name, []).append(one)
    for name in sorted(found, key=swedish_key):
        yield Town(name, tuple(sorted(found[name], key=lambda one: one.office.name != name)))


def _counties(site: Site) -> list[tuple[County, int]]:
    """Every county by name, with how many offices are there."""
    counties = sorted(site.reference.counties.values(), key=lambda county: swedish_key(county.name))
    return [(county, sum(1 for one in site.in_county(county.code) if one.status in THERE)) for county in counties]


def participating(site: Site) -> list[str]:
    """The agencies whose services visitors get somewhere on the day, by id, in the order of their names."""
    found = {part.agency for one in site.portraits.values() for part in one.participations}
    agencies = site.registry.context.agencies
    return sorted(found & agencies.keys(), key=lambda ident: swedish_key(agencies[ident].name_sv))


def has_office(site: Site, code: str) -> bool:
    """Whether visitors can go to an office in the municipality."""
    return any(one.status in THERE for one in site.in_municipality(code))


def municipality_page(site: Site, place: Municipality, language: Language) -> Page:
    """Make the page of a municipality, with the nearest offices where it has none."""
    sv = language is Language.SWEDISH
    portraits = site.in_municipality(place.code)
    view: Mapping[str, object] = {
        "place": place,
        "county": site.reference.county(place.county),
        "portraits": portraits,
        "has_office": has_office(site, place.code),
        "near": [near for near in site.nearest(place.seat, _NEAREST + 3) if near.portrait not in portraits][:_NEAREST],
    }
    title = f"Servicekontor i {place.name}" if sv else f"Service offices in {place.name}"
    description = (
        f"Statliga servicekontor i {place.name} kommun, och de närmaste om det inte finns något."
        if sv
        else f"State service offices in the municipality of {place.name}, and the nearest ones elsewhere."
    )
    return Page(Sort.MUNICIPALITY, language, title, description, view, place.code)


def county_page(site: Site, county: County, language: Language) -> Page:
    """Make the page of a county: its offices, and all its municipalities."""
    sv = language is Language.SWEDISH
    inside = [place for place in site.reference.municipalities.values() if place.county == county.code]
    inside.sort(key=lambda place: swedish_key(place.name))
    parted = [(there, [place for place in inside if has_office(site, place.code) is there]) for there in (True, False)]
    view: Mapping[str, object] = {
        "county": county,
        "portraits": site.in_county(county.code),
        "places": [(there, some) for there, some in parted if some],
    }
    title = f"Servicekontor i {county.name}" if sv else f"Service offices in {county.name}"
    description = (
        f"Alla statliga servicekontor i {county.name}, och länets kommuner med och utan kontor."
        if sv
        else f"All state service offices in {county.name}, and its municipalities with and without one."
    )
    return Page(Sort.COUNTY, language, title, description, view, county.code)
