"""The versions of one office's document, oldest first, from git's history and the work tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sscctl.reading.history import History
from sscctl.reading.kinds import Kind
from sscctl.reading.snapshot import Snapshot
from sscctl.reading.standing import BlobId, Revision
from sscctl.reading.upcast import lifted
from sscctl.reading.yaml12 import Tree, parse

OFFICES = "offices"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Document = dict[str, Tree]


@dataclass(frozen=True, slots=True)
class Version:
    """What the document said from a revision on; `tree` is `None` where there was none, or none that can be read.

    `revision` is `None` for what lies in the work tree and is not committed.
    """

    revision: Revision | None
    tree: Document | None


@dataclass(frozen=True, slots=True)
class Past:
    """Every version of an office's document; `is_cut` says that a shallow clone lacks what came before the first."""

    versions: tuple[Version, ...]
    is_cut: bool

    @property
    def latest(self) -> Document:
        """What the document says now, or said last before it went; empty where nothing can be read."""
        return next((version.tree for version in reversed(self.versions) if version.tree), {})


def office_paths(snapshot: Snapshot) -> dict[str, str]:
    """Where each office's document lies, by the id that is the file's name; nothing is read."""
    found: dict[str, str] = {}
    for path in snapshot.blobs():
        if path.startswith(f"{OFFICES}/") and path.endswith(".yaml"):
            found.setdefault(path.rpartition("/")[2].removesuffix(".yaml"), path)
    return found


def past(history: History, snapshot: Snapshot, ident: str, *, as_of: bool = False) -> Past:
    """Read the document of the office `ident` at each revision of the main line that changed it, and in the work tree.

    The file is followed by its name, so that an office whose file was moved to another folder keeps its past. The last
    version is that of `snapshot`: of the work tree, or `as_of` the revision that it is. Only revisions that touch
    the file are read, and each content once.
    """
    if not _ID.fullmatch(ident):  # no office goes by it
        return Past((), history.is_cut)
    start = snapshot.revision if as_of else history.head()
    committed = list(_committed(history, ident, start)) if start else []
    found = [Version(revision, _tree(history.read(blob)) if blob else None) for revision, blob in committed]
    if not as_of:
        path = office_paths(snapshot).get(ident)
        blob = snapshot.blobs()[path] if path else None
        if blob != (committed[-1][1] if committed else None):
            found.append(Version(None, _tree(snapshot.read(path)) if path else None))
    return Past(tuple(found), history.is_cut)


def _committed(history: History, ident: str, start: Revision) -> Iterator[tuple[Revision, BlobId | None]]:
    """Yield the commits that changed the content, oldest first; of several files of that name the first by path."""
    there: dict[str, BlobId] = {}
    before: BlobId | None = None
    steps = reversed(list(history.log_of(OFFICES, f"{ident}.yaml", start)))
    for revision, changes in groupby(steps, key=lambda step: step.revision):
        for step in changes:
            there.pop(step.path, None)
            if step.after is not None:
                there[step.path] = step.after
        content = there[min(there)] if there else None
        if content != before:
            yield revision, content
        before = content


def _tree(data: bytes) -> Document | None:
    tree = parse(data).tree
    return dict(lifted(Kind.OFFICE, tree, 0)) if isinstance(tree, dict) else None  # its revision's format is not asked
