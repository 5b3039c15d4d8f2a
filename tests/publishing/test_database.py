"""`registry.sqlite`: the tables of `sscctl sql`, byte for byte the same, opened by SQLite and by Datasette."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sscctl.publishing.database import APPLICATION, PATH, VIEWS
from sscctl.publishing.press import make
from sscctl.querying.tables import TABLES
from tests.builders import office
from tests.publishing.editions import REVISION, edition, of_offices
from tests.publishing.real import real_edition
from tests.publishing.test_contract import EVERYTHING
from tests.publishing.test_hostile_strings import HOSTILE, everything


def opened(data: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    return connection


@pytest.fixture(scope="module")
def data() -> bytes:
    return make(of_offices(office(**EVERYTHING), office(id="annan"))).data(PATH)


@pytest.fixture(scope="module")
def database(data: bytes) -> Iterator[sqlite3.Connection]:
    connection = opened(data)
    yield connection
    connection.close()


def test_it_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert database.execute("PRAGMA user_version").fetchone() == (1,)
    assert database.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_it_has_every_table_and_view_and_says_what_each_means(database: sqlite3.Connection) -> None:
    there = {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")}
    assert there == {table.name for table in TABLES} | set(VIEWS) | {"descriptions", "about_edition"}
    explained = {
        name
        for (name,) in database.execute(
            "SELECT place FROM descriptions WHERE name = '' AND sv AND en IS NOT NULL OR sv > ''"
        )
    }
    assert there - explained == {"descriptions", "about_edition"}
    for table in TABLES:
        columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table.name}")')]
        named = {name for (name,) in database.execute("SELECT name FROM descriptions WHERE place = ?", (table.name,))}
        assert named == {"", *columns}


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_asked(database: sqlite3.Connection, view: str) -> None:
    assert database.execute(f'SELECT * FROM "{view}"').fetchall()


def test_it_says_which_edition_it_is(database: sqlite3.Connection) -> None:
    told = dict(database.execute("SELECT name, value FROM about_edition"))
    assert (told["data_version"], told["valid_at"]) == (REVISION, "2026-11-22")
    assert told["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"


def test_it_holds_nothing_of_its_making(data: bytes) -> None:
    assert data[:16] == b"SQLite format 3\0"
    assert data[24:28] == data[92:96] == b"\0\0\0\1"
    assert data == make(of_offices(office(id="annan"), office(**EVERYTHING))).data(PATH)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_comes_back(text: str) -> None:
    connection = opened(make(of_offices(everything(text))).data(PATH))
    assert connection.execute("SELECT name, town FROM offices").fetchall() == [(text, text)]
    assert connection.execute("SELECT count(*) FROM addresses WHERE street = ?", (text,)).fetchone() == (3,)
    connection.close()


def test_the_registry_s_references_lead_somewhere() -> None:
    connection = opened(make(real_edition()).data(PATH))
    assert connection.execute("SELECT count(*) FROM open_offices").fetchone()[0] > 50
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@pytest.mark.slow
def test_datasette_opens_it(tmp_path: Path) -> None:
    place = tmp_path / PATH
    place.write_bytes(make(edition()).data(PATH))

    def asked(url: str) -> object:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "datasette", str(place), "--get", url],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        )
        return json.loads(done.stdout)

    rows = asked("/registry/offices.json?_shape=array")
    assert isinstance(rows, list)
    assert [row["id"] for row in rows] == ["exempelstad-torget"]
    assert asked("/registry/open_offices.json?_shape=arrays")
