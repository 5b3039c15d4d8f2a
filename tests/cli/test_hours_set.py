"""`sscctl hours set` on the real registry: said back, shown, written; and what all of its group refuse, in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.desks import SGR, RealRegistry
from tests.cli.promises import kept

VARBERG = "offices/varberg.yaml"
WEEK = "mån-tors 10-16, fre 10-13"
SOURCE = ("--source", "Dnr 2026-881")


@pytest.fixture
def desk(tmp_path: Path) -> RealRegistry:
    return RealRegistry(tmp_path)


class TestSet:
    def test_hours_are_said_back_in_full_and_written(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("hours", "set", "Varberg", WEEK, "--from", "2026-12-01", *SOURCE)
        assert outcome.code == 0, outcome.stderr
        assert outcome.stdout.startswith(
            """\
Förstått som: måndag–torsdag 10.00–16.00, fredag 10.00–13.00
Inte angivet: lördag–söndag.
Det som inte anges är okänt. Är det stängt då, skriv till: övriga dagar stängt.

Nya öppettider för Varberg från 2026-12-01
"""
        )
        assert "från 1 december 2026: måndag–torsdag 10–16, förut okänt" in outcome.stdout
        assert desk.lines() == [
            "+ opening_hours:",
            '+ - valid_from: "2026-12-01"',
            "+ weekly:",
            *(f'+ {day}: ["10:00-16:00"]' for day in ("mon", "tue", "wed", "thu")),
            '+ fri: ["10:00-13:00"]',
            "+ source: dnr-2026-881-2026-11-22",
            '+ dnr-2026-881-2026-11-22: {document: Dnr 2026-881, date: "2026-11-22"}',
        ]

    def test_what_held_ends_and_every_comment_stays(self, desk: RealRegistry) -> None:
        path = "offices/sundbyberg.yaml"
        assert "# The source tells which weekday closes" in desk.text(path)
        outcome = desk.sscctl("hours", "set", "sundbyberg", WEEK, "--from", "2027-01-11", *SOURCE, lang="en")
        assert outcome.code == 0, outcome.stderr
        assert 'valid_through: "2027-01-10"' in desk.text(path)
        assert desk.lost_comments() == []
        assert desk.changed() == [f"registry/{path}"]

    def test_a_summer_gives_back_what_held(self, desk: RealRegistry) -> None:
        desk.sscctl("hours", "set", "varberg", WEEK, "--from", "2026-12-01", *SOURCE)
        outcome = desk.sscctl(
            "hours", "set", "varberg", "mån-fre 10-13", "--from", "2027-06-14", "--through", "2027-08-13", *SOURCE
        )
        assert "Från 2027-08-14 gäller åter de öppettider som gällde före." in outcome.stdout
        assert desk.text(VARBERG).count("valid_from") == 4  # its service's, and three of hours

    def test_hours_end_before_those_that_are_to_come(self, desk: RealRegistry) -> None:
        desk.sscctl("hours", "set", "varberg", WEEK, "--from", "2027-06-01", *SOURCE)
        outcome = desk.sscctl("hours", "set", "varberg", "mån-fre 10-15", "--from", "2027-01-01", *SOURCE)
        assert "De gäller till och med 2027-05-31: från 2027-06-01 gäller redan andra öppettider." in outcome.stdout

    def test_an_office_that_has_closed_by_then_is_told(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("hours", "set", "arvika", WEEK, "--from", "2027-01-11", *SOURCE, "--dry-run")
        assert "Kontoret är inte öppet 2027-01-11: det är nedlagt." in outcome.stdout

    def test_odd_and_even_weeks(self, desk: RealRegistry) -> None:
        text = "udda veckor ons 10-14; jämna veckor stängt"
        outcome = desk.sscctl("hours", "set", "varberg", text, "--from", "2026-12-01", *SOURCE)
        assert "Inte angivet: udda veckor: måndag–tisdag, torsdag–söndag." in outcome.stdout
        assert {"+ weeks: odd", "+ weeks: even"} <= set(desk.lines())

    def test_weeks_by_option(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("hours", "set", "varberg", "ons 10-14", "--weeks", "odd", "--from", "2026-12-01", *SOURCE)
        assert outcome.stdout.startswith("Förstått som: udda veckor: onsdag 10.00–14.00\n")

    def test_a_period_in_the_text_needs_no_option(self, desk: RealRegistry) -> None:
        text = "14 juni-13 augusti 2027: mån-fre 10-13"
        outcome = desk.sscctl("hours", "set", "varberg", text, *SOURCE)
        assert outcome.code == 0, outcome.stderr
        assert '+ valid_through: "2027-08-13"' in desk.lines()

    def test_the_same_again_changes_nothing(self, desk: RealRegistry) -> None:
        first = desk.sscctl("hours", "set", "varberg", WEEK, "--from", "2026-12-01", *SOURCE, "--commit")
        assert first.code == 0, first.stderr
        outcome = desk.sscctl("hours", "set", "varberg", WEEK, "--from", "2027-01-01", *SOURCE)
        assert outcome.code == 0
        assert "Inget ändras: så står det redan." in outcome.stdout
        assert desk.changed() == []

    def test_a_county_at_once_in_one_commit(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl(
            "hours", "set", "county=Hallands", WEEK, "--from", "2027-01-11", *SOURCE, "--branch", "halland"
        )
        assert outcome.code == 0, outcome.stderr
        assert "Nya öppettider för Halmstad, Laholm och Varberg från 2027-01-11" in outcome.stdout
        assert desk.git("show", "--name-only", "--format=%s", "halland").split("\n", 2)[0] == (
            "Nya öppettider för Halmstad, Laholm och Varberg från 2027-01-11"
        )
        assert "Source: Dnr 2026-881" in desk.git("log", "-1", "--format=%b", "halland")
        assert len(desk.git("show", "--name-only", "--format=", "halland").split()) == 3

    def test_a_dry_run_writes_nothing(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("hours", "set", "varberg", WEEK, "--from", "2026-12-01", *SOURCE, "--dry-run")
        assert outcome.stdout.rstrip().endswith("Inget har skrivits (--dry-run).")
        assert desk.changed() == []

    def test_json_has_the_change_and_what_was_understood(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("hours", "set", "varberg", WEEK, "--from", "2026-12-01", *SOURCE, "-o", "json")
        told = kept("edit", outcome.stdout)
        assert told["written"] is True
        assert told["notes"][0]["en"] == "Understood as: Monday–Thursday 10:00–16:00, Friday 10:00–13:00"
        assert [change["office"] for change in told["changes"] if change["visible"]] == ["varberg"]


REFUSED = {
    "everything is missing": (
        ("hours", "set"),
        2,
        "Fel: det saknas uppgifter: KONTOR, ÖPPETTIDER, --from, --source\n",
    ),
    "everything is missing for a deviation": (
        ("hours", "deviate"),
        2,
        "Fel: det saknas uppgifter: KONTOR, DATUM, ÖPPETTIDER, --reason, --source\n",
    ),
    "hours that can mean two things": (
        ("hours", "set", "varberg", "mån-fre 10-4", "--from", "2026-12-01", *SOURCE),
        2,
        """\
    mån-fre 10-4
            ^^^^
  Fel: ”10-4”: kan betyda 10.00–16.00 eller 10.00–04.00 nästa dag
  Förslag: 10.00–16.00
