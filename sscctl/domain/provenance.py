"""Where facts come from (källor), and what excuses a breach (undantag)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sscctl.domain.partial_date import PartialDate
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read: an address on the web or a document, with the date it carries and the day it was read."""

    id: str
    url: str | None = None
    document: str | None = None
    title: str | None = None
    date: PartialDate | None = None
    retrieved: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """A breach of a rule that is excused (undantag) with a reason through a last day."""

    rule: str
    reason: str
    valid_through: date


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What another source says of a field that the registry gives another value."""

    field: str
    value: str
    note: Text | None
    sources: tuple[str, ...] = ()
