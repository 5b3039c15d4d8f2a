"""`sscctl list --open-at`: the offices that are open for certain at an instant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base_registry import OFFICE_ID
from tests.cli.promises import kept
from tests.cli.registries import OFFICES, on, registry


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("listed"), OFFICES)


def test_lists_those_that_are_open_for_certain(root: Path) -> None:
    outcome = on(root, "list", "--open-at", "2026-11-23T10:30", "-o", "ids")
    assert outcome.stdout.split() == ["arvikabussen", OFFICE_ID]
    assert outcome.stderr == "the day's hours of 1 office are unknown\n"


def test_other_filters_hold_as_well(root: Path) -> None:
    outcome = on(root, "list", "--open-at", "2026-11-23T10:30", "--county", "01", "-o", "ids")
    assert (outcome.stdout.split(), outcome.stderr) == ([OFFICE_ID], "")


def test_the_list_is_that_of_the_day_of_the_instant(root: Path) -> None:
    outcome = on(root, "list", "--open-at", "2025-06-02T10:30", "-o", "json")
    assert {office["status"] for office in kept("list", outcome.stdout)["offices"]} == {"open"}


@pytest.mark.parametrize(("time", "code"), [("now", 0), ("10.30", 0), ("", 2), ("soon", 2), ("2026-11-23", 2)])
def test_what_is_a_time(root: Path, time: str, code: int) -> None:
    assert on(root, "list", "--open-at", time, "-o", "ids").code == code


def test_a_clock_alone_is_that_of_the_day_that_is_asked_about(root: Path) -> None:
    outcome = on(root, "list", "--open-at", "10:30", "--on", "2026-11-23", "-o", "ids")
    assert outcome.stdout.split() == ["arvikabussen", OFFICE_ID]
