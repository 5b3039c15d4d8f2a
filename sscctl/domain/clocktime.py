"""Wall-clock times of Europe/Stockholm, in whole minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

_CLOCK = r"(?:([01][0-9]|2[0-3]):([0-5][0-9])|(24):(00))"
_SPAN = re.compile(rf"{_CLOCK}-{_CLOCK}")

MINUTES_A_DAY = 24 * 60


def clock(minutes: int) -> str:
    """Print minutes after midnight as `HH:MM`; the day's end is `24:00`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """A stretch of one civil day: from `start` until `end`, in minutes after midnight, 0 to 1440.

    `start < end` always; what passes midnight is two spans on two days.
    """

    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `10:00-16:00`; raise `ValueError` where it is no span or ends before it starts."""
        start, end = read_clocks(text)
        if start >= end:
            raise ValueError(text)
        return cls(start, end)

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.start

    def overlaps(self, other: TimeSpan) -> bool:
        """Whether some minute lies in both."""
        return self.start < other.end and other.start < self.end

    def __str__(self) -> str:
        """The span as files have it."""
        return f"{clock(self.start)}-{clock(self.end)}"


@lru_cache(maxsize=4096)
def read_clocks(text: str) -> tuple[int, int]:
    """Read both clocks of `10:00-16:00` as minutes, in whatever order they stand; raise `ValueError` for other text."""
    match = _SPAN.fullmatch(text)
    if not match:
        raise ValueError(text)
    hours = [int(part) for part in match.groups() if part is not None]
    return hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]


def open_minutes(spans: Iterable[TimeSpan]) -> int:
    """How many minutes the spans hold together; they must not overlap."""
    return sum(span.minutes for span in spans)
