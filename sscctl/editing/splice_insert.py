"""Cuts that bring in a key, where the schema's order has it, or an item."""

from __future__ import annotations

from sscctl.domain.finding import Pointer
from sscctl.editing.edit import Edit, Insert, Put
from sscctl.editing.rendering import Value
from sscctl.editing.splice_blanks import blank_lines
from sscctl.editing.splice_ground import SCHEMA_MARK, Cut, Ground
from sscctl.editing.splice_manner import gap_of
from sscctl.editing.splice_put import Work, replaced, unfolded
from sscctl.reading.scalars import quote_key


def inserted_key(work: Work, parent: Pointer, key: str, value: Value) -> Cut:
    """The cut that brings a key into a mapping that has not got it."""
    ground, shape = work.ground, work.shape_at(parent)
    if not ground.children(parent):
        return replaced(work, parent, {key: value})
    if ground.is_flow(parent):
        text = f"{quote_key(key)}: {work.renderer.flow(value, shape.under(key))}"
        return _into_flow(work, Put((*parent, key), value), _predecessor(work, parent, key), text)
    column = ground.column(ground.begin(ground.children(parent)[0]))
    lines = [*work.renderer.entry(key, value, shape, column)]
    return _into_block(ground, parent, _predecessor(work, parent, key), column, lines)


def inserted_item(work: Work, parent: Pointer, index: int, value: Value) -> Cut:
    """The cut that brings an item into a list, before the one that has the index."""
    ground, shape = work.ground, work.shape_at(parent)
    children = ground.children(parent)
    if not children:
        return replaced(work, parent, [value])
    before = children[index - 1] if index else None
    if ground.is_flow(parent):
        return _into_flow(work, Insert((*parent, index), value), before, work.renderer.flow(value, shape))
    column = ground.column(ground.dash(children[0]))
    gap = gap_of(ground, before or children[0]) or work.manner.gap
    renderer = work.with_gap(gap).renderer
    return _into_block(ground, parent, before, column, [*renderer.item(value, shape, column)])


def _predecessor(work: Work, parent: Pointer, key: str) -> Pointer | None:
    """The key that a new one stands behind: of those before it in the schema's order the last; `None` for the first.

    A key that the schema does not know comes last.
    """
    order = {name: number for number, name in enumerate(work.shape_at(parent).keys)}
    children = work.ground.children(parent)
    if key not in order:
        return children[-1]
    ranks = [(order.get(str(child[-1]), len(order)), number) for number, child in enumerate(children)]
    before = [(rank, number) for rank, number in ranks if rank < order[key]]
    return children[max(before)[1]] if before else None


def _into_block(ground: Ground, parent: Pointer, before: Pointer | None, column: int, lines: list[str]) -> Cut:
    """The cut that puts lines behind an entry, or before the first."""
    if before is not None:
        at = ground.extent(before, column)
        return blank_lines(ground, parent, before, Cut(at, at, "".join(f"{line}\n" for line in lines)))
    first = ground.children(parent)[0]
    begin = ground.begin(first)
    if not ground.begins_line(begin):  # on the line of a dash
        return Cut(begin, begin, "\n".join([lines[0][column:], *lines[1:], " " * column]))
    at = ground.above(begin, column, _stop(ground, parent))
    return blank_lines(ground, parent, None, Cut(at, at, "".join(f"{line}\n" for line in lines)))


def _stop(ground: Ground, parent: Pointer) -> int:
    """Where the lines begin that may belong to the first entry of a value."""
    if parent:
        return ground.line_end(ground.header_end(parent) - 1) + 1
    return ground.text.find("\n") + 1 if ground.text.startswith(SCHEMA_MARK) else 0


def _into_flow(work: Work, edit: Edit, before: Pointer | None, text: str) -> Cut:
    """The cut that puts an entry behind another, or before the first, between brackets or braces."""
    wider = unfolded(work, edit)
    if wider is not None:
        return wider
    ground = work.ground
    if before is None:
        at = ground.begin(ground.children(edit.pointer[:-1])[0])
        between = f",\n{' ' * ground.column(at)}" if ground.begins_line(at) else ", "
        return Cut(at, at, f"{text}{between}")
    at, begin = ground.end(before), ground.begin(before)
    line_end = ground.line_end(at)
    rest = ground.text[at:line_end]
    code = rest.partition("#")[0]
    if not ground.begins_line(begin) or code.strip() not in ("", ","):
        return Cut(at, at, f", {text}")
    after = "," if code.strip() else ""
    rest = rest if code.strip() else f",{rest}"
    return Cut(at, line_end, f"{rest}\n{' ' * ground.column(begin)}{text}{after}")
