"""Snapshots seen through a keyhole: all but the offices, and of these what differs, so that no tree is listed whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from sscctl.domain.finding import Fault
from sscctl.reading.extract import Extract
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.paths import REGISTRY_FILE, SCHEMAS
from sscctl.reading.snapshot import BlobId, Known, Revision, Snapshot, Standing

Blobs = Mapping[str, BlobId]

Fetch = Callable[[Blobs], Iterator[tuple[str, bytes]]]


class View:
    """Those of a snapshot's paths that `blobs` names, read by `fetch`; everything else is the snapshot's own."""

    def __init__(self, snapshot: Snapshot, blobs: Blobs, fetch: Fetch) -> None:
        self._snapshot = snapshot
        self._blobs = blobs
        self._fetch = fetch

    @property
    def prefix(self) -> str:
        """The snapshot's."""
        return self._snapshot.prefix

    @property
    def revision(self) -> Revision | None:
        """The snapshot's."""
        return self._snapshot.revision

    def standing(self) -> Standing:
        """The snapshot's."""
        return self._snapshot.standing()

    def blobs(self) -> Blobs:
        """The paths that can be seen."""
        return self._blobs

    def changed_since(self, before: Standing, known: Known) -> Mapping[str, BlobId | None]:
        """The snapshot's."""
        return self._snapshot.changed_since(before, known)

    def read(self, path: str) -> bytes:
        """The content of a path that can be seen."""
        return next(self.read_many((path,)))[1]

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content in the order asked."""
        return self._fetch({path: self._blobs[path] for path in paths})

    def faults(self, remembered: Mapping[str, Fault] | None = None) -> Mapping[str, Fault]:
        """The snapshot's."""
        return self._snapshot.faults(remembered)


class Keyhole:
    """Looks at a comparison whose side before is a commit: at what differs, and at all but the offices.

    What does not differ is read from the commit: its bytes are the same on both sides. `old` and `new` give the blob
    ids of what differs.
    """

    def __init__(self, extract: Extract, sides: tuple[Snapshot, Snapshot], old: Blobs, new: Blobs) -> None:
        self._extract = extract
        self._before, self._after = sides
        self._old, self._new = old, new
        self._same = self._unchanged(_REST)

    @classmethod
    def of(cls, place: GitPlace | None, sides: tuple[Snapshot, Snapshot], old: Blobs, new: Blobs) -> Keyhole | None:
        """The keyhole where the side before is a commit in a repository; `None` elsewhere: there all is listed."""
        before = sides[0]
        if place is None or before.revision is None or before.standing().tree is None:
            return None
        return cls(Extract(place, before.prefix, before.revision), sides, old, new)

    def before(self, *offices: str) -> View:
        """The side before, with single offices beside those that differ."""
        return View(self._before, _sorted({**self._same, **self._unchanged(offices), **self._old}), self._extract.read)

    def after(self, *offices: str) -> View:
        """The side after, with single offices beside those that differ."""
        return View(self._after, _sorted({**self._same, **self._unchanged(offices), **self._new}), self._read_after)

    def _unchanged(self, paths: Iterable[str]) -> Blobs:
        differ = self._old.keys() | self._new.keys()
        return {path: blob for path, blob in self._extract.identify(paths).items() if path not in differ}

    def _read_after(self, blobs: Blobs) -> Iterator[tuple[str, bytes]]:
        changed = dict(self._after.read_many([path for path in blobs if path in self._new]))
        same = dict(self._extract.read({path: blob for path, blob in blobs.items() if path not in self._new}))
        return ((path, changed[path] if path in changed else same[path]) for path in blobs)


_REST = (f"{SCHEMAS}/", "agencies/", "agreements/", "decisions/", "reference/", REGISTRY_FILE, "network.yaml")
"""All but the offices, which may be very many."""


def _sorted(blobs: Blobs) -> Blobs:
    """In the order of a full listing: by path."""
    return dict(sorted(blobs.items()))
