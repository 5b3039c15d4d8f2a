"""The published schemas, made strict: readers shall bear fields they do not know, we publish none."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from sscctl.publishing.published_schemas import contract_schemas


def _closed(schema: object) -> object:
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items()}
    if isinstance(closed.get("type"), str | list) and "properties" in closed:
        closed.setdefault("additionalProperties", False)
    return closed


TREES: Mapping[str, Any] = {name: json.loads(data) for name, data in contract_schemas().items()}
_STRICT: Mapping[str, Any] = {name: _closed(tree) for name, tree in TREES.items()}
_REGISTRY: Registry[Any] = Registry().with_resources(
    (name, DRAFT202012.create_resource(tree)) for name, tree in _STRICT.items()
)


def schema_of(path: str) -> str | None:
    """The schema that a published file keeps; `None` for one that other standards describe."""
    if path.startswith("offices/") and path.endswith(".json"):
        return "office.schema.json"
    if (
        path.startswith(("schema/", "hsds/", "changes."))
        or not path.endswith((".json", ".geojson"))
        or path.endswith("-metadata.json")
    ):
        return None
    return f"{path.removesuffix('.json')}.schema.json"


def objections(path: str, data: bytes) -> Iterator[str]:
    """What is wrong with a published file."""
    name = schema_of(path)
    assert name
    for error in Draft202012Validator(_STRICT[name], registry=_REGISTRY).iter_errors(json.loads(data)):
        yield f"{path} {'/'.join(map(str, error.absolute_path))}: {error.message}"
