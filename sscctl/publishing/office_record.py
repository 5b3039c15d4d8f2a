"""One office as it is published: all that is known of it, as it is on the day of the edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sscctl.domain.event import Status
from sscctl.domain.hours import DayHours
from sscctl.domain.office import CoLocation, Contact, Office, OfficeService, Participation
from sscctl.domain.period import Period
from sscctl.domain.place import Address, County, Municipality, Position
from sscctl.domain.provenance import Source
from sscctl.publishing.edition import Edition
from sscctl.publishing.horizon import ahead, horizon
from sscctl.publishing.hours_record import hours_record, schedule_record
from sscctl.publishing.life import events, opened, validity
from sscctl.publishing.plain import Json, Record, both, day, known, name_in, partial, span, texts
from sscctl.publishing.upcoming import upcoming

_OVER = (Status.CLOSED, Status.CANCELLED)
_SWEDEN = (55.2, 69.2, 10.5, 24.3)
"""South, north, west and east ends of Sweden, a little wide: a point outside is a slip, and no point is better."""


@dataclass(frozen=True, slots=True)
class Published:
    """An office with its record, and what other formats need of both.

    `days` are its hours on each day of the edition's horizon.
    """

    office: Office
    status: Status
    address: Address | None
    record: Record
    days: tuple[DayHours, ...]


def publish_office(office: Office, edition: Edition) -> Published:
    """Make the record of an office."""
    today = edition.day
    status, address = office.status_on(today), office.address_on(today)
    days = tuple(edition.policy.timetable(office).days(*horizon(today)))
    hours = None if status in _OVER else hours_record(office.hours, edition.settings, ahead(days, today))
    record = known(
        id=office.id,
        uri=edition.link("", f"offices/{office.id}.json") if edition.base_url else None,
        status=status,
        type_=office.kind,
        name=office.name,
        names=name_in(office.full_name, None),
        town=office.town,
        municipality=_named(office.municipality, edition.reference.municipality(office.municipality)),
        county=_named(office.county, edition.reference.county(office.county)),
        address=_addresses(office, address),
        position=_position(address.position) if address and in_sweden(address.position) else None,
        contact=_contact(office.contact),
        facilities=[{"code": code, "value": value} for code, value in office.facilities.items()] or None,
        agencies=_agencies(office, edition, status),
        services=[_service(service) for service in office.services] or None,
        coLocations=[_co_location(other, edition) for other in office.co_locations] or None,
        hours=hours,
        upcoming=upcoming(office, edition.registry.context, today),
        validity=validity(office, today) or None,
        lifecycle=[*events(office)] or None,
        remarks=[
            known(on=partial(remark.on), text=both(remark.text), sources=texts(remark.sources))
            for remark in office.remarks
        ]
        or None,
        disagreements=[
            known(field=one.field, value=one.value, note=both(one.note), sources=texts(one.sources))
            for one in office.disagreements
        ]
        or None,
        provenance=_provenance(office, edition),
    )
    return Published(office, status, address, record, days)


def in_sweden(position: Position | None) -> bool:
    """Whether the point can be shown."""
    south, north, west, east = _SWEDEN
    return position is not None and south <= position.latitude <= north and west <= position.longitude <= east


def coordinates(position: Position) -> tuple[float, float]:
    """Latitude and longitude with six decimals, a tenth of a metre."""
    return round(position.latitude, 6), round(position.longitude, 6)


def verified(office: Office) -> date | None:
    """The newest day on which a source of the office was published or read."""
    days = [
        date_.first if date_.has_start else date_.last
        for s in office.sources
        for date_ in (s.date, s.retrieved)
        if date_
    ]
    return max(days, default=None)


def sources_record(sources: tuple[Source, ...]) -> list[Json]:
    """Where the facts were read; facts name these by id."""
    return [
        known(
            id=source.id,
            url=source.url,
            document=source.document,
            title=source.title,
            date=partial(source.date),
            retrieved=partial(source.retrieved),
        )
        for source in sources
    ]


def _named(code: str, place: Municipality | County | None) -> Record:
    return known(code=code, name=place.name if place else None)


def _addresses(office: Office, current: Address | None) -> Record | None:
    others: list[Json] = [_address(other) for other in office.addresses if other is not current]
    return known(visiting=_address(current) if current else None, others=others or None) or None


def _address(address: Address) -> Record:
    return known(
        **span(address.since, address.period),
        streetAddress=address.street,
        postalCode=address.postcode,
        addressLocality=address.post_town,
        partOfTown=address.locality,
        addressCountry="SE",
        directions=both(address.directions),
        position=_position(address.position) if address.position and in_sweden(address.position) else None,
        note=both(address.note),
        sources=texts(address.sources),
    )


def _position(position: Position | None) -> Record | None:
    if position is None:
        return None
    latitude, longitude = coordinates(position)
    return known(latitude=latitude, longitude=longitude, precision=position.precision, sources=texts(position.sources))


def _contact(contact: Contact) -> Record | None:
    phone = contact.phone
    return known(telephone=phone.number if phone else None, email=contact.email, url=contact.web) or None


def _agencies(office: Office, edition: Edition, status: Status) -> list[Json] | None:
    """Who takes part on the day; none at an office that is not open, and unknown where that is unknown."""
    context = edition.registry.context
    parts: list[Json] = []
    for part in context.taking_part(office, edition.day):
        agency = context.agencies.get(part.agency)
        parts.append(
            known(
                id=part.agency,
                names=name_in(agency.name_sv, agency.name_en) if agency else None,
                agreement=part.agreement,
                **_held(part, office),
                level=part.level,
                booking=part.booking,
                services=texts(part.services),
                note=both(part.note),
                sources=texts(part.sources),
            )
        )
    return parts if parts or status not in (Status.OPEN, Status.UNKNOWN) else None


def _held(part: Participation, office: Office) -> Record:
    """For how long an agency takes part; the start is missing where it is that of the office, or unknown.

    An agreement on all offices begins at this one when the office opens, if that is later.
    """
    start = part.since
    if part not in office.participations:
        first = opened(office)
        start = max(start, first) if start and first else None
    return span(start, Period(None, part.period.end))


def _service(service: OfficeService) -> Record:
    return known(
        id=service.service,
        agency=service.agency,
        available=service.available,
        booking=service.booking,
        validFrom=partial(service.since),
        note=both(service.note),
        sources=texts(service.sources),
    )


def _co_location(other: CoLocation, edition: Edition) -> Record:
    agency = edition.registry.context.agencies.get(other.party) if other.party else None
    place = edition.reference.municipality(other.municipality) if other.municipality else None
    hours = other.opening_hours
    return known(
        agency=known(id=other.party, names=name_in(agency.name_sv, agency.name_en) if agency else None)
        if other.party
        else None,
        municipality=_named(other.municipality, place) if other.municipality else None,
        other=other.other,
        status=other.status,
        role=other.role,
        kind=other.kind,
        agreement=other.agreement,
        **span(other.since, other.period),
        hours=[schedule_record(schedule, ()) for schedule in hours] if hours is not None else None,
        testPlace=other.test_place,
        note=both(other.note),
        sources=texts(other.sources),
    )


def _provenance(office: Office, edition: Edition) -> Record:
    return known(
        verified=day(verified(office)),
        decisions=[*_decisions(office, edition)] or None,
        sources=sources_record(office.sources) or None,
    )


def _decisions(office: Office, edition: Edition) -> Iterator[Json]:
    named = dict.fromkeys(event.decision for event in office.lifecycle if event.decision)
    for ident in named:
        decision = edition.registry.context.decisions.get(ident)
        if decision is None:
            yield {"id": ident}
        else:
            yield known(
                id=ident,
                kind=decision.kind,
                reference=decision.reference,
                names=name_in(decision.title_sv, decision.title_en),
                date=partial(decision.on),
            )
