"""Writes that fail at a step of their own, whose undoing fails as well, and whose mending fails: again and again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random

import pytest

from sscctl.errors import SscctlError
from sscctl.writing.lock import locked
from sscctl.writing.steps import watcher
from sscctl.writing.transaction import write
from tests.writing.trees import Tree

FAILURES = 1_000_000 if os.environ.get("SSCCTL_LONG") else 50_000
"""How many failures are met; steps of writes, of undoing and of mending alike."""

PORTIONS = 4


@pytest.fixture
def root(memory: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(memory / "cache"))
    (memory / "registry").mkdir()
    yield memory / "registry"
    watcher.told = _pass


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
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("portion", range(PORTIONS))
def test_the_old_state_or_the_new_one_is_left_however_often_it_fails(root: Path, portion: int) -> None:
    random, tree, met, turn = Random(portion), Tree(root), 0, 0
    while met < FAILURES // PORTIONS:
        turn += 1
        changes = tree.plan(random, turn)
        old, new = dict(tree.files), tree.after(changes)
        failing = Failing(random.randrange(20), random.randrange(5))
        is_acknowledged = _try(partial(write, root, changes), failing)
        met += failing.met
        if is_acknowledged:
            allowed = [new]
        elif not failing.more:  # the undoing went well
            allowed = [old]
            assert tree.found() == old, turn
        else:
            allowed = [old, new]
        for _ in range(random.randrange(4)):
            mending = Failing(random.randrange(10), random.randrange(5))
            _try(partial(_take, root), mending)
            met += mending.met
        watcher.told = _pass
        _take(root)
        assert tree.found() in allowed, turn
        assert tree.empty_folders() == []
        tree.files = tree.found()
    assert turn > met / 10


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
