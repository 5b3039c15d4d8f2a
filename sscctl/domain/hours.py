"""Opening hours (öppettider): ordinary schedules, and deviations that override them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sscctl.domain.clocktime import TimeSpan, open_minutes
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.text import Text


class Weekday(StrEnum):
    """A day of the week, Monday first (ISO 8601)."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @classmethod
    def of(cls, day: date) -> Weekday:
        """The weekday of a civil date."""
        return WEEKDAYS[day.weekday()]


WEEKDAYS = tuple(Weekday)

Spans = tuple[TimeSpan, ...]
"""The open spans of one day, sorted and disjoint; `()` is closed."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """In which weeks a schedule holds: every `every`-th ISO week from that of `start` on, or the `nth` of the month.

    Odd and even weeks (udda och jämna veckor) go by the ISO week number and so have `parity` 1 or 0.
    """

    parity: int | None = None
    every: int | None = None
    start: date | None = None
    nth: tuple[int, ...] = ()

    def __contains__(self, day: date) -> bool:
        """Whether the schedule holds in the week (or on the n-th weekday of the month) of `day`."""
        if self.parity is not None:
            return day.isocalendar().week % 2 == self.parity
        if self.every is not None and self.start is not None:
            monday, first = day.toordinal() - day.weekday(), self.start.toordinal() - self.start.weekday()
            return monday >= first and (monday - first) // 7 % self.every == 0
        return not self.nth or (day.day - 1) // 7 + 1 in self.nth


@dataclass(frozen=True, slots=True)
class Schedule:
    """Ordinary hours (ordinarie öppettider) that hold for a period.

    `weekly` has an entry for each weekday that a source speaks of: `()` is closed, a missing weekday is unknown.
    `days_per_week` is all that some sources say. An `undated` schedule was read in a source that does not tell for
    when: it is shown, never used to answer whether an office is open. `since` is the start as the source gives it; the
    period starts on its first possible day where there is one, else (`../2023-10-02`) on the day it was seen.
    """

    period: Period
    weekly: Mapping[Weekday, Spans]
    since: PartialDate | None = None
    weeks: Weeks | None = None
    days_per_week: int | None = None
    undated: bool = False
    note: Text | None = None
    sources: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Whether this schedule is the one to ask about `day`."""
        return not self.undated and day in self.period and (self.weeks is None or day in self.weeks)

    @property
    def weekly_minutes(self) -> int | None:
        """Open minutes a week; `None` where a working day is unknown."""
        if any(day not in self.weekly for day in WEEKDAYS[:5]):
            return None
        return sum(open_minutes(spans) for spans in self.weekly.values())


class Access(StrEnum):
    """How a visitor can come other than by dropping in: by appointment (efter bokning), or to help themselves."""

    APPOINTMENT = "appointment"
    SELF_SERVICE = "self_service"


@dataclass(frozen=True, slots=True)
class OtherSchedule:
    """Weekly hours of another sort of access, for a period; a weekday that is missing has none."""

    access: Access
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class Deviation:
    """Other hours on named days (avvikande öppettider); overrides the schedule. `()` is closed."""

    period: Period
    hours: Spans
    reason: Text
    sources: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """How many days it is for; one without a first or last day is longer than any other."""
        start, end = self.period.start, self.period.end
        return (end - start).days if start and end else date.max.toordinal()

    def each_day(self) -> Iterator[date]:
        """Yield its days in order, those of two years at most."""
        if self.period.start:
            for number in range(min(self.days, 731)):
                yield self.period.start + timedelta(days=number)


@dataclass(frozen=True, slots=True)
class DayHours:
    """What is known of one day: `spans` is `None` when nothing is, and then it is not closed but unknown.

    `reason` explains a day that departs from the schedule. `by_appointment` and `self_service` are when a visitor can
    come in those ways, whatever `spans` says of dropping in.
    """

    day: date
    spans: Spans | None
    reason: Text | None = None
    deviates: bool = False
    by_appointment: Spans = ()
    self_service: Spans = ()

    @property
    def state(self) -> str:
        """`open` for some time that day, `closed` all day, or `unknown`."""
        return "unknown" if self.spans is None else "open" if self.spans else "closed"


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """All that is known of when an office is open, past and future."""

    schedules: tuple[Schedule, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    others: tuple[OtherSchedule, ...] = ()

    def otherwise(self, access: Access, day: date) -> Spans:
        """When a visitor can come on `day` in another way; nothing where no schedule says so."""
        for other in self.others:
            if other.access is access and other.schedule.holds_on(day):
                return other.schedule.weekly.get(Weekday.of(day), ())
        return ()

    def on(self, day: date) -> DayHours:
        """The hours of `day` by the deviations, then by the schedules; the network's closed days are not asked here."""
        deviation = self.deviation_on(day)
        if deviation:
            return DayHours(day, deviation.hours, deviation.reason, deviates=True)
        for schedule in self.schedules:
            if schedule.holds_on(day):
                return DayHours(day, schedule.weekly.get(Weekday.of(day)), schedule.note)
        return DayHours(day, None)

    def deviation_on(self, day: date) -> Deviation | None:
        """The deviation that holds on `day`: of several the shortest, as a day within the summer speaks for itself."""
        holding = (deviation for deviation in self.deviations if day in deviation.period)
        return min(holding, key=lambda deviation: deviation.days, default=None)

    def schedule_on(self, day: date) -> Schedule | None:
        """The ordinary schedule that holds on `day`, if one does."""
        return next((schedule for schedule in self.schedules if schedule.holds_on(day)), None)
