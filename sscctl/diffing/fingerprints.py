"""What makes a finding the same finding in another revision, on whichever line it stands there.

A finding is told by its rule, its document, the entries that its pointer leads through, and its words. An entry of a
list is told by what it says of itself (the event and its day, the agency and the first day), never by its place in
the list, and an office by its id, never by its folder: so neither moved lines, nor entries put in before, nor a file
moved to another folder make a finding new. A value that was changed and is still wrong is a finding with other words,
and so a new one.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from sscctl.domain.finding import Finding, Pointer
from sscctl.reading.cache import Cache
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.load import Reader
from sscctl.reading.snapshot import Snapshot
from sscctl.reading.yaml12 import parse

Tree = Mapping[str, object]

_NAMING = (
    *("id", "event", "act", "section", "agency", "party", "municipality", "other", "service", "rule", "field"),
    *("on", "valid_from", "year", "period", "reference"),
)
"""The keys by which an entry of a list is known, where it has any of them; an entry with none is known by it all."""


class Identity(NamedTuple):
    """Everything by which a finding is known again; `nth` tells those apart that are alike in all else."""

    code: str
    document: str
    steps: tuple[str, ...]
    words: str
    nth: int = 0

    @property
    def fingerprint(self) -> str:
        """32 hexadecimal digits, the same wherever the finding has moved to."""
        return hashlib.sha256(json.dumps(self, ensure_ascii=False).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def identities(findings: Iterable[Finding], trees: Mapping[str, Tree], today: date) -> list[Identity]:
    """Return the identity of each finding, in their order; `trees` gives the documents by path, where they can be read.

    The day of the check is left out of the words: tomorrow's finding is the same.
    """
    seen: Counter[Identity] = Counter()
    found = []
    for finding in findings:
        steps = tuple(_steps(trees.get(finding.path), finding.pointer))
        words = finding.message.en.replace(today.isoformat(), "today")
        identity = Identity(finding.code, document_of(finding.path), steps, words)
        found.append(identity._replace(nth=seen[identity]))
        seen[identity] += 1
    return found


def document_of(path: str) -> str:
    """The path by which a document is known again: an office's folders mean nothing."""
    return f"offices/{path.rpartition('/')[2]}" if kind_of(path) is Kind.OFFICE else path


def trees_of(snapshot: Snapshot, paths: Iterable[str], cache: Cache) -> dict[str, Tree]:
    """Return the trees of the documents among the paths, remembered or read now; what cannot be read is left out."""
    listing = snapshot.blobs()
    blobs = {path: listing[path] for path in dict.fromkeys(paths) if path in listing and kind_of(path)}
    reader = Reader(snapshot, cache)
    found: dict[str, Tree] = {}
    for raw in reader.raws(blobs, with_data=False):
        remembered = reader.parse(raw).tree if raw.remembered is not None else None
        # Where its schema does not pass it, nothing is remembered; what it says can be told all the same.
        tree = remembered or parse(raw.data or snapshot.read(raw.path)).tree
        if isinstance(tree, dict):
            found[raw.path] = tree
    return found


def _steps(tree: object, pointer: Pointer) -> Iterator[str]:
    for step in pointer:
        if isinstance(tree, Mapping):
            tree = tree.get(str(step))
            yield str(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
            yield _name(tree)
        else:
            tree = None
            yield str(step)


def _name(entry: object) -> str:
    """What an entry of a list says of itself."""
    if isinstance(entry, Mapping):
        entry = {key: entry[key] for key in _NAMING if key in entry} or entry
    return json.dumps(entry, ensure_ascii=False, sort_keys=True)
