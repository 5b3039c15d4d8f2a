"""The manner in which a file is laid out, read off the file."""

from __future__ import annotations

from collections import Counter

from sscctl.domain.finding import Pointer
from sscctl.editing.rendering import Manner
from sscctl.editing.splice_ground import Ground


def manner_of(ground: Ground) -> Manner:
    """The commonest indentations of a file, and the quotation marks it prefers; where it has none, the canonical."""
    steps, dashes, gaps, marks = Counter[int](), Counter[int](), Counter[int](), Counter[str]()
    for pointer, place in ground.places.items():
        first = ground.text[place.start : place.start + 1]
        marks.update(first if first in ("'", '"') else "")
        if not ground.is_block(pointer):
            continue
        column = ground.column(place.start)
        if isinstance(ground.children(pointer)[0][-1], int):
            gaps.update(gap for child in ground.children(pointer) if (gap := gap_of(ground, child)))
            if place.key_start >= 0:
                dashes[column - ground.column(place.key_start)] += 1
        elif place.key_start >= 0:
            steps[column - ground.column(place.key_start)] += 1
    step = _commonest(steps, 2)
    return Manner(step, _commonest(dashes, 2), _commonest(gaps, 2), marks["'"] > marks['"'])


def gap_of(ground: Ground, item: Pointer) -> int | None:
    """How many columns are from an item's dash to what it holds; `None` where that is on another line."""
    dash, place = ground.dash(item), ground.places[item]
    if place.start == place.end or "\n" in ground.text[dash : place.start]:
        return None
    return place.start - dash


def _commonest(found: Counter[int], otherwise: int) -> int:
    return found.most_common(1)[0][0] if found else otherwise
