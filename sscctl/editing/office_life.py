"""The turns of an office's life: it closes for good, closes for a time, and opens again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.lifecycle import status_on
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk
from sscctl.editing.edit import Put
from sscctl.editing.entries import Entries, text_of
from sscctl.editing.offices import LIFECYCLE, OnDesk, decision_on, entry, with_event
from sscctl.editing.sources import Origin
from sscctl.errors import Refused, WrongUsage
from sscctl.reading.kinds import Kind
from sscctl.text import Text

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Closing:
    """That an office closes: `on` is the first day on which it is closed, `decision` the id of what was decided.

    `decided` is when; without it the decision's own date holds. `successors` are offices that take over.
    """

    on: date
    decision: str
    decided: PartialDate | None = None
    origin: Origin | None = None
    successors: Sequence[str] = ()
    body: str | None = None
    consulted: Sequence[str] = ()


def close(desk: Desk, ident: str, closing: Closing) -> Desk:
    """Enter that the closing was decided, with the last day for visitors; each successor names its predecessor.

    A closing that the same decision has entered already gets the new day. One that another decision had put on
    another day, and that is put off or brought forward, keeps its event but not its day, as that would still close
    the office. Refused where the office is closed, was cancelled, or never came to be.
    """
    office = OnDesk.of(desk, ident)
    decided = closing.decided or decision_on(desk, closing.decision).on
    if decided is None:
        raise WrongUsage(
            Text(f"beslutet {closing.decision} har inget datum", f"the decision {closing.decision} has no date"),
            Text("ange när det fattades med --decided", "say when it was taken with --decided"),
        )
    _must_be_there(office.office, closing, decided)
    office, source = office.cite(closing.origin)
    events = Entries(office.tree, LIFECYCLE)
    last_day = (closing.on - _DAY).isoformat()
    mine = None
    for index, event in enumerate(events.items):
        if event.get("event") != EventKind.CLOSING_DECIDED:
            continue
        if event.get("decision") == closing.decision:
            mine = index
        elif (text_of(event, "last_day") or "") >= decided.first.isoformat():
            events.drop(index, "last_day")
    fields = entry(
        last_day=last_day,
        successors=list(closing.successors),
        consulted=list(closing.consulted),
        body=closing.body,
    )
    if mine is not None:
        for field, value in fields.items():
            events.put(mine, field, value)
        if source is not None:
            events.put(mine, "source", _and(events.items[mine].get("source"), source))
        office = office.edit(*events.edits)
    else:
        about = {"event": EventKind.CLOSING_DECIDED.value, "on": decided.text, "decision": closing.decision}
        office = with_event(office.edit(*events.edits), {**about, **fields, **entry(source=source)})
    return _followed(office.desk, ident, closing.successors)


def reopen(desk: Desk, ident: str, on: date, origin: Origin | None) -> Desk:
    """Enter that a closed office opens again; Refused where it is not closed on the day before."""
    office = OnDesk.of(desk, ident)
    status = office.status_on(on - _DAY)
    if status not in (Status.SUSPENDED, Status.CLOSED, Status.UNKNOWN):
        raise _not_closed(office.office, on, status)
    return _with(office, EventKind.REOPENED, on, origin).desk


def suspend(desk: Desk, ident: str, first: date, last: date | None, origin: Origin | None) -> Desk:
    """Enter that an office is closed from `first` on, through `last` where that is known, and then opens again."""
    office = OnDesk.of(desk, ident)
    if last and last < first:
        raise WrongUsage(Text("sista dagen kommer före den första", "the last day comes before the first"))
    if (status := office.status_on(first - _DAY)) not in (Status.OPEN, Status.UNKNOWN):
        raise _not_open(office.office, first, status)
    office = _with(office, EventKind.SUSPENDED, first, origin)
    return (_with(office, EventKind.REOPENED, last + _DAY, origin) if last else office).desk


def _with(office: OnDesk, kind: EventKind, on: date, origin: Origin | None) -> OnDesk:
    """Enter an event, unless it is there already."""
    if any(event.kind is kind and event.on == PartialDate.on(on) for event in office.office.lifecycle):
        return office
    office, source = office.cite(origin)
    return with_event(office, entry(event=kind.value, on=on.isoformat(), source=source))


def _followed(desk: Desk, ident: str, successors: Sequence[str]) -> Desk:
    """Have each successor name the office that it takes over from, unless it names another one already."""
    for successor in successors:
        path = desk.path(Kind.OFFICE, successor)
        if successor == ident:
            raise WrongUsage(Text("ett kontor tar inte över efter sig självt", "no office takes over from itself"))
        if text_of(desk.tree(path), "predecessor") is None:
            desk = desk.edit(path, Put(("predecessor",), ident))
    return desk


def _must_be_there(office: Office, closing: Closing, decided: PartialDate) -> None:
    """Refuse to close what had closed before that was decided, or has never opened."""
    day = closing.on - _DAY
    others = [event for event in office.lifecycle if not _gives_way(event, closing.decision, decided)]
    status = status_on(others, day)
    if status in (Status.CLOSED, Status.CANCELLED):
        raise Refused(
            Text(f"{office.name} är redan stängt {day}", f"{office.name} is closed already on {day}"),
            Text(f"sscctl log {office.id} visar varför", f"sscctl log {office.id} shows why"),
        )
    if status in (Status.PLANNED, Status.PROPOSED):
        raise Refused(
            Text(f"{office.name} har inte öppnat {day}", f"{office.name} has not opened on {day}"),
            Text(
                f"en plan som inte blir av förs in som cancelled med sscctl office edit {office.id}",
                f"a plan that comes to nothing is entered as cancelled with sscctl office edit {office.id}",
            ),
        )


def _gives_way(event: Event, decision: str, decided: PartialDate) -> bool:
    """Whether a closing is the one that is entered, or had not come when another day was decided."""
    if event.kind is not EventKind.CLOSING_DECIDED:
        return False
    return event.decision == decision or (event.last_day is not None and event.last_day >= decided.first)


def _and(sources: Value, source: str) -> Value:
    """A source beside those that are there."""
    there = [sources] if isinstance(sources, str) else [*sources] if isinstance(sources, list | tuple) else []
    both = [*there, *([] if source in there else [source])]
    return both[0] if len(both) == 1 else both


def _not_closed(office: Office, on: date, status: Status) -> Refused:
    name = office.name
    return Refused(
        Text(f"{name} är inte stängt dagen före {on}", f"{name} is not closed on the day before {on}"),
        _as_it_is(office, status),
    )


def _not_open(office: Office, on: date, status: Status) -> Refused:
    name = office.name
    return Refused(
        Text(f"{name} är inte öppet dagen före {on}", f"{name} is not open on the day before {on}"),
        _as_it_is(office, status),
    )


def _as_it_is(office: Office, status: Status) -> Text:
    return Text(
        f"det är {_WORDS[status].sv}; sscctl log {office.id} visar varför",
        f"it is {_WORDS[status].en}; sscctl log {office.id} shows why",
    )


_WORDS = {
    Status.PROPOSED: Text("föreslaget", "proposed"),
    Status.PLANNED: Text("planerat", "planned"),
    Status.OPEN: Text("öppet", "open"),
    Status.SUSPENDED: Text("tillfälligt stängt", "closed for a time"),
    Status.CLOSED: Text("nedlagt", "closed for good"),
    Status.CANCELLED: Text("inställt", "cancelled"),
    Status.UNKNOWN: Text("okänt", "unknown"),
}
