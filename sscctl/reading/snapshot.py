"""The one seam for bytes: a snapshot is what the registry's files were at one moment, by path and blob id.

Paths are relative to the registry's root (`registry.yaml`, `offices/arvika.yaml`); the schemas, which lie beside the
root, appear under `schemas/`. The work tree, a commit and memory are implementations of one protocol, so no reader
knows which of them it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from sscctl.domain.finding import Fault
from sscctl.errors import NotFound
from sscctl.reading.paths import SCHEMAS, Refusal, judge, judge_schema, limit, shown
from sscctl.reading.refusals import worded
from sscctl.reading.standing import BlobId, Revision, Standing, blob_id
from sscctl.text import Text

__all__ = ["BlobId", "Known", "MemorySnapshot", "Overlay", "Revision", "Snapshot", "Standing", "blob_id"]

Known = Callable[[], Mapping[str, BlobId]]
"""Gives the listing that `blobs` returned at an earlier standing; called only where it is needed."""


class Snapshot(Protocol):
    """The registry's files at one moment."""

    @property
    def prefix(self) -> str:
        """The registry's root below git's top level (`registry/`); empty where they are one, or without git."""

    @property
    def revision(self) -> Revision | None:
        """The commit this is, or the one the work tree grew from; None where there is none."""

    def standing(self) -> Standing:
        """Return what can be compared with a remembered standing without listing anything."""

    def blobs(self) -> Mapping[str, BlobId]:
        """Return every path that belongs and may be read, sorted, with its blob id."""

    def changed_since(self, before: Standing, known: Known) -> Mapping[str, BlobId | None]:
        """Return the paths that differ from `before`, sorted; None for one that is not, or no longer, to be read.

        A path that is refused now and was not, or the other way round, is among them: its fault is new or gone.
        """

    def read(self, path: str) -> bytes:
        """Return the content; NotFound for a path that is not in `blobs`."""

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content in the order asked, one file in memory at a time."""

    def faults(self, remembered: Mapping[str, Fault] | None = None) -> Mapping[str, Fault]:
        """Return the paths that lie there and may not be read, sorted; none of them is in `blobs`.

        `remembered` are the faults at the standing last given to `changed_since`: with them nothing is listed anew
        (so `faults({})` are those among the paths that changed).
        """


def no_such_path(path: str) -> NotFound:
    """Say that a snapshot does not hold `path`."""
    return NotFound(
        Text(sv="{path} finns inte i registret", en="{path} is not in the registry").format(path=shown(path))
    )


def good(value: BlobId | None) -> BlobId | None:
    """Return a blob id as it is, and None for a refusal: neither is there to be read."""
    return None if value is None or value.startswith("!") else value


def refused(values: Mapping[str, BlobId | None]) -> dict[str, Refusal]:
    """Return the refusals among blob ids."""
    return {path: Refusal(value) for path, value in values.items() if value is not None and value.startswith("!")}


def differing(
    known: Mapping[str, BlobId], before: Standing, blobs: Mapping[str, BlobId], refusals: Mapping[str, BlobId]
) -> dict[str, BlobId | None]:
    """Compare two full listings: what is new or other, and None for what is gone or (now or before) refused."""
    then = {**known, **refused(before.loose)}
    now = {**blobs, **refusals}
    return {shown(path): good(now.get(path)) for path in sorted({path for path, _ in then.items() ^ now.items()})}


class MemorySnapshot:
    """Files given as a mapping from path to content; names and sizes are judged as they are on disk."""

    def __init__(self, files: Mapping[str, bytes], *, prefix: str = "", revision: Revision | None = None) -> None:
        self.prefix = prefix
        self.revision = revision
        self._files, self._refused = _sorted_out(files)
        self._blobs = {path: blob_id(data) for path, data in self._files.items()}

    @staticmethod
    def overlay(base: Snapshot, changes: Mapping[str, bytes | None]) -> Overlay:
        """Return `base` as it would be with these files written, or removed where the content is None."""
        return Overlay(base, changes)

    def standing(self) -> Standing:
        """Return every path: memory has no tree."""
        return Standing(None, None, {**self._blobs, **self._refused})

    def blobs(self) -> Mapping[str, BlobId]:
        """Return every path that belongs, sorted."""
        return self._blobs

    def changed_since(self, before: Standing, known: Known) -> Mapping[str, BlobId | None]:
        """Compare the two listings."""
        return {} if before == self.standing() else differing(known(), before, self._blobs, self._refused)

    def read(self, path: str) -> bytes:
        """Return the content given for `path`."""
        if path not in self._files:
            raise no_such_path(path)
        return self._files[path]

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content in the order asked."""
        return ((path, self.read(path)) for path in paths)

    def faults(self, remembered: Mapping[str, Fault] | None = None) -> Mapping[str, Fault]:
        """Return the paths that were refused."""
        del remembered
        return worded(self._refused, self._blobs.__contains__)


