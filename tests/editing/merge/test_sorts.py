"""Every list that a schema knows is merged entry by entry, or is known to be a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from sscctl.editing.merge.sorts import SORTS, Fields, Keyed, Names, Records, Sort, Whole
from sscctl.reading.kinds import Kind
from tests.architecture.code import ROOT

WHOLES = {"hours", "nth", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "position", "role", "ended"}
"""What is merged as a whole though there are lists in it: the hours of one day, weeks of a month, one statement."""

SCHEMAS = {file.name: json.loads(file.read_text("utf-8")) for file in (ROOT / "schemas").glob("*.schema.json")}


def resolved(schema: dict[str, Any], name: str) -> tuple[dict[str, Any], str]:
    while "$ref" in schema and not {"properties", "items"} & schema.keys():
        file, _, pointer = schema["$ref"].partition("#")
        name = file or name
        schema = SCHEMAS[name]
        for step in pointer.split("/")[1:]:
            schema = schema[step]
    return schema, name


def lists(schema: dict[str, Any], name: str, sort: Sort, way: str) -> Iterator[tuple[str, dict[str, Any], Sort]]:
    """Yield every list below a schema, with how it is merged."""
    schema, name = resolved(schema, name)
    if "items" in schema:
        yield way, resolved(schema["items"], name)[0], sort
        if isinstance(sort, Records):
            yield from lists(schema["items"], name, sort.each, way)
    elif isinstance(sort, Keyed):
        yield from lists(schema["additionalProperties"], name, sort.each, way)
    for key, below in schema.get("properties", {}).items():
        if key in WHOLES:
            continue
        under = sort.under(key) if isinstance(sort, Fields) else Whole()
        yield from lists(below, name, under, f"{way}/{key}")


EVERY = [
    found for kind in Kind for found in lists(SCHEMAS[f"{kind}.schema.json"], f"{kind}.schema.json", SORTS[kind], kind)
]


@pytest.mark.parametrize(("way", "item", "sort"), EVERY, ids=[way for way, _, _ in EVERY])
def test_a_list_is_merged_entry_by_entry(way: str, item: dict[str, Any], sort: Sort) -> None:
    if "properties" in item:
        assert isinstance(sort, Records)
        assert {*sort.by, *sort.or_by} <= item["properties"].keys()
        assert sort.each.below.keys() <= item["properties"].keys()
        assert {key for keys in sort.each.together for key in keys} <= item["properties"].keys()
    else:
        assert isinstance(sort, Names)


@pytest.mark.parametrize("kind", Kind)
def test_no_key_is_merged_that_no_schema_knows(kind: Kind) -> None:
    assert SORTS[kind].below.keys() <= SCHEMAS[f"{kind}.schema.json"]["properties"].keys()
