"""Stops a writing process at a system call of its own choice, or lets the call fail: with strace, from outside."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.process import CHECKOUT

STRACE, GIT = shutil.which("strace") or "strace", shutil.which("git") or "git"
CALLS = (
    "openat,write,pwrite64,fsync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,flock,"
    "ftruncate,fchmod,chmod,fchmodat,vfork,clone,clone3"
)
"""What changes something on a disk, opens it, or starts a process."""

_LINE = re.compile(r"(\d+) +(\w+)\((.*)")
_WRAPPER = """#!/bin/sh
n=0
[ -r {count} ] && read n < {count}
n=$((n+1))
echo $n > {count}
[ $n = {number} ] || exec {git} "$@"
{strace} -qq -o /dev/null -e trace={call} -e inject={call}:{what}:when={nth} {git} "$@"
code=$?
[ $code = 137 ] && [ -n "{both}" ] && kill -9 $PPID
exit $code
"""


@dataclass(frozen=True, slots=True)
class Point:
    """The `nth` call of its kind in the writing process (`process` 0), or in the git process of that number."""

    process: int
    call: str
    nth: int
    about: str

    def __str__(self) -> str:
        return f"{self.process}:{self.call}:{self.nth} {self.about[:90]}"


@dataclass(frozen=True, slots=True)
class Ended:
    """How the writing process ended, and what it said."""

    code: int
    said: str


class Driver:
    """Runs `tests/writing/driver.py`, which forks for every run: the imports are paid for once."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-P", str(Path(__file__).with_name("driver.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        )

    def run(self, top: Path, what: str, *strace: str, path: str = "") -> Ended:
        """Let a process write in the clone at `top`, with strace's options where there are any."""
        number = int(self._say(f"{top} {what} {path or os.environ['PATH']}"))
        tracer = None
        if strace:
            tracer = subprocess.Popen([STRACE, "-qq", *strace, "-p", str(number)], stderr=subprocess.DEVNULL)
            while "TracerPid:\t0\n" in Path(f"/proc/{number}/status").read_text():
                assert tracer.poll() is None
                time.sleep(0.001)
        code, _, said = self._say("go").partition(" ")
        if tracer is not None:
            tracer.wait(60)
        return Ended(int(code), str(ast.literal_eval(said.strip())))

    def run_to(self, point: Point, inject: str, top: Path, what: str, *, both: bool = True) -> Ended:
        """Let it write until a point, where `inject` happens; `both`: a git that is killed there takes ours along."""
        if point.process == 0:
            options = ("-o", "/dev/null", "-e", f"trace={point.call}")
            return self.run(top, what, *options, "-e", f"inject={point.call}:{inject}:when={point.nth}")
        folder = top.with_name(f"{top.name}-bin")
        folder.mkdir()
        words = {"count": folder / "count", "number": point.process, "git": GIT, "strace": STRACE}
        told = {"call": point.call, "what": inject, "nth": point.nth, "both": "x" if both else ""}
        (folder / "git").write_text(_WRAPPER.format(**words, **told))
        (folder / "git").chmod(0o755)
        try:
            return self.run(top, what, path=str(folder))
        finally:
            shutil.rmtree(folder)

    def points(self, top: Path, what: str) -> list[Point]:
        """Every call that a whole run makes, in the order of the processes that make them."""
        trace = top.with_name(f"{top.name}.trace")
        ended = self.run(top, what, "-f", "-o", str(trace), "-e", f"trace={CALLS},execve")
        assert ended == Ended(0, "")
        return list(points_of(trace.read_text()))

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()

    def _say(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()


@contextmanager
def driven() -> Iterator[Driver]:
    """A driver, for as long as it is needed."""
    driver = Driver()
    try:
        yield driver
    finally:
        driver.close()


def points_of(trace: str) -> Iterator[Point]:
    """Every call in a trace that `strace -f` has written, `execve` among them, in order."""
    made: Counter[tuple[str, str]] = Counter()
    gits: dict[str, int] = {}
    first = ""
    for line in trace.splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        process, call, about = found.groups()
        first = first or process
        if call == "execve" and process != first:
            gits[process] = len(gits) + 1
            continue
        if call == "execve" or (process != first and process not in gits):
            continue  # the start of all, or between fork and exec
        made[process, call] += 1
        yield Point(gits.get(process, 0), call, made[process, call], about)


def spread(items: list[Point], most: int) -> list[Point]:
    """Return at most so many of them (two or more), evenly spread from the first to the last."""
    last = len(items) - 1
    return [items[number * last // (most - 1)] for number in range(most)] if len(items) > most else items
