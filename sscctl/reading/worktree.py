"""The work tree: the registry's files as they lie on disk now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from sscctl.domain.finding import Fault
from sscctl.reading.folder import Folder, changed_while_read
from sscctl.reading.listing import list_registry
from sscctl.reading.paths import SCHEMAS, Refusal, limit
from sscctl.reading.refusals import worded
from sscctl.reading.snapshot import Known, differing, no_such_path
from sscctl.reading.standing import BlobId, Revision, Standing, blob_id


class WorkTree:
    """What lies in the folder `root`, and in the folder `schemas` beside it, at the moment it is first asked for."""

    def __init__(self, root: Path, schemas: Path | None = None, *, prefix: str = "") -> None:
        self.prefix = prefix
        self._root = root
        self._schemas = schemas

    @property
    def revision(self) -> Revision | None:
        """None: there is no git here."""
        return None

    @cached_property
    def _listing(self) -> dict[str, BlobId]:
        return dict(sorted(list_registry(self._root, self._schemas).items()))

    def standing(self) -> Standing:
        """Return every path with its blob id."""
        return Standing(None, None, self._listing)

    @cached_property
    def _blobs(self) -> dict[str, BlobId]:
        return {path: blob for path, blob in self._listing.items() if not blob.startswith("!")}

    def blobs(self) -> Mapping[str, BlobId]:
        """Return every path that belongs and may be read, sorted."""
        return self._blobs

    def changed_since(self, before: Standing, known: Known) -> Mapping[str, BlobId | None]:
        """Compare the listings, unless the standing is the same."""
        return {} if before == self.standing() else differing(known(), self._blobs)

    def read(self, path: str) -> bytes:
        """Return the content; what was listed and has changed since is an error, never a silent mixture."""
        return next(self.read_many((path,)))[1]

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content in the order asked."""
        with Folder(self._root) as registry:
            for path in paths:
                yield path, self._checked(path, registry)

    def _checked(self, path: str, registry: Folder) -> bytes:
        expected = self._blobs.get(path)
        if expected is None:
            raise no_such_path(path)
        if path.startswith(f"{SCHEMAS}/") and self._schemas is not None:
            with Folder(self._schemas) as schemas:
                data = schemas.read(path.removeprefix(f"{SCHEMAS}/"), limit(path))
        else:
            data = registry.read(path, limit(path))
        if not isinstance(data, bytes) or blob_id(data) != expected:
            raise changed_while_read(path)
        return data

    def faults(self, remembered: Mapping[str, Fault] | None = None) -> Mapping[str, Fault]:
        """Return what lies there and may not be read."""
        del remembered
        refused = {path: Refusal(value) for path, value in self._listing.items() if value.startswith("!")}
        return worded(refused, self._blobs.__contains__)
