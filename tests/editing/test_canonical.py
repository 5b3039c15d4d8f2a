"""The canonical form is pleasant, the same for the same content, and loses nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from sscctl.editing.canonical import WIDTH, Value, render, schema_line
from sscctl.editing.key_order import ORDER, Shape
from sscctl.reading.yaml12 import parse
from tests.architecture.code import ROOT


class Reader(yaml.SafeLoader):
    """YAML 1.1 as most programs read it, but for `on`, which is a key of ours."""


Reader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not (first in "oO" and tag.endswith(":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

EXAMPLES: dict[str, tuple[Value, str]] = {
    "keys stand in the order of the schema, unknown ones last": (
        {"zebra": 1, "name": "Kista", "id": "kista"},
        """\
        id: kista
        name: Kista
        zebra: 1
        """,
    ),
    "what other readers would misread is quoted": (
        {"id": "no", "municipality": "0180", "name": "Åmål: torget"},
        """\
        id: "no"
        name: "Åmål: torget"
        municipality: "0180"
        """,
    ),
    "an item that fits stands on one line, one with a text in two languages does not": (
        {
            "id": "a",
            "lifecycle": [
                {"source": "s", "on": "2020", "event": "opened"},
                {"event": "closed", "on": "2021-02", "note": {"en": "Closed.", "sv": "Stängt."}},
            ],
            "town": "A",
        },
        """\
        id: a
        town: A

        lifecycle:
          - {event: opened, on: "2020", source: s}
          - event: closed
            on: "2021-02"
            note: {sv: Stängt., en: Closed.}
        """,
    ),
    "weekdays run from Monday, and a closed day is an empty list": (
        {"opening_hours": [{"weekly": {"tue": [], "mon": ["10:00-12:00", "13:00-16:00"]}, "valid_from": "2023-10-02"}]},
        """\
        opening_hours:
          - valid_from: "2023-10-02"
            weekly: {mon: ["10:00-12:00", "13:00-16:00"], tue: []}
        """,
    ),
    "a group has a blank line around it": (
        {"id": "a", "sources": {"b": {"title": "B"}}, "facilities": {"wheelchair": True}, "remarks": []},
        """\
        id: a
        facilities: {wheelchair: true}
        remarks: []

        sources:
          b: {title: B}
        """,
    ),
    "a long text is folded between words": (
        {"remarks": [{"text": {"sv": " ".join(["ordet"] * 20), "en": "word"}}]},
        f"""\
        remarks:
          - text:
              sv: >-
                {" ".join(["ordet"] * 15)}
                {" ".join(["ordet"] * 5)}
              en: word
        """,
    ),
    "a text whose spaces would be lost by folding is quoted whole": (
        {"id": f"{'word ' * 20} and  two spaces"},
        f"""\
        id: "{"word " * 20} and  two spaces"
        """,
    ),
    "an empty document is an empty mapping": ({}, "{}\n"),
}


@pytest.mark.parametrize(("document", "text"), EXAMPLES.values(), ids=EXAMPLES)
def test_the_canonical_form(document: Mapping[str, Value], text: str) -> None:
    assert render(document, "office") == dedent(text)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("registry.yaml", "# yaml-language-server: $schema=../schemas/registry.schema.json"),
        ("offices/a.yaml", "# yaml-language-server: $schema=../../schemas/office.schema.json"),
        ("offices/ab/a.yaml", "# yaml-language-server: $schema=../../../schemas/office.schema.json"),
    ],
)
def test_the_first_line_tells_editors_where_the_schema_lies_from_that_file(path: str, line: str) -> None:
    kind = "office" if path.startswith("offices/") else "registry"
    assert schema_line(kind, path) == line
    assert render({"id": "a"}, "office", line) == f"{line}\nid: a\n"


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        render({"id": float("nan")}, "office")


NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1) | st.integers(-(10**9), 10**9).map(lambda number: number / 10_000)
WORDS = st.sampled_from(["ordet", "no", "0114", "10:00", "- a", "#", "å", "{b}", "", " ", "a  b", "\t", "\ufe0f", "|"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.lists(WORDS, max_size=60).map(" ".join)
KEYS = st.sampled_from([*ORDER["office"].keys, "on", "yes", "b c", "note"]) | st.text("abc: #", min_size=1, max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)


@given(st.dictionaries(KEYS, VALUES, max_size=6), st.sampled_from(sorted(ORDER)))
def test_what_is_written_reads_back_as_the_same(document: Mapping[str, Value], kind: str) -> None:
    text = render(document, kind)
    read = yaml.load(text, Reader)
    assert read == document
    assert render(read, kind) == text


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_the_reader_of_documents_reads_back_the_same(document: Mapping[str, Value]) -> None:
    parsed = parse(render(document, "office").encode())
    assume(parsed.tree is not None)  # it refuses control characters, and keys that look alike
    assert parsed.tree == document


@given(st.lists(TEXTS, max_size=4))
def test_no_line_is_longer_than_it_must_be(texts: list[str]) -> None:
    text = render({"remarks": [{"text": {"sv": text, "en": "x"}} for text in texts]}, "office")
    long = [line for line in text.splitlines() if len(line) > WIDTH]
    assert all('"' in line or " " not in line.strip() for line in long)


SCHEMAS = {file.name: json.loads(file.read_text("utf-8")) for file in (ROOT / "schemas").glob("*.schema.json")}


def keys_of(schema: Mapping[str, Any], name: str) -> tuple[Mapping[str, Any], str]:
    """Follow references and lists to the mapping that a value of the schema is or consists of."""
    if "$ref" in schema:
        file, _, path = schema["$ref"].partition("#/$defs/")
        return keys_of(SCHEMAS[file or name]["$defs"][path], file or name)
    if "items" in schema:
        return keys_of(schema["items"], name)
    return schema, name


def assert_same_order(shape: Shape, schema: Mapping[str, Any], name: str, path: str) -> None:
    schema, name = keys_of(schema, name)
    if "anyOf" in schema:
        schema = {"properties": {k: v for one in schema["anyOf"] for k, v in one.get("properties", {}).items()}}
    properties = schema.get("properties", {})
    assert shape.keys == tuple(properties), path
    for key, below in properties.items():
        assert_same_order(shape.under(key), below, name, f"{path}/{key}")
    if isinstance(schema.get("additionalProperties"), Mapping):
        assert_same_order(shape.under("*"), schema["additionalProperties"], name, f"{path}/*")


@pytest.mark.parametrize("kind", ORDER)
def test_the_order_is_that_of_the_schema(kind: str) -> None:
    name = f"{kind}.schema.json"
    assert_same_order(ORDER[kind], SCHEMAS[name], name, kind)
