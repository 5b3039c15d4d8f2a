"""How the rows of one file go together, whatever their order, and which of them contradict each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.registries import OFFICES, registry
from tests.cli.sheets import planned_from, told

TORGET = "offices/exempelstad-torget.yaml"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("together"), OFFICES)


HEAD = "Kontor;Från;Till och med;Öppettider;Källa\n"

TOGETHER = {
    "two schedules of one office": (
        f"{HEAD}Torget;2027-06-01;;mån 10-15;Dnr 2\nTorget;2027-01-11;;mån 10-16;Dnr 2\n",
        ["2027-01-11", "2027-06-01"],
    ),
    "a summer within hours that go on": (
        f"{HEAD}Torget;2027-06-14;2027-08-13;mån 10-13;Dnr 2\nTorget;2027-01-11;;mån 10-16;Dnr 2\n",
        ["2027-01-11", "2027-06-14", "2027-08-14"],
    ),
    "odd and even weeks": (
        f"{HEAD}Torget;2027-01-11;;udda veckor mån 10-13;Dnr 2\nTorget;2027-01-11;;jämna veckor mån 10-16;Dnr 2\n",
        ["2027-01-11", "2027-01-11"],
    ),
}


@pytest.mark.parametrize(("text", "starts"), TOGETHER.values(), ids=TOGETHER)
def test_rows_on_one_office_go_together_in_whatever_order(root: Path, text: str, starts: list[str]) -> None:
    head, first, second = text.splitlines()
    desk, other = planned_from(root, text), planned_from(root, f"{head}\n{second}\n{first}\n")
    hours: Any = desk.tree(TORGET)["opening_hours"]
    assert [one.get("valid_from") for one in hours][-len(starts) :] == starts
    assert desk.files == other.files


APART = {
    "two schedules from one day": (
        f"{HEAD}Torget;2027-01-11;;mån 10-15;Dnr 2\nTorget;2027-01-11;;mån 10-16;Dnr 2\n",
        ["3 - contradicts another row on exempelstad-torget (2,)"],
    ),
    "the same row twice": (
        f"{HEAD}Torget;2027-01-11;;mån 10-15;Dnr 2\nTorget;2027-01-11;;mån 10-15;Dnr 2\n",
        ["3 - the row is there twice (2,)"],
    ),
    "days that run across each other": (
        f"{HEAD}Torget;2027-01-11;2027-03-01;mån 10-15;Dnr 2\nTorget;2027-02-01;;mån 10-16;Dnr 2\n",
        ["3 - contradicts another row on exempelstad-torget (2,)"],
    ),
    "two deviations that only overlap": (
        (
            "Kontor;Dag;Öppettider;Orsak;Källa\n"
            "Torget;2027-05-07..2027-05-10;stängt;Klämdag;D 2\nTorget;2027-05-08..2027-05-12;stängt;Utbildning;D 2\n"
        ),
        ["3 - contradicts another row on exempelstad-torget (2,)"],
    ),
    "two values for one field": (
        "Kontor;Fält;Värde\nTorget;town;Norrmalm\nexempelstad-torget;town;Kista\n",
        ["3 - contradicts another row on exempelstad-torget (2,)"],
    ),
    "two offices of one id": (
        "Namn;Kommun;Id;När;Källa\nHamnen;Örebro;hamnen;2027;Dnr 2\nKajen;Örebro;hamnen;2027;Dnr 2\n",
        ["3 - contradicts another row on hamnen (2,)"],
    ),
    "hours twice": (
        "Kontor;Från;Öppettider;Mån;Källa\nTorget;2027-01-11;mån 10-16;10-16;Dnr 2\n",
        ["2 - the hours are there twice"],
    ),
    "no hours at all": ("Kontor;Från;Mån;Källa\nTorget;2027-01-11;;Dnr 2\n", ["2 - the hours are missing"]),
    "hours that a spreadsheet took for a date": (
        "Kontor;Dag;Öppettider;Orsak;Källa\nTorget;2027-05-07;13-okt;Klämdag;Dnr 2\n",
        ["2 C 13-okt is a date, not hours"],
    ),
    "two columns for one thing": (
        "Kontor;Fält;Värde;Field\nTorget;town;Norrmalm;town\n",
        ["1 D Fält is the same column"],
    ),
}


@pytest.mark.parametrize(("text", "slips"), APART.values(), ids=APART)
def test_rows_that_cannot_both_hold_name_each_other(root: Path, text: str, slips: list[str]) -> None:
    kind = "set" if "Fält" in text else None
    assert told(root, text, kind=kind) == slips


def test_a_row_that_fails_because_of_another_names_it_and_no_row_that_would_fail_alone_does(root: Path) -> None:
    text = "Kontor;Fält;Värde\nTorget;addresses.0.street;\nTorget;town;Kista\nTorget;twn;Kista\n"
    assert told(root, text) == ["2 C the cell is empty", "4 - there is no field twn"]


YAML = """\
source: Dnr 2
closings:
  - {office: Kajen, on: 2028-01-01, decision: ssc-exempelbeslut-2021, decided: 2027-11, successors: [Torget]}
hours:
  - office: Servicekontoret Kajen
    from: 2027-03-01
    hours: mån 10-13
offices:
  - {name: Kajen, municipality: Örebro, on: 2027-02-01}
"""


def test_what_one_table_of_a_file_adds_the_others_may_name(root: Path) -> None:
    desk = planned_from(root, YAML, "ny.yaml")
    tree: Any = desk.tree("offices/orebro-kajen.yaml")
    assert tree["opening_hours"][0]["weekly"] == {"mon": ["10:00-13:00"]}
    assert tree["lifecycle"][-1]["last_day"] == "2027-12-31"
    torget: Any = desk.tree(TORGET)
    assert torget["predecessor"] == "orebro-kajen"


WRONG_YAML = {
    "an unknown kind": ("houers:\n  - {office: Torget}\n", ["1 houers there is no such kind"]),
    "no list": ("hours: Torget\n", ["1 hours a list of rows belongs here"]),
    "no row": ("set:\n  - Torget\n", ["2 - a row belongs here"]),
    "an unknown column": (
        "set:\n  - {office: Torget, field: town, value: Kista}\n  - {office: Torget, fild: name, value: X}\n",
        ["3 fild there is no such column", "3 field the cell is empty"],
    ),
    "a mapping for a cell": (
        "set:\n  - {office: {id: Torget}, field: town, value: Kista}\n",
        ["2 office a text belongs here", "2 office the cell is empty"],
    ),
    "a key twice": (
        "set:\n  - {office: Torget, office: Torget, field: town, value: Kista}\n",
        ["2 - The key “office” is there already."],
    ),
}


@pytest.mark.parametrize(("text", "slips"), WRONG_YAML.values(), ids=WRONG_YAML)
def test_what_is_wrong_with_yaml_is_told_by_line(root: Path, text: str, slips: list[str]) -> None:
    assert told(root, text, "fel.yaml") == slips
