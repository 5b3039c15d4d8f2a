"""`sscctl apply`: a table that somebody filled in becomes one plan: shown, and written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.cli.desks import RealRegistry
from tests.cli.promises import kept

HOURS = """\
Kontor;Från;Öppettider;Källa
Varberg;2027-01-11;mån-tors 10-16, fre 10-13;Dnr 2
sundbyberg;2027-01-11;mån-fre 10-15;Dnr 2
"""
WRONG = """\
Kontor;Från;Öppettider;Källa
Varbergg;2027-13-11;mån-tors 10-26;Dnr 2
sundbyberg;2027-01-11;mån-fre 10-15;
sundbyberg;2027-01-11;=A1;Dnr 3
varberg;2027-01-11;mån-fre 10-15;Dnr 3
varberg;2027-01-11;mån-fre 10-16;Dnr 3
varberg;2027-01-11;mån-fre 10-16;Dnr 3
"""


@pytest.fixture
def desk(tmp_path: Path) -> RealRegistry:
    return RealRegistry(tmp_path)


def table(desk: RealRegistry, text: str, name: str = "tabell.csv") -> str:
    """The table, written beside the repository."""
    (desk.top.parent / name).write_bytes(text.encode())
    return f"../{name}"


class TestHours:
    def test_every_row_is_told_in_a_visitors_words_and_written(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("apply", table(desk, HOURS))
        assert outcome.code == 0, outcome.stderr
        assert outcome.stdout.startswith("Öppettider från en dag (2), ur tabell.csv\n")
        assert "från 11 januari 2027: måndag–torsdag 10–16, förut okänt; fredag 10–13" in outcome.stdout
        assert desk.changed() == ["registry/offices/sundbyberg.yaml", "registry/offices/varberg.yaml"]
        assert desk.lost_comments() == []

    def test_a_second_time_there_is_nothing_left_to_do(self, desk: RealRegistry) -> None:
        desk.sscctl("apply", table(desk, HOURS))
        outcome = desk.sscctl("apply", table(desk, HOURS))
        assert outcome.stdout.endswith("Inget ändras: så står det redan.\n")

    def test_it_does_what_the_command_for_one_office_does(self, desk: RealRegistry) -> None:
        desk.sscctl("apply", table(desk, HOURS))
        by_table = desk.text("offices/varberg.yaml")
        desk.git("checkout", "-q", ".")
        hours, source = "mån-tors 10-16, fre 10-13", "Dnr 2"
        desk.sscctl("hours", "set", "varberg", hours, "--from", "2027-01-11", "--source", source)
        assert desk.text("offices/varberg.yaml") == by_table

    def test_the_source_may_be_given_for_all_rows(self, desk: RealRegistry) -> None:
        without = HOURS.replace(";Källa", "").replace(";Dnr 2", "")
        refused = desk.sscctl("apply", table(desk, without))
        assert "tabell.csv, rad 1: kolumnen Källa saknas" in refused.stderr
        desk.sscctl("apply", table(desk, without), "--source", "Dnr 7", "--source-date", "2026-11-02")
        assert 'dnr-7-2026-11-02: {document: Dnr 7, date: "2026-11-02"}' in desk.text("offices/varberg.yaml")

    def test_it_is_one_commit_on_a_branch(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("apply", table(desk, HOURS), "--branch", "vintern", "-m", "Nya tider i vinter")
        assert outcome.code == 0, outcome.stderr
        assert desk.git("log", "-1", "--format=%s", "vintern").strip() == "Nya tider i vinter"
        assert "Source: Dnr 2" in desk.git("log", "-1", "--format=%b", "vintern")
        assert len(desk.git("show", "--stat", "--format=", "vintern").splitlines()) == 3
        assert desk.changed() == []

    def test_json_tells_what_was_written_and_committed(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("apply", table(desk, HOURS), "--commit", "-o", "json")
        told = kept("apply", outcome.stdout)
        assert (told["written"], told["refused"], told["problems"]) == (True, False, [])
        assert told["commit"]["id"] == desk.git("rev-parse", "HEAD").strip()
        assert told["doing"] == "Hours from a day on (2), from tabell.csv"

    def test_on_a_terminal_it_is_shown_and_asked_first(self, desk: RealRegistry) -> None:
        person: Any = desk.spawn("apply", table(desk, HOURS), "--today", "2026-11-22")
        person.expect("från 11 januari 2027")
        person.expect("Ska det skrivas")
        assert desk.changed() == []
        person.sendline("j")
        person.expect("Skrivet")
        person.expect(pexpect.EOF)
        assert len(desk.changed()) == 2


class TestWhatIsWrong:
    def test_all_of_it_is_told_at_once_by_row_and_column(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("apply", table(desk, WRONG))
        assert outcome.code == 5
        assert outcome.stdout == ""
        assert outcome.stderr == (
            """\
tabell.csv, rad 2, kolumn A (Kontor): kontoret Varbergg finns inte
  menade du varberg?
