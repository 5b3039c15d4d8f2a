"""Facts that nobody has verified for long, by the dates of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sscctl.domain.lifecycle import Status
from sscctl.domain.office import Office
from sscctl.domain.provenance import Source
from sscctl.domain.registry import Registry


@dataclass(frozen=True, slots=True)
class Stale:
    """A group of facts of an office, the newest day that one of its sources speaks for, and which source that is.

    `verified` is `None` where no source of the group carries a date.
    """

    office: str
    name: str
    facts: str
    verified: date | None
    source: str | None


def stale(registry: Registry, day: date, older_than: int) -> list[Stale]:
    """Groups of facts of offices open on `day` whose newest source is more than `older_than` days old, oldest first.

    A source speaks for the last possible day of the date printed on it; the day it was read counts only where it
    prints none, since a page that still stands has not been verified by standing.
    """
    found = [
        one
        for office in registry.offices.values()
        if office.status_on(day) is Status.OPEN
        for one in _groups(office)
        if one.verified is None or (day - one.verified).days > older_than
    ]
    return sorted(found, key=lambda one: (one.verified or date.min, one.office, one.facts))


def _groups(office: Office) -> Iterator[Stale]:
    known = {source.id: source for source in office.sources}
    groups = {
        "lifecycle": (event.sources for event in office.lifecycle),
        "addresses": (address.sources for address in office.addresses),
        "opening_hours": (schedule.sources for schedule in office.hours.schedules),
        "participations": (part.sources for part in office.participations),
        "co_locations": (other.sources for other in office.co_locations),
        "services": (service.sources for service in office.services),
    }
    for facts, sources in groups.items():
        used = [known[name] for names in sources for name in names if name in known]
        if used:
            newest = max(used, key=lambda source: speaks_for(source) or date.min)
            yield Stale(office.id, office.name, facts, speaks_for(newest), newest.id)


def speaks_for(source: Source) -> date | None:
    """The last day that a source can speak for."""
    dates: Iterable[date] = (one.last for one in (source.date, source.retrieved) if one)
    return next(iter(dates), None)
