"""Tables of offices: what they are, where they are, and what happened to them."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.place import Address
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
    real,
    span_columns,
    spanned,
    text,
)
from sscctl.text import Text


def _offices(world: World) -> Iterator[Row]:
    for portrait in world.portraits:
        office, schedule = portrait.office, portrait.schedule
        yield {
            "id": office.id,
            "name": office.name,
            "full_name": office.full_name,
            "kind": office.kind,
            "status": portrait.status,
            "municipality": office.municipality,
            "county": office.county,
            "town": office.town,
            "predecessor": office.predecessor,
            **dict(spanned(portrait.opened, "opened")),
            **dict(spanned(portrait.closed, "closed")),
            "weekly_minutes": schedule.weekly_minutes if schedule else None,
            "phone": office.contact.phone.shown if office.contact.phone else None,
            "email": office.contact.email,
            "web": office.contact.web,
        }


def _addresses(world: World) -> Iterator[Row]:
    for portrait in world.portraits:
        for number, address in enumerate(portrait.office.addresses):
            yield {
                "office": portrait.office.id,
                "number": number,
                "holds": address is portrait.address,
                **_place(address),
                **dict(dated(address.since, address.period)),
                **dict(noted(address.note)),
                "sources": address.sources,
            }


def _place(address: Address) -> Row:
    position = address.position
    return {
        "street": address.street,
        "postcode": address.postcode,
        "post_town": address.post_town,
        "locality": address.locality,
        **dict(noted(address.directions, "directions")),
        "latitude": position.latitude if position else None,
        "longitude": position.longitude if position else None,
        "precision": position.precision if position else None,
    }


def _lifecycle(world: World) -> Iterator[Row]:
    for office in world.registry.offices.values():
        for number, event in enumerate(office.lifecycle):
            yield {
                "office": office.id,
                "number": number,
                "event": event.kind,
                **dict(spanned(event.on, "happened")),
                "status": event.status,
                "expected": event.expected,
                "last_day": event.last_day,
                "decision": event.decision,
                "body": event.body,
                "consulted": event.consulted,
                "successors": event.successors,
                "basis": event.basis,
                **dict(noted(event.note)),
                "sources": event.sources,
            }


def _remarks(world: World) -> Iterator[Row]:
    for office in world.registry.offices.values():
        for number, remark in enumerate(office.remarks):
            yield {
                "office": office.id,
                "number": number,
                **dict(spanned(remark.on, "happened")),
                **dict(noted(remark.text, "text")),
                "sources": remark.sources,
            }


def _disagreements(world: World) -> Iterator[Row]:
    for office in world.registry.offices.values():
        for number, one in enumerate(office.disagreements):
            fields = {"office": office.id, "number": number, "field": one.field, "value": one.value}
            yield {**fields, **dict(noted(one.note)), "sources": one.sources}


def _facilities(world: World) -> Iterator[Row]:
    for office in world.registry.offices.values():
        for name, available in office.facilities.items():
            yield {"office": office.id, "name": name, "available": available}


RELATIONS = (
    Relation(
        "offices",
        Text(
            "kontor, ett på varje rad, som de är på dagen (about.valid_on)",
            "offices, one a row, as they are on the day (about.valid_on)",
        ),
        ("id",),
        (
            text("id", "kontorets id, filens namn", "the office's id, the name of its file"),
            text("name", "namn utan ordet Servicekontoret", "the name without the word Servicekontoret"),
            text("full_name", "namnet på dörren", "the name on the door"),
            text("kind", "slag: office, mobile eller temporary", "office, mobile or temporary"),
            text(
                "status",
                "på dagen: proposed, planned, open, suspended, closed, cancelled eller unknown",
                "on the day: proposed, planned, open, suspended, closed, cancelled or unknown",
            ),
            text("municipality", "kommunens kod", "the municipality's code", "municipalities"),
            text("county", "länets kod", "the county's code", "counties"),
            text("town", "ort", "town"),
            text("predecessor", "kontoret som det ersatte", "the office that it replaced", "offices"),
            *span_columns("opened", "när det öppnade", "when it opened"),
            *span_columns("closed", "när det lades ned, om det är nedlagt", "when it closed for good, if it has"),
            integer(
                "weekly_minutes",
                "öppna minuter i veckan; tom om en vardag är okänd",
                "open minutes a week; NULL where a working day is unknown",
            ),
            text("phone", "kontorets egen telefon", "the office's own telephone"),
            text("email", "kontorets egen e-post", "the office's own e-mail address"),
            text("web", "kontorets egen sida", "the office's own page"),
        ),
        _offices,
    ),
    Relation(
        "addresses",
        Text("besöksadresser, gamla, nuvarande och kommande", "addresses for visitors, past, present and future"),
        ("office", "number"),
        (
            OFFICE,
            NUMBER,
            integer("holds", "1 om det är adressen på dagen", "1 where it is the address on the day"),
            text("street", "gata och nummer", "street and number"),
            text("postcode", "postnummer, fem siffror", "postcode, five digits"),
            text("post_town", "postort", "post town"),
            text("locality", "stadsdel eller plats", "district or place"),
            text("directions_sv", "vägbeskrivning, på svenska", "how to find it, in Swedish"),
            text("directions_en", "vägbeskrivning, på engelska", "how to find it, in English"),
            real("latitude", "latitud (WGS 84)", "latitude (WGS 84)"),
            real("longitude", "longitud (WGS 84)", "longitude (WGS 84)"),
            text("precision", "vad läget pekar på", "what the position points at: entrance, address, postcode or town"),
            *DATED,
            *NOTE,
            SOURCES,
        ),
        _addresses,
    ),
    Relation(
        "lifecycle",
        Text("händelser i kontorens liv", "events in the life of offices"),
        ("office", "number"),
        (
            OFFICE,
            NUMBER,
            text("event", "vad som hände", "what happened: planned, opened, observed, closing_decided, closed, …"),
            *span_columns("happened", "när det hände", "when it happened"),
            text("status", "vad källan såg, för observed", "what the source saw, for observed"),
            text("expected", "när kontoret väntas öppna", "when the office is expected to open"),
            text("last_day", "sista besöksdag", "the last day for visitors"),
            text("decision", "beslutet", "the decision", "decisions"),
            text("body", "vem som beslutade", "who decided"),
            text("consulted", "vilka som hördes, med mellanslag emellan", "who was heard, with blanks between"),
            text("successors", "kontor som tar över, med mellanslag emellan", "offices that follow, blanks between"),
            text("basis", "hur väl dagen är känd", "how well the day is known: reported, planned, derived, disputed"),
            *NOTE,
            SOURCES,
        ),
        _lifecycle,
    ),
    Relation(
        "facilities",
        Text("vad kontoren har för besökaren", "what offices have for visitors"),
        ("office", "name"),
        (
            OFFICE,
            text("name", "vad", "what: wheelchair, hearing_loop, video_meeting_room, …"),
            integer("available", "1 om det finns", "1 where there is one"),
        ),
        _facilities,
    ),
    Relation(
        "remarks",
        Text("uppgifter som saknar eget fält", "facts that have no field of their own"),
        ("office", "number"),
        (
            OFFICE,
            NUMBER,
            *span_columns("happened", "när", "when"),
            text("text_sv", "uppgiften, på svenska", "the fact, in Swedish"),
            text("text_en", "uppgiften, på engelska", "the fact, in English"),
            SOURCES,
        ),
        _remarks,
    ),
    Relation(
        "disagreements",
        Text("vad en annan källa säger", "what another source says"),
        ("office", "number"),
        (
            OFFICE,
            NUMBER,
            text("field", "fältet, som addresses/0/street", "the field, as addresses/0/street"),
            text("value", "den andra källans värde", "the other source's value"),
            *NOTE,
            SOURCES,
        ),
        _disagreements,
    ),
)
