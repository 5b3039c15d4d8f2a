"""What becomes of a value: who has changed it, whether that is a conflict, and what it is then."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sscctl.editing.key_order import Shape
from sscctl.editing.merge.order import Rank, merged_order
from sscctl.editing.merge.sorts import WHOLE, Fields, Keyed, Names, Records, Sort
from sscctl.editing.merge.values import ABSENT, Maybe, Parts, Side, Versions, put_together, same, take_apart


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one value.

    `parts` has what becomes of each of its parts, those that are gone among them last; it is `None` for what is merged
    as a whole. `files` names the parts of base, ours and theirs in the order of each file.
    """

    sort: Sort
    versions: Versions
    is_conflict: bool = False
    parts: Mapping[str, Outcome] | None = None
    files: tuple[Collection[str], Collection[str], Collection[str]] = ((), (), ())

    @property
    def has_conflict(self) -> bool:
        """Whether there is a conflict here or in a part."""
        return self.is_conflict or any(part.has_conflict for part in (self.parts or {}).values())

    def value(self, prefer: Side = Side.OURS) -> Maybe:
        """What the value is, where every conflict is settled as one side has it."""
        base, ours, theirs = self.versions
        if self.is_conflict:
            return ours if prefer is Side.OURS else theirs
        if same(base, ours):
            return theirs
        if same(base, theirs) or same(ours, theirs):
            return ours
        values = {name: part.value(prefer) for name, part in (self.parts or {}).items()}
        return put_together(self.sort, {name: v for name, v in values.items() if v is not ABSENT}, self.versions)

    @property
    def is_gone(self) -> bool:
        """Whether nothing is left of it, however its conflicts are settled."""
        return self.value(Side.OURS) is ABSENT and self.value(Side.THEIRS) is ABSENT


def decide(sort: Sort, shape: Shape, versions: Versions) -> Outcome:
    """Merge three versions of a value; `shape` tells the order of the keys in it.

    Never chooses: what both sides have changed, and not to the same, is a conflict at the smallest part it concerns.
    """
    base, ours, theirs = versions
    is_settled = same(ours, theirs) or same(base, ours) or same(base, theirs)
    taken = None if ours is ABSENT or theirs is ABSENT else take_apart(sort, versions)
    if taken is None or (not is_settled and _clash(sort, *taken)):
        return Outcome(sort, versions, is_conflict=not is_settled)
    parts = dict(_each(sort, shape, *taken))
    order = _order(sort, shape, [[name for name in side if not parts[name].is_gone] for side in taken], versions)
    if order is None:
        return Outcome(sort, versions, is_conflict=not is_settled)
    arranged = {name: parts[name] for name in (*order, *(name for name in parts if name not in order))}
    return Outcome(sort, versions, parts=arranged, files=(list(taken[0]), list(taken[1]), list(taken[2])))


def decide_document(sort: Fields, shape: Shape, versions: Versions, whole: Collection[str]) -> Outcome:
    """Merge three versions of a document, the values of some keys as wholes that are in conflict if they differ."""
    found = decide(sort, shape, versions)
    if found.parts is None or not whole:
        return found
    parts = {name: _in_conflict(part) if name in whole else part for name, part in found.parts.items()}
    return Outcome(sort, versions, parts=parts, files=found.files)


def _in_conflict(part: Outcome) -> Outcome:
    return Outcome(part.sort, part.versions, is_conflict=not same(part.versions.ours, part.versions.theirs))


def _each(sort: Sort, shape: Shape, base: Parts, ours: Parts, theirs: Parts) -> Iterator[tuple[str, Outcome]]:
    """Yield what becomes of every part; things that both sides have added under one name are wholes."""
    for name in {**ours, **theirs, **base}:
        versions = Versions(base.get(name, ABSENT), ours.get(name, ABSENT), theirs.get(name, ABSENT))
        match sort:
            case Fields():
                yield name, decide(sort.under(name), shape.under(name), versions)
            case Records() | Keyed() if name in base:
                yield name, decide(sort.each, shape if isinstance(sort, Records) else shape.under(name), versions)
            case _:
                yield name, decide(WHOLE, shape, versions)


def _clash(sort: Sort, base: Parts, ours: Parts, theirs: Parts) -> bool:
    """Whether the sides get in each other's way, though each part for itself could be merged."""
    match sort:
        case Fields():
            return any(_touch_the_same(keys, base, ours, theirs) for keys in sort.together)
        case Records() | Names():
            return _correct_the_same(base, ours, theirs)
        case _:
            return False


def _touch_the_same(keys: frozenset[str], base: Parts, ours: Parts, theirs: Parts) -> bool:
    """Whether both sides have to do with the one thing that the keys describe, and do more than add to it."""

    def touched(side: Parts, other: Parts) -> set[str]:
        now = {key: side.get(key, ABSENT) for key in keys}
        return {
            key
            for key, value in now.items()
            if not same(value, base.get(key, ABSENT)) and not same(value, other.get(key, ABSENT))
        }

    mine, yours = touched(ours, theirs), touched(theirs, ours)
    return bool(mine and yours) and any(key in base for key in mine | yours)


def _correct_the_same(base: Parts, ours: Parts, theirs: Parts) -> bool:
    """Whether both sides took out the same entry, and a side put in what may be a correction of it."""
    gone = base.keys() - ours.keys() - theirs.keys()
    mine, yours = ours.keys() - base.keys(), theirs.keys() - base.keys()
    if len(gone) <= len(mine & yours):
        return False
    added = [ours.get(name, theirs.get(name)) for name in mine ^ yours]
    return any(_are_alike(base[name], other) for name in gone for other in added)


def _are_alike(one: object, other: object) -> bool:
    """Whether two entries have something in common beside their source; all single names have."""
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return True
    return any(same(one[key], other[key]) for key in one.keys() & other.keys() - {"source", "note"})


def _order(sort: Sort, shape: Shape, sides: list[list[str]], versions: Versions) -> tuple[str, ...] | None:
    base, ours, theirs = sides
    found = merged_order(base, ours, theirs, _rank(sort, shape, versions))
    if found is None and isinstance(sort, Fields | Keyed):  # the order of keys says nothing
        return (*ours, *(name for name in theirs if name not in set(ours)))
    return found


def _rank(sort: Sort, shape: Shape, versions: Versions) -> Rank:
    """What comes first in one place: keys as the schema has them, entries by time."""
    if isinstance(sort, Names | Keyed):
        return lambda name: (name,)
    if isinstance(sort, Fields):
        return lambda name: (shape.keys.index(name) if name in shape.keys else len(shape.keys), name)
    taken = take_apart(sort, versions) or ({}, {}, {})
    entries = {**taken[2], **taken[1]}
    return lambda name: (_time(entries.get(name)), name)


def _time(entry: object) -> str:
    """When an entry begins, for sorting: the last bound of a partial date; what has none comes first."""
    if not isinstance(entry, Mapping):
        return ""
    given = next((entry[key] for key in ("on", "valid_from", "year", "period") if key in entry), "")
    return given.removeprefix("../") if isinstance(given, str) else ""
