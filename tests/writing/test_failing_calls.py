"""Each system call fails in turn, as on a full or broken disk: the old state stands, and the place and reason are told.

A part of the points, evenly spread, in every run; all of them with `SSCCTL_LONG=1`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.clone import FILES, Clone
from tests.writing.calls import Driver, driven, spread
from tests.writing.driver import CHANGES
from tests.writing.outcome import settled

MOST = 10_000 if os.environ.get("SSCCTL_LONG") else 30
"""Points for each error in each of the tests below."""

OURSELVES, GIT = "our own calls", "git's calls"
CASES = [("write", OURSELVES), ("commit", OURSELVES), ("commit", GIT), ("branch", GIT)]


@pytest.fixture(scope="module")
def driver() -> Iterator[Driver]:
    with driven() as driver:
        yield driver


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Clone(tmp_path_factory.mktemp("template") / "clone", options=("--template=",)).top


def is_old(top: Path) -> bool:
    """Whether the files are as they were, before anybody has mended anything."""
    old = {f"registry/{change.path}": change.before for change in CHANGES}
    return all(
        (top / path).read_bytes() == data if data is not None else not (top / path).exists()
        for path, data in ({path: text.encode() for path, text in FILES.items()} | old).items()
    )


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EACCES", "EINTR", "EMFILE"])
@pytest.mark.parametrize("case", CASES, ids=" with ".join)
def test_failing_with(memory: Path, driver: Driver, template: Path, case: tuple[str, str], error: str) -> None:
    what, who = case

    def fresh(name: str) -> Path:
        return Path(shutil.copytree(template, memory / name, symlinks=True))

    points = [point for point in driver.points(fresh("whole"), what) if (point.process == 0) == (who == OURSELVES)]
    points = [point for point in points if "AT_REMOVEDIR" not in point.about]  # then an empty folder stays
    for number, point in enumerate(spread(points, MOST)):
        top = fresh(str(number))
        ended = driver.run_to(point, f"error={error}", top, what)
        told = f"{point}: {ended}"
        if ended.code == 0:
            assert settled(top, what) == "new", told
        else:
            assert ended.code in ({6} if who == OURSELVES else {3, 6}), told
            assert "/" in ended.said or "registry" in ended.said, told
            assert ": " in ended.said or who == GIT, told
            assert is_old(top), told
            assert settled(top, what) == "old", told
        shutil.rmtree(top)
