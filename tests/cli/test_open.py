"""`sscctl open`: is it open, until when, and if not, when next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.builders import deviation, week
from tests.cli.promises import kept
from tests.cli.registries import OFFICES, on, registry

STOP = "arvika-hallplats"


def on_tuesdays(tuesday: str, *nth: int) -> dict[str, object]:
    weekly = week("closed", tuesday, "closed", "closed", "closed", "closed", "closed")
    return {"valid_from": "2022-01-01", "weekly": weekly, "weeks": {"nth": [*nth]}, "source": "page"}


CHANGES: dict[str, Mapping[str, object]] = {
    **OFFICES,
    f"offices/{STOP}.yaml": {
        "name": "Hållplatsen",
        "kind": "mobile",
        "municipality": "1784",
        "lifecycle": [{"event": "opened", "on": "2022-01-01", "source": "page"}],
        "opening_hours": [on_tuesdays("10:00-14:00", 1, 3), on_tuesdays("closed", 2, 4, 5)],
        "other_hours": [{"access": "self_service", "valid_from": "2022-01-01", "weekly": {"wed": ["07:00-20:00"]}}],
    },
    OFFICE_PATH: {
        "deviations": [deviation("2026-11-25", "10:00-12:00"), deviation("2027-01-11..2027-01-20", "closed", "Flytt")],
        "other_hours": [{"access": "appointment", "valid_from": "2026-12-01", "weekly": {"sat": ["10:00-12:00"]}}],
    },
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("open"), CHANGES)


@pytest.mark.parametrize(
    ("office", "at", "sv", "en"),
    [
        pytest.param(OFFICE_ID, "2026-11-23T10:00", "Öppet till 16.00.", "Open until 16:00.", id="open"),
        pytest.param(
            OFFICE_ID, "2026-11-23T08:00", "Stängt. Öppnar 10.00.", "Closed. Opens 10:00.", id="later that day"
        ),
        pytest.param(
            OFFICE_ID,
            "2026-11-22T12:00",
            "Stängt. Öppnar måndag 10.00.",
            "Closed. Opens Monday 10:00.",
            id="another day",
        ),
        pytest.param(
            OFFICE_ID,
            "2026-12-25T12:00",
            "Stängt (juldagen). Öppnar måndag 10.00.",
            "Closed (Christmas Day). Opens Monday 10:00.",
            id="a holiday, with a small letter in Swedish",
        ),
        pytest.param(
            OFFICE_ID,
            "2027-05-06T12:00",
            "Stängt (Kristi himmelsfärdsdag). Öppnar fredag 10.00.",
            "Closed (Ascension Day). Opens Friday 10:00.",
            id="but a name keeps its capital",
        ),
        pytest.param(
            OFFICE_ID,
            "2027-01-12T12:00",
            "Stängt (Flytt). Öppnar torsdag 2027-01-21 kl. 10.00.",
            "Closed (Staff meeting). Opens Thursday 2027-01-21 at 10:00.",
            id="more than a week ahead",
        ),
        pytest.param(OFFICE_ID, "2026-11-25T11:59", "Öppet till 12.00.", "Open until 12:00.", id="a deviating day"),
        pytest.param(
            OFFICE_ID,
            "2026-12-05T11:00",
            "Stängt. Bokade besök tas emot nu. Öppnar måndag 10.00.",
            "Closed. Visits by appointment are possible now. Opens Monday 10:00.",
            id="booked visits alone",
        ),
        pytest.param(STOP, "2026-12-15T12:00", "Öppet till 14.00.", "Open until 14:00.", id="a third Tuesday"),
        pytest.param(
            STOP,
            "2026-12-08T12:00",
            "Stängt. Öppnar tisdag 2026-12-15 kl. 10.00.",
            "Closed. Opens Tuesday 2026-12-15 at 10:00.",
            id="a second Tuesday, when the bus stops elsewhere",
        ),
        pytest.param(
            STOP,
            "2026-12-09T18:00",
            "Stängt. Självbetjäning är möjlig nu. Öppnar tisdag 10.00.",
            "Closed. Self-service is possible now. Opens Tuesday 10:00.",
            id="self-service alone",
        ),
        pytest.param(
            "alvsbyn",
            "2026-11-23T10:00",
            "Öppettiderna den dagen är okända.",
            "The hours of that day are not known.",
            id="unknown hours",
        ),
        pytest.param(
            "arvikabussen",
            "2026-11-28T11:00",
            "Öppettiderna den dagen är okända. Öppnar senast måndag 10.00.",
            "The hours of that day are not known. Opens Monday 10:00 at the latest.",
            id="an unknown Saturday before a known Monday",
        ),
        pytest.param(
            "arvikabussen",
            "2026-12-23T16:30",
            "Stängt. Öppnar senast måndag 10.00; tiderna från 2026-12-27 till dess är okända.",
            "Closed. Opens Monday 10:00 at the latest; the hours from 2026-12-27 until then are not known.",
            id="an unknown Sunday after the holidays",
        ),
        pytest.param(
            "alvsbyn",
            "2022-02-23T10:00",
            "Det är okänt om kontoret är i drift.",
            "It is not known whether the office is in operation.",
            id="unknown life",
        ),
        pytest.param(
            "orebro",
            "2026-07-01T10:00",
            "Stängt (kontoret är nedlagt).",
            "Closed (the office is closed for good).",
            id="closed for good",
        ),
        pytest.param(
            "akersberga",
            "2026-11-23T10:00",
            "Stängt (kontoret har inte öppnat än).",
            "Closed (the office has not opened yet).",
            id="not open yet",
        ),
    ],
)
def test_one_office_in_a_sentence(root: Path, office: str, at: str, sv: str, en: str) -> None:
    for lang, sentence in (("sv", sv), ("en", en)):
        outcome = on(root, "open", office, "--at", at, lang=lang)
        assert (outcome.code, outcome.stderr) == (0 if "Open until" in en else 1, "")
        assert outcome.stdout.startswith("Servicekontoret ")
        assert outcome.stdout.endswith(f": {sentence}\n")


@pytest.mark.parametrize(
    ("at", "answer"),
    [
        ("2026-11-23T10:00", {"open": True, "until": "2026-11-23T16:00:00+01:00", "next": None}),
        ("2026-11-23T07:00+00:00", {"open": False, "until": None, "next": "2026-11-23T10:00:00+01:00"}),
        ("2019-01-01T10:00", {"open": None, "until": None, "next": None, "unknown_from": "2019-01-01"}),
        ("2026-12-05T11:00", {"open": False, "otherwise": "appointment", "at_latest": None}),
    ],
)
def test_json_of_one_office(root: Path, at: str, answer: dict[str, object]) -> None:
    content = kept("open", on(root, "open", OFFICE_ID, "--at", at, "-o", "json").stdout)
    assert {key: content[key] for key in answer} == answer


def test_json_tells_when_it_opens_at_the_latest(root: Path) -> None:
    asked = ("open", "arvikabussen", "--at", "2026-12-23T16:30", "-o", "json")
    content = kept("open", on(root, *asked).stdout)
    assert (content["next"], content["unknown_from"]) == (None, "2026-12-27")
    assert content["at_latest"] == "2026-12-28T10:00:00+01:00"


ALL = {
    ("sv", "2026-11-23T10:30"): """\
