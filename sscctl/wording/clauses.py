"""What a sentence on opening hours consists of: days, what is said of them, and in which weeks."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from sscctl.domain.hours import Spans, Weekday, Weeks
from sscctl.domain.period import ALWAYS, Period
from sscctl.wording.tokens import Token


class Action(Enum):
    """What is said of some days."""

    OPEN = auto()  # these hours
    CLOSED = auto()  # closed all day
    CUT = auto()  # closed for these hours, open around them
    UNTIL = auto()  # opens as told elsewhere, and closes when these hours end


@dataclass(frozen=True, slots=True)
class Scope:
    """In which weeks, and from which day through which, something holds.

    It is `broken` where the text limits something in a way that was not understood: then it is not known when it holds.
    """

    weeks: Weeks | None = None
    period: Period = ALWAYS
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing said of some weekdays.

    `rest` means those of the days that nothing else is said of; with `only` all others are closed. `adds` is said by
    "och" and "även": the hours come on top of those told before. `replaces` is said by `;`, which in OpenStreetMap's
    language means that they take the place of those.
    `first` and `last` are where it stands in the text.
    """

    days: tuple[Weekday, ...]
    action: Action
    spans: Spans
    scope: Scope
    first: Token
    last: Token
    rest: bool = False
    only: bool = False
    adds: bool = False
    replaces: bool = False


@dataclass(slots=True)
class Who:
    """The days that a phrase names, while it is read: weekdays, each group with its numbers within the month.

    `holidays` is where they are named as days, `holiday_free` that they are excepted. `unplaced` is an ordinal of
    which the text has not said yet that it counts within the month; where one cannot be used at all, or a day, it is
    `broken`: then it is not known who is meant.
    """

    groups: list[tuple[tuple[Weekday, ...], Weeks | None]] = field(default_factory=list)
    without: tuple[Weekday, ...] = ()
    rest: Token | None = None
    only: bool = False
    holidays: Token | None = None
    holiday_free: bool = False
    unplaced: Token | None = None
    broken: bool = False

    @property
    def days(self) -> tuple[Weekday, ...]:
        """All weekdays that are named."""
        return tuple(day for days, _ in self.groups for day in days)
