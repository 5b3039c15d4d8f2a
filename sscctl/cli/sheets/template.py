"""An empty table to fill in: headings, a comment that says what each column is for, and an example as a comment."""

from __future__ import annotations

import csv
from io import StringIO

from sscctl.cli.language import said, t
from sscctl.cli.sheets.kind import Column, SheetKind
from sscctl.text import Text

_AS_IT_OPENS = "\ufeff"  # by this mark spreadsheets take a file for UTF-8


def template(kind: SheetKind) -> str:
    """The table as a Swedish spreadsheet opens it: semicolons, a byte order mark, lines that end in CR LF."""
    written = StringIO(newline="")
    table = csv.writer(written, delimiter=";")
    table.writerow([said(column.heading) for column in kind.columns])
    table.writerow(_comment([_meaning(column) for column in kind.columns]))
    for example in kind.examples:
        cells = [example.get(column.name, "") for column in kind.columns]
        table.writerow(_comment([said(cell) if isinstance(cell, Text) else cell for cell in cells]))
    return _AS_IT_OPENS + written.getvalue()


def _comment(cells: list[str]) -> list[str]:
    first, *rest = cells
    return [f"# {first}", *rest]


def _meaning(column: Column) -> str:
    told = said(column.meaning)
    return told if column.must else t(f"{told} (valfritt)", f"{told} (optional)")
