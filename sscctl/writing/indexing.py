"""Git's index follows a commit for exactly the paths that it concerns; what else is staged stays staged."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sscctl.errors import InputOutput
from sscctl.reading.gitplace import GitPlace
from sscctl.text import Text
from sscctl.writing import disk
from sscctl.writing.home import Home
from sscctl.writing.journal import Entry
from sscctl.writing.plumbing import Plumbing
from sscctl.writing.steps import reached
from sscctl.writing.troubles import failing

NAME = "index"
"""The index to come, in the home's folder; while it is needed, git's own lock is a second name of it."""

PATIENCE = 5.0
"""Seconds that a git at work is waited for."""

_PAUSE = 0.02
_TRIES = 5


def lines(entries: Sequence[Entry], length: int = 40) -> bytes:
    """What `git update-index -z --index-info` reads."""
    return b"".join(
        f"{entry.mode if entry.blob else '0'} {entry.blob or '0' * length}\t{entry.path}\0".encode(
            "utf-8", "surrogateescape"
        )
        for entry in entries
    )


def take(home: Home, git: Plumbing, entries: Sequence[Entry]) -> None:
    """Make the index to come, and lock git's own with it: nobody else changes the index until it is let go.

    InputOutput where a git at work has it for too long.
    """
    lock = lock_of(git.place)
    for _ in range(_TRIES):
        before = _make(home, git, entries)
        with failing(lock):
            _lock(home.folder / NAME, lock)
        reached("index locked")
        if _content(git.place.index) == before:
            return
        let_go(home, git.place)
    raise _busy(lock)


def turn(home: Home, git: Plumbing, entries: Sequence[Entry]) -> None:
    """Let the index be the one to come, made anew where somebody has removed the lock."""
    lock = lock_of(git.place)
    if not is_ours(home, git.place):
        if _says(git, entries):
            return
        take(home, git, entries)
    with failing(lock):
        lock.rename(git.place.index)
    with suppress(OSError), disk.folder(git.place.own) as place:  # it has turned: there is no way back from here
        os.fsync(place)
    reached("index turned")


def let_go(home: Home, place: GitPlace) -> None:
    """Let git have its index as it was."""
    if is_ours(home, place):
        with failing(lock_of(place)):
            lock_of(place).unlink()
    with suppress(FileNotFoundError), failing(home.folder / NAME, but=FileNotFoundError):
        (home.folder / NAME).unlink()
    reached("index let go")


def is_ours(home: Home, place: GitPlace) -> bool:
    """Whether the lock of git's index is the one that a write of ours put there."""
    ours, lock = home.folder / NAME, lock_of(place)
    try:
        return os.path.samestat(ours.lstat(), lock.lstat()) or (
            ours.stat().st_size == lock.stat().st_size > 0 and ours.read_bytes() == lock.read_bytes()
        )
    except OSError:
        return False


def lock_of(place: GitPlace) -> Path:
    """Git's own lock of its index."""
    return place.index.with_name("index.lock")


def _make(home: Home, git: Plumbing, entries: Sequence[Entry]) -> bytes | None:
    """Copy the index and change the copy; what the index held."""
    ours = home.folder / NAME
    with failing(ours):
        ours.unlink(missing_ok=True)
        before = _content(git.place.index)
        if before is not None:
            shutil.copy2(git.place.index, ours)  # with its time: by that git tells what may have changed since
            before = ours.read_bytes()
    git.run(
        "update-index",
        "-z",
        "--add",
        "--remove",
        "--index-info",
        given=lines(entries),
        more={"GIT_INDEX_FILE": str(ours)},
    )
    reached("index made")
    return before


def _lock(ours: Path, lock: Path) -> None:
    began = time.monotonic()
    while True:
        try:
            os.link(ours, lock)
        except FileExistsError:
            if time.monotonic() - began > PATIENCE:
                raise _busy(lock) from None
            time.sleep(_PAUSE)
        else:
            return


def _says(git: Plumbing, entries: Sequence[Entry]) -> bool:
    """Whether the index says already what it shall say of these paths."""
    listed = git.run("ls-files", "--stage", "-z").output.decode("utf-8", "surrogateescape").split("\0")
    there = {line.partition("\t")[2]: line.split(" ")[1] for line in listed if line}
    return all(there.get(entry.path) == entry.blob for entry in entries)


def _content(path: Path) -> bytes | None:
    with failing(path):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def _busy(lock: Path) -> InputOutput:
    return InputOutput(
        Text(f"git arbetar här just nu: {lock} finns", f"git is at work here: there is {lock}"),
        Text(
            "vänta tills det är klart; om inget git är igång, ta bort filen",
            "wait until it is done; where no git is running, remove the file",
        ),
    )
