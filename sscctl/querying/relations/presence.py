"""Tables of who is at an office: the agencies that take part, the services to be had, and who shares the premises."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.office import CoLocationStatus
from sscctl.querying.relations.relation import (
    DATED,
    NOTE,
    NUMBER,
    OFFICE,
    SOURCES,
    Relation,
    Row,
    World,
    dated,
    integer,
    noted,
    text,
)
from sscctl.text import Text


def _participations(world: World) -> Iterator[Row]:
    for portrait in world.portraits:
        own = len(portrait.office.participations)
        for number, part in enumerate(world.registry.context.participations(portrait.office)):
            yield {
                "office": portrait.office.id,
                "number": number,
                "agency": part.agency,
                "agreement": part.agreement,
                "own": number < own,
                "holds": part in portrait.participations,
                "level": part.level,
                "booking": part.booking,
                "services": part.services,
                **dict(dated(part.since, part.period)),
                **dict(noted(part.note)),
                "sources": part.sources,
            }


def _office_services(world: World) -> Iterator[Row]:
    for office in world.registry.offices.values():
        for number, one in enumerate(office.services):
            yield {
                "office": office.id,
                "number": number,
                "agency": one.agency,
                "service": one.service,
                "available": one.available,
                "booking": one.booking,
                "valid_from": one.since,
                **dict(noted(one.note)),
                "sources": one.sources,
            }


def _co_locations(world: World) -> Iterator[Row]:
    for office in world.registry.offices.values():
        for number, other in enumerate(office.co_locations):
            yield {
                "office": office.id,
                "number": number,
                "agency": other.party,
                "municipality": other.municipality,
                "other": other.other,
                "agreement": other.agreement,
                "role": other.role,
                "kind": other.kind,
                "status": other.status,
                "holds": other.status is CoLocationStatus.ACTIVE and world.day in other.period,
                "test_place": other.test_place,
                "lease_through": other.lease_through,
                "informed": other.informed,
                **dict(dated(other.since, other.period)),
                **dict(noted(other.note)),
                "sources": other.sources,
            }


_AGENCY = text("agency", "myndigheten", "the agency", "agencies")
_AGREEMENT = text("agreement", "avtalet", "the agreement", "agreements")
_BOOKING = text("booking", "drop_in, booked eller both", "drop_in, booked or both")

RELATIONS = (
    Relation(
        "participations",
        Text(
            "myndigheter vars service kontorets personal ger, egna och genom avtal om alla kontor",
            "agencies whose service the office's staff give: its own entries, and by agreements on all offices",
        ),
        ("office", "number"),
        (
            OFFICE,
            NUMBER,
            _AGENCY,
            _AGREEMENT,
            integer("own", "1 om det står i kontorets fil", "1 where it stands in the office's file"),
            integer("holds", "1 om det gäller på dagen", "1 where it holds on the day"),
            text("level", "general, guidance, own_matter eller handling", "general, guidance, own_matter or handling"),
            _BOOKING,
            text("services", "tjänsternas id, med mellanslag emellan", "ids of the services, with blanks between"),
            *DATED,
            *NOTE,
            SOURCES,
        ),
        _participations,
    ),
    Relation(
        "office_services",
        Text("namngivna tjänster som finns, eller inte finns", "named services that can, or cannot, be had"),
        ("office", "number"),
        (
            OFFICE,
            NUMBER,
            _AGENCY,
            text("service", "tjänsten (services.id)", "the service (services.id)"),
            integer("available", "1 om den finns", "1 where it can be had"),
            _BOOKING,
            text("valid_from", "sedan när, som källan ger det", "since when, as its source gives it"),
            *NOTE,
            SOURCES,
        ),
        _office_services,
    ),
    Relation(
        "co_locations",
        Text("andra under samma tak, i eget namn", "others under the same roof, in their own name"),
        ("office", "number"),
        (
            OFFICE,
            NUMBER,
            _AGENCY,
            text("municipality", "eller kommunen", "or the municipality", "municipalities"),
            text("other", "eller någon annan", "or somebody else"),
            _AGREEMENT,
            text("role", "kontoret är host, guest eller shared", "the office is host, guest or shared"),
            text("kind", "vad de gör där", "what they do there: driving_test, municipal_service, agency_office, …"),
            text("status", "hur långt det har kommit", "how far it has come: proposed, planned, active, ended, …"),
            integer("holds", "1 om det pågår på dagen", "1 where it goes on on the day"),
            text("test_place", "provplatsen", "the test place", "test_places"),
            text("lease_through", "hyran går ut senast", "the lease ends by"),
            text("informed", "när parten fick veta att kontoret stänger", "when the party was told of a closing"),
            *DATED,
            *NOTE,
            SOURCES,
        ),
        _co_locations,
    ),
)
