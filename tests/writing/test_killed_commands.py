"""Every command that edits, killed at its system calls: the old state or the new one, and what it acknowledged stays.

A few points of each command, evenly spread, in every run; all of them with `SSCCTL_LONG=1`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from itertools import dropwhile
from pathlib import Path

import pytest

from tests.cli.offices import Registry
from tests.cli.tries import TRIES, arguments, environment, prepared
from tests.process import CHECKOUT, Outcome, sscctl
from tests.writing.calls import CALLS, STRACE, Point, points_of, spread

MOST = 10_000 if os.environ.get("SSCCTL_LONG") else 5
"""Points of each command: 90 in every run."""
_ILL_FORMED = "registry/offices/exempelstad-hamnen.yaml"
"""What `fmt` has to do."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    there = prepared(tmp_path_factory.mktemp("killed") / "top")
    (there.top / ".gitignore").write_text("*.csv\n")
    there.edit(("name: Hamnen", "name:   Hamnen"), path=_ILL_FORMED)
    assert there.git("add", ".gitignore", "registry").code == 0
    assert there.git("commit", "-q", "--no-verify", "-m", "Ignore tables").code == 0
    return there.top


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("command", TRIES)
def test_killed(memory: Path, template: Path, command: str) -> None:
    def fresh(name: str) -> Registry:
        found = Registry.__new__(Registry)
        found.top = Path(shutil.copytree(template, memory / name / "top", symlinks=True))
        return found

    call = arguments(command, "--commit")
    old, whole, trace = _files(template), fresh("whole"), memory / "trace"
    warm = sscctl(*call, "--dry-run", cwd=whole.top, env=environment(whole.top))  # from now on the cache knows
    assert warm.code == 0, warm
    assert _traced(whole, call, "-f", "-o", str(trace), "-e", f"trace={CALLS},execve").code == 0
    new = _files(whole.top)
    assert new != old
    points = _under_the_lock(point for point in points_of(trace.read_text()) if point.process == 0)
    codes = set()
    for number, point in enumerate(spread(points, MOST)):
        there = fresh(str(number))
        only = ("-o", "/dev/null", "-e", f"trace={point.call}")
        ended = _traced(there, call, *only, "-e", f"inject={point.call}:signal=SIGKILL:when={point.nth}")
        assert ended.code in {-9, 0}, (point, ended)
        mended = sscctl("doctor", "--mend", cwd=there.top)
        assert mended.code == 0, (point, mended)
        files = _files(there.top)
        assert files in (old, new), point
        assert ended.code != 0 or files == new, point
        changed = there.git("status", "--porcelain").stdout.strip()
        assert changed == (f"M {_ILL_FORMED}" if command == "fmt" and files == new else ""), point
        assert there.git("fsck", "--strict", "--no-dangling").code == 0, point
        codes.add(ended.code)
        shutil.rmtree(there.top.parent)
    assert -9 in codes


def _traced(there: Registry, call: tuple[str, ...], *strace: str) -> Outcome:
    done = subprocess.run(
        [STRACE, "-qq", *strace, sys.executable, "-m", "sscctl", *call],
        cwd=there.top,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **environment(there.top)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def _files(top: Path) -> Mapping[str, bytes]:
    """What a person sees of the repository; nothing else may lie about."""
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in top.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(top).parts
    }


def _under_the_lock(points: Iterable[Point]) -> list[Point]:
    """Those from the lock on that change something: what only reads was read before or is read again."""
    held = dropwhile(lambda point: point.call != "flock", points)
    return [point for point in held if point.call != "openat" or "O_CREAT" in point.about]
