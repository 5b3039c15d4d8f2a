"""`sscctl log`: what happened to an office, and when the registry learned it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.cli.pasts import FIRST, SECOND, moved, two_revisions
from tests.cli.promises import kept
from tests.cli.registries import committed, on, registry
from tests.process import CHECKOUT, sscctl

TEXT = """
Servicekontoret Torget (exempelstad-torget)

2021-11-01  Opened
            the registry learned it 2023-08-15 [REVISION]

2021-11-01  Address: Exempelgatan 1
            the registry learned it 2023-08-15 [REVISION] and withdrew it 2023-10-16 [REVISION]

2021-11-01  Address: Exempelgatan 2
            the registry learned it 2023-10-16 [REVISION]

2021-11-01  Hours: Monday–Friday 10–16
            the registry learned it 2023-08-15 [REVISION]

2022-01-01  Agency: Swedish Migration Agency, guidance
            the registry learned it 2023-08-15 [REVISION]

2023-10-15  Closing decided, last day for visitors 2023-12-29
            the registry learned it 2023-10-16 [REVISION]

Revisions
2023-08-15  REVISION Begin (Test Testsson)
2023-10-16  REVISION Tell of the closing (Test Testsson)
"""
SWEDISH = """
2023-10-15  Nedläggning beslutades, sista besöksdag 2023-12-29
            registret fick veta det 2023-10-16 [REVISION]
"""


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_revisions(tmp_path_factory.mktemp("past"))


def shown(root: Path, *arguments: str, lang: str = "en") -> str:
    """What `log` prints, with every revision's id taken out."""
    outcome = on(root, "log", *arguments, lang=lang)
    assert (outcome.code, outcome.stderr) == (0, "")
    ids = subprocess.run(
        ["git", "log", "--format=%h", "--abbrev=8"], cwd=root, capture_output=True, text=True, check=True
    )
    text = outcome.stdout
    for one in ids.stdout.split():
        text = text.replace(one, "REVISION")
    return text


def facts(root: Path, *arguments: str) -> list[tuple[str | None, str, str | None, str | None]]:
    """The life in shorthand: date, list, and the subjects of the revisions that learned and withdrew the entry."""
    told = kept("log", on(root, "log", *arguments, "-o", "json").stdout)
    return [
        (one["date"], one["kind"], one["learned"]["subject"], one["withdrawn"] and one["withdrawn"]["subject"])
        for one in told["events"]
    ]


def test_as_text(past: Path) -> None:
    assert shown(past, OFFICE_ID).strip() == TEXT.strip()


def test_in_swedish(past: Path) -> None:
    assert SWEDISH.strip() in shown(past, OFFICE_ID, lang="sv")


@pytest.mark.parametrize("width", ["40", "60", "80", "160"])
def test_no_line_is_wider_than_the_terminal(past: Path, width: str) -> None:
    outcome = sscctl("--root", str(past), "--lang", "sv", "log", OFFICE_ID, env={"COLUMNS": width})
    assert max(map(len, outcome.stdout.splitlines())) <= int(width)


def test_as_json_both_axes(past: Path) -> None:
    assert facts(past, OFFICE_ID) == [
        ("2021-11-01", "lifecycle", "Begin", None),
        ("2021-11-01", "addresses", "Begin", "Tell of the closing"),
        ("2021-11-01", "addresses", "Tell of the closing", None),
        ("2021-11-01", "opening_hours", "Begin", None),
        ("2022-01-01", "participations", "Begin", None),
        ("2023-10-15", "lifecycle", "Tell of the closing", None),
    ]


@pytest.mark.parametrize("as_of", ["2023-09-01", "HEAD~1"])
def test_as_it_was_known_then(past: Path, as_of: str) -> None:
    assert {learned for _, _, learned, _ in facts(past, OFFICE_ID, "--as-of", as_of)} == {"Begin"}


def test_until_a_day(past: Path) -> None:
    assert {date for date, *_ in facts(past, OFFICE_ID, "--on", "2021-12-31")} == {"2021-11-01"}


def test_before_all_that_is_known(past: Path) -> None:
    told = "Servicekontoret Torget (exempelstad-torget)\nNothing is known of its life.\n"
    assert shown(past, OFFICE_ID, "--on", "2020-01-01") == told


def test_as_markdown_is_a_table(past: Path) -> None:
    lines = shown(past, "Torget", "-o", "markdown").splitlines()
    assert lines[0] == r"## Servicekontoret Torget \(exempelstad\-torget\)"
    assert len({line.count("|") for line in lines if line.startswith("|")}) == 1


def test_what_is_not_committed(tmp_path: Path) -> None:
    root = registry(tmp_path, {OFFICE_PATH: FIRST})
    committed(tmp_path, "Begin", "2023-08-15T12:00:00+02:00")
    registry(tmp_path, {OFFICE_PATH: SECOND})
    assert facts(root, OFFICE_ID)[-1] == ("2023-10-15", "lifecycle", None, None)
    assert "learned it now, not committed [–]" in shown(root, OFFICE_ID)


