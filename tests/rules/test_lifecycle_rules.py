"""SSC301–SSC303, SSC308–SSC312: an office's life agrees with itself, with its kin and with today."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.domain.finding import Finding, Severity
from tests.rules.judging import findings, of_office
from tests.rules.lives import events


def said(found: list[Finding]) -> list[tuple[str, str]]:
    return [("/".join(map(str, one.pointer)), one.message.en) for one in found]


AGREES = {
    "SSC301": {
        "seen open while it was": ("opened 2019", "observed 2024-03-01 status=open"),
        "seen open in the year it closed": ("opened 2019", "closed 2025-05-31", "observed 2025 status=open"),
        "seen open no later than a day after it closed": (
            "opened 2019",
            "closed 2025-05-31",
            "observed ../2026-11-22 status=open",
        ),
        "seen open after a reopening": ("closed 2013", "reopened 2018", "observed 2019-01-01 status=open"),
        "seen open though only a plan is known": ("planned 2019", "observed 2021-01-01 status=open"),
        "seen closed though no source tells when it closed": ("opened 2009", "observed 2025-01-01 status=closed"),
        "the month after the last day is when it closed": (
            "closing_decided 2025-04-10 last_day=2025-05-30",
            "closed 2025-06",
        ),
        "the closing came earlier than it was decided": (
            "closing_decided 2025-04-10 last_day=2025-05-30",
            "closed 2025-05-24 last_day=2025-05-23",
        ),
    },
    "SSC302": {
        "the usual order": ("proposed 2018", "planned 2019", "opened 2020", "moved 2021", "closed 2025"),
        "a plan in the month of its proposal": ("proposed 2020-12-18", "planned 2020-12"),
        "a plan for an office that closed": ("opened 2008", "closed 2013", "commissioned 2017", "reopened 2018"),
        "an event that may have come before the closing": ("closed 2025-03-25", "closing_announced 2025"),
        "a decision after the closing": ("closed 2025-03-25", "closing_decided 2025-04-10"),
        "a move after a reopening": ("closed 2013", "reopened 2018", "moved 2019"),
    },
    "SSC303": {
        "a closing of which no opening is known": ("planned 2021", "closed 2025"),
        "a suspension of which no opening is known": ("planned 2021", "suspended 2025"),
        "an announced reopening": (
            "opened 2019",
            "closed 2025-02-01",
            "reopening_announced 2025-12-09",
            "reopened 2026",
        ),
        "an opening in the year of the closing": ("closed 2019-05-01", "opened 2019"),
        "an inauguration after the opening": ("opened 2022-05-17", "inaugurated 2022-05-24"),
        "a plan taken up again": ("planned 2019", "cancelled 2020", "planned 2021", "opened 2022"),
        "a reopening of which no closing can be known": ("reopened 2018",),
    },
}


@pytest.mark.parametrize(
    ("code", "life"),
    [pytest.param(code, life, id=f"{code} {name}") for code, table in AGREES.items() for name, life in table.items()],
)
def test_a_life_that_makes_sense(code: str, life: tuple[str, ...]) -> None:
    assert said(of_office(code, lifecycle=events(*life))) == []


WRONG = {
    "SSC301": {
        "seen open after it closed": (
            ("opened 2019", "closed 2025-05-31", "observed 2025-09-01 status=open"),
            ("lifecycle/2/status", "was seen open on 2025-09-01, but by the events it was closed for good then"),
        ),
        "seen open before it opened": (
            ("observed 2018-05 status=open", "opened 2020-01-01"),
            ("lifecycle/0/status", "was seen open in 2018-05, but opened only on 2020-01-01"),
        ),
        "seen planned after it opened": (
            ("opened 2019", "observed 2021 status=planned"),
            ("lifecycle/1/status", "was seen planned in 2021, but by the events it was open then"),
        ),
        "seen closed on the day it was decided": (
            ("closing_decided 2025-04-10 last_day=2025-05-30", "observed 2025-04-10 status=closed"),
            (
                "lifecycle/1/status",
                "was seen closed for good on 2025-04-10, but the last day for visitors is 2025-05-30",
            ),
        ),
        "a closing that was put off": (
            ("closing_decided 2025-04-10 last_day=2025-05-30", "closed 2025-06-28 last_day=2025-06-27"),
            ("lifecycle/0/last_day", "the last day is 2025-05-30 by the decision, but 2025-06-27 by the closing"),
        ),
    },
    "SSC302": {
        "opened after it closed": (
            ("opened 2020", "closed 2019"),
            ("lifecycle/0", "opened 2020 lies after closed 2019"),
        ),
        "proposed after it was planned": (
            ("planned 2020", "proposed 2021"),
            ("lifecycle/1", "proposed 2021 lies after planned 2020"),
        ),
        "planned after it was seen open": (
            ("observed 2020-01-11 status=open", "planned 2021-09-29"),
            ("lifecycle/1", "planned 2021-09-29 lies after observed 2020-01-11"),
        ),
        "moved after it closed": (
            ("opened 2019", "closed 2020", "moved 2021"),
            ("lifecycle/2", "moved 2021 lies after closed 2020"),
        ),
    },
    "SSC303": {
        "opened again without a reopening": (
            ("opened 2008", "closed 2013", "opened 2018"),
            ("lifecycle/2/event", "opened in 2018, but the office was closed for good"),
        ),
        "closed, then suspended": (
            ("opened 2008", "closed 2013-06-30", "suspended 2013-09"),
            ("lifecycle/2/event", "suspended in 2013-09, but the office was closed for good"),
        ),
        "cancelled though it had opened": (
            ("opened 2019-06-01", "cancelled 2020"),
            ("lifecycle/1/event", "cancelled in 2020, but the office was open"),
        ),
        "opened though it was cancelled": (
            ("planned 2019", "cancelled 2020", "opened 2022"),
            ("lifecycle/2/event", "opened in 2022, but the office was cancelled"),
        ),
        "reopened though it was open": (
            ("opened 2019", "reopened 2022"),
            ("lifecycle/1/event", "reopened in 2022, but the office was open"),
        ),
    },
}


@pytest.mark.parametrize(
    ("code", "life", "expected"),
    [pytest.param(code, *row, id=f"{code} {name}") for code, table in WRONG.items() for name, row in table.items()],
)
def test_a_life_that_does_not(code: str, life: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert said(of_office(code, lifecycle=events(*life))) == [expected]


def test_a_reopening_without_a_closing_is_only_a_warning() -> None:
    (found,) = of_office("SSC303", lifecycle=events("opened 2019", "reopened 2022"))
    assert found.severity is Severity.WARNING


TODAY = {
    "SSC308 a plan whose day has passed": (
        "planned 2021-09-29 expected=2023",
        ["was to open in 2023 but is still planned"],
    ),
    "SSC308 a plan with two days, the later one to come": ("planned 2021 expected=2023|planned 2025 expected=2027", []),
    "SSC308 a plan that may still open this year": ("planned 2021 expected=2026", []),
    "SSC308 an old plan without a day": ("planned 2008-03-06", ["planned on 2008-03-06, with no opening day"]),
    "SSC308 a new plan without a day": ("planned 2025-03-06", []),
    "SSC308 a plan that came true": ("planned 2021 expected=2023|opened 2023", []),
    "SSC309 closed for 21 months": (
        "opened 2019|suspended 2025-02-14",
        ["closed for a time since 2025-02-14, with no day to open again"],
    ),
    "SSC309 closed for eleven months": ("opened 2019|suspended 2025-12-09", []),
    "SSC309 to open again": ("opened 2019|suspended 2025-02-14 expected=2027", []),
    "SSC309 opens again on a known day": ("opened 2019|suspended 2025-02-14|reopened 2027-01-04", []),
    "SSC311 not seen for two years": ("opened 2019|observed 2024-10-01 status=open", ["last known on 2024-10-01"]),
    "SSC311 announced to close this year": ("opened 2019|closing_announced 2026", []),
    "SSC311 closed": ("opened 2019|closed 2021", []),
    "SSC311 seen no later than a page without a date was read": ("observed ../2026-11-22 status=open", []),
    "SSC312 open before the takeover": (
        "opened 2011-01",
        ["open in 2011-01, before National Government Service Centre took over on 2019-06-01"],
    ),
    "SSC312 open in the year of the takeover": ("opened 2019", []),
    "SSC312 planned before the takeover": ("planned 2018|opened 2020", []),
}


@pytest.mark.parametrize(
    ("code", "life", "expected"), [pytest.param(name[:6], *row, id=name) for name, row in TODAY.items()]
)
def test_what_time_has_gone_past(code: str, life: str, expected: list[str]) -> None:
    assert [one.message.en for one in of_office(code, lifecycle=events(*life.split("|")))] == expected


def test_what_a_dated_source_knew_counts_and_not_the_day_its_page_was_read() -> None:
    seen = {"event": "observed", "on": "../2026-11-22", "status": "open", "source": "old"}
    sources = {"old": {"url": "https://exempel.se/old", "date": "2019", "retrieved": "2026-11-22"}}
    (found,) = of_office("SSC311", lifecycle=[seen], sources=sources)
    assert found.message.en == "last known on 2019-12-31"


def test_a_year_is_a_year_also_with_a_leap_day() -> None:
    life = events("opened 2019", "observed 2023-11-22 status=open")
    assert of_office("SSC311", date(2024, 11, 22), lifecycle=life) == []
    assert of_office("SSC311", date(2024, 11, 23), lifecycle=life)


KIN = {
    "an office and its predecessor name each other": ({"b": "a"}, {"a": "b"}, []),
    "one office takes over from two": ({"c": "a"}, {"a": "c", "b": "c"}, []),
    "the predecessor does not exist": ({"b": "x"}, {}, ["b"]),
    "the successor does not exist": ({}, {"a": "x"}, ["a"]),
    "the successor names nobody": ({}, {"a": "b"}, ["a"]),
    "the successor names another": ({"b": "c"}, {"a": "b"}, ["a", "b"]),
    "an office follows on itself": ({"a": "a"}, {"a": "a"}, ["a"]),
    "two follow on each other": ({"a": "b", "b": "a"}, {"a": "b", "b": "a"}, ["a", "b"]),
    "a round of three, and one that leads into it": (
        {"a": "c", "b": "a", "c": "b", "d": "c"},
        {"a": "b", "b": "c", "c": "a,d"},
        ["a", "b", "c"],
    ),
}


@pytest.mark.parametrize(("predecessors", "successors", "wrong"), KIN.values(), ids=KIN)
def test_kin(predecessors: dict[str, str], successors: dict[str, str], wrong: list[str]) -> None:
    offices: dict[str, dict[str, object]] = {f"offices/{one}.yaml": {} for one in "abcd"}
    for new, old in predecessors.items():
        offices[f"offices/{new}.yaml"]["predecessor"] = old
    for old, new in successors.items():
        offices[f"offices/{old}.yaml"]["lifecycle"] = events(f"closed 2020 successors={new}")
    assert [one.path[8] for one in findings(offices) if one.code == "SSC310"] == wrong
