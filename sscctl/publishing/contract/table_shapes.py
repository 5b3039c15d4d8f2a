"""Two editions' tables, compared as their readers meet them: columns, their order and types, in every format."""

from __future__ import annotations

import csv
import io
import sqlite3
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing

from sscctl.errors import Integrity
from sscctl.publishing.contract.difference import Difference, additive, breaking
from sscctl.text import Text

Types = Mapping[str, str]
"""The type of each column, by the column's name; with its table's name before it where a file has several."""


def compare_columns(path: str, before: Types, after: Types) -> Iterator[Difference]:
    """Yield what differs between the columns of two tables that are read by name."""
    for name, kind in before.items():
        if name not in after:
            yield breaking(path, name, Text("kolumnen finns inte längre", "the column is gone"))
        elif after[name] != kind:
            said = Text(f"typen var {kind} och är {after[name]}", f"the type was {kind} and is {after[name]}")
            yield breaking(path, name, said)
    for name in after:
        if name not in before:
            yield additive(path, name, Text("kolumnen är ny", "the column is new"))


def compare_order(path: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    """Yield what differs between the headings of two CSV files, which are read by name or by place."""
    yield from compare_columns(path, dict.fromkeys(before, ""), dict.fromkeys(after, ""))
    kept = [name for name in after if name in before]
    if kept != [name for name in before if name in after] or list(after[: len(kept)]) != kept:
        yield breaking(path, "", Text("kolumnerna står i annan ordning", "the columns stand in another order"))


def heading(data: bytes) -> Sequence[str]:
    """The first line of a CSV file."""
    return next(csv.reader(io.StringIO(_first_line(data)), delimiter=_delimiter(data)), [])


def values(data: bytes, name: str) -> Iterator[str]:
    """The cells of a column of a CSV file; none where there is no such column."""
    text = io.StringIO(data.decode("utf-8-sig", "replace"), newline="")
    for row in csv.DictReader(text, delimiter=_delimiter(data)):
        if cell := row.get(name):
            yield cell


def dialect(data: bytes) -> str:
    """What a reader of a CSV file has to know: the mark at its beginning, and what stands between two cells."""
    return ("BOM " if data.startswith(BOM_UTF8) else "") + _delimiter(data)


def _delimiter(data: bytes) -> str:
    first = _first_line(data)
    return ";" if first.count(";") > first.count(",") else ","


def _first_line(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace").partition("\n")[0]


def described_types(tree: Mapping[str, object]) -> Types:
    """The types of columns as a description tells them: CSV on the Web's, or a Tabular Data Package's."""
    if "tableSchema" in tree:
        return {
            str(one.get("name")): _type(one, "datatype", "separator") for one in _list(tree, "tableSchema", "columns")
        }
    return {
        f"{resource.get('name')}.{one.get('name')}": _type(one, "type", "format")
        for resource in _list(tree, "resources")
        for one in _list(resource, "schema", "fields")
    }


def _type(column: Mapping[str, object], *names: str) -> str:
    return " ".join(str(column[name]) for name in names if name in column)


def _list(tree: object, *way: str) -> Sequence[Mapping[str, object]]:
    for step in way:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return [one for one in tree if isinstance(one, dict)] if isinstance(tree, list) else []


def compare_tables(path: str, before: bytes, after: bytes) -> Iterator[Difference]:
    """Yield what differs between two SQLite databases: tables, views, and their columns."""
    was, now = _tables(before), _tables(after)
    for table in was.keys() - now.keys():
        yield breaking(path, table, Text("tabellen finns inte längre", "the table is gone"))
    for table in now.keys() - was.keys():
        yield additive(path, table, Text("tabellen är ny", "the table is new"))
    for table in was.keys() & now.keys():
        named = ({f"{table}.{name}": kind for name, kind in one[table].items()} for one in (was, now))
        yield from compare_columns(path, *named)


def _tables(data: bytes) -> Mapping[str, Types]:
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.deserialize(data)
            found = database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
            query = "SELECT name, type FROM pragma_table_info(?)"
            return {name: dict(database.execute(query, (name,))) for (name,) in found.fetchall()}
        except sqlite3.DatabaseError as problem:
            raise Integrity(Text("en databas är skadad", "a database is damaged")) from problem
