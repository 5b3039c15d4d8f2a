"""What is known of every document between two runs: findings, claims and waivers, in SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Self

from sscctl.domain.finding import Finding, Severity
from sscctl.text import Text

_TABLES = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, blob TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS finding (path TEXT, code TEXT, severity TEXT, pointer TEXT, words TEXT,
    line INT, column INT, end_column INT, of_group TEXT, waived INT DEFAULT 0);
CREATE TABLE IF NOT EXISTS claim (rule TEXT, key TEXT, path TEXT, id TEXT, pointer TEXT, value TEXT);
CREATE TABLE IF NOT EXISTS waiver (path TEXT, place INT, rule TEXT, last_day TEXT);
CREATE INDEX IF NOT EXISTS finding_of_path ON finding (path);
CREATE INDEX IF NOT EXISTS finding_of_group ON finding (of_group) WHERE of_group IS NOT NULL;
CREATE INDEX IF NOT EXISTS claim_of_path ON claim (path);
CREATE INDEX IF NOT EXISTS claim_of_group ON claim (rule, key, path);
CREATE INDEX IF NOT EXISTS waiver_of_path ON waiver (path);
"""
_CONTENT = ("file", "finding", "claim", "waiver")

Group = tuple[str, str]
"""A rule's code and the key that the group's documents claim."""


RawClaim = tuple[str, str, tuple[str | int, ...], tuple[str | int | float | None, ...]]
"""A claim as it is kept: path, document's id, pointer, value."""


class Ledger:
    """The findings of a registry as they stood when it was last checked.

    One transaction brings it from one state to the next (`with ledger:`); a reader sees the one or the other.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.executescript(_TABLES)

    def __enter__(self) -> Self:
        """Begin the transaction; another process that is at it is waited for."""
        self._database.execute("BEGIN IMMEDIATE")
        return self

    def __exit__(self, kind: object, problem: object, traceback: object) -> None:
        """Keep everything, or nothing."""
        self._database.execute("ROLLBACK" if kind else "COMMIT")

    def recall(self, name: str) -> str | None:
        """A part of the state that was kept."""
        row = self._database.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def keep(self, name: str, value: str) -> None:
        """Keep a part of the state."""
        self._database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def files(self) -> Mapping[str, str]:
        """Every path with the blob id it had."""
        return dict(self._database.execute("SELECT path, blob FROM file"))

    def files_outside(self, folder: str) -> Mapping[str, str]:
        """The paths that do not lie in `folder`, with their blob ids; the others are not read."""
        query = "SELECT path, blob FROM file WHERE path < ? OR path >= ?"
        return dict(self._database.execute(query, (f"{folder}/", f"{folder}0")))  # "0" follows "/"

    def count_files(self) -> int:
        """How many files there are."""
        return int(self._database.execute("SELECT count(*) FROM file").fetchone()[0])

    def clear(self) -> None:
        """Forget every document."""
        for table in _CONTENT:
            self._database.execute(f"DELETE FROM {table}")  # noqa: S608  names written here

    def groups_of(self, path: str) -> set[Group]:
        """The groups that the document at `path` is in."""
        return set(self._database.execute("SELECT DISTINCT rule, key FROM claim WHERE path = ?", (path,)))

    def forget(self, path: str) -> None:
        """Forget one document and what it broke by itself."""
        for table in _CONTENT:
            self._database.execute(f"DELETE FROM {table} WHERE path = ?", (path,))  # noqa: S608  names written here

    def enter_file(self, path: str, blob: str) -> None:
        """Enter a file as it is now."""
        self._database.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (path, blob))

    def enter_findings(self, findings: Iterable[Finding], group: Group | None = None) -> None:
        """Enter findings; those of a group go when the group is judged again."""
        self._database.executemany(
            "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            ((*_row(finding), None if group is None else _json(group)) for finding in findings),
        )

    def enter_claims(self, path: str, name: str, claims: Iterable[tuple[str, str, object, object]]) -> None:
        """Enter what a document lays claim to: rule, key, pointer, value."""
        self._database.executemany(
            "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?)",
            ((rule, key, path, name, _json(pointer), _json(value)) for rule, key, pointer, value in claims),
        )

    def enter_waivers(self, path: str, waivers: Iterable[tuple[int, str, str]]) -> None:
        """Enter a document's waivers: place in its list, rule, last day."""
        self._database.executemany("INSERT INTO waiver VALUES (?, ?, ?, ?)", ((path, *waiver) for waiver in waivers))

    def clear_group(self, group: Group) -> None:
        """Forget what was found in a group."""
        self._database.execute("DELETE FROM finding WHERE of_group = ?", (_json(group),))

    def count_claims(self, group: Group) -> int:
        """How many claims a group has; none is read."""
        query = "SELECT count(*) FROM claim WHERE rule = ? AND key = ?"
        return int(self._database.execute(query, group).fetchone()[0])

    def claims(self, group: Group) -> Iterator[RawClaim]:
        """The claims of a group, by path."""
        query = "SELECT path, id, pointer, value FROM claim WHERE rule = ? AND key = ? ORDER BY path, rowid"
        for path, name, pointer, value in self._database.execute(query, group).fetchall():
            yield path, name, tuple(json.loads(pointer)), tuple(json.loads(value))

    def all_claims(self) -> Iterator[tuple[Group, list[RawClaim]]]:
        """Every group with its claims, read through once."""
        rows = self._database.execute(
            "SELECT rule, key, path, id, pointer, value FROM claim ORDER BY rule, key, path, rowid"
        )
        for group, members in groupby(rows, key=lambda row: (row[0], row[1])):
            yield group, [(row[2], row[3], tuple(json.loads(row[4])), tuple(json.loads(row[5]))) for row in members]

    def findings(self) -> Iterator[Finding]:
        """Every finding that is not excused, by path, line and code."""
        rows = self._database.execute(
            "SELECT path, code, severity, pointer, words, line, column, end_column FROM finding"
            " WHERE NOT waived ORDER BY path, line, column, code, pointer, words"
        )
        for path, code, severity, pointer, words, *place in rows:
            message, advice = json.loads(words)
            said = Text(*message), Text(*advice) if advice else None
            yield Finding(path, code, Severity(severity), tuple(json.loads(pointer)), *said, *place)

    def waivers(self) -> tuple[tuple[str, int, str, str], ...]:
        """Every waiver: path, place in its list, rule, last day."""
        return tuple(self._database.execute("SELECT path, place, rule, last_day FROM waiver ORDER BY path, place"))

    def excuse_nothing(self) -> None:
        """Let every finding stand again."""
        self._database.execute("UPDATE finding SET waived = 0 WHERE waived")

    def excuse(self, path: str, rule: str) -> int:
        """Excuse what a document breaks of one rule, and return how many findings that were."""
        query = "UPDATE finding SET waived = 1 WHERE path = ? AND code = ?"
        return self._database.execute(query, (path, rule)).rowcount

    def count_waived(self) -> int:
        """How many findings are excused."""
        return int(self._database.execute("SELECT count(*) FROM finding WHERE waived").fetchone()[0])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _row(finding: Finding) -> tuple[object, ...]:
    words = _json([finding.message, finding.advice])
    place = finding.line, finding.column, finding.end_column
    return finding.path, finding.code, finding.severity, _json(finding.pointer), words, *place
