"""Weaves a merged document and proves it: what the text says is what was merged."""

from __future__ import annotations

from sscctl.editing.merge.layout import lay_out
from sscctl.editing.merge.outcome import Outcome
from sscctl.editing.merge.pieces import Piece, count, settled
from sscctl.editing.merge.values import Maybe, Side, same
from sscctl.editing.merge.weave import Texts, weave
from sscctl.reading.kinds import Kind
from sscctl.reading.yaml12 import parse


def proven(kind: Kind, outcome: Outcome, base: str, ours: str, theirs: str) -> list[Piece] | None:
    """The pieces of the merged document; `None` where no text could be made that says just what was merged.

    With its conflicts settled as one side has them, and as the other has them, the text must parse without fault to
    the merged value settled the same way; a conflict in the text may be wider than the one in the value.
    """
    laid = lay_out(ours), lay_out(theirs)
    if laid[0] is None or laid[1] is None:
        return None
    woven = weave(kind, outcome, Texts(lay_out(base), laid[0], laid[1]))
    if woven is None or (count(woven.pieces) > 0) is not outcome.has_conflict:
        return None
    sides = tuple(Side) if outcome.has_conflict else (Side.OURS,)
    is_proven = all(says(settled(woven.pieces, side), woven.outcome.value(side)) for side in sides)
    return woven.pieces if is_proven else None


def says(text: str, value: Maybe) -> bool:
    """Whether a text is without fault and means the value."""
    read = parse(text.encode())
    return not read.faults and same(read.tree, value)