Fel: öppettiderna går inte att läsa vid tecken 9
""",
    ),
    "a reason that has to be translated": (
        ("hours", "deviate", "varberg", "2026-12-23", "stängt", "--reason", "Vi firar", *SOURCE),
        2,
        "Fel: det saknas uppgifter: --reason-en\n",
    ),
    "no such office": (
        ("hours", "set", "varbreg", WEEK, "--from", "2026-12-01", *SOURCE),
        4,
        "Fel: kontoret varbreg finns inte\n  menade du varberg",
    ),
    "no office fits": (
        ("hours", "set", "county=Gotlands,status=closed", WEEK, "--from", "2026-12-01", *SOURCE),
        4,
        "Fel: inget kontor passar county=Gotlands,status=closed\n",
    ),
    "no such filter": (
        ("hours", "set", "lan=Hallands", WEEK, "--from", "2026-12-01", *SOURCE),
        2,
        "Fel: lan finns inte att välja\n",
    ),
    "weeks said twice": (
        ("hours", "set", "varberg", "udda veckor ons 10-14", "--weeks", "even", "--from", "2026-12-01", *SOURCE),
        2,
        "Fel: texten säger redan vilka veckor det gäller\n",
    ),
    "days the wrong way round": (
        ("hours", "clear", "varberg", "2026-12-30..2026-12-01"),
        2,
        "Fel: 2026-12-01 kommer före 2026-12-30\n",
    ),
    "an office and a selection": (
        ("hours", "clear", "varberg", "2026-12-30", "--offices", "county=Hallands"),
        2,
        "Fel: KONTOR och --offices kan inte ges båda\n",
    ),
}


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> RealRegistry:
    return RealRegistry(tmp_path_factory.mktemp("untouched"))


@pytest.mark.parametrize(("arguments", "code", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_refused_in_words(
    untouched: RealRegistry, arguments: tuple[str, ...], code: int, words: str
) -> None:
    outcome = untouched.sscctl(*arguments)
    assert (outcome.code, outcome.stdout) == (code, "")
    assert outcome.stderr.startswith(words)
    assert untouched.changed() == []


def test_on_a_terminal_what_is_missing_is_asked_for(desk: RealRegistry) -> None:
    terminal: Any = desk.spawn("hours", "set", "--today", "2026-11-22")
    for question, answer in (
        ("Vilket kontor", "varbreg"),
        ("finns inte", "\x15varberg"),
        ("Öppettider", "mån-tors 10-4"),
        ("tecken", "\x15mån-tors 10-16, övriga dagar stängt"),
        ("Från vilken dag", "2026-12-01"),
        ("Källa", "Dnr 2026-881"),
        ("Ska det skrivas", "j"),
    ):
        terminal.expect(question)
        terminal.send(f"{answer}\r")
    seen = SGR.sub("", terminal.read())
    terminal.close()
    assert terminal.exitstatus == 0
    assert "Skrivet." in seen
    assert desk.changed() == [f"registry/{VARBERG}"]
