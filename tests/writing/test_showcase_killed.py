"""A process that is killed while it shows an edition leaves the old one or the new one, and nothing in between."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.process import CHECKOUT
from tests.writing.manner import litter, show, shown

NEVER = 10_000


def run_and_kill(folder: Path, edition: str, index: int, how: str) -> str:
    """Show an edition in a process of its own that kills itself at its step of that index; what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.writing.killed", str(folder), edition, str(index), how],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == (0 if index == NEVER else -9), done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("before", [None, "A"], ids=["nothing stood there", "an edition stood there"])
@pytest.mark.parametrize("how", ["exchange", "renames"])
def test_at_every_step(tmp_path: Path, before: str | None, how: str) -> None:
    def fresh(name: str) -> Path:
        folder = tmp_path / name
        if before:
            show(folder, before)
        return folder

    steps = int(run_and_kill(fresh("whole"), "B", NEVER, how))
    assert steps > 10
    outcomes = []
    for index in range(steps):
        folder = fresh(str(index))
        run_and_kill(folder, "B", index, how)
        outcomes.append(shown(folder))
        show(folder, "C")
        assert shown(folder) == "C"
        assert litter(folder) == set()
        shutil.rmtree(folder)
    turned = outcomes.index("B")
    gap = [None] if how == "renames" and before else []
    assert outcomes == [before] * (turned - len(gap)) + gap + ["B"] * (steps - turned)


@pytest.mark.slow
def test_where_folders_cannot_be_exchanged_the_next_run_puts_the_old_edition_back_first(tmp_path: Path) -> None:
    show(tmp_path, "A")
    index = 0
    while shown(tmp_path) == "A":  # until the very step between the two renames
        run_and_kill(tmp_path, "B", index, "renames")
        index += 1
    assert shown(tmp_path) is None
    with pytest.raises(OSError, match="full"):
        _fail(tmp_path)
    assert shown(tmp_path) == "A"


def _fail(folder: Path) -> None:
    from sscctl.writing.steps import watcher

    def told(step: str) -> None:
        if step == "neighbour made":
            raise OSError(28, "full")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(watcher, "told", told)
        show(folder, "C")
