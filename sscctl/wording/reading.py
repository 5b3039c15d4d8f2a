"""What a text on opening hours says, and what in it could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sscctl.domain.hours import Spans, Weekday, Weeks
from sscctl.domain.period import ALWAYS, Period
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class Pattern:
    """The hours of the weekdays in some weeks, `None` being every week, for a period.

    A weekday that nobody speaks of is missing, and so unknown; `()` is closed.
    """

    weekly: Mapping[Weekday, Spans]
    weeks: Weeks | None = None
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of the text that was not understood, or that can be understood in more than one way.

    `position` and `length` count code points, from 0. `suggestion` is what could be written in its place.
    """

    position: int
    length: int
    message: Text
    suggestion: Text | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: patterns of which never two hold on one day, and everything that was not read.

    Where there are problems the patterns are only the part that was understood, and nothing should be built on them.
    `holidays_off` tells that the text itself says it is closed on public holidays; which days those are, and whether
    offices are closed on them, is the registry's policy.
    """

    patterns: tuple[Pattern, ...] = ()
    problems: tuple[Problem, ...] = ()
    holidays_off: bool = False

    @property
    def weekly(self) -> Mapping[Weekday, Spans]:
        """The hours of the first pattern; with several the others hold in other weeks."""
        return self.patterns[0].weekly if self.patterns else {}

    @property
    def weeks(self) -> Weeks | None:
        """The weeks of the first pattern."""
        return self.patterns[0].weeks if self.patterns else None
