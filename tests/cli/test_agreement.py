"""`sscctl agreement` on the real registry: entered, joined by offices, changed and ended, in one transaction each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.desks import SGR, RealRegistry
from tests.cli.promises import kept

SOURCE = ("--source", "Dnr 2026-881")
MIGRATION = "agreements/migrationsverket-2023.yaml"


@pytest.fixture
def desk(tmp_path: Path) -> RealRegistry:
    return RealRegistry(tmp_path)


class TestSet:
    def test_three_offices_are_signed_on_in_one_commit(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl(
            *("agreement", "set", "migrationsverket-2023", "--offices", "visby,borlange,Kalmar"),
            *("--from", "2027-01-11", "--level", "guidance", "--booking", "drop_in", *SOURCE, "--commit"),
        )
        assert outcome.code == 0, outcome.stderr
        head, _, rest = outcome.stdout.partition("\n")
        assert head == "Anslut Visby, Borlänge och Kalmar till migrationsverket-2023 från 2027-01-11"
        assert rest.count("från 11 januari 2027: Migrationsverket ansluter") == 3
        assert desk.git("show", "--name-only", "--format=").split() == [
            f"registry/{path}"
            for path in (MIGRATION, *(f"offices/{office}.yaml" for office in ("borlange", "kalmar", "visby")))
        ]
        assert "Source: Dnr 2026-881" in desk.git("log", "-1", "--format=%b")
        assert desk.lost_comments("HEAD~1") == []
        assert desk.changed() == []

    def test_the_same_again_changes_nothing(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl(
            "agreement", "set", "migrationsverket-2023", "--offices", "kiruna", "--from", "2027-01-11", *SOURCE
        )
        assert "Inget ändras: så står det redan." in outcome.stdout
        assert desk.changed() == []

    def test_a_value_in_one_language(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("agreement", "set", "migrationsverket-2023", "title.sv", "Nytt namn", *SOURCE)
        assert outcome.code == 0, outcome.stderr
        assert "+ sv: Nytt namn" in desk.lines()

    def test_a_value_goes(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("agreement", "set", "migrationsverket-pilot-2021", "valid_from", "--unset")
        assert outcome.stdout.startswith("Ta bort valid_from i avtalet migrationsverket-pilot-2021\n")
        assert desk.lines() == ['- valid_from: "2021-09-01"']

    def test_tasks_are_entered(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl(
            *("agreement", "set", "migrationsverket-2023", "--task", "guidance: Vägledning / Guidance"),
            *("--task", "permits: Tillstånd / Permits", "--personal-data", "permits=Läsning av ärendet", *SOURCE),
        )
        assert outcome.code == 0, outcome.stderr
        assert outcome.stdout.startswith("Nya uppgifter i migrationsverket-2023: guidance, permits\n")
        assert "SSC409 åtgärdat" in outcome.stdout
        assert desk.lost_comments() == []

    def test_what_would_break_a_rule_is_refused_and_not_written(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("agreement", "set", "migrationsverket-2023", "performer", "skatteverket")
        assert outcome.code == 5
        assert "SSC408" in outcome.stdout
        assert "ändringen skulle ge registret 1 fel, så inget har skrivits" in outcome.stderr
        assert desk.changed() == []


class TestEnd:
    def test_the_offices_are_listed_and_their_entries_end(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl("agreement", "end", "migrationsverket-2023", "--on", "2026-12-31", *SOURCE)
        assert outcome.code == 0, outcome.stderr
        assert "Migrationsverket slutar 2026-12-31 på Kiruna, Luleå, Norrköping," in outcome.stdout
        assert len(desk.changed()) == 11
        assert desk.lines().count('+ valid_through: "2026-12-31"') == 10
        assert desk.lost_comments() == []

    def test_a_dry_run_in_english_as_json(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl(
            *("agreement", "end", "migrationsverket-2023", "--on", "2026-12-31", *SOURCE, "--dry-run", "-o", "json"),
            lang="en",
        )
        told = kept("edit", outcome.stdout)
        assert (told["written"], len(told["files"])) == (False, 11)
        assert told["notes"][0]["en"].startswith("Swedish Migration Agency ends on 2026-12-31 at Kiruna, Luleå,")
        assert desk.changed() == []


class TestAdd:
    def test_an_agreement_with_offices_and_tasks(self, desk: RealRegistry) -> None:
        outcome = desk.sscctl(
            *("agreement", "add", "kronofogden-2027", "--kind", "service", "--principal", "kronofogden"),
            *("--from", "2027-01-01", "--offices", "visby,kalmar", "--level", "guidance"),
            *("--title", "Service åt Kronofogden", "--title-en", "Service for Kronofogden"),
            *("--task", "guidance: Vägledning / Guidance", "--task", "debts: Skulder / Debts"),
            *("--personal-data", "debts=Läsning av ärendet", "--legal-basis", "sfs-2019-212:1", *SOURCE),
        )
        assert outcome.code == 0, outcome.stderr
        assert outcome.stdout.startswith("Nytt avtal kronofogden-2027: serviceavtal med kronofogden\n")
        assert desk.text("agreements/kronofogden-2027.yaml").splitlines()[1:8] == [
            "id: kronofogden-2027",
            "kind: service",
            "title: {sv: Service åt Kronofogden, en: Service for Kronofogden}",
            "performer: statens-servicecenter",
            "principals: [kronofogden]",
            'valid_from: "2027-01-01"',
            "scope: list",
        ]
        assert len(desk.changed()) == 3

    def test_on_a_terminal_what_is_missing_is_asked_for(self, desk: RealRegistry) -> None:
        terminal: Any = desk.spawn("agreement", "add", "--today", "2026-11-22")
        for question, answer in (
            ("Vad för slags avtal", "service"),
            ("Uppdragsgivare", "kronofogdne"),
            ("finns inte", "\x15kronofogden"),
            ("Från vilken dag", "2027-01-01"),
            ("Alla kontor eller vissa", "list"),
            ("Vilka kontor", "visby,kalmar"),
            ("Hur långt hjälper personalen", "guidance"),
            ("Med eller utan bokning", ""),
            ("Rubrik på svenska", "Service åt Kronofogden"),
            ("Rubrik på engelska", "Service for Kronofogden"),
            ("Diarienummer", ""),
            ("Avtalets id.*kronofogden-2027", ""),
            ("Källa", "Dnr 2026-881"),
            ("Ska det skrivas", "j"),
        ):
            terminal.expect(question)
            terminal.send(f"{answer}\r")
        seen = SGR.sub("", terminal.read())
        terminal.close()
        assert (terminal.exitstatus, "Skrivet." in seen) == (0, True)
        assert len(desk.changed()) == 3


REFUSED = {
    "everything is missing": (
        ("agreement", "add"),
        2,
        "Fel: det saknas uppgifter: --kind, --principal, AVTAL, --source\n",
    ),
    "everything is missing for an end": (("agreement", "end"), 2, "Fel: det saknas uppgifter: AVTAL, --on, --source\n"),
    "offices without a day": (
        ("agreement", "set", "migrationsverket-2023", "--offices", "visby"),
        2,
        "Fel: det saknas uppgifter: --from, --source\n",
    ),
    "a level without offices": (
        ("agreement", "set", "migrationsverket-2023", "--level", "guidance"),
        2,
        "Fel: det saknas uppgifter: --offices\n",
    ),
    "no such field": (
        ("agreement", "set", "migrationsverket-2023", "titel.sv", "x"),
        2,
        "Fel: det finns inget fält titel\n  menade du title? välj bland id, kind, title,",
    ),
    "no such agreement": (
        ("agreement", "end", "migrationsverket-2032", "--on", "2026-12-31", *SOURCE),
        4,
        "Fel: avtalet migrationsverket-2032 finns inte\n  menade du migrationsverket-2023",
    ),
    "a letter of intent gives nobody a part": (
        ("agreement", "set", "migrationsverket-intent-2022", "--offices", "visby", "--from", "2027-01-11", *SOURCE),
        5,
        "Fel: migrationsverket-intent-2022 är en avsiktsförklaring\n",
    ),
    "an id that is taken": (
        ("agreement", "add", "takeover-2019", "--kind", "service", "--principal", "kronofogden", *SOURCE),
        5,
        "Fel: takeover-2019 finns redan\n",
    ),
    "a task that cannot be read": (
        (
            *("agreement", "add", "x-2027", "--kind", "service", "--principal", "kronofogden", *SOURCE),
            *("--task", "bara svenska"),
        ),
        2,
        "Fel: --task: bara svenska går inte att läsa\n  skriv --task 'ID: svenska / English'\n",
    ),
    "one language of two": (
        ("agreement", "end", "migrationsverket-2023", "--on", "2026-12-31", *SOURCE, "--note", "Uppsagt"),
        2,
        "Fel: det saknas uppgifter: --note-en\n",
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
