"""One lock for whoever reads, edits, writes and commits: it tells who holds it, and a dead holder holds nothing.

It is a flock(2), which the kernel ends with the last process that has it open. The git processes of a commit inherit
it, so that one which outlives its parent is waited for before anybody mends what the parent left.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import get_ident

from sscctl.errors import InputOutput
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.paths import shown
from sscctl.text import Text
from sscctl.writing import disk
from sscctl.writing.home import Home
from sscctl.writing.recovery import recover
from sscctl.writing.steps import reached
from sscctl.writing.troubles import failing

PATIENCE = 30.0
"""Seconds that somebody else is waited for."""

SILENCE = 1.0
"""Seconds of waiting before it is told who is waited for."""

_PAUSE = 0.02
_LONGEST_NOTE = 4096
_OPEN = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock, as far as the note in it tells."""

    process: int
    host: str
    since: datetime
    doing: str

    @property
    def told(self) -> Text:
        """Who it is, in words."""
        when = self.since.astimezone().isoformat(" ", "seconds")
        if self.host == socket.gethostname():
            return Text(
                f"process {self.process} sedan {when}: {self.doing}",
                f"process {self.process} since {when}: {self.doing}",
            )
        host = shown(self.host)
        return Text(
            f"process {self.process} på {host} sedan {when}: {self.doing}",
            f"process {self.process} on {host} since {when}: {self.doing}",
        )


_held: dict[Path, tuple[int, int]] = {}
"""The locks of this process: the thread and the descriptor of each."""


@contextmanager
def locked(
    where: GitPlace | Path,
    doing: str,
    patience: float = PATIENCE,
    tell: Callable[[Text], None] | None = None,
    *,
    keep: bool = False,
) -> Iterator[None]:
    """Hold the lock of a work tree, or of the registry at a root; who has it already just goes on.

    Before anything else is done, what an interrupted write has left is finished or undone; with `keep`, a file that was
    changed since stays as it is. `tell` is told whom one waits for. Raises `InputOutput` naming the holder once
    patience has run out, or where the lock cannot be opened.
    """
    home = Home.of(where)
    if is_held(home):
        yield
        return
    with _opened(home) as descriptor:
        _wait(descriptor, home, patience, tell)
        _held[home.lock] = (get_ident(), descriptor)
        try:
            _note(descriptor, doing)
            reached("locked")
            recover(home, descriptor, keep=keep)
            yield
        finally:
            del _held[home.lock]
            with suppress(OSError):
                os.ftruncate(descriptor, 0)


def is_held(home: Home) -> bool:
    """Whether this thread has the lock."""
    return _held.get(home.lock, (0, 0))[0] == get_ident()


def descriptor_of(home: Home) -> int:
    """The open lock, for those that inherit it; this thread must hold it."""
    return _held[home.lock][1]


def holder(home: Home) -> Holder | None:
    """Who holds the lock now; `None` where nobody does. Nothing is made or changed."""
    try:
        descriptor = os.open(home.lock, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _read(descriptor)
    else:
        return None
    finally:
        os.close(descriptor)


@contextmanager
def _opened(home: Home) -> Iterator[int]:
    with failing(home.lock):
        disk.make_path(home.lock.parent)
        descriptor = os.open(home.lock, _OPEN, disk.FILE_MODE)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _wait(descriptor: int, home: Home, patience: float, tell: Callable[[Text], None] | None) -> None:
    began = time.monotonic()
    while True:
        try:
            with failing(home.lock, but=BlockingIOError):
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waited = time.monotonic() - began
        else:
            return
        if waited >= patience:
            raise _taken(_read(descriptor), patience)
        if tell is not None and waited >= SILENCE:
            who = _read(descriptor)
            if who is not None:
                tell(_waiting(who))
                tell = None
        time.sleep(min(_PAUSE, patience - waited))


def _note(descriptor: int, doing: str) -> None:
    said = {"process": os.getpid(), "host": socket.gethostname(), "doing": doing}
    with suppress(OSError):  # who cannot say who they are may work all the same
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(said).encode()[:_LONGEST_NOTE], 0)


def _read(descriptor: int) -> Holder | None:
    try:
        said = json.loads(os.pread(descriptor, _LONGEST_NOTE, 0))
        since = datetime.fromtimestamp(os.fstat(descriptor).st_mtime, UTC)
        return Holder(int(said["process"]), str(said["host"]), since, str(said["doing"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _waiting(who: Holder) -> Text:
    told = who.told
    return Text(f"Väntar på {told.sv}", f"Waiting for {told.en}")


def _taken(who: Holder | None, patience: float) -> InputOutput:
    told = who.told if who is not None else Text("en okänd process", "an unknown process")
    return InputOutput(
        Text(f"registret är låst av {told.sv}", f"the registry is locked by {told.en}"),
        Text(
            f"vänta tills den är klar och kör igen ({patience:g} s har gått)",
            f"wait until it is done, and run again ({patience:g} s have passed)",
        ),
    )
