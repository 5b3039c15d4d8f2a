"""Pointers to lines and columns, worked out on demand; and the piece of source that shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sscctl.domain.finding import Pointer
from sscctl.reading.characters import parseable
from sscctl.reading.lines import Lines
from sscctl.reading.outline import Outline, Place
from sscctl.reading.yaml12 import MAX_BYTES, events

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a piece of a file lies.

    Lines and columns count from 1, columns in code points; `start` and `end` count the characters of the file's text
    from 0, where a byte order mark is a character, though no column counts it. The end is one past the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


def locate(data: bytes, pointers: Iterable[Pointer]) -> dict[Pointer, Mark]:
    """Return where the values lie; for one that is not there, where its nearest ancestor lies.

    A broken file is read as far as it can be. Of repeated keys the first counts. A list or mapping ends with its last
    value, a block scalar with its last line; comments belong to neither.
    """
    source = _Source(data)
    return {pointer: source.mark(place.start, place.end) for pointer, place in source.nearest(pointers)}


def locate_keys(data: bytes, pointers: Iterable[Pointer]) -> dict[Pointer, Mark]:
    """Return where the keys lie that the values stand under; for what has no key, as `locate` does."""
    source = _Source(data)
    marks = {}
    for pointer, place in source.nearest(pointers):
        has_key = place.pointer == pointer and place.key_start >= 0
        span = (place.key_start, place.key_end) if has_key else (place.start, place.end)
        marks[pointer] = source.mark(*span)
    return marks


class _Source:
    """A file's text with its outline."""

    def __init__(self, data: bytes) -> None:
        text = data[:MAX_BYTES].decode("utf-8", "replace")
        body = text.removeprefix(_BYTE_ORDER_MARK)
        self._before = len(text) - len(body)
        self._lines = Lines(body)
        self._places: dict[Pointer, Place] = {}
        if len(data) <= MAX_BYTES:
            for place in Outline(events(parseable(body))).places:
                self._places.setdefault(place.pointer, place)

    def nearest(self, pointers: Iterable[Pointer]) -> Iterable[tuple[Pointer, Place]]:
        """Yield each pointer with the place of its value or of the nearest ancestor that is there."""
        nowhere = Place((), 0, 0)
        for pointer in pointers:
            ancestors = (pointer[:length] for length in range(len(pointer), -1, -1))
            found = (self._places[ancestor] for ancestor in ancestors if ancestor in self._places)
            yield pointer, next(found, nowhere)

    def mark(self, start: int, end: int) -> Mark:
        """Return the mark of a span of the body."""
        places = (*self._lines.place(start), *self._lines.place(end))
        return Mark(*places, start + self._before, end + self._before)


EXCERPT = 160
"""A longer line is cut to so many characters around what is shown."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of the source and the part of it that is meant, as indexes into `line_text` in code points.

    Who draws a caret under it turns `before` and `marked` into what the terminal shows, each on its own, and measures
    that: so neither tabs nor wide letters nor characters made visible move the caret.
    """

    line_text: str
    caret_from: int
    caret_to: int

    @property
    def before(self) -> str:
        """What stands on the line before the part that is meant."""
        return self.line_text[: self.caret_from]

    @property
    def marked(self) -> str:
        """The part that is meant; empty at the end of a line."""
        return self.line_text[self.caret_from : self.caret_to]

    @property
    def after(self) -> str:
        """The rest of the line."""
        return self.line_text[self.caret_to :]


def excerpt(data: bytes, mark: Mark) -> Excerpt:
    """Return the mark's first line; the part that is meant ends with the line where the mark goes on after it."""
    lines = Lines(data[:MAX_BYTES].decode("utf-8", "replace").removeprefix(_BYTE_ORDER_MARK))
    line = lines.line(mark.line)
    first = max(0, min(mark.column - 1, len(line)))
    last = max(first, min(mark.end_column - 1, len(line)) if mark.end_line == mark.line else len(line))
    if len(line) <= EXCERPT:
        return Excerpt(line, first, last)
    begin = max(0, min(first - EXCERPT // 4, len(line) - EXCERPT))
    piece = line[begin : begin + EXCERPT]
    head, tail = "…" * (begin > 0), "…" * (begin + EXCERPT < len(line))
    shift = len(head) - begin
    return Excerpt(f"{head}{piece}{tail}", first + shift, min(last, begin + EXCERPT) + shift)
