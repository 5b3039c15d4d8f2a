"""What a document of the registry names exists, and what it says rests on a source."""

from __future__ import annotations

import re

import pytest

from tests.registry.files import REGISTRY, of_kind, texts, trees, values

EVERY_DOCUMENT = pytest.mark.parametrize("path", texts())

KEYS = {
    "agency": ("agency", "publisher", "performer", "principals", "party"),
    "agreement": ("agreement", "supersedes", "superseded_by"),
    "decision": ("decision", "act", "repealed_by"),
    "office": ("offices", "successors", "predecessor"),
}
"""Kind of document to the keys under which others name it."""


@EVERY_DOCUMENT
def test_every_source_that_a_fact_names_is_listed(path: str) -> None:
    tree = trees()[path]
    assert set(values(tree, "source")) <= set(tree["sources"])


@EVERY_DOCUMENT
def test_every_document_has_a_source_and_every_source_a_place_and_a_day(path: str) -> None:
    sources = trees()[path]["sources"]
    assert sources
    assert all(
        ("url" in one or "document" in one) and ("date" in one or "retrieved" in one) for one in sources.values()
    )


@EVERY_DOCUMENT
@pytest.mark.parametrize("kind", KEYS)
def test_every_id_that_is_named_exists(path: str, kind: str) -> None:
    known = set(of_kind(kind))
    named = {
        name
        for key in KEYS[kind]
        for name in values(trees()[path], key)
        if isinstance(name, str)  # the number of offices stands under `offices` as well
    }
    assert named <= known


@EVERY_DOCUMENT
def test_every_municipality_is_one_of_the_290(path: str) -> None:
    rows = (REGISTRY / "reference/municipalities.csv").read_text("utf-8").splitlines()[1:]
    named = {
        code for code in values(trees()[path], "municipality", "municipalities") if re.fullmatch("[0-9]{4}", str(code))
    }
    assert named <= {row[:4] for row in rows}


@EVERY_DOCUMENT
def test_every_service_is_one_of_its_agency(path: str) -> None:
    for offered in trees()[path].get("services", []):
        if "service" in offered:
            assert offered["service"] in {one["id"] for one in of_kind("agency")[offered["agency"]]["services"]}


FUNCTIONAL = {"registrator.kansli@polisen.se"}
"""Addresses of the form first.last that belong to a function."""


@EVERY_DOCUMENT
def test_nothing_points_at_a_person(path: str) -> None:
    text = texts()[path]
    assert set(re.findall(r"[\w-]+\.[\w-]+@[\w.-]+", text)) <= FUNCTIONAL
    assert not re.search(r"\+467[02369][0-9]{7}", text), "a mobile number"
    assert not re.search(r"\b(19|20)?[0-9]{6}[-+][0-9]{4}\b", re.sub(r'organisation_number: "[0-9-]+"', "", text))
