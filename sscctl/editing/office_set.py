"""One value of an office is set or taken away, by the dotted path of its field."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk
from sscctl.editing.edit import Delete
from sscctl.editing.fields import credit, set_field
from sscctl.editing.office_fields import ELSEWHERE
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


def says(desk: Desk, ident: str, field: str, text: str) -> bool:
    """Whether an office's field has the value that is written already."""
    tree = OnDesk.of(desk, ident).tree
    edit = set_field(Kind.OFFICE, tree, field, text)
    return _at(tree, edit.pointer) == getattr(edit, "value", None)


def _at(tree: Value, pointer: tuple[str | int, ...]) -> Value:
    for step in pointer:
        if isinstance(tree, Mapping) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree
