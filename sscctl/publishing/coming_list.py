"""Everything that is known to take effect after the day of the edition, in one list."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.hours import Schedule
from sscctl.domain.place import Address
from sscctl.publishing.edition import Edition
from sscctl.publishing.hours_record import schedule_record, spans_record
from sscctl.publishing.plain import Json, Record, both, day, known, partial, texts
from sscctl.querying.coming import Coming
from sscctl.querying.upcoming import upcoming

_FOR_EVER = 3_700_000
"""More days than the calendar has: nothing that is known is too far off to tell."""


def coming_list(edition: Edition) -> Iterator[Record]:
    """Yield the events, by date, office and kind; the network's closed days come every year and are none."""
    for one in upcoming(edition.registry, edition.day, _FOR_EVER):
        yield _event(one, edition)


def _event(one: Coming, edition: Edition) -> Record:
    office = edition.registry.offices.get(one.office or "")
    return known(
        date=day(one.day),
        on=partial(one.on),
        kind=one.kind.value,
        planned=one.is_planned or None,
        office=one.office,
        name=office.full_name if office else None,
        subject=one.subject or None,
        agencies=texts(one.agencies),
        scope=one.scope.value if one.scope else None,
        offices=one.offices or None,
        lastDay=day(one.last_day),
        lastDayOfHours=day(one.through),
        hours=None if one.spans is None else spans_record(one.spans),
        schedules=[*map(_schedule, one.schedules)] or None,
        address=_address(one.address) if one.address else None,
        decision=one.decision,
        successors=texts(one.successors),
        note=both(one.note),
    )


def _schedule(schedule: Schedule) -> Json:
    return schedule_record(schedule, ())


def _address(address: Address) -> Record | None:
    return known(streetAddress=address.street, postalCode=address.postcode, addressLocality=address.post_town) or None
