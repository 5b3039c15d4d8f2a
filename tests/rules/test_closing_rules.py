"""SSC304–SSC307: by which decision an office closes, who takes it, who is heard, and when."""

from __future__ import annotations

import pytest

from sscctl.domain.finding import Severity
from tests.rules.judging import findings, of_office
from tests.rules.lives import events

OPENED = "opened 2021-11-01"
OWN = "decision=ssc-exempelbeslut-2021"

DECISIONS = {
    "SSC304 a decision with a body": (f"closing_decided 2026-10-15 {OWN}", []),
    "SSC304 no decision": ("closing_decided 2026-10-15", ["the closing is decided, but by no decision"]),
    "SSC304 a decision that the registry lacks": (
        "closing_decided 2026-10-15 decision=nowhere",
        ["there is no decision nowhere"],
    ),
    "SSC304 a closing that was only reported": ("closed 2026-10-15", []),
    "SSC306 the decision says who was heard": (f"closing_decided 2026-10-15 {OWN}", []),
    "SSC306 the event says who was heard": ("closing_decided 2026-10-15 consulted=municipality", []),
    "SSC306 nobody was heard": (
        "closing_decided 2026-10-15",
        ["the closing was decided on 2026-10-15, but nobody is noted as heard"],
    ),
    "SSC306 decided before 2025": ("closing_decided 2024", []),
    "SSC307 closed before the decision": (
        "closing_decided 2025-04-10 last_day=2025-03-24",
        ["the closing was decided on 2025-04-10, but the office had closed on 2025-03-25"],
    ),
    "SSC307 the last day is the day of the decision": ("closing_decided 2025-04-10 last_day=2025-04-10", []),
    "SSC307 closed in the month of the decision": ("closed 2025-04|closing_decided 2025-04-10", []),
    "SSC307 an earlier life had closed": ("closed 2022|reopened 2023|closing_decided 2025-04-10", []),
}


@pytest.mark.parametrize(
    ("code", "life", "expected"), [pytest.param(name[:6], *row, id=name) for name, row in DECISIONS.items()]
)
def test_a_closing(code: str, life: str, expected: list[str]) -> None:
    found = of_office(code, lifecycle=events(OPENED, *life.split("|")))
    assert [one.message.en for one in found] == expected


def test_a_decision_that_the_registry_lacks_is_an_error_wherever_it_is_named() -> None:
    (found,) = of_office("SSC304", lifecycle=events("opened 2021-11-01 decision=nowhere"))
    assert found.severity is Severity.ERROR
    assert found.pointer == ("lifecycle", 0, "decision")


def test_a_decision_without_a_body_is_asked_about() -> None:
    changes: dict[str, dict[str, object]] = {
        "decisions/ssc-exempelbeslut-2021.yaml": {"body": None},
        "offices/exempelstad-torget.yaml": {"lifecycle": events(OPENED, f"closing_decided 2026-10-15 {OWN}")},
    }
    found = [one.message.en for one in findings(changes) if one.code == "SSC304"]
    assert found == ["who took ssc-exempelbeslut-2021 is not recorded"]


BY_THE_DIRECTOR = f"closing_decided 2026-10-15 last_day=2027-03-31 {OWN} body=director_general"
BY_THE_BOARD = f"closing_decided 2026-10-15 last_day=2027-03-31 {OWN} body=board"

NEIGHBOURS = {
    "no other office": (BY_THE_DIRECTOR, "", True),
    "by the board": (BY_THE_BOARD, "", False),
    "another that is open": (BY_THE_DIRECTOR, "opened 2022", False),
    "another that is closed for a time": (BY_THE_DIRECTOR, "opened 2022|suspended 2026", False),
    "another that closed earlier": (BY_THE_DIRECTOR, "opened 2022|closed 2025", True),
    "another that closes on the same day": (BY_THE_DIRECTOR, f"opened 2022|{BY_THE_BOARD}", True),
    "another that closes the day after": (BY_THE_DIRECTOR, "opened 2022|closed 2027-04-02", False),
    "another that is only planned": (BY_THE_DIRECTOR, "planned 2026", True),
    "another that opens later": (BY_THE_DIRECTOR, "opened 2027-06-01", True),
    "another of which nothing is known": (BY_THE_DIRECTOR, "moved 2022", False),
    "another that may have closed": (BY_THE_DIRECTOR, "opened 2022|closed 2027", False),
}


@pytest.mark.parametrize(("closing", "other", "wrong"), NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_the_director_general_closes_no_last_office(closing: str, other: str, wrong: bool) -> None:
    changes: dict[str, dict[str, object]] = {
        "offices/exempelstad-torget.yaml": {"lifecycle": events(OPENED, closing)},
        "offices/elsewhere.yaml": {"municipality": "1280", "lifecycle": events("opened 2021")},
    }
    if other:
        changes["offices/hamnen.yaml"] = {"lifecycle": events(*other.split("|"))}
    found = [one for one in findings(changes) if one.code == "SSC305"]
    assert [(one.path, one.pointer) for one in found] == [
        ("offices/exempelstad-torget.yaml", ("lifecycle", 1, "body"))
    ] * wrong


def test_who_decides_is_asked_only_since_the_practice_is_known() -> None:
    practice = {"id": "closure-authority", "rule": {"sv": "Styrelsen", "en": "The board"}, "since": "2026-11-01"}
    changes: dict[str, dict[str, object]] = {
        "offices/exempelstad-torget.yaml": {"lifecycle": events(OPENED, BY_THE_DIRECTOR)},
        "network.yaml": {"practices": [practice]},
    }
    assert not [one for one in findings(changes) if one.code == "SSC305"]
