"""What a document is held against: the rest of the registry, reference data, the calendar, today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sscctl.domain.registry import Context
from sscctl.reading.calendar import Calendar
from sscctl.reading.reference import Reference


@dataclass(frozen=True, slots=True)
class World:
    """Everything a rule may ask beside the document itself.

    `today` is the day the rules are asked on, an argument and never the clock. `horizon_days` is how far ahead
    the rules on coming ends look.
    """

    context: Context
    reference: Reference
    calendar: Calendar
    today: date
    horizon_days: int = 180
