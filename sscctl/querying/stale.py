"""Facts that nobody has verified for long, by the dates of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sscctl.domain.event import Status
from sscctl.domain.office import CoLocationStatus, Office
from sscctl.domain.provenance import Source
from sscctl.domain.registry import Registry

OPERATING = (Status.OPEN, Status.SUSPENDED)
_OVER = (CoLocationStatus.ENDED, CoLocationStatus.DECLINED)


@dataclass(frozen=True, slots=True)
class Stale:
    """A group of facts of an office, the newest day that one of its sources speaks for, and which source that is.

    `verified` is `None` where no source of the group carries a date, `source` where the group names none.
    """

    office: str
    name: str
    facts: str
    verified: date | None
    source: str | None


def stale(registry: Registry, day: date, before: date) -> list[Stale]:
    """Groups of facts that hold on `day`, of offices in operation, verified last before the day `before`; oldest first.

    A source speaks for the last possible day of the date printed on it, though never for a day after `day`; the day
    it was read counts only where it prints none, since a page that still stands has not been verified by standing.
    """
    found = [
        one
        for office in registry.offices.values()
        if office.status_on(day) in OPERATING
        for one in _groups(office, day)
        if one.verified is None or one.verified < before
    ]
    return sorted(found, key=lambda one: (one.verified or date.min, one.office, one.facts))


def _groups(office: Office, day: date) -> Iterator[Stale]:
    known = {source.id: source for source in office.sources}
    for facts, entries in _holding(office, day).items():
        cited = [known[ident] for sources in entries for ident in sources if ident in known]
        dated = [(spoken, source.id) for source in cited if (spoken := speaks_for(source, day))]
        if dated:
            yield Stale(office.id, office.name, facts, *max(dated))
        elif entries:
            yield Stale(office.id, office.name, facts, None, cited[0].id if cited else None)


def _holding(office: Office, day: date) -> Mapping[str, list[tuple[str, ...]]]:
    """The sources of each fact that holds on the day, by group: what is over, or to come, needs no verifying."""
    address = office.address_on(day)
    groups: dict[str, Iterable[tuple[str, ...]]] = {
        "lifecycle": (event.sources for event in office.lifecycle),
        "addresses": (address.sources,) if address else (),
        "opening_hours": (one.sources for one in office.hours.schedules if one.undated or day in one.period),
        "participations": (part.sources for part in office.participations if day in part.period),
        "co_locations": (one.sources for one in office.co_locations if one.status not in _OVER and day in one.period),
        "services": (service.sources for service in office.services),
    }
    return {facts: list(sources) for facts, sources in groups.items()}


def speaks_for(source: Source, day: date) -> date | None:
    """The last day up to `day` that a source can speak for; `None` where it says none, or came later."""
    told = source.date or source.retrieved
    return min(told.last, day) if told and told.first <= day else None
