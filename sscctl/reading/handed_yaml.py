"""Tables written as YAML: under the name of each kind a list of rows, each a mapping from column to cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sscctl.domain.finding import Pointer
from sscctl.errors import WrongUsage
from sscctl.reading.handed import Cell, Row, Slip, Table, Unit, cell, slips_of
from sscctl.reading.positions import Mark, locate_keys
from sscctl.reading.yaml12 import Tree, parse
from sscctl.text import Text

_HARMLESS = frozenset(("SSC005", "SSC006", "SSC007", "SSC009"))
"""Unquoted numbers, dates and words, and spaces: here every value is text, so nobody misreads them."""


def read_yaml(data: bytes) -> tuple[Mapping[str, Tree], tuple[Slip, ...]]:
    """The file's own mapping, and what is wrong with its form by line; WrongUsage where nothing can be read."""
    parsed = parse(data)
    slips = tuple(
        Slip(fault.line or 1, None, fault.message, fault.advice)
        for fault in parsed.faults
        if fault.code not in _HARMLESS
    )
    if not isinstance(parsed.tree, dict):
        first = slips[0] if slips else Slip(1, None, Text("filen är tom", "the file is empty"))
        number, message = first.number, first.message
        raise WrongUsage(
            Text(
                f"filen är ingen läsbar YAML, rad {number}: {message.sv}",
                f"no readable YAML, line {number}: {message.en}",
            ),
            first.advice,
        )
    return parsed.tree, slips


def without_marks(data: bytes) -> bytes:
    """The same YAML without the byte order mark and the line ends of other systems."""
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def yaml_tables(data: bytes) -> tuple[list[tuple[str, int, Table | str | None]], tuple[Slip, ...]]:
    """Each key of the file with its line, and the table or the text under it; `None` where it is neither.

    What is wrong with the form of the file is told beside them, by line.
    """
    tree, slips = read_yaml(data := without_marks(data))
    marks = locate_keys(data, [*_pointers(tree)])
    found = [
        (name, marks[name,].line, _table(name, value, marks) if isinstance(value, list) else _text(value))
        for name, value in tree.items()
    ]
    return found, slips


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a mapping: the keys down to it, its line, and the text; `None` for what is no text."""

    steps: tuple[str, ...]
    number: int
    text: str | None


def read_mapping(data: bytes) -> tuple[list[Line], tuple[Slip, ...]]:
    """The texts of a mapping, two levels deep, and what is wrong with the form of the file."""
    tree, slips = read_yaml(data := without_marks(data))
    found: list[tuple[tuple[str, ...], Tree]] = []
    for name, value in tree.items():
        if isinstance(value, dict) and value:
            found += [((name, key), below) for key, below in value.items()]
        else:
            found.append(((name,), value))
    marks = locate_keys(data, [steps for steps, _ in found])
    return [Line(steps, marks[steps].line, _text(value)) for steps, value in found], slips


def _pointers(tree: Mapping[str, Tree]) -> Iterator[Pointer]:
    for name, value in tree.items():
        yield (name,)
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield name, index
            yield from ((name, index, key) for key in (item if isinstance(item, dict) else ()))


def _table(name: str, items: list[Tree], marks: Mapping[Pointer, Mark]) -> Table:
    headings: dict[str, tuple[int, Cell]] = {}
    rows: list[Row] = []
    slips: list[Slip] = []
    for index, item in enumerate(items):
        line = marks[name, index].line
        if not isinstance(item, dict):
            slips.append(Slip(line, None, Text("här ska stå en rad", "a row belongs here"), _ROW))
            continue
        cells: dict[str, Cell] = {}
        for key, value in item.items():
            there = marks[name, index, key].line
            headings.setdefault(key, (there, cell(key, key)))
            text = _text(value)
            if text is None:
                slips.append(Slip(there, cell("", key), Text("här ska stå en text", "a text belongs here")))
            elif text:
                cells[key] = cell(text, key)
                slips += slips_of(line, cells[key])
        rows.append(Row(line, cells))
    return Table(Unit.LINE, tuple(headings.values()), tuple(rows), tuple(slips))


_ROW = Text("skriv kolumner och värden: {office: …, from: …}", "write columns and values: {office: …, from: …}")


def _text(value: Tree) -> str | None:
    """A value as the cell of a sheet would have it; `None` for what is no cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() | int() | float():
            return str(value)
        case list():
            every = [_text(one) for one in value if not isinstance(one, list)]
            return ", ".join(one for one in every if one) if len(every) == len(value) and None not in every else None
        case _:
            return None
