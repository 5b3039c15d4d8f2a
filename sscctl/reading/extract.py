"""Single paths of a commit: what is asked for is looked up, the tree as a whole is never listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sscctl.reading.catfile import CatFile
from sscctl.reading.counters import counters
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.gitprocess import Git
from sscctl.reading.paths import REFERENCE_LIMIT
from sscctl.reading.standing import BlobId, Revision
from sscctl.reading.trees import Layout, list_tree


class Extract:
    """What a commit holds at some paths of the registry at `prefix`."""

    def __init__(self, place: GitPlace, prefix: str, revision: Revision) -> None:
        self._git = Git(place)
        self._layout = Layout.of(prefix)
        self._revision = revision
        self._objects = CatFile(self._git)

    def identify(self, paths: Iterable[str]) -> dict[str, BlobId]:
        """Return the blob ids of those of the paths that may be read; a folder (`schemas/`) gives all that is in it."""
        wanted = list(paths)
        found = list_tree(self._git, self._layout, self._revision.id, wanted) if wanted else ()
        return {path: value for path, value in sorted(found) if not value.startswith("!")}

    def read(self, blobs: Mapping[str, BlobId]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content in the order given, all through one process."""
        for path, data in zip(blobs, self._objects.read_many(blobs.values(), REFERENCE_LIMIT), strict=True):
            counters.files_read += 1
            yield path, data
