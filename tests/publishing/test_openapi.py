"""The description of the files as an interface is valid, whole, and true of every file."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from sscctl.publishing.openapi import PATH
from sscctl.publishing.press import Print, make
from tests.publishing.contract import schema_of
from tests.publishing.editions import edition, files


@cache
def printed() -> Print:
    return make(edition(base_url="https://exempel.se/data"))


def described(made: Print) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(made.data(PATH))
    return tree


def path_of(path: str) -> str:
    return "/" + re.sub(r"^(offices|hours)/[a-z0-9-]+\.", r"\1/{id}.", path)


def test_a_validator_of_openapi_accepts_it() -> None:
    validate(described(printed()))
    validate(described(make(edition())))


def test_it_is_yaml_as_its_name_says() -> None:
    assert yaml.safe_load(printed().data(PATH)) == described(printed())


def test_every_file_but_schemas_and_itself_is_described_with_its_media_type() -> None:
    paths = described(printed())["paths"]
    listed = {one.path: one.media_type for one in printed().artefacts if not one.path.startswith("schema/")}
    assert listed.pop(PATH) == "application/yaml"
    assert set(paths) == {path_of(path) for path in listed}
    for path, media_type in listed.items():
        content = paths[path_of(path)]["get"]["responses"]["200"]["content"]
        assert list(content) == [media_type.partition(";")[0]], path


@pytest.mark.parametrize("path", [path for path in files(printed()) if schema_of(path)])
def test_what_it_says_of_a_file_is_true(path: str) -> None:
    tree = described(printed())
    content = tree["paths"][path_of(path)]["get"]["responses"]["200"]["content"]
    [body] = content.values()
    name = body["schema"]["$ref"].removeprefix("#/components/schemas/")
    schema = {"$ref": f"#/components/schemas/{name}", "components": tree["components"]}
    assert [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(printed().data(path)))] == []


def test_every_operation_says_in_both_languages_what_it_gives() -> None:
    told = [item["get"]["summary"] for item in described(printed())["paths"].values()]
    assert len(told) == len({*told})
    for summary in told:
        assert re.fullmatch(r"[A-ZÅÄÖ][^/]+ / [A-Z][^/]+", summary), summary


def test_it_says_whom_to_ask_under_which_licence_and_what_is_not_known() -> None:
    about = described(printed())["info"]
    assert about["contact"] == {"name": "Statens servicecenter", "url": "https://www.statensservicecenter.se"}
    assert about["license"]["name"] == "CC0 1.0"
    assert "okänt" in about["description"]
    assert "unknown" in about["description"]
