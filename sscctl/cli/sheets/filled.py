"""A file that somebody has filled in, understood as a whole; RowsRefused tells all that is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sscctl.cli.sheets.catalogue import kind_of
from sscctl.cli.sheets.planning import RowsRefused
from sscctl.cli.sheets.rows import Entry, Fallback, clashes, entries
from sscctl.errors import WrongUsage
from sscctl.reading.handed import Unit, read_handed
from sscctl.reading.spreadsheet import read_spreadsheet
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class Filled:
    """The rows of a file, and what should be known of how it was read."""

    entries: Sequence[Entry]
    unit: Unit
    doing: Text
    notes: Sequence[Text] = ()


def filled(file: Path, today: date, kind: str | None, fallback: Fallback) -> Filled:
    """Read and understand a file; RowsRefused names every row that cannot be, WrongUsage a file without any."""
    table = read_spreadsheet(read_handed(file))
    if not table.rows:
        raise WrongUsage(
            Text(f"{file.name} har inga rader att tillämpa", f"{file.name} has no rows to apply"),
            Text("rader som börjar med # räknas inte", "rows that begin with # do not count"),
        )
    found, slips = entries(kind_of(table, today, kind), table, fallback)
    every = [*table.slips, *slips, *clashes(found)]
    if every:
        raise RowsRefused(every, table.unit)
    return Filled(found, table.unit, _doing(file, found), table.notes)


def _doing(file: Path, found: Sequence[Entry]) -> Text:
    """What is about to be done: the kinds of edits, and how many rows of each."""
    kinds = {entry.kind.name: entry.kind.title for entry in found}
    counts = Counter(entry.kind.name for entry in found)
    swedish = ", ".join(f"{title.sv} ({counts[name]})" for name, title in kinds.items())
    english = ", ".join(f"{title.en} ({counts[name]})" for name, title in kinds.items())
    return Text(f"{swedish}, ur {file.name}", f"{english}, from {file.name}")
