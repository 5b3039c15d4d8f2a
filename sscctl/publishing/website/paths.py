"""Where each page lies in the tree: the address of an office's page never changes, whatever the office is called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sscctl.text import Language

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


_FOLDERS: Mapping[Sort, tuple[str, str]] = {
    Sort.OFFICE: ("kontor", "en/office"),
    Sort.MUNICIPALITY: ("kommun", "en/municipality"),
    Sort.COUNTY: ("lan", "en/county"),
    Sort.AGENCY: ("myndighet", "en/agency"),
}
_FILES: Mapping[Sort, tuple[str, str | None]] = {
    Sort.START: ("index.html", "en/index.html"),
    Sort.MAP: ("karta.html", "en/map.html"),
    Sort.NETWORK: ("natet.html", "en/network.html"),
    Sort.ACCESSIBILITY: ("tillganglighet.html", "en/accessibility.html"),
    Sort.DATA: ("data.html", "en/data.html"),
    Sort.MISSING: ("404.html", "en/404.html"),
    Sort.EASY: ("lattlast.html", None),
}


def path_of(sort: Sort, key: str, language: Language) -> str | None:
    """The page's path in the tree; `None` where there is none in that language (easy Swedish is no English)."""
    english = language is Language.ENGLISH
    if sort in _FOLDERS:
        return f"{_FOLDERS[sort][english]}/{key}.html"
    return _FILES[sort][english]


def relative(origin: str, target: str) -> str:
    """How a page at `origin` leads to `target`, both from the top of the tree."""
    return "../" * origin.count("/") + target
