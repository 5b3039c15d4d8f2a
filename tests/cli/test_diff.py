"""`sscctl diff`: what a reviewer reads, and what scripts can count on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.base_registry import OFFICE_PATH
from tests.builders import files_of, laid_over
from tests.cli.promises import kept
from tests.cli.registries import committed, on, registry
from tests.cli.replays import CLOSED_ON, eleven_closings, weekday_closings, weekday_closings_as_known
from tests.diffing.comparing import event, schedule
from tests.process import Outcome

DAY_SHORTER = {
    "opening_hours": [
        schedule("2021-11-01", "2026-12-31"),
        schedule("2027-01-01", None, "closed", *["10:00-16:00"] * 4),
    ]
}
LONG = {"opening_hours": [schedule("2021-11-01")]}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of which the work tree has other hours at one office than its only commit."""
    folder = tmp_path_factory.mktemp("one")
    root = registry(folder, {OFFICE_PATH: LONG})
    committed(folder, "Begin", "2026-11-01T12:00:00+01:00")
    (root / OFFICE_PATH).write_bytes(files_of(laid_over({OFFICE_PATH: DAY_SHORTER}))[OFFICE_PATH])
    return root


def diff(root: Path, *arguments: str, lang: str = "en") -> Outcome:
    return on(root, "diff", *arguments, lang=lang)


def tree(root: Path, *arguments: str) -> Any:  # noqa: ANN401  JSON
    outcome = diff(root, "-o", "json", *arguments)
    assert (outcome.code, outcome.stderr) == (0, "")
    return kept("diff", outcome.stdout)


