"""Whole processes, timed in turns: A B C, A B C …, so that what slows the machine down slows all of them.

This process has to stay small: on Linux a new process begins with the peak memory of the one that started it.
"""

from __future__ import annotations

import os
import resource
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_KIB = 1024


def _nothing() -> None:
    """Before most commands nothing has to be done."""


@dataclass(frozen=True, slots=True)
class Command:
    """A process to time: `before` is done first and is not timed; `exits` are the codes that count as success."""

    name: str
    arguments: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]
    before: Callable[[], None] = _nothing
    exits: frozenset[int] = frozenset({0})


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: wall time, processor time of it and all it started, peak memory of its largest process."""

    seconds: float
    processor_seconds: float
    peak_bytes: int


@dataclass(frozen=True, slots=True)
class Spread:
    """A median with the least and the most that was measured, of `count` values."""

    median: float
    least: float
    most: float
    count: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """The spread of at least one value."""
        return cls(median(values), min(values), max(values), len(values))


@dataclass(frozen=True, slots=True)
class Rounds:
    """Commands run in turns: each round has one sample of each, by the command's name."""

    commands: tuple[str, ...]
    samples: tuple[Mapping[str, Sample], ...]

    def seconds(self, name: str) -> Spread:
        """Wall time."""
        return Spread.of([samples[name].seconds for samples in self.samples])

    def processor_seconds(self, name: str) -> Spread:
        """User and system time together."""
        return Spread.of([samples[name].processor_seconds for samples in self.samples])

    def peak_bytes(self, name: str) -> int:
        """The most memory that a process of the command ever had."""
        return max(samples[name].peak_bytes for samples in self.samples)

    def ratio(self, over: str, *under: str) -> Spread:
        """Wall time of one command by that of others together, taken within each round."""
        return Spread.of(
            [samples[over].seconds / sum(samples[name].seconds for name in under) for samples in self.samples]
        )


def take_turns(commands: Sequence[Command], rounds: int, tell: Callable[[str], None]) -> Rounds:
    """Run the commands in turns; the order is turned round every second time."""
    taken = []
    for number in range(rounds):
        order = commands if number % 2 == 0 else commands[::-1]
        samples = {command.name: run(command) for command in order}
        tell("  ".join(f"{command.name} {samples[command.name].seconds:.3f} s" for command in commands))
        taken.append(samples)
    return Rounds(tuple(command.name for command in commands), tuple(taken))


def run(command: Command) -> Sample:
    """Run one command to its end, its output thrown away; OSError where it fails."""
    program = shutil.which(command.arguments[0], path=command.environment.get("PATH"))
    if program is None:
        raise FileNotFoundError(command.arguments[0])
    command.before()
    to_nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    with chdir(command.folder):
        begun = time.perf_counter()
        pid = os.posix_spawn(program, command.arguments, command.environment, file_actions=to_nowhere)
        _, status, usage = os.wait4(pid, 0)
        seconds = time.perf_counter() - begun
    code = os.waitstatus_to_exitcode(status)
    if code not in command.exits:
        raise OSError(f"{command.name} ended with {code}: {' '.join(command.arguments[:6])} …")
    return Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KIB)


def own_peak_bytes() -> int:
    """The peak memory of this process: what it started cannot be seen to have had less."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB
