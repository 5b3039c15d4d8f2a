"""One value of an office is set or taken away, by the dotted path of its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk
from sscctl.editing.edit import Delete
from sscctl.editing.fields import credit, fields_of, set_field
from sscctl.editing.offices import OnDesk
from sscctl.editing.sources import Origin
from sscctl.errors import WrongUsage
from sscctl.reading.kinds import Kind
from sscctl.text import Text


def set_value(desk: Desk, ident: str, field: str, text: str | None, origin: Origin | None) -> Desk:
    """Set a field (`contact.phone`, `addresses.0.street`) to what is written; `None` takes it away.

    A group of facts that names its sources names the new one too. Raises WrongUsage for what is derived from other
    facts, and for lists that a command of their own keeps in order.
    """
    field = field.strip().replace("/", ".")
    if advice := ELSEWHERE.get(field):
        raise WrongUsage(Text(f"{field} sätts inte så", f"{field} is not set that way"), advice)
    office = OnDesk.of(desk, ident)
    edit = set_field(Kind.OFFICE, office.tree, field, text or "")
    if text is None or _at(office.tree, edit.pointer) != getattr(edit, "value", None):
        office = office.edit(edit)
        if len(edit.pointer) == 2 and _at(office.tree, edit.pointer[:-1]) == {}:
            office = office.edit(Delete(edit.pointer[:-1]))  # the last of its group
    office, source = office.cite(origin)
    credited = credit(Kind.OFFICE, office.tree, edit.pointer, source) if source else None
    return (office.edit(credited) if credited else office).desk


def settable() -> Iterator[str]:
    """Yield the fields that can be set in every office."""
    return (field for field in fields_of(Kind.OFFICE) if field not in ELSEWHERE)


def _at(tree: Value, pointer: tuple[str | int, ...]) -> Value:
    for step in pointer:
        if isinstance(tree, Mapping) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


_LIFE = Text(
    "statusen följer av händelserna; använd sscctl office close, suspend, reopen eller move",
    "the status follows from the events; use sscctl office close, suspend, reopen or move",
)
_MOVE = Text(
    "använd sscctl office move; en skriven adress rättas fält för fält, till exempel addresses.0.street",
    "use sscctl office move; an address that is there is mended field by field, such as addresses.0.street",
)
_HOURS = Text("använd sscctl hours set", "use sscctl hours set")
_DEVIATE = Text("använd sscctl hours deviate", "use sscctl hours deviate")
_AGREEMENT = Text(
    "använd sscctl agreement add eller end; en skriven post ändras fält för fält, till exempel participations.0.level",
    "use sscctl agreement add or end; an entry that is there is changed field by field, such as participations.0.level",
)
_EDIT = Text("använd sscctl office edit", "use sscctl office edit")

ELSEWHERE: Mapping[str, Text] = {
    "id": Text("använd sscctl office rename", "use sscctl office rename"),
    "status": _LIFE,
    "lifecycle": _LIFE,
    "opened": _LIFE,
    "closed": _LIFE,
    "county": Text("länet följer av kommunen; sätt municipality", "the county follows from municipality; set that"),
    "address": _MOVE,
    "addresses": _MOVE,
    "hours": _HOURS,
    "opening_hours": _HOURS,
    "other_hours": _EDIT,
    "deviations": _DEVIATE,
    "participations": _AGREEMENT,
    "co_locations": _EDIT,
    "services": _EDIT,
    "remarks": _EDIT,
    "disagreements": _EDIT,
    "sources": _EDIT,
    "waivers": _EDIT,
}
"""What a person may want to set and cannot, with the command that does it."""
