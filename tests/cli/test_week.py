"""`sscctl week`: the hours of each day, with the reason where a day departs from the usual."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.builders import deviation
from tests.cli.promises import kept
from tests.cli.registries import OFFICES, on, registry
from tests.process import sscctl

CHANGES = {
    **OFFICES,
    OFFICE_PATH: {
        "deviations": [
            deviation("2026-12-22", "10:00-12:00, 13:00-14:30", "Kortare dag för personalens utbildning i Stockholm"),
            deviation("2027-07-12..2027-07-18", "closed", "Semesterstängt"),
            deviation("2027-07-20..2027-07-23", "closed", "Semesterstängt"),
        ],
        "other_hours": [{"access": "appointment", "valid_from": "2026-12-01", "weekly": {"mon": ["08:00-10:00"]}}],
    },
    "offices/alvsbyn.yaml": {
        **OFFICES["offices/alvsbyn.yaml"],
        "opening_hours": [
            {"valid_from": "2022-03", "weekly": {"mon": []}, "days_per_week": 1, "source": "page"},
            {"undated": True, "days_per_week": 3, "source": "page"},
        ],
    },
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("week"), CHANGES)


WEEKS = {
    (OFFICE_ID, "2026-W52", "sv"): """\
Servicekontoret Torget, vecka 52 2026
  måndag    2026-12-21  10.00–16.00; efter bokning 08.00–10.00
  tisdag    2026-12-22  10.00–12.00, 13.00–14.30  (Kortare dag för personalens utbildning i
                        Stockholm)
  onsdag    2026-12-23  10.00–16.00
→ torsdag   2026-12-24  stängt  (julafton)
  fredag    2026-12-25  stängt  (juldagen)
  lördag    2026-12-26  stängt  (annandag jul)
  söndag    2026-12-27  stängt
""",
    (OFFICE_ID, "2026-W52", "en"): """\
Servicekontoret Torget, week 52 of 2026
  Monday    2026-12-21  10:00–16:00; by appointment 08:00–10:00
  Tuesday   2026-12-22  10:00–12:00, 13:00–14:30  (Staff meeting)
  Wednesday 2026-12-23  10:00–16:00
→ Thursday  2026-12-24  closed  (Christmas Eve)
  Friday    2026-12-25  closed  (Christmas Day)
  Saturday  2026-12-26  closed  (Second Day of Christmas)
  Sunday    2026-12-27  closed
""",
    (OFFICE_ID, "2027-W28", "sv"): """\
Servicekontoret Torget, vecka 28 2027
  måndag    2027-07-12  stängt
  tisdag    2027-07-13  stängt
  onsdag    2027-07-14  stängt
  torsdag   2027-07-15  stängt
  fredag    2027-07-16  stängt
  lördag    2027-07-17  stängt
  söndag    2027-07-18  stängt

Semesterstängt.
""",
    (OFFICE_ID, "2027w29", "sv"): """\
Servicekontoret Torget, vecka 29 2027
  måndag    2027-07-19  10.00–16.00; efter bokning 08.00–10.00
  tisdag    2027-07-20  stängt  [1]
  onsdag    2027-07-21  stängt  [1]
  torsdag   2027-07-22  stängt  [1]
  fredag    2027-07-23  stängt  [1]
  lördag    2027-07-24  stängt
  söndag    2027-07-25  stängt

[1] Semesterstängt.
""",
    ("alvsbyn", "v48", "en"): """\
Servicekontoret Älvsbyn, week 48 of 2026
  Monday    2026-11-23  closed
  Tuesday   2026-11-24  unknown
  Wednesday 2026-11-25  unknown
  Thursday  2026-11-26  unknown
  Friday    2026-11-27  unknown
  Saturday  2026-11-28  unknown
  Sunday    2026-11-29  unknown

