"""Spans of civil dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self


@dataclass(frozen=True, slots=True)
class Period:
    """A half-open span of civil dates: `start` is in it, `end` is not; `None` is without bound.

    Files say `valid_through` with the last day included; `Period.through` is where the one becomes the other.
    """

    start: date | None = None
    end: date | None = None

    @classmethod
    def through(cls, first: date | None, last: date | None) -> Self:
        """The period from `first` through `last`, both days included."""
        return cls(first, None if last is None or last == date.max else last + timedelta(days=1))

    @property
    def last(self) -> date | None:
        """The last day of the period (t.o.m.); `None` without bound."""
        return None if self.end is None else self.end - timedelta(days=1)

    @property
    def is_empty(self) -> bool:
        """Whether no day lies in the period."""
        return self.start is not None and self.end is not None and self.end <= self.start

    def __contains__(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: Period) -> bool:
        """Whether some day lies in both."""
        return not self.meet(other).is_empty

    def meet(self, other: Period) -> Period:
        """The days that lie in both; an empty period where there is none."""
        start = max((d for d in (self.start, other.start) if d), default=None)
        end = min((d for d in (self.end, other.end) if d), default=None)
        return Period(start, end)

    def covers(self, other: Period) -> bool:
        """Whether every day of `other` lies in this period."""
        met = self.meet(other)
        return other.is_empty or (met.start, met.end) == (other.start, other.end)


ALWAYS = Period()


def without(period: Period, holes: Iterable[Period]) -> tuple[Period, ...]:
    """What is left of `period` once every one of `holes` is taken out, in order."""
    rest = [period] if not period.is_empty else []
    for hole in holes:
        left: list[Period] = []
        for piece in rest:
            met = piece.meet(hole)
            if met.is_empty:
                left.append(piece)
                continue
            before = Period(piece.start, met.start)
            after = Period(met.end, piece.end)
            if met.start is not None and before.start != met.start:
                left.append(before)
            if met.end is not None and after.end != met.end:
                left.append(after)
        rest = left
    return tuple(sorted(rest, key=lambda p: p.start or date.min))
