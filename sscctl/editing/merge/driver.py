"""Merges three versions of a file: by its values where all three are documents, else by its lines as git does.

Nothing is chosen silently. What two sides have changed is a conflict with git's markers; so is what each side may say
alone, but not both together. A text that does not say exactly what was merged is thrown away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import cast

from sscctl.editing.canonical import Value
from sscctl.editing.key_order import ORDER
from sscctl.editing.merge.effect import astray
from sscctl.editing.merge.outcome import Outcome, decide_document
from sscctl.editing.merge.pieces import MARKER, count, written
from sscctl.editing.merge.proof import proven, says
from sscctl.editing.merge.sorts import SORTS, kind_in
from sscctl.editing.merge.textual import as_one_conflict, blend
from sscctl.editing.merge.values import Versions, same
from sscctl.errors import CannotBeDoneHere
from sscctl.reading.kinds import Kind
from sscctl.reading.schemas import Judge
from sscctl.reading.yaml12 import parse

Document = Mapping[str, Value]


class Way(Enum):
    """How a file was merged."""

    ONE_SIDE = "one side"
    VALUES = "values"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged file. `conflicts` is 0 only where nothing is left to choose; files that are no texts count as one.

    `together` are the keys that are in conflict only because the sides cannot both be right in what they say there.
    """

    data: bytes
    conflicts: int
    way: Way
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Three:
    """The bytes of a file in the common base, which has none where both sides have made it, and on both sides."""

    base: bytes
    ours: bytes
    theirs: bytes


def merge(three: Three, path: str, judge: Judge, size: int = MARKER) -> Merged:
    """Merge a file that lies at `path`, by the schemas of `judge`, with conflict markers of `size` letters.

    Raises `CannotBeDoneHere` only where git is needed and is missing.
    """
    if three.ours in (three.base, three.theirs):
        return Merged(three.theirs, 0, Way.ONE_SIDE)
    if three.base == three.theirs:
        return Merged(three.ours, 0, Way.ONE_SIDE)
    kind = kind_in(path)
    trees = kind and _read(kind, three, judge)
    if not kind or not trees:
        return by_lines(three, size)
    outcome, together = _decide(kind, trees, judge)
    pieces = proven(kind, outcome, *(data.decode() for data in (three.base, three.ours, three.theirs)))
    if pieces is not None:
        return Merged(written(pieces, size).encode(), count(pieces), Way.VALUES, together)
    merged = by_lines(three, size)
    if merged.conflicts or (not outcome.has_conflict and says(merged.data.decode(), outcome.value())):
        return merged
    return Merged(as_one_conflict(three.ours, three.theirs, size), 1, Way.LINES)


def by_lines(three: Three, size: int = MARKER) -> Merged:
    """Merge a file as git does where it has no driver."""
    data, conflicts = blend(three.base, three.ours, three.theirs, size)
    return Merged(data, 1 if conflicts is None else conflicts, Way.LINES)


def _read(kind: Kind, three: Three, judge: Judge) -> Versions | None:
    """The three documents; `None` unless each is without fault of form and fits its schema.

    An empty base is a document without keys.
    """
    trees: list[Value] = []
    for data in (three.base, three.ours, three.theirs):
        read = parse(data)
        if data and (read.faults or not isinstance(read.tree, dict) or not _fits(kind, read.tree, judge)):
            return None
        trees.append(cast("Value", read.tree) if data else {})
    return Versions(*trees)


def _fits(kind: Kind, tree: object, judge: Judge) -> bool:
    try:
        return judge.is_valid(kind, tree)
    except CannotBeDoneHere:  # a broken schema passes nothing
        return False


def _decide(kind: Kind, trees: Versions, judge: Judge) -> tuple[Outcome, tuple[str, ...]]:
    """What becomes of a document, after every key whose merged value does not hold is made a conflict; these keys."""
    whole: set[str] = set()
    while True:
        outcome = decide_document(SORTS[kind], ORDER[kind], trees, whole)
        more = _unsound(kind, outcome, trees, judge) - whole
        if not more:
            return outcome, tuple(sorted(whole))
        whole |= more


def _unsound(kind: Kind, outcome: Outcome, trees: Versions, judge: Judge) -> set[str]:
    """The keys without a conflict that do not hold as merged; all that differ, where it is none of them alone."""
    parts = outcome.parts or {}
    merged = outcome.value()
    differing = {name for name, part in parts.items() if not same(part.versions.ours, part.versions.theirs)}
    open_keys = {name for name in differing if not parts[name].has_conflict}
    if not open_keys:
        return set()
    if not _fits(kind, merged, judge):
        found = {str(next(iter(fault.pointer), "")) for fault in judge.faults(kind, merged)}
    elif kind is Kind.OFFICE:
        found = astray(*_documents(trees), cast("Value", merged), open_keys)
    else:
        return set()
    named = found & differing
    return (named if named or not found else differing) - (differing - open_keys)


def _documents(trees: Versions) -> tuple[Value, Value, Value]:
    """The three documents; a base without keys is one of the same office of which nothing is known."""
    base, ours, theirs = (cast("Document", tree) for tree in trees)
    named = {key: ours[key] for key in ("id", "name", "municipality")}
    return (base or {**named, "sources": {}}), ours, theirs
