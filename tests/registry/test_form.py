"""Every document of the registry reads without a fault, passes its schema and stands in canonical form."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from sscctl.editing.canonical import render, schema_line
from sscctl.reading.kinds import kind_of
from sscctl.reading.yaml12 import parse
from tests.architecture.code import ROOT
from tests.registry.files import texts, trees

SCHEMAS = {file.name: json.loads(file.read_text("utf-8")) for file in (ROOT / "schemas").glob("*.schema.json")}
CLOSED = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())

EVERY_DOCUMENT = pytest.mark.parametrize("path", texts())


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@EVERY_DOCUMENT
def test_a_document_reads_without_fault_and_passes_its_schema(path: str) -> None:
    assert not parse(texts()[path].encode()).faults
    schema = SCHEMAS[f"{kind_of(path)}.schema.json"]
    errors = Draft202012Validator(schema, registry=CLOSED).iter_errors(dict(trees()[path]))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@EVERY_DOCUMENT
def test_a_document_is_canonical_but_for_its_comments(path: str) -> None:
    first, *lines = texts()[path].splitlines(keepends=True)
    bare = first + "".join(line for line in lines if not line.lstrip().startswith("#"))
    kind = str(kind_of(path))
    assert bare == render(trees()[path], kind, schema_line(kind, path))


@EVERY_DOCUMENT
def test_a_document_is_named_by_its_id(path: str) -> None:
    if "/" in path:
        assert path.endswith(f"/{trees()[path]['id']}.yaml")


@EVERY_DOCUMENT
def test_a_line_is_only_as_long_as_an_address_makes_it(path: str) -> None:
    assert [line for line in texts()[path].splitlines() if len(line) > 100 and "http" not in line] == []
