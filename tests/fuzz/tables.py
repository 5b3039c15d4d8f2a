"""The fuzzer's tables: what people hand in is a table within its bounds, or is refused in words."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.errors import SscctlError
from sscctl.reading.handed import MAX_CELL, MAX_COLUMNS, MAX_ROWS, Table
from sscctl.reading.handed_geojson import read_geojson
from sscctl.reading.handed_yaml import yaml_tables
from sscctl.reading.spreadsheet import read_spreadsheet

SEEDS = (
    b"\0Kontor;\xc3\x96ppettider\r\nTorget;m\xc3\xa5n 10-16\r\n",
    b'\0\xef\xbb\xbf"A","B"\n# x,y\n"1\n2",=3\n',
    b"\0\xff\xfeA\0\t\0B\0\n\x001\0\t\x002\0",
    b'\1{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"a": {"b": [1]}}}]}',
    b'\1{"type": "FeatureCollection", "features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}]}',
    b"\2source: Dnr 1\nhours:\n  - {office: Torget, from: 2027-01-11, hours: x}\nset:\n- office: y\n",
)
WORDS = ("\r\n", '"', ";", "\t", ",", "\ufeff", "#REF!", "=", "features", "Point", "- {", "null", "1e400", "NaN")


def tables(data: bytes) -> None:
    """The readers of tables: rows by number, every cell within its bounds or with a slip."""
    try:
        found = [*_tables(data)]
    except SscctlError:
        return
    for table in found:
        assert len(table.rows) <= MAX_ROWS
        assert all(len(row.cells) <= MAX_COLUMNS for row in table.rows)
        assert all(row.number >= 1 for row in table.rows)
        wrong = {slip.number for slip in table.slips}
        for row in table.rows:
            assert all(cell.text == cell.text.strip() for cell in row.cells.values())
            assert row.number in wrong or all(len(cell.text) <= MAX_CELL for cell in row.cells.values())


def _tables(data: bytes) -> Iterator[Table]:
    match data[:1]:
        case b"\1":
            yield read_geojson(data[1:])
        case b"\2":
            found, _ = yaml_tables(data[1:])
            yield from (table for _, _, table in found if isinstance(table, Table))
        case _:
            yield read_spreadsheet(data[1:])
