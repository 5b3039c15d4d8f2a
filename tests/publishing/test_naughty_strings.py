"""Every naughty string in every free text of an office, in every file: each reader gets the text and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from xml.etree import ElementTree as ET

import feedparser
import pytest
from pyarrow.parquet import ParquetFile

from sscctl.publishing.press import Print, make
from sscctl.publishing.spreadsheet import plain
from sscctl.text import Text
from tests.publishing.calendars import by_ical_js
from tests.publishing.editions import of_offices, tree
from tests.publishing.naughty import naughty_strings
from tests.publishing.test_feeds import news
from tests.publishing.test_hostile_strings import everything, texts
from tests.publishing.test_spreadsheet import ACTING

STRINGS = naughty_strings()


@pytest.fixture(scope="module")
def printed() -> Print:
    """One office for each string, with the string in all of its texts, and news that tell it."""
    offices = (replace(everything(text), id=f"n{number:03}") for number, text in enumerate(STRINGS))
    told = (
        replace(news(subject=f"n{number:03}"), name=Text(text, text), sentence=Text(text, text))
        for number, text in enumerate(STRINGS)
    )
    return make(replace(of_offices(*offices, base_url="https://exempel.se/data"), news=tuple(told)))


def rows(printed: Print, path: str, delimiter: str = ",") -> list[dict[str, str]]:
    text = printed.data(path).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def column(found: Iterable[dict[str, str]], name: str) -> list[str]:
    return [row[name] for row in found]


def test_there_are_enough_of_them() -> None:
    assert len(STRINGS) > 480


def test_json(printed: Print) -> None:
    for text, record in zip(STRINGS, tree(printed, "offices.json")["offices"], strict=True):
        assert sum(found == text for found in texts(record)) >= 40
        assert json.loads(printed.data(f"offices/{record['id']}.json"))["office"] == record


def test_geojson_and_linked_data(printed: Print) -> None:
    features = tree(printed, "offices.geojson")["features"]
    assert [feature["properties"]["streetAddress"] for feature in features] == list(STRINGS)
    places = [one for one in tree(printed, "offices.jsonld")["@graph"] if one["@type"] == "GovernmentOffice"]
    assert [place["address"]["streetAddress"] for place in places] == list(STRINGS)


@pytest.mark.parametrize("name", ["town", "street", "postcode", "post_town", "email", "visit_url", "telephone"])
def test_csv(printed: Print, name: str) -> None:
    assert column(rows(printed, "offices.csv"), name) == list(STRINGS)


def test_spreadsheets_run_none_of_them(printed: Print) -> None:
    found = rows(printed, "offices-spreadsheet.csv", ";")
    assert [plain(cell) for cell in column(found, "Ort")] == list(STRINGS)
    assert [cell for row in found for cell in row.values() if cell.startswith(tuple(ACTING))] == []


def test_hsds(printed: Print) -> None:
    assert column(rows(printed, "hsds/locations.csv"), "description") == list(STRINGS)
    for name in ("address_1", "city", "postal_code"):
        assert column(rows(printed, "hsds/addresses.csv"), name) == list(STRINGS)


def test_sqlite(printed: Print) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(printed.data("registry.sqlite"))
        query = "SELECT name, town, email FROM offices ORDER BY id"
        assert database.execute(query).fetchall() == [(text, text, text) for text in STRINGS]
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_parquet(printed: Print) -> None:
    table = ParquetFile(io.BytesIO(printed.data("offices.parquet"))).read().to_pydict()
    assert table["town"] == table["street"] == table["email"] == list(STRINGS)


def test_calendars(printed: Print) -> None:
    """Line ends and other characters that steer become a blank or a mark; no line is added, no property, no event."""
    read = by_ical_js(printed.data(f"hours/n{number:03}.ics") for number in range(len(STRINGS)))
    assert len({len(one.stretches) for one in read}) == 1
    for text, one in zip(STRINGS, read, strict=True):
        summaries = {summary for summary, *_ in one.texts}
        assert len(summaries) == 2
        assert all(_letters(text) in _letters(str(summary)) for summary in summaries)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_feeds(printed: Print) -> None:
    items = tree(printed, "changes.json")["items"]
    assert [item["_sscctl"]["summary"]["sv"] for item in items] == list(STRINGS)
    feed = feedparser.parse(printed.data("changes.atom"))
    assert not feed.bozo
    assert [entry.id for entry in feed.entries] == [item["id"] for item in items]
    entries = ET.fromstring(printed.data("changes.atom")).findall("{*}entry")
    assert {len(list(entry)) for entry in entries} == {len(list(entries[0]))}
    assert all(not list(element) for entry in entries for element in entry.findall("{*}content"))
