"""Where each page lies in the tree: the address of an office's page never changes, whatever the office is called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sscctl.text import Language, Text

TREE = "webb"
"""The folder of the pages, beside the data's."""


class Sort(StrEnum):
    """What a page is about; its template has the same name."""

    START = "start"
    OFFICE = "office"
    MUNICIPALITY = "municipality"
    COUNTY = "county"
    AGENCY = "agency"
    MAP = "map"
    NETWORK = "network"
    EASY = "easy"
    ACCESSIBILITY = "accessibility"
    DATA = "data"
    MISSING = "missing"


_FOLDERS: Mapping[Sort, Text] = {
    Sort.OFFICE: Text("kontor", "en/office"),
    Sort.MUNICIPALITY: Text("kommun", "en/municipality"),
    Sort.COUNTY: Text("lan", "en/county"),
    Sort.AGENCY: Text("myndighet", "en/agency"),
}
_FILES: Mapping[Sort, Text] = {
    Sort.START: Text("index.html", "en/index.html"),
    Sort.MAP: Text("karta.html", "en/map.html"),
    Sort.NETWORK: Text("natet.html", "en/network.html"),
    Sort.ACCESSIBILITY: Text("tillganglighet.html", "en/accessibility.html"),
    Sort.DATA: Text("data.html", "en/data.html"),
    Sort.MISSING: Text("404.html", "en/404.html"),
    Sort.EASY: Text("lattlast.html", ""),
}


def path_of(sort: Sort, key: str, language: Language) -> str | None:
    """The page's path in the tree; `None` where there is none in that language (easy Swedish is no English)."""
    if sort in _FOLDERS:
        return f"{_FOLDERS[sort].within(language)}/{key}.html"
    return _FILES[sort].within(language) or None


def relative(origin: str, target: str) -> str:
    """How a page at `origin` leads to `target`, both from the top of the tree."""
    return "../" * origin.count("/") + target
