"""One value of an agreement or an agency is set or taken away, by the dotted path of its field."""

from __future__ import annotations

from sscctl.editing.applying import applied, plain
from sscctl.editing.desk import Desk
from sscctl.editing.fields import credit, set_field
from sscctl.editing.sources import Origin, cite
from sscctl.reading.kinds import Kind


def set_value(desk: Desk, kind: Kind, ident: str, change: tuple[str, str], origin: Origin | None) -> Desk:
    """Set a field to what is written, `change` being both; an empty text takes the field away.

    The source is entered among the document's, and named by the group of facts that the field stands in, if that
    names sources at all.
    """
    path, (field, text) = desk.path(kind, ident), change
    tree = desk.tree(path)
    edit = set_field(kind, tree, field, text)
    if applied(plain(tree), [edit]) == plain(tree):
        return desk
    desk = desk.edit(path, edit)
    if origin is None:
        return desk
    desk, source = cite(desk, path, origin)
    credited = credit(kind, desk.tree(path), edit.pointer, source)
    return desk.edit(path, credited) if credited else desk