class TestTheWorkTree:
    def test_it_is_compared_with_the_last_commit(self, root: Path) -> None:
        outcome = diff(root)
        assert (outcome.code, outcome.stderr) == (0, "")
        assert "from 1 January 2027: Monday closed, was 10–16; 24 h a week, was 30" in outcome.stdout
        assert "Each week 6 h are lost." in outcome.stdout

    def test_in_swedish(self, root: Path) -> None:
        outcome = diff(root, lang="sv")
        assert "från 1 januari 2027: måndag stängt, förut 10–16; 24 tim i veckan, förut 30" in outcome.stdout

    def test_as_json(self, root: Path) -> None:
        found = tree(root)
        assert found["after"] == {"asked": None, "revision": None, "instant": None}
        assert [(change["office"], change["kind"], change["effective"]) for change in found["changes"]] == [
            ("exempelstad-torget", "hours_cut", "2027-01-01")
        ]
        (change,) = found["changes"]
        assert (change["before"], change["after"]) == ({"mon": ["10:00-16:00"]}, {"mon": []})
        assert change["visible"] is True
        assert found["summary"]["weekly_minutes"] == {"lost": 360, "won": 0, "unknown_at": []}

    @pytest.mark.parametrize(
        ("arguments", "code"), [((), 0), (("--exit-code",), 1), (("HEAD", "HEAD", "--exit-code"), 0)]
    )
    def test_the_exit_code_tells_of_changes_where_it_is_asked_to(
        self, root: Path, arguments: tuple[str, ...], code: int
    ) -> None:
        assert diff(root, *arguments).code == code

    @pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
    def test_nothing_differs_from_itself(self, root: Path, form: str) -> None:
        outcome = diff(root, "HEAD", "HEAD", "-o", form)
        assert outcome.code == 0
        assert "Nothing has changed." in outcome.stdout or form == "json"

    def test_the_day_of_the_comparison_can_be_another(self, root: Path) -> None:
        assert tree(root, "--today", "2027-02-01")["changes"][0]["correction"] is True


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("no-such-branch",), 4, "there is no revision no-such-branch"),
        (("--", "--output=x"), 4, "there is no revision --output=x"),
        (("HEAD", "HEAD", "--on", "2027-02-30"), 2, "2027-02-30 is no date"),
        (("2020-01-01",), 4, "did not exist yet"),
    ],
    ids=["an unknown revision", "a revision that looks like an option", "no date", "a day before the first commit"],
)
def test_what_cannot_be_compared(root: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    outcome = diff(root, *arguments)
    assert (outcome.code, outcome.stdout) == (code, "")
    assert words in outcome.stderr


def test_without_git_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    assert diff(registry(tmp_path)).code == 3


def test_a_file_that_cannot_be_read_is_said_at_the_top(root: Path, tmp_path: Path) -> None:
    broken = registry(tmp_path)
    committed(tmp_path, "Begin", "2026-11-01T12:00:00+01:00")
    (broken / OFFICE_PATH).write_text("id: [", "utf-8")
    found = tree(broken)
    assert (found["changes"], found["unreadable"]) == ([], [OFFICE_PATH])
    assert f"Cannot be read, and is left out: {OFFICE_PATH}" in diff(broken).stdout.splitlines()[1]


def test_on_a_day_before_a_closing_nobody_has_farther(tmp_path: Path) -> None:
    root = registry(tmp_path)
    committed(tmp_path, "Begin", "2026-11-01T12:00:00+01:00")
    closed = {"lifecycle": [event("opened", "2021-11-01"), event("closed", "2026-12-24")]}
    (root / OFFICE_PATH).write_bytes(files_of(laid_over({OFFICE_PATH: closed}))[OFFICE_PATH])
    assert tree(root, "--on", "2026-12-01")["access"]["residents"] == 0
    assert tree(root)["access"]["day"] == "2026-12-24"
    assert tree(root)["access"]["residents"] > 10_000_000  # it was the only one


@pytest.fixture(scope="module")
def stockholm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return weekday_closings(tmp_path_factory.mktemp("stockholm"))


@pytest.fixture(scope="module")
def eleven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return eleven_closings(tmp_path_factory.mktemp("eleven"))


class TestTheReplayOf2October2023:
    def test_the_comment_says_that_five_offices_lose_a_weekday_each(self, stockholm: Path) -> None:
        comment = diff(stockholm, "HEAD~1", "HEAD", "-o", "markdown").stdout
        changes = [line for line in comment.splitlines() if line.startswith("- **")]
        assert changes == [
            f"- **{office}: from 2 October 2023: {weekday} closed, was 10–16; 24 h a week, was 30"
            for office, weekday in (
                ("Hallunda** (hallunda)", "Tuesday"),
                ("Kungsholmen** (stockholm-kungsholmen)", "Thursday"),
                ("Liljeholmen** (stockholm-liljeholmen)", "Friday"),
                ("Odenplan** (stockholm-odenplan)", "Monday"),
                ("Sundbyberg** (sundbyberg)", "Wednesday"),
            )
        ]
        assert "- 5 changes that a visitor notices, 0 others; 5 offices are concerned." in comment
        assert "- Each week 30 h are lost." in comment
        assert "**Kista**" not in comment

    def test_it_says_who_has_farther_on_which_weekday(self, stockholm: Path) -> None:
        comment = diff(stockholm, "HEAD~1", "HEAD", "-o", "markdown").stdout
        assert "- The way grows most in Botkyrka: 12 km (Södertälje), was in the main town (Hallunda)." in comment
        assert "is as far off as before Mondays from 2 October 2023, Thursdays from 5 October 2023" in comment

    def test_json_has_the_five_and_what_they_lose(self, stockholm: Path) -> None:
        found = tree(stockholm, "HEAD~1", "HEAD")
        assert {change["office"]: [*change["after"]] for change in found["changes"]} == {
            office: [weekday] for office, weekday in CLOSED_ON.items()
        }
        assert {change["effective"] for change in found["changes"]} == {"2023-10-02"}
        assert not any(change["correction"] for change in found["changes"])
        assert found["summary"]["weekly_minutes"] == {"lost": 5 * 360, "won": 0, "unknown_at": []}
        assert [effect["weekday"] for effect in found["access"]["weekdays"]] == ["mon", "tue", "wed", "thu", "fri"]

    def test_where_hours_are_not_known_none_are_said_to_be_lost(self, tmp_path: Path) -> None:
        found = tree(weekday_closings_as_known(tmp_path), "HEAD~1", "HEAD")
        hours = [change for change in found["changes"] if change["visible"]]
        assert {change["office"]: (change["before"], change["after"]) for change in hours} == {
            office: ({weekday: None}, {weekday: []}) for office, weekday in CLOSED_ON.items()
        }
        assert found["summary"]["weekly_minutes"] == {"lost": 0, "won": 0, "unknown_at": sorted(CLOSED_ON)}


class TestTheReplayOf10April2025:
    def test_the_comment_names_the_eleven_and_who_loses_the_only_office(self, eleven: Path) -> None:
        comment = diff(eleven, "HEAD~1", "HEAD", "-o", "markdown").stdout
        assert "<summary>Closes: 11</summary>" in comment
        assert (
            "- 9 municipalities lose their last office: Arvika, Bollnäs, Filipstad, Kungälv, Landskrona, Lindesberg, "
            "Motala, Simrishamn, Åmål." in comment
        )
        assert (
            "- **Arvika** (arvika): from 31 May 2025: closed, was unknown; last day for visitors 30 May 2025; "
            "decision 2025-04-10: Eleven service offices wound down" in comment
        )
        assert "> - Past the guard: 11 of 84 offices are lost (13%, limit 5%)." in comment

    def test_json_tells_whom_it_reaches_with_the_year_of_the_figures(self, eleven: Path) -> None:
        found = tree(eleven, "HEAD~1", "HEAD")
        assert {change["decision"] for change in found["changes"] if change["visible"]} == {"ssc-2025-04-10-closures"}
        assert [one["code"] for one in found["summary"]["municipalities_losing_last_office"]] == sorted(
            ["1784", "2183", "1782", "1482", "1282", "1885", "0583", "1291", "1492"]
        )
        worst = found["access"]["worst"]
        assert (worst["name"], worst["km_before"], worst["km_after"], worst["exact"]) == ("Arvika", 0, 58, False)
        assert found["access"]["population"] == {"source": "SCB", "years": [2019]}
        assert [effect["day"] for effect in found["access"]["days"]] == [
            "2025-01-31",
            "2025-03-25",
            "2025-05-24",
            "2025-05-31",
            "2025-06-14",
        ]
