"""The change of 2 October 2023, when five offices in Stockholm lost one weekday each, as somebody's spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.promises import kept
from tests.cli.registries import on
from tests.cli.replays import CLOSED_ON, weekday_closings

SOURCE = "https://www.statenssc.se/nyheter/nyhetsarkiv/2023-10-02-statens-servicecenter-har-nya-oppettider"
DAYS = {"mon": "måndag", "tue": "tisdag", "wed": "onsdag", "thu": "torsdag", "fri": "fredag"}
BEFORE = ("--today", "2023-09-15")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Full weeks at the five offices, committed."""
    return weekday_closings(tmp_path_factory.mktemp("weekdays"), before=True)


def spreadsheet(folder: Path, rows: Sequence[Sequence[str]], lineterminator: str = "\r\n") -> str:
    """The rows as a Swedish spreadsheet writes them."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", lineterminator=lineterminator).writerows(rows)
    (folder / "veckodagar.csv").write_bytes(written.getvalue().encode("utf-8-sig"))
    return str(folder / "veckodagar.csv")


def rows() -> list[list[str]]:
    """The change by office: full days but for the one that is lost."""
    told = [["Kontor", "Från och med", "Öppettider", "Källa", "Källdatum"]]
    for ident, closed in CLOSED_ON.items():
        others = ", ".join(day for key, day in DAYS.items() if key != closed)
        told.append([ident, "2023-10-02", f"{others} 10-16,\n{DAYS[closed]} stängt", SOURCE, "2023-10-02"])
    return told


def test_the_plan_is_told_as_the_change_was(root: Path, tmp_path: Path) -> None:
    outcome = on(root, "apply", spreadsheet(tmp_path, rows()), "--plan", "--allow-loss", *BEFORE, lang="sv")
    assert outcome.code == 0, outcome.stderr
    head, guard, sums, kinds, lost, *_ = outcome.stdout.splitlines()
    assert head == "Öppettider från en dag (5), ur veckodagar.csv"
    assert guard.startswith("Över spärren: 30 tim av de 210 tim i veckan som är kända försvinner")
    assert sums.startswith("5 ändringar som en besökare märker")
    assert kinds == "Kortare öppettider: 5"
    assert lost == "Varje vecka försvinner 30 tim."
    for weekday in DAYS.values():
        assert f"{weekday} stängt, förut 10–16" in outcome.stdout


def test_the_order_of_the_rows_does_not_matter(root: Path, tmp_path: Path) -> None:
    head, *every = rows()
    plans = []
    for some in (every, every[::-1], every[2:] + every[:2]):
        outcome = on(root, "apply", spreadsheet(tmp_path, [head, *some]), "--plan", "-o", "json", *BEFORE)
        plans.append(kept("apply", outcome.stdout)["digest"])
    assert len(set(plans)) == 1


def test_it_is_written_as_it_was_reviewed(tmp_path: Path) -> None:
    root = weekday_closings(tmp_path, before=True)
    file = spreadsheet(tmp_path, rows())
    told = kept("apply", on(root, "apply", file, "--plan", "-o", "json", *BEFORE).stdout)
    outcome = on(root, "apply", file, "--only", told["digest"], "--allow-loss", "--branch", "veckodagar", *BEFORE)
    assert outcome.code == 0, outcome.stderr
    change = on(root, "diff", "main", "veckodagar", "-o", "json", *BEFORE)
    found = kept("diff", change.stdout)
    assert found["summary"]["kinds"] == {"hours_cut": 5}
    assert {one["effective"] for one in found["changes"] if one["visible"]} == {"2023-10-02"}


def test_one_wrong_row_and_none_is_written(root: Path, tmp_path: Path) -> None:
    wrong = rows()
    wrong[3][0] = "sundbybergg"
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    outcome = on(root, "apply", spreadsheet(tmp_path, wrong), *BEFORE)
    assert outcome.code == 5
    assert "veckodagar.csv, row 4, column A (Kontor): there is no office sundbybergg" in outcome.stderr
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_so_much_is_lost_that_it_is_written_only_where_that_is_meant(root: Path, tmp_path: Path) -> None:
    file = spreadsheet(tmp_path, rows())
    refused = on(root, "apply", file, *BEFORE, lang="sv")
    assert refused.code == 5
    assert refused.stdout.splitlines()[1].startswith("Över spärren: ")
    assert refused.stderr == (
        "Fel: planen tar bort mer än spärren tillåter\n  är det meningen, lägg till --allow-loss\n"
    )
    told = kept("apply", on(root, "apply", file, "--plan", "-o", "json", *BEFORE).stdout)
    assert (told["refused"], told["written"], len(told["guard"])) == (True, False, 1)
