"""A day at the desk: every edit is made by answering on a real terminal, and a reviewer merges what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.at_a_terminal import Terminal, on_terminal
from tests.cli.desks import RealRegistry
from tests.cli.test_apply_replay import rows, spreadsheet
from tests.process import Outcome, sscctl

NEWS = "https://www.exempel.se/nyheter/1"
CLOSURES = "ssc-2025-04-10-closures"
Answers = Sequence[tuple[str, str]]

DAY: dict[str, tuple[tuple[str, ...], Answers]] = {
    "Lägg till kontoret Stortorget (nybro-stortorget)": (
        ("office", "add"),
        [
            ("Namn, utan ”Servicekontoret”", "Stortorget"),
            ("Kommun", "Nybro"),
            ("Id", ""),
            ("Ort", ""),
            ("Sort", ""),
            ("Vad säger källan om kontoret?", ""),
            ("När?", "2027-02-01"),
            ("Gata och nummer", "Stora torget 1"),
            ("Postnummer", "382 30"),
            ("Postort", ""),
            ("Stadsdel", ""),
            ("Läge", ""),
            ("Öppettider i ord", "mån–fre 10–15"),
            ("Källa", NEWS),
        ],
    ),
    "Nya öppettider för Boden från 2027-01-11": (
        ("hours", "set"),
        [
            ("Vilket kontor?", "boden"),
            ("Öppettider", "måndag till torsdag 10–16, fredagar 10–13, lunchstängt 12–12.30"),
            ("Från vilken dag?", "2027-01-11"),
            ("Källa", NEWS),
        ],
    ),
    "Avvikande öppettider för Boden 2026-12-23": (
        ("hours", "deviate"),
        [
            ("Vilket kontor?", "boden"),
            ("Vilken dag?", "2026-12-23"),
            ("Öppettider den dagen", "10–13"),
            ("Orsak, på svenska", "Dag före julafton"),
            ("Orsak, på engelska", "Day before Christmas Eve"),
            ("Källa", NEWS),
        ],
    ),
    "Anslut Boden, Kalmar och Karlskrona till migrationsverket-2023 från…": (
        ("agreement", "set", "--offices", "boden,kalmar,karlskrona"),
        [
            ("Vilket avtal?", "migrationsverket-2023"),
            ("Från vilken dag?", "2027-03-01"),
            ("Hur långt hjälper personalen?", "guidance"),
            ("Med eller utan bokning?", "drop_in"),
            ("Källa", NEWS),
        ],
    ),
    "Flytta Karlskrona till Ronnebygatan 1 från 2027-01-04": (
        ("office", "move"),
        [
            ("Vilket kontor?", "karlskrona"),
            ("Första dagen på den nya adressen", "2027-01-04"),
            ("Gata och nummer", "Ronnebygatan 1"),
            ("Postnummer", "371 32"),
            ("Postort", ""),
            ("Stadsdel", ""),
            ("Läge", ""),
            ("Källa", NEWS),
        ],
    ),
    "Lägg ned Mjölby från 2027-06-01": (
        ("office", "close"),
        [
            ("Vilket kontor?", "Mjölby"),
            ("Första stängda dagen", "2027-06-01"),
            ("Beslutets id", CLOSURES),
            ("Kontor som tar över", "linkoping-city"),
            ("Källa", NEWS),
        ],
    ),
}
"""What each command says in its commit, the command, and its questions with their answers."""


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_an_administrators_day_and_the_reviewers_merge(tmp_path: Path) -> None:
    desk = RealRegistry(tmp_path)
    done(sscctl("git", "setup", "--yes", cwd=desk.top))
    begun = desk.git("rev-parse", "HEAD").strip()

    keep: tuple[str, ...] = ("--branch", "dagens")
    for command, answers in DAY.values():
        with on_terminal(desk.top, *command, *keep) as person:
            answer_all(person, answers)
            person.answer("Ska det skrivas?", "j")
            code, told = person.end()
        assert code == 0, told
        assert "dagens" in told
        keep = ("--commit",)
    file = spreadsheet(tmp_path, rows())
    with on_terminal(desk.top, "apply", file, "--commit") as person:
        person.answer("Ska det skrivas?", "j")
        code, told = person.end()
    assert code == 0, told
    assert desk.git("log", "--reverse", "--format=%s", "main..dagens").splitlines() == [
        *DAY,
        "Öppettider från en dag (5), ur veckodagar.csv",
    ]
    assert desk.git("log", "--format=%(trailers:key=Source,valueonly)", "main..dagens").count(NEWS) == len(DAY)
    assert desk.changed() == []

    with on_terminal(desk.top, "diff", "main", "dagens") as person:
        person.expect("Läggs ned: 1 · Flyttar: 1 · Andra öppettider: 6 · Avvikande dagar: 1 · Öppnar: 1")
        person.expect("Myndighet ansluter: 3")
        person.expect("En kommun förlorar sitt enda kontor: Mjölby.")
        code, told = person.end()
    assert code == 0, told

    the_reviewer_merges(desk)
    assert desk.lost_comments(begun) == []
    assert "# The source tells which weekday closes" in desk.text("offices/hallunda.yaml")


def answer_all(person: Terminal, answers: Answers) -> None:
    for question, text in answers:
        person.answer(question, text)


def the_reviewer_merges(desk: RealRegistry) -> None:
    """Others have changed one of the offices on main meanwhile, beside what the branch changes."""
    desk.git("switch", "-q", "main")
    done(desk.sscctl("office", "set", "boden", "contact.phone", "+46771112400", "--source", NEWS, "--commit"))
    desk.git("merge", "-q", "--no-ff", "-m", "Dagens ändringar", "dagens")
    assert desk.changed() == []
    done(desk.sscctl("validate", "--since", "HEAD~1"))
    week = json.loads(done(sscctl("week", "boden", "2027-W02", "-o", "json", cwd=desk.top)))
    assert week["days"][4]["hours"] == ["10:00-12:00", "12:30-13:00"]
    assert 'phone: "+46771112400"' in desk.text("offices/boden.yaml")


def done(outcome: Outcome) -> str:
    assert outcome.code == 0, outcome
    return outcome.stdout
