"""Since when there is an office to count at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.lifecycle import turns
from sscctl.domain.office import Office

FIRST_YEAR = 2008
"""The year in which the first joint office of the state's agencies opened."""

_OPENINGS = (EventKind.OPENED, EventKind.INAUGURATED)
_PLANS = (Status.PROPOSED, Status.PLANNED)


def may_be_open(office: Office, day: date) -> bool:
    """Whether nobody knows if the office was in operation on `day`, and it had not yet to come to be."""
    first = begun(office.lifecycle)
    return office.status_on(day) is Status.UNKNOWN and (first is None or first <= day)


def begun(events: Iterable[Event]) -> date | None:
    """The day before which there was no office: it had not opened, nor been planned; `None` where that is unknown.

    Of an office that a source merely saw, nobody knows how long it had been there. A plan tells of no beginning where
    something may have come before it, as a closing: what is planned then is a return.
    """
    found = turns(events)
    opened = [turn.on for turn in found if turn.event.kind in _OPENINGS]
    planned = min((turn.on for turn in found if turn.status in _PLANS), default=None)
    if planned and not any(turn.on.last < planned.first for turn in found):
        opened.append(planned)
    first = min(opened, default=None)
    return first.first if first and first.has_start else None
