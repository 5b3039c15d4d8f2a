"""Weaves the merged text out of both sides' lines: ours, with what theirs has changed put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from sscctl.editing.merge.alone import Step, written_alone
from sscctl.editing.merge.comments import lost, merged_comments
from sscctl.editing.merge.layout import Entries, Entry, Lines, shifted
from sscctl.editing.merge.outcome import Outcome
from sscctl.editing.merge.pieces import Piece, conflict, has_content, with_dash
from sscctl.editing.merge.sorts import Fields, Keyed
from sscctl.editing.merge.spacing import spaced
from sscctl.editing.merge.values import Absent, same
from sscctl.reading.kinds import Kind


class Texts(NamedTuple):
    """The entries of one value in the three versions; the base may have none."""

    base: Entries | None
    ours: Entries
    theirs: Entries


class _Three(NamedTuple):
    """One entry in the three versions, in the column that it has in ours."""

    base: Entry | None
    ours: Entry | None
    theirs: Entry | None


class _Place(NamedTuple):
    """The way down to an entry, and its column."""

    kind: Kind
    steps: tuple[Step, ...]
    column: int


class Woven(NamedTuple):
    """Merged pieces, and the outcome as they show it: a conflict may take in more than it had to."""

    pieces: list[Piece]
    outcome: Outcome


def weave(kind: Kind, outcome: Outcome, texts: Texts, steps: tuple[Step, ...] = ()) -> Woven | None:
    """The pieces of a merged document, or of the entries below `steps`; `None` where it cannot be made of whole lines.

    What one side has not changed is taken from the other, line for line. What both have changed and cannot be parted
    into lines is written anew, in the canonical form, or is a conflict as a whole.
    """
    column = texts.ours.column
    found = [_named(entries, names, column) for entries, names in zip(texts, outcome.files, strict=True)]
    base, ours, theirs = found[0] or {}, found[1], found[2]
    if outcome.parts is None or ours is None or theirs is None:
        return None
    keys: list[list[Piece]] = []
    parts: dict[str, Outcome] = {}
    for name, part in outcome.parts.items():
        below = (*steps, name if isinstance(outcome.sort, Fields | Keyed) else None)
        three = _Three(base.get(name), ours.get(name), theirs.get(name))
        more, parts[name] = _entry(_Place(kind, below, column), part, three)
        keys.append(more)
    pieces = [piece for key in keys for piece in key] if steps else [*spaced(keys, texts.ours, texts.theirs)]
    pieces += merged_comments(*(shifted(each.tail, column - each.column) if each else () for each in texts))
    return Woven(pieces, replace(outcome, parts=parts)) if has_content(pieces) else None


def _named(entries: Entries | None, names: Iterable[str], column: int) -> Mapping[str, Entry] | None:
    """The entries by name, moved to a column; `None` where the text has others than the value."""
    listed = list(names)
    if entries is None or len(entries.entries) != len(listed):
        return None
    return dict(zip(listed, _moved(entries, column), strict=True))


def _moved(entries: Entries, column: int) -> list[Entry]:
    by = column - entries.column
    return [
        Entry(shifted(each.above, by), shifted(each.body, by), each.comments, each.within) for each in entries.entries
    ]


def _entry(place: _Place, outcome: Outcome, three: _Three) -> Woven:
    base, ours, theirs = three
    if outcome.is_gone:
        return Woven([], outcome)
    if ours is None or theirs is None:
        blocks = [[(*side.above, *side.body)] if side else [] for side in (ours, theirs)]
        lines: list[Piece] = [line for block in blocks[0] + blocks[1] for line in block]
        return Woven(conflict(*blocks) if outcome.is_conflict else lines, outcome)
    above = merged_comments(base.above if base else (), ours.above, theirs.above)
    pieces, shown = _body(place, outcome, base, ours, theirs)
    return Woven([*above, *pieces], shown)


def _body(place: _Place, outcome: Outcome, base: Entry | None, ours: Entry, theirs: Entry) -> Woven:
    """What stands below the comments of an entry that both sides have."""
    before = base.body if base else None
    if ours.body in (before, theirs.body):
        return Woven([*theirs.body], outcome)
    if before == theirs.body:
        return Woven([*ours.body], outcome)
    within = None if outcome.is_conflict else _within(place, outcome, base, ours, theirs)
    if within is not None:
        return within
    if outcome.has_conflict:
        return Woven(_conflict(ours, theirs), replace(outcome, is_conflict=True, parts=None))
    return Woven([*_one_of_them(place, outcome, base, ours, theirs)], outcome)


def _within(place: _Place, outcome: Outcome, base: Entry | None, ours: Entry, theirs: Entry) -> Woven | None:
    """What becomes of an entry that is merged part by part."""
    if ours.within is None or theirs.within is None:
        return None
    woven = weave(place.kind, outcome, Texts(base.within if base else None, ours.within, theirs.within), place.steps)
    if woven is None or ours.within.dash is None:
        return woven and Woven([*_head(base, ours, theirs), *woven.pieces], woven.outcome)
    pieces = with_dash(woven.pieces, ours.within.dash)
    return None if pieces is None else Woven(pieces, woven.outcome)


def _head(base: Entry | None, *sides: Entry) -> Lines:
    """The line of the key, or of the dash that stands alone: ours, unless only theirs has changed."""
    before = base.body[: len(base.within.head)] if base and base.within else ()
    ours, theirs = (side.body[: len(side.within.head)] if side.within else () for side in sides)
    return theirs if ours == before and theirs else ours


def _conflict(ours: Entry, theirs: Entry) -> list[Piece]:
    """The two versions of an entry; the parts that are equal at the beginning or the end stand outside."""
    blocks: list[list[Lines]] = []
    for side in (ours, theirs):
        if ours.within is None or theirs.within is None or not (side.within and side.within.head):
            return conflict([ours.body], [theirs.body])
        entries = _moved(side.within, ours.within.column)
        tail = shifted(side.within.tail, ours.within.column - side.within.column)
        blocks.append([side.body[:1], *((*each.above, *each.body) for each in entries), tail])
    return conflict(*blocks)


def _one_of_them(place: _Place, outcome: Outcome, base: Entry | None, ours: Entry, theirs: Entry) -> Lines:
    """The lines of an entry as one side has it, or written anew, with the new comments of what is dropped."""
    before, mine, yours = outcome.versions
    value = outcome.value()
    if same(before, yours) or same(mine, yours):
        body = ours.body
    elif same(before, mine) or isinstance(value, Absent):
        body = theirs.body
    else:
        lines, column = written_alone(place.kind, place.steps, value)
        body = shifted(lines, place.column - column)
    return (*(f"{' ' * place.column}{comment}" for comment in lost(body, base, ours, theirs)), *body)
