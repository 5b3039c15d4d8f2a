"""`sscctl stats`: counts, the network through the years, and what is missing, in every form."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from sscctl.cli.render.completeness import FACTS
from sscctl.querying.select import MISSING
from tests.cli.promises import kept
from tests.cli.registries import OFFICES, TODAY, on, registry
from tests.process import sscctl

GROUPS = ("county", "agency", "status", "municipality", "year", "kind")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("stats"), OFFICES)


def stats(root: Path, *arguments: str, lang: str = "en") -> str:
    outcome = on(root, "stats", "--on", TODAY, *arguments, lang=lang)
    assert (outcome.code, outcome.stderr) == (0, "")
    return outcome.stdout


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


STATUSES = {
    "sv": """\
status      kontor
planerat         1
öppet            3
nedlagt          1

5 kontor 2026-11-22, varav 3 i drift.
Hela veckans öppettider är kända för 2 av dem: 55,0 timmar tillsammans.
9 319 405 av 10 327 589 invånare (90 %) bor i en kommun utan öppet kontor; för 0 är det osäkert.
Folkmängd 2019-12-31, SCB.
""",
    "en": """\
status      offices
planned           1
open              3
closed            1

5 offices on 2026-11-22, of which 3 in operation.
The hours of the whole week are known of 2 of these: 55.0 hours together.
9,319,405 of 10,327,589 residents (90%) live in a municipality without an open office; for 0 of them
this is uncertain. Population of 2019-12-31, SCB.
""",
}


@pytest.mark.parametrize("lang", STATUSES)
def test_without_options_it_tells_the_statuses_and_what_holds_of_all(root: Path, lang: str) -> None:
    assert stats(root, lang=lang).replace("\u00a0", " ") == STATUSES[lang]


@pytest.mark.parametrize("by", GROUPS)
def test_groups_are_data_and_a_table(root: Path, by: str) -> None:
    content = kept("stats", stats(root, "--by", by, "-o", "json"))
    table = rows(stats(root, "--by", by, "-o", "csv"))
    assert content["by"] == by
    assert [row["key"] for row in table] == [*(group["key"] for group in content["groups"]), ""]
    assert [row["open"] for row in table] == [str(group["by_status"]["open"]) for group in content["groups"]] + ["3"]
    for lang in ("sv", "en"):
        assert len(stats(root, "--by", by, lang=lang).splitlines()) > 4
        assert stats(root, "--by", by, "-o", "markdown", lang=lang).splitlines()[1].startswith("|:-")


def test_a_table_of_municipalities_tells_how_many_it_leaves_out(root: Path) -> None:
    text = stats(root, "--by", "municipality")
    assert "Älvsbyn" in text
    assert "Upplands Väsby" not in text
    assert "285 municipalities without an office in the registry are shown with -o csv and -o json." in text
    assert len(kept("stats", stats(root, "--by", "municipality", "-o", "json"))["groups"]) == 290


def test_json_without_a_grouping_has_the_total_alone(root: Path) -> None:
    content = kept("stats", stats(root, "-o", "json"))
    assert (content["by"], content["groups"]) == (None, [])
    assert content["total"]["weekly_hours"] == {"offices": 2, "hours": 55.0}
    assert content["population"] == {"years": [2019], "source": "SCB"}


def test_the_timeline_is_drawn_within_60_columns_and_in_ascii(root: Path) -> None:
    env = {"COLUMNS": "60", "PYTHONIOENCODING": "ascii"}
    outcome = sscctl("--root", str(root), "stats", "--timeline", "--on", TODAY, env=env)
    assert outcome.code == 0
    assert outcome.stdout.isascii()
    assert max(map(len, outcome.stdout.splitlines())) <= 60
    assert "#" in outcome.stdout
    assert "\\x" not in outcome.stdout


@pytest.mark.parametrize("columns", ["40", "60", "80", "160"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_timeline_fits(root: Path, columns: str, lang: str) -> None:
    arguments = ("--root", str(root), "--lang", lang, "stats", "--timeline", "--on", TODAY)
    outcome = sscctl(*arguments, env={"COLUMNS": columns})
    lines = outcome.stdout.splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert any("█" in line for line in lines)
    assert any("2008" in line for line in lines)


def test_the_timeline_is_data(root: Path) -> None:
    content = kept("stats", stats(root, "--timeline", "-o", "json"))
    last = content["quarters"][-1]
    assert last == {"quarter": "2026-Q4", "on": TODAY, "open": 3, "at_most": 3}
    assert content["counts"] == [
        {
            "on": "2026-10-01",
            "first": "2026-10-01",
            "last": "2026-10-01",
            "offices": 1,
            "note": None,
            "sources": ["count"],
        }
    ]
    table = rows(stats(root, "--timeline", "-o", "csv"))
    assert {row["series"] for row in table} == {"open", "open_at_most", "counted"}
    assert [row["value"] for row in table if row["period"] == "2026-Q4"] == ["3", "3"]
    assert stats(root, "--timeline", "-o", "markdown").splitlines()[-1].split()[1] == "2026\\-11\\-22"


def test_before_2008_there_is_no_timeline(root: Path) -> None:
    outcome = on(root, "stats", "--timeline", "--on", "2007-01-01", lang="sv")
    assert outcome.stdout == "Tidslinjen börjar 2008.\n"


def test_gaps_are_told_by_fact_and_as_data_by_office(root: Path) -> None:
    content = kept("stats", stats(root, "--completeness", "-o", "json"))
    street = next(fact for fact in content["facts"] if fact["fact"] == "street")
    assert street == {"fact": "street", "known": 1, "share": 0.3333, "missing": ["arvikabussen", "alvsbyn"]}
    assert content["offices"] == 3
    table = rows(stats(root, "--completeness", "-o", "csv"))
    assert [row["fact"] for row in table] == list(MISSING)
    assert table[1]["offices"] == "arvikabussen alvsbyn"
    assert "street" in stats(root, "--completeness")
    assert "gata" in stats(root, "--completeness", "-o", "markdown", lang="sv")


@pytest.mark.parametrize("fact", ["street", "levels", "dated_sources"])
def test_a_gap_is_what_list_without_finds(root: Path, fact: str) -> None:
    facts = kept("stats", stats(root, "--completeness", "-o", "json"))["facts"]
    found = on(root, "list", "--status", "open", "--without", fact, "-o", "ids", "--on", TODAY)
    assert [one["missing"] for one in facts if one["fact"] == fact] == [found.stdout.split()]


def test_every_fact_has_words() -> None:
    assert FACTS.keys() == MISSING.keys()


def test_one_question_at_a_time(root: Path) -> None:
    for both in (["--by", "county", "--timeline"], ["--timeline", "--completeness"]):
        outcome = on(root, "stats", *both)
        assert (outcome.code, outcome.stdout) == (2, "")
        assert "a question each" in outcome.stderr


def test_the_real_registry_is_counted() -> None:
    content = kept("stats", sscctl("stats", "--by", "year", "-o", "json").stdout)
    assert content["total"]["by_status"]["open"] > 50
    assert content["groups"][0]["key"] == "2008"
