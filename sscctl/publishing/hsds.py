"""Offices in the Human Services Data Specification 3.0 (docs.openreferral.org), as its package of tables.

It knows places where services are given: offices that are open, or closed for a time. For one that is closed for good
or not yet open it has no words, so these are not in it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID, uuid5

from sscctl.domain.agency import Agency
from sscctl.domain.event import Status
from sscctl.publishing.edition import Artefact, Edition
from sscctl.publishing.hsds_hours import schedules
from sscctl.publishing.hsds_tables import TABLES, Table
from sscctl.publishing.office_record import Published, coordinates, in_sweden
from sscctl.publishing.plain import Record, known, page

PACKAGE = "hsds/datapackage.json"
_NAMES = UUID("6f1d3a52-6f0e-5d0b-9d3c-8b1b6f0e7a11")
"""What the ids are made from (RFC 9562, version 5), together with the registry's own: the same in every edition."""

_THERE = (Status.OPEN, Status.SUSPENDED)
_ACCESS = {"wheelchair": "wheelchair access", "hearing_loop": "hearing loop", "accessible_toilet": "accessible toilet"}

Row = Mapping[str, str | int | float | None]
Rows = Iterator[tuple[str, Row]]
"""Rows, each with the table it belongs to."""


def publish(edition: Edition, offices: Sequence[Published]) -> Iterator[Artefact]:
    """Yield `hsds/<table>.csv` for every table that has rows to say, and `hsds/datapackage.json`."""
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for name, row in _rows(edition, [one for one in offices if one.status in _THERE]):
        rows[name].append(row)
    for table in TABLES:
        yield Artefact(f"hsds/{table.file}", "text/csv; charset=utf-8; header=present", _csv(table, rows[table.name]))
    yield Artefact(PACKAGE, "application/json", page(_package(edition)))


def ident(*names: str) -> str:
    """The id of a thing: it stays while the registry's own names for it do."""
    return str(uuid5(_NAMES, "/".join(names)))


def _rows(edition: Edition, offices: Sequence[Published]) -> Rows:
    agencies = edition.registry.context.agencies
    parts = {one.office.id: edition.registry.context.taking_part(one.office, edition.day) for one in offices}
    taking = {part.agency for found in parts.values() for part in found}
    for name in sorted({edition.settings.publisher, *taking} & agencies.keys()):
        yield from _organisation(agencies[name])
    for name in sorted(taking & agencies.keys()):
        yield "service", _service(agencies[name])
    for one in offices:
        yield from _location(one, edition)
        for part in parts[one.office.id]:
            if part.agency in agencies:
                yield (
                    "service_at_location",
                    known_row(
                        id=ident("service_at_location", part.agency, one.office.id),
                        service_id=ident("service", part.agency),
                        location_id=ident("location", one.office.id),
                    ),
                )


def known_row(**cells: str | float | None) -> Row:
    """The cells that are known."""
    return {name: value for name, value in cells.items() if value is not None}


def _organisation(agency: Agency) -> Rows:
    own = ident("organization", agency.id)
    yield (
        "organization",
        known_row(
            id=own,
            name=agency.name_sv,
            alternate_name=agency.name_en,
            description=f"Statlig myndighet: {agency.name_sv}",
            email=agency.email,
            website=agency.web,
            uri=f"http://www.wikidata.org/entity/{agency.wikidata}" if agency.wikidata else None,
        ),
    )
    if agency.organisation_number:
        yield (
            "organization_identifier",
            known_row(
                id=ident("organization_identifier", agency.id),
                organization_id=own,
                identifier_scheme="SE-ON",
                identifier_type="organisationsnummer",
                identifier=agency.organisation_number,
            ),
        )
    for number, phone in enumerate(agency.phones):
        yield (
            "phone",
            known_row(
                id=ident("phone", agency.id, str(number)),
                organization_id=own,
                number=phone.number or phone.short_number or phone.shown,
                type="voice",
            ),
        )


def _service(agency: Agency) -> Row:
    return known_row(
        id=ident("service", agency.id),
        organization_id=ident("organization", agency.id),
        name=f"Service för {agency.name_sv}",
        alternate_name=f"Service for {agency.name_en}" if agency.name_en else None,
        description=f"Statens servicekontor ger service för {agency.name_sv}.",
        url=agency.web,
        status="active",
    )


def _location(one: Published, edition: Edition) -> Rows:
    office, address, own = one.office, one.address, ident("location", one.office.id)
    position = address.position if address and in_sweden(address.position) else None
    latitude, longitude = coordinates(position) if position else (None, None)
    yield (
        "location",
        known_row(
            id=own,
            location_type="physical",
            url=office.contact.web,
            organization_id=ident("organization", edition.settings.publisher),
            name=office.full_name,
            description=address.directions.sv if address and address.directions else None,
            latitude=latitude,
            longitude=longitude,
            external_identifier=office.id,
            external_identifier_type="servicekontor",
        ),
    )
    county = edition.reference.county(office.county)
    if address and address.street and address.postcode and address.post_town and county:
        yield (
            "address",
            known_row(
                id=ident("address", office.id),
                location_id=own,
                address_1=address.street,
                city=address.post_town,
                region=address.locality,
                state_province=county.name,
                postal_code=address.postcode,
                country="SE",
                address_type="physical",
            ),
        )
    if office.contact.phone and office.contact.phone.number:
        number = office.contact.phone.number
        yield "phone", known_row(id=ident("phone", office.id), location_id=own, number=number, type="voice")
    for code, there in office.facilities.items():
        if code in _ACCESS:
            words = f"{_ACCESS[code]}: {'yes' if there else 'no'}"
            yield (
                "accessibility",
                known_row(id=ident("accessibility", office.id, code), location_id=own, description=words),
            )
    for name, row in schedules(one, edition.day):
        yield "schedule", {"id": ident("schedule", office.id, name), "location_id": own, **row}


def _csv(table: Table, rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [field.name for field in table.fields], restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _package(edition: Edition) -> Record:
    """The description that Frictionless' Tabular Data Package asks for."""
    return known(
        name="state-service-offices",
        title=edition.settings.title.sv,
        profile="tabular-data-package",
        version=edition.revision,
        created=edition.generated_at,
        licenses=[{"path": edition.settings.licence}],
        resources=[table.resource() for table in TABLES],
    )
