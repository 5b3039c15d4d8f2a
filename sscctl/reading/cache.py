"""The cache: one SQLite file for each registry root, which can be deleted at any time and never has to be."""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

_LOG = logging.getLogger(__name__)

_TABLES = """
CREATE TABLE IF NOT EXISTS document (
    blob TEXT, fingerprint TEXT, content TEXT, PRIMARY KEY (blob, fingerprint)
);
"""


class Cache:
    """Remembers what bytes were parsed to, by what the bytes and the parser are: nothing in it can grow stale.

    Where the folder cannot be written, or the file is damaged, it works in memory for this run.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        database.executescript(_TABLES)

    @classmethod
    def of(cls, root: Path | None) -> Cache:
        """Open the cache of the registry at `root`; `None` is a cache for this run alone."""
        if root is None:
            return cls(_connect(":memory:"))
        folder = _folder()
        place = folder / f"{hashlib.sha1(os.fsencode(root), usedforsecurity=False).hexdigest()}.sqlite"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            return cls(_connect(str(place)))
        except (OSError, sqlite3.Error) as problem:
            _LOG.info("no cache at %s: %s", place, problem)
            return cls(_connect(":memory:"))

    def recall(self, blobs: Iterable[str], fingerprint: str) -> Mapping[str, str]:
        """What is remembered of these blobs: blob id to content."""
        wanted = list(blobs)
        found: dict[str, str] = {}
        for start in range(0, len(wanted), 500):
            some = wanted[start : start + 500]
            marks = ",".join("?" * len(some))
            rows = self.database.execute(
                f"SELECT blob, content FROM document WHERE fingerprint = ? AND blob IN ({marks})",  # noqa: S608  only marks
                (fingerprint, *some),
            )
            found.update(rows)
        return found

    def remember(self, contents: Iterable[tuple[str, str]], fingerprint: str) -> None:
        """Keep blob ids with their contents; what another fingerprint left behind goes."""
        self.database.executemany(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?)", ((blob, fingerprint, text) for blob, text in contents)
        )

    def forget_others(self, fingerprint: str) -> None:
        """Drop what an older program or older schemas left."""
        self.database.execute("DELETE FROM document WHERE fingerprint != ?", (fingerprint,))


def _connect(place: str) -> sqlite3.Connection:
    database = sqlite3.connect(place, timeout=20, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute(
        "PRAGMA synchronous = OFF"
    )  # a cache: what a crash of the machine tears is found damaged and rebuilt
    return database


def _folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # XDG Base Directory Specification: a relative path is to be ignored
        base = os.path.expanduser("~/.cache")
    return Path(base) / "sscctl"


@lru_cache(maxsize=1)
def program_fingerprint() -> str:
    """A digest of the program's own source: what an older program remembered is not what this one would say."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha1(usedforsecurity=False)
    for floor in (".", "domain", "reading", "rules"):
        for source in sorted((package / floor).glob("*.py")):
            digest.update(source.read_bytes())
    return digest.hexdigest()
