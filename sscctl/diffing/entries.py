"""One entry of an office's document as a value of the domain, whichever revision wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from sscctl.domain.event import Event
from sscctl.domain.hours import Deviation, OtherSchedule, Schedule
from sscctl.domain.office import CoLocation, Office, OfficeService, Participation, Remark
from sscctl.domain.place import Address
from sscctl.reading.decode import decode
from sscctl.reading.kinds import Kind

Tree: TypeAlias = Mapping[str, object]
Entry = Event | Address | Schedule | OtherSchedule | Deviation | Participation | CoLocation | OfficeService | Remark

_BARE = {"id": "", "name": "", "municipality": ""}


def decoded(topic: str, entry: object) -> Entry | None:
    """Decode an entry of the list `topic`; `None` for what no schema of today would pass."""
    try:
        office, faults = decode(Kind.OFFICE, {**_BARE, topic: [entry]})
    except (AttributeError, KeyError, TypeError, ValueError):  # old revisions may hold anything
        return None
    if not isinstance(office, Office) or faults:
        return None
    return next(iter(_all(office)), None)


def _all(office: Office) -> tuple[Entry, ...]:
    hours = office.hours
    return (
        *office.lifecycle,
        *office.addresses,
        *hours.schedules,
        *hours.others,
        *hours.deviations,
        *office.participations,
        *office.co_locations,
        *office.services,
        *office.remarks,
    )
