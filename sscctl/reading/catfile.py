"""Reads many objects through one `git cat-file --batch`, one after the other and one at a time in memory."""

from __future__ import annotations

import os
import select
import subprocess
import weakref
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.gitprocess import PATIENCE, Git, failed, no_answer
from sscctl.text import Text

_AHEAD = 64
_CHUNK = 1 << 18


class CatFile:
    """The process, begun at the first request and ended with this object.

    A fork of this program begins one of its own: two that read from the same pipe would take each other's answers.
    """

    def __init__(self, git: Git) -> None:
        self._git = git
        self._begin()

    def _begin(self) -> None:
        self._owner = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None
        self._rest = b""
        self._is_busy = False

    def read(self, name: str, most: int) -> bytes:
        """Return one object's content; `name` is an id, or a name that holds no line end."""
        return next(self.read_many((name,), most))

    def read_many(self, names: Iterable[str], most: int) -> Iterator[bytes]:
        """Yield the contents in the order asked; an object that is missing or larger than `most` bytes is an error."""
        if self._owner != os.getpid():
            self._begin()
        if self._is_busy:  # somebody is half-way through the answers of this process
            yield from CatFile(self._git).read_many(names, most)
            return
        process = self._started()
        asked: deque[str] = deque()
        waiting = iter(names)
        self._is_busy = True
        try:
            while True:
                asked.extend(self._ask(process, waiting, _AHEAD - len(asked)))
                if not asked:
                    return
                data = self._answer(process, asked[0], most)
                asked.popleft()
                yield data
        finally:
            self._is_busy = False
            if asked:  # the caller went away, or an answer was an error: what else was asked is never read
                self.close()

    def close(self) -> None:
        """End the process; a later request begins another."""
        if self._process is not None:
            self._end()
            self._process = None
            self._rest = b""

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = self._git.popen("cat-file", "--batch")
            self._end = weakref.finalize(self, _end, self._process, os.getpid())
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], names: Iterator[str], most: int) -> list[str]:
        asked = list(islice(names, most))
        if asked:
            try:
                _write(process, "".join(f"{name}\n" for name in asked).encode("utf-8", "surrogateescape"))
            except OSError as error:
                raise failed(b"") from error
        return asked

    def _answer(self, process: subprocess.Popen[bytes], name: str, most: int) -> bytes:
        header = self._line(process)
        parts = header.split(b" ")
        if len(parts) != 3 or not parts[2].isdigit():
            raise _missing(name)
        size = int(parts[2])
        if size > most:
            raise _missing(name)
        data = self._exactly(process, size + 1)
        return data[:-1]

    def _line(self, process: subprocess.Popen[bytes]) -> bytes:
        while b"\n" not in self._rest:
            self._rest += _some(process)
        line, _, self._rest = self._rest.partition(b"\n")
        return line

    def _exactly(self, process: subprocess.Popen[bytes], size: int) -> bytes:
        chunks = [self._rest]
        length = len(self._rest)
        while length < size:
            chunks.append(_some(process))
            length += len(chunks[-1])
        data = b"".join(chunks)
        self._rest = data[size:]
        return data[:size]


def _write(process: subprocess.Popen[bytes], data: bytes) -> None:
    if process.stdin is not None:
        process.stdin.write(data)
        process.stdin.flush()


def _some(process: subprocess.Popen[bytes]) -> bytes:
    """Return the next bytes; CannotBeDoneHere if git ended, or does not answer."""
    if process.stdout is None:
        raise failed(b"")
    descriptor = process.stdout.fileno()
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        if not poll.poll(PATIENCE * 1000):
            process.kill()
            raise no_answer()
    data = os.read(descriptor, _CHUNK)
    if not data:
        raise failed(process.stderr.read() if process.stderr is not None else b"")
    return data


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    if os.getpid() != owner:  # a fork's copy of this object ends nothing
        return
    process.kill()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue
    process.wait()


def _missing(name: str) -> CannotBeDoneHere:
    return CannotBeDoneHere(
        Text(
            sv="gitobjektet {name} saknas i klonen eller kan inte läsas",
            en="the git object {name} is missing from this clone or cannot be read",
        ).format(name=name),
        Text(
            sv="klonen kan vara ofullständig: git fetch --refetch --no-filter hämtar allt",
            en="the clone may be partial: git fetch --refetch --no-filter brings everything",
        ),
    )
