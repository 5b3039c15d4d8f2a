"""A work tree read by looking at every file and hashing it: git is not needed, and not asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from sscctl.domain.finding import Fault
from sscctl.reading.counters import counters
from sscctl.reading.disk import Disk
from sscctl.reading.folder import changed_while_read
from sscctl.reading.listing import list_registry
from sscctl.reading.refusals import worded
from sscctl.reading.snapshot import Known, differing, no_such_path, refused
from sscctl.reading.standing import BlobId, Standing, blob_id


class HashedFiles:
    """What lies on disk at the moment it is first asked for."""

    def __init__(self, root: Path, schemas: Path | None) -> None:
        self._root = root
        self._schemas = schemas

    @cached_property
    def _listing(self) -> dict[str, BlobId]:
        return dict(sorted(list_registry(self._root, self._schemas).items()))

    @cached_property
    def _blobs(self) -> dict[str, BlobId]:
        return {path: blob for path, blob in self._listing.items() if not blob.startswith("!")}

    def standing(self) -> Standing:
        """Return every path with its blob id: there is no tree."""
        return Standing(None, None, self._listing)

    def blobs(self) -> Mapping[str, BlobId]:
        """Return every path that belongs and may be read, sorted."""
        return self._blobs

    def changed_since(self, before: Standing, known: Known) -> Mapping[str, BlobId | None]:
        """Compare the listings, unless the standing is the same."""
        return {} if before == self.standing() else differing(known(), before, self._blobs, refused(self._listing))

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content; what changed since it was listed is an error, never a silent mixture."""
        with Disk(self._root, self._schemas) as disk:
            for path in paths:
                expected = self._blobs.get(path)
                if expected is None:
                    raise no_such_path(path)
                data = disk.read(path)
                if not isinstance(data, bytes) or blob_id(data) != expected:
                    raise changed_while_read(path)
                counters.files_read += 1
                yield path, data

    def faults(self, remembered: Mapping[str, Fault] | None = None) -> Mapping[str, Fault]:
        """Return what lies there and may not be read."""
        del remembered
        return worded(refused(self._listing), self._blobs.__contains__)