tabell.csv, rad 2, kolumn B (Från): 2027-13-11 är inget datum
  skriv ett datum som ÅÅÅÅ-MM-DD, till exempel 2026-11-22
tabell.csv, rad 2, kolumn C (Öppettider): öppettiderna går inte att läsa vid tecken 10: ”10-26”: \
det finns inget sådant klockslag
tabell.csv, rad 3, kolumn D (Källa): cellen är tom
  skriv webbadress eller diarienummer
tabell.csv, rad 4, kolumn C (Öppettider): =A1 är en formel
  skriv värdet
tabell.csv, rad 6: säger emot en annan rad om varberg (se rad 5)
  behåll en av dem
tabell.csv, rad 7: säger emot en annan rad om varberg (se rad 5)
  behåll en av dem
Fel: 7 fel, så inget har skrivits
"""
        )
        assert desk.changed() == []

    def test_json_has_the_same(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("apply", table(desk, WRONG), "-o", "json")
        assert outcome.code == 5
        told = kept("apply", outcome.stdout)
        assert [(one["number"], one["column"], one["others"]) for one in told["problems"]] == [
            (2, "A", []),
            (2, "B", []),
            (2, "C", []),
            (3, "D", []),
            (4, "C", []),
            (6, None, [5]),
            (7, None, [5]),
        ]

    def test_what_the_registry_refuses_is_told_by_row_too(self, desk: RealRegistry) -> None:
        later = HOURS + "Varberg;2027-03-01;mån 10-12;Dnr 2\n"
        assert desk.sscctl("apply", table(desk, later)).code == 0
        within = "Kontor;Från;Till och med;Öppettider;Källa\nVarberg;2027-02-01;2027-04-01;mån 9-10;Dnr 4\n"
        outcome = desk.sscctl("apply", table(desk, within))
        assert outcome.code == 5
        assert "rad 2: varberg: från 2027-03-01 gäller redan andra öppettider" in outcome.stderr

    def test_errors_that_the_rules_find_are_traced_to_their_rows(self, desk: RealRegistry) -> None:
        swapped = "Namn;Kommun;När;Läge;Gata;Postnr;Postort;Källa\nX;Varberg;2027;18.05,59.34;G 1;43244;Varberg;Dnr 1\n"
        outcome = desk.sscctl("apply", table(desk, swapped))
        assert outcome.code == 5
        assert "Felen i offices/varberg-x.yaml kommer av rad 2." in outcome.stdout

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("Kontor;Frän;Öppettider;Källa\n", "har inga rader"),
            ("Ko;Frn\na;b\n", "rubrikerna hör inte till någon tabell: Ko, Frn"),
        ],
        ids=["no rows", "unknown headings"],
    )
    def test_what_is_no_table_of_any_kind(self, desk: RealRegistry, text: str, message: str) -> None:
        outcome = desk.sscctl("apply", table(desk, text))
        assert outcome.code == 2
        assert message in outcome.stderr

    def test_a_file_that_is_not_there(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("apply", "../nowhere.csv")
        assert outcome.code == 6
        assert "det finns ingen fil ../nowhere.csv" in outcome.stderr

    def test_a_folder(self, desk: RealRegistry) -> None:
        assert desk.sscctl("apply", "..").code == 2


class TestReview:
    def test_only_the_plan_that_was_reviewed_is_written(self, desk: RealRegistry) -> None:
        file = table(desk, HOURS)
        planned = desk.sscctl("apply", file, "--plan")
        assert planned.code == 0, planned.stderr
        assert desk.changed() == []
        (line,) = [line for line in planned.stdout.splitlines() if line.startswith("Planens kontrollsumma: ")]
        digest = line.rpartition(" ")[2]
        changed = desk.sscctl("apply", table(desk, HOURS.replace("10-15", "10-14")), "--only", digest)
        assert changed.code == 5
        assert "planen är inte den som granskades" in changed.stderr
        assert desk.changed() == []
        for _ in range(2):
            assert desk.sscctl("apply", table(desk, HOURS), "--only", digest).code == 0
            assert len(desk.changed()) == 2

    def test_nor_where_the_registry_has_changed_since(self, desk: RealRegistry) -> None:
        file = table(desk, HOURS)
        told = kept("apply", desk.sscctl("apply", file, "--plan", "-o", "json").stdout)
        desk.sscctl("office", "set", "halmstad", "contact.phone", "+46771111111", "--source", "Dnr 1")
        other = kept("apply", desk.sscctl("apply", file, "--plan", "-o", "json").stdout)
        assert other["digest"] == told["digest"]
        desk.sscctl("office", "set", "varberg", "contact.phone", "+46771111111", "--source", "Dnr 1")
        refused = desk.sscctl("apply", file, "--only", told["digest"], "-o", "json")
        assert refused.code == 5
        assert kept("apply", refused.stdout)["refused"] is True

    def test_what_is_no_digest(self, desk: RealRegistry) -> None:
        assert desk.sscctl("apply", table(desk, HOURS), "--only", "0x12").code == 2
        assert desk.sscctl("apply", table(desk, HOURS), "--only", "0" * 32, "--plan").code == 2
