"""`sscctl list`: which offices, which columns, in which order, in which form."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.builders import week
from tests.cli.promises import kept
from tests.cli.registries import OFFICES, TODAY, on, registry

TORGET, ALVSBYN, OREBRO, BUSSEN = "exempelstad-torget", "alvsbyn", "orebro", "arvikabussen"
AKERSBERGA = "akersberga"
EVERY = [BUSSEN, TORGET, AKERSBERGA, ALVSBYN, OREBRO]
"""All of them as a Swedish reader sorts their names: Arvikabussen, Torget, Åkersberga, Älvsbyn, Örebro."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("list"), OFFICES)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        pytest.param([], EVERY, id="none"),
        pytest.param(["--status", "open"], [BUSSEN, TORGET, ALVSBYN], id="a status"),
        pytest.param(["--status", "planned", "--status", "closed"], [AKERSBERGA, OREBRO], id="either of two statuses"),
        pytest.param(["--kind", "mobile"], [BUSSEN], id="a kind"),
        pytest.param(["--county", "18"], [OREBRO], id="a county by its code"),
        pytest.param(["--county", "Norrbottens län"], [ALVSBYN], id="a county by its name"),
        pytest.param(["--county", "orebro"], [OREBRO], id="a county without its dots and the word län"),
        pytest.param(["--county", "stockholm"], [TORGET, AKERSBERGA], id="a county named without its s"),
        pytest.param(["--county", "18", "--county", "25"], [ALVSBYN, OREBRO], id="either of two counties"),
        pytest.param(["--municipality", "1784"], [BUSSEN], id="a municipality by its code"),
        pytest.param(["--municipality", "ÄLVSBYN"], [ALVSBYN], id="a municipality in capitals"),
        pytest.param(["--agency", "migrationsverket"], [BUSSEN], id="an agency at some offices"),
        pytest.param(["--agency", "skatteverket"], [BUSSEN, TORGET, ALVSBYN], id="an agency at all open offices"),
        pytest.param(["--agency", "skatteverket", "--agency", "migrationsverket"], [BUSSEN], id="both of two agencies"),
        pytest.param(["--service", "id-card"], [ALVSBYN], id="a service"),
        pytest.param(["--co-located-with", "trafikverket"], [BUSSEN], id="an agency under the same roof"),
        pytest.param(["--co-located-with", "Arvika"], [BUSSEN], id="a municipality under the same roof, by name"),
        pytest.param(["--co-located-with", "polismyndigheten"], None, id="a party that the registry does not know"),
        pytest.param(["--without", "opening_hours"], [AKERSBERGA, ALVSBYN, OREBRO], id="hours unknown"),
        pytest.param(["--without", "position,contact"], [BUSSEN, AKERSBERGA, OREBRO], id="two things unknown"),
        pytest.param(["--status", "open", "--county", "25"], [ALVSBYN], id="filters of two kinds both hold"),
        pytest.param(["--status", "cancelled"], [], id="a status that none has"),
    ],
)
def test_filter(root: Path, filters: list[str], ids: list[str] | None) -> None:
    outcome = on(root, "list", "-o", "ids", "--on", TODAY, *filters)
    if ids is None:
        assert (outcome.code, outcome.stdout) == (4, "")
    else:
        assert (outcome.code, outcome.stdout.split(), outcome.stderr) == (0, ids, "")


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        ("2019-05-31", {OREBRO: "unknown", TORGET: "unknown"}),
        ("2019-06-01", {OREBRO: "open", TORGET: "unknown"}),
        ("2021-11-01", {OREBRO: "open", TORGET: "open", ALVSBYN: "unknown"}),
        ("2026-06-30", {OREBRO: "open", AKERSBERGA: "planned"}),
        ("2026-07-01", {OREBRO: "closed", AKERSBERGA: "planned"}),
    ],
)
def test_each_office_has_the_status_of_the_day_asked_about(root: Path, day: str, statuses: dict[str, str]) -> None:
    offices = json.loads(on(root, "list", "-o", "json", "--on", day).stdout)["offices"]
    found = {office["id"]: office["status"] for office in offices}
    assert {office: found[office] for office in statuses} == statuses


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        pytest.param("name", EVERY, id="å, ä and ö come last, in this order"),
        pytest.param("county,name", [ALVSBYN, TORGET, AKERSBERGA, BUSSEN, OREBRO], id="by two columns"),
        pytest.param("id", [AKERSBERGA, ALVSBYN, BUSSEN, TORGET, OREBRO], id="by id"),
    ],
)
def test_sorted_as_a_swedish_reader_expects(root: Path, sort: str, ids: list[str]) -> None:
    assert on(root, "list", "-o", "ids", "--sort", sort).stdout.split() == ids


