"""SSC408–SSC415, SSC417–SSC418: what an agreement says, the law it rests on, and how long it holds."""

from __future__ import annotations

import pytest

from sscctl.domain.finding import Finding
from tests.rules.judging import findings

AGREEMENT = "agreements/takeover-2019.yaml"
Facts = dict[str, object]


def of_agreement(code: str, replacing: Facts) -> list[Finding]:
    """What the rule finds in the base agreement once these keys are replaced."""
    changes: dict[str, Facts] = {
        AGREEMENT: replacing,
        "agreements/next.yaml": {
            "kind": "service",
            "performer": "statens-servicecenter",
            "principals": ["skatteverket"],
        },
        "agencies/polismyndigheten.yaml": {"kind": "state_agency", "name": {"sv": "Polismyndigheten"}},
        "decisions/sfs-2004-543.yaml": {
            "kind": "act",
            "reference": "SFS 2004:543",
            "title": {"sv": "Lag om samtjänst"},
            "repealed_by": "sfs-2019-212",
        },
    }
    return [one for one in findings(changes) if one.code == code and one.path == AGREEMENT]


def task(name: str = "guidance", **facts: object) -> Facts:
    return {"id": name, "title": {"sv": "Uppgift", "en": "Task"}, **facts}


def case(name: str) -> Facts:
    return task(public_authority=True, ordinance_case=name)


READING = ["Läsning"]

TABLE: dict[str, tuple[Facts, list[str]]] = {
    "SSC408 the operator performs": ({"performer": "statens-servicecenter"}, []),
    "SSC408 another performs": (
        {"performer": "skatteverket"},
        ["the performer is skatteverket, not statens-servicecenter"],
    ),
    "SSC408 another performed before the takeover": (
        {"performer": "skatteverket", "kind": "service", "concluded": "2015"},
        [],
    ),
    "SSC408 another performs a samtjänst": ({"performer": "skatteverket", "kind": "samtjanst"}, []),
    "SSC408 a party that does not exist": ({"principals": ["skateverket"]}, ["there is no party skateverket"]),
    "SSC408 a municipality and a region by their codes": ({"principals": ["0180", "01"]}, []),
    "SSC408 a municipality that does not exist": ({"principals": ["0199"]}, ["there is no party 0199"]),
    "SSC409 no tasks": ({"tasks": None}, ["the agreement lists no tasks"]),
    "SSC409 an intention needs none": ({"tasks": None, "kind": "letter_of_intent"}, []),
    "SSC410 guidance is no public authority": ({"tasks": [task(public_authority=False)]}, []),
    "SSC410 nobody knows whether it is": ({"tasks": [task()]}, []),
    "SSC410 public authority outside the four cases": (
        {"tasks": [task("benefit", public_authority=True)]},
        ["benefit is an exercise of public authority"],
    ),
    "SSC410 an identity card for Skatteverket": ({"tasks": [case("id-card")]}, []),
    "SSC410 a case that is not marked": (
        {"tasks": [task(ordinance_case="id-card")]},
        ["id-card is not marked as public authority"],
    ),
    "SSC410 passports for the wrong agency": (
        {"tasks": [case("passport-handout")]},
        ["passport-handout is done for polismyndigheten only"],
    ),
    "SSC410 passports for the police": (
        {"tasks": [case("passport-handout")], "principals": ["polismyndigheten", "skatteverket"]},
        [],
    ),
    "SSC410 a certificate for any agency": ({"tasks": [case("covid-certificate")]}, []),
    "SSC410 a municipality's own task": ({"tasks": [task(public_authority=True)], "principals": ["0180"]}, []),
    "SSC411 personal data with its access": ({"tasks": [task(personal_data=True, access=READING)]}, []),
    "SSC411 personal data without": ({"tasks": [task(personal_data=True)]}, ["guidance needs personal data"]),
    "SSC411 access that is not marked": (
        {"tasks": [task(access=READING)]},
        ["guidance is not marked for personal data"],
    ),
    "SSC412 a municipality is a party": ({"principals": ["0180"]}, ["no copy to Kammarkollegiet is noted"]),
    "SSC412 a region performs": ({"performer": "12"}, ["no copy to Kammarkollegiet is noted"]),
    "SSC412 a copy was sent": ({"principals": ["0180"], "copy_to_kammarkollegiet": "2019-06-03"}, []),
    "SSC412 state agencies among themselves are exempt": ({"principals": ["skatteverket"]}, []),
    "SSC413 a municipality is a party": ({"principals": ["0180"]}, ["no yearly report is noted"]),
    "SSC413 the first year is not over": ({"principals": ["0180"], "valid_from": "2026-02-01"}, []),
    "SSC414 in force on the day": ({"concluded": "2019-06-01"}, []),
    "SSC414 not yet in force": (
        {"concluded": "2019-05-31"},
        ["concluded on 2019-05-31, but SFS 2019:212 is in force from 2019-06-01 on"],
    ),
    "SSC414 some time in the year it came into force": ({"concluded": "2019"}, []),
    "SSC414 a day that nobody knows": ({"concluded": None}, []),
    "SSC414 an act that the registry lacks": ({"legal_basis": [{"act": "sfs-1"}]}, ["there is no act sfs-1"]),
    "SSC414 the older act, in its time": ({"concluded": "2015", "legal_basis": [{"act": "sfs-2004-543"}]}, []),
    "SSC414 the older act, too late": (
        {"concluded": "2019-06-01", "legal_basis": [{"act": "sfs-2004-543"}]},
        ["concluded on 2019-06-01, but SFS 2004:543 was repealed on 2019-06-01 by SFS 2019:212"],
    ),
    "SSC414 a samtjänst rests on the older act without saying so": (
        {"concluded": "2021", "kind": "samtjanst", "legal_basis": None},
        ["concluded in 2021, but SFS 2004:543 was repealed on 2019-06-01 by SFS 2019:212"],
    ),
    "SSC414 certificates before there were any": (
        {"concluded": "2021", "tasks": [case("covid-certificate")]},
        ["did not exist when concluded in 2021"],
    ),
    "SSC414 certificates in the year they came": ({"concluded": "2022", "tasks": [case("covid-certificate")]}, []),
    "SSC415 a pilot that goes on": ({"kind": "pilot", "valid_through": "2026-12"}, []),
    "SSC415 a pilot without a last day": ({"kind": "pilot"}, ["the pilot has no last day"]),
    "SSC415 a pilot that ran out": (
        {"kind": "pilot", "valid_through": "2022-01"},
        ["the pilot ran out on 2022-01-31; what followed?"],
    ),
    "SSC415 a pilot that something followed": (
        {"kind": "pilot", "valid_through": "2022-01", "superseded_by": "next"},
        [],
    ),
    "SSC417 it begins after its last day": (
        {"valid_through": "2019-05-31"},
        [
            "valid_from 2019-06-01 lies after the last day, 2019-05-31",
            "concluded 2019-06-01 lies after the last day, 2019-05-31",
        ],
    ),
    "SSC417 it ended within its days": ({"valid_through": "2027-12-31", "ended": {"on": "2025-06-30"}}, []),
    "SSC417 it ended after its last day": (
        {"valid_through": "2024-12-31", "ended": {"on": "2025-06-30"}},
        ["ended on 2025-06-30, after the last day, 2024-12-31"],
    ),
    "SSC417 it ended before it began": (
        {"ended": {"on": "2018"}},
        ["ended in 2018, but began on 2019-06-01"],
    ),
    "SSC417 its successor does not exist": (
        {"superseded_by": "nowhere", "valid_through": "2025-12-31"},
        ["there is no other agreement nowhere"],
    ),
    "SSC417 its successor does not name it": (
        {"superseded_by": "next", "valid_through": "2025-12-31"},
        ["next does not name this agreement"],
    ),
    "SSC417 what it replaced does not name it": ({"supersedes": "next"}, ["next does not name this agreement"]),
    "SSC417 it replaced itself": ({"supersedes": "takeover-2019"}, ["there is no other agreement takeover-2019"]),
    "SSC418 it ends within half a year": (
        {"valid_through": "2026-12-31"},
        ["ends on 2026-12-31 and touches all offices"],
    ),
    "SSC418 it ends today": ({"valid_through": "2026-11-22"}, ["ends on 2026-11-22 and touches all offices"]),
    "SSC418 it has ended": ({"valid_through": "2026-11-21"}, []),
    "SSC418 it ends later": ({"valid_through": "2027-12-31"}, []),
    "SSC418 it is ended early": (
        {"valid_through": "2027-12-31", "ended": {"on": "2026-12-01"}},
        ["ends on 2026-12-01 and touches all offices"],
    ),
    "SSC418 its offices are named": (
        {"valid_through": "2026-12-31", "scope": "list", "offices": ["exempelstad-torget"]},
        ["ends on 2026-12-31 and touches exempelstad-torget"],
    ),
}


