"""A day at the end of the calendar, most often a slip of the pen, is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from sscctl.cli.app import run
from tests.base_registry import OFFICE_ID
from tests.cli.registries import TODAY, registry

SOURCE = ("--source", "Dnr 1", "--dry-run", "--today", TODAY)
COMMANDS = {
    "hours from": ["hours", "set", OFFICE_ID, "mån 10-12", "--from", "DAY"],
    "hours through": ["hours", "set", OFFICE_ID, "mån 10-12", "--from", "2027-01-11", "--through", "DAY"],
    "a deviation": ["hours", "deviate", OFFICE_ID, "DAY", "10-12", "--reason", "Val"],
    "a deviation of many days": ["hours", "deviate", OFFICE_ID, "DAY..DAY", "10-12", "--reason", "Val"],
    "a closing": ["office", "close", OFFICE_ID, "--on", "DAY", "--decision", "sfs-2019-212"],
    "the last day before one": ["office", "close", OFFICE_ID, "--last-day", "DAY", "--decision", "sfs-2019-212"],
    "a time closed": ["office", "suspend", OFFICE_ID, "--from", "2027-01-11", "--until", "DAY"],
    "an agreement's end": ["agreement", "end", "takeover-2019", "--on", "DAY"],
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("days"))


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_it_is_refused_in_words(root: Path, command: list[str], day: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [argument.replace("DAY", day) for argument in command]
    assert run(["--root", str(root), *arguments, *SOURCE]) == 2
    assert day in capsys.readouterr().err


ASKED = {
    **{f"{command} on": [*command.split(), "--on", "DAY"] for command in ("list", "stats", "upcoming", "validate")},
    **{f"{command} of one": [command, OFFICE_ID, "--on", "DAY"] for command in ("show", "week", "open", "log")},
    "the rules' day": ["validate", "--today", "DAY"],
    "a time": ["open", OFFICE_ID, "--at", "DAYT12:00"],
    "a week": ["week", OFFICE_ID, "DAY"],
}


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("command", ASKED.values(), ids=ASKED)
def test_a_question_too(root: Path, command: list[str], day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(root), *(argument.replace("DAY", day) for argument in command)]) == 2
    assert day in capsys.readouterr().err


@pytest.mark.parametrize("week", ["0001-W01", "9999-W52"])
def test_a_week_too(root: Path, week: str) -> None:
    assert run(["--root", str(root), "week", OFFICE_ID, week]) == 2


def test_what_happened_no_later_than_a_day_has_no_first_one(root: Path) -> None:
    assert run(["--root", str(root), "agreement", "end", "takeover-2019", "--on", "../2027-01-01", *SOURCE]) == 0
