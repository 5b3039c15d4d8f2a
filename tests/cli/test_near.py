"""`sscctl near` and `sscctl list --near`: the nearest offices, and how far they are."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.promises import kept
from tests.cli.registries import OFFICES, TODAY, on, registry
from tests.process import sscctl


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("near"), OFFICES)


TABLES = {
    "sv": """\
kontor           km    kommun     status    id
Torget          1,6    Stockholm  öppet     exempelstad-torget
Arvikabussen  ≈ 312    Arvika     öppet     arvikabussen

Från Stockholm, fågelvägen.
≈ kontorets läge är inte känt: till postorten eller kommunens centralort.
""",
    "en": """\
office           km  municipality    status    id
Torget          1.6  Stockholm       open      exempelstad-torget
Arvikabussen  ≈ 312  Arvika          open      arvikabussen

From Stockholm, as the crow flies.
≈ the office's position is not known: to its post town or municipality's main town.
""",
}


@pytest.mark.parametrize("lang", TABLES)
def test_the_nearest_open_offices_come_first(root: Path, lang: str) -> None:
    outcome = on(root, "near", "stockholm", "-n", "2", "--on", TODAY, lang=lang)
    assert (outcome.code, outcome.stderr) == (0, "")
    assert " ".join(outcome.stdout.split()) == " ".join(TABLES[lang].split())


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        pytest.param(["Örebro"], ["arvikabussen", "exempelstad-torget", "alvsbyn"], id="open offices alone"),
        pytest.param(["Örebro", "--all", "-n", "2"], ["orebro", "arvikabussen"], id="a closed one too, if asked"),
        pytest.param(["Örebro", "--agency", "migrationsverket"], ["arvikabussen"], id="those with an agency"),
        pytest.param(["Örebro", "-n", "1", "--on", "2022-01-01"], ["orebro"], id="as it was on a day"),
        pytest.param(["94231"], ["alvsbyn", "exempelstad-torget", "arvikabussen"], id="a postcode"),
        pytest.param(["65.67, 21.0", "-n", "1"], ["alvsbyn"], id="a point"),
    ],
)
def test_which_offices(root: Path, arguments: list[str], ids: list[str]) -> None:
    content = kept(
        "near", on(root, "near", "-o", "json", *([] if "--on" in arguments else ["--on", TODAY]), *arguments).stdout
    )
    assert [office["id"] for office in content["offices"]] == ids


def test_json_tells_the_place_and_how_exact_a_distance_is(root: Path) -> None:
    content = kept("near", on(root, "near", "Stockholm", "-o", "json", "--on", TODAY).stdout)
    assert content["place"] == {"name": "Stockholm", "latitude": 59.32938, "longitude": 18.06871}
    found = [(office["distance_km"], office["distance_exact"]) for office in content["offices"]]
    assert found == [(1.6, True), (311.6, False), (721.4, False)]


@pytest.mark.parametrize(
    ("place", "code", "words"),
    [
        pytest.param("Stokholm", 4, "did you mean Stockholm", id="misspelt"),
        pytest.param("Xyzzy", 4, "write a municipality", id="nowhere"),
        pytest.param("999 99", 4, "postcode", id="no postcode"),
        pytest.param("95,10", 2, "nowhere on Earth", id="no point"),
    ],
)
def test_a_place_that_cannot_be_found(root: Path, place: str, code: int, words: str) -> None:
    outcome = on(root, "near", place)
    assert (outcome.code, outcome.stdout) == (code, "")
    assert words in outcome.stderr


def test_a_place_far_away_is_asked_about(root: Path) -> None:
    assert "does the latitude come first?" in on(root, "near", "18.07,59.33", "--on", TODAY).stdout
    assert "står latituden först?" in on(root, "near", "18.07,59.33", "--on", TODAY, lang="sv").stdout


def test_no_office_is_said_so(root: Path) -> None:
    outcome = on(root, "near", "Mora", "--agency", "polismyndigheten")
    assert outcome.code == 4
    outcome = on(root, "near", "Mora", "--on", "2008-01-01")
    assert outcome.code == 0
    assert outcome.stdout.startswith("No office fits the question.\nOf 1 office that near it is not known")


def test_offices_of_unknown_status_are_counted_unless_shown(root: Path) -> None:
    asked = ("near", "Arvika", "-n", "1", "--on", "2022-01-01")
    assert "Of 1 office that near it is not known" in on(root, *asked).stdout
    assert "För 1 kontor så nära är det inte känt" in on(root, *asked, lang="sv").stdout
    assert "not known if" not in on(root, *asked, "--all").stdout


def test_the_error_of_distances_is_stated_in_the_help() -> None:
    assert "0.4 per cent" in " ".join(sscctl("near", "--help").stdout.split())
    assert "0,4 procent" in " ".join(sscctl("--lang", "sv", "near", "--help").stdout.split())


def test_plain_characters_where_the_terminal_has_no_more(root: Path) -> None:
    arguments = ("--root", str(root), "near", "Stockholm", "--on", TODAY)
    assert "~ 312" in sscctl(*arguments, env={"PYTHONIOENCODING": "ascii"}).stdout


class TestList:
    def test_by_distance_with_a_column_for_it(self, root: Path) -> None:
        outcome = on(root, "list", "--near", "Stockholm", "--on", TODAY, "-o", "csv", "--columns", "id,distance")
        rows = list(csv.DictReader(io.StringIO(outcome.stdout)))
        assert [row["id"] for row in rows] == ["exempelstad-torget", "akersberga", "orebro", "arvikabussen", "alvsbyn"]
        assert rows[0]["distance"] == "1.6"

    def test_other_orders_can_be_asked_for(self, root: Path) -> None:
        outcome = on(root, "list", "--near", "Stockholm", "--on", TODAY, "-o", "ids", "--sort", "status,distance")
        statuses = ["orebro", "exempelstad-torget", "arvikabussen", "alvsbyn", "akersberga"]
        assert outcome.stdout.split() == statuses

    def test_it_stands_in_the_table_and_in_json(self, root: Path) -> None:
        arguments = ("list", "--near", "Stockholm", "--status", "open", "--on", TODAY)
        table = on(root, *arguments).stdout
        assert table.splitlines()[0].split()[-1] == "km"
        assert "≈ the office's position" in table
        content = kept("list", on(root, *arguments, "-o", "json").stdout)
        assert [office["distance_km"] for office in content["offices"]] == [1.6, 311.6, 721.4]

    def test_without_a_place_there_is_no_such_column(self, root: Path) -> None:
        assert on(root, "list", "--columns", "distance").code == 2
        assert on(root, "list", "--sort", "distance").code == 2
