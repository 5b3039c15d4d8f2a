"""Whose each comment of a text is, so that it can go where its value goes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sscctl.domain.finding import Pointer
from sscctl.editing.key_order import Shape
from sscctl.editing.rendering import Remarks
from sscctl.editing.splice_ground import SCHEMA_MARK, Comment, Ground
from sscctl.reading.outline import Place


@dataclass(frozen=True, slots=True)
class Attached:
    """The comments of a document: `top` stand before everything, the others by the pointer of their value."""

    top: tuple[str, ...]
    remarks: Mapping[Pointer, Remarks]

    @property
    def spread(self) -> frozenset[Pointer]:
        """The lists and mappings that have comments inside."""
        inside = {pointer[:length] for pointer in self.remarks for length in range(len(pointer))}
        return frozenset(inside | {pointer for pointer, remarks in self.remarks.items() if remarks.below})


def attach(ground: Ground, shape: Shape) -> Attached:
    """Give every comment to a value: to the one it stands beside, else to the next below, or around, as it is indented.

    The first line that names the schema, and what stands at the top and apart from the first key, is nobody's. What is
    above the first entry of an item (the first by the kind's `shape`) is the item's, as only its dash can be below it.
    """
    found = _Attaching(ground)
    for comment in ground.comments:
        found.take(comment)
    attached = found.finish()
    return Attached(attached.top, _lifted(attached.remarks, ground, shape))


def _lifted(remarks: Mapping[Pointer, Remarks], ground: Ground, shape: Shape) -> Mapping[Pointer, Remarks]:
    """The comments with those above the first entry of an item given to the item."""
    found = dict(remarks)
    for pointer in sorted(remarks, key=len, reverse=True):
        here = pointer
        while (
            here in found and len(here) > 1 and isinstance(here[-2], int) and here == _first(here[:-1], ground, shape)
        ):
            own, item = found.pop(here), found.get(here[:-1], Remarks())
            if own.beside or own.below:
                found[here] = _with_above(own, ())
            here = here[:-1]
            found[here] = _with_above(item, (*item.above, *own.above))
    return found


def _first(pointer: Pointer, ground: Ground, shape: Shape) -> Pointer:
    """The entry of a list or mapping that is written first."""
    for step in pointer:
        shape = shape.under(step) if isinstance(step, str) else shape
    children = ground.children(pointer)
    keys = {str(child[-1]): child for child in children}
    return children[0] if isinstance(children[0][-1], int) else keys[next(shape.sort(keys))]


@dataclass(slots=True)
class _Pile:
    """The comments of one value while they are gathered; those above with their places."""

    above: list[Comment] = field(default_factory=list)
    beside: list[Comment] = field(default_factory=list)
    below: list[Comment] = field(default_factory=list)


class _Attaching:
    """One walk through a text's comments."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._places = [place for place in ground.places.values() if place.pointer]
        self._begins = [place.begin for place in self._places]
        self._piles: dict[Pointer, _Pile] = {}

    def take(self, comment: Comment) -> None:
        """Give a comment to a value."""
        beside = None if self._ground.begins_line(comment.start) else self._on_line(comment.start)
        index = bisect_right(self._begins, comment.start)
        if beside is None and index < len(self._places) and self._is_at_dash(comment, self._places[index].pointer):
            beside = self._places[index].pointer
        if beside is not None:
            self._pile(beside).beside.append(comment)
            return
        before = self._places[index - 1] if index else None
        following = self._places[index] if index < len(self._places) else None
        if before is not None and before.key_end <= comment.start < before.start and not self._has_lines(before):
            self._pile(before.pointer).above.append(comment)
            return
        around = self._around(comment, before, following)
        if around is not None:
            self._pile(around).below.append(comment)
        elif following is not None:
            self._pile(following.pointer).above.append(comment)
        else:
            self._pile(()).below.append(comment)

    def finish(self) -> Attached:
        """All comments as they are to be written."""
        remarks: dict[Pointer, Remarks] = {}
        for pointer, pile in self._piles.items():
            extra, below = tuple(self._said(comment) for comment in pile.beside[1:]), self._lines(pile.below)
            is_empty = not self._ground.children(pointer)
            above = (*self._above(pointer, pile.above), *extra, *(below if is_empty and pointer else ()))
            beside = self._said(pile.beside[0]) if pile.beside else ""
            remarks[pointer] = Remarks(above, beside, () if is_empty and pointer else below)
        if not self._places:
            whole = remarks.pop((), Remarks())
            return Attached((*whole.above, *whole.below), {})
        top, rest = self._top(remarks.get(self._places[0].pointer, Remarks()).above)
        if top:
            remarks[self._places[0].pointer] = _with_above(remarks[self._places[0].pointer], rest)
        return Attached(top, {pointer: each for pointer, each in remarks.items() if each != Remarks()})

    def _pile(self, pointer: Pointer) -> _Pile:
        return self._piles.setdefault(pointer, _Pile())

    def _said(self, comment: Comment) -> str:
        return self._ground.text[comment.start : comment.end].rstrip()

    def _has_lines(self, place: Place) -> bool:
        return self._ground.is_block(place.pointer)

    def _on_line(self, offset: int) -> Pointer | None:
        """The value that a comment at the end of a line stands beside: what was last begun or ended before it."""
        ground = self._ground
        start = ground.line_start(offset)
        best: tuple[int, Pointer] | None = None
        for place in self._places:
            if place.begin > offset:
                break
            for at in self._marks(place):
                if start < at <= offset and (best is None or at >= best[0]):
                    best = at, place.pointer
        return best and best[1]

    def _is_at_dash(self, comment: Comment, item: Pointer) -> bool:
        """Whether a comment stands behind an item's dash, and the item below."""
        ground = self._ground
        if not isinstance(item[-1], int) or not ground.is_block(item[:-1]):
            return False
        return ground.line_start(comment.start) <= ground.dash(item) < comment.start

    def _marks(self, place: Place) -> Iterator[int]:
        """Yield where a value's key ends, where its brackets open, and where it ends."""
        if place.key_start >= 0:
            yield place.key_end
        if self._has_lines(place):
            return
        if self._ground.is_block_scalar(place.pointer):
            yield place.start + 1
        else:
            yield from (place.start + 1, place.end) if self._ground.is_flow(place.pointer) else (place.end,)

    def _around(self, comment: Comment, before: Place | None, following: Place | None) -> Pointer | None:
        """The list or mapping that ends here and that a comment is the last thing in, if any."""
        ground = self._ground
        if before is None:
            return None
        ancestors = [before.pointer[:length] for length in range(len(before.pointer), -1, -1)]
        ending = [p for p in ancestors if following is None or following.pointer[: len(p)] != p]
        for pointer in ancestors:
            place = ground.places[pointer]
            if ground.is_flow(pointer) and place.start < comment.start < place.end:
                return pointer if pointer in ending else None
        column = ground.column(comment.start)
        outer = ground.column(ground.places[following.pointer[:-1]].start) if following else 0
        if column <= outer or not ground.begins_line(comment.start):
            return None
        blocks = (p for p in ending if p and ground.is_block(p) and ground.column(ground.places[p].start) <= column)
        return next(blocks, None)

    def _lines(self, comments: list[Comment]) -> tuple[str, ...]:
        """Comments as lines, with a blank line between two that are apart."""
        lines: list[str] = []
        for number, comment in enumerate(comments):
            if number and self._are_apart(comments[number - 1].end, comment.start):
                lines.append("")
            lines.append(self._said(comment))
        return tuple(lines)

    def _above(self, pointer: Pointer, comments: list[Comment]) -> tuple[str, ...]:
        """Comments above a value as lines; a blank line between them and the value stays."""
        lines = self._lines(comments)
        return (*lines, "") if comments and self._are_apart(comments[-1].end, self._ground.begin(pointer)) else lines

    def _are_apart(self, end: int, start: int) -> bool:
        return any(not line.strip() for line in self._ground.text[end:start].split("\n")[1:-1])

    def _top(self, above: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Divide the comments above the first key into those of the file and those of the key."""
        count = len(above) - above[::-1].index("") if "" in above else 0
        if above and above[0].startswith(SCHEMA_MARK) and count in (0, 2):
            return above[:1], above[count or 1 :]
        return above[:count], above[count:]


def _with_above(remarks: Remarks, above: tuple[str, ...]) -> Remarks:
    return Remarks(above, remarks.beside, remarks.below)
