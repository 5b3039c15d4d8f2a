"""An entry of an office's document in the words of `sscctl show`: an event, an address, hours, who takes part.

What is worded here comes from files and is made visible by whoever prints it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sscctl.cli.language import LANGUAGE, said, t
from sscctl.cli.render.changes_dates import hours_of
from sscctl.cli.words import (
    BOOKING,
    CO_LOCATION,
    CO_LOCATION_KIND,
    EVENT,
    LEVEL,
    ROLE,
    STATUS,
    WEEKDAY,
    when,
)
from sscctl.diffing.entries import Entry, decoded
from sscctl.domain.event import Event
from sscctl.domain.hours import WEEKDAYS, Access, Deviation, OtherSchedule, Schedule, Weekday, Weeks
from sscctl.domain.office import CoLocation, OfficeService, Participation
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.place import Address, spaced_postcode
from sscctl.text import Text
from sscctl.wording.runs import runs

Names = Callable[[str], str]
"""The name of an agency by its id."""

TOPIC: Mapping[str, Text] = {
    "lifecycle": Text("livscykel", "life"),
    "addresses": Text("adress", "address"),
    "opening_hours": Text("öppettider", "hours"),
    "other_hours": Text("andra tider", "other hours"),
    "deviations": Text("avvikelse", "deviation"),
    "participations": Text("myndighet", "agency"),
    "co_locations": Text("samlokalisering", "co-location"),
    "services": Text("tjänst", "service"),
    "remarks": Text("anmärkning", "remark"),
}

_ACCESS: Mapping[Access, Text] = {
    Access.APPOINTMENT: Text("efter bokning", "by appointment"),
    Access.SELF_SERVICE: Text("självservice", "self-service"),
}


def worded(topic: str, entry: object, names: Names) -> str:
    """An entry of the list `topic` in one paragraph; one that no schema of today knows is given as it is written."""
    one = decoded(topic, entry)
    if one is None:
        return written(entry)
    try:
        return _sentence(one, names)
    except (AttributeError, KeyError, TypeError):  # a text that is a number, say: decoding checks no types
        return written(entry)


def said_date(text: str) -> str:
    """A date of a document as a person says it; what is none stays as it is written."""
    try:
        return said(when(PartialDate.parse(text)))
    except ValueError:
        return text


def written(value: object) -> str:
    """Any value in short: its parts in their order without its sources; of texts in two languages the one spoken."""
    if isinstance(value, dict):
        if value and value.keys() <= {"sv", "en"}:
            return str(value.get(LANGUAGE) or next(iter(value.values())))
        return ", ".join(f"{key} {written(item)}" for key, item in value.items() if key != "source")
    if isinstance(value, list):
        return "; ".join(map(written, value)) or t("inget", "none")
    if isinstance(value, bool):
        return t("ja", "yes") if value else t("nej", "no")
    return str(value)


def _sentence(one: Entry, names: Names) -> str:
    match one:
        case Event():
            words = _joined(_event(one), one.note)
        case Address():
            words = _joined(address(one), one.directions, one.note, last=one.period.last)
        case Schedule():
            words = _joined(schedule(one), one.note, last=one.period.last)
        case OtherSchedule():
            words = f"{said(_ACCESS[one.access])}: {schedule(one.schedule)}"
        case Deviation():
            last = one.period.last if one.days > 1 else None
            words = _joined(f"{hours_of(one.hours)} ({said(one.reason)})", last=last)
        case Participation():
            words = _joined(_part(one, names), one.note, last=one.period.last)
        case CoLocation():
            words = _joined(co_location(one, names), one.note, last=one.period.last)
        case OfficeService():
            there = t("finns", "available") if one.available else t("finns inte", "not available")
            words = _joined(f"{names(one.agency)}, {one.service}: {there}", one.note)
        case _:
            words = said(one.text)
    return words


def _joined(words: str, *notes: Text | None, last: date | None = None) -> str:
    parts = [words, *(said(note).rstrip(".") for note in notes if note)]
    return "; ".join([*parts, t(f"till och med {last}", f"through {last}")] if last else parts)


def _event(event: Event) -> str:
    words = said(EVENT[event.kind])
    if event.status:
        words += f" {said(STATUS[event.status])}"
    if event.last_day:
        words += t(f", sista besöksdag {event.last_day}", f", last day for visitors {event.last_day}")
    if event.expected:
        expected = said(when(event.expected))
        words += t(f", väntas {expected}", f", expected {expected}")
    if event.successors:
        named = ", ".join(event.successors)
        words += t(f", hänvisar till {named}", f", visitors are referred to {named}")
    return words


def address(one: Address) -> str:
    """`Storgatan 1, Gallerian, 113 22 Stockholm`; what is not known is left out."""
    town = " ".join(part for part in (spaced_postcode(one.postcode or ""), one.post_town or "") if part)
    street = one.street or t("gata okänd", "street unknown")
    return ", ".join(part for part in (street, one.locality or "", town) if part)


def schedule(one: Schedule) -> str:
    """`Monday–Thursday 10–16, Friday closed`; where only the number of days is known, that."""
    days = ", ".join(f"{_days(run)} {hours_of(spans)}" for run, spans in runs(one.weekly))
    if one.days_per_week is not None:
        count = t(f"öppet {one.days_per_week} dagar i veckan", f"open {one.days_per_week} days a week")
        days = f"{days}, {count}" if days else count
    if one.weekly and any(day not in one.weekly for day in WEEKDAYS[:5]):
        days += t(", övriga vardagar okända", ", other weekdays unknown")
    if one.undated:
        days += t(" (källan anger ingen tid)", " (the source gives no date)")
    return f"{weeks(one.weeks)}: {days}" if one.weeks else days or t("okänt", "unknown")


def weeks(one: Weeks) -> str:
    """In which weeks: `odd weeks`, `every 2 weeks`, `no. 1, 3 of the month`."""
    if one.parity is not None:
        return t("udda veckor", "odd weeks") if one.parity else t("jämna veckor", "even weeks")
    if one.nth:
        which = ", ".join(map(str, one.nth))
        return t(f"nr {which} i månaden", f"no. {which} of the month")
    return t(f"var {one.every}:e vecka", f"every {one.every} weeks")


def _days(run: tuple[Weekday, ...]) -> str:
    names = [said(WEEKDAY[day]) for day in run]
    return f"{names[0]}–{names[-1]}" if len(names) > 2 else ", ".join(names)


def _part(one: Participation, names: Names) -> str:
    details = [said(LEVEL[one.level])] if one.level else []
    details += [said(BOOKING[one.booking])] if one.booking else []
    return ", ".join((names(one.agency), *details))


def co_location(one: CoLocation, names: Names) -> str:
    """`Trafikverket, driving tests, the office is host (agreed)`."""
    whom = names(one.party) if one.party else one.whom
    kind = said(CO_LOCATION_KIND[one.kind]) if one.kind and one.kind in CO_LOCATION_KIND else one.kind
    parts = (whom, kind, said(ROLE[one.role]) if one.role else None)
    return f"{', '.join(part for part in parts if part)} ({said(CO_LOCATION[one.status])})"
