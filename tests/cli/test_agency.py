"""`sscctl agency` on the real registry: entered and changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.desks import RealRegistry

SOURCE = ("--source", "https://www.csn.se/om")


@pytest.fixture
def desk(tmp_path: Path) -> RealRegistry:
    return RealRegistry(tmp_path)


def test_an_agency_is_entered(desk: RealRegistry) -> None:
    outcome = desk.sscctl(
        *("agency", "add", "csn", "--name", "Centrala studiestödsnämnden", "--organisation-number", "202100-1819"),
        *("--name-en", "Swedish Board of Student Finance", "--web", "https://www.csn.se"),
        *("--role", "participating", "--role-since", "2027-01-01", *SOURCE),
    )
    assert outcome.code == 0, outcome.stderr
    assert outcome.stdout.startswith("Ny myndighet: Centrala studiestödsnämnden (csn)\n")
    assert desk.text("agencies/csn.yaml") == (
        """\
# yaml-language-server: $schema=../../schemas/agency.schema.json
id: csn
kind: state_agency
name: {sv: Centrala studiestödsnämnden, en: Swedish Board of Student Finance}
organisation_number: "202100-1819"
web: "https://www.csn.se"
role: {kind: participating, since: "2027-01-01", source: csn-2026-11-22}

sources:
  csn-2026-11-22: {url: "https://www.csn.se/om", retrieved: "2026-11-22"}
"""
    )


def test_a_number_that_does_not_check_is_refused(desk: RealRegistry) -> None:
    outcome = desk.sscctl("agency", "add", "csn", "--name", "CSN", "--organisation-number", "202100-1818", *SOURCE)
    assert (outcome.code, "SSC108" in outcome.stdout) == (5, True)
    assert desk.changed() == []


def test_a_value_is_set_and_its_source_named(desk: RealRegistry) -> None:
    outcome = desk.sscctl("agency", "set", "migrationsverket", "role.since", "2021-09", *SOURCE)
    assert outcome.code == 0, outcome.stderr
    assert "source: [ssc-2021-06-07, csn-2026-11-22]" in desk.text("agencies/migrationsverket.yaml")
    assert desk.lost_comments() == []


def test_a_name_finds_the_agency(desk: RealRegistry) -> None:
    outcome = desk.sscctl("agency", "set", "skatteverket", "abbreviation", "SKV", "--dry-run", lang="en")
    assert outcome.stdout.startswith("Set abbreviation of Swedish Tax Agency to SKV\n")


def test_on_a_terminal_what_is_missing_is_asked_for(desk: RealRegistry) -> None:
    terminal: Any = desk.spawn("agency", "add", "--today", "2026-11-22", lang="en")
    for question, answer in (
        ("name in Swedish", "Åklagarmyndigheten"),
        ("Name in English", ""),
        ("agency's id.*aklagarmyndigheten", ""),
        ("What kind of agency", ""),
        ("Organisation number", ""),
        ("Web address", ""),
        ("Source", "Dnr 2026-881"),
        ("Write this", "y"),
    ):
        terminal.expect(question)
        terminal.send(f"{answer}\r")
    terminal.read()
    terminal.close()
    assert terminal.exitstatus == 0
    assert desk.changed() == ["registry/agencies/aklagarmyndigheten.yaml"]


REFUSED = {
    "everything is missing": (("agency", "add"), 2, "Fel: det saknas uppgifter: --name, MYNDIGHET, --source\n"),
    "nothing is said to be set": (("agency", "set"), 2, "Fel: det saknas uppgifter: MYNDIGHET, FÄLT, VÄRDE\n"),
    "an id that is none": (
        ("agency", "add", "C S N", "--name", "CSN", *SOURCE),
        2,
        "Fel: C S N kan inte vara ett id\n",
    ),
    "no such choice": (
        ("agency", "set", "skatteverket", "role.kind", "deltar"),
        2,
        "Fel: role.kind: deltar finns inte att välja\n  välj bland operator, participating,",
    ),
    "no such agency": (("agency", "set", "skatteverke", "web", "x"), 4, "Fel: myndigheten skatteverke finns inte\n"),
}


@pytest.mark.parametrize(("arguments", "code", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_refused_in_words(
    desk: RealRegistry, arguments: tuple[str, ...], code: int, words: str
) -> None:
    outcome = desk.sscctl(*arguments)
    assert (outcome.code, outcome.stdout) == (code, "")
    assert outcome.stderr.startswith(words)
    assert desk.changed() == []
