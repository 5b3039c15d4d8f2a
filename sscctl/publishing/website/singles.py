"""The pages of which there is one: the map, the network over time, and those about the site itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sscctl.domain.collation import swedish_key
from sscctl.domain.event import Status
from sscctl.publishing.edition import TREE as DATA
from sscctl.publishing.formats import FORMATS
from sscctl.publishing.openapi import licence_name
from sscctl.publishing.website.map_view import SHOWN, draw
from sscctl.publishing.website.network import network_page
from sscctl.publishing.website.page import Page
from sscctl.publishing.website.paths import Sort
from sscctl.publishing.website.site import Site
from sscctl.text import Language, Text


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for those who use the data: its path below the data's folder, its name, and what it is for."""

    path: str
    title: Text
    meaning: Text


_OTHERS = (
    DataFile(
        "agencies.json", Text("Myndigheter", "Agencies"), Text("Namn, nummer och tjänster.", "Names and services.")
    ),
    DataFile(
        "agreements.json", Text("Avtal", "Agreements"), Text("Vem gör vad åt vem, och var.", "Who acts for whom.")
    ),
    DataFile("decisions.json", Text("Beslut", "Decisions"), Text("Vad som bestämts, och av vem.", "What was decided.")),
    DataFile(
        "municipalities.json",
        Text("Kommuner och län", "Municipalities and counties"),
        Text("Med och utan kontor.", "With and without an office."),
    ),
    DataFile(
        "changes.json", Text("Ändringar, JSON Feed", "Changes, JSON Feed"), Text("Det senaste först.", "Newest first.")
    ),
    DataFile("changes.atom", Text("Ändringar, Atom", "Changes, Atom"), Text("Samma sak.", "The same.")),
    DataFile(
        "catalog.rdf", Text("Datakatalog", "Data catalogue"), Text("För dataportalen (DCAT-AP-SE).", "DCAT-AP-SE.")
    ),
    DataFile(
        "hsds/datapackage.json",
        Text("Tjänstekatalog (HSDS)", "Service directory (HSDS)"),
        Text("Kontor, tjänster och öppettider som tabeller, för tjänsteregister.", "Tables for service directories."),
    ),
    DataFile(
        "openapi.yaml", Text("Beskrivning", "Description"), Text("Alla filer, i OpenAPI.", "All files in OpenAPI.")
    ),
    DataFile(
        "manifest.json", Text("Förteckning", "Manifest"), Text("Alla filer med kontrollsumma.", "All with hashes.")
    ),
)
"""Files that hold something else than offices, or tell of the others."""


def _files(site: Site) -> list[DataFile]:
    """Those that this edition has."""
    formats = (DataFile(one.path, one.title, one.meaning) for one in FORMATS)
    return [file for file in (*formats, *_OTHERS) if file.path in site.data]


def pages(site: Site, language: Language) -> Iterator[Page]:
    """Make each of them."""
    sv = language is Language.SWEDISH
    yield _map(site, language)
    yield network_page(site, language)
    yield _accessibility(site, language)
    yield _data(site, language)
    if sv:
        yield Page(
            Sort.EASY,
            language,
            "Lättläst om servicekontor",
            "Vad ett servicekontor är och hur du hittar ett, skrivet på lätt svenska.",
            {
                "number_open": sum(1 for one in site.portraits.values() if one.status is Status.OPEN),
                "publisher": site.registry.context.agencies.get(site.edition.settings.publisher),
            },
        )
    yield Page(
        Sort.MISSING,
        language,
        "Sidan finns inte" if sv else "There is no such page",
        "Den här adressen leder inte till någon sida." if sv else "This address leads to no page.",
        is_for_search=False,
    )


def _map(site: Site, language: Language) -> Page:
    sv = language is Language.SWEDISH
    drawing = draw(site)
    dots = drawing.all_dots if drawing else []
    towns = sorted(dots, key=lambda dot: swedish_key(dot.portrait.office.name))
    return Page(
        Sort.MAP,
        language,
        "Karta över servicekontoren" if sv else "Map of the service offices",
        "Sveriges statliga servicekontor på karta och i lista."
        if sv
        else "Sweden's state service offices on a map and in a list.",
        {
            "drawing": drawing,
            "listed": towns,
            "shown": [status for status in SHOWN if any(dot.portrait.status is status for dot in dots)],
        },
    )


def _accessibility(site: Site, language: Language) -> Page:
    sv = language is Language.SWEDISH
    return Page(
        Sort.ACCESSIBILITY,
        language,
        "Tillgänglighetsredogörelse" if sv else "Accessibility statement",
        "Hur tillgänglig webbplatsen är, vad vi vet att som brister och hur du säger till."
        if sv
        else "How accessible this site is, what is known to fall short, and how to tell us.",
        {"publisher": site.registry.context.agencies.get(site.edition.settings.publisher)},
    )


def _data(site: Site, language: Language) -> Page:
    sv = language is Language.SWEDISH
    known = [ident for ident in site.portraits if f"offices/{ident}.json" in site.data]
    some = max(known, key=lambda ident: site.portraits[ident].schedule is not None, default=None)
    base = site.edition.base_url
    return Page(
        Sort.DATA,
        language,
        "Öppna data" if sv else "Open data",
        "Registret över servicekontor som öppna data: format, licens, scheman och exempel."
        if sv
        else "The registry of service offices as open data: formats, licence, schemas and examples.",
        {
            "files": _files(site),
            "schemas": sorted(path for path in site.data if path.startswith("schema/")),
            "example": some,
            "calendar": f"hours/{some}.ics" if f"hours/{some}.ics" in site.data else None,
            "top": f"{base}/{DATA}" if base else DATA,
            "licence": licence_name(site.edition.settings.licence),
        },
    )
