"""Days, hours and durations in the words of the two languages, as reports of changes use them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sscctl.cli.language import said, t
from sscctl.cli.words import WEEKDAY
from sscctl.domain.change import Change, ChangeKind, HoursShift, WeeklyHours
from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.hours import WEEKDAYS, Spans, Weekday, Weeks
from sscctl.domain.partial_date import PartialDate
from sscctl.text import Text

_MONTHS = (
    Text("januari", "January"),
    Text("februari", "February"),
    Text("mars", "March"),
    Text("april", "April"),
    Text("maj", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("augusti", "August"),
    Text("september", "September"),
    Text("oktober", "October"),
    Text("november", "November"),
    Text("december", "December"),
)


def spoken(day: date) -> str:
    """`2 oktober 2023`, `2 October 2023`."""
    return f"{day.day} {_month(day)} {day.year}"


def _month(day: date) -> str:
    return said(_MONTHS[day.month - 1])


def loosely(on: PartialDate) -> str:
    """A date that is less precise than a day: `in January 2025`, `in 2025`, `by 2 October 2023`."""
    if on.is_day:
        return spoken(on.first)
    if not on.has_start:
        return t(f"senast {spoken(on.last)}", f"by {spoken(on.last)}")
    if "/" in on.text:
        first, last = spoken(on.first), spoken(on.last)
        return t(f"mellan {first} och {last}", f"between {first} and {last}")
    if len(on.text) == 4:
        return t(f"under {on.text}", f"in {on.text}")
    return t(f"i {_month(on.first)} {on.first.year}", f"in {_month(on.first)} {on.first.year}")


def when(change: Change) -> str:
    """From when, or during which days, a change holds: `from 2 October 2023`."""
    if not change.is_dated:
        return t("genast", "at once")
    if change.on is not None:
        start = loosely(change.on)
    elif change.through == change.effective or change.kind is ChangeKind.CLOSING_ANNOUNCED:
        return spoken(change.effective)
    else:
        start = t(f"från {spoken(change.effective)}", f"from {spoken(change.effective)}")
    is_sooner = change.closing is not None and change.closing.earlier is not None
    last = spoken(change.through) if change.through and not is_sooner else ""
    return t(f"{start} till och med {last}", f"{start} through {last}") if last else start


def hours_of(spans: Spans | None) -> str:
    """`10–16`, `10–12, 13–15.30`, `closed`, `unknown`."""
    if spans is None:
        return t("okänt", "unknown")
    return ", ".join(map(_span, spans)) if spans else t("stängt", "closed")


def _span(span: TimeSpan) -> str:
    if span.start % 60 == 0 and span.end % 60 == 0:
        return f"{span.start // 60}–{span.end // 60}"
    point = t(".", ":")
    return "–".join(f"{clock // 60}{point}{clock % 60:02}" for clock in (span.start, span.end))


def shift(found: HoursShift) -> str:
    """`Monday closed, was 10–16; 24 h a week, was 30`."""
    groups: list[tuple[list[Weekday], str, str]] = []
    for weekday, before, after in found.days:
        was, will = _told(before), _told(after)
        if groups and groups[-1][1:] == (was, will):
            groups[-1][0].append(weekday)
        else:
            groups.append(([weekday], was, will))
    days = "; ".join(
        t(f"{_named(weekdays)} {will}, förut {was}", f"{_named(weekdays)} {will}, was {was}")
        for weekdays, was, will in groups
    )
    if found.minutes_before is None and found.minutes_after is None:
        return days
    unknown = t("okänt", "unknown")
    was = unknown if found.minutes_before is None else count_of(found.minutes_before)
    will = unknown if found.minutes_after is None else hours(found.minutes_after)
    return t(f"{days}; {will} i veckan, förut {was}", f"{days}; {will} a week, was {was}")


def _told(hours: WeeklyHours) -> str:
    return ", ".join(
        f"{_weeks(weeks)} {hours_of(spans)}" if len(hours.told) > 1 else hours_of(spans) for weeks, spans in hours.told
    )


def _weeks(weeks: Weeks | None) -> str:
    if weeks is None:
        return t("andra veckor", "other weeks")
    if weeks.parity is not None:
        return t("udda veckor", "odd weeks") if weeks.parity else t("jämna veckor", "even weeks")
    if weeks.nth:
        which = ", ".join(map(str, weeks.nth))
        return t(f"månadens nr {which}", f"no. {which} of the month")
    return t(f"var {weeks.every}:e vecka", f"every {weeks.every} weeks")


def _named(weekdays: Sequence[Weekday]) -> str:
    """`Monday`, `Monday–Thursday`, `Monday, Wednesday`."""
    names = [said(WEEKDAY[weekday]) for weekday in weekdays]
    places = [WEEKDAYS.index(weekday) for weekday in weekdays]
    if len(places) > 2 and places == list(range(places[0], places[0] + len(places))):
        return f"{names[0]}–{names[-1]}"
    return ", ".join(names)


def hours(minutes: int) -> str:
    """`24 timmar`, `24 h`."""
    return t(f"{count_of(minutes)} tim", f"{count_of(minutes)} h")


def count_of(minutes: int) -> str:
    """Hours without the word: `24`, `22,5`, `22.5`, `34,688`."""
    count = f"{minutes / 60:,.2f}".rstrip("0").rstrip(".")
    return t(count.replace(",", "\N{NO-BREAK SPACE}").replace(".", ","), count)
