"""`make bench`: makes the registries, measures, and prints what was found as Markdown."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmark.aims import aims
from tests.benchmark.contestants import CHECKOUT, Place
from tests.benchmark.machine import describe
from tests.benchmark.measure import own_peak_bytes
from tests.benchmark.report import Measured, as_json, markdown
from tests.benchmark.scenarios import Effort, measure, start_up

SIZES = (150, 10_000, 100_000)


def main() -> None:
    """Measure at each size asked for."""
    asked = _arguments()
    machine = {**describe(), "rounds": _rounds(asked)}
    effort = Effort(asked.rounds, asked.slow)
    with TemporaryDirectory(prefix="sscctl-bench-") as temporary:
        sizes = sorted(asked.sizes or SIZES)
        places = [_made(size, asked.folder or Path(temporary), Path(temporary)) for size in sizes]
        started = start_up(places[0], effort, _tell)
        results = tuple(measure(place, effort, _tell) for place in places)
    machine["least memory that can be seen"] = f"{own_peak_bytes() / 1_000_000:.0f} MB"
    measured = Measured(machine, results, started, tuple(aims(results, started)))
    sys.stdout.write(markdown(measured))
    if asked.json:
        asked.json.write_text(as_json(measured), "utf-8")


def _rounds(asked: _Asked) -> str:
    return f"{asked.rounds}; {3 * asked.rounds} for start-up, {asked.slow} where a checker takes minutes"


class _Asked(argparse.Namespace):
    sizes: Sequence[int]
    rounds: int
    slow: int
    folder: Path | None
    json: Path | None


def _arguments() -> _Asked:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE", help=f"offices (default: {SIZES})")
    parser.add_argument("--rounds", type=int, default=7, help="how often each command runs (default: 7)")
    parser.add_argument("--slow", type=int, default=1, help="the same for checkers that take minutes (default: 1)")
    parser.add_argument("--folder", type=Path, help="keep the registries here, and use those that are here already")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every sample here")
    return parser.parse_args(namespace=_Asked())


def _made(size: int, folder: Path, temporary: Path) -> Place:
    """Make a registry, in a process of its own: this one has to stay small."""
    place = Place(size, folder.resolve() / str(size), temporary / f"cache-{size}")
    if place.folder.exists():
        subprocess.run(["git", "checkout", "--quiet", "--", "."], cwd=place.folder, check=True)
    else:
        _tell(f"making a registry of {size} offices")
        made = [sys.executable, "-m", "tests.benchmark.generate", str(size), str(place.folder)]
        try:
            subprocess.run(made, cwd=CHECKOUT, check=True)
        except BaseException:
            shutil.rmtree(place.folder, ignore_errors=True)
            raise
    return place


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
