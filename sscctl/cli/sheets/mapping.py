"""What a mapping file says: which of others' columns gives which field, and what holds for every row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sscctl.cli.choices import choose_among
from sscctl.cli.sheets.kind import compared
from sscctl.cli.sheets.planning import RowsRefused
from sscctl.reading.handed import Cell, Slip, Table, Unit, read_handed
from sscctl.reading.handed_yaml import Line, read_mapping
from sscctl.text import Text

MAPPING = "mapping"
"""What its template goes by."""

COLUMNS, CONSTANTS = "columns", "constants"
FOR_ALL = ("source", "source_date")


@dataclass(frozen=True, slots=True)
class ListMapping:
    """`columns` gives the heading of the list for each field, `constants` what each row has of a field."""

    columns: Mapping[str, str]
    constants: Mapping[str, str]


def read_list_mapping(file: Path, fields: tuple[str, ...]) -> ListMapping:
    """Read a mapping file; RowsRefused tells by line what of it cannot be used."""
    lines, faults = read_mapping(read_handed(file))
    slips = [*faults, *_wrong(lines, fields)]
    if slips:
        raise RowsRefused(slips, Unit.LINE, file.name)
    told = {line.steps: line.text or "" for line in lines}
    columns = {steps[1]: text for steps, text in told.items() if steps[0] == COLUMNS}
    constants = {steps[-1]: text for steps, text in told.items() if steps[0] != COLUMNS}
    return ListMapping(columns, constants)


def headings(mapping: ListMapping, table: Table) -> tuple[dict[str, Cell], list[Slip], tuple[str, ...]]:
    """The heading of each mapped field, the fields whose column is missing, and the columns that are not used."""
    there = {compared(one.heading): one for _, one in table.headings}
    first = table.headings[0][0] if table.headings else 1
    found = {name: there[compared(text)] for name, text in mapping.columns.items() if compared(text) in there}
    every = [one.heading for _, one in table.headings]
    slips = [
        Slip(
            first,
            None,
            Text(f"listan har ingen kolumn {text} ({name})", f"the list has no column {text} ({name})"),
            choose_among(text, every),
        )
        for name, text in mapping.columns.items()
        if name not in found
    ]
    used = {one.heading for one in found.values()}
    return found, slips, tuple(heading for heading in every if heading not in used)


def _wrong(lines: list[Line], fields: tuple[str, ...]) -> Iterator[Slip]:
    for line in lines:
        *above, name = line.steps
        known = fields
        if above not in ([COLUMNS], [CONSTANTS]):
            name, known = line.steps[0], (COLUMNS, CONSTANTS, *FOR_ALL)
        if name not in known:
            message = Text("det finns inget sådant fält", "there is no such field")
            yield Slip(line.number, Cell("", name), message, choose_among(name, known))
        elif line.text is None:
            yield Slip(line.number, Cell("", name), Text("här ska stå en text", "a text belongs here"))
    if not any(line.steps[0] == COLUMNS for line in lines):
        yield Slip(1, None, Text("columns saknas", "columns is missing"), _FIRST)


_FIRST = Text("sscctl apply --template mapping visar hur", "sscctl apply --template mapping shows how")


TEMPLATE = Text(
    """\
# Vilken kolumn i listan som ger vilket fält. Kör: sscctl apply LISTA --mapping DENNA-FIL --plan
columns:
  name: Kontor            # eller id, om listan har registrets id
  municipality: Kommun    # namn eller kod
  street: Adress
  postcode: Postnr
  post_town: Ort
  latitude: Lat           # eller position: geometry, i GeoJSON
  longitude: Long
  contact.phone: Telefon
# Vad som gäller varje rad; event och on för kontor som läggs till.
constants:
  event: opened
  on: "../2026-11-22"
source: https://www.example.org/lista
source_date: "2026-11-22"
""",
    """\
# Which column of the list gives which field. Run: sscctl apply LIST --mapping THIS-FILE --plan
columns:
  name: Office            # or id, where the list has the registry's ids
  municipality: Town      # name or code
  street: Address
  postcode: Postcode
  post_town: Post town
  latitude: Lat           # or position: geometry, in GeoJSON
  longitude: Long
  contact.phone: Phone
# What holds for every row; event and on for offices that are added.
constants:
  event: opened
  on: "../2026-11-22"
source: https://www.example.org/list
source_date: "2026-11-22"
""",
)
"""A mapping file to fill in."""
