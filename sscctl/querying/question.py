"""Questions to the registry in SQL: read-only, with bounds on time, memory and the length of the answer."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from threading import Event, Timer

from sscctl.domain.collation import swedish_key
from sscctl.domain.registry import Registry
from sscctl.errors import Refused, WrongUsage
from sscctl.querying.sql_words import complaint
from sscctl.querying.tables import TABLES, create, fill
from sscctl.reading.reference import Reference
from sscctl.text import Text

Value = str | int | float | bytes | None

_MOST_ROWS = 1_000_000
_MOST_CHARACTERS = 200_000_000
"""How long an answer may be, for it is held in memory."""
_MOST_MEMORY = 512 * 1024 * 1024
"""Bytes that SQLite may take for itself."""
_LONGEST = 500_000
"""Bytes of a single value or statement: a function at work on one cannot be stopped, only be given little to do."""
_STEPS = 10_000
"""Steps of SQLite's machine between two looks for Ctrl-C: less than a millisecond."""

_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_LOOKING = {"table_info", "table_xinfo", "table_list", "foreign_key_list", "index_list"}
_FORBIDDEN = {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"}
_MADE_READY = ("json_each('[]')", "json_tree('[]')", "pragma_table_info('about')", "pragma_table_list")
"""Functions that give tables: SQLite sets them up at their first use, which is no reading."""
_NOTHING = re.compile(r"--[^\n]*(?:\n|$)|/\*.*?\*/|[\s;]+", re.DOTALL)
_EXPLAINS = re.compile(rf"(?:{_NOTHING.pattern})*explain\b", re.IGNORECASE | re.DOTALL)
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Answer:
    """The names of the columns, which need not differ from one another, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def ask(registry: Registry, reference: Reference, day: date, query: str, seconds: float) -> Answer:
    """Answer `query`, one SELECT, from the tables as of `day`; only those that it reads are filled.

    WrongUsage is raised for what is no question, Refused for what would write or reach outside, and for what takes
    longer than `seconds` or more room than there is.
    """
    if not _NOTHING.sub("", query):
        raise WrongUsage(Text("frågan är tom", "the query is empty"), _EXAMPLE)
    if _NO_TEXT.search(query):
        raise WrongUsage(Text("frågan innehåller tecken som inte är text", "the query has characters that are no text"))
    with closing(sqlite3.connect(":memory:", cached_statements=0)) as connection:
        create(connection)
        _bound(connection)
        with _complaints(connection, query):
            tables = _tables_read(connection, query)
        fill(connection, registry, reference, day, tables)
        connection.execute("PRAGMA query_only = 1")
        with _complaints(connection, query), _stopped_after(connection, seconds):
            connection.set_authorizer(_reading_only)
            return _answer(connection.execute(query))


def _bound(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.create_collation("swedish", _compare)
    connection.execute("PRAGMA temp_store = memory")
    for ready in _MADE_READY:
        with suppress(sqlite3.OperationalError):  # an SQLite that was built without it
            connection.execute(f"SELECT 1 FROM {ready}").close()  # noqa: S608  our own names
    connection.execute(f"PRAGMA hard_heap_limit = {_MOST_MEMORY}")


def _compare(one: str, other: str) -> int:
    """The order of the Swedish alphabet, for `ORDER BY name COLLATE swedish`."""
    first, second = swedish_key(one), swedish_key(other)
    return (first > second) - (first < second)


def _tables_read(connection: sqlite3.Connection, query: str) -> set[str]:
    """The tables that the query would read, found out by having it planned and not run."""
    seen: set[str] = set()

    def note(action: int, first: str | None, second: str | None, schema: str | None, trigger: str | None) -> int:
        if action == sqlite3.SQLITE_READ and first:
            seen.add(first)
        return _reading_only(action, first, second, schema, trigger)

    connection.set_authorizer(note)
    connection.execute(query if _EXPLAINS.match(query) else f"EXPLAIN {query}").close()
    connection.set_authorizer(None)
    return seen & {relation.name for relation in TABLES}


def _reading_only(action: int, first: str | None, second: str | None, schema: str | None, trigger: str | None) -> int:
    """SQLite asks here before it does anything: reading is let through, and nothing else."""
    del schema, trigger
    allowed = (
        action in _READING
        or (action == sqlite3.SQLITE_FUNCTION and second not in _FORBIDDEN)
        or (action == sqlite3.SQLITE_PRAGMA and first in _LOOKING)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _answer(cursor: sqlite3.Cursor) -> Answer:
    if cursor.description is None:
        raise WrongUsage(Text("frågan är tom", "the query is empty"), _EXAMPLE)
    columns = tuple(column[0] for column in cursor.description)
    rows: list[tuple[Value, ...]] = []
    room = _MOST_CHARACTERS
    for row in cursor:
        room -= sum(len(value) for value in row if isinstance(value, str | bytes))
        if len(rows) == _MOST_ROWS or room < 0:
            raise Refused(Text("svaret är för långt", "the answer is too long"), _LESS)
        rows.append(row)
    return Answer(columns, tuple(rows))


@contextmanager
def _stopped_after(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Stop what runs in the block once the time is up: a thread rings, as no function of SQLite looks at the clock."""
    over = Event()

    def stop() -> None:
        over.set()
        connection.interrupt()

    timer = Timer(seconds, stop)
    connection.set_progress_handler(over.is_set, _STEPS)
    timer.start()
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        if not over.is_set():
            raise KeyboardInterrupt from None  # it came while the handler ran, and SQLite swallowed it
        took = f"{seconds:g}"
        message = Text(f"frågan stoppades efter {took} s", f"the query was stopped after {took} s")
        raise Refused(message, Text("ge den mer tid med --timeout", "give it more time with --timeout")) from None
    finally:
        timer.cancel()
        timer.join()


@contextmanager
def _complaints(connection: sqlite3.Connection, query: str) -> Iterator[None]:
    """Turn what SQLite objects to into words."""
    try:
        yield
    except MemoryError:
        raise Refused(Text("frågan tar för mycket minne", "the query takes too much memory"), _LESS) from None
    except (sqlite3.Error, sqlite3.Warning) as error:
        connection.set_progress_handler(None, 0)
        raise complaint(str(error), query, lambda text: _objection(connection, text)) from None


def _objection(connection: sqlite3.Connection, query: str) -> str | None:
    """What SQLite says of another text, which is planned and not run."""
    try:
        connection.execute(query if _EXPLAINS.match(query) else f"EXPLAIN {query}").close()
    except (sqlite3.Error, sqlite3.Warning) as error:
        return str(error)
    return None


_LESS = Text("fråga efter mindre, till exempel med LIMIT", "ask for less, for instance with LIMIT")
_EXAMPLE = Text("skriv till exempel SELECT * FROM offices", "write for instance SELECT * FROM offices")
