"""Calls of the system fail within the process, or write a part only: cheaper than from outside, and so thousands."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from sscctl.errors import InputOutput
from sscctl.writing.lock import locked
from sscctl.writing.transaction import write
from tests.writing.trees import Tree

CALLS = [
    *((os, name) for name in ("open", "write", "fsync", "rename", "link", "unlink", "mkdir", "rmdir", "fchmod")),
    (fcntl, "flock"),
]
FAILURES = 20_000 if os.environ.get("SSCCTL_LONG") else 3_000
SHORT = "a short write"


class Calls:
    """Counts the calls and lets one of them, by its number, go wrong in a way."""

    def __init__(self, way: str, at: int) -> None:
        self.way, self.at, self.numbers, self.is_met = way, at, count(1), False

    def instead_of(self, module: ModuleType, name: str) -> Callable[..., object]:
        real: Callable[..., object] = getattr(module, name)

        def called(*arguments: object, **named: object) -> object:
            if (self.way == SHORT and name != "write") or next(self.numbers) != self.at:
                return real(*arguments, **named)
            self.is_met = True
            if self.way == SHORT:
                descriptor, data = arguments
                return real(descriptor, bytes(memoryview(data)[:1]))  # type: ignore[arg-type]
            number = getattr(errno, self.way)
            raise OSError(number, os.strerror(number))

        return called


@contextmanager
def wrong(calls: Calls) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module, name in CALLS:
            patch.setattr(module, name, calls.instead_of(module, name))
        yield


@pytest.fixture
def root(memory: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(memory / "cache"))
    (memory / "registry").mkdir()
    return memory / "registry"


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("way", ["ENOSPC", "EIO", "EACCES", "EMFILE", "EROFS", SHORT])
def test_it_is_all_or_nothing_and_the_place_is_told_after(root: Path, way: str) -> None:
    random, tree, turn, met = Random(way), Tree(root), 0, 0
    while met < FAILURES // 6:
        turn += 1
        changes = tree.plan(random, turn)
        calls = Calls(way, random.randint(1, 12 if way == SHORT else 250))
        problem = None
        with wrong(calls):
            try:
                write(root, changes)
            except InputOutput as refused:
                problem = refused
        met += calls.is_met
        if problem is None:
            tree.files = tree.after(changes)
        else:
            assert way != SHORT
            place, _, _ = problem.message.en.rpartition(": ")
            assert place.startswith((str(root.parent), "offices", "registry.yaml")), problem.message
        if calls.is_met:
            with locked(root, "next"):
                pass
        assert tree.found() == tree.files, (turn, changes)  # a folder may stay where its removal is what failed
