"""An office as a list that others keep has it, laid over the registry: what differs is set, the rest stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk
from sscctl.editing.edit import Edit, Insert, Put
from sscctl.editing.entries import mappings
from sscctl.editing.fields import credit
from sscctl.editing.office_move import NewAddress, move
from sscctl.editing.office_set import says, set_value
from sscctl.editing.offices import ADDRESSES, OnDesk
from sscctl.editing.sources import Origin
from sscctl.errors import Refused
from sscctl.reading.kinds import Kind
from sscctl.reading.node import Node
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says of an office: values by dotted field, and where it is to be found.

    `moved` is the first day at that address, where the list is known to tell of a move.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    address: NewAddress | None = None
    moved: date | None = None


def lay_over(desk: Desk, ident: str, listed: Listed, origin: Origin) -> Desk:
    """Set whatever differs. What the list does not tell stays, and what it says already names no new source.

    Another street is a move where its day is known, else a correction of the address that holds on the day of the
    source. An office without any address gets one that holds no later than that day.
    """
    for name, text in listed.values.items():
        if not says(desk, ident, name, text):
            desk = set_value(desk, ident, name, text, origin)
    return _placed(desk, ident, listed, origin) if listed.address else desk


def _placed(desk: Desk, ident: str, listed: Listed, origin: Origin) -> Desk:
    office = OnDesk.of(desk, ident)
    address = listed.address or NewAddress("")
    addresses = mappings(office.tree, ADDRESSES)
    index = _held(addresses, origin.on)
    if index is None and not address.street:
        raise Refused(
            Text(f"{ident} har ingen adress att sätta läget på", f"{ident} has no address to put the position on"),
            Text("ge gatan också", "give the street as well"),
        )
    if index is None:
        office, source = office.cite(origin)
        begins = {"valid_from": f"../{origin.on}"}
        return office.edit(Insert((ADDRESSES, len(addresses)), {**begins, **address.fields(source)})).desk
    if listed.moved and address.street and addresses[index].get("street") != address.street:
        return move(desk, ident, listed.moved, address, origin)
    if not _differing(addresses[index], address, index, None):
        return desk
    office, source = office.cite(origin)
    office = office.edit(*_differing(addresses[index], address, index, source))
    credited = credit(Kind.OFFICE, office.tree, (ADDRESSES, index, "street"), source) if source else None
    return (office.edit(credited) if credited else office).desk


def _held(addresses: tuple[Mapping[str, Value], ...], day: date) -> int | None:
    """The address that holds on a day, else the last; `None` where there is none."""
    holding = (index for index, one in enumerate(addresses) if day in Node(one, []).period())
    return next(holding, len(addresses) - 1 if addresses else None)


def _differing(there: Mapping[str, Value], address: NewAddress, index: int, source: str | None) -> list[Edit]:
    edits: list[Edit] = []
    for key, value in address.fields(source).items():
        if key == "position" and isinstance(value, Mapping):
            if not _same_place(there.get(key), value):
                edits.append(Put((ADDRESSES, index, key), value))
        elif key != "source" and there.get(key) != value:
            edits.append(Put((ADDRESSES, index, key), value))
    return edits


def _same_place(there: Value, value: Mapping[str, Value]) -> bool:
    return isinstance(there, Mapping) and all(there.get(key) == value[key] for key in ("latitude", "longitude"))
