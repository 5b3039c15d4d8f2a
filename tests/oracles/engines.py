"""Two engines that are not ours, asked when an OSM opening_hours text is open."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from opening_hours import OpeningHours

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]
NODE = CHECKOUT / ".venv/bin/node"

Stretch = tuple[str, str]
"""From and until, as local wall-clock times (`2026-11-23T10:00`)."""


def by_javascript(texts: Iterable[str], first: date, last: date) -> list[list[Stretch]]:
    """What the npm package `opening_hours` reads, text by text, in one process."""
    lines = "".join(f"{json.dumps({'osm': osm, 'first': str(first), 'last': str(last)})}\n" for osm in texts)
    # A module looks for packages in the folders above its own: the script is run from beside them.
    script = (HERE / "read_hours.mjs").read_text()
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", script],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
        cwd=CHECKOUT / "tests/npm",
        env={**os.environ, "TZ": "Europe/Stockholm"},
    )
    assert done.returncode == 0, done.stderr
    return [[(start, end) for start, end in json.loads(line)] for line in done.stdout.splitlines()]


def by_rust(osm: str, first: date, last: date) -> list[Stretch]:
    """What the PyPI package `opening-hours-py` reads: its clock is the naive local one."""
    hours = OpeningHours(osm, country="SE")
    start, end = datetime.combine(first, datetime.min.time()), datetime.combine(last, datetime.min.time())
    found: list[Stretch] = []
    for opens, closes, state, _ in hours.intervals(start, end + timedelta(days=1)):
        if str(state) == "open":
            until = min(closes, end + timedelta(days=1))
            _join(found, (f"{opens:%Y-%m-%dT%H:%M}", f"{until:%Y-%m-%dT%H:%M}"))
    return found


def joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with those that meet put together."""
    found: list[Stretch] = []
    for stretch in stretches:
        _join(found, stretch)
    return found


def _join(found: list[Stretch], stretch: Stretch) -> None:
    if found and found[-1][1] == stretch[0]:
        found[-1] = (found[-1][0], stretch[1])
    else:
        found.append(stretch)
