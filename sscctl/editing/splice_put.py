"""Cuts that give a value another: in place where both take a line, else with the lines of the new one below its key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sscctl.domain.finding import Pointer
from sscctl.editing.applying import applied, value_at
from sscctl.editing.edit import Edit, Put
from sscctl.editing.key_order import Shape
from sscctl.editing.rendering import WIDTH, Manner, Renderer, Value, single_quoted
from sscctl.editing.splice_ground import Comment, Cut, Ground
from sscctl.editing.splice_manner import gap_of
from sscctl.reading.scalars import quote


@dataclass(frozen=True, slots=True)
class Work:
    """What a cut is worked out from: a text, what it means, the shape of its kind and the manner it is laid out in."""

    ground: Ground
    tree: Value
    shape: Shape
    manner: Manner

    @property
    def renderer(self) -> Renderer:
        """What writes values in the file's manner."""
        return Renderer(self.manner)

    def with_gap(self, gap: int) -> Work:
        """The same with another distance from a dash to what stands behind it."""
        return replace(self, manner=replace(self.manner, gap=gap))

    def shape_at(self, pointer: Pointer) -> Shape:
        """The shape of the value at a pointer: items have that of their list."""
        shape = self.shape
        for step in pointer:
            shape = shape.under(step) if isinstance(step, str) else shape
        return shape


def replaced(work: Work, pointer: Pointer, value: Value) -> Cut:
    """The cut that puts a value in the place of another; comments inside the old one go with it."""
    ground = work.ground
    written = _as_quoted(work, pointer, value)
    if ground.flow_around(pointer) is not None:
        wider = unfolded(work, Put(pointer, value))
        if wider is not None:
            return wider
        return _in_place(ground, pointer, written or work.renderer.flow(value, work.shape_at(pointer)))
    if ground.is_block(pointer) or ground.is_block_scalar(pointer):
        return below_header(work, pointer, value)
    first, more = _lines(work, pointer, value)
    if more or not pointer:
        return below_header(work, pointer, value)
    return _in_place(ground, pointer, written or first)


def unfolded(work: Work, edit: Edit) -> Cut | None:
    """The cut that takes a list or mapping apart into lines, where an edit inside makes it too much for one line.

    `None` where it stays in its brackets: it has several lines or comments already, or is not as the canonical form is.
    """
    ground = work.ground
    around = ground.flow_around((*edit.pointer, 0))
    if around is None:
        return None
    place, below = ground.places[around], work.shape_at(around)
    if "\n" in ground.text[place.start : place.end]:
        return None
    new = value_at(applied(work.tree, [edit]), around)
    room = WIDTH - ground.column(place.start)
    before, after = (Renderer().canonical_flow(value, below) for value in (value_at(work.tree, around), new))
    if before is None or place.end - place.start > room or (after is not None and len(after) <= room):
        return None
    return below_header(work, around, new)


def below_header(work: Work, pointer: Pointer, value: Value) -> Cut:
    """The cut that writes a value behind its key or dash, and below; comments around the old one stay."""
    ground, place = work.ground, work.ground.places[pointer]
    begin, end = ground.header_end(pointer), ground.line_end(max(ground.end(pointer) - 1, 0))
    if ground.is_block_scalar(pointer):
        kept = ground.comments_in(begin, ground.line_end(place.start))
    elif ground.is_block(pointer):
        kept = ground.comments_in(begin, place.start)
    else:
        kept = ground.comments_in(begin, place.start) + ground.comments_in(ground.end(pointer), end)
    first, more = _lines(work, pointer, value)
    if not pointer:
        remarks = [ground.text[comment.start : comment.end] for comment in kept]
        return Cut(begin, end, "\n".join([*remarks, *([first] if first else []), *more]))
    below = ground.comments_in(end, ground.extent(pointer, ground.column(ground.begin(pointer))))
    if more and first and (below or any(_is_alone(ground, comment) for comment in kept)):
        first, more = work.renderer.scalar(value), []  # folded, the text would take in the comments below
    return Cut(begin, end, _behind(ground, begin, (first, more), kept, is_item=place.key_start < 0))


def _behind(ground: Ground, begin: int, lines: tuple[str, list[str]], kept: list[Comment], *, is_item: bool) -> str:
    """What stands behind a colon or dash: the value with the comments that are kept, the first of them on its line."""
    first, more = lines
    if is_item and not first and not kept:
        return "\n".join([more[0][ground.column(begin) :], *more[1:]])
    text = ground.text
    alone = [comment for comment in kept if _is_alone(ground, comment)]
    beside = [comment for comment in kept if comment not in alone]
    head = f" {first}" if first else ""
    if beside:
        head += _gap(ground, beside[0]) + text[beside[0].start : beside[0].end]
    line_start = ground.line_start(begin)
    indent = " " * (len(text[line_start:begin]) - len(text[line_start:begin].lstrip()) + 2)
    further = [f"{indent}{text[comment.start : comment.end]}" for comment in beside[1:]]
    further += [text[ground.line_start(comment.start) : comment.end] for comment in alone]
    return "\n".join([head, *further, *more])


def _is_alone(ground: Ground, comment: Comment) -> bool:
    return ground.begins_line(comment.start)


def _gap(ground: Ground, comment: Comment) -> str:
    """The spaces before a comment on its line, at least one."""
    line = ground.text[ground.line_start(comment.start) : comment.start]
    return " " * max(len(line) - len(line.rstrip(" ")), 1)


def _in_place(ground: Ground, pointer: Pointer, text: str) -> Cut:
    """The cut from the first character of a value to its last; one that is not written has its place behind the key."""
    place = ground.places[pointer]
    if place.start < place.end:
        return Cut(place.start, place.end, text)
    at = ground.header_end(pointer)
    colon = "" if ground.text[at - 1] in ":-" else ":"
    return Cut(at, at, f"{colon} {text}")


def _lines(work: Work, pointer: Pointer, value: Value) -> tuple[str, list[str]]:
    """What follows behind the key or dash, and the lines below, in the manner of the file."""
    ground, manner, place = work.ground, work.manner, work.ground.places[pointer]
    if not pointer:
        fields = value if isinstance(value, Mapping) else {}
        entries = (work.renderer.entry(key, fields[key], work.shape, 0) for key in work.shape.sort(fields))
        return ("" if fields else "{}"), [line for lines in entries for line in lines]
    begin = ground.begin(pointer)
    parent = ground.column(begin)
    if place.key_start >= 0:
        keys, dashes = parent + manner.step, parent + manner.dash
        taken = ground.column(ground.header_end(pointer))
    else:
        keys = dashes = parent + (gap_of(ground, pointer) or manner.gap)
        taken = keys - 1
    if ground.is_block(pointer) and place.key_start >= 0:
        column = ground.column(place.start)
        if isinstance(ground.children(pointer)[0][-1], int):
            dashes = column
        else:
            keys = column
    first, *more = work.renderer.value(value, work.shape_at(pointer), (keys, dashes), taken)
    return first, more


def _as_quoted(work: Work, pointer: Pointer, value: Value) -> str | None:
    """A text in the quotation marks that the old one has; `None` where it has none, or they will not do."""
    start = work.ground.places[pointer].start
    mark = work.ground.text[start : start + 1]
    if not isinstance(value, str) or mark not in ("'", '"') or work.ground.places[pointer].end == start:
        return None
    if mark == "'":
        return single_quoted(value)
    written = quote(value)
    return written if written.startswith('"') else f'"{written}"'
