"""Tables that people hand in: rows of cells, where each came from, and what of them cannot be used."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sscctl.errors import InputOutput, WrongUsage
from sscctl.reading.characters import FORBIDDEN
from sscctl.text import Text

MAX_BYTES = 2 * 1024 * 1024
MAX_ROWS, MAX_COLUMNS, MAX_CELL = 5000, 100, 2000


class Unit(StrEnum):
    """What a number of a row counts."""

    ROW = "row"
    LINE = "line"
    FEATURE = "feature"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is written, without the space around it, under which heading, and in which column of a sheet (`B`)."""

    text: str
    heading: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, and its cells that hold something, by the heading as it is written there."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in a table that cannot be used: in which row, in which cell of it, and what would be right.

    `others` are the rows that it has to do with.
    """

    number: int
    cell: Cell | None
    message: Text
    advice: Text | None = None
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; each heading with the number of the row that first has it. `notes` tell how it was read."""

    unit: Unit
    headings: tuple[tuple[int, Cell], ...]
    rows: tuple[Row, ...]
    slips: tuple[Slip, ...] = ()
    notes: tuple[Text, ...] = ()


def read_handed(path: Path) -> bytes:
    """The content of a file that a person names; whatever is no plain file, or too large, is refused unread."""
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise InputOutput(Text(f"det finns ingen fil {path}", f"there is no file {path}")) from None
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise WrongUsage(Text(f"{path} är ingen vanlig fil", f"{path} is no plain file"))
    with os.fdopen(opened, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        most = MAX_BYTES // 1024 // 1024
        raise WrongUsage(
            Text(f"{path} är större än {most} MB", f"{path} is larger than {most} MB"),
            Text("dela den i flera", "make several of it"),
        )
    return data


_FORMULA = re.compile(r"[=\uff1d@\uff20]|[+-](?![ 0-9]|\Z)")
_FAILED = re.compile(r"#[A-ZÅÄÖ0-9/]+[!?]|#(?:N/A|SAKNAS!)")
_SHIELDED = re.compile(r"'(?=[=+@-])")


def cell(text: str, heading: str, column: str = "") -> Cell:
    """A cell; the apostrophe by which a spreadsheet keeps a text from being a formula is no part of it."""
    return Cell(_SHIELDED.sub("", text.strip(), count=1), heading, column)


def slips_of(number: int, found: Cell) -> Iterator[Slip]:
    """What no cell may hold: formulas and what became of them, characters that nobody sees, or far too much."""
    text = found.text
    if len(text) > MAX_CELL:
        yield Slip(
            number,
            found,
            Text(f"{len(text)} tecken är för mycket", f"{len(text)} characters are too many"),
            Text(f"högst {MAX_CELL} får plats", f"there is room for {MAX_CELL}"),
        )
    elif _FAILED.fullmatch(text):
        yield Slip(number, found, Text(f"{text} är ett fel från kalkylbladet", f"{text} is a spreadsheet's error"))
    elif _FORMULA.match(text):
        yield Slip(
            number,
            found,
            Text(f"{text[:60]} är en formel", f"{text[:60]} is a formula"),
            Text("skriv värdet", "write the value"),
        )
    elif hidden := FORBIDDEN.search(text):
        code = ord(hidden[0])
        yield Slip(
            number,
            found,
            Text(f"här finns ett osynligt tecken, U+{code:04X}", f"there is an unseen character, U+{code:04X}"),
            Text("skriv om texten utan det", "write the text anew without it"),
        )
