"""A week of an office: a small table with today marked, and deviations explained."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sscctl.cli.console import Style, styled
from sscctl.cli.language import said, t
from sscctl.cli.visible import visible
from sscctl.cli.words import WEEKDAY
from sscctl.domain.hours import DayHours, Weekday
from sscctl.domain.office import Office


def as_text(office: Office, days: Sequence[DayHours], today: date) -> str:
    """The week for a person: a line a day, today with an arrow."""
    year, week, _ = days[0].day.isocalendar()
    heading = t(f"{office.full_name}, vecka {week} {year}", f"{office.full_name}, week {week} of {year}")
    return "\n".join([styled(visible(heading), Style.STRONG), *(_line(day, today) for day in days)])


def _line(hours: DayHours, today: date) -> str:
    marker = "→" if hours.day == today else " "
    words = visible(day_words(hours))
    style = Style.GOOD if hours.spans else Style.FAINT
    line = f"{marker} {said(WEEKDAY[Weekday.of(hours.day)]):<9} {hours.day}  {styled(words, style)}"
    reason = f"  ({visible(said(hours.reason))})" if hours.reason else ""
    return f"{line}{reason}"


def day_words(hours: DayHours) -> str:
    """The hours of a day: `10.00–16.00`, closed, or unknown."""
    if hours.spans is None:
        return t("okänt", "unknown")
    return ", ".join(str(span) for span in hours.spans) or t("stängt", "closed")


def as_tree(office: Office, days: Sequence[DayHours]) -> dict[str, object]:
    """The week as `schemas/output/week.schema.json` promises it; a day that is unknown has no `hours`."""
    return {"office": office.id, "days": [_day(day) for day in days]}


def _day(hours: DayHours) -> dict[str, object]:
    fields: dict[str, object] = {"date": hours.day.isoformat(), "state": hours.state}
    if hours.spans is not None:
        fields["hours"] = [str(span) for span in hours.spans]
    fields["reason"] = {"sv": hours.reason.sv, "en": hours.reason.en} if hours.reason else None
    return fields
