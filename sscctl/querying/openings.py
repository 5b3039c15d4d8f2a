"""Which offices are open at an instant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sscctl.domain.openness import STOCKHOLM
from sscctl.domain.registry import Registry
from sscctl.domain.timetable import Timetable
from sscctl.reading.calendar import Calendar
from sscctl.reading.policy import Policy


def open_at(registry: Registry, at: datetime) -> Mapping[str, bool | None]:
    """Whether each office, by id, is open at `at` (aware of its time zone); `None` where that day is unknown."""
    policy = Policy(registry.context.settings, Calendar())
    local = at.astimezone(STOCKHOLM)
    return {office.id: _is_open(policy.timetable(office), local) for office in registry.offices.values()}


def _is_open(timetable: Timetable, local: datetime) -> bool | None:
    spans = timetable.on(local.date()).spans
    minute = local.hour * 60 + local.minute
    return None if spans is None else any(span.start <= minute < span.end for span in spans)
