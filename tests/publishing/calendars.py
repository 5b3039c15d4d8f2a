"""Calendars as others read them: the npm package ical.js, and the PyPI package vobject."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import vobject

from sscctl.domain.hours import DayHours
from tests.oracles.engines import CHECKOUT, NODE

ZONE = ZoneInfo("Europe/Stockholm")

Stretch = tuple[int, int]
"""From and until, in seconds since 1970."""


@dataclass(frozen=True)
class Read:
    """What a reader makes of a calendar: when it is open, in order, and the texts of its events."""

    stretches: list[Stretch]
    texts: list[list[str | None]]


def by_ical_js(calendars: Iterable[bytes]) -> list[Read]:
    """What ical.js reads, in one process."""
    script = (Path(__file__).parent / "read_calendars.mjs").read_text()
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", script],
        input="".join(f"{json.dumps(data.decode())}\n" for data in calendars),
        capture_output=True,
        text=True,
        check=False,
        cwd=CHECKOUT / "tests/npm",
    )
    assert done.returncode == 0, done.stderr
    return [_read(json.loads(line)) for line in done.stdout.splitlines()]


def _read(told: dict[str, Any]) -> Read:
    assert told["zones"] == 1
    return Read(sorted((start, end) for _, start, end in told["occurrences"]), told["texts"])


def by_vobject(data: bytes) -> Read:
    """What vobject reads."""
    (calendar,) = vobject.readComponents(data.decode())
    events = calendar.contents.get("vevent", [])
    texts = [[_text(event, name) for name in ("summary", "description", "location")] for event in events]
    return Read(sorted(stretch for event in events for stretch in _occurrences(event)), texts)


def _text(event: Any, name: str) -> str | None:  # noqa: ANN401  vobject has no types
    return event.contents[name][0].value if name in event.contents else None


def _occurrences(event: Any) -> Iterator[Stretch]:  # noqa: ANN401  vobject has no types
    first, length = event.dtstart.value, event.dtend.value - event.dtstart.value
    for start in event.getrruleset(addRDate=True) if "rrule" in event.contents else [first]:
        yield _seconds(start), _seconds(start + length)


def _seconds(moment: datetime) -> int:
    """Wall-clock time in Sweden by Python's own tables, whatever offset the reader gave it."""
    assert moment.utcoffset() == moment.replace(tzinfo=ZONE).utcoffset(), moment
    return int(moment.replace(tzinfo=ZONE).timestamp())


def by_timetable(days: Iterable[DayHours]) -> list[Stretch]:
    """What the registry itself says."""
    return [(_instant(day.day, span.start), _instant(day.day, span.end)) for day in days for span in day.spans or ()]


def _instant(day: date, minute: int) -> int:
    local = datetime(day.year, day.month, day.day, tzinfo=ZONE) + timedelta(minutes=minute)
    return int(local.astimezone(UTC).timestamp())
