"""How the pages put dates, distances, states and places into words, in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from sscctl.domain.event import EventKind, Status
from sscctl.domain.hours import WEEKDAYS
from sscctl.domain.office import Booking, CoLocationStatus, Level
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.provenance import Source
from sscctl.text import Language, Text
from sscctl.wording.names import DAY_NAMES

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
_ISO_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b")

STATUS: Mapping[Status, Text] = {
    Status.PROPOSED: Text("Föreslaget", "Proposed"),
    Status.PLANNED: Text("Planerat", "Planned"),
    Status.OPEN: Text("I drift", "In service"),
    Status.SUSPENDED: Text("Tillfälligt stängt", "Closed for now"),
    Status.CLOSED: Text("Nedlagt", "Closed for good"),
    Status.CANCELLED: Text("Blev inte av", "Never opened"),
    Status.UNKNOWN: Text("Osäkert", "Not certain"),
}

EVENT: Mapping[EventKind, Text] = {
    EventKind.PROPOSED: Text("Kontoret föreslogs", "The office was proposed"),
    EventKind.PLANNED: Text("Kontoret planerades", "The office was planned"),
    EventKind.COMMISSIONED: Text("Uppdrag att öppna kontoret", "Commission to open the office"),
    EventKind.OPENED: Text("Kontoret öppnade", "The office opened"),
    EventKind.INAUGURATED: Text("Kontoret invigdes", "The office was inaugurated"),
    EventKind.OBSERVED: Text("En källa beskriver kontoret", "A source describes the office"),
    EventKind.SUSPENDED: Text("Kontoret stängde tillfälligt", "The office closed for a time"),
    EventKind.REOPENED: Text("Kontoret öppnade igen", "The office opened again"),
    EventKind.REOPENING_ANNOUNCED: Text("Att kontoret öppnar igen meddelades", "The reopening was announced"),
    EventKind.MOVED: Text("Kontoret flyttade", "The office moved"),
    EventKind.CLOSING_ANNOUNCED: Text("Nedläggning meddelades", "The closing was announced"),
    EventKind.CLOSING_DECIDED: Text("Beslut om nedläggning", "Decision to close"),
    EventKind.CLOSED: Text("Kontoret lades ned", "The office closed for good"),
    EventKind.CANCELLED: Text("Planerna ställdes in", "The plans were cancelled"),
}

SEEN: Mapping[Status, Text] = {
    Status.PROPOSED: Text("Kontoret var föreslaget", "The office was proposed"),
    Status.PLANNED: Text("Kontoret var planerat", "The office was planned"),
    Status.OPEN: Text("Kontoret var öppet", "The office was open"),
    Status.SUSPENDED: Text("Kontoret var tillfälligt stängt", "The office was closed for a time"),
    Status.CLOSED: Text("Kontoret var nedlagt", "The office was closed for good"),
    Status.CANCELLED: Text("Planerna var inställda", "The plans were cancelled"),
    Status.UNKNOWN: EVENT[EventKind.OBSERVED],
}
"""What a source saw on a day, though none tells when that began."""

FACILITY: Mapping[str, Text] = {
    "wheelchair": Text("Tillgängligt med rullstol", "Wheelchair access"),
    "accessible_toilet": Text("Tillgänglig toalett", "Accessible toilet"),
    "hearing_loop": Text("Hörslinga", "Hearing loop"),
    "customer_computers": Text("Datorer för besökare", "Computers for visitors"),
    "video_meeting_room": Text("Rum för videomöte", "Room for video meetings"),
    "queue_system": Text("Nummerlappar", "Queue tickets"),
    "guard": Text("Vakt", "Guard"),
}

LEVEL: Mapping[Level, Text] = {
    Level.GENERAL: Text("allmän information", "general information"),
    Level.GUIDANCE: Text("vägledning", "guidance"),
    Level.OWN_MATTER: Text("hjälp med ditt eget ärende", "help with your own matter"),
    Level.HANDLING: Text("handläggning", "handling of matters"),
}

BOOKING: Mapping[Booking, Text] = {
    Booking.DROP_IN: Text("utan bokning", "no booking needed"),
    Booking.BOOKED: Text("boka först", "book first"),
    Booking.BOTH: Text("med eller utan bokning", "with or without booking"),
}

CO_LOCATION: Mapping[CoLocationStatus, Text] = {
    CoLocationStatus.PROPOSED: Text("föreslaget", "proposed"),
    CoLocationStatus.UNDER_STUDY: Text("utreds", "under study"),
    CoLocationStatus.PLANNED: Text("planerat", "planned"),
    CoLocationStatus.AGREED: Text("överenskommet", "agreed"),
    CoLocationStatus.ACTIVE: Text("pågår", "active"),
    CoLocationStatus.ENDED: Text("avslutat", "ended"),
    CoLocationStatus.DECLINED: Text("avböjt", "declined"),
}

CO_LOCATION_KIND: Mapping[str, Text] = {
    "driving_test": Text("körprov", "driving tests"),
    "municipal_service": Text("kommunens service", "the municipality's service"),
    "agency_office": Text("myndighetens eget kontor", "the agency's own office"),
    "library": Text("bibliotek", "library"),
    "police": Text("polis", "police"),
    "shop": Text("butik", "shop"),
}


def a_day(day: date, language: Language, *, weekday: bool = False, in_year: int | None = None) -> str:
    """`23 november 2026`, or with its weekday: `måndag 23 november 2026`. `in_year` is the one that goes unsaid."""
    text = f"{day.day} {_MONTHS[day.month - 1].within(language)}"
    text = text if day.year == in_year else f"{text} {day.year}"
    return f"{DAY_NAMES[WEEKDAYS[day.weekday()]].within(language)} {text}" if weekday else text


def a_date(on: PartialDate | None, language: Language) -> str:
    """A date as precise as its source: `2021`, `november 2021`, `senast 2 oktober 2023`."""
    sv = language is Language.SWEDISH
    if on is None:
        return "okänt datum" if sv else "date unknown"
    first, slash, last = (_written(part, language) for part in on.text.partition("/"))
    if not on.has_start:
        return f"{'senast' if sv else 'by'} {last}"
    if slash:
        return f"mellan {first} och {last}" if sv else f"between {first} and {last}"
    return first


def a_period(period: Period, language: Language, *, in_year: int | None = None) -> str:
    """`6–19 juli 2026`, one day, or one end of it; nothing where it has none. `in_year` is the one that goes unsaid."""
    sv = language is Language.SWEDISH
    first, last = period.start, period.last
    if first and first == last:
        return a_day(first, language, weekday=True, in_year=in_year)
    if first and last:
        end = a_day(last, language, in_year=in_year)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{end}"
        return f"{a_day(first, language, in_year=last.year)} – {end}"
    if first:
        return f"{'från' if sv else 'from'} {a_day(first, language, in_year=in_year)}"
    if last:
        return f"{'till och med' if sv else 'through'} {a_day(last, language, in_year=in_year)}"
    return ""


def dates_in_words(sentence: str, language: Language) -> str:
    """The sentence with each date that stands in it as figures written in words."""
    return _ISO_DAY.sub(lambda found: _written(found[0], language), sentence)


def _written(text: str, language: Language) -> str:
    """`2021`, `2021-11` or `2021-11-05` in words; what only looks like a date stays as it is."""
    parts = text.split("-")
    try:
        if len(parts) == 3:
            return a_day(date.fromisoformat(text), language)
        return f"{_MONTHS[int(parts[1]) - 1].within(language)} {parts[0]}" if len(parts) == 2 else text
    except (ValueError, IndexError):
        return text


def begun(text: str) -> str:
    """The text with a capital letter first, the rest as it is."""
    return text[:1].upper() + text[1:]


def kilometres(metres: float, language: Language) -> str:
    """`12 km`; with a decimal below ten: `3,4 km`. Nearer than one it is only said to be."""
    far = metres / 1000
    if far < 1:
        return "under 1 km" if language is Language.SWEDISH else "less than 1 km"
    text = f"{far:.0f}" if far >= 9.95 else f"{far:.1f}"
    return f"{text.replace('.', ',') if language is Language.SWEDISH else text} km"


def number(value: int, language: Language) -> str:
    """A whole number with its thousands set apart: by a blank that does not break, or a comma."""
    return f"{value:,}".replace(",", " ") if language is Language.SWEDISH else f"{value:,}"


def source_name(source: Source) -> str:
    """What to call a source: its title, the document, or the site that published it."""
    if source.title or source.document:
        return source.title or source.document or ""
    try:
        host = urlsplit(source.url or "").hostname
    except ValueError:
        host = None
    return (host or source.id).removeprefix("www.")
