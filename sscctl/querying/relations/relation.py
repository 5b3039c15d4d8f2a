"""What a table of the registry is: its columns with their meaning, and its rows on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.registry import Registry
from sscctl.querying.portrait import Portrait, portray
from sscctl.reading.calendar import Calendar
from sscctl.reading.policy import Policy
from sscctl.reading.reference import Reference
from sscctl.text import Text

Row = Mapping[str, object]
"""A row by column; `fill` turns dates, flags and lists into what SQLite keeps."""


class Kind(StrEnum):
    """What a column holds, by SQLite's names; any column can be NULL, which means that it is not known."""

    TEXT = "TEXT"
    INTEGER = "INTEGER"
    REAL = "REAL"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it means, and the table whose key it holds, if it does."""

    name: str
    kind: Kind
    meaning: Text
    refers: str | None = None


class World:
    """The registry, the reference data and the day that the tables are about; what several tables need is kept."""

    def __init__(self, registry: Registry, reference: Reference, day: date) -> None:
        self.registry = registry
        self.reference = reference
        self.day = day

    @cached_property
    def portraits(self) -> tuple[Portrait, ...]:
        """Every office as it is on the day, by id."""
        offices = self.registry.offices.values()
        return tuple(portray(self.registry, self.reference, office, self.day) for office in offices)

    @cached_property
    def policy(self) -> Policy:
        """The registry's closed days."""
        return Policy(self.registry.context.settings, Calendar())


@dataclass(frozen=True, slots=True)
class Relation:
    """A table: `key` names the columns that tell its rows apart."""

    name: str
    meaning: Text
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[World], Iterable[Row]]


def text(name: str, sv: str, en: str, refers: str | None = None) -> Column:
    """A column of text: names, ids, codes, dates."""
    return Column(name, Kind.TEXT, Text(sv, en), refers)


def integer(name: str, sv: str, en: str) -> Column:
    """A column of whole numbers, or of flags: 1 is yes, 0 is no."""
    return Column(name, Kind.INTEGER, Text(sv, en))


def real(name: str, sv: str, en: str) -> Column:
    """A column of numbers with decimals."""
    return Column(name, Kind.REAL, Text(sv, en))


OFFICE = text("office", "kontoret", "the office", "offices")
NUMBER = integer("number", "ordningen i filen, från 0", "its place in the file, from 0")
SOURCES = text(
    "sources", "källornas id, med mellanslag emellan", "ids of the sources, with blanks between; see table sources"
)
NOTE = (
    text("note_sv", "vad som bör vetas, på svenska", "what should be known, in Swedish"),
    text("note_en", "vad som bör vetas, på engelska", "what should be known, in English"),
)
DATED = (
    text("valid_from", "början, som källan ger den", "the start as its source gives it: 2021, 2021-11, ../2023-10-02"),
    text("first_day", "första dagen; tom utan gräns", "the first day; NULL without bound"),
    text("last_day", "sista dagen; tom utan gräns", "the last day; NULL without bound"),
)


def dated(since: PartialDate | None, period: Period) -> Iterator[tuple[str, object]]:
    """The values of the columns `DATED`."""
    yield "valid_from", since
    yield "first_day", period.start
    yield "last_day", period.last


def noted(note: Text | None, prefix: str = "note") -> Iterator[tuple[str, object]]:
    """The values of the two columns of a text, `note_sv` and `note_en`."""
    yield f"{prefix}_sv", note.sv if note else None
    yield f"{prefix}_en", note.en if note else None


def spanned(on: PartialDate | None, prefix: str) -> Iterator[tuple[str, object]]:
    """The values of a date as its source gives it, and of the first and last day it can be."""
    yield prefix, on
    yield f"{prefix}_first", on.first if on and on.has_start else None
    yield f"{prefix}_last", on.last if on else None


def span_columns(prefix: str, sv: str, en: str) -> tuple[Column, Column, Column]:
    """The columns of such a date."""
    return (
        text(prefix, f"{sv}, som källan ger det", f"{en}, as its source gives it"),
        text(f"{prefix}_first", f"{sv}, tidigast", f"{en}, at the earliest"),
        text(f"{prefix}_last", f"{sv}, senast", f"{en}, at the latest"),
    )
