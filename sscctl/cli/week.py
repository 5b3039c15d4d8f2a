"""`sscctl week`: the hours of each day of a week."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, timedelta
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit, tell
from sscctl.cli.language import t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, OfficeId, On, cache, day, refuse_far, repository
from sscctl.cli.render import week as render
from sscctl.domain.hours import DayHours
from sscctl.domain.office import Office
from sscctl.domain.registry import Registry
from sscctl.domain.timetable import Timetable
from sscctl.errors import WrongUsage
from sscctl.querying.select import find_office
from sscctl.reading.calendar import Calendar
from sscctl.reading.load import load
from sscctl.reading.policy import Policy
from sscctl.reading.snapshot import Revision
from sscctl.text import Text
from sscctl.wording.osm_office import osm_for_office

_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{1,2})|(?:v|w|vecka|week)?\.? ?([0-9]{1,2})", re.IGNORECASE)

HELP = Text(
    "Visa när ett kontor har öppet, dag för dag, med orsaken där en dag avviker från det vanliga.",
    "Show when an office is open, day by day, with the reason where a day departs from the usual.",
)


class Format(StrEnum):
    """How a week is shown."""

    TEXT = "text"
    JSON = "json"
    OSM = "osm"
    ICAL = "ical"


def run(
    office: OfficeId,
    week: Annotated[
        str | None,
        typer.Argument(
            metavar=t("[VECKA]", "[WEEK]"),
            help=t("Till exempel 2026-W52, v52 eller en dag.", "Such as 2026-W52, or a day in it."),
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """Show when an office is open, day by day, with the reason where a day departs from the usual."""
    found = repository()
    snapshot = found.snapshot(as_of)
    loaded = load(snapshot, cache(found))
    tell_unreadable(loaded)
    chosen = loaded.registry.offices[find_office(loaded.registry, office)]
    asked = day(on, "--on")
    monday = _monday(week, asked)
    timetable = Policy(loaded.registry.context.settings, Calendar()).timetable(chosen)
    days = tuple(timetable.days(monday, monday + timedelta(days=6)))
    match form:
        case Format.TEXT:
            emit(render.as_text(chosen, days, asked))
        case Format.JSON:
            emit(render.as_json(chosen, days))
        case Format.OSM:
            _emit_osm(timetable, monday)
        case Format.ICAL:
            _emit_ical(loaded.registry, chosen, days, snapshot.revision)


def _emit_ical(registry: Registry, office: Office, days: Sequence[DayHours], revision: Revision | None) -> None:
    """The week as a calendar, of the same events as the published one; of an unknown day there is no event."""
    from sscctl.publishing.ical import Issue, ical  # noqa: PLC0415  50 ms, for this form alone

    settings = registry.context.settings
    instant = revision.instant.astimezone(UTC) if revision else None
    if any(hours.spans is None for hours in days):
        tell(
            Text(
                "veckan har dagar vars öppettider är okända; de saknas i kalendern",
                "the week has days whose hours are not known; the calendar leaves them out",
            )
        )
    issue = Issue(settings.publisher if settings else "sscctl", days[0].day, instant)
    emit(ical(office, days, issue).decode())


def _emit_osm(timetable: Timetable, monday: date) -> None:
    """The week in OpenStreetMap's language; exit with 1 where it has an unknown day, which the language cannot say."""
    text = osm_for_office(timetable, monday, monday + timedelta(days=6))
    if text is None:
        tell(
            Text(
                "veckan har dagar vars öppettider är okända, och det kan OSM inte säga",
                "the week has days whose hours are not known, and OSM cannot say that",
            )
        )
        raise typer.Exit(1)
    emit(text)


def _monday(week: str | None, asked: date) -> date:
    """The Monday of an ISO 8601 week, or of a day's; a number alone is a week of the year asked about."""
    if week is None:
        return asked - timedelta(days=asked.weekday())
    match = _WEEK.fullmatch(week.strip())
    try:
        if match:
            found = date.fromisocalendar(int(match[1] or asked.isocalendar().year), int(match[2] or match[3]), 1)
        else:
            found = date.fromisoformat(week.strip())
    except ValueError:
        raise WrongUsage(
            Text(f"{week} är ingen vecka", f"{week} is no week"),
            Text("skriv veckan som 2026-W52", "write the week as 2026-W52"),
        ) from None
    refuse_far(found)
    return _monday(None, found)
