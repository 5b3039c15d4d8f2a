"""CSV as spreadsheets write it is read, and what is wrong with it is told by row and column."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.errors import WrongUsage
from sscctl.reading.handed import MAX_CELL, MAX_ROWS, Table
from sscctl.reading.spreadsheet import letters, read_spreadsheet

PLAIN = "Kontor;Öppettider\nVäxjö;10-16\n"

SAME = {
    "semicolons": PLAIN.encode(),
    "commas": PLAIN.replace(";", ",").encode(),
    "tabs": PLAIN.replace(";", "\t").encode(),
    "a byte order mark": PLAIN.encode("utf-8-sig"),
    "CR LF": PLAIN.replace("\n", "\r\n").encode(),
    "Excel's line that tells the separator": f"sep=;\r\n{PLAIN}".encode("utf-8-sig"),
    "no last line end": PLAIN.strip().encode(),
    "quoted cells": '"Kontor";"Öppettider"\n"Växjö";"10-16"\n'.encode(),
    "Unicode text of a spreadsheet (UTF-16)": PLAIN.replace(";", "\t").encode("utf-16"),
    "Windows-1252": PLAIN.encode("cp1252"),
    "space around cells": "Kontor ; Öppettider\n Växjö ;10-16 \n".encode(),
    "empty columns on the right": "Kontor;Öppettider;;\nVäxjö;10-16;;\n".encode(),
    "an apostrophe that keeps a text a text": "Kontor;Öppettider\nVäxjö;'-\n".encode(),
}


def cells(table: Table) -> list[tuple[int, dict[str, str]]]:
    return [(row.number, {heading: cell.text for heading, cell in row.cells.items()}) for row in table.rows]


@pytest.mark.parametrize("data", SAME.values(), ids=SAME)
def test_every_way_to_write_it_is_read_alike(data: bytes) -> None:
    table = read_spreadsheet(data)
    assert not table.slips
    ((number, found),) = cells(table)
    assert number == 2
    assert found in ({"Kontor": "Växjö", "Öppettider": "10-16"}, {"Kontor": "Växjö", "Öppettider": "-"})


def test_another_encoding_than_utf_8_is_told() -> None:
    assert [note.en[:34] for note in read_spreadsheet(SAME["Windows-1252"]).notes] == [
        "The file is not in UTF-8 and was r"
    ]
    assert not read_spreadsheet(SAME["semicolons"]).notes


def test_rows_are_numbered_as_the_spreadsheet_shows_them() -> None:
    text = 'A;B\n# told;\n\n"two\nlines";x\n;;\n3;y\n'
    assert cells(read_spreadsheet(text.encode())) == [(4, {"A": "two\nlines", "B": "x"}), (6, {"A": "3", "B": "y"})]


SLIPS = {
    "a formula": ("A;B\n1;=SUM(A1)\n", 2, "B", "=SUM(A1) is a formula"),
    "a wide formula": ("A;B\n1;＝SUM(A1)\n", 2, "B", "＝SUM(A1) is a formula"),
    "a function in the manner of old spreadsheets": ("A;B\n@SUM(A1);1\n", 2, "A", "@SUM(A1) is a formula"),
    "a command for an old spreadsheet": ("A;B\n+cmd|x;1\n", 2, "A", "+cmd|x is a formula"),
    "what a formula came to": ("A;B\n#REF!;1\n", 2, "A", "#REF! is a spreadsheet's error"),
    "the same in Swedish": ("A;B\n#SAKNAS!;1\n", 2, "A", "#SAKNAS! is a spreadsheet's error"),
    "a control character": ("A;B\n1;x\x1b[31m\n", 2, "B", "there is an unseen character, U+001B"),
    "a character that turns the text round": ("A;B\n1;x\u202ey\n", 2, "B", "there is an unseen character, U+202E"),
    "a cell beyond measure": (f"A;B\n1;{'x' * (MAX_CELL + 1)}\n", 2, "B", f"{MAX_CELL + 1} characters are too many"),
    "a cell without a heading": ("A;B\n1;2;3\n", 2, "C", "the column has no heading"),
    "a heading twice": ("A;A\n1;2\n", 1, "B", "column A has the same heading"),
}


@pytest.mark.parametrize(("text", "row", "column", "message"), SLIPS.values(), ids=SLIPS)
def test_what_no_cell_may_hold(text: str, row: int, column: str, message: str) -> None:
    (slip,) = read_spreadsheet(text.encode()).slips
    assert slip.cell
    assert (slip.number, slip.cell.column, slip.message.en) == (row, column, message)


REFUSED = {
    "a workbook": (b"PK\x03\x04...", "workbook"),
    "nothing": (b"\n;;\n", "empty"),
    "no text": (b"\x81\x8d", "cannot be read as text"),
    "half of UTF-16": ("A\tB\n".encode("utf-16")[:-1], "cannot be read as text"),
    "a quotation mark that never ends": (b'A;B\n"x;1\n', "do not match"),
    "too many rows": (b"A;B\n" + b"1;2\n" * (MAX_ROWS + 1), "more than"),
    "too many columns": (b";" * 101 + b"\n", "more than"),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_table(data: bytes, words: str) -> None:
    with pytest.raises(WrongUsage) as raised:
        read_spreadsheet(data)
    assert words in raised.value.message.en


@given(st.binary(max_size=300))
def test_whatever_the_bytes_it_is_read_or_refused(data: bytes) -> None:
    with suppress(WrongUsage):
        read_spreadsheet(data)


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_names_that_spreadsheets_give_them(index: int, name: str) -> None:
    assert letters(index) == name
