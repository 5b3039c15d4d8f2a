"""The order of what two sides have put in order, each for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

Rank: TypeAlias = Callable[[str], tuple[int | str, ...]]
"""What says which of two names comes first; no two names have the same."""


def merged_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], rank: Rank) -> tuple[str, ...] | None:
    """The names of both sides in one order; `None` where each has put them in an order of its own.

    What only one side has stays behind the name that both have and it stood behind there; where both sides have put
    names in the same place, those of the lower `rank` come first. The sides may change places without other outcome.
    """
    main = _common(base, ours, theirs)
    if main is None:
        return None
    shared = set(main)
    mine, yours = _behind(ours, shared), _behind(theirs, shared)
    return tuple(name for anchor in (None, *main) for name in _with(anchor, mine, yours, rank))


def _with(
    anchor: str | None,
    mine: Mapping[str | None, list[str]],
    yours: Mapping[str | None, list[str]],
    rank: Rank,
) -> Iterator[str]:
    """Yield the anchor, and behind it what stands there on either side; each side's own order stays."""
    if anchor is not None:
        yield anchor
    left, right = mine.get(anchor, [])[::-1], yours.get(anchor, [])[::-1]
    while left and right:
        yield (left if rank(left[-1]) <= rank(right[-1]) else right).pop()
    yield from reversed(left or right)


def _common(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str] | None:
    """What both sides have, in the order of the side that has changed it, or of both if they agree."""
    shared = set(ours) & set(theirs)
    mine, yours = [name for name in ours if name in shared], [name for name in theirs if name in shared]
    if mine == yours:
        return mine
    known = set(base)
    before = [name for name in base if name in shared]
    kept = [[name for name in side if name in known] == before for side in (mine, yours)]
    if kept == [True, False]:
        return yours
    return mine if kept == [False, True] else None


def _behind(side: Sequence[str], shared: set[str]) -> dict[str | None, list[str]]:
    """What only this side has, by the shared name it stands behind; by `None` at the beginning."""
    found: dict[str | None, list[str]] = {}
    anchor: str | None = None
    for name in side:
        if name in shared:
            anchor = name
        else:
            found.setdefault(anchor, []).append(name)
    return found
