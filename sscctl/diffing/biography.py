"""One office through all its revisions: when the registry learned what, and where each value came from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sscctl.domain.finding import Pointer
from sscctl.reading.standing import Revision
from sscctl.reading.versions import Version

Tree: TypeAlias = Mapping[str, object]

TOPICS = (
    "lifecycle",
    "addresses",
    "opening_hours",
    "other_hours",
    "deviations",
    "participations",
    "co_locations",
    "services",
    "remarks",
)
"""The lists of an office's document whose entries happen at a time of their own."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When the registry changed its mind: at a revision, or in the work tree, not committed yet (`None`)."""

    revision: Revision | None


@dataclass(frozen=True, slots=True)
class Learned:
    """An entry of the document: `date` is its own, as it is written; the registry held it from `learned` on.

    `withdrawn` is when it was taken away or changed into something else; `None` while it holds.
    """

    date: str
    topic: str
    entry: Tree
    learned: Moment
    withdrawn: Moment | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A source under its id, as the document described it at the time; nothing where it did not."""

    id: str
    about: Tree


@dataclass(frozen=True, slots=True)
class Grounds:
    """What stands behind a value, in the nearest group around it: sources, the decision, the agreement."""

    sources: tuple[Cited, ...] = ()
    decision: str | None = None
    agreement: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The value of a field in one version, `None` where it is absent, and the places in the document that give it."""

    value: object
    pointers: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A value that a field held from `since` on, with the last grounds it had.

    `regrounded` is when those grounds were given, where that was later than the value itself.
    """

    found: Found
    since: Moment
    grounds: Grounds
    regrounded: Moment | None = None


def life(versions: Iterable[Version]) -> list[Learned]:
    """Every entry with the revision that first had it, and the one that withdrew it; by the entry's date.

    An entry that was only written in another way (its order, its comments), or got another source, is the same entry;
    one whose content changed is one withdrawn and one learned.
    """
    known: dict[str, Learned] = {}
    found: list[Learned] = []
    for version in versions:
        moment = Moment(version.revision)
        now = dict(_entries(version.tree or {}))
        found += [replace(known.pop(key), withdrawn=moment) for key in known.keys() - now.keys()]
        for key, (topic, entry) in now.items():
            before = known.get(key)
            learned = before.learned if before else moment
            known[key] = Learned(_date(entry), topic, entry, learned)
    return sorted((*found, *known.values()), key=_place)


def _place(one: Learned) -> tuple[str, int, str, bool, str]:
    """By date, then as an office is described, then by when it was learned; what holds stands last."""
    instant = one.learned.revision.instant.isoformat() if one.learned.revision else "~"
    written = json.dumps(one.entry, sort_keys=True)
    return one.date.removeprefix("../"), TOPICS.index(one.topic), instant, one.withdrawn is None, written


def _entries(tree: Tree) -> Iterator[tuple[str, tuple[str, Tree]]]:
    for topic in TOPICS:
        entries = tree.get(topic)
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                yield json.dumps([topic, _unsourced(entry)], sort_keys=True, ensure_ascii=False), (topic, entry)


def _unsourced(value: object) -> object:
    if isinstance(value, dict):
        return {key: _unsourced(item) for key, item in value.items() if key != "source"}
    return [_unsourced(item) for item in value] if isinstance(value, list) else value


def _date(entry: Tree) -> str:
    for key in ("on", "valid_from", "last_day", "expected"):
        if isinstance(value := entry.get(key), str):
            return value
    return ""


def values(versions: Iterable[Version], locate: Callable[[Tree], Found]) -> list[Held]:
    """What a field held, oldest first; a revision that left the value and its grounds as they were is passed over."""
    held: list[Held] = []
    for version in versions:
        tree = version.tree or {}
        found = locate(tree)
        grounds = grounds_of(tree, found.pointers) if found.value is not None else Grounds()
        moment = Moment(version.revision)
        if not held and found.value is None:
            continue
        if not held or held[-1].found.value != found.value:
            held.append(Held(found, moment, grounds))
        elif held[-1].grounds != grounds:
            held[-1] = replace(held[-1], found=found, grounds=grounds, regrounded=moment)
    return held


def look_up(tree: object, pointer: Pointer) -> object:
    """The value at `pointer`, or `None` where there is none."""
    for step in pointer:
        if isinstance(tree, dict) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def grounds_of(tree: Tree, pointers: Sequence[Pointer]) -> Grounds:
    """The grounds that stand nearest to the values at `pointers`, each from the value itself outwards."""
    described = tree.get("sources")
    known = described if isinstance(described, dict) else {}
    around = [group for pointer in pointers for group in _groups(tree, pointer)]
    ids = dict.fromkeys(ident for pointer in pointers for ident in _sources(tree, pointer))
    cited = (Cited(ident, about if isinstance(about := known.get(ident), dict) else {}) for ident in ids)
    return Grounds(tuple(cited), _first(around, "decision"), _first(around, "agreement"))


def _groups(tree: Tree, pointer: Pointer) -> Iterator[Tree]:
    for length in range(len(pointer), -1, -1):
        around = look_up(tree, pointer[:length])
        if isinstance(around, dict):
            yield around


def _sources(tree: Tree, pointer: Pointer) -> Iterator[str]:
    value = look_up(tree, pointer)
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for place in range(len(value)):
            yield from _sources(tree, (*pointer, place))
        return
    for around in _groups(tree, pointer):
        source = around.get("source")
        if isinstance(source, str | list) and source:
            yield from (source,) if isinstance(source, str) else (one for one in source if isinstance(one, str))
            return


def _first(groups: Iterable[Tree], key: str) -> str | None:
    return next((named for group in groups if isinstance(named := group.get(key), str)), None)
