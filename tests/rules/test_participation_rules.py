"""SSC401–SSC407, SSC416, SSC419–SSC420: who takes part at an office, under which agreement, and when."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.domain.finding import Severity
from tests.builders import TODAY
from tests.rules.judging import findings, of_office
from tests.rules.lives import events

Facts = dict[str, object]


def part(period: str, agency: str = "skatteverket", agreement: str | None = "takeover-2019", **more: object) -> Facts:
    """An entry for `FIRST - LAST`; either may be left out."""
    since, _, last = period.partition(" - ")
    known = {"valid_from": since, "valid_through": last, "agreement": agreement}
    return {"agency": agency, **{key: value for key, value in known.items() if value}, **more}


def english(code: str, changes: dict[str, Facts], today: date = TODAY) -> list[str]:
    return [one.message.en for one in findings(changes, today) if one.code == code]


OFFICE = "offices/exempelstad-torget.yaml"
CLOSED = events("opened 2021-11-01", "closed 2025-05-31 last_day=2025-05-30")
BACK = events("opened 2021-11-01", "closed 2023-06-01", "reopened 2024-03-01")

ENTRIES: dict[str, tuple[Facts, list[str]]] = {
    "SSC401 an agency that does not exist": (
        {"participations": [part("2021-11-01", "skateverket", None)]},
        ["there is no agency skateverket"],
    ),
    "SSC401 an agreement that does not exist": (
        {"participations": [part("2021-11-01", agreement="takeover")]},
        ["there is no agreement takeover"],
    ),
    "SSC401 no agreement is a gap": ({"participations": [part("2021-11-01", agreement=None)]}, []),
    "SSC401 a service of an agency that does not exist": (
        {"services": [{"agency": "skv", "service": "id-card", "available": False}]},
        ["there is no agency skv"],
    ),
    "SSC402 within the agreement": ({"participations": [part("2021-11-01")]}, []),
    "SSC402 in the year the agreement begins": ({"participations": [part("2019")]}, []),
    "SSC402 before the agreement": (
        {"participations": [part("2018")]},
        ["begins in 2018, but takeover-2019 on 2019-06-01"],
    ),
    "SSC402 an agency that is no party": (
        {"participations": [part("2021-11-01", "migrationsverket")]},
        ["migrationsverket is no party to takeover-2019"],
    ),
    "SSC403 while the office is open": ({"participations": [part("2021-11-01")]}, []),
    "SSC403 before it opened": (
        {"participations": [part("2020")]},
        ["begins in 2020, but the office opened on 2021-11-01"],
    ),
    "SSC403 from a day when it may have been open": ({"participations": [part("2021")]}, []),
    "SSC403 through its last day": ({"lifecycle": CLOSED, "participations": [part("2021-11-01 - 2025-05-30")]}, []),
    "SSC403 longer than its last day": (
        {"lifecycle": CLOSED, "participations": [part("2021-11-01 - 2025-12-31")]},
        ["through 2025-12-31, but the office is closed then"],
    ),
    "SSC403 from a day after it closed": (
        {"lifecycle": CLOSED, "participations": [part("2026")]},
        ["begins in 2026, but the office is closed then"],
    ),
    "SSC403 without a last day though it closed": (
        {"lifecycle": CLOSED, "participations": [part("2021-11-01")]},
        ["has no last day, but the office is closed"],
    ),
    "SSC403 without a last day, and it is yet to close": (
        {"lifecycle": events("opened 2021", "closed 2027"), "participations": [part("2021-11-01")]},
        [],
    ),
    "SSC403 from the reopening": ({"lifecycle": BACK, "participations": [part("2024-03-01")]}, []),
    "SSC403 from a day between the closing and the reopening": (
        {"lifecycle": BACK, "participations": [part("2023-09")]},
        ["begins in 2023-09, but the office is closed then"],
    ),
    "SSC404 one after the other": ({"participations": [part("2021-11 - 2023-12-31"), part("2024-01-01")]}, []),
    "SSC404 both go on": (
        {"participations": [part("2021-11"), part("2024-01-01")]},
        ["skatteverket has an entry for the same days already"],
    ),
    "SSC404 both without any day": (
        {"participations": [part(""), part("")]},
        ["skatteverket has an entry for the same days already"],
    ),
    "SSC404 two agencies": ({"participations": [part("2021-11"), part("2021-11", "forsakringskassan")]}, []),
    "SSC404 the one ends in the year the other begins": (
        {"participations": [part("2021 - 2023-06-30"), part("2023")]},
        [],
    ),
    "SSC404 nobody knows when the one that ended began": (
        {"participations": [part(" - 2023-06-30"), part("2023-07-01")]},
        [],
    ),
    "SSC405 an agreement on all offices is enough": ({"participations": []}, []),
    "SSC405 nobody is needed at a closed office": ({"lifecycle": CLOSED}, []),
    "SSC406 an agreement on all offices is enough": ({"participations": []}, []),
    "SSC420 handling with access to the case system": (
        {"participations": [part("2021-11-01", level="handling")]},
        [],
    ),
    "SSC420 handling without an agreement": (
        {"participations": [part("2021-11-01", agreement=None, level="handling")]},
        ["handling for skatteverket without known access to its system"],
    ),
    "SSC420 handling that has ended": (
        {"participations": [part("2021-11-01 - 2023-12-31", agreement=None, level="handling")]},
        [],
    ),
    "SSC420 identity cards at booked visits": (
        {"services": [{"agency": "skatteverket", "service": "id-card", "available": True, "booking": "booked"}]},
        [],
    ),
    "SSC420 identity cards, and how is not said": (
        {"services": [{"agency": "skatteverket", "service": "id-card", "available": True}]},
        ["identity cards without a booked visit"],
    ),
    "SSC420 no identity cards here": (
        {"services": [{"agency": "skatteverket", "service": "id-card", "available": False}]},
        [],
    ),
}


@pytest.mark.parametrize(
    ("code", "facts", "expected"), [pytest.param(name[:6], *row, id=name) for name, row in ENTRIES.items()]
)
def test_entries_of_an_office(code: str, facts: Facts, expected: list[str]) -> None:
    assert english(code, {OFFICE: facts}) == expected


def test_a_gap_is_only_a_warning() -> None:
    (found,) = of_office("SSC403", lifecycle=CLOSED, participations=[part("2021-11-01")])
    assert found.severity is Severity.WARNING


ENDING = {
    "an entry that goes on": ("2021-11-01", ["takeover-2019 ran out on 2025-12-31"]),
    "an entry that ends with it": ("2021-11-01 - 2025-12-31", []),
    "an entry that ends later": ("2021-11-01 - 2026-06-30", ["ends on 2026-06-30, but takeover-2019 on 2025-12-31"]),
}


@pytest.mark.parametrize(
    "end", [{"valid_through": "2025-12-31"}, {"ended": {"on": "2025-12-31"}}], ids=["last", "ended"]
)
@pytest.mark.parametrize(("period", "expected"), ENDING.values(), ids=ENDING)
def test_an_entry_under_an_agreement_that_ran_out(end: Facts, period: str, expected: list[str]) -> None:
    changes: dict[str, Facts] = {"agreements/takeover-2019.yaml": end, OFFICE: {"participations": [part(period)]}}
    assert english("SSC402", changes) == expected


ABSENT: dict[str, tuple[str, list[Facts], list[str]]] = {
    "nobody": ("SSC405", [], ["the office is open, but no agency takes part"]),
    "somebody whose entry has run out": (
        "SSC405",
        [part("2021-11-01 - 2025-12-31")],
        ["the office is open, but no agency takes part"],
    ),
    "somebody": ("SSC405", [part("2021-11-01")], []),
    "nobody at all is another rule's business": ("SSC406", [], []),
    "one of the three": (
        "SSC406",
        [part("2021-11-01", agreement=None)],
        ["the office lacks Försäkringskassan, Pensionsmyndigheten"],
    ),
}


@pytest.mark.parametrize(("code", "entries", "expected"), ABSENT.values(), ids=ABSENT)
def test_who_is_absent_once_the_agreement_on_all_offices_ended(
    code: str, entries: list[Facts], expected: list[str]
) -> None:
    changes: dict[str, Facts] = {
        "agreements/takeover-2019.yaml": {"ended": {"on": "2026-06-30"}},
        OFFICE: {"participations": entries},
    }
    assert english(code, changes) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2022-11-30", []), ("2022-12-01", ["the office lacks Arbetsförmedlingen"])],
    ids=["before the ordinance", "from the day it is in force"],
)
def test_the_employment_service_is_missed_only_since_it_must_have_an_agreement(today: str, expected: list[str]) -> None:
    changes: dict[str, Facts] = {
        "agreements/takeover-2019.yaml": {"principals": ["forsakringskassan", "pensionsmyndigheten", "skatteverket"]},
        "decisions/sfs-2022-811.yaml": {"kind": "ordinance", "title": {"sv": "Instruktion"}, "in_force": "2022-12-01"},
    }
    assert english("SSC407", changes, date.fromisoformat(today)) == expected


LISTS: dict[str, tuple[Facts, str, list[str]]] = {
    "an office on the list": ({"scope": "list", "offices": ["exempelstad-torget"]}, "", []),
    "an office that is not": (
        {"scope": "list", "offices": ["hamnen"]},
        "hamnen",
        ["takeover-2019 does not list this office"],
    ),
    "an agreement on all offices": ({"scope": "all"}, "", []),
    "an agreement whose offices nobody knows": ({"scope": None}, "", []),
    "a list of offices that do not exist": (
        {"scope": "list", "offices": ["exempelstad-torget", "nowhere"]},
        "",
        ["there is no office nowhere"],
    ),
}


@pytest.mark.parametrize(("agreement", "other", "expected"), LISTS.values(), ids=LISTS)
def test_the_offices_of_an_agreement(agreement: Facts, other: str, expected: list[str]) -> None:
    changes: dict[str, Facts] = {
        "agreements/takeover-2019.yaml": agreement,
        OFFICE: {"participations": [part("2021-11-01")]},
    }
    if other:
        changes[f"offices/{other}.yaml"] = {}
    assert english("SSC419", changes) == expected


@pytest.mark.parametrize("kind", ["letter_of_intent", "co_location"])
def test_neither_an_intention_nor_shared_premises_entitle(kind: str) -> None:
    changes: dict[str, Facts] = {
        "agreements/other.yaml": {"kind": kind, "performer": "statens-servicecenter", "principals": ["skatteverket"]},
        OFFICE: {"participations": [part("2021-11-01", agreement="other")]},
    }
    assert len(english("SSC416", changes)) == 1
    assert english("SSC402", changes) == []