@pytest.mark.parametrize(
    ("code", "facts", "expected"), [pytest.param(name[:6], *row, id=name) for name, row in TABLE.items()]
)
def test_an_agreement(code: str, facts: Facts, expected: list[str]) -> None:
    assert [one.message.en for one in of_agreement(code, facts)] == expected


def test_one_agreement_may_replace_several() -> None:
    def replaced(name: str) -> Facts:
        return {
            "kind": "service",
            "performer": "statens-servicecenter",
            "principals": ["skatteverket"],
            "superseded_by": "new",
            "valid_through": "2022-12-31",
            "id": name,
        }

    new = {**replaced("new"), "superseded_by": None, "valid_through": None, "supersedes": "one"}
    changes = {f"agreements/{facts['id']}.yaml": facts for facts in (replaced("one"), replaced("two"), new)}
    assert [one.message.en for one in findings(changes) if one.code == "SSC417"] == []


def test_a_superseded_agreement_that_goes_on_is_asked_about() -> None:
    changes: dict[str, Facts] = {
        AGREEMENT: {"superseded_by": "new"},
        "agreements/new.yaml": {
            "kind": "service",
            "performer": "statens-servicecenter",
            "principals": ["skatteverket"],
            "supersedes": "takeover-2019",
        },
    }
    found = [(one.severity, one.message.en) for one in findings(changes) if one.code == "SSC417"]
    assert found == [("warning", "superseded, but with no last day: still holds")]
