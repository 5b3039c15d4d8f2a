"""SSC301–SSC303: whether the events of an office's life agree with one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.finding import Severity
from sscctl.domain.lifecycle import is_leap, statuses_between, turns
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.rules._days import when
from sscctl.rules._rule import Book, Breach
from sscctl.text import Text

BOOK = Book()

IS: Mapping[Status, Text] = {
    Status.PROPOSED: Text("föreslaget", "proposed"),
    Status.PLANNED: Text("planerat", "planned"),
    Status.OPEN: Text("öppet", "open"),
    Status.SUSPENDED: Text("tillfälligt stängt", "closed for a time"),
    Status.CLOSED: Text("nedlagt", "closed for good"),
    Status.CANCELLED: Text("inställt", "cancelled"),
}
"""What an office is, as a word of a sentence; there is none for a status that is not known."""

_OPENINGS = (EventKind.OPENED, EventKind.INAUGURATED)
_CLOSINGS = (EventKind.CLOSED, EventKind.CLOSING_DECIDED)
_RETURNS = (EventKind.REOPENED, EventKind.REOPENING_ANNOUNCED)
_PLANS = (EventKind.PROPOSED, EventKind.PLANNED, EventKind.COMMISSIONED)
_IN_BEING = (Status.OPEN, Status.SUSPENDED)
_ONLY_BEFORE_A_CLOSING = (EventKind.SUSPENDED, EventKind.MOVED, EventKind.CLOSING_ANNOUNCED)


@BOOK.office_rule("SSC301", Severity.ERROR)
def status_against_the_events(office: Office) -> Iterator[Breach]:
    """A status that was seen, or a last day for visitors, contradicts the dated events.

    The status on a day is worked out from the events. Where a source saw the office open after it closed, one of the
    two is wrong, or a reopening is missing. Where a closing was put off, the last day that no longer holds would
    still close the office.

    Svenska: En status som setts, eller en sista besöksdag, strider mot de daterade händelserna.

    Statusen en viss dag räknas ut ur händelserna. Om en källa såg kontoret öppet efter att det lagts ned är något av
    detta fel, eller så saknas en återöppning. Om nedläggningen sköts upp skulle den gamla sista besöksdagen ändå
    stänga kontoret.

    Bad:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: closed, on: "2025-05-31", last_day: "2025-05-30"}
          - {event: observed, on: "2025-09-01", status: open}
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01"}
          - {event: observed, on: "2025-03-01", status: open}
          - {event: closed, on: "2025-05-31", last_day: "2025-05-30"}
    """
    if len(office.lifecycle) < 2:
        return
    told = [event for event in office.lifecycle if event.kind is not EventKind.OBSERVED]
    for index, event in enumerate(office.lifecycle):
        if event.kind is EventKind.OBSERVED and event.on and event.status and (wrong := _denied(event, event.on, told)):
            advice = Text(
                "rätta den händelse som är fel, eller lägg till den som saknas (till exempel reopened)",
                "mend the event that is wrong, or add the one that is missing (such as reopened)",
            )
            seen, on = IS[event.status], when(event.on)
            words = Text(f"sågs {seen.sv} {on.sv}, men {wrong.sv}", f"was seen {seen.en} {on.en}, but {wrong.en}")
            yield Breach(("lifecycle", index, "status"), words, advice)
        if event.kind is EventKind.CLOSING_DECIDED and (later := _put_off(event, told)):
            yield Breach(
                ("lifecycle", index, "last_day"),
                Text(
                    f"sista besöksdag {event.last_day} enligt beslutet, men {later.last_day} enligt nedläggningen",
                    f"the last day is {event.last_day} by the decision, but {later.last_day} by the closing",
                ),
                Text("skriv samma sista besöksdag i båda", "write the same last day in both"),
            )


def _denied(seen: Event, on: PartialDate, told: list[Event]) -> Text | None:
    """What the other events say against an observation on every day that it can have been made, if anything."""
    over = any(_ends(event) for event in told)
    given = statuses_between(told, on.first, on.last) if over or seen.status not in _IN_BEING else {Status.UNKNOWN}
    if Status.UNKNOWN not in given and all(is_leap(status, seen) for status in given):
        word = IS[min(given)]
        return Text(f"var då {word.sv} enligt händelserna", f"by the events it was {word.en} then")
    opened = [event.on for event in told if event.kind is EventKind.OPENED and event.on]
    if seen.status in _IN_BEING and opened and on.last < min(opened).first:
        first = when(min(opened))
        return Text(f"öppnade först {first.sv}", f"opened only {first.en}")
    last = max((event.last_day for event in told if event.kind in _CLOSINGS and event.last_day), default=None)
    if seen.status is Status.CLOSED and last and on.last <= last and Status.CLOSED not in given:
        return Text(f"sista besöksdag är {last}", f"the last day for visitors is {last}")
    return None


def _put_off(decided: Event, told: list[Event]) -> Event | None:
    """The closing that came later than it was decided, without a return to service in between."""
    planned = decided.last_day
    if planned is None or any(event.kind in _RETURNS and event.on and event.on.last > planned for event in told):
        return None
    later = (event for event in told if event.kind is EventKind.CLOSED and event.last_day and event.last_day > planned)
    return next(later, None)


@BOOK.office_rule("SSC302", Severity.ERROR)
def events_out_of_order(office: Office) -> Iterator[Breach]:
    """An event lies before one that must come first.

    An office is proposed, planned, opened and closed, in this order. A date out of order is most often a slip in the
    year, and every count of open offices by year would carry it on.

    Svenska: En händelse ligger före en som måste komma först.

    Ett kontor föreslås, planeras, öppnas och läggs ned, i den ordningen. Ett datum i fel ordning är oftast ett
    skrivfel i årtalet, och varje räkning av öppna kontor per år skulle föra det vidare.

    Bad:
        lifecycle:
          - {event: opened, on: "2020-03-01"}
          - {event: closed, on: "2019-06-30"}
    Good:
        lifecycle:
          - {event: opened, on: "2019-06-30"}
          - {event: closed, on: "2020-03-01"}
    """
    if len(office.lifecycle) < 2 or not any(event.kind in _PLANS or _ends(event) for event in office.lifecycle):
        return
    days = {id(turn.event): turn.on for turn in turns(office.lifecycle)}
    dated = [(event, on) for event in office.lifecycle if (on := days.get(id(event), event.on))]
    for index, event in enumerate(office.lifecycle):
        on = days.get(id(event), event.on)
        if on and (earlier := _misplaced(event, on, dated)):
            words = f"{event.kind} {on}", f"{earlier[0].kind} {earlier[1]}"
            yield Breach(
                ("lifecycle", index),
                Text(f"{words[0]} ligger efter {words[1]}", f"{words[0]} lies after {words[1]}"),
                Text(
                    "kontrollera båda datumen mot källorna; ett nedlagt kontor öppnar igen med reopened",
                    "check both dates against the sources; an office that closed opens again with reopened",
                ),
            )


_Dated = tuple[Event, PartialDate]


def _misplaced(event: Event, on: PartialDate, dated: list[_Dated]) -> _Dated | None:
    """What lies before `event` for certain though it must come later."""
    before = [(other, day) for other, day in dated if day.last < on.first]
    if event.kind in _PLANS:
        if any(_ends(other) for other, day in dated if day.first <= on.last):
            return None
        return next((found for found in before if _rank(found[0]) > _rank(event)), None)
    closing = next((found for found in reversed(before) if _ends(found[0])), None)
    if closing is None or event.kind not in (*_OPENINGS, *_ONLY_BEFORE_A_CLOSING):
        return None
    opened = [day for other, day in dated if other is not event and _rank(other) == 2]
    if event.kind in _OPENINGS:
        return None if any(day.first <= closing[1].last for day in opened) else closing
    return None if any(closing[1].first <= day.last and day.first <= on.last for day in opened) else closing


def _parts_a_life(event: Event) -> bool:
    return _ends(event) or event.kind in (*_RETURNS, EventKind.SUSPENDED)


def _ends(event: Event) -> bool:
    return event.kind in (EventKind.CLOSED, EventKind.CANCELLED) or bool(event.last_day)


def _rank(event: Event) -> int:
    """How far along its life an office is for `event` to happen: 0 proposed, 1 planned, 2 in being; else -1."""
    if event.kind is EventKind.OBSERVED:
        return 2 if event.status is Status.OPEN else -1
    if event.kind in (*_OPENINGS, *_RETURNS):
        return 2
    return _PLAN_RANKS.get(event.kind, -1)


_PLAN_RANKS = {EventKind.PROPOSED: 0, EventKind.PLANNED: 1, EventKind.COMMISSIONED: 1}


@BOOK.office_rule("SSC303", Severity.ERROR)
def impossible_transition(office: Office) -> Iterator[Breach]:
    """An event cannot follow on the status that the office had.

    What closed opens again by `reopened` and by nothing else, so that a new office in the same town is not taken for
    the old one. What closed is closed for a time only once a reopening is announced. Only a plan can be cancelled.
    A reopening of which nobody knows what it ended is a gap, and a warning.

    Svenska: En händelse kan inte följa på den status som kontoret hade.

    Det som lagts ned öppnar igen genom `reopened` och inget annat, så att ett nytt kontor på samma ort inte tas för
    det gamla. Det som lagts ned är tillfälligt stängt först när en återöppning aviserats. Bara en plan kan ställas in.
    En återöppning utan känd stängning är en lucka och ger en varning.

    Bad:
        lifecycle:
          - {event: opened, on: "2008-05-19"}
          - {event: closed, on: "2013-06-30"}
          - {event: opened, on: "2018-06-12"}
    Good:
        lifecycle:
          - {event: opened, on: "2008-05-19"}
          - {event: closed, on: "2013-06-30"}
          - {event: reopened, on: "2018-06-12"}
    """
    if len(office.lifecycle) < 2 or not any(map(_parts_a_life, office.lifecycle)):
        return
    days = {id(turn.event): turn.on for turn in turns(office.lifecycle)}
    for index, event in enumerate(office.lifecycle):
        on = days.get(id(event))
        if on is None or not on.has_start or event.kind is EventKind.OBSERVED or event.kind in _PLANS:
            continue
        others = [*office.lifecycle[:index], *office.lifecycle[index + 1 :]]
        before = statuses_between(others, on.first - timedelta(days=1), on.last)
        status = next(iter(before))
        if len(before) == 1 and status is not Status.UNKNOWN and is_leap(status, event):
            over = status in (Status.CLOSED, Status.CANCELLED) or event.kind is EventKind.CANCELLED
            yield Breach(
                ("lifecycle", index, "event"),
                Text(
                    f"{event.kind} {when(on).sv}, men kontoret var {IS[status].sv}",
                    f"{event.kind} {when(on).en}, but the office was {IS[status].en}",
                ),
                _WAY_OUT.get(event.kind, _CHECK),
                None if over else Severity.WARNING,
            )


_CHECK = Text("kontrollera händelserna mot källorna", "check the events against the sources")
_WAY_OUT = {
    EventKind.OPENED: Text("skriv reopened om samma kontor öppnade igen", "write reopened if the same office returned"),
    EventKind.SUSPENDED: Text("en aviserad återöppning skrivs reopening_announced", "write reopening_announced"),
    EventKind.CANCELLED: Text("ett kontor som funnits läggs ned: skriv closed", "an office that was open is closed"),
}