Open 1 day a week; which is not known.
A source without a date gives hours: see `sscctl show alvsbyn`.
""",
}


@pytest.mark.parametrize(("office", "week", "lang"), WEEKS, ids=str)
def test_a_week_for_a_person(root: Path, office: str, week: str, lang: str) -> None:
    outcome = on(root, "week", office, week, "--on", "2026-12-24", lang=lang)
    assert (outcome.code, outcome.stderr) == (0, "")
    assert outcome.stdout == WEEKS[office, week, lang]


@pytest.mark.parametrize(("office", "week", "lang"), WEEKS, ids=str)
def test_it_fits_a_narrow_terminal(root: Path, office: str, week: str, lang: str) -> None:
    outcome = sscctl("--root", str(root), "--lang", lang, "week", office, week, env={"COLUMNS": "60"})
    assert max(map(len, outcome.stdout.splitlines())) <= 60


def test_without_a_week_it_is_that_of_the_day(root: Path) -> None:
    content = kept("week", on(root, "week", OFFICE_ID, "--on", "2027-01-01", "-o", "json").stdout)
    assert (content["office"], content["week"]) == (OFFICE_ID, "2026-W53")
    assert [day["date"] for day in content["days"]][::6] == ["2026-12-28", "2027-01-03"]


def test_json_tells_each_day_apart(root: Path) -> None:
    content = kept("week", on(root, "week", OFFICE_ID, "2026-W52", "-o", "json").stdout)
    monday, tuesday, *_, friday, _, _ = content["days"]
    assert monday == {
        "date": "2026-12-21",
        "state": "open",
        "hours": ["10:00-16:00"],
        "by_appointment": ["08:00-10:00"],
        "reason": None,
    }
    assert tuesday["hours"] == ["10:00-12:00", "13:00-14:30"]
    assert friday["reason"] == {"sv": "Juldagen", "en": "Christmas Day"}
    unknown = kept("week", on(root, "week", "alvsbyn", "2026-W48", "-o", "json").stdout)["days"][1]
    assert unknown == {"date": "2026-11-24", "state": "unknown", "reason": None}


def test_a_week_in_the_language_of_openstreetmap(root: Path) -> None:
    outcome = on(root, "week", OFFICE_ID, "2027-W03", "-o", "osm")
    assert (outcome.code, outcome.stderr) == (0, "")
    assert "Mo-Fr 10:00-16:00" in outcome.stdout


def test_what_is_unknown_cannot_be_said_in_that_language(root: Path) -> None:
    for lang, words in (("sv", "det kan OSM inte säga"), ("en", "OSM cannot say that")):
        outcome = on(root, "week", "alvsbyn", "2026-W48", "-o", "osm", lang=lang)
        assert (outcome.code, outcome.stdout) == (1, "")
        assert words in outcome.stderr


def test_a_week_as_a_calendar(root: Path) -> None:
    outcome = on(root, "week", OFFICE_ID, "2026-W52", "-o", "ical")
    assert (outcome.code, outcome.stderr) == (0, "")
    events = Calendar.from_ical(outcome.stdout).walk("VEVENT")
    assert [(f"{event.decoded('DTSTART'):%a %H.%M}", f"{event.decoded('DTEND'):%H.%M}") for event in events] == [
        ("Mon 10.00", "16.00"),
        ("Wed 10.00", "16.00"),
        ("Tue 10.00", "12.00"),
        ("Tue 13.00", "14.30"),
    ]
    assert {str(event["DESCRIPTION"]) for event in events[2:]} == {
        "Kortare dag för personalens utbildning i Stockholm\nStaff meeting"
    }


@pytest.mark.parametrize(("lang", "words"), [("sv", "de saknas i kalendern"), ("en", "leaves them out")])
def test_what_is_unknown_has_no_event(root: Path, lang: str, words: str) -> None:
    outcome = on(root, "week", "alvsbyn", "2026-W48", "-o", "ical", lang=lang)
    assert outcome.code == 0
    assert words in outcome.stderr
    assert Calendar.from_ical(outcome.stdout).walk("VEVENT") == []


@pytest.mark.parametrize("week", ["2026-W52", "2026w52", "v52", "V. 52", "vecka 52", "week 52", "52", "2026-12-24"])
def test_a_week_may_be_written_as(root: Path, week: str) -> None:
    outcome = on(root, "week", OFFICE_ID, week, "--on", "2026-01-05", "-o", "json")
    assert kept("week", outcome.stdout)["week"] == "2026-W52"


@pytest.mark.parametrize("week", ["2026-W54", "2025-W53", "week three", "52-2026", "2026-13-24", "2026-53"])
def test_what_is_no_week(root: Path, week: str) -> None:
    outcome = on(root, "week", OFFICE_ID, week)
    assert (outcome.code, outcome.stdout) == (2, "")
    assert f"{week} is no week" in outcome.stderr


def test_plain_characters_where_the_terminal_has_no_more(root: Path) -> None:
    arguments = ("--root", str(root), "week", OFFICE_ID, "2026-W52", "--on", "2026-12-21")
    text = sscctl(*arguments, env={"PYTHONIOENCODING": "ascii"}).stdout
    assert "> Monday    2026-12-21  10:00-16:00" in text
