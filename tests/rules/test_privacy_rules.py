"""SSC701–SSC706: persons, English names, attributions and counts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import TODAY
from tests.rules.judging import Changes, findings, of_office

MOBILE = {"sv": "Ring 070-123 45 67", "en": "Call 070-123 45 67"}


@pytest.mark.parametrize(
    ("keys", "pointers"),
    [
        pytest.param({"remarks": [{"text": MOBILE}]}, ["remarks/0/text/sv", "remarks/0/text/en"], id="a remark"),
        pytest.param({"contact": {"phone": "+46701234567"}}, ["contact/phone"], id="the office's telephone"),
        pytest.param(
            {"addresses": [{"valid_from": "2021-11-01", "directions": MOBILE}]},
            ["addresses/0/directions/sv", "addresses/0/directions/en"],
            id="directions",
        ),
        pytest.param(
            {"opening_hours": [{"valid_from": "2021-11-01", "weekly": {}, "note": MOBILE}]},
            ["opening_hours/0/note/sv", "opening_hours/0/note/en"],
            id="a note on hours",
        ),
        pytest.param(
            {"deviations": [{"on": "2026-12-23", "hours": [], "reason": MOBILE}]},
            ["deviations/0/reason/sv", "deviations/0/reason/en"],
            id="the reason of a deviation",
        ),
        pytest.param(
            {"co_locations": [{"other": "Anna, 0701234567", "status": "active"}]},
            ["co_locations/0/other"],
            id="another body",
        ),
        pytest.param(
            {"sources": {"page": {"document": "Samtal 811228-9874", "date": "2026-10-01"}}},
            ["sources/page/document"],
            id="a source",
        ),
        pytest.param(
            {"sources": {"page": {"url": "https://exempel.se/811228-9874", "date": "2026-10-01"}}},
            [],
            id="digits of a web address mean something else",
        ),
        pytest.param({"contact": {"phone": "+46771456000"}}, [], id="a number of the agency's"),
    ],
)
def test_personal_data_of_an_office(keys: dict[str, object], pointers: list[str]) -> None:
    assert ["/".join(map(str, one.pointer)) for one in of_office("SSC701", TODAY, **keys)] == pointers


@pytest.mark.parametrize(
    ("path", "keys", "pointer"),
    [
        pytest.param(
            "agencies/skatteverket.yaml", {"phones": [{"number": "+46701234567"}]}, "phones/0/number", id="an agency"
        ),
        pytest.param("agreements/takeover-2019.yaml", {"note": {**MOBILE, "en": "-"}}, "note/sv", id="an agreement"),
        pytest.param(
            "decisions/sfs-2019-212.yaml", {"title": {"sv": "Lag 811228-9874"}}, "title/sv", id="a decision's title"
        ),
        pytest.param(
            "network.yaml",
            {"practices": [{"id": "a", "rule": {**MOBILE, "en": "-"}}]},
            "practices/0/rule/sv",
            id="the network's tables",
        ),
        pytest.param("registry.yaml", {"description": {**MOBILE, "en": "-"}}, "description/sv", id="the settings"),
    ],
)
def test_personal_data_elsewhere(path: str, keys: dict[str, object], pointer: str) -> None:
    found = [one for one in findings({path: keys}) if one.code == "SSC701"]
    assert [(one.path, "/".join(map(str, one.pointer))) for one in found] == [(path, pointer)]


def test_a_number_is_not_repeated_in_full() -> None:
    [found] = of_office("SSC701", remarks=[{"text": {"sv": "Se 19811228-9874", "en": "-"}}])
    assert found.message.en == "personal identity number: 19811228-****"
    assert "9874" not in found.message.sv


@pytest.mark.parametrize(
    ("path", "keys", "pointer"),
    [
        pytest.param(
            "offices/exempelstad-torget.yaml",
            {"contact": {"email": "anna.exempelsson@exempel.se"}},
            "contact/email",
            id="an office's",
        ),
        pytest.param("agencies/skatteverket.yaml", {"email": "anna.exempelsson@exempel.se"}, "email", id="an agency's"),
    ],
)
def test_a_personal_email(path: str, keys: dict[str, object], pointer: str) -> None:
    found = [one for one in findings({path: keys}) if one.code == "SSC702"]
    assert [(one.path, "/".join(map(str, one.pointer))) for one in found] == [(path, pointer)]


@pytest.mark.parametrize(
    ("name", "is_missing"),
    [({"sv": "Skatteverket"}, True), ({"sv": "Skatteverket", "en": "Swedish Tax Agency"}, False)],
)
def test_the_english_name_of_an_agency(name: dict[str, str], is_missing: bool) -> None:
    found = [one.path for one in findings({"agencies/skatteverket.yaml": {"name": name}}) if one.code == "SSC704"]
    assert found == (["agencies/skatteverket.yaml"] if is_missing else [])


def line(text: str, licence: str) -> dict[str, str]:
    return {"text": text, "licence": licence, "url": "https://www.geonames.org/", "concerns": "points"}


@pytest.mark.parametrize(
    ("attributions", "message"),
    [
        pytest.param([line("GeoNames (geonames.org), CC BY 4.0", "CC BY 4.0")], None, id="both named"),
        pytest.param([line("Points: GeoNames", "https://creativecommons.org/licenses/by/4.0/")], None, id="by address"),
        pytest.param([line("Points: GeoNames", "free")], "the line on GeoNames lacks the licence", id="no licence"),
        pytest.param(
            [{**line("Boundaries: SCB", "CC BY 4.0"), "url": "https://scb.se/"}],
            "GeoNames is not named among the attributions",
            id="somebody else's licence",
        ),
        pytest.param([], "GeoNames is not named among the attributions", id="nobody named"),
    ],
)
def test_geonames_is_named(attributions: list[dict[str, str]], message: str | None) -> None:
    found = [one for one in findings({"registry.yaml": {"attributions": attributions}}) if one.code == "SSC705"]
    assert [one.message.en for one in found] == ([message] if message else [])


CLOSED = [{"event": "closed", "on": "2025-05-30"}]


@pytest.mark.parametrize(
    ("counts", "keys", "message"),
    [
        pytest.param([{"on": "2026-10-01", "offices": 4}], {}, None, id="three more are near enough"),
        pytest.param(
            [{"on": "2026-10-01", "offices": 5}],
            {},
            "the registry has 1 open offices on 2026-11-22, but 5 were counted on 2026-10-01",
            id="four more are not",
        ),
        pytest.param(
            [{"on": "2026-10", "offices": 5}, {"on": "2026", "offices": 1}],
            {},
            "the registry has 1 open offices on 2026-11-22, but 5 were counted on 2026-10",
            id="a count of a month is later than one of its year",
        ),
        pytest.param(
            [{"on": "2026-10-01", "offices": 5}, {"on": "2026-11-01", "offices": 1}], {}, None, id="the last counts"
        ),
        pytest.param([{"on": "2026-12-01", "offices": 5}], {}, None, id="a count of a day to come"),
        pytest.param([{"on": "2026-10-01", "offices": 5, "scope": "Skåne"}], {}, None, id="a count of a part"),
        pytest.param([{"on": "2026-10-01", "planned": 5}], {}, None, id="a plan is no count"),
        pytest.param([], {}, None, id="no count"),
        pytest.param(
            [{"on": "2026-10-01", "offices": 5}],
            {"lifecycle": CLOSED},
            "the registry has 0 open offices on 2026-11-22, but 5 were counted on 2026-10-01",
            id="no open office at all",
        ),
    ],
)
def test_the_count_of_open_offices(
    counts: list[dict[str, object]], keys: dict[str, object], message: str | None
) -> None:
    changes: Changes = {"network.yaml": {"counts": counts}, "offices/exempelstad-torget.yaml": keys}
    found = [one for one in findings(changes, date(2026, 11, 22)) if one.code == "SSC706"]
    assert [(one.path, one.message.en) for one in found] == ([("network.yaml", message)] if message else [])
