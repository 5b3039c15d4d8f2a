"""One change in the words of a visitor; what is printed there from files is not yet made safe for any medium."""

from __future__ import annotations

from collections.abc import Sequence

from sscctl.cli.language import said, t
from sscctl.cli.render.changes_dates import hours, hours_of, shift, spoken, when
from sscctl.cli.render.changes_facts import told
from sscctl.cli.render.changes_names import TOPICS, field
from sscctl.cli.render.changes_premises import premises
from sscctl.cli.words import EVENT, STATUS
from sscctl.diffing.report import Names
from sscctl.domain.change import ORDINARY_HOURS, Change, ChangeKind, Fact, Topic
from sscctl.domain.clocktime import TimeSpan
from sscctl.domain.event import EventKind, Status


def label(change: Change, names: Names) -> tuple[str, str]:
    """What the change is about and what tells it apart: an office's name and id, an id and what sort of thing it is."""
    if change.topic is Topic.OFFICE:
        name = names.office(change.subject)
        return name, change.subject if name != change.subject else ""
    name = agency(change.subject, names) if change.topic is Topic.AGENCY else change.subject
    return name, said(TOPICS[change.topic])


def agency(ident: str, names: Names) -> str:
    """An agency's name in the language of this process."""
    return said(names.agency(ident))


def sentence(change: Change, names: Names, undated: str | None = None) -> str:
    """The change on one line, without its subject: `from 2 October 2023: Monday closed, was 10–16`.

    `undated` stands in place of "at once" where no source dates the change, for those who read of it another day.
    """
    told = f"{undated if undated and not change.is_dated else when(change)}: {_what(change, names)}"
    if not change.correction:
        return told
    return t(f"{told} (rättelse)", f"{told} (correction)")


def _what(change: Change, names: Names) -> str:
    if change.hours is not None:
        told = shift(change.hours)
        return told if change.field == ORDINARY_HOURS else f"{field(change.field)}: {told}"
    if change.field in ("status", "office") and change.topic is Topic.OFFICE:
        return _life(change, names)
    if change.kind in (ChangeKind.AGENCY_JOINS, ChangeKind.AGENCY_LEAVES) and change.agency:
        return _attendance(change, names)
    if change.kind is ChangeKind.DEVIATION:
        return _deviation(change)
    if change.kind is ChangeKind.CO_LOCATION and change.field == "co_locations":
        return premises(change, names)
    if change.field == "lifecycle" and isinstance(change.after, str):
        return _event(change, EventKind(change.after))
    return _field(change, names)


def _event(change: Change, event: EventKind) -> str:
    if change.kind is ChangeKind.PLANNED:
        return t("öppning planerad", "opening planned")
    if event is EventKind.MOVED and not change.correction:
        return t("flyttar", "moves")
    return said(EVENT[event])


def _field(change: Change, names: Names) -> str:
    """A value and what it was; a place or a single word speaks for itself."""
    name = field(change.field, agency(change.agency, names) if change.agency else "")
    was, will = told(change, names)
    lead = "" if change.kind in (ChangeKind.MOVES, ChangeKind.ADDRESS) else f"{name}: "
    if change.before in (None, []):
        return f"{lead}{will}"
    if change.after in (None, []):
        return t(f"{lead}borttaget, förut {was}", f"{lead}removed, was {was}")
    return t(f"{lead}{will}, förut {was}", f"{lead}{will}, was {was}")


def _life(change: Change, names: Names) -> str:
    was = said(STATUS[Status(change.before)]) if isinstance(change.before, str) else None
    will = said(STATUS[Status(change.after)]) if isinstance(change.after, str) else t("borttaget", "removed")
    if change.kind is ChangeKind.CLOSING_ANNOUNCED:
        return t("nedläggning aviserad; vilken dag är inte känt", "closing announced; the day is not known")
    parts = [will if was is None else t(f"{will}, förut {was}", f"{will}, was {was}")]
    closing = change.closing
    if closing and closing.last_day:
        parts.append(
            t(f"sista besöksdag {spoken(closing.last_day)}", f"last day for visitors {spoken(closing.last_day)}")
        )
    if closing and closing.earlier:
        then = spoken(closing.earlier)
        parts.append(t(f"förut sagt: från {then}", f"earlier said: from {then}"))
    if closing and closing.minutes is not None:
        parts.append(t(f"{hours(closing.minutes)} i veckan", f"{hours(closing.minutes)} a week"))
    if closing and closing.successors:
        to = ", ".join(names.office(ident) for ident in closing.successors)
        parts.append(t(f"ersätts av {to}", f"replaced by {to}"))
    if closing and closing.decision:
        parts.append(_decision(closing.decision, names))
    return "; ".join(parts)


def _decision(ident: str, names: Names) -> str:
    """The decision by its title and day; its id where there is no more."""
    found = names.decision(ident)
    if found is None:
        return t(f"beslut {ident}", f"decision {ident}")
    on = f" {found.on}" if found.on else ""
    return t(f"beslut{on}: {said(found.title)}", f"decision{on}: {said(found.title)}")


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
    if change.minutes:
        size = hours(abs(change.minutes))
        less = change.minutes > 0
        told += t(f"; {size} mindre", f"; {size} less") if less else t(f"; {size} mer", f"; {size} more")
    return f"{told}; {said(change.reason)}" if change.reason else told


def _day(fact: Fact) -> str:
    if fact is None or not isinstance(fact, Sequence):
        return t("som vanligt", "as usual")
    return hours_of(tuple(TimeSpan.parse(span) for span in fact if isinstance(span, str)))
