"""A file that somebody has filled in, understood as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sscctl.cli.choices import choose_among
from sscctl.cli.sheets.catalogue import KINDS, kind_of
from sscctl.cli.sheets.imported import imported, left_out
from sscctl.cli.sheets.kind import SheetKind
from sscctl.cli.sheets.mapping import headings, read_list_mapping
from sscctl.cli.sheets.naming import Names
from sscctl.cli.sheets.review import for_reviewer
from sscctl.cli.sheets.rows import Entry, Fallback, clashes, entries
from sscctl.errors import WrongUsage
from sscctl.reading.handed import Cell, Slip, Table, Unit, read_handed
from sscctl.reading.handed_geojson import read_geojson
from sscctl.reading.handed_yaml import yaml_tables
from sscctl.reading.spreadsheet import read_spreadsheet
from sscctl.text import Text
from sscctl.writing.file_change import FileChange

_YAML, _GEOJSON = (".yaml", ".yml"), (".geojson", ".json")
_FOR_ALL = ("source", "source_date")


@dataclass(frozen=True, slots=True)
class Filled:
    """The rows of a file in the order of their kinds, what should be known of how it was read, and what is wrong."""

    entries: Sequence[Entry]
    unit: Unit
    doing: Text
    notes: Sequence[Text] = ()
    slips: Sequence[Slip] = ()

    def for_reviewer(self, today: date) -> Callable[[Sequence[FileChange]], Iterable[Text]]:
        """What is told to the one who reviews the plan."""
        undated = None if all(entry.dated for entry in self.entries) else today
        return lambda files: for_reviewer(files, undated)


@dataclass(slots=True)
class _Gathered:
    """What is found while the tables of a file are read one after the other."""

    entries: list[Entry] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)

    def take(self, kind: SheetKind, table: Table, fallback: Fallback) -> None:
        """Understand one table."""
        found, wrong = entries(kind, table, fallback)
        self.entries += found
        self.slips += [*table.slips, *wrong]
        self.notes += table.notes


def filled(file: Path, today: date, kind: str | None, fallback: Fallback) -> Filled:
    """Read and understand a file, with a slip for whatever cannot be; WrongUsage where it has no rows at all."""
    data, gathered = read_handed(file), _Gathered()
    if file.suffix.lower() in _GEOJSON:
        raise WrongUsage(
            Text("GeoJSON tillämpas med en kartläggning", "GeoJSON is applied by a mapping"),
            Text(
                "ange den med --mapping; --template mapping skriver en",
                "give it by --mapping; --template mapping writes one",
            ),
        )
    if file.suffix.lower() in _YAML and kind is not None:
        raise WrongUsage(
            Text("en YAML-fil säger själv vad som är vad", "a YAML file says itself what is what"),
            Text("ta bort --kind", "leave --kind out"),
        )
    if file.suffix.lower() in _YAML:
        unit = Unit.LINE
        _take_yaml(data, today, fallback, gathered)
    else:
        table = read_spreadsheet(data)
        unit = table.unit
        if table.rows:
            gathered.take(kind_of(table, today, kind), table, fallback)
    if not gathered.entries and not gathered.slips:
        raise _no_rows(file)
    every = [*gathered.slips, *clashes(gathered.entries)]
    return Filled(gathered.entries, unit, _doing(file, gathered.entries), gathered.notes, every)


def filled_by(file: Path, mapping: Path, today: date, fallback: Fallback) -> Filled:
    """Read a list that others keep, by a mapping of its columns."""
    data, names = read_handed(file), Names()
    kind = imported(today, names)
    told = read_list_mapping(mapping, tuple(column.name for column in kind.columns))
    table = read_geojson(data) if file.suffix.lower() in _GEOJSON else read_spreadsheet(data)
    if not table.rows and not table.slips:
        raise _no_rows(file)
    columns, slips, unused = headings(told, table)
    found, wrong = entries(kind, table, {**told.constants, **fallback}, columns)
    every = [*table.slips, *slips, *(() if slips else wrong), *clashes(found)]
    notes = [
        *table.notes,
        *_unused(unused),
        *left_out([claim.subject for one in found for claim in one.change.claims], today),
    ]
    return Filled(found, table.unit, _doing(file, found), notes, every)


def _no_rows(file: Path) -> WrongUsage:
    return WrongUsage(
        Text(f"{file.name} har inga rader att tillämpa", f"{file.name} has no rows to apply"),
        Text("rader som börjar med # räknas inte", "rows that begin with # do not count"),
    )


def _unused(headings: Sequence[str]) -> Iterator[Text]:
    if headings:
        every = ", ".join(headings)
        yield Text(f"Kolumner i listan som inte används: {every}.", f"Columns of the list that are not used: {every}.")


def _take_yaml(data: bytes, today: date, fallback: Fallback, gathered: _Gathered) -> None:
    """Take the tables of a YAML file, each under the name of its kind, what others build on first."""
    names, for_all, tables = Names(), dict(fallback), dict[str, Table]()
    found, slips = yaml_tables(data)
    gathered.slips += slips
    for name, line, table in found:
        if name in KINDS and isinstance(table, Table):
            tables[name] = table
        elif name in _FOR_ALL and isinstance(table, str):
            for_all.setdefault(name, table)
        else:
            gathered.slips += _no_kind(name, line)
    for name, make in KINDS.items():
        if name in tables:
            gathered.take(make(today, names), tables[name], for_all)


def _no_kind(name: str, line: int) -> Iterator[Slip]:
    if name in KINDS:
        yield Slip(line, Cell("", name), Text("här ska stå en lista av rader", "a list of rows belongs here"))
    else:
        message = Text("det finns inget sådant slag", "there is no such kind")
        yield Slip(line, Cell("", name), message, choose_among(name, KINDS))


def _doing(file: Path, found: Sequence[Entry]) -> Text:
    """What is about to be done: the kinds of edits, and how many rows of each."""
    kinds = {entry.kind.name: entry.kind.title for entry in found}
    counts = Counter(entry.kind.name for entry in found)
    swedish = ", ".join(f"{title.sv} ({counts[name]})" for name, title in kinds.items())
    english = ", ".join(f"{title.en} ({counts[name]})" for name, title in kinds.items())
    return Text(f"{swedish}, ur {file.name}", f"{english}, from {file.name}")