class Overlay:
    """A snapshot with some files other than they are; everything else is read from the base when it is asked for."""

    def __init__(self, base: Snapshot, changes: Mapping[str, bytes | None]) -> None:
        self._base = base
        self._files, self._refused = _sorted_out({path: data for path, data in changes.items() if data is not None})
        self._gone = {path for path, data in changes.items() if data is None} | set(self._refused)
        self._changes: dict[str, BlobId | None] = dict.fromkeys(self._gone)
        self._changes.update((path, blob_id(data)) for path, data in self._files.items())

    @property
    def prefix(self) -> str:
        """The base's."""
        return self._base.prefix

    @property
    def revision(self) -> Revision | None:
        """The base's."""
        return self._base.revision

    def standing(self) -> Standing:
        """Return the base's standing with the changes on top."""
        base = self._base.standing()
        loose = {**base.loose, **self._changes, **self._refused}
        if base.tree is None:
            loose = {path: blob for path, blob in loose.items() if blob is not None}
        return Standing(base.tree, base.schemas, loose)

    def blobs(self) -> Mapping[str, BlobId]:
        """Return the base's listing with the changes on top."""
        listing = {path: blob for path, blob in self._base.blobs().items() if path not in self._changes}
        listing.update((path, blob) for path, blob in self._changes.items() if blob is not None)
        return dict(sorted(listing.items()))

    def changed_since(self, before: Standing, known: Known) -> Mapping[str, BlobId | None]:
        """Ask the base, then lay the changes on top."""
        changed = dict(self._base.changed_since(before, known))
        then = {**known(), **refused(before.loose)} if self._changes or self._refused else {}
        for path, blob in {**self._changes, **self._refused}.items():
            changed.pop(path, None)
            if then.get(path) != blob:
                changed[path] = good(blob)
        return dict(sorted(changed.items()))

    def read(self, path: str) -> bytes:
        """Return the changed content, or the base's."""
        if path in self._gone:
            raise no_such_path(path)
        return self._files[path] if path in self._files else self._base.read(path)

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content in the order asked."""
        return ((path, self.read(path)) for path in paths)

    def faults(self, remembered: Mapping[str, Fault] | None = None) -> Mapping[str, Fault]:
        """Return the base's faults, but for the changed paths their own."""
        faults = {path: fault for path, fault in self._base.faults(remembered).items() if path not in self._changes}
        faults.update(worded(self._refused, lambda path: path in self.blobs()))
        return dict(sorted(faults.items()))


def _sorted_out(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, Refusal]]:
    """Part the files that belong, sorted, from those that are refused; leave out what is plainly no data."""
    taken: dict[str, bytes] = {}
    refused: dict[str, Refusal] = {}
    for path, data in sorted(files.items()):
        found = judge_schema(path.partition("/")[2]) if path.startswith(f"{SCHEMAS}/") else judge(path)
        if found is None:
            continue
        if found.refusal is not None:
            refused[found.path] = found.refusal
        elif len(data) > limit(path):
            refused[path] = Refusal.LARGE
        else:
            taken[path] = data
    return taken, refused
