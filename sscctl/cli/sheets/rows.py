"""Rows of a table understood: each cell by its column's own check, and everything that is wrong told at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sscctl.cli.choices import choose_among
from sscctl.cli.language import said
from sscctl.cli.prompts import Answers, Field
from sscctl.cli.sheets.kind import Change, Column, SheetKind
from sscctl.errors import SscctlError
from sscctl.reading.handed import Cell, Row, Slip, Table, Unit
from sscctl.text import Text

Fallback = Mapping[str, str]
"""What holds for every row that does not say otherwise, by the name of the column."""

Columns = Mapping[str, Cell]
"""The heading of each column, by the column's name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that was understood, and where it stands; `dated` where it says itself of what day its source is."""

    row: Row
    kind: SheetKind
    change: Change
    dated: bool

    @property
    def order(self) -> tuple[object, ...]:
        """Where it comes among rows of its kind: by what it concerns and by day, never by its place in the file."""
        return tuple((claim.subject, claim.first, claim.weeks or 0, claim.topic) for claim in self.change.claims)


def entries(
    kind: SheetKind, table: Table, fallback: Fallback, columns: Columns | None = None
) -> tuple[list[Entry], list[Slip]]:
    """Understand every row of a table; what cannot be is told by row and column.

    The headings say which column is which, unless `columns` does.
    """
    slips: list[Slip] = []
    if columns is None:
        columns, slips = _columns(kind, table)
    missing = (
        []
        if table.unit is not Unit.ROW
        else [column for column in kind.columns if column.must and column.name not in (*columns, *fallback)]
    )
    slips += [_missing(table, column) for column in missing]
    broken = {(slip.number, slip.cell.heading) for slip in table.slips if slip.cell}
    found: list[Entry] = []
    for row in table.rows:
        reader = _RowReader(row, columns, {heading for heading in row.cells if (row.number, heading) in broken})
        answers = reader.answers([column for column in kind.columns if column not in missing], fallback)
        slips += reader.slips
        if reader.slips or reader.bad or missing:
            continue
        try:
            found.append(Entry(row, kind, kind.change(answers), reader.has(_DAY) or _DAY in fallback))
        except SscctlError as error:
            slips.append(Slip(row.number, None, error.message, error.advice))
    return found, slips


_DAY = "source_date"


def _columns(kind: SheetKind, table: Table) -> tuple[dict[str, Cell], list[Slip]]:
    """The heading of each column by the column's name; headings that none goes by, or two for one, are slips."""
    found: dict[str, Cell] = {}
    slips: list[Slip] = []
    for number, heading in table.headings:
        column = kind.column(heading.heading)
        if column is None:
            message = Text("det finns ingen sådan kolumn", "there is no such column")
            known = [said(one.heading) for one in kind.columns]
            slips.append(Slip(number, heading, message, choose_among(heading.heading, known)))
        elif column.name in found:
            other = found[column.name].heading
            message = Text(f"{other} är samma kolumn", f"{other} is the same column")
            slips.append(Slip(number, heading, message, Text("behåll en av dem", "keep one of them")))
        else:
            found[column.name] = heading
    return found, slips


def _missing(table: Table, column: Column) -> Slip:
    swedish, english = column.heading
    message = Text(f"kolumnen {swedish} saknas", f"the column {english} is missing")
    advice = Text(f"lägg till den: {column.meaning.sv}", f"add it: {column.meaning.en}")
    if column.name == "source":
        advice = Text("lägg till den, eller ange --source för alla rader", "add it, or give --source for all rows")
    return Slip(table.headings[0][0], None, message, advice)


@dataclass(frozen=True, slots=True)
class _RowReader:
    """One row on its way to answers; `bad` are the headings of its cells that hold what no cell may."""

    row: Row
    columns: Columns
    bad: Collection[str]
    slips: list[Slip] = field(default_factory=list)

    def answers(self, columns: Sequence[Column], fallback: Fallback) -> Answers:
        """What the cells say, each by its column's check; the slips gather what they do not."""
        values: dict[Field[object], object] = {}
        for column in columns:
            heading = self.columns.get(column.name) or Cell("", said(column.heading))
            cell = self.row.cells.get(heading.heading)
            if cell and cell.heading in self.bad:
                continue
            text = cell.text if cell else fallback.get(column.name)
            try:
                if not text:
                    text = _default(column, Answers(values))
                if text == _UNTOLD:
                    continue
                if text:
                    values[column.field] = column.field.check(text)
                elif not column.field.optional:
                    swedish, english = column.meaning
                    message = Text("cellen är tom", "the cell is empty")
                    self._slip(replace(heading, text=""), message, Text(f"skriv {swedish}", f"write {english}"))
            except SscctlError as error:
                self._slip(cell or replace(heading, text=""), error.message, error.advice)
        return Answers(values)

    def has(self, name: str) -> bool:
        """Whether something is written in a column."""
        return name in self.columns and self.columns[name].heading in self.row.cells

    def _slip(self, cell: Cell, message: Text, advice: Text | None) -> None:
        self.slips.append(Slip(self.row.number, cell, message, advice))


_UNTOLD = "\0"


def _default(column: Column, answers: Answers) -> str | None:
    """What holds where nothing is written; `_UNTOLD` where it depends on a cell that is wrong, which is told there."""
    default = column.field.default
    if not callable(default):
        return default
    try:
        return default(answers)
    except KeyError:
        return _UNTOLD


def clashes(found: Sequence[Entry]) -> Iterator[Slip]:
    """Rows that cannot both hold, or say the same twice: the later one, with the number of the earlier."""
    by_topic: dict[tuple[str, str], list[Entry]] = {}
    for entry in found:
        told = False
        for claim in entry.change.claims:
            others = by_topic.setdefault((claim.topic, claim.subject), [])
            for other in others:
                if not told and any(claim.clashes(one) for one in other.change.claims):
                    yield _clash(entry, other, claim.subject)
                    told = True
            others.append(entry)


def _clash(entry: Entry, other: Entry, subject: str) -> Slip:
    number, others = entry.row.number, (other.row.number,)
    if _written(entry) == _written(other):
        message = Text("raden står två gånger", "the row is there twice")
    else:
        message = Text(
            f"säger emot en annan rad om {subject}",
            f"contradicts another row on {subject}",
        )
    return Slip(number, None, message, Text("behåll en av dem", "keep one of them"), others)


def _written(entry: Entry) -> dict[str, str]:
    return {heading: cell.text for heading, cell in entry.row.cells.items()}
