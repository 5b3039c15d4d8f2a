"""The registry as an SQLite database: the tables of `sscctl sql`, views for common questions, and what each means."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from textwrap import dedent
from typing import TypeVar

from sscctl.domain.registry import Registry
from sscctl.publishing.edition import SCHEMA_VERSION, Artefact, Edition
from sscctl.publishing.office_record import Published
from sscctl.querying.tables import TABLES, create, fill
from sscctl.text import Text

PATH = "registry.sqlite"
MEDIA_TYPE = "application/vnd.sqlite3"
APPLICATION = 0x53534354
"""What `file` and SQLite know the file by (`PRAGMA application_id`): "SSCT"."""

VIEWS: Mapping[str, tuple[Text, str]] = {
    "open_offices": (
        Text("kontor som är öppna på dagen, med adress och plats", "offices that are open on the day, with address"),
        """
        SELECT o.id, o.full_name, m.name AS municipality, c.name AS county, a.street, a.postcode, a.post_town,
          a.latitude, a.longitude, o.weekly_minutes, o.phone, o.web
        FROM offices o
          LEFT JOIN municipalities m ON m.code = o.municipality
          LEFT JOIN counties c ON c.code = o.county
          LEFT JOIN addresses a ON a.office = o.id AND a.holds = 1
        WHERE o.status = 'open'
        ORDER BY o.id
        """,
    ),
    "offices_by_county": (
        Text("antal kontor per län och status", "how many offices each county has, by status"),
        """
        SELECT c.code, c.name, o.status, count(*) AS offices
        FROM offices o JOIN counties c ON c.code = o.county
        GROUP BY c.code, o.status
        ORDER BY c.code, o.status
        """,
    ),
    "municipalities_without_office": (
        Text("kommuner utan öppet kontor", "municipalities without an open office"),
        """
        SELECT m.code, m.name, m.population
        FROM municipalities m
        WHERE NOT EXISTS (SELECT 1 FROM offices o WHERE o.municipality = m.code AND o.status = 'open')
        ORDER BY m.code
        """,
    ),
    "agencies_at_open_offices": (
        Text("vilka myndigheter man får hjälp av var", "which agencies give service where"),
        """
        SELECT DISTINCT o.id AS office, o.full_name, g.id AS agency, g.name_sv AS agency_name
        FROM offices o
          JOIN participations p ON p.office = o.id AND p.holds = 1
          JOIN agencies g ON g.id = p.agency
        WHERE o.status = 'open'
        ORDER BY o.id, g.id
        """,
    ),
}
"""Questions that are asked often, each with what it answers."""

Value = TypeVar("Value")


def publish(edition: Edition, _: Sequence[Published]) -> Iterator[Artefact]:
    """Yield `registry.sqlite`; its `about_edition` and `descriptions` say what it is and what everything means."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for pragma in ("page_size = 4096", "encoding = 'UTF-8'", f"application_id = {APPLICATION}"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA user_version = {int(SCHEMA_VERSION.split('.')[0])}")
        connection.execute("BEGIN")
        create(connection)
        fill(connection, _sorted(edition.registry), edition.reference, edition.day)
        for name, (_meaning, query) in VIEWS.items():
            connection.execute(f'CREATE VIEW "{name}" AS {dedent(query).strip()}')
        _describe(connection)
        _tell_edition(connection, edition)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        yield Artefact(PATH, MEDIA_TYPE, _without_traces(connection.serialize()))


def _sorted(registry: Registry) -> Registry:
    """The same with everything in the order of its id, in whatever order it was read."""
    context = registry.context
    return replace(
        registry,
        offices=_by_id(registry.offices),
        context=replace(
            context,
            agencies=_by_id(context.agencies),
            agreements=_by_id(context.agreements),
            decisions=_by_id(context.decisions),
        ),
    )


def _by_id(things: Mapping[str, Value]) -> dict[str, Value]:
    return dict(sorted(things.items()))


def _describe(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE descriptions (place TEXT, name TEXT, sv TEXT, en TEXT, PRIMARY KEY (place, name))")
    rows = [(table.name, "", table.meaning.sv, table.meaning.en) for table in TABLES]
    rows += [
        (table.name, column.name, column.meaning.sv, column.meaning.en) for table in TABLES for column in table.columns
    ]
    rows += [(name, "", meaning.sv, meaning.en) for name, (meaning, _) in VIEWS.items()]
    connection.executemany("INSERT INTO descriptions VALUES (?, ?, ?, ?)", rows)


def _tell_edition(connection: sqlite3.Connection, edition: Edition) -> None:
    """What `meta` says in the JSON files."""
    told = {
        "schema_version": SCHEMA_VERSION,
        "data_version": edition.revision,
        "dirty": str(int(edition.dirty)),
        "generated_at": edition.generated_at,
        "valid_at": edition.day.isoformat(),
        "title": edition.settings.title.sv,
        "license": edition.settings.licence,
        "publisher": edition.publisher_name,
        "attribution": "\n".join(credit.text for credit in edition.settings.attributions),
        "timezone": edition.settings.time_zone,
    }
    connection.execute("CREATE TABLE about_edition (name TEXT PRIMARY KEY, value TEXT)")
    connection.executemany("INSERT INTO about_edition VALUES (?, ?)", told.items())


def _without_traces(data: bytes) -> bytes:
    """The database without what tells of its making (SQLite file format, 1.3): how often it changed, and by what.

    The change counter (offset 24) and the number it was valid for (92) count the writes; at 96 stands the version of
    SQLite that wrote last. A reader asks none of them whether the content is right.
    """
    counter = (1).to_bytes(4, "big")
    return data[:24] + counter + data[28:92] + counter + (3_045_000).to_bytes(4, "big") + data[100:]
