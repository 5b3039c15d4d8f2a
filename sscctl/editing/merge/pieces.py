"""The merged text as it grows: lines, and conflicts with the lines of either side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sscctl.editing.merge.layout import Lines, is_content
from sscctl.editing.merge.values import Side

MARKER = 7
"""Letters of a conflict marker, where git asks for no other number."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines that a person has to choose between."""

    ours: Lines
    theirs: Lines


Piece: TypeAlias = str | Conflict
"""A line of the merged text, or a conflict."""


def conflict(ours: Sequence[Lines], theirs: Sequence[Lines]) -> list[Piece]:
    """The blocks of both sides as a conflict; blocks that are equal at its beginning or end stand outside of it."""
    head = 0
    while head < min(len(ours), len(theirs)) and ours[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < min(len(ours), len(theirs)) - head and ours[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    rest = [tuple(line for block in side[head : len(side) - tail] for line in block) for side in (ours, theirs)]
    return [
        *(line for block in ours[:head] for line in block),
        *([Conflict(*rest)] if rest[0] != rest[1] else rest[0]),
        *(line for block in ours[len(ours) - tail :] for line in block),
    ]


def written(pieces: Iterable[Piece], size: int = MARKER) -> str:
    """The text with git's conflict markers, each of `size` letters."""
    lines: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            lines.append(piece)
        else:
            lines += [f"{'<' * size} ours", *piece.ours, "=" * size, *piece.theirs, f"{'>' * size} theirs"]
    return "".join(f"{line}\n" for line in lines)


def settled(pieces: Iterable[Piece], side: Side) -> str:
    """The text with every conflict settled as one side has it."""
    lines = (piece if isinstance(piece, str) else _of(piece, side) for piece in pieces)
    return "".join(f"{line}\n" for part in lines for line in ([part] if isinstance(part, str) else part))


def count(pieces: Iterable[Piece]) -> int:
    """How many conflicts there are."""
    return sum(isinstance(piece, Conflict) for piece in pieces)


def with_dash(pieces: Iterable[Piece], column: int) -> list[Piece] | None:
    """The pieces of an item, with the dash before its first key; `None` where the sides would put it elsewhere."""
    found: list[Piece] = []
    is_put = False
    for piece in pieces:
        if is_put:
            found.append(piece)
        elif isinstance(piece, str):
            is_put = is_content(piece)
            found.append(_dashed([piece], column)[0])
        else:
            has = {any(map(is_content, side)) for side in (piece.ours, piece.theirs)}
            if len(has) > 1:
                return None
            is_put = True in has
            found.append(Conflict(_dashed(piece.ours, column), _dashed(piece.theirs, column)))
    return found if is_put else None


def has_content(pieces: Sequence[Piece]) -> bool:
    """Whether something stands there, however the conflicts are settled."""
    return all(any(map(is_content, settled(pieces, side).split("\n"))) for side in Side)


def _of(piece: Conflict, side: Side) -> Lines:
    return piece.ours if side is Side.OURS else piece.theirs


def _dashed(lines: Sequence[str], column: int) -> Lines:
    """The lines with a dash in the first that holds more than a comment."""
    first = next((number for number, line in enumerate(lines) if is_content(line)), None)
    return tuple(
        f"{line[:column]}-{line[column + 1 :]}" if number == first else line for number, line in enumerate(lines)
    )
