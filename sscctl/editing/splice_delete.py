"""Cuts that take out a key or an item with its own comments: those directly above it, on its line, and inside."""

from __future__ import annotations

from sscctl.domain.finding import Pointer
from sscctl.editing.splice_blanks import closed_up
from sscctl.editing.splice_ground import Cut, Ground


def deleted(ground: Ground, pointer: Pointer) -> Cut:
    """The cut that deletes a value; what it was the last of is left empty, `[]` or `{}`."""
    parent = pointer[:-1]
    siblings = ground.children(parent)
    if ground.is_flow(parent):
        return _from_flow(ground, pointer)
    begin = ground.begin(pointer)
    column = ground.column(begin)
    if len(siblings) == 1:
        return _emptied(ground, parent, pointer)
    end = ground.extent(pointer, column)
    if pointer == siblings[0] and not ground.begins_line(begin):
        return _first_of_dash(ground, begin, end, ground.begin(siblings[1]))
    number = siblings.index(pointer)
    stop = ground.extent(siblings[number - 1], column) if number else _stop(ground, parent)
    start = ground.above(begin, column, stop)
    return closed_up(ground, parent, pointer, Cut(start, end, ""))


def _stop(ground: Ground, parent: Pointer) -> int:
    """Where the lines begin that may belong to the first entry of a value."""
    return ground.line_end(ground.header_end(parent) - 1) + 1 if parent else 0


def _first_of_dash(ground: Ground, begin: int, end: int, next_begin: int) -> Cut:
    """The cut that deletes what stands on the line of a dash; what comes next takes its place, if it can."""
    if not ground.comments_in(end, next_begin):
        return Cut(begin, next_begin, "")
    while ground.text[begin - 1] == " ":
        begin -= 1
    return Cut(begin, end - 1, "")


def _emptied(ground: Ground, parent: Pointer, pointer: Pointer) -> Cut:
    """The cut that deletes the only entry of a list or mapping; comments that are not the entry's stay."""
    text = ground.text
    empty = "[]" if isinstance(pointer[-1], int) else "{}"
    begin = ground.begin(pointer)
    column = ground.column(begin)
    end = ground.extent(pointer, column)
    if not parent:
        start = ground.above(begin, column, 0) if ground.begins_line(begin) else begin
        return Cut(start, end, f"{empty}\n")
    header = ground.header_end(parent)
    start = ground.above(begin, column, _stop(ground, parent)) if ground.begins_line(begin) else begin
    if "\n" not in text[header:start]:
        return Cut(header, end, f" {empty}\n")
    return Cut(header, end, f" {empty}{text[header:start]}")


def _from_flow(ground: Ground, pointer: Pointer) -> Cut:
    """The cut that deletes an entry between brackets or braces, with one comma."""
    text, siblings = ground.text, ground.children(pointer[:-1])
    begin, end = ground.begin(pointer), ground.end(pointer)
    number = siblings.index(pointer)
    is_last = number + 1 == len(siblings)
    limit = ground.places[pointer[:-1]].end - 1 if is_last else ground.begin(siblings[number + 1])
    comma = _comma(ground, end, limit)
    after = end if comma is None else comma + 1
    line_end = ground.line_end(after)
    rest = text[after:line_end].strip()
    if ground.begins_line(begin) and (not rest or rest.startswith("#")):
        previous = ground.end(siblings[number - 1]) if number else ground.places[pointer[:-1]].start + 1
        start = max(ground.above(begin, len(text), ground.line_end(previous) + 1), 0)
        lost = "".join(f"{text[c.start : c.end]}" for c in ground.comments_in(end, after))
        return Cut(start, line_end + 1, "" if not lost else f"{text[end:after].replace(',', '')}\n")
    if comma is not None:
        between = text[end:comma]
        stop = limit if not is_last and not text[after:limit].strip() else after
        return Cut(begin, stop, between.lstrip(" ") if ground.comments_in(end, comma) else "")
    if number:
        back = _comma(ground, ground.end(siblings[number - 1]), begin)
        if back is not None:
            kept = text[back + 1 : begin] if ground.comments_in(back, begin) else ""
            return Cut(back, end, kept)
    start = ground.places[pointer[:-1]].start + 1
    if ground.comments_in(start, limit):
        return Cut(begin, end, "")
    return Cut(start, limit, "")


def _comma(ground: Ground, start: int, limit: int) -> int | None:
    """The first comma between two offsets that is not in a comment."""
    comments = ground.comments_in(start, limit)
    at = ground.text.find(",", start, limit)
    while at >= 0:
        inside = next((comment for comment in comments if comment.start <= at < comment.end), None)
        if inside is None:
            return at
        at = ground.text.find(",", inside.end, limit)
    return None
