"""Every text of a document is found, under the pointer it has in the file."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sscctl.reading.decode import decode
from sscctl.reading.kinds import Kind, kind_of
from sscctl.rules._texts import texts
from tests.builders import base_documents, laid_over

EVERYTHING = {
    "contact": {"phone": "+46771456000", "email": "a@exempel.se", "web": "https://exempel.se"},
    "remarks": [{"on": "2024", "text": {"sv": "A", "en": "B"}, "source": "page"}],
    "disagreements": [{"field": "name", "value": "Torg", "note": {"sv": "C", "en": "D"}, "source": "page"}],
    "co_locations": [{"other": "Bibliotek", "status": "active", "note": {"sv": "E", "en": "F"}}],
    "deviations": [{"on": "2026-12-23", "hours": [], "reason": {"sv": "G", "en": "H"}}],
    "waivers": [{"rule": "SSC207", "reason": "I", "valid_through": "2027-01-01"}],
}


def at(tree: object, pointer: tuple[str | int, ...]) -> object:
    for step in pointer:
        assert isinstance(tree, Mapping | list)
        tree = tree[step]  # type: ignore[index]  # a mapping by names, a list by numbers: the pointer knows
    return tree


@pytest.mark.parametrize("path", [*base_documents(), "everything"])
def test_each_text_stands_in_the_file_where_its_pointer_says(path: str) -> None:
    office = "offices/exempelstad-torget.yaml"
    trees = laid_over({office: EVERYTHING}) if path == "everything" else base_documents()
    path = office if path == "everything" else path
    kind = kind_of(path)
    assert kind
    document, _ = decode(kind, trees[path])
    found = texts(document)
    assert found
    for pointer, text in found:
        assert at(trees[path], pointer) == text


def test_every_word_that_a_person_wrote_is_found() -> None:
    path = "offices/exempelstad-torget.yaml"
    document, _ = decode(Kind.OFFICE, laid_over({path: EVERYTHING})[path])
    found = {text for _, text in texts(document)}
    assert {*"ABCDEFGHI", "Torg", "Bibliotek", "Torget", "Exempelgatan 1", "+46771456000", "a@exempel.se"} <= found
    assert not {"open", "2024", "page", "2026-10-01", "active", "entrance"} & found
