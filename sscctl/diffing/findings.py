"""Two checks of a registry held against each other: which findings are new, which are gone, and which were there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from sscctl.diffing.fingerprints import Identity, Tree, document_of, identities, trees_of
from sscctl.domain.finding import Finding
from sscctl.reading.cache import Cache
from sscctl.reading.kinds import kind_of
from sscctl.reading.snapshot import Snapshot
from sscctl.rules._check import Report, check


class State(StrEnum):
    """What became of a finding between two revisions."""

    NEW = "new"
    UNCHANGED = "unchanged"
    FIXED = "fixed"


class Tracked(NamedTuple):
    """A finding with its fingerprint; `state` is `None` where nothing was compared."""

    finding: Finding
    fingerprint: str
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A snapshot, what was found in it, and the cache that remembers its documents."""

    snapshot: Snapshot
    findings: Sequence[Finding]
    cache: Cache

    def trees(self) -> dict[str, Tree]:
        """The documents in which something was found."""
        return trees_of(self.snapshot, (finding.path for finding in self.findings), self.cache)

    def documents(self) -> set[str]:
        """All documents that are there."""
        return {document_of(path) for path in self.snapshot.blobs() if kind_of(path)}


def check_aside(snapshot: Snapshot, today: date, cache: Cache) -> tuple[Report, Cache]:
    """Check a snapshot and leave the cache as it is; also returns the copy of it that knows this snapshot.

    The check starts from what the cache knows, so it reads and asks only what differs, by the snapshot's own schemas.
    """
    aside = Cache.of(None)
    cache.database.backup(aside.database)
    return check(snapshot, today, aside), aside


def track(side: Side, today: date) -> tuple[Tracked, ...]:
    """Return the findings with their fingerprints."""
    known = identities(side.findings, side.trees(), today)
    return tuple(Tracked(finding, identity.fingerprint) for finding, identity in zip(side.findings, known, strict=True))


def compare(before: Side, now: Side, today: date) -> tuple[Tracked, ...]:
    """Return what is found now, new or not, and after it what was found before and is gone.

    An office with a new id is the same office where the old one is gone, and is named as its predecessor or said the
    very same.
    """
    trees = now.trees()
    names = _names(trees, before, now.documents())
    then = identities(before.findings, before.trees(), today)
    found = identities(now.findings, trees, today)
    known, left = set(then), {_renamed(identity, names) for identity in found}

    def state(identity: Identity) -> State:
        return State.UNCHANGED if _renamed(identity, names) in known else State.NEW

    return (
        *(Tracked(one, its.fingerprint, state(its)) for one, its in zip(now.findings, found, strict=True)),
        *(
            Tracked(one, its.fingerprint, State.FIXED)
            for one, its in zip(before.findings, then, strict=True)
            if its not in left
        ),
    )


def _names(trees: dict[str, Tree], before: Side, now: set[str]) -> dict[str, str]:
    """The documents that had another id before: the name now, to the name then; each had one heir at most."""
    then = before.documents()
    added = {document_of(path): tree for path, tree in trees.items() if document_of(path) not in then}
    gone = {path for path in before.snapshot.blobs() if document_of(path) in then - now} if added else set()
    alike: dict[str, list[str]] = {}
    for path, tree in trees_of(before.snapshot, sorted(gone), before.cache).items():
        alike.setdefault(_said(tree), []).append(document_of(path))
    free = {document_of(path) for path in gone}
    names: dict[str, str] = {}
    for document, tree in added.items():
        named = f"offices/{tree.get('predecessor')}.yaml"
        if old := next((name for name in (named, *alike.get(_said(tree), ())) if name in free), None):
            names[document] = old
            free.remove(old)
    return names


def _said(tree: Tree) -> str:
    """What a document says, but for who it is."""
    return json.dumps({key: tree[key] for key in tree if key not in ("id", "predecessor")}, sort_keys=True)


def _renamed(identity: Identity, names: dict[str, str]) -> Identity:
    return identity._replace(document=names.get(identity.document, identity.document))
