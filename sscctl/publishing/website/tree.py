"""The tree of pages: every page, what they share, and the list of them all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from sscctl.publishing.edition import TREE as DATA
from sscctl.publishing.edition import Artefact, Edition
from sscctl.publishing.former_ids import former_ids
from sscctl.publishing.manifest import manifest
from sscctl.publishing.website import agencies, offices, places, singles
from sscctl.publishing.website.finder import finder_files
from sscctl.publishing.website.page import Page
from sscctl.publishing.website.rendering import html
from sscctl.publishing.website.site import Site
from sscctl.publishing.website.sitemap import sitemap
from sscctl.text import Language

ASSETS = Path(__file__).parent / "assets"
_MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}


def publish(edition: Edition, data: Collection[str]) -> tuple[Artefact, ...]:
    """Make the tree, its manifest first; `data` names the files that lie beside it.

    The same bytes for the same edition, whenever and wherever it is done.
    """
    site = Site(edition, data)
    pages = [page for language in Language for page in _pages(site, language)]
    artefacts = [Artefact(page.path, "text/html", html(page, site)) for page in pages]
    artefacts += _assets()
    artefacts += finder_files(site)
    if edition.base_url:
        artefacts.append(sitemap(pages, edition.base_url))
    artefacts.sort(key=lambda artefact: artefact.path)
    links = {"self": "manifest.json", "data": f"../{DATA}/manifest.json"}
    return (manifest(edition, artefacts, {"pages": len(pages)}, {**links}), *artefacts)


def _pages(site: Site, language: Language) -> Iterator[Page]:
    yield places.start_page(site, language)
    yield from singles.pages(site, language)
    for portrait in site.portraits.values():
        yield offices.office_page(site, portrait, language)
    for former, one in former_ids([site.published(portrait) for portrait in site.portraits.values()]):
        page = offices.office_page(site, site.portraits[one.office.id], language)
        yield replace(page, key=former, is_for_search=False)
    for municipality in site.reference.municipalities.values():
        yield places.municipality_page(site, municipality, language)
    for county in site.reference.counties.values():
        yield places.county_page(site, county, language)
    for agency in site.registry.context.agencies.values():
        yield agencies.agency_page(site, agency, language)


def _assets() -> Iterator[Artefact]:
    """The style, the script, the sign and the headings' typeface with its licence, as they lie in the package."""
    for file in sorted(ASSETS.iterdir()):
        if file.suffix in _MEDIA_TYPES:
            yield Artefact(f"assets/{file.name}", _MEDIA_TYPES[file.suffix], file.read_bytes())
