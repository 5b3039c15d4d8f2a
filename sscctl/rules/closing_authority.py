"""SSC305: who may close an office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sscctl.domain.decision import Body
from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.finding import Severity
from sscctl.domain.lifecycle import certain_periods, turns
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.rules._rule import Book, Breach, Claim, Document, Member, Members
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()


def deciding_body(event: Event, world: World) -> Body | None:
    """Who decided this closing: as the event says, else as the decision says."""
    decision = world.context.decisions.get(event.decision or "")
    return event.body or (decision.body if decision else None)


_GONE = (Status.PROPOSED, Status.PLANNED, Status.CLOSED, Status.CANCELLED)
_OFFICE, _CLOSING = "office", "closing"


def _offices_and_closings(document: Document, world: World) -> Iterable[Claim]:
    """Each office with the spans in which it certainly is not there, and each closing by the director-general."""
    if not isinstance(document, Office):
        return
    gone = [day for period in certain_periods(document.lifecycle, _GONE) for day in (period.start, period.end)]
    opened = [event.on.first for event in document.lifecycle if event.kind is EventKind.OPENED and event.on]
    if opened and all(day is None or day >= opened[0] for day in gone):
        gone = [None, opened[0], *gone]
    spans = (day.isoformat() if day else "" for day in gone)
    yield Claim(document.municipality, (), (_OFFICE, *spans))
    for index, event in enumerate(document.lifecycle):
        if event.kind is EventKind.CLOSING_DECIDED and deciding_body(event, world) is Body.DIRECTOR_GENERAL:
            day = _closing_day(event, document)
            since = _known_since("closure-authority", world)
            if day and not (since and event.on and event.on.last < since.first):
                yield Claim(document.municipality, ("lifecycle", index), (_CLOSING, day.isoformat()))


def _closing_day(decided: Event, office: Office) -> date | None:
    """The first day the office is closed; where no source tells, the day it was decided."""
    life = turns(office.lifecycle)
    own = [turn.on.last for turn in life if turn.event is decided]
    reported = [turn.on.last for turn in life if turn.event.kind is EventKind.CLOSED]
    return max(own or reported, default=decided.on.last if decided.on else None)


def _known_since(practice: str, world: World) -> PartialDate | None:
    """Since when a practice of the network is known, as `network.yaml` says."""
    network = world.context.network
    found = (row for row in (network.tables or {}).get("practices", ()) if row.get("id") == practice) if network else ()
    since = next((row.get("since") for row in found), None)
    return PartialDate.parse(since) if isinstance(since, str) else None


@BOOK.group_rule("SSC305", Severity.ERROR, by=_offices_and_closings)
def closed_by_the_wrong_body(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """The director-general closed the last open office of a municipality.

    The director-general may close an office while another remains in the municipality; that the agency leaves a
    municipality altogether is for the board to decide (practice closure-authority, known since 10 April 2025).

    Svenska: Generaldirektören lade ned kommunens sista öppna kontor.

    Generaldirektören får lägga ned ett kontor när ett annat finns kvar i kommunen. Att myndigheten lämnar kommunen
    helt beslutar styrelsen (praxis closure-authority, känd sedan den 10 april 2025).

    Bad:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - event: closing_decided
            on: "2026-10-15"
            last_day: "2027-03-31"
            decision: ssc-exempelbeslut-2021
            body: director_general
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - event: closing_decided
            on: "2026-10-15"
            last_day: "2027-03-31"
            decision: ssc-exempelbeslut-2021
            body: director_general
        offices/exempelstad-hamnen:
          lifecycle: [{event: opened, on: "2022-03-01"}]
    """
    for closing in members:
        if closing.value[0] != _CLOSING:
            continue
        day = str(closing.value[1])
        others = (member for member in members if member.value[0] == _OFFICE and member.id != closing.id)
        if all(_is_gone(member, day) for member in others):
            municipality = world.reference.municipality(key)
            where = municipality.name if municipality else key
            yield (
                closing,
                Breach(
                    (*closing.pointer, "body"),
                    Text(
                        f"generaldirektören lade ned det sista öppna kontoret i {where}, stängt från {day}",
                        f"the director-general closed the last open office in {where}, closed from {day} on",
                    ),
                    Text(
                        "kontrollera vem som beslutade; när inget kontor blir kvar i kommunen är det styrelsen",
                        "check who decided; where no office remains in the municipality it is the board",
                    ),
                ),
            )


def _is_gone(member: Member, day: str) -> bool:
    edges = [str(edge) for edge in member.value[1:]]
    return any(start <= day and (not end or day < end) for start, end in zip(edges[::2], edges[1::2], strict=True))
