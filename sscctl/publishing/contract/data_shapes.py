"""Two editions' files, compared as their readers meet them: addresses, ids, columns, data that old schemas refuse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from sscctl.errors import Integrity
from sscctl.publishing.contract.difference import Difference, additive, breaking
from sscctl.publishing.contract.table_shapes import (
    compare_columns,
    compare_order,
    compare_tables,
    described_types,
    dialect,
    heading,
    values,
)
from sscctl.publishing.csv_table import PATH as TABLE
from sscctl.publishing.geoparquet import column_types
from sscctl.publishing.press import GUARDED
from sscctl.publishing.published import Published
from sscctl.reading.schemas import Judge
from sscctl.text import Text

_IDS = {
    "offices": "id",
    "features": "id",
    "agencies": "id",
    "agreements": "id",
    "decisions": "id",
    "municipalities": "code",
    "counties": "code",
}
"""The lists whose members are promised to stay, and the field that names a member."""

_SUFFIX = ".schema.json"
_NAMED = re.compile(r'<dcat:\w+ rdf:about="([^"]+)"')
_MANY = 5
"""So many ids, or faults of one file, are told; a reader who fails once has failed."""

Tree = Mapping[str, object]


def compare_data(before: Published, after: Published) -> Iterator[Difference]:
    """Yield what differs between the files of two editions; raises `Integrity` for one that is missing or damaged."""
    yield from _addresses(before, after)
    judge, renamed = Judge(before.schemas), _renamed(after)
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
        if path.endswith((".json", ".geojson")):
            trees = _tree(path, data[0]), _tree(path, data[1])
            yield from _ids(path, *trees, renamed)
            yield from compare_columns(path, *map(described_types, trees))
            if (kind := _kind(trees[0])) and f"schema/{kind}{_SUFFIX}" in before.files:
                yield from _refused(path, kind, trees[1], judge)
        else:
            yield from _of_other_forms(path, *data, renamed)


def _of_other_forms(path: str, before: bytes, after: bytes, renamed: Sequence[object]) -> Iterator[Difference]:
    if path.endswith(".csv"):
        yield from _columns(path, before, after)
        if path == TABLE:  # other tables hold what is so today: an office that closes leaves them
            yield from _gone(path, "id", values(before, "id"), [*values(after, "id"), *renamed])
    elif path.endswith(".sqlite"):
        yield from compare_tables(path, before, after)
    elif path.endswith(".parquet"):
        yield from compare_columns(path, column_types(before), column_types(after))
    elif path.endswith(".rdf"):
        yield from _names(path, before, after)


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


def _columns(path: str, before: bytes, after: bytes) -> Iterator[Difference]:
    was, now = dialect(before), dialect(after)
    if was != now:
        yield breaking(path, "", Text(f"tecknen var {was} och är {now}", f"the marks were {was} and are {now}"))
    yield from compare_order(path, heading(before), heading(after))


def _names(path: str, before: bytes, after: bytes) -> Iterator[Difference]:
    """A catalogue is known by the names of the things in it: a portal takes another name for another thing."""
    yield from _gone(path, "rdf:about", *(_NAMED.findall(data.decode("utf-8", "replace")) for data in (before, after)))


def _gone(path: str, place: str, before: Iterable[object], after: Iterable[object]) -> Iterator[Difference]:
    there = {*after}
    gone = [str(ident) for ident in before if ident not in there]
    if gone:
        some = ", ".join(gone[:_MANY]) + (" …" if len(gone) > _MANY else "")
        yield breaking(
            path,
            place,
            Text(
                f"{len(gone)} id är borta: {some}",
                f"{len(gone)} {'id is' if len(gone) == 1 else 'ids are'} gone: {some}",
            ),
        )


def _ids(path: str, before: Tree, after: Tree, renamed: Sequence[object]) -> Iterator[Difference]:
    """Whatever was published under an id is there still: `offices/<id>.json` is told by its address."""
    for name, key in _IDS.items():
        was, now = ([item.get(key) for item in _items(tree.get(name))] for tree in (before, after))
        yield from _gone(path, f"/{name}", was, [*now, *renamed])


def _renamed(one: Published) -> Sequence[object]:
    """The former ids of offices that go by another now; their addresses stay."""
    data = one.read(GUARDED)
    told = _items(_tree(GUARDED, data).get("tombstones")) if data is not None else []
    return [item.get("id") for item in told if item.get("reason") == "renamed"]


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
