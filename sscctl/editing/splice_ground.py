"""The ground that an edit is cut into: a text with its values' places, lines and comments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sscctl.domain.finding import Pointer
from sscctl.reading.outline import Outline, Place
from sscctl.reading.yaml12 import events

SCHEMA_MARK = "# yaml-language-server:"
"""How the line begins that tells editors where the schema lies; it belongs to the file, not to its first key."""

_HEADER = re.compile(r"[|>][-+0-9]*(?P<comment>[ ]+#.*)?")
_COMMENT = re.compile(r"#.*")


class Comment(NamedTuple):
    """A comment: from its `#` up to the end of its line."""

    start: int
    end: int


class Cut(NamedTuple):
    """A change of a text: the characters from `start` up to `end` give way to `text`."""

    start: int
    end: int
    text: str


class Dash(NamedTuple):
    """Where an item's dash is, and where what it holds begins."""

    offset: int
    value: int


@dataclass(frozen=True, slots=True)
class Ground:
    """A text whose lines all end in LF, its places by pointer, the children of each, and its comments."""

    text: str
    places: dict[Pointer, Place]
    below: dict[Pointer, list[Pointer]]
    comments: tuple[Comment, ...]

    @classmethod
    def of(cls, text: str) -> Ground:
        """Survey a text that reads without fault."""
        places: dict[Pointer, Place] = {}
        below: dict[Pointer, list[Pointer]] = {}
        for place in Outline(events(text)).places:
            places[place.pointer] = place
            if place.pointer:
                below.setdefault(place.pointer[:-1], []).append(place.pointer)
        return cls(text, places, below, tuple(_comments(text, places.values(), below)))

    def children(self, pointer: Pointer) -> Sequence[Pointer]:
        """The values right below one, in the order of the file."""
        return self.below.get(pointer, ())

    def is_flow(self, pointer: Pointer) -> bool:
        """Whether a value is a list in brackets or a mapping in braces."""
        return self.text[self.places[pointer].start :][:1] in ("[", "{")

    def is_block_scalar(self, pointer: Pointer) -> bool:
        """Whether a value is a text that stands in lines below its header."""
        place = self.places[pointer]
        return place.start < place.end and self.text[place.start] in "|>"

    def is_block(self, pointer: Pointer) -> bool:
        """Whether a value is a list or mapping that has a line for each entry."""
        return bool(self.children(pointer)) and not self.is_flow(pointer)

    def flow_around(self, pointer: Pointer) -> Pointer | None:
        """The outermost list in brackets or mapping in braces that a value lies within."""
        return next((pointer[:n] for n in range(len(pointer)) if self.is_flow(pointer[:n])), None)

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends: its line feed."""
        return self.text.index("\n", offset)

    def column(self, offset: int) -> int:
        """The column of an offset, from 0."""
        return offset - self.line_start(offset)

    def begins_line(self, offset: int) -> bool:
        """Whether only spaces stand before an offset on its line."""
        return not self.text[self.line_start(offset) : offset].strip()

    def begin(self, pointer: Pointer) -> int:
        """Where a value begins together with its key or its dash."""
        place = self.places[pointer]
        if place.key_start >= 0:
            return place.key_start
        return self.dash(pointer) if self.is_block(pointer[:-1]) else place.start

    def dash(self, pointer: Pointer) -> int:
        """Where the dash of an item in a block list is."""
        parent = self.places[pointer[:-1]]
        index = pointer[-1]
        if index == 0 or not isinstance(index, int):
            return parent.start
        column = self.column(parent.start)
        start = self.end_of_lines((*pointer[:-1], index - 1))
        for match in re.compile(r"^[ ]*(?![ #\n])", re.MULTILINE).finditer(self.text, start):
            return match.start() + column
        return start

    def header_end(self, pointer: Pointer) -> int:
        """One past the colon of a value's key or the dash of its item; where the value begins if it has neither."""
        place = self.places[pointer]
        if place.key_start >= 0:
            colon = self.text.find(":", place.key_end)
            return colon + 1 if 0 <= colon <= max(place.start, place.key_end + 1) else place.key_end
        return self.dash(pointer) + 1 if pointer and self.is_block(pointer[:-1]) else place.start

    def end(self, pointer: Pointer) -> int:
        """One past the last character of a value; one that is not written ends with its key or dash."""
        place = self.places[pointer]
        return place.end if place.start < place.end else self.header_end(pointer)

    def last_leaf(self, pointer: Pointer) -> Pointer:
        """The value that a block list or mapping ends with, however deep."""
        while self.is_block(pointer):
            pointer = self.children(pointer)[-1]
        return pointer

    def end_of_lines(self, pointer: Pointer) -> int:
        """Where the line begins that comes after the last of a value; empty lines that a text keeps are its own."""
        leaf = self.last_leaf(pointer)
        end = self.line_end(max(self.end(leaf) - 1, 0)) + 1
        header = _HEADER.match(self.text, self.places[leaf].start) if self.is_block_scalar(leaf) else None
        if header and "+" in header[0]:
            while end < len(self.text) and not self.text[end : self.line_end(end)].strip():
                end = self.line_end(end) + 1
        return end

    def extent(self, pointer: Pointer, column: int) -> int:
        """As `end_of_lines`, with the comments after it that stand further right than `column`: they are its own."""
        end = at = self.end_of_lines(pointer)
        while at < len(self.text):
            line = self.text[at : self.line_end(at)]
            if line.strip() and (not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= column):
                break
            at += len(line) + 1
            end = at if line.strip() else end
        return end

    def above(self, offset: int, column: int, stop: int) -> int:
        """Where the comments begin that stand directly above the line of an offset, or that line where there are none.

        Comments further right than `column` belong to what is before; those before `stop` are not looked at.
        """
        begin = self.line_start(offset)
        while begin > stop:
            line_start = self.line_start(begin - 1)
            line = self.text[line_start : begin - 1]
            spaces = len(line) - len(line.lstrip())
            if not line.lstrip().startswith("#") or spaces > column or line.startswith(SCHEMA_MARK):
                break
            begin = line_start
        return begin

    def comments_in(self, start: int, end: int) -> list[Comment]:
        """The comments that begin between two offsets."""
        first = bisect_right(self.comments, (start - 1, len(self.text)))
        return [comment for comment in self.comments[first:] if comment.start < end]


def _comments(text: str, places: Iterable[Place], below: Mapping[Pointer, list[Pointer]]) -> list[Comment]:
    """Find every comment: what begins with a `#` that is in no scalar."""
    spans = []
    for place in places:
        if place.key_start >= 0:
            spans.append((place.key_start, place.key_end))
        if place.pointer not in below and text[place.start : place.start + 1] not in ("[", "{"):
            header = _HEADER.match(text, place.start) if place.start < place.end else None
            if header and header["comment"]:
                spans.append((place.start, header.start("comment")))
                spans.append((header.end(), place.end))
            else:
                spans.append((place.start, place.end))
    spans.sort()
    begins = [start for start, _ in spans]
    found = []
    at = text.find("#")
    while at >= 0:
        index = bisect_right(begins, at) - 1
        if index >= 0 and at < spans[index][1]:
            at = text.find("#", spans[index][1])
            continue
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found.append(Comment(at, end))
        at = text.find("#", end)
    return found
