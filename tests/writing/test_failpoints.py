"""Writes that fail at a step of their own, whose undoing fails as well, and whose mending fails: again and again."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random

import pytest

from sscctl.errors import SscctlError
from sscctl.writing import disk
from sscctl.writing.file_change import FileChange
from sscctl.writing.lock import locked
from sscctl.writing.steps import watcher
from sscctl.writing.transaction import write

FAILURES = 50_000 if os.environ.get("SSCCTL_LONG") else int(os.environ.get("SSCCTL_FAILPOINTS", "1500"))
"""How many failures are met; steps of writes, of undoing and of mending alike."""

NAMES = [f"offices/{folder}{name}.yaml" for folder in ("", "north/", "north/far/") for name in "abc"]


class Tree:
    """The folder and what should lie in it; the old state and the new one while a write has not ended well."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, bytes] = {"registry.yaml": b"format: 1\n"}
        (root / "registry.yaml").write_bytes(b"format: 1\n")

    def plan(self, random: Random, turn: int) -> list[FileChange]:
        changes = []
        for path in random.sample(NAMES, random.randint(1, 4)):
            after = None if path in self.files and random.random() < 0.4 else f"{turn} {path}\n".encode()
            changes.append(FileChange(path, self.files.get(path), after))
        return changes

    def after(self, changes: list[FileChange]) -> dict[str, bytes]:
        files = {**self.files, **{change.path: change.after for change in changes}}
        return {path: data for path, data in files.items() if data is not None}

    def found(self) -> dict[str, bytes]:
        """All that lies there; a folder that is empty would be litter."""
        with disk.folder(self.root) as root:
            files = {path: disk.read(path, root) or b"" for path in disk.listing(root)}
        assert all(any(Path(folder).iterdir()) for folder, _, _ in os.walk(self.root))
        return files


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="sscctl-failpoints-", dir=memory))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    (folder / "registry").mkdir()
    yield folder / "registry"
    watcher.told = _pass
    shutil.rmtree(folder)


def _pass(step: str) -> None:
    """Let a step pass."""


class Failing:
    """Fails at the step of an index, and at so many steps after it."""

    def __init__(self, index: int, more: int) -> None:
        self.index, self.more, self.met = index, more, 0

    def __call__(self, step: str) -> None:
        self.index -= 1
        if -self.more - 1 <= self.index < 0:
            self.met += 1
            raise OSError(5, "Input/output error", step)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_the_old_state_or_the_new_one_is_left_however_often_it_fails(root: Path) -> None:
    random, tree, met, turn = Random(20261122), Tree(root), 0, 0
    while met < FAILURES:
        turn += 1
        changes = tree.plan(random, turn)
        old, new = dict(tree.files), tree.after(changes)
        failing = Failing(random.randrange(40), random.randrange(4))
        is_acknowledged = _try(partial(write, root, changes), failing)
        met += failing.met
        if is_acknowledged:
            allowed = [new]
        elif not failing.more:  # the undoing went well
            allowed = [old]
            assert tree.found() == old, turn
        else:
            allowed = [old, new]
        for _ in range(random.randrange(3)):
            mending = Failing(random.randrange(20), random.randrange(3))
            _try(partial(_take, root), mending)
            met += mending.met
        watcher.told = _pass
        _take(root)
        assert tree.found() in allowed, turn
        tree.files = tree.found()
    assert turn > FAILURES / 10


def _try(work: Callable[[], None], failing: Failing) -> bool:
    watcher.told = failing
    try:
        with suppress(OSError, SscctlError):
            work()
            return True
        return False
    finally:
        watcher.told = _pass


def _take(root: Path) -> None:
    with locked(root, "next"):
        pass
