"""What a row of each kind of table does, in CSV and in YAML, and how the rows of one file go together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sscctl.cli.sheets.catalogue import KINDS, kind_named, kind_of
from sscctl.cli.sheets.template import template
from sscctl.reading.spreadsheet import read_spreadsheet
from tests.cli.registries import OFFICES, committed, registry
from tests.cli.sheets import TODAY, planned_from, told

TORGET = "offices/exempelstad-torget.yaml"
DECISION = "ssc-exempelbeslut-2021"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("kinds"), OFFICES)


def entry(root: Path, text: str, path: str, key: str, name: str = "tabell.csv") -> Any:  # noqa: ANN401  a document
    value: Any = planned_from(root, text.format(decision=DECISION), name).tree(path)
    for step in key.split("/"):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


ROWS: dict[str, tuple[str, str, str, object]] = {
    "hours": (
        "Kontor;Från;Öppettider;Källa\nTorget;2027-01-11;mån 10-16;Dnr 2",
        TORGET,
        "opening_hours/-1/weekly",
        {"mon": ["10:00-16:00"]},
    ),
    "hours in odd weeks": (
        "Office,From,Hours,Weeks,Source\nTorget,2027-01-11,Mon 10-16,odd,Dnr 2",
        TORGET,
        "opening_hours/-1/weeks",
        "odd",
    ),
    "hours by weekday": (
        "Kontor;Från;Mån;Tisdag;Wed;Tors;Källa\nTorget;2027-01-11;10-16;9.00-12.00, 13.00-16.00;stängt;;Dnr 2",
        TORGET,
        "opening_hours/-1/weekly",
        {"mon": ["10:00-16:00"], "tue": ["09:00-12:00", "13:00-16:00"], "wed": []},
    ),
    "deviations": (
        "Kontor;Dag;Öppettider;Orsak;Källa\nTorget;2027-05-07;stängt;Klämdag;Dnr 2",
        TORGET,
        "deviations/-1/reason",
        {"sv": "Klämdag", "en": "Day between holidays"},
    ),
    "moves": (
        "Kontor;Från;Gata;Postnr;Postort;Källa\nTorget;2027-03-01;Nygatan 2;113 22;Stockholm;Dnr 2",
        TORGET,
        "addresses/-1/street",
        "Nygatan 2",
    ),
    "set": ("Kontor;Fält;Värde\nServicekontoret Torget;town;Norrmalm", TORGET, "town", "Norrmalm"),
    "agency-set": (
        "Myndighet;Fält;Värde\nskatteverket;web;https://www.exempel.se/",
        "agencies/skatteverket.yaml",
        "web",
        "https://www.exempel.se/",
    ),
    "agreement-set": (
        "Avtal;Fält;Värde\ntakeover-2019;reference;Dnr 3",
        "agreements/takeover-2019.yaml",
        "reference",
        "Dnr 3",
    ),
    "closings": (
        "Kontor;Sista besöksdag;Beslut;Beslutat;Successors;Källa\nTorget;2027-06-30;{decision};2026-11;orebro;D 1",
        TORGET,
        "lifecycle/-1/successors",
        ["orebro"],
    ),
    "suspensions": (
        "Kontor;Första stängda dag;Sista stängda dag;Källa\nTorget;2027-02-01;2027-02-14;Dnr 2",
        TORGET,
        "lifecycle/-1/event",
        "reopened",
    ),
    "reopenings": (
        "Kontor;Första öppna dag;Källa\nÖrebro;2027-02-15;Dnr 2",
        "offices/orebro.yaml",
        "lifecycle/-1/event",
        "reopened",
    ),
    "offices": (
        "Namn;Kommun;När;Gata;Postnr;Postort;Öppettider;Källa\nHamnen;Örebro;2027-02;Kaj 1;702 10;Örebro;mån 9-12;D 1",
        "offices/orebro-hamnen.yaml",
        "addresses/0/postcode",
        "70210",
    ),
    "participations": (
        "Avtal;Kontor;Från;Nivå;Källa\ntakeover-2019;Örebro;2026-01;guidance;Dnr 2",
        "offices/orebro.yaml",
        "participations/0/level",
        "guidance",
    ),
    "agreement-ends": (
        "Avtal;Sista dag;Källa\ntakeover-2019;2027-12-31;Dnr 2",
        "agreements/takeover-2019.yaml",
        "ended/on",
        "2027-12-31",
    ),
}


@pytest.mark.parametrize(("text", "path", "key", "value"), ROWS.values(), ids=ROWS)
def test_a_row_does_what_its_command_does(root: Path, text: str, path: str, key: str, value: object) -> None:
    assert entry(root, text, path, key) == value


def test_a_deviation_that_is_not_there_cannot_be_taken_away(root: Path) -> None:
    assert told(root, "Kontor;Dag\nTorget;2027-05-07\n") == ["2 - there is no deviation on 2027-05-07"]


@pytest.mark.parametrize("name", KINDS)
def test_the_headings_of_a_template_say_which_kind_it_is(root: Path, name: str) -> None:
    table = read_spreadsheet(template(kind_named(name, TODAY)).encode())
    assert not table.slips
    assert not table.rows
    assert kind_of(table, TODAY, None).name == name


def test_an_id_that_an_office_once_had_is_not_given_again(tmp_path: Path) -> None:
    root = registry(tmp_path, OFFICES)
    committed(tmp_path, "Begin", "2026-01-01T12:00:00+01:00")
    (root / "offices/orebro.yaml").unlink()
    committed(tmp_path, "Lose one", "2026-01-02T12:00:00+01:00")
    text = "Namn;Kommun;Id;När;Källa\nHamnen;Örebro;orebro;2027;Dnr 2\nTorget;Örebro;exempelstad-torget;2027;Dnr 2\n"
    assert told(root, text) == [
        "2 C an office had the id orebro before",
        "3 C there is an office exempelstad-torget already",
    ]
