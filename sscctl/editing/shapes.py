"""What the schemas say of a field: its type, the fields below it, and which of them must be there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from sscctl.reading.kinds import Kind
from sscctl.reading.schemas import packaged

Schema: TypeAlias = Mapping[str, object]
"""A schema or a part of one, with what it refers to laid under it."""

_COMMON = "common.schema.json"


def at_root(kind: Kind) -> Schema:
    """The schema of a kind of document, as it came with the program."""
    return _file(f"{kind}.schema.json")


def properties_of(schema: Schema) -> Mapping[str, Schema]:
    """The fields of a mapping, by name in the schema's order."""
    found = schema.get("properties")
    return {name: _resolved(part, schema) for name, part in found.items()} if isinstance(found, dict) else {}


def field_of(schema: Schema, name: str) -> Schema | None:
    """One field of a mapping, also of one that takes any name; `None` where there is no such field."""
    every = schema.get("additionalProperties")
    return properties_of(schema).get(name) or (_resolved(every, schema) if isinstance(every, dict) else None)


def items_of(schema: Schema) -> Schema:
    """What each item of a list is."""
    found = schema.get("items")
    return _resolved(found, schema) if isinstance(found, dict) else {}


def required_of(schema: Schema) -> Sequence[str]:
    """The fields that must be there."""
    found = schema.get("required")
    return [str(name) for name in found] if isinstance(found, list) else []


def choices_of(schema: Schema) -> Sequence[str]:
    """The words that can be chosen; nothing where any can."""
    found = schema.get("enum")
    return [str(word) for word in found] if isinstance(found, list) else []


def types_of(schema: Schema) -> Sequence[str]:
    """The types a value can have, such as `string`, `boolean` or `object`."""
    found = schema.get("type")
    return [str(name) for name in found] if isinstance(found, list) else [str(found)] if found else []


def _resolved(part: Schema, within: Schema) -> Schema:
    """A part with what it refers to laid under it; `#` is the file that the part stands in."""
    home = str(within.get(_HOME, _COMMON))
    named = part.get("$ref")
    if not isinstance(named, str):
        return {**part, _HOME: home}
    file, _, way = named.partition("#")
    target: object = _file(file or home)
    for step in way.strip("/").split("/"):
        target = target[step] if isinstance(target, Mapping) else {}
    below = _resolved(target if isinstance(target, Mapping) else {}, _file(file or home))
    return {**below, **{key: value for key, value in part.items() if key != "$ref"}}


_HOME = "x-home"


@cache
def _file(name: str) -> Schema:
    tree = json.loads(packaged()[name])
    return {**tree, _HOME: name}
