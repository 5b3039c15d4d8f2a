"""Registries with a past in git, made by hand and by the thousand."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.base_registry import OFFICE_PATH
from tests.builders import files_of, laid_over, week
from tests.cli.registries import committed, registry

OPENED = {"event": "opened", "on": "2021-11-01", "decision": "ssc-exempelbeslut-2021", "source": "page"}
CLOSING = {"event": "closing_decided", "on": "2023-10-15", "last_day": "2023-12-29", "source": "press"}
SOURCES = {
    "page": {"url": "https://exempel.se/kontor/torget", "date": "2021-11-01"},
    "press": {"url": "https://exempel.se/press", "date": "2023-10-15"},
}
FIRST = {
    "lifecycle": [OPENED],
    "addresses": [{"valid_from": "2021-11-01", "street": "Exempelgatan 1", "source": "page"}],
    "opening_hours": [{"valid_from": "2021-11-01", "weekly": week("10:00-16:00"), "source": "page"}],
    "participations": [
        {"agency": "migrationsverket", "valid_from": "2022-01-01", "level": "guidance", "source": "page"}
    ],
    "sources": SOURCES,
}
SECOND = {
    **FIRST,
    "lifecycle": [OPENED, CLOSING],
    "addresses": [{"valid_from": "2021-11-01", "street": "Exempelgatan 2", "source": "press"}],
}
NAME = "Torget"


def two_revisions(top: Path) -> Path:
    """A registry that learned in October 2023 that its office closes, and that its street was another all along."""
    root = registry(top, {OFFICE_PATH: FIRST})
    committed(top, "Begin", "2023-08-15T12:00:00+02:00")
    registry(top, {OFFICE_PATH: SECOND})
    committed(top, "Tell of the closing", "2023-10-16T12:00:00+02:00")
    return root


def moved(root: Path, before: str, after: str) -> None:
    """Move a file of the registry to where it is to lie."""
    (root / after).parent.mkdir(parents=True, exist_ok=True)
    (root / before).rename(root / after)


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit to import: who, what it says, and the contents it gives to paths below `registry/`."""

    message: bytes
    files: dict[str, bytes]
    author: bytes = b"Anna"


def imported(top: Path, commits: Sequence[Commit]) -> Path:
    """Make a repository of these commits, a day apart from 2020 on, in one go; return the registry's root."""
    top.mkdir(exist_ok=True)
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=top, check=True)
    stream = b"".join(_stream(commits))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=top, input=stream, check=True, capture_output=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=top, check=True)
    return top / "registry"


def _stream(commits: Sequence[Commit]) -> Iterator[bytes]:
    for number, commit in enumerate(commits):
        who = b"%s <a@example.org> %d +0000" % (commit.author, 1_577_880_000 + 86_400 * number)
        yield b"commit refs/heads/main\nauthor %s\ncommitter %s\n" % (who, who)
        yield b"data %d\n%s\n" % (len(commit.message), commit.message)
        for path, data in commit.files.items():
            yield b"M 100644 inline registry/%s\ndata %d\n%s\n" % (path.encode(), len(data), data)


def long_past(commits: int, of_office: int) -> list[Commit]:
    """A past in which so many commits touch the base office, evenly spread, and all others another one."""
    yield_every = commits // of_office
    first = files_of(laid_over({}))
    other = laid_over({"offices/annan.yaml": {"name": "Annan"}})
    made = [Commit(b"Begin", first)]
    for number in range(1, commits):
        path = "offices/annan.yaml" if number % yield_every else OFFICE_PATH
        text = files_of({path: {**other[path], "town": f"Ort {number}"}})[path]
        made.append(Commit(b"Change %d" % number, {path: text}))
    return made
