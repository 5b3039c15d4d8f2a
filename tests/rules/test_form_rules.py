"""SSC003, SSC004 and SSC010: what a document is called, and where its facts come from."""

from __future__ import annotations

import pytest

from sscctl.domain.finding import Pointer
from tests.base_registry import OFFICE_PATH, Tree
from tests.rules.judging import Changes, findings


def found(code: str, changes: Changes) -> list[tuple[str, str, str]]:
    """Path, severity and message of what a rule finds."""
    return [(one.path, one.severity.value, one.message.en) for one in findings(changes) if one.code == code]


class TestIds:
    def test_the_id_is_the_name_of_the_file(self) -> None:
        assert found("SSC003", {"agencies/skatteverket.yaml": {"id": "skattverket"}}) == [
            ("agencies/skatteverket.yaml", "error", "the id is skattverket, but the file is skatteverket.yaml")
        ]

    def test_folders_mean_nothing(self) -> None:
        assert found("SSC003", {"offices/stockholm/exempelby.yaml": {}}) == []

    def test_an_id_is_used_once_among_offices(self) -> None:
        assert found("SSC004", {"offices/stockholm/exempelstad-torget.yaml": {}}) == [
            (
                OFFICE_PATH,
                "error",
                "the id exempelstad-torget is also that of offices/stockholm/exempelstad-torget.yaml",
            ),
            (
                "offices/stockholm/exempelstad-torget.yaml",
                "error",
                f"the id exempelstad-torget is also that of {OFFICE_PATH}",
            ),
        ]

    def test_an_office_and_an_agreement_may_have_the_same_id(self) -> None:
        assert found("SSC004", {"offices/takeover-2019.yaml": {}}) == []

    def test_the_id_of_a_closed_office_is_spent(self) -> None:
        closed = [{"event": "closed", "on": "2020-06-30"}]
        said = [
            message
            for _, _, message in found(
                "SSC004",
                {"offices/a/kista.yaml": {"lifecycle": closed}, "offices/b/kista.yaml": {}},
            )
        ]
        assert said == [
            "the id kista is also that of offices/b/kista.yaml",
            "the id kista was used by an office that has closed: offices/a/kista.yaml",
        ]

    @pytest.mark.parametrize("twin", ["exempelstad-t0rget", "exempe1stad-torget", "exempelstadtorget"])
    def test_ids_that_look_the_same_are_warned_of(self, twin: str) -> None:
        first, second = sorted(("exempelstad-torget", twin))
        assert found("SSC004", {f"offices/{twin}.yaml": {}}) == [
            (f"offices/{first}.yaml", "warning", f"the id {first} looks like {second}"),
            (f"offices/{second}.yaml", "warning", f"the id {second} looks like {first}"),
        ]

    @pytest.mark.parametrize("other", ["exempelstad-torg", "exempelstad-torget-2", "exempelstad-torget-3"])
    def test_ids_that_can_be_told_apart_are_not(self, other: str) -> None:
        assert found("SSC004", {f"offices/{other}.yaml": {}}) == []


WEB = {"url": "https://exempel.se", "date": "2026"}

SOURCES: dict[str, tuple[Tree, list[tuple[Pointer, str]]]] = {
    "an address": ({"sources": {"page": WEB}}, []),
    "a document": ({"sources": {"page": {"document": "EX 2026-1", "retrieved": "2026-01-01"}}}, []),
    "none at all": ({"sources": {}}, [(("sources",), "error")]),
    "only a title": ({"sources": {"page": {"title": "Torget", "date": "2026"}}}, [(("sources",), "error")]),
    "one of two is only a title": (
        {"sources": {"page": WEB, "other": {"title": "Torget"}}},
        [(("sources", "other"), "warning")],
    ),
    "no date": ({"sources": {"page": {"url": "https://exempel.se"}}}, [(("sources",), "note")]),
    "one date among several": ({"sources": {"page": WEB, "more": {"url": "https://exempel.se/b"}}}, []),
    "a fact names one that is not there": (
        {"remarks": [{"text": {"sv": "Ett", "en": "One"}, "source": ["page", "pgae"]}]},
        [(("remarks", 0, "source"), "error")],
    ),
    "a position names one that is not there": (
        {"addresses": [{"position": {"latitude": 59.3, "longitude": 18.1, "precision": "town", "source": "map"}}]},
        [(("addresses", 0, "position", "source"), "error")],
    ),
}


@pytest.mark.parametrize(("replacing", "expected"), SOURCES.values(), ids=SOURCES)
def test_what_is_told_can_be_looked_up(replacing: Tree, expected: list[tuple[Pointer, str]]) -> None:
    told = [one for one in findings({OFFICE_PATH: replacing}) if one.code == "SSC010"]
    assert [(one.pointer, one.severity.value) for one in told] == expected


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        ("network.yaml", {"counts": [{"on": "2026", "offices": 1, "source": "gone"}]}),
        ("agreements/takeover-2019.yaml", {"ended": {"on": "2026-01-01", "source": "gone"}}),
        ("agencies/skatteverket.yaml", {"phones": [{"number": "+46771567567", "source": "gone"}]}),
    ],
    ids=["a count", "an ending", "a number"],
)
def test_other_documents_name_their_sources_too(path: str, facts: Tree) -> None:
    said = [message for _, _, message in found("SSC010", {path: facts})]
    assert said == ["the source gone is not among the document's sources"]


def test_the_registry_itself_may_be_without_sources() -> None:
    assert found("SSC010", {"registry.yaml": {"sources": None}}) == []
