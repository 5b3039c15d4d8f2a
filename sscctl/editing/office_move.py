"""An office moves: the address that held ends the day before, and the new one begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sscctl.domain.event import EventKind, Status
from sscctl.domain.place import Point, Precision
from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk
from sscctl.editing.entries import Entries, Tree
from sscctl.editing.offices import ADDRESSES, OnDesk, entry, with_event
from sscctl.editing.sources import Origin
from sscctl.errors import Refused
from sscctl.reading.node import Node
from sscctl.text import Text

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NewAddress:
    """Where an office is to be found; `postcode` is five digits without a space."""

    street: str
    postcode: str | None = None
    post_town: str | None = None
    locality: str | None = None
    point: Point | None = None
    precision: Precision = Precision.ADDRESS

    def fields(self, source: str | None = None) -> dict[str, Value]:
        """The address as a document has it."""
        position: dict[str, Value] | None = None
        if self.point:
            position = {"latitude": self.point.latitude, "longitude": self.point.longitude}
            position["precision"] = self.precision.value
            position |= entry(source=source)
        return entry(
            street=self.street,
            postcode=self.postcode,
            post_town=self.post_town,
            locality=self.locality,
            position=position,
            source=source,
        )


def move(desk: Desk, ident: str, first: date, address: NewAddress, origin: Origin | None) -> Desk:
    """Enter the new address from `first` on, end the one before, and tell of the move among the events.

    Refused where an address begins on that day or later: then it is not known which of them is to hold.
    """
    office = OnDesk.of(desk, ident)
    moving = office.status_on(first) in (Status.OPEN, Status.SUSPENDED)
    office, source = office.cite(origin)
    addresses = Entries(office.tree, ADDRESSES)
    index = 0
    for number, item in enumerate(addresses.items):
        period = Node(item, []).period()
        if period.start and period.start >= first:
            raise _later(period.start)
        index = number + 1
        if period.end is None or period.end > first:
            addresses.put(number, "valid_through", (first - _DAY).isoformat())
    addresses.insert(index, {"valid_from": first.isoformat(), **address.fields(source)})
    office = office.edit(*addresses.edits)
    if moving and addresses.items[:-1] and not _told(office.tree, first):
        office = with_event(office, entry(event=EventKind.MOVED.value, on=first.isoformat(), source=source))
    return office.desk


def _told(tree: Tree, day: date) -> bool:
    """Whether the move is among the events already."""
    events = Entries(tree, "lifecycle").items
    return any(event.get("event") == EventKind.MOVED and event.get("on") == day.isoformat() for event in events)


def _later(start: date) -> Refused:
    return Refused(
        Text(f"från {start} gäller redan en annan adress", f"from {start} on another address holds already"),
        Text(
            "en skriven adress rättas med sscctl office set, till exempel addresses.0.street",
            "an address that is there is mended with sscctl office set, such as addresses.0.street",
        ),
    )