def test_a_file_that_moves_between_folders_keeps_its_past(tmp_path: Path) -> None:
    root = two_revisions(tmp_path)
    before = facts(root, OFFICE_ID)
    moved(root, OFFICE_PATH, f"offices/stockholm/{OFFICE_ID}.yaml")
    assert facts(root, OFFICE_ID) == before
    committed(tmp_path, "Sort by county", "2024-01-01T12:00:00+01:00")
    assert facts(root, OFFICE_ID) == before


def test_an_office_that_gets_another_id_keeps_its_past(tmp_path: Path) -> None:
    root = two_revisions(tmp_path)
    before = facts(root, OFFICE_ID)
    path = root / OFFICE_PATH
    renamed = path.read_text("utf-8").replace(f"id: {OFFICE_ID}\n", f"id: nya-torget\npredecessor: {OFFICE_ID}\n")
    path.unlink()
    (root / "offices/nya-torget.yaml").write_text(renamed, "utf-8")
    committed(tmp_path, "Rename", "2024-01-01T12:00:00+01:00")
    assert facts(root, "nya-torget") == before
    assert f"Formerly: {OFFICE_ID}" in shown(root, "nya-torget")
    assert {withdrawn for *_, withdrawn in facts(root, OFFICE_ID)} == {"Tell of the closing", "Rename"}
    assert "No longer in the registry: 2024-01-01" in shown(root, OFFICE_ID)


def test_a_predecessor_with_a_life_of_its_own_is_told(tmp_path: Path) -> None:
    root = registry(tmp_path, {"offices/nya.yaml": {"predecessor": OFFICE_ID}})
    committed(tmp_path, "Begin", "2024-01-01T12:00:00+01:00")
    assert f"Predecessor: {OFFICE_ID} (see sscctl log {OFFICE_ID})" in shown(root, "nya")


def test_two_that_name_each_other_end(tmp_path: Path) -> None:
    changes = {f"offices/{one}.yaml": {"predecessor": other} for one, other in (("a", "b"), ("b", "a"), ("c", "c"))}
    root = registry(tmp_path, changes)
    committed(tmp_path, "Begin", "2024-01-01T12:00:00+01:00")
    for one in "abc":
        assert on(root, "log", one).code == 0


def test_a_shallow_clone_says_that_its_past_is_cut(tmp_path: Path) -> None:
    two_revisions(tmp_path / "whole")
    whole = (tmp_path / "whole").as_uri()
    subprocess.run(["git", "clone", "-q", "--depth", "1", whole, str(tmp_path / "cut")], check=True)
    cut = tmp_path / "cut/registry"
    assert kept("log", on(cut, "log", OFFICE_ID, "-o", "json").stdout)["cut"] is True
    assert "The clone is shallow" in shown(cut, OFFICE_ID)
    assert "The clone is shallow" in on(cut, "why", OFFICE_ID, "street").stdout


@pytest.mark.parametrize("name", ["nowhere", "--", "*", "a/../b", "exempelstad-*", ":(glob)**"])
def test_an_office_that_never_was(past: Path, name: str) -> None:
    assert on(past, "log", "--", name).code in (2, 4)


def test_without_git_there_is_no_past(tmp_path: Path) -> None:
    assert on(registry(tmp_path), "log", OFFICE_ID).code == 3


def test_before_the_first_commit_all_is_new(tmp_path: Path) -> None:
    root = registry(tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert {learned for _, _, learned, _ in facts(root, OFFICE_ID)} == {None}


def test_an_old_revision_may_be_nonsense(tmp_path: Path) -> None:
    root = registry(tmp_path)
    path = root / OFFICE_PATH
    good = path.read_bytes()
    for number, bad in enumerate((b"", b"- a\n", b"lifecycle: 5\naddresses: [5, {street: 7}]\n", b"a: [\n", b"\xff")):
        path.write_bytes(bad)
        committed(tmp_path, f"Bad {number}", f"2024-01-0{number + 1}T12:00:00+01:00")
    path.write_bytes(good)
    committed(tmp_path, "Good", "2024-02-01T12:00:00+01:00")
    told = json.loads(on(root, "log", OFFICE_ID, "-o", "json").stdout)["events"]
    assert {"street": 7} in [one["entry"] for one in told]
    assert on(root, "log", OFFICE_ID).code == on(root, "why", OFFICE_ID, "street").code == 0


def test_the_real_registry() -> None:
    if shutil.which("git") is None or not (CHECKOUT / ".git").exists():
        pytest.skip("this is no clone")
    for file in sorted((CHECKOUT / "registry/offices").rglob("*.yaml"))[::29]:
        assert kept("log", sscctl("log", file.stem, "-o", "json").stdout)["office"] == file.stem
