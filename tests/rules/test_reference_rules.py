"""SSC101–SSC103: codes and names of municipalities and counties."""

from __future__ import annotations

import pytest

from tests.rules.judging import findings, of_office

DECISION = "decisions/ssc-exempelbeslut-2021.yaml"
BOARD = "agencies/lansstyrelsen-uppsala.yaml"


@pytest.mark.parametrize(
    ("code", "town", "advice"),
    [
        pytest.param("1917", "Heby", "the municipality of the town has the code 0331", id="a code that was given up"),
        pytest.param(
            "9999", "Exempelstad", "the code must be in reference/municipalities.csv", id="a code that never was"
        ),
    ],
)
def test_an_unknown_municipality(code: str, town: str, advice: str) -> None:
    [found] = of_office("SSC101", municipality=code, town=town)
    assert found.pointer == ("municipality",)
    assert found.message.en == f"{code} is no municipality's code"
    assert found.advice
    assert found.advice.en.startswith(advice)


def test_an_unknown_municipality_as_co_location() -> None:
    shared = [{"municipality": "0180", "status": "active"}, {"municipality": "1917", "status": "active"}]
    assert [found.pointer for found in of_office("SSC101", co_locations=shared)] == [
        ("co_locations", 1, "municipality")
    ]


def test_an_unknown_municipality_in_a_decision() -> None:
    found = [one for one in findings({DECISION: {"municipalities": ["0180", "1917"]}}) if one.code == "SSC101"]
    assert [(one.path, one.pointer) for one in found] == [(DECISION, ("municipalities", 1))]


@pytest.mark.parametrize(
    ("name", "kind", "county", "message"),
    [
        pytest.param("Länsstyrelsen i Uppsala län", "county_board", "03", None, id="its own county"),
        pytest.param(
            "Länsstyrelsen i Uppsala län",
            "county_board",
            "02",
            "02 is no county's code",
            id="a code between the counties",
        ),
        pytest.param(
            "Länsstyrelsen i Uppsala län",
            "county_board",
            "19",
            "19 is Västmanlands län, not Uppsala län",
            id="the neighbours' code",
        ),
        pytest.param("Länsstyrelsen Upplandia", "county_board", "03", None, id="a name that names no county"),
        pytest.param("Exempelverket", "state_agency", "03", None, id="an agency that is no board"),
        pytest.param("Exempelverket", "state_agency", "99", "99 is no county's code", id="an agency in no county"),
    ],
)
def test_the_county_of_an_agency(name: str, kind: str, county: str, message: str | None) -> None:
    agency = {"kind": kind, "name": {"sv": name, "en": "A name"}, "county": county}
    found = [one.message.en for one in findings({BOARD: agency}) if one.code == "SSC102"]
    assert found == ([message] if message else [])


@pytest.mark.parametrize(
    ("other", "advice"),
    [
        pytest.param("Falun", 'write municipality: "2080" instead of other', id="the short name"),
        pytest.param("Falun kommun", 'write municipality: "2080" instead of other', id="with the word kommun"),
        pytest.param(
            "Malmö stad", 'write municipality: "1280" instead of other', id="a municipality that calls itself stad"
        ),
        pytest.param("Malungs kommun", 'is Malung-Sälen meant? then write municipality: "2023"', id="half of the name"),
        pytest.param("Götenborgs kommun", 'is Göteborg meant? then write municipality: "1480"', id="misspelt"),
        pytest.param("Xyzzy kommun", "the names are in reference/municipalities.csv", id="like none"),
        pytest.param("Borlänge folkbibliotek", None, id="another body in a municipality"),
        pytest.param("Region Dalarna", None, id="a region"),
    ],
)
def test_a_municipality_in_words(other: str, advice: str | None) -> None:
    found = of_office("SSC103", co_locations=[{"other": other, "status": "active"}])
    assert [one.advice.en[: len(advice or "")] for one in found if one.advice] == ([advice] if advice else [])
