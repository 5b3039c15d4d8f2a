"""Rows of numbers and text: as a table, JSON, CSV and Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from math import isinf

from sscctl.cli.render.tables import markdown, table
from sscctl.cli.visible import visible, visible_json
from sscctl.querying.question import Answer

Cell = str | int | float | bytes | None
Rows = Sequence[Sequence[Cell]]


def as_csv(headings: Sequence[str], rows: Rows) -> str:
    """RFC 4180, for machines; lines end as pipes want them, and what is unknown is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([visible(heading) for heading in headings])
    writer.writerows([visible(plain(cell)) for cell in row] for row in rows)
    return text.getvalue()


def plain(cell: Cell) -> str:
    """A cell as text; bytes as SQL writes them."""
    if cell is None:
        return ""
    return f"X'{cell.hex().upper()}'" if isinstance(cell, bytes) else str(cell)


def answer_as_json(answer: Answer) -> str:
    """The answer as `schemas/output/sql.schema.json` promises it: bytes as SQL writes them, infinity as text."""
    rows = [[_json(cell) for cell in row] for row in answer.rows]
    return visible_json({"columns": list(answer.columns), "rows": rows})


def _json(cell: Cell) -> str | int | float | None:
    if isinstance(cell, bytes) or (isinstance(cell, float) and isinf(cell)):
        return plain(cell)
    return cell


def answer_as_csv(answer: Answer) -> str:
    """The answer for machines."""
    return as_csv(answer.columns, answer.rows)


def answer_as_table(answer: Answer) -> str:
    """The answer for a person; numbers stand to the right."""
    return table([visible(name) for name in answer.columns], _cells(answer), _numbers(answer))


def answer_as_markdown(answer: Answer) -> str:
    """The answer for a page."""
    return markdown([visible(name) for name in answer.columns], _cells(answer), _numbers(answer))


def _cells(answer: Answer) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in answer.rows]


def _numbers(answer: Answer) -> list[int]:
    """The columns that hold numbers alone."""
    return [
        number
        for number in range(len(answer.columns))
        if all(isinstance(row[number], int | float | None) for row in answer.rows)
    ]
