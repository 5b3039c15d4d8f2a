"""`sscctl hours parse`: a text on opening hours, how it is understood, and where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.promises import kept
from tests.process import CHECKOUT, Outcome, sscctl

FOUR = "mån–tors 10–16, fre 10-13"
ODD = "udda veckor ons 10-14, jämna veckor stängt"


def parse(text: str, *options: str, lang: str = "en", cwd: Path | None = None) -> Outcome:
    return sscctl("--lang", lang, "hours", "parse", text, *options, cwd=cwd or CHECKOUT)


TEXTS = {
    ("understood", FOUR, "sv"): (
        """\
sv   måndag–torsdag 10.00–16.00, fredag 10.00–13.00
en   Monday–Thursday 10:00–16:00, Friday 10:00–13:00
osm  Mo-Th 10:00-16:00; Fr 10:00-13:00
Inget sägs om lördag–söndag.
""",
        0,
    ),
    ("in some weeks, with holidays", "odd weeks Wed 10-14; PH off", "en"): (
        """\
sv   udda veckor: onsdag 10.00–14.00
en   odd weeks: Wednesday 10:00–14:00
osm  week 01-53/2 We 10:00-14:00; PH off
Public holidays are said to be closed.
Nothing is said of Monday–Tuesday, Thursday–Sunday.
Of other weeks nothing is said.
""",
        0,
    ),
    ("in all weeks", ODD, "en"): (
        """\
sv   udda veckor: onsdag 10.00–14.00; jämna veckor: måndag–söndag stängt
en   odd weeks: Wednesday 10:00–14:00; even weeks: Monday–Sunday closed
osm  week 01-53/2 We 10:00-14:00; week 02-52/2 Mo-Su off
""",
        0,
    ),
    ("not all understood", "mån-fre 10-4, lör stangd, söndga 11-15", "sv"): (
        """\
sv   lördag stängt
en   Saturday closed
Inget sägs om måndag–fredag, söndag.

    mån-fre 10-4, lör stangd, söndga 11-15
            ^^^^
  Fel: ”10-4”: kan betyda 10.00–16.00 eller 10.00–04.00 nästa dag
  Förslag: 10.00–16.00

    mån-fre 10-4, lör stangd, söndga 11-15
                              ^^^^^^
  Fel: ”söndga”: förstås inte
  Förslag: söndag
""",
        1,
    ),
    ("nothing at all", "öppet", "en"): (
        """\

    öppet
    ^
  Error: there are no opening hours here
""",
        1,
    ),
    (
        "in the second line, after letters that a terminal would obey",
        "mån 10-16\nti\x1b[31ms \u202e漢字 tis 1-5",
        "en",
    ): (
        """\
