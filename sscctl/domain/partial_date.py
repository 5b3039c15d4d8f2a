"""Dates as sources give them: a year, a month, a day, or some time between two of these."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_ONE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """Some day from `first` through `last`, both included; `text` is how the source put it.

    Written as ISO 8601-1 (`2021`, `2021-11`, `2021-11-01`) or as an interval of ISO 8601-2:2019 clause 4.4:
    `2017-06-01/2017-09-01` (at some time in it) and `../2023-10-02` (no later than that day: a source of that day
    says it had happened). The order is by the first possible day, then the last.
    """

    first: date
    last: date
    text: str

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the text; raise `ValueError` where it is no such date."""
        return _parse(text)

    @classmethod
    def on(cls, day: date) -> PartialDate:
        """The whole of one known day."""
        return cls(day, day, day.isoformat())

    @property
    def is_day(self) -> bool:
        """Whether the very day is known."""
        return self.first == self.last

    @property
    def has_start(self) -> bool:
        """Whether a first possible day is known (it is not in `../2023-10-02`)."""
        return self.first != date.min

    def __str__(self) -> str:
        """The date as written."""
        return self.text


@lru_cache(maxsize=4096)
def _parse(text: str) -> PartialDate:
    head, slash, tail = text.partition("/")
    if not slash:
        return PartialDate(*_bounds(text), text)
    first = date.min if head == ".." else _bounds(head)[0]
    last = _bounds(tail)[1]
    if first > last:
        raise ValueError(text)
    return PartialDate(first, last, text)


def _bounds(text: str) -> tuple[date, date]:
    match = _ONE.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or month is None:
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
