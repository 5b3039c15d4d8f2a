"""Every text of a document, with the way to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.finding import Pointer
from sscctl.domain.hours import OpeningHours
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Contact, Office
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.place import Position
from sscctl.domain.provenance import Source
from sscctl.rules._rule import Document
from sscctl.text import Text

_WAYS: Mapping[tuple[type | None, str], Pointer] = {
    (None, "name_sv"): ("name", "sv"),
    (None, "name_en"): ("name", "en"),
    (None, "title_sv"): ("title", "sv"),
    (None, "title_en"): ("title", "en"),
    (Office, "hours"): (),
    (OpeningHours, "schedules"): ("opening_hours",),
    (Network, "tables"): (),
    (Settings, "closed_days"): ("policies", "closed_days"),
    (Settings, "staggered_closing"): ("policies", "staggered_closing"),
}
"""Where a document has a value that the domain has under another name; all else has one name in both."""


def texts(document: Document) -> list[tuple[Pointer, str]]:
    """Each text that people wrote, both languages apart; fixed words, dates and names of sources are none."""
    for asked, found in _ASKED:
        if asked is document:
            return found
    found = []
    _gather(document, (), found)
    _ASKED[:] = [(document, found)]
    return found


_ASKED: list[tuple[Document, list[tuple[Pointer, str]]]] = []
"""The document asked about last: the rules that look at texts come in a row."""


def _gather(value: object, pointer: Pointer, found: list[tuple[Pointer, str]]) -> None:
    kind = type(value)
    if kind is str:
        found.append((pointer, str(value)))
    elif kind in _KNOWN:
        for name, way in _KNOWN[kind]:
            inner = getattr(value, name)
            if inner and not (name == "sources" and isinstance(inner[0], str)):
                _gather(inner, (*pointer, *way), found)
    elif isinstance(value, Text):
        found += (((*pointer, "sv"), value.sv), ((*pointer, "en"), value.en))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            _gather(item, (*pointer, item.id if isinstance(item, Source) else index), found)
    elif isinstance(value, Mapping | Contact):
        for key, item in (_parts(value) if isinstance(value, Contact) else value).items():
            _gather(item, (*pointer, str(key)), found)
    else:
        _ways(kind)
        _gather(value, pointer, found)


def _parts(contact: Contact) -> dict[str, str]:
    """An office's contact as its document has it: the telephone number is a text, where an agency's has parts."""
    phone = contact.phone.shown if contact.phone else None
    return {part: text for part, text in (("phone", phone), ("email", contact.email), ("web", contact.web)) if text}


def _ways(kind: type) -> tuple[tuple[str, Pointer], ...]:
    """The fields of a class of values, and the way from its document to each; other classes have none."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) and kind not in _WORDLESS else []
    if kind is Source:
        names.remove("id")  # the key that it stands under
    _KNOWN[kind] = tuple((name, _WAYS.get((kind, name), _WAYS.get((None, name), (name,)))) for name in names)
    return _KNOWN[kind]


_WORDLESS = (PartialDate, Period, Position, TimeSpan)

_KNOWN: dict[type, tuple[tuple[str, Pointer], ...]] = {}
"""What `_ways` has answered: it is asked for every value of every document."""