sv   måndag 10.00–16.00
en   Monday 10:00–16:00
Nothing is said of Tuesday–Sunday.

    ti\\x1b[31ms <U+202E>漢字 tis 1-5
    ^^
  Error: “ti”: the hours are missing
  Suggestion: … 10:00–16:00, or … closed
""",
        1,
    ),
}


@pytest.mark.parametrize(
    ("text", "lang", "printed", "code"),
    [(text, lang, *outcome) for (_, text, lang), outcome in TEXTS.items()],
    ids=[name for name, _, _ in TEXTS],
)
def test_as_text(text: str, lang: str, printed: str, code: int) -> None:
    outcome = parse(text, lang=lang)
    assert outcome.stdout.startswith(printed) if "\x1b" in text else outcome.stdout == printed
    assert (outcome.code, outcome.stderr) == (code, "")
    assert "\x1b" not in outcome.stdout
    assert "\u202e" not in outcome.stdout


def test_a_long_line_is_shown_around_the_problem() -> None:
    outcome = parse("mån-fre 10-16, " * 10 + "blorp" + ", lör 10-12" * 10)
    lines = outcome.stdout.splitlines()
    (at,) = [number for number, line in enumerate(lines) if line.endswith("^^^^^")]
    assert len(lines[at - 1]) < 75
    assert lines[at - 1][lines[at].index("^") :].startswith("blorp")


def test_as_json() -> None:
    outcome = parse(FOUR, "-o", "json")
    content = kept("hours-parse", outcome.stdout)
    days = {"mon": ["10:00-16:00"], "tue": ["10:00-16:00"], "wed": ["10:00-16:00"], "thu": ["10:00-16:00"]}
    assert content["weekly"] == {**days, "fri": ["10:00-13:00"]}
    assert content["schedules"] == [{"weekly": content["weekly"]}]
    assert (content["weeks"], content["osm"]) == (None, "Mo-Th 10:00-16:00; Fr 10:00-13:00")
    assert (content["problems"], outcome.code, outcome.stderr) == ([], 0, "")


WEEKS = {
    ODD: ["odd", "even"],
    "första måndagen i månaden 10-12": [{"nth": [1]}],
    "varannan onsdag från 2026-01-07 10-12": [{"every": 2, "from": "2026-01-07"}],
}


@pytest.mark.parametrize(("text", "weeks"), WEEKS.items(), ids=WEEKS)
def test_weeks_in_json_are_as_files_have_them(text: str, weeks: list[object]) -> None:
    content = kept("hours-parse", parse(text, "-o", "json").stdout)
    assert [schedule["weeks"] for schedule in content["schedules"]] == weeks
    assert content["weeks"] == weeks[0]


def test_a_period_in_json() -> None:
    content = kept("hours-parse", parse("2026-06-15–2026-08-15: ons stängt", "-o", "json").stdout)
    assert content["schedules"] == [{"valid_from": "2026-06-15", "valid_through": "2026-08-15", "weekly": {"wed": []}}]


def test_problems_in_json_count_code_points() -> None:
    outcome = parse("ma\u030an–fre 10-4 \U0001f642", "-o", "json")
    content = kept("hours-parse", outcome.stdout)
    assert [(one["position"], one["length"]) for one in content["problems"]] == [(9, 4), (14, 1)]
    assert content["problems"][0]["message"] == "“10-4”: can mean 10:00–16:00 or 10:00–04:00 the next day"
    assert content["problems"][0]["suggestion_sv"] == "10.00–16.00"
    assert (content["osm"], content["words"], outcome.code) == (None, None, 1)


def test_as_yaml_it_can_stand_in_an_office_s_file() -> None:
    outcome = parse(ODD, "-o", "yaml")
    assert outcome == Outcome(
        0,
        """\
opening_hours:
  - weekly: {wed: ["10:00-14:00"]}
    weeks: odd
  - weekly: {mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: []}
    weeks: even
""",
        "",
    )


def test_as_osm() -> None:
    assert parse("vardagar 9-15, helgdagar stängt", "-o", "osm") == Outcome(0, "Mo-Fr 09:00-15:00; PH off\n", "")


def test_what_osm_has_no_words_for() -> None:
    outcome = parse("varannan onsdag från 2026-01-07 10-12", "-o", "osm")
    assert (outcome.code, outcome.stdout) == (1, "")
    assert "no words" in outcome.stderr


@pytest.mark.parametrize("form", ["yaml", "osm"])
def test_nothing_half_understood_is_handed_to_a_script(form: str) -> None:
    outcome = parse("mån 10-16, tis 10-4", "-o", form)
    assert (outcome.code, outcome.stdout) == (1, "")
    assert "“10-4”: can mean" in outcome.stderr


def test_it_needs_no_registry(tmp_path: Path) -> None:
    assert parse(FOUR, "-o", "osm", cwd=tmp_path).code == 0


@pytest.mark.parametrize("arguments", [(), ("parse",), ("pars", "x"), ("parse", "x", "-o", "xml")], ids=" ".join)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    outcome = sscctl("hours", *arguments)
    assert (outcome.code, outcome.stdout) == (2, "")
    assert outcome.stderr


def test_help_is_in_both_languages() -> None:
    assert "Läs öppettider skrivna på svenska" in sscctl("--lang", "sv", "hours", "parse", "--help").stdout
    assert "Read opening hours written in Swedish" in sscctl("--lang", "en", "hours", "parse", "--help").stdout
