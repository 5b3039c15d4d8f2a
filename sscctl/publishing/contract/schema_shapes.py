"""Two sets of JSON Schemas (draft 2020-12), compared as a reader of the data meets them.

A reader relies on what a schema promises: that a field is there, of which type it is, which codes it can hold. So each
promise that is dropped or changed breaks them; a field, a file or a code more does not. What the data themselves do
with the freedom that a schema gives is told by `data_shapes`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sscctl.errors import Integrity
from sscctl.publishing.contract.difference import Difference, additive, breaking
from sscctl.text import Text

Schema = Mapping[str, object]

_WORDS = frozenset({"title", "description", "$comment", "examples", "default", "deprecated", "$schema", "$id"})
_HANDLED = frozenset(
    {"$ref", "$defs", "properties", "required", "items", "enum", "type", "additionalProperties", "propertyNames"}
)
_LIMITS = {
    "minimum": 1, "exclusiveMinimum": 1, "minLength": 1, "minItems": 1, "minProperties": 1,
    "maximum": -1, "exclusiveMaximum": -1, "maxLength": -1, "maxItems": -1, "maxProperties": -1,
}  # fmt: skip
"""The keywords of a limit, with the direction in which it promises more."""


@dataclass(frozen=True, slots=True)
class _Side:
    """The schemas of one edition, by file name."""

    trees: Mapping[str, Schema]

    def resolved(self, name: str, schema: Schema) -> tuple[str, Schema]:
        """The schema with what it refers to taken in, and the file that it then stands in."""
        seen = 0
        while isinstance(reference := schema.get("$ref"), str):
            file, _, pointer = reference.partition("#")
            name = file or name
            found: object = self.trees.get(name, {})
            for step in pointer.split("/")[1:]:
                found = found.get(step.replace("~1", "/").replace("~0", "~"), {}) if isinstance(found, dict) else {}
            schema = {**_mapping(found), **{key: value for key, value in schema.items() if key != "$ref"}}
            seen += 1
            if seen > 20:
                raise _unreadable(name)
        return name, schema


def compare_schemas(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[Difference]:
    """Yield what differs between the schemas of two editions (file name to content), each difference once.

    Raises `Integrity` (exit 7) for a schema that is no JSON object.
    """
    sides = _Side(_read(before)), _Side(_read(after))
    told: set[Difference] = set()
    for name, schema in sides[0].trees.items():
        if name not in sides[1].trees:
            yield breaking(f"schema/{name}", "", Text("schemat finns inte längre", "the schema is gone"))
        elif not name.startswith("common."):  # what is common is met where it is referred to
            for found in _Comparison(sides, name).differences("", schema, sides[1].trees[name]):
                if found not in told:
                    told.add(found)
                    yield found
    for name in sorted(sides[1].trees.keys() - sides[0].trees.keys()):
        yield additive(f"schema/{name}", "", Text("schemat är nytt", "the schema is new"))


class _Comparison:
    """One schema in its two versions, walked from its root."""

    def __init__(self, sides: tuple[_Side, _Side], name: str) -> None:
        self._sides = sides
        self._path = f"schema/{name}"
        self._names = (name, name)
        self._seen: set[tuple[str, str]] = set()

    def differences(self, place: str, before: Schema, after: Schema) -> Iterator[Difference]:
        key = (json.dumps([self._names[0], before]), json.dumps([self._names[1], after]))
        if key in self._seen:
            return
        self._seen.add(key)
        outer = self._names
        first, before = self._sides[0].resolved(outer[0], before)
        second, after = self._sides[1].resolved(outer[1], after)
        self._names = (first, second)
        yield from self._fields(place, before, after)
        yield from self._promises(place, before, after)
        for step in ("items", "additionalProperties", "propertyNames"):
            was, now = before.get(step), after.get(step)
            if isinstance(was, Mapping) and isinstance(now, Mapping):
                yield from self.differences(f"{place}/*", was, now)
            elif isinstance(was, Mapping):
                said = Text("inget sägs längre om det som finns i", "nothing is said any more of what is in it")
                yield breaking(self._path, f"{place}/*", said)
            elif isinstance(now, Mapping):
                said = Text("något sägs nu om det som finns i", "something is now said of what is in it")
                yield additive(self._path, f"{place}/*", said)
        self._names = outer

    def _fields(self, place: str, before: Schema, after: Schema) -> Iterator[Difference]:
        old, new = _mapping(before.get("properties")), _mapping(after.get("properties"))
        needed = [set(_texts(schema.get("required"))) for schema in (before, after)]
        for field, schema in old.items():
            where = f"{place}/{field}"
            if field not in new:
                yield breaking(self._path, where, Text("fältet finns inte längre", "the field is gone"))
                continue
            if field in needed[0] - needed[1]:
                message = Text(
                    "fältet fanns alltid och kan nu saknas", "the field was always there and can now be missing"
                )
                yield breaking(self._path, where, message)
            yield from self.differences(where, _mapping(schema), _mapping(new[field]))
        for field in new.keys() - old.keys():
            yield additive(self._path, f"{place}/{field}", Text("fältet är nytt", "the field is new"))
        for field in sorted((needed[1] - needed[0]) & old.keys()):
            message = Text(
                "fältet kunde saknas och finns nu alltid", "the field could be missing and is now always there"
            )
            yield additive(self._path, f"{place}/{field}", message)

    def _promises(self, place: str, before: Schema, after: Schema) -> Iterator[Difference]:
        old, new = (set(_texts(schema.get("type"))) for schema in (before, after))
        if old != new:
            said = Text(
                f"typen var {_listed(old)} och är {_listed(new)}", f"the type was {_listed(old)} and is {_listed(new)}"
            )
            yield breaking(self._path, place, said)
        yield from self._codes(place, before.get("enum"), after.get("enum"))
        for keyword in sorted((before.keys() | after.keys()) - _WORDS - _HANDLED):
            if before.get(keyword) == after.get(keyword) or keyword.startswith("x-"):
                continue
            yield self._keyword(place, keyword, before.get(keyword), after.get(keyword))

    def _codes(self, place: str, before: object, after: object) -> Iterator[Difference]:
        old, new = (
            [json.dumps(code, ensure_ascii=False) for code in codes] if isinstance(codes, list) else None
            for codes in (before, after)
        )
        if old is None and new is None:
            return
        if old is None or new is None:
            yield breaking(
                self._path, place, Text("listan över koder kom till eller försvann", "the list of codes came or went")
            )
            return
        for code in sorted(set(old) - set(new)):
            yield breaking(self._path, place, Text(f"koden {code} finns inte längre", f"the code {code} is gone"))
        for code in sorted(set(new) - set(old)):
            yield additive(self._path, place, Text(f"koden {code} är ny", f"the code {code} is new"))

    def _keyword(self, place: str, keyword: str, before: object, after: object) -> Difference:
        was, now = (json.dumps(value, ensure_ascii=False) for value in (before, after))
        said = Text(f"{keyword} var {was} och är {now}", f"{keyword} was {was} and is {now}")
        return (
            additive(self._path, place, said)
            if _promises_more(keyword, before, after)
            else breaking(self._path, place, said)
        )


def _promises_more(keyword: str, before: object, after: object) -> bool:
    direction = _LIMITS.get(keyword)
    if direction is None or not isinstance(after, int | float):
        return before is None and keyword in {"pattern", "format", "uniqueItems"}
    return before is None or (isinstance(before, int | float) and (after - before) * direction > 0)


def _read(files: Mapping[str, bytes]) -> dict[str, Schema]:
    trees: dict[str, Schema] = {}
    for name, data in sorted(files.items()):
        try:
            tree = json.loads(data)
        except (ValueError, RecursionError) as problem:
            raise _unreadable(name) from problem
        if not isinstance(tree, dict):
            raise _unreadable(name)
        trees[name] = tree
    return trees


def _mapping(value: object) -> Schema:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _listed(types: set[str]) -> str:
    return " | ".join(sorted(types)) or "–"


def _unreadable(name: str) -> Integrity:
    return Integrity(Text(f"schemat {name} går inte att läsa", f"the schema {name} cannot be read"))
