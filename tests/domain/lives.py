"""Lives of offices in shorthand: `life("opened 2019", "observed 2024-03 open", "closing_decided 2025 -2025-05-30")`."""

from __future__ import annotations

from datetime import date

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.partial_date import PartialDate


def life(*events: str) -> tuple[Event, ...]:
    """Events as `KIND DAY`, then the status seen, or after a hyphen the last day for visitors."""
    return tuple(_event(*event.split()) for event in events)


def _event(kind: str, on: str, more: str = "") -> Event:
    last_day = date.fromisoformat(more[1:]) if more.startswith("-") else None
    status = Status(more) if more and not last_day else None
    return Event(EventKind(kind), PartialDate.parse(on), status=status, last_day=last_day)