kontor        öppet till    id
Arvikabussen  15.00         arvikabussen
Torget        16.00         exempelstad-torget

2 kontor har öppet.
För 1 kontor är dagens öppettider okända.
""",
    ("en", "2026-11-23T10:30"): """\
office        open until    id
Arvikabussen  15:00         arvikabussen
Torget        16:00         exempelstad-torget

2 offices are open.
The day's hours of 1 office are not known.
""",
    ("en", "2026-11-23T15:30"): """\
office    open until    id
Torget    16:00         exempelstad-torget

1 office is open.
The day's hours of 1 office are not known.
""",
    ("sv", "2026-11-23T18:00"): """\
Inget kontor har säkert öppet.
För 1 kontor är dagens öppettider okända.
""",
    ("en", "2026-12-25T12:00"): "No office is open.\n",
}


@pytest.mark.parametrize(("lang", "at"), ALL, ids=str)
def test_all_offices(root: Path, lang: str, at: str) -> None:
    outcome = on(root, "open", "--at", at, lang=lang)
    assert outcome.stdout == ALL[lang, at]
    assert outcome.code == (0 if "till" in outcome.stdout or "until" in outcome.stdout else 1)


def test_json_of_all_offices(root: Path) -> None:
    content = kept("open", on(root, "open", "--at", "2026-11-23T10:30", "-o", "json").stdout)
    assert [one["office"] for one in content["offices"]] == ["arvikabussen", OFFICE_ID]
    assert (content["at"], content["unknown"]) == ("2026-11-23T10:30:00+01:00", 1)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nowhere"], 4),
        (["--at", "noon"], 2),
        (["--at", "25:00"], 2),
        (["--on", "2027-02-30"], 2),
        (["--on", "2026-11-23", "--at", "2026-11-24T10:30"], 2),
        (["--at", "2026-11-23"], 2),
        (["--at", "10:61"], 2),
    ],
)
def test_what_cannot_be_answered(root: Path, arguments: list[str], code: int) -> None:
    outcome = on(root, "open", *arguments)
    assert (outcome.code, outcome.stdout) == (code, "")


@pytest.mark.parametrize("time", ["10:30", "9:30", "9.30"])
def test_a_time_alone_is_that_of_the_day_that_is_asked_about(root: Path, time: str) -> None:
    both, one = (
        on(root, "open", OFFICE_ID, "-o", "json", *asked)
        for asked in (["--on", "2026-11-23", "--at", time], ["--at", f"2026-11-23T{time.replace('.', ':'):0>5}"])
    )
    assert both == one
    assert json.loads(on(root, "open", "-o", "json", "--on", "2026-11-23").stdout)["at"].startswith("2026-11-23T")
