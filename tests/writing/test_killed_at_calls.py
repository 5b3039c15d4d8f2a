"""A process that is killed at any system call leaves the old state or the new one, and what it acknowledged stays.

A part of the points, evenly spread, in every run; all of them with `SSCCTL_LONG=1`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.clone import Clone
from tests.writing.calls import Driver, driven, spread
from tests.writing.outcome import settled, whole_files

MOST = 10_000 if os.environ.get("SSCCTL_LONG") else 250
"""Points in each of the tests below: some 1,590 in every run, 2,290 in a long one."""


@pytest.fixture(scope="module")
def driver() -> Iterator[Driver]:
    with driven() as driver:
        yield driver


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    clone = Clone(tmp_path_factory.mktemp("template") / "clone", options=("--template=",))
    return clone.top


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("what", ["write", "commit", "branch"])
@pytest.mark.parametrize("who", ["our own process", "git alone", "git and our own process"])
def test_killed(memory: Path, driver: Driver, template: Path, what: str, who: str) -> None:
    def fresh(name: str) -> Path:
        return Path(shutil.copytree(template, memory / name, symlinks=True))

    points = [
        point for point in driver.points(fresh("whole"), what) if (point.process == 0) == (who == "our own process")
    ]
    if what == "write" and who != "our own process":
        assert points == []  # nothing of git is needed
        return
    states = []
    for number, point in enumerate(spread(points, MOST)):
        top = fresh(str(number))
        ended = driver.run_to(point, "signal=SIGKILL", top, what, both=who != "git alone")
        whole_files(top)
        try:
            state = settled(top, what)
        except AssertionError as problem:
            raise AssertionError(f"killed at {point}") from problem
        assert ended.code != 0 or state == "new", point
        assert ended.code in {-9, 0} or who == "git alone", (point, ended)
        assert ended.code <= 0 or state == "old", (point, ended)
        states.append(state)
        shutil.rmtree(top)
    assert set(states) == {"old", "new"} or who == "git alone"  # then what cannot be finished is undone at once
