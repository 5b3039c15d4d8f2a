"""`offices.csv` by RFC 4180, and its description by CSV on the Web."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, timedelta

import pytest

from sscctl.domain.office import Office
from sscctl.publishing.columns import COLUMNS
from sscctl.publishing.csv_table import METADATA, PATH
from sscctl.publishing.press import make
from tests.builders import TODAY, office, week
from tests.publishing.editions import Tree, edition, of_offices, tree

NATIONAL = ["source", "id", "name", "latitude", "longitude", "email", "visit_url", "wikidata", "updated", "description"]
DATATYPES = {
    "decimal": r"-?[0-9]+\.[0-9]+",
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "nonNegativeInteger": r"[0-9]+",
    "anyURI": r"https?://\S+",
    "string": r"(?s).+",
}
"""What a cell of each datatype looks like (the W3C's Metadata Vocabulary, 6.4, with its defaults)."""


def rows(*offices: Office, day: date = TODAY) -> list[dict[str, str]]:
    data = make(of_offices(*offices, day=day)).data(PATH).decode("utf-8")
    return list(csv.DictReader(io.StringIO(data, newline=""), strict=True))


def test_lines_end_as_the_rfc_says_and_each_has_as_many_cells() -> None:
    data = make(edition()).data(PATH).decode("utf-8")
    assert data.endswith("\r\n")
    assert not re.search(r"(?<!\r)\n", data)
    cells = list(csv.reader(io.StringIO(data, newline=""), strict=True))
    assert {len(line) for line in cells} == {len(COLUMNS)}
    assert len(cells) == 2


def test_the_first_columns_are_those_of_the_national_specifications() -> None:
    assert [column.name for column in COLUMNS][:10] == NATIONAL


def test_an_office_stands_on_one_row() -> None:
    (row,) = rows(office())
    expected = {
        "source": "202100-6453",
        "id": "exempelstad-torget",
        "name": "Servicekontoret Torget",
        "latitude": "59.34215",
        "longitude": "18.05432",
        "visit_url": "https://exempel.se/kontor/torget",
        "updated": "2026-10-01",
        "status": "open",
        "municipality_code": "0180",
        "municipality": "Stockholm",
        "postcode": "11000",
        "agencies": "arbetsformedlingen forsakringskassan pensionsmyndigheten skatteverket",
        "opened_on": "2021-11-01",
        "weekly_minutes": "1800",
        "fri": "10:00-16:00",
        "sat": "closed",
        "email": "",
        "closed_on": "",
    }
    assert {name: row[name] for name in expected} == expected


def test_codes_keep_their_zeros_and_unknown_hours_are_empty() -> None:
    (row,) = rows(office(municipality="0114", opening_hours=[{"valid_from": "2023", "weekly": week("?", "closed")}]))
    assert (row["municipality_code"], row["county_code"]) == ("0114", "01")
    assert (row["mon"], row["tue"], row["wed"], row["weekly_minutes"]) == ("", "closed", "", "")


def test_hours_that_hold_only_in_some_weeks_are_left_to_the_json() -> None:
    hours = [{"valid_from": "2023", "weekly": week("10:00-16:00"), "weeks": "even"}]
    days = [TODAY + timedelta(days=7 * number) for number in (0, 1)]
    assert {row["mon"] for day in days for row in rows(office(opening_hours=hours), day=day)} == {""}


@pytest.mark.parametrize("start", list("=+-@\t\r＝"))
def test_a_cell_that_a_spreadsheet_might_take_for_a_formula_stands_as_it_is(start: str) -> None:
    text = f"{start}SUM(A1)"
    (row,) = rows(office(town=text))
    assert row["town"] == text


@pytest.fixture(scope="module")
def metadata() -> Tree:
    return tree(make(edition()), METADATA)


class TestDescription:
    def test_it_lies_where_readers_look_for_it_and_names_the_file(self, metadata: Tree) -> None:
        assert f"{PATH}-metadata.json" == METADATA
        assert metadata["url"] == PATH
        assert metadata["@context"][0] == "http://www.w3.org/ns/csvw"

    def test_its_columns_are_the_headings_in_order(self, metadata: Tree) -> None:
        heading = make(edition()).data(PATH).decode().split("\r\n")[0].split(",")
        columns = metadata["tableSchema"]["columns"]
        assert [column["titles"] for column in columns] == heading
        assert [column["name"] for column in columns] == heading
        assert metadata["tableSchema"]["primaryKey"] in heading

    def test_every_cell_is_of_its_columns_datatype(self, metadata: Tree) -> None:
        offices = (office(), office(id="b", lifecycle=[], addresses=[], opening_hours=[], contact=None))
        for row in rows(*offices):
            for column in metadata["tableSchema"]["columns"]:
                cell = row[column["name"]]
                assert cell or not column.get("required"), column["name"]
                assert not cell or re.fullmatch(DATATYPES[column["datatype"]], cell), (column["name"], cell)

    def test_every_column_is_explained_in_both_languages(self, metadata: Tree) -> None:
        for column in metadata["tableSchema"]["columns"]:
            assert [text["@language"] for text in column["dc:description"]] == ["sv", "en"]
            assert "{" not in json.dumps([text["@value"] for text in column["dc:description"]])

    def test_it_carries_the_licence_and_whom_to_credit(self, metadata: Tree) -> None:
        assert metadata["dc:license"] == {"@id": "https://creativecommons.org/publicdomain/zero/1.0/"}
        assert any("GeoNames" in line for line in metadata["dc:rights"])

    def test_it_warns_of_spreadsheets(self, metadata: Tree) -> None:
        assert all("=" in text["@value"] for text in metadata["dc:description"])
