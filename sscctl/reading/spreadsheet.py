"""CSV as spreadsheets write it: semicolons, commas or tabs, with a byte order mark or without, in their encodings."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO

from sscctl.errors import WrongUsage
from sscctl.reading.handed import MAX_COLUMNS, MAX_ROWS, Cell, Row, Slip, Table, Unit, cell, slips_of
from sscctl.text import Text

DELIMITERS = ";\t,"
_TOLD = re.compile(
    r'"?sep=([;\t,])"?(?:\r\n|\r|\n)', re.IGNORECASE
)  # Excel's own line, which it does not show as a row
_ZIPPED, _OLD_BOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_spreadsheet(data: bytes) -> Table:
    """Read the table: its first row has the headings; empty rows, and those that begin with `#`, are passed over.

    Rows are numbered as a spreadsheet shows them, whatever lines their cells break into. WrongUsage where the file is
    no table at all; what is wrong with a cell of it is a slip.
    """
    text, notes = _decoded(data)
    told = _TOLD.match(text)
    lines = _lines(text[told.end() :], told[1]) if told else _lines(text, _delimiter(text))
    numbered = [(number, line) for number, line in enumerate(lines, 1) if not _is_passed_over(line)]
    if not numbered:
        raise WrongUsage(Text("filen är tom", "the file is empty"))
    (at, names), *rest = numbered
    headings = tuple(cell(name, name.strip(), letters(index)) for index, name in enumerate(names))
    slips = list(_of_headings(at, headings))
    rows = []
    for number, line in rest:
        slips += _too_wide(number, line, headings)
        cells = [
            cell(text, heading.heading, heading.column) for text, heading in zip(line, headings, strict=False) if text
        ]
        written = [one for one in cells if one.text]
        slips += [slip for one in written for slip in slips_of(number, one)]
        rows.append(Row(number, {one.heading: one for one in written}))
    return Table(Unit.ROW, tuple((at, one) for one in headings if one.text), tuple(rows), tuple(slips), notes)


def letters(index: int) -> str:
    """The name that spreadsheets give a column: `A` for 0, `AA` for 26."""
    name = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def _decoded(data: bytes) -> tuple[str, tuple[Text, ...]]:
    """The text, and a note where it is not in UTF-8."""
    if data.startswith((_ZIPPED, _OLD_BOOK)):
        raise WrongUsage(
            Text("det här är en arbetsbok, inte CSV", "this is a workbook, not CSV"),
            Text("spara bladet som CSV (UTF-8) i kalkylprogrammet", "save the sheet as CSV (UTF-8) in the spreadsheet"),
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    return _strictly(data, "cp1252"), (
        Text(
            "Filen är inte i UTF-8 och har lästs som Windows-1252: se efter att å, ä och ö blev rätt.",
            "The file is not in UTF-8 and was read as Windows-1252: see that its letters came out right.",
        ),
    )


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise WrongUsage(
            Text("filen går inte att läsa som text", "the file cannot be read as text"),
            Text("spara den som CSV (UTF-8)", "save it as CSV (UTF-8)"),
        ) from None


def _delimiter(text: str) -> str:
    """What stands between the cells: whichever the headings have most of, outside quotes."""
    first = next((line for line in text.splitlines() if line.strip() and not line.lstrip('"').startswith("#")), "")
    bare = "".join(first.split('"')[::2])
    return max(DELIMITERS, key=bare.count)


def _lines(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, line in enumerate(reader, 1):
            if number > MAX_ROWS + 1:
                raise WrongUsage(
                    Text(f"tabellen har fler än {MAX_ROWS} rader", f"the table has more than {MAX_ROWS} rows"),
                    Text("dela den i flera", "make several of it"),
                )
            if len(line) > MAX_COLUMNS:
                raise WrongUsage(
                    Text(
                        f"rad {number} har fler än {MAX_COLUMNS} kolumner",
                        f"row {number} has more than {MAX_COLUMNS} columns",
                    )
                )
            yield line
    except csv.Error:
        at = reader.line_num
        raise WrongUsage(
            Text(f"citattecknen går inte ihop vid textrad {at}", f"the quotation marks do not match at line {at}"),
            Text(
                "ett citattecken i en cell skrivs två gånger, och hela cellen inom citattecken",
                "a quotation mark in a cell is written twice, and the whole cell within quotation marks",
            ),
        ) from None


def _is_passed_over(line: list[str]) -> bool:
    first = line[0].strip() if line else ""
    return not any(text.strip() for text in line) or first == "#" or first.startswith("# ")


def _of_headings(number: int, headings: tuple[Cell, ...]) -> Iterator[Slip]:
    seen: dict[str, Cell] = {}
    for one in headings:
        yield from slips_of(number, one)
        if one.text and one.heading in seen:
            other = seen[one.heading].column
            yield Slip(
                number,
                one,
                Text(f"kolumn {other} har samma rubrik", f"column {other} has the same heading"),
                Text("behåll en av dem", "keep one of them"),
            )
        seen.setdefault(one.heading, one)


def _too_wide(number: int, line: list[str], headings: tuple[Cell, ...]) -> Iterator[Slip]:
    for index, text in enumerate(line):
        if text.strip() and (index >= len(headings) or not headings[index].text):
            column = letters(index)
            yield Slip(
                number,
                Cell(text.strip(), "", column),
                Text("kolumnen har ingen rubrik", "the column has no heading"),
                Text("ge den en rubrik, eller töm den", "give it a heading, or empty it"),
            )
