"""Changes between two registries: what is different, from when, and how a visitor meets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sscctl.domain.hours import Spans, Weekday, Weeks
from sscctl.domain.partial_date import PartialDate
from sscctl.text import Text

Fact: TypeAlias = "bool | int | float | str | Sequence[Fact] | Mapping[str, Fact] | None"
"""A value as a file says it."""


class Topic(StrEnum):
    """What the change is about: the kinds of documents, and the reference data beside them."""

    OFFICE = "office"
    AGREEMENT = "agreement"
    AGENCY = "agency"
    DECISION = "decision"
    REGISTRY = "registry"
    NETWORK = "network"
    REFERENCE = "reference"


class ChangeKind(StrEnum):
    """What kind of change it is, in the order in which it concerns a visitor."""

    VANISHES = "vanishes"
    CLOSES = "closes"
    SUSPENDS = "suspends"
    CLOSING_ANNOUNCED = "closing_announced"
    OPENING_POSTPONED = "opening_postponed"
    CANCELLED = "cancelled"
    MOVES = "moves"
    HOURS_CUT = "hours_cut"
    AGENCY_LEAVES = "agency_leaves"
    HOURS_CHANGED = "hours_changed"
    DEVIATION = "deviation"
    ADDRESS = "address"
    STAYS = "stays"
    OPENS = "opens"
    REOPENS = "reopens"
    HOURS_EXTENDED = "hours_extended"
    AGENCY_JOINS = "agency_joins"
    PARTICIPATION = "participation"
    PLANNED = "planned"
    RENAMED = "renamed"
    CO_LOCATION = "co_location"
    DETAIL = "detail"
    ADDED = "added"
    REMOVED = "removed"
    STATUS = "status"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """A weekday's hours for as long as nothing changes: one entry, or one for each kind of week.

    `spans` of `None` is unknown, `()` is closed.
    """

    told: tuple[tuple[Weeks | None, Spans | None], ...]

    @property
    def spans(self) -> Spans | None:
        """The hours where they are the same every week; `None` where they are not, or not known."""
        return self.told[0][1] if len(self.told) == 1 else None


@dataclass(frozen=True, slots=True)
class HoursShift:
    """How a week's hours differ: the weekdays that do, and the open minutes a week before and after.

    The minutes are `None` where a working day is unknown. `lost` and `won` sum the weekdays that are known on both
    sides; `is_whole` says that there is no other. Weeks that are not alike count with their mean.
    """

    days: tuple[tuple[Weekday, WeeklyHours, WeeklyHours], ...]
    minutes_before: int | None
    minutes_after: int | None
    lost: int
    won: int
    is_whole: bool


ORDINARY_HOURS = "opening_hours"
"""The field of the hours that count: those at which anybody can drop in."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What is told of a closing, an opening or a change of status: on what decision, and where to go instead."""

    last_day: date | None = None
    decision: str | None = None
    successors: tuple[str, ...] = ()
    minutes: int | None = None
    """Open minutes a week that go with the closing or come with the opening; `None` where they are not known."""
    earlier: date | None = None
    """The day on which it was to come about as was said before, where that is a later one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two registries.

    `effective` is the first day that is different. `on` is that day as its source tells it, where that is less than a
    day. Where no source dates it (`is_dated` is false) it takes effect at once: on the day of the comparison.
    `through` is the last day of a difference that passes. `correction` tells that it takes effect before the day
    of the comparison: what was said of the past was wrong or missing. That a closing was announced is none: it is known
    only after it was. `offices` are those that a change of an agreement reaches.
    """

    topic: Topic
    subject: str
    kind: ChangeKind
    field: str
    effective: date
    before: Fact = None
    after: Fact = None
    visible: bool = False
    correction: bool = False
    is_dated: bool = True
    on: PartialDate | None = None
    through: date | None = None
    agency: str | None = None
    offices: tuple[str, ...] = ()
    hours: HoursShift | None = None
    closing: Closing | None = None
    reason: Text | None = None
    """Why a day has other hours."""
    minutes: int | None = None
    """Open minutes that a passing difference takes (or, below nought, gives) in all; `None` where not known."""
