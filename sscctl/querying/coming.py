"""Something that takes effect on a day to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sscctl.domain.agreement import Scope
from sscctl.domain.hours import Schedule, Spans
from sscctl.domain.office import CoLocation
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.place import Address
from sscctl.text import Text


class ComingKind(StrEnum):
    """What comes; those that a visitor would notice first stand first."""

    CLOSING = "closing"
    SUSPENSION = "suspension"
    CANCELLATION = "cancellation"
    OPENING = "opening"
    REOPENING = "reopening"
    MOVE = "move"
    HOURS = "hours"
    HOURS_END = "hours_end"
    DEVIATION = "deviation"
    PARTICIPATION_BEGINS = "participation_begins"
    PARTICIPATION_ENDS = "participation_ends"
    CO_LOCATION_BEGINS = "co_location_begins"
    CO_LOCATION_ENDS = "co_location_ends"
    AGREEMENT_BEGINS = "agreement_begins"
    AGREEMENT_ENDS = "agreement_ends"


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that takes effect on `day`, the first day that is different; `office` is `None` for an agreement.

    `on` is the date as precise as its source. `subject` is the id of the agency or the agreement, or who shares the
    roof. `is_planned` says that a plan names the date and nothing has decided it. `last_day` is the last day for
    visitors. Of a deviation, `through` is its last day and `spans` its hours. `agencies` are those that join or leave
    with an agreement, at `offices` offices or (`scope`) at all.
    """

    day: date
    kind: ComingKind
    office: str | None
    on: PartialDate
    subject: str = ""
    note: Text | None = None
    is_planned: bool = False
    last_day: date | None = None
    decision: str | None = None
    successors: tuple[str, ...] = ()
    address: Address | None = None
    schedules: tuple[Schedule, ...] = ()
    spans: Spans | None = None
    through: date | None = None
    shared: CoLocation | None = None
    agencies: tuple[str, ...] = ()
    scope: Scope | None = None
    offices: int = 0
