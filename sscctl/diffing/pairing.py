"""Pairs the documents of both sides: by id, and where an id is new, with the one it replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from sscctl.diffing.sides import Entry, Sides
from sscctl.diffing.values import same_form
from sscctl.domain.office import Office

_ALIKE = 0.5
"""An office that is new takes the place of one that is gone when more than this share of their fields is the same."""

_OWN = {"id", "name", "predecessor"}


class Pair(NamedTuple):
    """A document before and after; `None` where there was, or is, none."""

    before: Entry | None
    after: Entry | None


def pairs(sides: Sides) -> Iterator[Pair]:
    """Yield every document that differs, offices last; a document that cannot be read on one side is left out.

    A file that only lies in another folder is the same document, for the id is what counts.
    """
    spoilt = {(path.partition("/")[0], PurePosixPath(path).stem) for path in sides.unreadable}
    old = {_key(entry): entry for _, entry in sorted(sides.before.entries.items(), reverse=True)}
    new = {_key(entry): entry for _, entry in sorted(sides.after.entries.items(), reverse=True)}
    renamed = _renamed(old, new)
    for key in sorted(old.keys() | new.keys(), key=lambda key: (key[0] == "offices", key)):
        if key in spoilt or key in renamed.values():
            continue
        yield Pair(old.get(renamed.get(key, key)), new.get(key))


_Key = tuple[str, str]


def _key(entry: Entry) -> _Key:
    """The folder and the id; where two files claim one id, the first path holds, as in reading."""
    ident = entry.tree.get("id")
    return entry.path.partition("/")[0], ident if isinstance(ident, str) else ""


def _renamed(old: Mapping[_Key, Entry], new: Mapping[_Key, Entry]) -> dict[_Key, _Key]:
    """Which new office took the place of which that is gone: the one it names, else the one most like it."""
    gone = {key: office for key in old.keys() - new.keys() if (office := _office(old[key]))}
    come = {key: office for key in new.keys() - old.keys() if (office := _office(new[key]))}
    by_id = {office.id: key for key, office in gone.items()}
    found: dict[_Key, _Key] = {}
    for key, office in sorted(come.items()):
        if office.predecessor in by_id and by_id[office.predecessor] not in found.values():
            found[key] = by_id[office.predecessor]
    rated = sorted(
        (-_likeness(old[before], new[after]), after, before)
        for after, office in come.items()
        for before, other in gone.items()
        if office.municipality == other.municipality and not office.predecessor
    )
    for rating, after, before in rated:
        if -rating > _ALIKE and after not in found and before not in found.values():
            found[after] = before
    return found


def _office(entry: Entry) -> Office | None:
    return entry.document if isinstance(entry.document, Office) else None


def _likeness(one: Entry, other: Entry) -> float:
    fields = (one.tree.keys() | other.tree.keys()) - _OWN
    same = sum(same_form(one.tree.get(field)) == same_form(other.tree.get(field)) for field in fields)
    return same / len(fields) if fields else 1.0
