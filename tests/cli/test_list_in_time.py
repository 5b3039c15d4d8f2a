"""The two axes of time: `--on` asks the data about a day, `--as-of` reads the data as it was."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.cli.registries import OFFICES, committed, on, registry
from tests.process import Outcome, sscctl

RENAMED = {"name": "Nya Torget", "lifecycle": [{"event": "opened", "on": "2021-12-01", "source": "page"}]}


@dataclass(frozen=True, slots=True)
class Past:
    """A registry in git: first the base registry alone, then more offices, and Torget corrected."""

    root: Path
    first: str
    listed_then: Outcome


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Past:
    top = tmp_path_factory.mktemp("past")
    root = registry(top)
    listed = on(root, "list", "-o", "json", "--on", "2021-11-15")
    first = committed(top, "Begin", "2026-10-01T12:00:00+02:00")
    registry(top, {**OFFICES, OFFICE_PATH: RENAMED})
    committed(top, "Go on", "2026-11-01T12:00:00+01:00")
    return Past(root, first, listed)


@pytest.mark.parametrize("revision", ["HEAD~1", "2026-10-15", "2026-10-01T12:00", "2026-10-31", "main~1", "{first}"])
def test_as_of_answers_as_the_registry_did_then(past: Past, revision: str) -> None:
    named = revision.format(first=past.first)
    assert on(past.root, "list", "-o", "json", "--on", "2021-11-15", "--as-of", named) == past.listed_then


@pytest.mark.parametrize(
    ("as_of", "name", "status"),
    [
        pytest.param(["--as-of", "HEAD~1"], "Torget", "open", id="the first revision had it open in November"),
        pytest.param(["--as-of", "HEAD"], "Nya Torget", "unknown", id="the last one corrects that to December"),
        pytest.param([], "Nya Torget", "unknown", id="and the work tree is the same"),
    ],
)
def test_what_was_said_about_a_day_changes_while_the_day_does_not(
    past: Past, as_of: list[str], name: str, status: str
) -> None:
    outcome = on(past.root, "list", "-o", "json", "--municipality", "0180", "--on", "2021-11-15", *as_of)
    (office,) = json.loads(outcome.stdout)["offices"]
    assert (office["id"], office["name"], office["status"]) == (OFFICE_ID, name, status)


def test_show_and_validate_go_back_as_well(past: Past) -> None:
    assert on(past.root, "show", "orebro", "--as-of", "HEAD~1").code == 4
    assert on(past.root, "show", "orebro", "--as-of", "HEAD").code == 0
    assert on(past.root, "validate", "--today", "2026-11-22", "--as-of", "HEAD~1").code == 0
    assert on(past.root, "validate", "--today", "2026-11-22", "--as-of", "HEAD").code == 1
    asked = ["validate", "-o", "json", "--as-of", "HEAD"]
    assert on(past.root, *asked, "--on", "2021-11-15") == on(past.root, *asked, "--today", "2021-11-15")


READING = {
    "list": ["list"],
    "show": ["show", OFFICE_ID],
    "week": ["week", OFFICE_ID],
    "open": ["open"],
    "near": ["near", "59.33,18.06", "-n", "9"],
    "stats": ["stats"],
    "sql": ["sql", "SELECT id, name, status FROM offices"],
    "upcoming": ["upcoming", "--days", "400"],
    "stale": ["stale", "--older-than", "1d"],
    "log": ["log", OFFICE_ID],
    "why": ["why", OFFICE_ID, "name"],
    "validate": ["validate"],
}
DAYS = {
    "open": ("--at", "2021-11-15T11:00", "2026-11-20T11:00"),
    "validate": ("--today", "2021-11-15", "2026-11-20"),
    "week": ("--on", "2026-04-20", "2021-11-15"),
}
"""`open` is asked about an instant, and `validate` stands on a day; in a week of 2026 both revisions say the same."""


@pytest.mark.parametrize("command", READING)
class TestEveryReadingCommandHasBothAxes:
    def test_what_was_known_then_is_another_answer(self, past: Past, command: str) -> None:
        option, _, day = DAYS.get(command, ("--on", "2021-11-15", "2026-04-20"))
        asked = [*READING[command], "-o", "json", option, day, "--as-of"]
        then, now = (on(past.root, *asked, revision) for revision in ("HEAD~1", "HEAD"))
        assert {then.code, now.code} <= {0, 1}, then.stderr + now.stderr
        assert json.loads(then.stdout) != json.loads(now.stdout)

    def test_another_day_is_another_answer(self, past: Past, command: str) -> None:
        option, *days = DAYS.get(command, ("--on", "2021-11-15", "2026-04-20"))
        asked = [*READING[command], "-o", "json", "--as-of", "HEAD", option]
        first, second = (on(past.root, *asked, day) for day in days)
        assert {first.code, second.code} <= {0, 1}, first.stderr + second.stderr
        assert json.loads(first.stdout) != json.loads(second.stdout)


def test_who_owns_what_goes_back_as_well(past: Past) -> None:
    asked = ["codeowners", "--default", "@org/team", "--on", "2026-04-20", "--as-of"]
    then, now = (on(past.root, *asked, revision).stdout for revision in ("HEAD~1", "HEAD"))
    assert "orebro.yaml" in now
    assert "orebro.yaml" not in then


@pytest.mark.parametrize(
    ("revision", "code", "words"),
    [
        pytest.param("HEAD~9", 4, "there is no revision HEAD~9", id="further back than history goes"),
        pytest.param("nonsense", 4, "there is no revision nonsense", id="a name that git does not know"),
        pytest.param("--output=stolen", 4, "there is no revision --output=stolen", id="an option in disguise"),
        pytest.param("2026-02-30", 2, "2026-02-30 is no day", id="a day that no calendar has"),
        pytest.param("2020-01-01", 4, "2020-01-01", id="a day before the first commit"),
    ],
)
def test_a_revision_that_is_not_there(past: Past, revision: str, code: int, words: str) -> None:
    outcome = on(past.root, "list", f"--as-of={revision}")
    assert (outcome.code, outcome.stdout) == (code, "")
    assert words in outcome.stderr
    assert not (past.root / "stolen").exists()


def test_without_git_there_is_no_past(tmp_path: Path) -> None:
    outcome = on(registry(tmp_path), "list", "--as-of", "HEAD")
    assert (outcome.code, outcome.stdout) == (3, "")
    assert "git" in outcome.stderr


def test_the_real_registry_knows_the_day_of_the_takeover_and_today() -> None:
    then, today = (
        {
            office["id"]: office["status"]
            for office in json.loads(sscctl("list", "-o", "json", "--on", day).stdout)["offices"]
        }
        for day in ("2019-06-01", "2026-11-22")
    )
    assert then.keys() == today.keys()
    assert (then["arvika"], today["arvika"]) != ("closed", "open")
    assert today["arvika"] == "closed"
    assert (then["vansbro"], today["vansbro"]) == ("unknown", "open")
    assert then["stockholm-city"] == today["stockholm-city"] == "open"