def test_hours_are_sorted_by_their_number_with_the_unknown_last(tmp_path: Path) -> None:
    weekly = week("09:00-18:00", *["closed"] * 4)
    few = [{"valid_from": "2022-04-01", "weekly": weekly, "source": "page"}]
    changes = {**OFFICES, "offices/alvsbyn.yaml": {**OFFICES["offices/alvsbyn.yaml"], "opening_hours": few}}
    listed = on(registry(tmp_path, changes), "list", "-o", "csv", "--columns", "id,hours", "--sort", "hours").stdout
    assert listed.splitlines()[1:] == [
        f"{ALVSBYN},9",
        f"{BUSSEN},25",
        f"{TORGET},30",
        f"{AKERSBERGA},",
        f"{OREBRO},",
    ]


def test_json_keeps_its_promise(root: Path) -> None:
    outcome = on(root, "list", "-o", "json", "--on", TODAY)
    kept("list", outcome.stdout)
    assert outcome.stderr == ""


def test_json_is_the_same_in_both_languages(root: Path) -> None:
    assert on(root, "list", "-o", "json", lang="sv") == on(root, "list", "-o", "json", lang="en")


def test_csv_has_codes_and_partial_dates_and_every_cell_whole(root: Path) -> None:
    outcome = on(
        root, "list", "-o", "csv", "--columns", "id,status,county,opened,street", "--on", TODAY, "--sort", "id"
    )
    assert list(csv.reader(io.StringIO(outcome.stdout), strict=True)) == [
        ["id", "status", "county", "opened", "street"],
        [AKERSBERGA, "planned", "01", "", ""],
        [ALVSBYN, "open", "25", "2022-03", ""],
        [BUSSEN, "open", "17", "../2023-10-02", ""],
        [TORGET, "open", "01", "2021-11-01", "Exempelgatan 1"],
        [OREBRO, "closed", "18", "2019-06-01", "Storgatan 1 | hörnet"],
    ]


def test_markdown_is_a_table_whose_cells_hold_no_markup(root: Path) -> None:
    lines = on(root, "list", "-o", "markdown", "--columns", "id,street", "--status", "closed", "--on", TODAY).stdout
    assert [[cell.strip() for cell in line.strip("|").split(" |")] for line in lines.splitlines()] == [
        ["id", "street"],
        [":-------|:----------------------"],
        ["orebro", r"Storgatan 1 \| hörnet"],
    ]


def test_geojson_has_a_feature_for_each_office_and_a_point_where_one_is_known(root: Path) -> None:
    content = json.loads(on(root, "list", "-o", "geojson").stdout)
    assert content["type"] == "FeatureCollection"
    assert {feature["id"]: feature["geometry"] for feature in content["features"]} == {
        **dict.fromkeys(EVERY),
        TORGET: {"type": "Point", "coordinates": [18.05432, 59.34215]},
    }


def test_a_table_in_a_pipe_is_whole_and_counts_its_rows(root: Path) -> None:
    columns = "id,county,street,postcode,post_town,closed"
    outcome = on(root, "list", "--columns", columns, "--status", "closed", "--on", TODAY)
    heading, row, empty, count = (re.split(" {2,}", line) for line in outcome.stdout.splitlines())
    assert heading == ["id", "county", "street", "postcode", "post town", "closed"]
    assert row == ["orebro", "Örebro län", "Storgatan 1 | hörnet", "702 10", "Örebro", "2026-07-01"]
    assert (empty, count) == ([""], ["1 of 5 offices"])


def test_a_file_that_cannot_be_read_is_missed_aloud(tmp_path: Path) -> None:
    root = registry(tmp_path, OFFICES)
    (root / "offices/orebro.yaml").write_text("name: [", "utf-8")
    for lang, words in (("sv", "1 fil har fel i formen"), ("en", "1 file has faults of form")):
        outcome = on(root, "list", "-o", "ids", lang=lang)
        assert (outcome.code, len(outcome.stdout.split())) == (0, 4)
        assert words in outcome.stderr
