"""The list of pages for search engines (sitemaps.org), each with its other language."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from sscctl.publishing.edition import Artefact
from sscctl.publishing.website.page import Page
from sscctl.publishing.website.paths import TREE
from sscctl.text import Language

PATH = "sitemap.xml"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(pages: Iterable[Page], base_url: str) -> Artefact:
    """Make it; its addresses have to be whole, so it is made only where the web address is known."""
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    for page in pages:
        if not page.is_for_search:
            continue
        entry = ET.SubElement(root, f"{{{_SITEMAP}}}url")
        ET.SubElement(entry, f"{{{_SITEMAP}}}loc").text = f"{base_url}/{TREE}/{page.path}"
        other = Language.ENGLISH if page.language is Language.SWEDISH else Language.SWEDISH
        for language, path in ((page.language, page.path), (other, page.twin)):
            if page.twin and path:
                link = {"rel": "alternate", "hreflang": language.value, "href": f"{base_url}/{TREE}/{path}"}
                ET.SubElement(entry, f"{{{_XHTML}}}link", link)
        entry.tail = "\n"
    return Artefact(PATH, "application/xml", ET.tostring(root, encoding="utf-8", xml_declaration=True))
