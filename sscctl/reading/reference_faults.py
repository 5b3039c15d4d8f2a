"""What can be wrong with the files of reference data; asked whenever one of them changed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from itertools import islice
from typing import NamedTuple

from sscctl.domain.finding import Fault, Severity
from sscctl.reading.csv_table import read_rows
from sscctl.reading.polygons import read_shapes
from sscctl.reading.reference_files import BOUNDARY_FILES, COUNTIES, MUNICIPALITIES, TABLES, Form, Read, Table
from sscctl.text import Text

MOST = 20
"""How many faults of one file are told: a file with more is another file."""

_CODE = "SSC001"
_RENEW = Text(
    "hämta filen på nytt ur den källa som reference/README.md anger",
    "take the file anew from the source that reference/README.md names",
)


class _Column(NamedTuple):
    """A column to be checked: its place in the row, and the file that knows its codes."""

    place: int
    name: str
    form: Form
    pattern: re.Pattern[str]
    known: str | None


def load_faults(read: Read) -> Iterator[tuple[str, Fault]]:
    """Yield what is wrong with each file, by path: the first faults, `MOST` of a file at most."""
    codes = {
        path: frozenset(row.get("code", "") for row in read_rows(read(path))) for path in (MUNICIPALITIES, COUNTIES)
    }
    for table in TABLES:
        faults = _of_table(table, read(table.path), codes)
        yield from ((table.path, fault) for fault in islice(faults, MOST))
    for path, owner, may_be_absent in BOUNDARY_FILES:
        faults = _of_boundaries(read(path), codes[owner], may_be_absent=may_be_absent)
        yield from ((path, fault) for fault in islice(faults, MOST))


def _of_table(table: Table, data: bytes | None, codes: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    if data is None:
        yield from () if table.may_be_absent else (_absent(),)
        return
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield _fault(line, Text("filen är inte UTF-8", "the file is not UTF-8"))
        return
    lines = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = next(lines, [])
        missing = [column for column in table.columns if column not in header]
        if missing or header[0] != table.key:
            yield _header(table, missing)
            return
        yield from _of_rows(table, header, lines, codes)
    except csv.Error:
        yield _fault(lines.line_num, Text("raden är ingen giltig CSV", "the line is not valid CSV"))


def _of_rows(
    table: Table, header: list[str], lines: Iterator[list[str]], codes: Mapping[str, frozenset[str]]
) -> Iterator[Fault]:
    known = {name: path for name, path in table.known.items() if codes[path]}
    columns = [
        _Column(header.index(name), name, form, re.compile(form.pattern), known.get(name))
        for name, form in table.columns.items()
    ]
    seen: set[str] = set()
    before = ""
    for number, values in enumerate(lines, start=2):
        if len(values) != len(header):
            message = Text("raden har {there} fält, rubriken {asked}", "the row has {there} fields, the header {asked}")
            yield _fault(number, message.format(there=len(values), asked=len(header)))
            continue
        for column in columns:
            value = values[column.place]
            if not column.pattern.fullmatch(value):
                yield _misshapen(number, column, value)
            elif column.known and value not in codes[column.known]:
                message = Text(
                    f"{column.name} {value} finns inte i {column.known}",
                    f"{column.name} {value} is not in {column.known}",
                )
                yield _fault(number, message)
        key = values[0]
        if key in seen:
            yield _fault(number, Text(f"{key} finns redan i tabellen", f"{key} is in the table already"))
        elif table.is_sorted and key < before:
            message = Text(f"{key} står efter {before}", f"{key} stands after {before}")
            yield _fault(number, message, Text(f"sortera raderna efter {table.key}", f"sort the rows by {table.key}"))
        seen.add(key)
        before = max(before, key)


def _misshapen(line: int, column: _Column, value: str) -> Fault:
    message = Text(f"{column.name} har värdet ”{value}”", f"{column.name} has the value “{value}”")
    example = column.form.example
    return _fault(line, message, Text(f"en rätt form är {example}", f"a right form is {example}"))


def _of_boundaries(data: bytes | None, codes: frozenset[str], *, may_be_absent: bool) -> Iterator[Fault]:
    if data is None:
        yield from () if may_be_absent else (_absent(),)
        return
    try:
        shapes = read_shapes(data)
    except ValueError as error:
        yield _fault(getattr(error, "lineno", 1), Text("filen är ingen giltig JSON", "the file is not valid JSON"))
        return
    for code in sorted(shapes.keys() - codes if codes else ()):
        yield _fault(
            1, Text(f"gränsen för {code} hör till en okänd kod", f"the boundary of {code} belongs to no known code")
        )
    for code in sorted(codes - shapes.keys()):
        yield _fault(1, Text(f"gräns saknas för {code}", f"the boundary of {code} is missing"))
    for code, shape in sorted(shapes.items()):
        if any(ring[0] != ring[-1] for ring in shape):
            yield _fault(1, Text(f"gränsen för {code} är inte sluten", f"the boundary of {code} is not closed"))
        if not all(abs(x) <= 180 and abs(y) <= 90 for ring in shape for x, y in ring):
            yield _fault(1, Text(f"gränsen för {code} går utanför jorden", f"the boundary of {code} leaves the Earth"))


def _header(table: Table, missing: list[str]) -> Fault:
    if missing:
        names = ", ".join(missing)
        return _fault(1, Text(f"kolumner saknas i rubriken: {names}", f"the header lacks columns: {names}"))
    return _fault(
        1,
        Text(f"första kolumnen är inte {table.key}", f"the first column is not {table.key}"),
        Text("filen genomsöks efter sin första kolumn", "the file is searched by its first column"),
    )


def _absent() -> Fault:
    return Fault(
        _CODE,
        (),
        Text("filen saknas; reglerna som behöver den tiger", "the file is missing; the rules that need it are silent"),
        _RENEW,
        Severity.WARNING,
    )


def _fault(line: int, message: Text, advice: Text = _RENEW) -> Fault:
    return Fault(_CODE, (), message, advice, line=line, column=1)
