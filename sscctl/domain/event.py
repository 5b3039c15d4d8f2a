"""Events in the life of an office (händelser), and what an office can be on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sscctl.domain.decision import Body, Consulted
from sscctl.domain.partial_date import PartialDate
from sscctl.text import Text


class Status(StrEnum):
    """What an office is on a day."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class EventKind(StrEnum):
    """What happened."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    COMMISSIONED = "commissioned"
    OPENED = "opened"
    INAUGURATED = "inaugurated"
    OBSERVED = "observed"
    SUSPENDED = "suspended"
    REOPENED = "reopened"
    REOPENING_ANNOUNCED = "reopening_announced"
    MOVED = "moved"
    CLOSING_ANNOUNCED = "closing_announced"
    CLOSING_DECIDED = "closing_decided"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Basis(StrEnum):
    """How well a date is known: reported, named in a plan, worked out from other facts, or disputed."""

    REPORTED = "reported"
    PLANNED = "planned"
    DERIVED = "derived"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an office, or was decided about it.

    `last_day` is the last day for visitors (sista besöksdag) and `expected` the opening day a plan names. `status` is
    what a source saw on the day, for `observed` alone.
    """

    kind: EventKind
    on: PartialDate | None = None
    status: Status | None = None
    expected: PartialDate | None = None
    last_day: date | None = None
    decision: str | None = None
    body: Body | None = None
    consulted: tuple[Consulted, ...] = ()
    successors: tuple[str, ...] = ()
    basis: Basis | None = None
    note: Text | None = None
    sources: tuple[str, ...] = ()
