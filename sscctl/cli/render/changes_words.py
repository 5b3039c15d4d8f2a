"""One change in the words of a visitor; what is printed there from files is not yet made safe for any medium."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sscctl.cli.language import LANGUAGE, said, t
from sscctl.cli.render.changes_dates import hours, hours_of, shift, spoken, when
from sscctl.cli.words import EVENT, STATUS
from sscctl.diffing.report import Names, Report
from sscctl.domain.change import Change, ChangeKind, Fact, Topic
from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.event import EventKind, Status
from sscctl.text import Text

HEADINGS: Mapping[ChangeKind, Text] = {
    ChangeKind.VANISHES: Text("Försvinner ur registret", "Vanishes from the registry"),
    ChangeKind.CLOSES: Text("Läggs ned", "Closes"),
    ChangeKind.SUSPENDS: Text("Stänger tillfälligt", "Closes for a time"),
    ChangeKind.CLOSING_ANNOUNCED: Text("Nedläggning aviserad", "Closing announced"),
    ChangeKind.OPENING_POSTPONED: Text("Öppnar senare än sagt", "Opens later than was said"),
    ChangeKind.CANCELLED: Text("Blir inte av", "Does not come to be"),
    ChangeKind.MOVES: Text("Flyttar", "Moves"),
    ChangeKind.HOURS_CUT: Text("Kortare öppettider", "Shorter hours"),
    ChangeKind.AGENCY_LEAVES: Text("Myndighet lämnar", "Agency leaves"),
    ChangeKind.HOURS_CHANGED: Text("Andra öppettider", "Other hours"),
    ChangeKind.DEVIATION: Text("Avvikande dagar", "Days with other hours"),
    ChangeKind.ADDRESS: Text("Annan adress", "Other address"),
    ChangeKind.STAYS: Text("Finns kvar", "Stays"),
    ChangeKind.OPENS: Text("Öppnar", "Opens"),
    ChangeKind.REOPENS: Text("Öppnar igen", "Reopens"),
    ChangeKind.HOURS_EXTENDED: Text("Längre öppettider", "Longer hours"),
    ChangeKind.AGENCY_JOINS: Text("Myndighet ansluter", "Agency joins"),
    ChangeKind.PARTICIPATION: Text("Annan service", "Other service"),
    ChangeKind.PLANNED: Text("Planeras", "Planned"),
    ChangeKind.RENAMED: Text("Byter namn", "Renamed"),
    ChangeKind.CO_LOCATION: Text("Samlokalisering", "Co-location"),
    ChangeKind.DETAIL: Text("Andra uppgifter", "Other details"),
    ChangeKind.ADDED: Text("Nytt i registret", "New in the registry"),
    ChangeKind.REMOVED: Text("Borttaget ur registret", "Removed from the registry"),
    ChangeKind.STATUS: Text("Status", "Status"),
    ChangeKind.CHANGED: Text("Ändrade uppgifter", "Changed facts"),
}
"""What a group of changes of one kind is headed."""

_LONGEST = 160


def subject(change: Change, names: Names) -> str:
    """What the change is about: the office's name, the agency's, else the id."""
    if change.topic is Topic.OFFICE:
        return names.office(change.subject)
    return agency(change.subject, names) if change.topic is Topic.AGENCY else change.subject


def agency(ident: str, names: Names) -> str:
    """An agency's name in the language of this process."""
    return said(names.agency(ident))


def sentence(change: Change, report: Report) -> str:
    """The change on one line, without its subject: `from 2 October 2023: Monday closed, was 10–16`."""
    told = f"{when(change)}: {_what(change, report)}"
    if not change.correction:
        return told
    return t(f"{told} (rättelse)", f"{told} (correction)")


def _what(change: Change, report: Report) -> str:
    if change.hours is not None:
        return shift(change.hours)
    if change.field in ("status", "office") and change.topic is Topic.OFFICE:
        return _life(change, report.names)
    if change.kind in (ChangeKind.AGENCY_JOINS, ChangeKind.AGENCY_LEAVES) and change.agency:
        return _attendance(change, report.names)
    if change.kind is ChangeKind.DEVIATION:
        return _deviation(change)
    if change.field == "lifecycle" and isinstance(change.after, str):
        return said(EVENT[EventKind(change.after)])
    was, will = plain(change.before), plain(change.after)
    if change.before is None or change.before == []:
        return f"{change.field}: {will}"
    if change.after is None or change.after == []:
        return t(f"{change.field}: borttaget, förut {was}", f"{change.field}: removed, was {was}")
    return t(f"{change.field}: {will}, förut {was}", f"{change.field}: {will}, was {was}")


def _life(change: Change, names: Names) -> str:
    was = said(STATUS[Status(change.before)]) if isinstance(change.before, str) else None
    will = said(STATUS[Status(change.after)]) if isinstance(change.after, str) else t("borttaget", "removed")
    parts = [will if was is None else t(f"{will}, förut {was}", f"{will}, was {was}")]
    closing = change.closing
    if closing and closing.last_day:
        parts.append(
            t(f"sista besöksdag {spoken(closing.last_day)}", f"last day for visitors {spoken(closing.last_day)}")
        )
    if change.through and change.kind is ChangeKind.CLOSES:
        then = spoken(change.through + timedelta(days=1))
        parts.append(t(f"förut sagt {then}", f"earlier said {then}"))
    if closing and closing.minutes is not None:
        parts.append(t(f"{hours(closing.minutes)} i veckan", f"{hours(closing.minutes)} a week"))
    if closing and closing.successors:
        to = ", ".join(names.office(ident) for ident in closing.successors)
        parts.append(t(f"ersätts av {to}", f"replaced by {to}"))
    if closing and closing.decision:
        parts.append(t(f"beslut {closing.decision}", f"decision {closing.decision}"))
    return "; ".join(parts)


def _attendance(change: Change, names: Names) -> str:
    who = agency(change.agency or "", names)
    joins = change.kind is ChangeKind.AGENCY_JOINS
    told = t(f"{who} ansluter", f"{who} joins") if joins else t(f"{who} lämnar", f"{who} leaves")
    if not change.offices:
        return told
    some = ", ".join(names.office(ident) for ident in change.offices[:10])
    more = " …" if len(change.offices) > 10 else ""
    number = len(change.offices)
    return t(f"{told} vid {number} kontor: {some}{more}", f"{told} at {number} offices: {some}{more}")


def _deviation(change: Change) -> str:
    was, will = (_day(fact) for fact in (change.before, change.after))
    told = t(f"{will}, förut {was}", f"{will}, was {was}")
    if not change.minutes:
        return told
    size = hours(abs(change.minutes))
    if change.minutes > 0:
        return t(f"{told}; {size} mindre", f"{told}; {size} less")
    return t(f"{told}; {size} mer", f"{told}; {size} more")


def _day(fact: Fact) -> str:
    if fact is None or not isinstance(fact, Sequence):
        return t("som vanligt", "as usual")
    return hours_of(tuple(TimeSpan.parse(span) for span in fact if isinstance(span, str)))


def plain(fact: Fact) -> str:
    """A value on one line, cut where it is long."""
    if isinstance(fact, Mapping) and fact.keys() == {"sv", "en"}:
        fact = fact[LANGUAGE.value]
    if isinstance(fact, bool):
        return t("ja", "yes") if fact else t("nej", "no")
    if fact is None:
        return t("inget", "nothing")
    if isinstance(fact, Mapping):
        text = ", ".join(f"{key} {plain(value)}" for key, value in fact.items())
    elif isinstance(fact, str | int | float):
        text = str(fact)
    else:
        text = "; ".join(plain(item) for item in fact)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
