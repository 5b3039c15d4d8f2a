"""Blank lines between the keys of a document, where both sides have them as the canonical form does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sscctl.editing.merge.layout import Entries, is_content
from sscctl.editing.merge.pieces import Conflict, Piece


def spaced(keys: Sequence[list[Piece]], *sides: Entries) -> Iterator[Piece]:
    """Yield the pieces of a document's keys, with a blank line around each that takes several lines.

    Where a side does it otherwise, blank lines stay as they are.
    """
    there = [pieces for pieces in keys if pieces]
    if not all(map(_is_spaced, sides)):
        yield from (piece for pieces in there for piece in pieces)
        return
    for before, pieces in pairwise([[], *there]):
        if isinstance(pieces[0], Conflict):
            yield from pieces
            continue
        if before and (_is_long(before) or _is_long(pieces)):
            yield ""
        blank = next((number for number, piece in enumerate(pieces) if piece != ""), 0)
        yield from pieces[blank:]


def _is_spaced(entries: Entries) -> bool:
    for before, entry in pairwise(entries.entries):
        if (entry.above[:1] == ("",)) is not (len(before.body) > 1 or len(entry.body) > 1):
            return False
    return True


def _is_long(pieces: Sequence[Piece]) -> bool:
    """Whether a key takes several lines; a conflict does."""
    if any(isinstance(piece, Conflict) for piece in pieces):
        return True
    content = [number for number, piece in enumerate(pieces) if isinstance(piece, str) and is_content(piece)]
    return len(pieces) - content[0] > 1 if content else False
