"""What is to become of several files, and of a branch, told on disk before any of it is begun.

A journal is planned or ready. One that is planned is undone by whoever comes next; one that is ready is finished, or,
where it tells of a commit, goes the way of the branch: finished if that has moved, else undone.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Self

from sscctl.errors import Integrity
from sscctl.text import Text
from sscctl.writing import disk
from sscctl.writing.flushed import write_flushed
from sscctl.writing.home import HIDDEN, Home
from sscctl.writing.steps import reached
from sscctl.writing.troubles import failing, refused_by_disk

PLANNED, READY = "journal.planned", "journal.ready"
_KEPT = frozenset({"lock", PLANNED, READY})


def digest(data: bytes | None) -> str | None:
    """SHA-256 of a content; `None` where there is no file."""
    return None if data is None else hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Planned:
    """A file below the root, with the digests of what it held and of what it shall hold."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """What git's index shall say of a path below the top level; no `blob` where it shall say nothing."""

    path: str
    mode: str
    blob: str | None


@dataclass(frozen=True, slots=True)
class Move:
    """The branch `ref` goes from the commit `old` (`None`: is made) to `new`; `head` is where HEAD led before."""

    ref: str
    old: str | None
    new: str
    head: str
    entries: tuple[Entry, ...]

    @property
    def switches(self) -> bool:
        """Whether HEAD has to be led to another branch."""
        return self.head != self.ref


@dataclass(frozen=True, slots=True)
class Journal:
    """The files below `root` (itself below the home's top), the folders made for them, and a commit's branch."""

    root: str
    files: tuple[Planned, ...]
    folders: tuple[str, ...]
    move: Move | None = None

    def to_bytes(self) -> bytes:
        """As it lies on disk."""
        return json.dumps(asdict(self), indent=1).encode("ascii")

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Read what `to_bytes` wrote; Integrity for anything else."""
        try:
            said = json.loads(data)
            move = said["move"]
            if move is not None:
                move = Move(**{**move, "entries": tuple(Entry(**entry) for entry in move["entries"])})
            files = tuple(Planned(**file) for file in said["files"])
            return cls(str(said["root"]), files, tuple(map(str, said["folders"])), move)
        except (ValueError, TypeError, KeyError) as problem:
            raise Integrity(
                Text("en journal över en skrivning kan inte läsas", "the journal of a write cannot be read")
            ) from problem


def found(home: Home) -> tuple[Journal, bool] | None:
    """The journal that lies there, and whether it is ready; `None` where none does, or it was never wholly planned."""
    try:
        with disk.folder(home.folder) as place:
            ready = disk.read(READY, place)
            planned = None if ready is not None else disk.read(PLANNED, place)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise refused_by_disk(home.folder, error) from error
    if ready is not None:
        return Journal.of(ready), True
    try:
        return (Journal.of(planned), False) if planned is not None else None
    except Integrity:  # its end is missing, and nothing was done before it was whole
        return None


def plan(home: Home, journal: Journal) -> None:
    """Let the disk know what is going to be done."""
    with failing(home.folder / PLANNED):
        disk.make_path(home.folder)
        with disk.folder(home.folder) as place:
            write_flushed(PLANNED, journal.to_bytes(), None, place)
            os.fsync(place)
        with disk.folder(home.folder.parent) as above:
            os.fsync(above)
    reached("planned")


def make_ready(home: Home) -> None:
    """All is prepared: from here on it is finished."""
    _rename(home, PLANNED, READY)
    reached("ready")


def take_back(home: Home) -> None:
    """It could not be done: from here on it is undone."""
    if (home.folder / READY).exists():
        _rename(home, READY, PLANNED)
    reached("taken back")


def close(home: Home) -> None:
    """Forget it: all is done, or all is undone."""
    with failing(home.folder), disk.folder(home.folder) as place:
        for name in (READY, PLANNED):
            disk.remove_file(name, place)
        os.fsync(place)
    reached("closed")
    sweep(home)


def sweep(home: Home) -> None:
    """Remove what lies in the home's folder and no journal speaks of."""
    for name in left(home):
        path = home.folder / name
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
    if home.folder.name == HIDDEN:
        with suppress(OSError):
            home.folder.rmdir()


def left(home: Home) -> Iterable[str]:
    """The names of what was prepared there."""
    try:
        return sorted(entry.name for entry in os.scandir(home.folder) if entry.name not in _KEPT)
    except OSError:
        return ()


def _rename(home: Home, before: str, after: str) -> None:
    with failing(home.folder / before), disk.folder(home.folder) as place:
        os.rename(before, after, src_dir_fd=place, dst_dir_fd=place)
        os.fsync(place)


def is_begun(home: Home) -> bool:
    """Whether a journal lies there, be it never wholly written."""
    return any((home.folder / name).exists() for name in (READY, PLANNED))
