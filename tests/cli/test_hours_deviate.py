"""`sscctl hours deviate` and `clear` on the real registry: said back, shown, written, and taken away again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.desks import RealRegistry

LULEA = "offices/lulea.yaml"
SOURCE = ("--source", "Dnr 2026-881")


@pytest.fixture
def desk(tmp_path: Path) -> RealRegistry:
    return RealRegistry(tmp_path)


class TestDeviate:
    def test_a_day_with_a_reason_that_needs_no_translation(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl(
            "hours", "deviate", "lulea", "2026-12-23", "10-13", "--reason", "Dag före julafton", *SOURCE
        )
        assert outcome.code == 0, outcome.stderr
        assert outcome.stdout.startswith("Förstått som: onsdag 2026-12-23: 10.00–13.00 (Dag före julafton)\n")
        assert "Day before Christmas Eve" in desk.text(LULEA)

    def test_days_in_a_row(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl(
            *("hours", "deviate", "lulea", "2027-07-05..2027-07-16", "closed"),
            *("--reason", "Semesterstängt", "--reason-en", "Summer closure", *SOURCE),
            lang="en",
        )
        assert outcome.stdout.startswith(
            "Understood as: Monday 2027-07-05 through Friday 2027-07-16: closed every day (Summer closure)\n"
        )
        assert '+ valid_through: "2027-07-16"' in desk.lines()

    def test_many_offices_by_a_selection(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl(
            *("hours", "deviate", "--offices", "county=Hallands", "2026-12-23", "stängt"),
            *("--reason", "Utbildning", *SOURCE),
        )
        assert outcome.code == 0, outcome.stderr
        assert len(desk.changed()) == 3

    def test_two_that_only_overlap_are_refused(self, desk: RealRegistry) -> None:
        desk.sscctl("hours", "deviate", "lulea", "2026-12-21..2026-12-23", "10-13", "--reason", "Val", *SOURCE)
        outcome = desk.sscctl(
            "hours", "deviate", "lulea", "2026-12-22..2026-12-30", "stängt", "--reason", "Utbildning", *SOURCE
        )
        assert outcome.code == 5
        assert outcome.stderr.splitlines() == [
            "Fel: lulea: överlappar en avvikelse som gäller 2026-12-21..2026-12-23",
            "  ta bort den först: sscctl hours clear … 2026-12-21..2026-12-23",
        ]

    def test_a_holiday_that_is_closed_anyway_is_told(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("hours", "deviate", "lulea", "2026-12-24", "stängt", "--reason", "Julstängt", *SOURCE)
        assert "Samma öppettider gäller redan utan avvikelsen." in outcome.stdout


class TestClear:
    def test_a_day_out_of_several(self, desk: RealRegistry) -> None:
        days = "2026-12-28..2026-12-30"
        desk.sscctl("hours", "deviate", "lulea", days, "10-13", "--reason", "Utbildning", *SOURCE, "--commit")
        outcome = desk.sscctl("hours", "clear", "lulea", "2026-12-29")
        assert outcome.code == 0, outcome.stderr
        assert '+ valid_through: "2026-12-28"' in desk.lines()
        assert desk.text(LULEA).count("Training") == 2

    def test_where_there_is_none_the_others_are_named(self, desk: RealRegistry) -> None:
        desk.sscctl("hours", "deviate", "lulea", "2026-12-23", "10-13", "--reason", "Utbildning", *SOURCE)
        outcome = desk.sscctl("hours", "clear", "lulea", "2026-12-22")
        assert (outcome.code, outcome.stderr) == (
            5,
            "Fel: ingen avvikelse gäller 2026-12-22\n  avvikelser finns för 2026-12-23\n",
        )


def test_on_a_terminal_no_is_no(desk: RealRegistry) -> None:
    terminal: Any = desk.spawn("hours", "deviate", "lulea", "2026-12-23", "10-13", *SOURCE)
    for question, answer in (
        ("Orsak, på svenska", "Utbildning"),
        ("Orsak, på engelska: .*Training", ""),
        ("Ska det skrivas", "n"),
    ):
        terminal.expect(question)
        terminal.send(f"{answer}\r")
    terminal.read()
    terminal.close()
    assert terminal.exitstatus != 0
    assert desk.changed() == []
