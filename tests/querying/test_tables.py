"""The tables that SQL sees: described in full, filled in full, and the same whoever fills them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import cache

import pytest

from sscctl.domain.registry import Registry
from sscctl.querying.relations.hours import DAYS
from sscctl.querying.relations.relation import Column, Relation, World
from sscctl.querying.tables import TABLES, create, ddl, fill
from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.builders import TODAY, deviation
from tests.querying.registries import Changes, at, reference, registry_with

FULL: Changes = {
    OFFICE_PATH: {
        "predecessor": "orebro",
        "deviations": [deviation("2026-11-25", "10:00-12:00, 13:00-14:00")],
        "other_hours": [{"access": "appointment", "valid_from": "2021-11-01", "weekly": {"sat": ["10:00-12:00"]}}],
        "remarks": [{"on": "2026", "text": {"sv": "Nära tåget.", "en": "Near the train."}, "source": "page"}],
        "disagreements": [{"field": "addresses/0/street", "value": "Exempelgatan 2", "source": "page"}],
        "co_locations": [
            {"municipality": "0180", "kind": "municipal_service", "status": "active", "valid_from": "2022"},
            {"party": "trafikverket", "kind": "driving_test", "status": "ended", "valid_through": "2024"},
        ],
        "services": [{"agency": "skatteverket", "service": "id-card", "available": True, "source": "page"}],
        "participations": [
            {"agency": "migrationsverket", "valid_from": "2022-01-01", "valid_through": "2023", "level": "guidance"}
        ],
    },
    "offices/orebro.yaml": at("1880", "opened 2019", "closing_decided 2021 -2021-10-31"),
    "agreements/pilot.yaml": {
        "kind": "pilot",
        "performer": "statens-servicecenter",
        "principals": ["migrationsverket"],
        "scope": "list",
        "offices": [OFFICE_ID],
    },
    "agencies/skatteverket.yaml": {
        "services": [{"id": "id-card", "name": {"sv": "Id-kort", "en": "Identity card"}, "source": "register"}]
    },
    "network.yaml": {
        "counts": [{"on": "../2026-10-01", "offices": 130, "source": "count"}],
        "visits": [{"period": "årligen (yearly)", "text": "2–3 miljoner", "source": ["count", "page"]}],
        "funds": [{"year": "2022", "sek_million": 757, "source": "count"}],
        "practices": [{"id": "drop-in", "rule": {"sv": "Utan bokning.", "en": "No booking."}, "source": "count"}],
        "sources": {
            "count": {"url": "https://exempel.se/antal", "date": "2026-10-01"},
            "page": {"url": "https://exempel.se/sida", "date": "2026-10-01"},
        },
    },
}


@cache
def full() -> Registry:
    return registry_with(FULL)


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as made:
        create(made)
        fill(made, full(), reference(), TODAY)
        yield made


COLUMNS = [(relation, column) for relation in TABLES for column in relation.columns]
EVERY_TABLE = pytest.mark.parametrize("relation", TABLES, ids=lambda relation: relation.name)


@EVERY_TABLE
def test_a_table_has_rows_whose_cells_are_its_columns(relation: Relation) -> None:
    rows = list(relation.rows(World(full(), reference(), TODAY)))
    names = [column.name for column in relation.columns]
    assert rows
    assert all(sorted(row) == sorted(names) for row in rows)
    assert set(relation.key) <= set(names)


@EVERY_TABLE
def test_a_table_can_be_made_and_keeps_its_words(relation: Relation, connection: sqlite3.Connection) -> None:
    (kept,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", [relation.name]).fetchone()
    assert kept == ddl(relation)
    assert all(column.meaning.en in kept for column in relation.columns)


@pytest.mark.parametrize(
    ("relation", "column"), COLUMNS, ids=[f"{relation.name}.{column.name}" for relation, column in COLUMNS]
)
def test_a_column_holds_what_it_promises(relation: Relation, column: Column, connection: sqlite3.Connection) -> None:
    assert column.meaning.sv
    assert "\n" not in column.meaning.en
    kinds = {kind for (kind,) in connection.execute(f"SELECT DISTINCT typeof({column.name}) FROM {relation.name}")}
    assert kinds <= {"null", column.kind.value.lower()}
    if column.refers:
        (target,) = next(other.key for other in TABLES if other.name == column.refers)
        dangling = f"SELECT {column.name} FROM {relation.name} EXCEPT SELECT {target} FROM {column.refers}"
        assert connection.execute(dangling).fetchall() in ([], [(None,)])


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        pytest.param("SELECT id, status FROM offices", [(OFFICE_ID, "open"), ("orebro", "closed")], id="status"),
        pytest.param(
            "SELECT opened, opened_first FROM offices WHERE id = 'orebro'", [("2019", "2019-01-01")], id="span"
        ),
        pytest.param("SELECT weekly_minutes FROM offices", [(1800,), (None,)], id="minutes are known or NULL"),
        pytest.param("SELECT street FROM addresses WHERE holds", [("Exempelgatan 1",)], id="the address of the day"),
        pytest.param("SELECT count(*) FROM weekly_hours WHERE hours = ''", [(2,)], id="closed is empty, not NULL"),
        pytest.param(
            "SELECT hours, opens, closes, open_minutes, reason_sv FROM hours_by_day WHERE deviates",
            [("10:00-12:00,13:00-14:00", "10:00", "14:00", 180, "Personalmöte")],
            id="a deviating day",
        ),
        pytest.param(
            "SELECT date, by_appointment FROM hours_by_day WHERE by_appointment IS NOT NULL LIMIT 1",
            [("2026-11-21", "10:00-12:00")],
            id="booked visits",
        ),
        pytest.param(
            "SELECT min(date), max(date), count(DISTINCT date) FROM hours_by_day",
            [("2026-11-16", "2026-12-13", DAYS)],
            id="four weeks from the Monday of the week",
        ),
        pytest.param(
            "SELECT agency, own, holds FROM participations WHERE office = 'exempelstad-torget' AND agency LIKE 'm%'",
            [("migrationsverket", 1, 0)],
            id="a participation of the past",
        ),
        pytest.param(
            "SELECT count(*) FROM participations WHERE office = 'exempelstad-torget' AND holds AND NOT own",
            [(4,)],
            id="those of the agreement on all offices",
        ),
        pytest.param("SELECT municipality, holds FROM co_locations", [("0180", 1), (None, 0)], id="shared roofs"),
        pytest.param("SELECT sources, text FROM network_visits", [("count page", "2–3 miljoner")], id="words stay"),
        pytest.param("SELECT counted, counted_first FROM network_counts", [("../2026-10-01", None)], id="no start"),
        pytest.param("SELECT valid_on, publisher FROM about", [("2026-11-22", "statens-servicecenter")], id="about"),
        pytest.param("SELECT count(*) FROM municipalities", [(290,)], id="all municipalities"),
        pytest.param(
            "SELECT event, successors, last_day FROM lifecycle WHERE last_day IS NOT NULL",
            [("closing_decided", None, "2021-10-31")],
            id="an empty list is NULL",
        ),
    ],
)
def test_question(connection: sqlite3.Connection, query: str, rows: list[tuple[object, ...]]) -> None:
    assert connection.execute(query).fetchall() == rows


def test_the_tables_of_another_day_tell_of_that_day() -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        create(made)
        fill(made, full(), reference(), date(2021, 10, 31))
        assert made.execute("SELECT id FROM offices WHERE status = 'open'").fetchall() == [("orebro",)]
        assert made.execute("SELECT valid_on FROM about").fetchall() == [("2021-10-31",)]


def test_only_the_tables_named_are_filled() -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        create(made)
        fill(made, full(), reference(), TODAY, only={"agencies"})
        counts = {one.name: made.execute(f"SELECT count(*) FROM {one.name}").fetchone()[0] for one in TABLES}
        assert {name for name, count in counts.items() if count} == {"agencies"}


def test_a_registry_without_a_file_fills_every_table() -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        create(made)
        bare = registry_with()
        fill(made, type(bare)(bare.offices, type(bare.context)()), reference(), TODAY)
        assert made.execute("SELECT title_sv FROM about").fetchall() == [(None,)]


def test_two_fillings_are_the_same_byte_for_byte() -> None:
    dumps = []
    for _ in range(2):
        with closing(sqlite3.connect(":memory:")) as made:
            create(made)
            fill(made, full(), reference(), TODAY)
            dumps.append(list(made.iterdump()))
    assert dumps[0] == dumps[1]


def test_the_names_of_tables_are_plain_words() -> None:
    names = [relation.name for relation in TABLES]
    assert len(set(names)) == len(names)
    assert all(name.replace("_", "").isalpha() and name.islower() for name in names)
