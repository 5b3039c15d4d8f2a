"""Offices as linked data in schema.org's words (JSON-LD 1.1), for search engines and assistants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sscctl.domain.agency import Agency
from sscctl.domain.event import Status
from sscctl.domain.hours import Schedule
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.place import Address, Precision
from sscctl.publishing.edition import Artefact, Edition
from sscctl.publishing.former_ids import by_id
from sscctl.publishing.horizon import ahead
from sscctl.publishing.life import ending, opened
from sscctl.publishing.office_record import Published, coordinates, in_sweden
from sscctl.publishing.plain import Json, Record, known, page
from sscctl.publishing.special_hours import SpecialHours, every_week, special_hours
from sscctl.text import Text
from sscctl.wording.reading import Pattern
from sscctl.wording.schema_org import hours_specification, opening_hours_specification

CONTEXT = "https://schema.org"
MEDIA_TYPE = "application/ld+json"
_POINTED_AT = (Precision.ENTRANCE, Precision.ADDRESS)
_OVER = (Status.CLOSED, Status.CANCELLED)


def publish(edition: Edition, offices: Sequence[Published]) -> Iterator[Artefact]:
    """Yield `offices.jsonld` with every office, and a file for each."""
    for ident, one in by_id(offices):
        path = f"offices/{ident}.jsonld"
        yield Artefact(path, MEDIA_TYPE, page(_document([*_described(one, edition, _ident(one, edition, path))])))
    graph: list[Json] = []
    for one in offices:
        graph += _described(one, edition, _ident(one, edition, "offices.jsonld"))
    yield Artefact("offices.jsonld", MEDIA_TYPE, page(_document(graph)))


def island(one: Published, edition: Edition) -> Record:
    """The same for a page about the office; where the edition knows no address the page itself stands for it."""
    ident = _ident(one, edition, "") if edition.base_url else "#office"
    return _document([*_described(one, edition, ident)])


def _document(graph: list[Json]) -> Record:
    return {"@context": CONTEXT, "@graph": graph}


def _ident(one: Published, edition: Edition, path: str) -> str:
    """The office's name on the web, as the file at `path` writes it."""
    return f"{edition.link(path, f'offices/{one.office.id}.jsonld')}#office"


def _described(one: Published, edition: Edition, ident: str) -> Iterator[Record]:
    """Yield the office, and a service for each agency that takes part there."""
    yield _office(one, edition, ident)
    context = edition.registry.context
    for part in context.taking_part(one.office, edition.day):
        agency = context.agencies.get(part.agency)
        if agency:
            yield _service(agency, edition, ident)


def _office(one: Published, edition: Edition, ident: str) -> Record:
    office, address = one.office, one.address
    position = address.position if address and in_sweden(address.position) else None
    points = position and position.precision in _POINTED_AT
    end = ending(office, edition.day)
    return {
        "@type": "GovernmentOffice",
        "@id": ident,
        **known(
            identifier=office.id,
            name=office.full_name,
            url=office.contact.web,
            telephone=office.contact.phone.number if office.contact.phone else None,
            email=office.contact.email,
            address=_address(address) if address else None,
            geo=_geo(*coordinates(position)) if position and points else None,
            containedInPlace=_place(one, edition),
            parentOrganization=_publisher(edition),
            publicAccess=True if one.status is Status.OPEN else None,
            amenityFeature=[_feature(code, there) for code, there in office.facilities.items()] or None,
            foundingDate=_calendar(opened(office)),
            dissolutionDate=_calendar(end.on) if end else None,
            **({} if one.status in _OVER else _hours(one, edition)),
        ),
    }


def _calendar(on: PartialDate | None) -> str | None:
    """A date as schema.org has it, a year or a month too; nothing for a date that is some day between two."""
    return None if on is None or "/" in on.text else on.text


def _address(address: Address) -> Record:
    return known(
        **{"@type": "PostalAddress"},
        streetAddress=address.street,
        postalCode=address.postcode,
        addressLocality=address.post_town,
        addressCountry="SE",
    )


def _geo(latitude: float, longitude: float) -> Record:
    """Only a point that shows the house: there is no word for one that merely shows the town."""
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def _place(one: Published, edition: Edition) -> Record:
    """The municipality, in its county; `branchCode` and the like are for shops, so codes are property values."""
    office = one.office
    place, county = edition.reference.municipality(office.municipality), edition.reference.county(office.county)
    return known(
        **{"@type": "AdministrativeArea"},
        name=f"{place.name} kommun" if place else None,
        identifier=_code("kommunkod", office.municipality),
        containedInPlace=known(
            **{"@type": "AdministrativeArea"},
            name=county.name if county else None,
            identifier=_code("länskod", office.county),
        ),
    )


def _code(name: str, value: str) -> Record:
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def _publisher(edition: Edition) -> Record:
    agency = edition.registry.context.agencies.get(edition.settings.publisher)
    return _organisation(agency) if agency else {"@type": "GovernmentOrganization", "name": edition.settings.publisher}


def _organisation(agency: Agency) -> Record:
    return known(
        **{"@type": "GovernmentOrganization"},
        name=_in_both(agency.name) if agency.name_en else agency.name_sv,
        url=agency.web,
        identifier=_code("organisationsnummer", agency.organisation_number) if agency.organisation_number else None,
        sameAs=f"http://www.wikidata.org/entity/{agency.wikidata}" if agency.wikidata else None,
    )


def _feature(code: str, there: bool) -> Record:
    return {"@type": "LocationFeatureSpecification", "name": code, "value": there}


def _service(agency: Agency, edition: Edition, office: str) -> Record:
    """What visitors get done for the agency: it answers for the service, the publisher's staff give it."""
    name = Text(f"Service för {agency.name.sv}", f"Service for {agency.name.en}")
    return {
        "@type": "GovernmentService",
        "name": _in_both(name),
        "provider": _organisation(agency),
        "serviceOperator": _publisher(edition),
        "availableChannel": {"@type": "ServiceChannel", "serviceLocation": {"@id": office}},
    }


def _hours(one: Published, edition: Edition) -> Record:
    """The ordinary weeks, and every day of the horizon on which they do not hold; nothing where nothing is known."""
    hours, days = one.office.hours, ahead(one.days, edition.day)
    if all(day.spans is None for day in days):
        return {}
    ordinary = [entry for schedule in every_week(hours, edition.day) for entry in _ordinary(schedule)]
    special = [entry for found in special_hours(hours, days) for entry in _special(found)]
    return known(openingHoursSpecification=ordinary or None, specialOpeningHoursSpecification=special or None)


def _ordinary(schedule: Schedule) -> Iterator[Json]:
    for entry in opening_hours_specification(Pattern(schedule.weekly, period=schedule.period)):
        yield {key: [*value] if isinstance(value, list) else value for key, value in entry.items()}


def _special(found: SpecialHours) -> Iterator[Json]:
    told = {"description": _in_both(found.reason)} if found.reason else {}
    for entry in hours_specification(found.spans, Period.through(found.first, found.last)):
        yield {**{key: value for key, value in entry.items() if isinstance(value, str)}, **told}


def _in_both(text: Text) -> list[Json]:
    return [{"@value": text.sv, "@language": "sv"}, {"@value": text.en, "@language": "en"}]
