"""Runs a target in a process of its own, and counts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.fuzz.targets import ALL, Target

CHECKOUT = Path(__file__).parents[2]

_EXECUTED = re.compile(r"^stat::number_of_executed_units: *(\d+)", re.MULTILINE)
_UNCAUGHT = re.compile(r"^ *=== Uncaught Python exception: ===\n(.*?)(?=^==\d|\Z)", re.MULTILINE | re.DOTALL)

_CHATTER = re.compile(r"^(?:INFO|WARNING): .*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Campaign:
    """What one run of a fuzzer gave. `failure` is empty, or what the process said of the input that it failed on."""

    executions: int
    failure: str


def fuzz(name: str, folder: Path, *limits: str) -> Campaign:
    """Fuzz a target within libFuzzer's `limits` (`-runs=5000`, `-max_total_time=60`), with its corpus in `folder`.

    The corpus grows from one campaign to the next; an input that fails is kept beside it as `crash-…`.
    """
    target = ALL[name]
    corpus, seeds = folder / "corpus", folder / "seeds"
    for place in (corpus, seeds):
        place.mkdir(parents=True, exist_ok=True)
    _write_seeds(target, seeds)
    words = folder / "words"
    words.write_text("".join(_entry(word) for word in ("\n", *target.words)))  # libFuzzer takes no empty dictionary
    places = (f"-dict={words}", f"-artifact_prefix={folder}/", str(corpus), str(seeds))
    options = (f"-max_len={target.longest}", "-timeout=30", "-rss_limit_mb=3072", "-print_final_stats=1", *limits)
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.one", name, *options, *places],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    told = done.stderr.decode(errors="replace") + done.stdout.decode(errors="replace")
    counted = _EXECUTED.search(told)
    return Campaign(int(counted[1]) if counted else 0, _failure(told) if done.returncode or not counted else "")


def _failure(told: str) -> str:
    uncaught = _UNCAUGHT.search(told)
    return uncaught[1].strip() if uncaught else _CHATTER.sub("", told)[-3000:] or "it ended without a word"


def _write_seeds(target: Target, folder: Path) -> None:
    for data in target.seeds():
        (folder / sha256(data).hexdigest()[:16]).write_bytes(data)


def _entry(word: str) -> str:
    """A line of libFuzzer's dictionary."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n'


def table(found: Iterable[tuple[str, Campaign]]) -> str:
    """The figures of campaigns as lines for a person."""
    return "".join(
        f"{name:<10} {campaign.executions:>12,} executions  {campaign.failure or 'no uncaught exception'}\n"
        for name, campaign in found
    )
