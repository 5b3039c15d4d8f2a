"""What an edit rests on (källa): a source that the document has, or a new one among its `sources`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from sscctl.domain.collation import folded
from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk
from sscctl.editing.edit import Put
from sscctl.errors import NotFound, WrongUsage
from sscctl.text import Text

SOURCES = "sources"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_LONGEST_NAME, _LONGEST_ADDRESS, _LONGEST_LINE = 44, 500, 300


@dataclass(frozen=True, slots=True)
class Origin:
    """A source as a person names it, with the day it was read (or, of a document, the day that it bears).

    `text` is the id of a source that the document has, a web address, or the reference of a document.
    """

    text: str
    on: date


def cite(desk: Desk, path: str, origin: Origin) -> tuple[Desk, str]:
    """Have the document at `path` name the source; return the desk and the source's id in that document.

    A web address or a reference that the document has already, with the same day, is not entered again. NotFound is
    raised for what looks like an id and is none of the document's.
    """
    known = _sources(desk, path)
    source_id, entry = entry_for(known, origin)
    desk = desk.cite(words_of(entry or _mapping(known[source_id])))
    return (desk.edit(path, Put((SOURCES, source_id), entry)) if entry else desk), source_id


def entry_for(known: Mapping[str, Value], origin: Origin) -> tuple[str, dict[str, Value] | None]:
    """The id of the source among `known`, and what has to be entered under it; `None` where it is there already."""
    text = origin.text.strip()
    if text in known:
        return text, None
    entry = _entry(text, origin.on, known)
    for source_id, there in known.items():
        if isinstance(there, Mapping) and _is_that(there, entry):
            return source_id, None
    return _free(_name(text, origin.on), known), entry


def words_of(source: Mapping[str, Value]) -> str:
    """A source as a person reads it: its address, else its reference."""
    return str(source.get("url") or source.get("document") or source.get("title") or "")


def _is_that(there: Mapping[str, Value], entry: Mapping[str, Value]) -> bool:
    """Whether a source is what would be entered; a page that bears the day is the same as one read on it."""
    *what, (_, day) = entry.items()
    return all(there.get(key) == value for key, value in what) and day in (there.get("retrieved"), there.get("date"))


def _entry(text: str, on: date, known: Mapping[str, Value]) -> dict[str, Value]:
    if _ADDRESS.match(text):
        if not text.isprintable() or " " in text or len(text) > _LONGEST_ADDRESS or not _host(text):
            raise WrongUsage(Text(f"{text} är ingen webbadress", f"{text} is no web address"))
        return {"url": text, "retrieved": on.isoformat()}
    if _ID.fullmatch(text):
        raise _unknown(text, known)
    if not text or not text.isprintable() or len(text) > _LONGEST_LINE:
        raise WrongUsage(Text("källan är ingen textrad", "the source is no line of text"), _FORMS)
    return {"document": text, "date": on.isoformat()}


_FORMS = Text(
    "ange en webbadress, ett diarienummer eller id:t för en källa som dokumentet har",
    "give a web address, a reference number, or the id of a source that the document has",
)


def _unknown(text: str, known: Mapping[str, Value]) -> NotFound:
    every = ", ".join(known)
    return NotFound(
        Text(f"dokumentet har ingen källa {text}", f"the document has no source {text}"),
        Text(
            f"ange en webbadress, ett diarienummer eller en källa som finns{f': {every}' if every else ''}",
            f"give a web address, a reference number or a source that is there{f': {every}' if every else ''}",
        ),
    )


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _name(text: str, on: date) -> str:
    """An id for a source: the host without its usual parts, or the reference's letters and digits, and the day."""
    told = text
    if _ADDRESS.match(text):
        told = re.sub(r"\A(?:www\.)?(.*?)(?:\.[a-z]{2,})?\Z", r"\1", _host(text).casefold())
    slug = re.sub(r"[^a-z0-9]+", "-", folded(told)).strip("-")[:_LONGEST_NAME].strip("-") or "source"
    return f"{slug}-{on.isoformat()}"


def _free(name: str, known: Mapping[str, Value]) -> str:
    """The name, with a number after it where it is taken."""
    number, found = 1, name
    while found in known:
        number += 1
        found = f"{name}-{number}"
    return found


def _sources(desk: Desk, path: str) -> Mapping[str, Value]:
    return _mapping(desk.tree(path).get(SOURCES))


def _mapping(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, Mapping) else {}
