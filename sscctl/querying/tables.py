"""The registry as tables in SQLite: for questions in SQL, and for a database that is published."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from sqlite3 import Connection

from sscctl.domain.registry import Registry
from sscctl.querying.relations import agencies, hours, law, network, offices, places, presence
from sscctl.querying.relations.relation import Column, Relation, World
from sscctl.reading.reference import Reference

TABLES: tuple[Relation, ...] = (
    *offices.RELATIONS,
    *hours.RELATIONS,
    *presence.RELATIONS,
    *agencies.RELATIONS,
    *law.RELATIONS,
    *network.RELATIONS,
    *places.RELATIONS,
)
"""Every table; `sscctl sql --schema` prints them in this order."""


def create(connection: Connection) -> None:
    """Create every table, empty."""
    for relation in TABLES:
        connection.execute(ddl(relation))


def fill(
    connection: Connection,
    registry: Registry,
    reference: Reference,
    day: date,
    only: Collection[str] | None = None,
) -> None:
    """Put the rows of the tables, or of those named in `only`, into the tables that `create` made, as of `day`."""
    world = World(registry, reference, day)
    for relation in TABLES:
        if only is None or relation.name in only:
            names = [column.name for column in relation.columns]
            rows = ([_plain(row[name]) for name in names] for row in relation.rows(world))
            places = ", ".join("?" for _ in names)
            connection.executemany(f'INSERT INTO "{relation.name}" VALUES ({places})', rows)  # noqa: S608  our own names


def ddl(relation: Relation) -> str:
    """The statement that creates the table; each column carries its meaning as a comment, which SQLite keeps."""
    key = ", ".join(f'"{name}"' for name in relation.key)
    lines = [f"  {_declared(column)},  -- {column.meaning.en}" for column in relation.columns]
    return "\n".join(
        (f'CREATE TABLE "{relation.name}" (  -- {relation.meaning.en}', *lines, f"  PRIMARY KEY ({key})", ")")
    )


def _declared(column: Column) -> str:
    refers = f' REFERENCES "{column.refers}"' if column.refers else ""
    return f'"{column.name}" {column.kind}{refers}'


def _plain(value: object) -> str | int | float | None:
    """What SQLite keeps: numbers, text, flags as 1 and 0, dates as ISO 8601, lists with blanks between."""
    if value is None or isinstance(value, float):
        return value
    if isinstance(value, int):
        return value if abs(value) < _INTEGERS else str(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Iterable):
        return " ".join(map(str, value)) or None
    return str(value)


_INTEGERS = 2**63
"""Where SQLite's whole numbers end."""
