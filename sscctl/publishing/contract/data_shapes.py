"""Two editions' files, compared as their readers meet them: addresses, ids, columns, data that old schemas refuse."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice

from sscctl.errors import Integrity
from sscctl.publishing.contract.difference import Difference, additive, breaking
from sscctl.publishing.published import Published
from sscctl.reading.schemas import Judge
from sscctl.text import Text

_IDS = {
    "offices": "id",
    "agencies": "id",
    "agreements": "id",
    "decisions": "id",
    "municipalities": "code",
    "counties": "code",
}
"""The lists whose members are promised to stay, and the field that names a member."""

_SUFFIX = ".schema.json"
_MANY = 5
"""So many ids, or faults of one file, are told; a reader who fails once has failed."""

Tree = Mapping[str, object]


def compare_data(before: Published, after: Published) -> Iterator[Difference]:
    """Yield what differs between the files of two editions; raises `Integrity` for one that is missing or damaged."""
    yield from _addresses(before, after)
    judge = Judge(before.schemas)
    for path, was in before.files.items():
        is_now = after.files.get(path)
        if path.startswith("schema/") or is_now is None or was.sha256 == is_now.sha256:
            continue
        if was.media_type != is_now.media_type:
            said = Text(
                f"medietypen var {was.media_type} och är {is_now.media_type}",
                f"the media type was {was.media_type} and is {is_now.media_type}",
            )
            yield breaking(path, "", said)
        data = _data(before, path), _data(after, path)
        if path.endswith(".csv"):
            yield from _columns(path, *map(_heading, data))
        elif path.endswith(".sqlite"):
            yield from _tables(path, *map(_tables_of, data))
        elif path.endswith((".json", ".geojson")):
            trees = _tree(path, data[0]), _tree(path, data[1])
            yield from _ids(path, *trees)
            if (kind := _kind(trees[0])) and f"schema/{kind}{_SUFFIX}" in before.files:
                yield from _refused(path, kind, trees[1], judge)


def _addresses(before: Published, after: Published) -> Iterator[Difference]:
    for path in before.files.keys() - after.files.keys():
        if not path.startswith("schema/"):
            yield breaking(path, "", Text("filen finns inte längre", "the file is gone"))
    for path in after.files.keys() - before.files.keys():
        if not path.startswith("schema/"):
            yield additive(path, "", Text("filen är ny", "the file is new"))
    was, now = (_address(one) for one in (before, after))
    if was and was != now:
        said = Text(f"adressen var {was} och är {now or 'okänd'}", f"the address was {was} and is {now or 'unknown'}")
        yield breaking("manifest.json", "/meta/links/self", said)


def _address(one: Published) -> str | None:
    links = one.meta.get("links")
    address = links.get("self") if isinstance(links, dict) else None
    return address if isinstance(address, str) and "://" in address else None


def _columns(path: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    for name in before:
        if name not in after:
            yield breaking(path, name, Text("kolumnen finns inte längre", "the column is gone"))
    kept = [name for name in after if name in before]
    if kept != [name for name in before if name in after] or list(after[: len(kept)]) != kept:
        yield breaking(path, "", Text("kolumnerna står i annan ordning", "the columns stand in another order"))
    for name in after:
        if name not in before:
            yield additive(path, name, Text("kolumnen är ny", "the column is new"))


def _heading(data: bytes) -> Sequence[str]:
    first = data.decode("utf-8-sig", "replace").partition("\n")[0]
    rows = csv.reader(io.StringIO(first), delimiter=";" if first.count(";") > first.count(",") else ",")
    return next(rows, [])


def _tables(path: str, before: Mapping[str, set[str]], after: Mapping[str, set[str]]) -> Iterator[Difference]:
    for table, columns in before.items():
        if table not in after:
            yield breaking(path, table, Text("tabellen finns inte längre", "the table is gone"))
            continue
        for name in sorted(columns - after[table]):
            yield breaking(path, f"{table}.{name}", Text("kolumnen finns inte längre", "the column is gone"))
        for name in sorted(after[table] - columns):
            yield additive(path, f"{table}.{name}", Text("kolumnen är ny", "the column is new"))
    for table in sorted(after.keys() - before.keys()):
        yield additive(path, table, Text("tabellen är ny", "the table is new"))


def _tables_of(data: bytes) -> Mapping[str, set[str]]:
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.deserialize(data)
            names = [
                name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
            ]
            query = "SELECT name FROM pragma_table_info(?)"
            return {name: {column for (column,) in database.execute(query, (name,))} for name in sorted(names)}
        except sqlite3.DatabaseError as problem:
            raise Integrity(Text("en databas är skadad", "a database is damaged")) from problem


def _ids(path: str, before: Tree, after: Tree) -> Iterator[Difference]:
    """Whatever was published under an id is there still: `offices/<id>.json` is told by its address."""
    for name, key in _IDS.items():
        was, now = ([item.get(key) for item in _items(tree.get(name))] for tree in (before, after))
        renamed = {item.get("id") for item in _items(after.get("tombstones")) if item.get("reason") == "renamed"}
        gone = [str(ident) for ident in was if ident not in {*now, *renamed}]
        if gone:
            some = ", ".join(gone[:_MANY]) + (" …" if len(gone) > _MANY else "")
            yield breaking(
                path, f"/{name}", Text(f"{len(gone)} id är borta: {some}", f"{len(gone)} ids are gone: {some}")
            )


def _kind(tree: Tree) -> str | None:
    """The schema that a file says it keeps."""
    meta = tree.get("meta")
    links = meta.get("links") if isinstance(meta, dict) else None
    named = links.get("schema") if isinstance(links, dict) else None
    return named.rpartition("/")[2].removesuffix(_SUFFIX) if isinstance(named, str) else None


def _refused(path: str, kind: str, after: Tree, judge: Judge) -> Iterator[Difference]:
    """What the schema that the earlier edition was published with says of the later one's data."""
    if judge.is_valid(kind, after):
        return
    for fault in islice(judge.faults(kind, after), _MANY):
        place = "".join(f"/{step}" for step in fault.pointer)
        said = Text(
            f"förra utgåvans schema godtar det inte: {fault.message.sv}",
            f"the earlier edition's schema refuses it: {fault.message.en}",
        )
        yield breaking(path, place, said)


def _data(one: Published, path: str) -> bytes:
    data = one.read(path)
    if data is None:
        raise Integrity(
            Text(f"{path} saknas i utgåvan", f"{path} is missing in the edition"),
            Text("`sscctl publish verify` visar allt som är fel", "`sscctl publish verify` shows all that is wrong"),
        )
    return data


def _tree(path: str, data: bytes) -> Tree:
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise Integrity(Text(f"{path} är skadad", f"{path} is damaged")) from problem
    return tree if isinstance(tree, dict) else {}


def _items(value: object) -> list[Tree]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
