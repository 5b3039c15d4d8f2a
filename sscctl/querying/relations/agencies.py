"""Tables of agencies and of the services that they answer for."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.querying.relations.relation import NUMBER, Relation, Row, World, noted, text
from sscctl.text import Text


def _agencies(world: World) -> Iterator[Row]:
    for agency in world.registry.context.agencies.values():
        yield {
            "id": agency.id,
            "kind": agency.kind,
            "name_sv": agency.name_sv,
            "name_en": agency.name_en,
            "abbreviation": agency.abbreviation,
            "organisation_number": agency.organisation_number,
            "web": agency.web,
            "email": agency.email,
            "phone": agency.phones[0].shown if agency.phones else None,
            "wikidata": agency.wikidata,
            "county": agency.county,
            "role": agency.role,
            "role_since": agency.role_since,
        }


def _services(world: World) -> Iterator[Row]:
    for agency in world.registry.context.agencies.values():
        for number, service in enumerate(agency.services):
            yield {"agency": agency.id, "number": number, "id": service.id, **dict(noted(service.name, "name"))}


RELATIONS = (
    Relation(
        "agencies",
        Text("myndigheter", "agencies"),
        ("id",),
        (
            text("id", "myndighetens id", "the agency's id"),
            text("kind", "state_agency eller county_board", "state_agency or county_board"),
            text("name_sv", "namn", "name in Swedish"),
            text("name_en", "namn på engelska", "name in English"),
            text("abbreviation", "förkortning", "abbreviation"),
            text("organisation_number", "organisationsnummer", "organisation number"),
            text("web", "webbplats", "web site"),
            text("email", "e-post", "e-mail address"),
            text("phone", "första telefonnumret", "the first of its telephone numbers"),
            text("wikidata", "id i Wikidata", "id in Wikidata"),
            text("county", "länets kod, för länsstyrelser", "the county's code, for county boards", "counties"),
            text("role", "operator, participating, co_location_candidate eller none", "its part in the network"),
            text("role_since", "sedan när, som källan ger det", "since when, as its source gives it"),
        ),
        _agencies,
    ),
    Relation(
        "services",
        Text("tjänster som myndigheterna svarar för", "services that the agencies answer for"),
        ("agency", "number"),
        (
            text("agency", "myndigheten", "the agency", "agencies"),
            NUMBER,
            text("id", "tjänstens id", "the service's id"),
            text("name_sv", "namn", "name in Swedish"),
            text("name_en", "namn på engelska", "name in English"),
        ),
        _services,
    ),
)
