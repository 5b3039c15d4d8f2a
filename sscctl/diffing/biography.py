"""One office through all its revisions: when the registry learned what, and where each value came from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sscctl.domain.finding import Pointer
from sscctl.reading.standing import Revision

Tree: TypeAlias = Mapping[str, object]

TOPICS = (
    "lifecycle",
    "addresses",
    "opening_hours",
    "deviations",
    "participations",
    "co_locations",
    "services",
    "remarks",
)
"""The lists of an office's document whose entries happen at a time of their own."""


@dataclass(frozen=True, slots=True)
class Version:
    """What the document said from a revision on; `tree` is `None` where there was none, or none that can be read.

    `revision` is `None` for what lies in the work tree and is not committed.
    """

    revision: Revision | None
    tree: Tree | None


@dataclass(frozen=True, slots=True)
class Learned:
    """An entry that the registry learned, or withdrew, at a revision; `date` is the entry's own, as it is written."""

    date: str
    topic: str
    entry: Tree
    revision: Revision | None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A value that a field held from a revision on; `sources` and `decision` are those of the nearest group around it.

    `value` is `None` where the field was absent.
    """

    value: object
    revision: Revision | None
    sources: tuple[str, ...]
    decision: str | None


def life(versions: Iterable[Version]) -> list[Learned]:
    """Every entry with the revision that first had it, and every one that was withdrawn; by the entry's date.

    An entry that was only written in another way (its order, its comments) is the same entry; one whose content
    changed is one withdrawn and one learned.
    """
    known: dict[str, tuple[str, Tree]] = {}
    found: list[Learned] = []
    for version in versions:
        now = dict(_entries(version.tree or {}))
        for key in sorted(now.keys() - known.keys()):
            topic, entry = now[key]
            found.append(Learned(_date(entry), topic, entry, version.revision))
        for key in sorted(known.keys() - now.keys()):
            topic, entry = known[key]
            found.append(Learned(_date(entry), topic, entry, version.revision, withdrawn=True))
        known = now
    return sorted(
        found, key=lambda one: (one.date.removeprefix("../"), one.topic, _instant(one.revision), not one.withdrawn)
    )


def _entries(tree: Tree) -> Iterator[tuple[str, tuple[str, Tree]]]:
    for topic in TOPICS:
        entries = tree.get(topic)
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                yield json.dumps([topic, entry], sort_keys=True, ensure_ascii=False), (topic, entry)


def _date(entry: Tree) -> str:
    for key in ("on", "valid_from", "last_day", "expected"):
        if isinstance(value := entry.get(key), str):
            return value
    return ""


def _instant(revision: Revision | None) -> str:
    return revision.instant.isoformat() if revision else "~"


def values(versions: Iterable[Version], pointer: Pointer) -> list[Held]:
    """What the field at `pointer` held, oldest first; a revision that left it as it was is passed over."""
    found: list[Held] = []
    for version in versions:
        value = look_up(version.tree or {}, pointer)
        if found and found[-1].value == value:
            continue
        if value is None and not found:
            continue
        found.append(Held(value, version.revision, *_grounds(version.tree or {}, pointer)))
    return found


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


def _grounds(tree: Tree, pointer: Pointer) -> tuple[tuple[str, ...], str | None]:
    """The sources and the decision that stand nearest to the value, from the value itself outwards."""
    sources: tuple[str, ...] = ()
    decision: str | None = None
    for length in range(len(pointer), -1, -1):
        around = look_up(tree, pointer[:length])
        if not isinstance(around, dict):
            continue
        source = around.get("source", ())
        sources = sources or ((source,) if isinstance(source, str) else tuple(source))
        if decision is None and isinstance(named := around.get("decision"), str):
            decision = named
    return sources, decision
