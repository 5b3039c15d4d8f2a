"""The pages of which there is one: the map, the network over time, and those about the site itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sscctl.publishing.edition import TREE as DATA
from sscctl.publishing.website.map_view import draw
from sscctl.publishing.website.network import network_page
from sscctl.publishing.website.page import Page
from sscctl.publishing.website.paths import Sort
from sscctl.publishing.website.site import THERE, Site
from sscctl.text import Language, Text


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for those who use the data: its path below the data's folder, its format, and what it holds."""

    path: str
    format: str
    what: Text


_FILES = (
    DataFile("offices.json", "JSON", Text("Alla kontor med allt som är känt", "All offices with all that is known")),
    DataFile("agencies.json", "JSON", Text("Myndigheterna", "The agencies")),
    DataFile("agreements.json", "JSON", Text("Avtalen", "The agreements")),
    DataFile("municipalities.json", "JSON", Text("Kommuner och län", "Municipalities and counties")),
    DataFile("upcoming.json", "JSON", Text("Vad som ändras framöver", "What will change")),
    DataFile("offices.geojson", "GeoJSON", Text("Kontoren som kartobjekt", "The offices as features of a map")),
    DataFile("offices.csv", "CSV", Text("Kontoren som tabell, för program", "The offices as a table, for programs")),
    DataFile("offices-excel.csv", "CSV", Text("Samma tabell för kalkylprogram", "The same table for spreadsheets")),
    DataFile("registry.sqlite", "SQLite", Text("Hela registret som databas", "The whole registry as a database")),
    DataFile("offices.parquet", "GeoParquet", Text("Kontoren för analys", "The offices for analysis")),
    DataFile("catalog.rdf", "DCAT-AP-SE", Text("Datakatalogen", "The data catalogue")),
    DataFile("changes.json", "JSON Feed", Text("Vad som har ändrats", "What has changed")),
    DataFile("changes.atom", "Atom", Text("Vad som har ändrats", "What has changed")),
    DataFile("openapi.yaml", "OpenAPI", Text("Beskrivning av alla filer", "A description of all files")),
    DataFile("openapi.json", "OpenAPI", Text("Beskrivning av alla filer", "A description of all files")),
    DataFile("api-info.json", "JSON", Text("Kort om gränssnittet", "The interface in short")),
    DataFile("manifest.json", "JSON", Text("Alla filer med kontrollsumma", "All files with their hashes")),
)


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
            {"number_there": sum(1 for one in site.portraits.values() if one.status in THERE)},
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
    counties = sorted({dot.portrait.county_name for dot in drawing.dots}) if drawing else []
    return Page(
        Sort.MAP,
        language,
        "Karta över servicekontoren" if sv else "Map of the service offices",
        "Sveriges statliga servicekontor på karta och i lista."
        if sv
        else "Sweden's state service offices on a map and in a list.",
        {"drawing": drawing, "counties": counties},
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
    some = next((ident for ident in site.portraits if f"offices/{ident}.json" in site.data), None)
    return Page(
        Sort.DATA,
        language,
        "Öppna data" if sv else "Open data",
        "Registret över servicekontor som öppna data: format, licens, scheman och exempel."
        if sv
        else "The registry of service offices as open data: formats, licence, schemas and examples.",
        {
            "files": [file for file in _FILES if file.path in site.data],
            "schemas": sorted(path for path in site.data if path.startswith("schema/")),
            "example": some,
            "calendar": f"hours/{some}.ics" if f"hours/{some}.ics" in site.data else None,
            "folder": DATA,
        },
    )
