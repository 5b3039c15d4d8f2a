"""Edits a document's text where the edit is, and nowhere else; each edit is proved before the next.

A text that does not read back as just what was to become of it is thrown away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from sscctl.domain.finding import Severity
from sscctl.editing.applying import applied, is_there, made, value_at
from sscctl.editing.edit import Delete, Edit, Insert, Put
from sscctl.editing.key_order import ORDER
from sscctl.editing.merge.values import same
from sscctl.editing.rendering import Value
from sscctl.editing.splice_delete import deleted
from sscctl.editing.splice_ground import Cut, Ground
from sscctl.editing.splice_insert import inserted_item, inserted_key
from sscctl.editing.splice_manner import manner_of
from sscctl.editing.splice_put import Work, replaced
from sscctl.editing.splice_refine import refined
from sscctl.editing.splice_source import Source
from sscctl.errors import Refused
from sscctl.reading.kinds import Kind
from sscctl.reading.yaml12 import Parsed, parse
from sscctl.text import Text

__all__ = ["applied", "splice"]


def splice(data: bytes, edits: Sequence[Edit], kind: Kind) -> bytes:
    """Return a file after edits, in their order; all that they do not concern stays as it is, byte for byte.

    Raises `Refused` where the file has faults of form that leave its meaning unclear, or where no text was found that
    says just what the edit says; `NotFound` and `WrongUsage` as `applied` does.
    """
    file = _File(data, parse(data))
    for edit in edits:
        file = _in_parts(file, edit, kind)
    return file.data


class _File(NamedTuple):
    """A file's bytes and what they read as."""

    data: bytes
    read: Parsed

    @property
    def tree(self) -> Value:
        return cast("Value", self.read.tree)


def _in_parts(file: _File, edit: Edit, kind: Kind) -> _File:
    """The file after an edit: of a list or mapping only what differs is written, where that can be done."""
    parts = refined(file.tree, edit)
    if parts == [edit]:
        return _spliced(file, edit, kind)
    after = file
    try:
        for part in parts:
            after = _spliced(after, part, kind)
    except Refused:
        return _spliced(file, edit, kind)
    return after if same(after.tree, applied(file.tree, [edit])) else _spliced(file, edit, kind)


def _spliced(file: _File, edit: Edit, kind: Kind) -> _File:
    source = Source.of(file.data, file.read)
    expected = applied(file.tree, [edit])
    if same(file.tree, expected):
        return file
    ground = Ground.of(source.text)
    try:
        cut = _cut(Work(ground, file.tree, ORDER[kind], manner_of(ground)), edit)
    except (IndexError, KeyError, ValueError) as error:
        raise _not_found_a_way(Text(str(error), str(error))) from error
    objections = []
    for data in source.after(cut):
        after = _File(data, parse(data))
        objection = _objection(file, after, source.span(cut), expected)
        if objection is None:
            return after
        objections.append(objection)
    raise _not_found_a_way(objections[-1])


def _cut(work: Work, edit: Edit) -> Cut:
    """The cut that an edit makes."""
    if isinstance(edit, Delete):
        return deleted(work.ground, edit.pointer)
    depth = _known(work.tree, edit)
    parent, step = edit.pointer[: depth - 1], edit.pointer[depth - 1] if depth else None
    if isinstance(edit, Insert) and depth == len(edit.pointer) and isinstance(step, int):
        return inserted_item(work, parent, step, made(edit, depth))
    if isinstance(step, str) and step not in cast("Mapping[str, Value]", value_at(work.tree, parent)):
        return inserted_key(work, parent, step, made(edit, depth))
    return replaced(work, edit.pointer, made(edit, depth))


def _known(tree: Value, edit: Put | Insert) -> int:
    """How many steps of a pointer lead to something that is there, and the one after them."""
    for depth, step in enumerate(edit.pointer):
        if not is_there(tree, step) or depth + 1 == len(edit.pointer):
            return depth + 1
        tree = value_at(tree, (step,))
    return 0


def _objection(before: _File, after: _File, span: tuple[int, int], expected: Value) -> Text | None:
    """What is wrong with an edited file, if anything."""
    head, tail = before.data[: span[0]], before.data[span[1] :]
    if not (after.data.startswith(head) and after.data.endswith(tail) and len(after.data) >= len(head) + len(tail)):
        return Text("mer än det ändrade stället ändrades", "more than the edited place changed")
    known = Counter(fault.message for fault in before.read.faults)
    for fault in after.read.faults:
        known[fault.message] -= 1
        if known[fault.message] < 0 and fault.severity is not Severity.WARNING:
            return fault.message
    if not same(after.tree, expected):
        return Text("texten säger inte det som ändringen säger", "the text does not say what the edit says")
    return None


def _not_found_a_way(why: Text) -> Refused:
    return Refused(
        Text(
            f"ändringen går inte att skriva in i filen: {why.sv}", f"the edit cannot be written into the file: {why.en}"
        ),
        Text("ändra filen för hand", "edit the file by hand"),
    )
