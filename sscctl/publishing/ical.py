"""Opening hours as a calendar (iCalendar, RFC 5545 and 7986): an event is a time when visitors can come in.

Closed days are no events, for a calendar that shows them cannot be told from one that is open; neither are days of
which nothing is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from unicodedata import category
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone
from icalendar.prop import vDuration, vRecur, vText

from sscctl.domain.hours import DayHours
from sscctl.domain.office import Office
from sscctl.domain.place import Address, Precision, spaced_postcode
from sscctl.publishing.office_record import coordinates, in_sweden
from sscctl.publishing.series import Rule, Series, series_of

_ZONE = ZoneInfo("Europe/Stockholm")
_POINTED_AT = (Precision.ENTRANCE, Precision.ADDRESS)
_SWEDISH = {"LANGUAGE": "sv"}
_ADVANCES = datetime(2020, 1, 1, tzinfo=UTC)
"""From when sequence numbers are counted, in minutes."""


_MOST = 2**31 - 1
"""The largest whole number that the format has (RFC 5545, 3.3.8)."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A state of the facts: when they were made (`instant`, UTC), the day they are told for, and by whom.

    `publisher` is part of every event's identity.
    """

    publisher: str
    day: date
    instant: datetime | None = None

    @property
    def stamp(self) -> datetime:
        """What dates the events: the instant; where nothing dates the facts, the day's beginning in UTC."""
        return self.instant or self._midnight

    @property
    def sequence(self) -> int:
        """A number that never falls from one issue to the next and rises with every new revision or day."""
        minutes = int((max(self.stamp, self._midnight) - _ADVANCES).total_seconds()) // 60
        return min(max(minutes, 0), _MOST)

    @property
    def _midnight(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)


def ical(office: Office, days: Sequence[DayHours], issue: Issue, address: str | None = None) -> bytes:
    """The calendar of an office's consecutive days; `address` is where on the web it can be had anew."""
    calendar = Calendar()
    name = _one_line(office.full_name)
    calendar.add("PRODID", "-//sscctl//opening hours//SV")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    for key in ("NAME", "X-WR-CALNAME"):
        calendar.add(key, vText(name, params=_SWEDISH if key == "NAME" else {}))
    calendar.add("X-WR-TIMEZONE", "Europe/Stockholm")
    calendar.add("LAST-MODIFIED", issue.stamp)
    calendar.add("REFRESH-INTERVAL", vDuration(timedelta(days=1)), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(timedelta(days=1)))
    if address:
        calendar.add("SOURCE", address, parameters={"VALUE": "URI"})
    calendar.add_component(_time_zone())
    for series in series_of(office, days):
        calendar.add_component(_event(office, series, issue))
    return bytes(calendar.to_ical())


def _event(office: Office, series: Series, issue: Issue) -> Event:
    event = Event()
    event.add("UID", f"{office.id}.{series.name}@{issue.publisher}")
    event.add("DTSTAMP", issue.stamp)
    event.add("LAST-MODIFIED", issue.stamp)
    event.add("SEQUENCE", issue.sequence)
    event.add("DTSTART", _at(series.first, series.span.start))
    event.add("DTEND", _at(series.first, series.span.end))
    if series.rule:
        event.add("RRULE", _recurrence(series, series.rule))
        if series.rule.but:
            event.add("EXDATE", [_at(day, series.span.start) for day in series.rule.but])
    other = "avvikande öppettid" if series.special else "öppet"
    event.add("SUMMARY", vText(f"{_one_line(office.full_name)}: {other}", params=_SWEDISH))
    reason = series.hours.reason
    if reason:
        event.add("DESCRIPTION", f"{_one_line(reason.sv)}\n{_one_line(reason.en)}")
    if series.address:
        _place(event, series.address)
    web = office.contact.web
    if web and web.startswith(("https://", "http://")):
        event.add("URL", _one_line(web))
    event.add("STATUS", "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    return event


def _place(event: Event, address: Address) -> None:
    town = " ".join(part for part in (spaced_postcode(address.postcode or ""), address.post_town) if part)
    parts = (part for part in (address.street, town) if part)
    location = ", ".join(map(_one_line, parts))
    if location:
        event.add("LOCATION", location)
    position = address.position
    if position and in_sweden(position) and position.precision in _POINTED_AT:
        event.add("GEO", coordinates(position))


def _recurrence(series: Series, rule: Rule) -> vRecur:
    """`UNTIL` is the last start in UTC, as the standard asks where the start has a time zone (3.3.10)."""
    weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[series.first.weekday()]
    until = _at(series.last, series.span.start).astimezone(UTC)
    if rule.nth:
        return vRecur(FREQ="MONTHLY", UNTIL=until, BYDAY=[f"{number}{weekday}" for number in rule.nth])
    if rule.every > 1:
        return vRecur(FREQ="WEEKLY", UNTIL=until, INTERVAL=rule.every, BYDAY=weekday)
    return vRecur(FREQ="WEEKLY", UNTIL=until, BYDAY=weekday)


def _at(day: date, minute: int) -> datetime:
    """A wall-clock time in Sweden; minute 1440 is the next day's midnight."""
    return datetime(day.year, day.month, day.day, tzinfo=_ZONE) + timedelta(minutes=minute)


def _one_line(text: str) -> str:
    """The text without what the format has no way to write, control characters, and without what acts unseen."""
    joined = " ".join(text.splitlines())
    return "".join("\ufffd" if category(char) in {"Cc", "Cf"} else char for char in joined.replace("\t", " "))


@cache
def _time_zone() -> Timezone:
    """Sweden's time since 1996, written down here: the same bytes whatever tables of zones the machine has."""
    found = Timezone.from_ical(_RULES)
    if not isinstance(found, Timezone):
        raise TypeError(found)
    return found


_RULES = """\
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")
