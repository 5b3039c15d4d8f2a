"""Decoder of an office's document."""

from __future__ import annotations

from sscctl.domain.agency import Phone
from sscctl.domain.decision import Body, Consulted
from sscctl.domain.event import Basis, Event, EventKind, Status
from sscctl.domain.hours import Access, Deviation, OpeningHours, OtherSchedule, Schedule, Weekday, Weeks
from sscctl.domain.office import (
    Booking,
    CoLocation,
    CoLocationStatus,
    Contact,
    HostRole,
    Level,
    Office,
    OfficeKind,
    OfficeService,
    Participation,
    Remark,
)
from sscctl.domain.period import Period
from sscctl.domain.place import Address, Position, Precision
from sscctl.domain.provenance import Disagreement
from sscctl.reading.decode_shared import sources, waivers
from sscctl.reading.node import Node
from sscctl.text import Text


def office(node: Node) -> Office:
    """An office and everything that is known of it."""
    contact = node.child("contact")
    return Office(
        id=node.required("id"),
        name=node.required("name"),
        municipality=node.required("municipality"),
        kind=node.choice(OfficeKind, "kind") or OfficeKind.OFFICE,
        town=node.text("town"),
        predecessor=node.text("predecessor"),
        lifecycle=tuple(_event(item) for item in node.children("lifecycle")),
        addresses=tuple(_address(item) for item in node.children("addresses")),
        hours=OpeningHours(
            tuple(_schedule(item) for item in node.children("opening_hours")),
            tuple(_deviation(item) for item in node.children("deviations")),
            tuple(
                OtherSchedule(Access(item.required("access")), _schedule(item)) for item in node.children("other_hours")
            ),
        ),
        participations=tuple(_participation(item) for item in node.children("participations")),
        co_locations=tuple(_co_location(item) for item in node.children("co_locations")),
        services=tuple(_service(item) for item in node.children("services")),
        facilities=dict(node.tree.get("facilities", {})),
        contact=_contact(contact) if contact else Contact(),
        remarks=tuple(
            Remark(item.both("text") or Text("", ""), item.partial("on"), item.texts("source"))
            for item in node.children("remarks")
        ),
        disagreements=tuple(_disagreement(item) for item in node.children("disagreements")),
        sources=sources(node),
        waivers=waivers(node),
    )


def _event(node: Node) -> Event:
    return Event(
        kind=EventKind(node.required("event")),
        on=node.partial("on"),
        status=node.choice(Status, "status"),
        expected=node.partial("expected"),
        last_day=node.day("last_day"),
        decision=node.text("decision"),
        body=node.choice(Body, "body"),
        consulted=tuple(Consulted(party) for party in node.texts("consulted")),
        successors=node.texts("successors"),
        basis=node.choice(Basis, "basis"),
        note=node.both("note"),
        sources=node.texts("source"),
    )


def _address(node: Node) -> Address:
    position = node.child("position")
    return Address(
        period=node.period(),
        since=node.partial("valid_from"),
        street=node.text("street"),
        postcode=node.text("postcode"),
        post_town=node.text("post_town"),
        locality=node.text("locality"),
        directions=node.both("directions"),
        position=_position(position) if position else None,
        note=node.both("note"),
        sources=node.texts("source"),
    )


def _position(node: Node) -> Position:
    latitude, longitude = node.tree["latitude"], node.tree["longitude"]
    return Position(
        float(latitude),
        float(longitude),
        Precision(node.required("precision")),
        decimals=min(len(repr(float(number)).partition(".")[2]) for number in (latitude, longitude)),
        sources=node.texts("source"),
    )


def _schedule(node: Node) -> Schedule:
    weekly = node.child("weekly")
    return Schedule(
        period=node.period(),
        weekly={day: spans for day in Weekday if weekly and (spans := weekly.spans(day)) is not None},
        since=node.partial("valid_from"),
        weeks=_weeks(node),
        days_per_week=node.number("days_per_week"),
        undated=bool(node.flag("undated")),
        note=node.both("note"),
        sources=node.texts("source"),
    )


def _weeks(node: Node) -> Weeks | None:
    weeks = node.tree.get("weeks")
    if weeks is None:
        return None
    if isinstance(weeks, str):
        return Weeks(parity=int(weeks == "odd"))
    item = Node(weeks, node.faults, (*node.pointer, "weeks"))
    return Weeks(every=item.number("every"), start=item.day("from"), nth=tuple(weeks.get("nth", ())))


def _deviation(node: Node) -> Deviation:
    day = node.day("on")
    return Deviation(
        period=Period.through(day, day) if day else node.period(),
        hours=node.spans("hours") or (),
        reason=node.both("reason") or Text("", ""),
        sources=node.texts("source"),
    )


def _participation(node: Node) -> Participation:
    return Participation(
        agency=node.required("agency"),
        agreement=node.text("agreement"),
        since=node.partial("valid_from"),
        period=node.period(),
        level=node.choice(Level, "level"),
        booking=node.choice(Booking, "booking"),
        services=node.texts("services"),
        note=node.both("note"),
        sources=node.texts("source"),
    )


def _co_location(node: Node) -> CoLocation:
    hours = tuple(_schedule(item) for item in node.children("opening_hours"))
    return CoLocation(
        status=CoLocationStatus(node.required("status")),
        party=node.text("party"),
        municipality=node.text("municipality"),
        other=node.text("other"),
        agreement=node.text("agreement"),
        role=node.choice(HostRole, "role"),
        kind=node.text("kind"),
        since=node.partial("valid_from"),
        period=node.period(),
        opening_hours=hours if "opening_hours" in node.tree else None,
        test_place=node.text("test_place"),
        lease_through=node.last_day("lease_through"),
        informed=node.day("informed"),
        note=node.both("note"),
        sources=node.texts("source"),
    )


def _service(node: Node) -> OfficeService:
    return OfficeService(
        agency=node.required("agency"),
        service=node.required("service"),
        available=bool(node.flag("available")),
        booking=node.choice(Booking, "booking"),
        since=node.partial("valid_from"),
        note=node.both("note"),
        sources=node.texts("source"),
    )


def _contact(node: Node) -> Contact:
    number = node.text("phone")
    return Contact(Phone(number, None, None) if number else None, node.text("email"), node.text("web"))


def _disagreement(node: Node) -> Disagreement:
    return Disagreement(node.required("field"), str(node.tree["value"]), node.both("note"), node.texts("source"))
