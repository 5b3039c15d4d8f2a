"""The values of three versions: which are the same, and the parts that each is made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple, TypeAlias

from sscctl.editing.canonical import Value
from sscctl.editing.merge.sorts import Fields, Keyed, Names, Records, Sort, Whole


class Absent(Enum):
    """That a version has no such value."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT
Maybe: TypeAlias = Value | Absent


class Side(Enum):
    """One of the two versions that are merged, as git names them."""

    OURS = "ours"
    THEIRS = "theirs"


class Versions(NamedTuple):
    """One value in the common base and on both sides."""

    base: Maybe
    ours: Maybe
    theirs: Maybe


def same(one: Maybe, other: Maybe) -> bool:
    """Whether two values are equal and of one type: 1, 1.0 and true are three values."""
    if one != other:
        return False
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return all(map(same, one, other))
    return type(one) is type(other)


Parts: TypeAlias = Mapping[str, Value]
"""The parts of a value by key or identity, in the order of the file."""


def take_apart(sort: Sort, versions: Versions) -> tuple[Parts, Parts, Parts] | None:
    """The parts of base, ours and theirs; `None` where one of the sides is merged only as a whole.

    A base that has no such value, or one of another make, has no parts.
    """
    for names in (sort.by, sort.or_by) if isinstance(sort, Records) else ((),):
        base, ours, theirs = (_parts(sort, names, version) for version in versions)
        if ours is None or theirs is None or (base is None and isinstance(versions.base, list)):
            continue
        return base or {}, ours, theirs
    return None


def _parts(sort: Sort, names: tuple[str, ...], value: Maybe) -> Parts | None:
    match sort:
        case Fields() | Keyed():
            return value if isinstance(value, Mapping) else None
        case Names():
            return _named(value)
        case Records():
            return _records(value, names) if names else None
        case Whole():
            return None


def _records(value: Maybe, names: tuple[str, ...]) -> Parts | None:
    if not isinstance(value, list):
        return None
    found: dict[str, Value] = {}
    for item in value:
        if not isinstance(item, Mapping):
            return None
        identity = _written([item.get(name) for name in names])
        if identity in found:
            return None
        found[identity] = item
    return found


def _named(value: Maybe) -> Parts | None:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or any(isinstance(item, list | Mapping) for item in items):
        return None
    found = {_written(item): item for item in items}
    return found if len(found) == len(items) else None


def _written(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def put_together(sort: Sort, parts: Parts, versions: Versions) -> Value:
    """The value that these parts make; a single name stands as one of the sides has it."""
    if isinstance(sort, Fields | Keyed):
        return dict(parts)
    items = list(parts.values())
    if isinstance(sort, Names) and len(items) == 1 and not all(isinstance(side, list) for side in versions[1:]):
        return items[0]
    return items
