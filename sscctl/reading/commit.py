"""A commit's registry: read straight from git's objects, nothing is checked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from sscctl.domain.finding import Fault
from sscctl.reading.catfile import CatFile
from sscctl.reading.counters import counters
from sscctl.reading.gitprocess import Git
from sscctl.reading.paths import REFERENCE_LIMIT, shown
from sscctl.reading.refusals import renewed, worded
from sscctl.reading.snapshot import Known, differing, good, no_such_path, refused
from sscctl.reading.standing import BlobId, Revision, Standing
from sscctl.reading.trees import Layout, list_tree, touched, tree_ids

_FEW = 200
"""So many paths are asked for one by one; for more the whole tree is listed."""


class CommitSnapshot:
    """The registry as `revision` holds it."""

    def __init__(self, git: Git, layout: Layout, revision: Revision) -> None:
        self.prefix = layout.prefix
        self.revision = revision
        self._git = git
        self._layout = layout
        self._objects = CatFile(git)
        self._since: dict[str, BlobId | None] = {}

    @cached_property
    def _standing(self) -> Standing:
        _, tree, schemas = tree_ids(self._git, self._layout, self.revision.id) or ("", None, None)
        return Standing(tree, schemas)

    def standing(self) -> Standing:
        """Return the two trees; nothing departs from them."""
        return self._standing

    @cached_property
    def _listing(self) -> dict[str, BlobId]:
        return dict(sorted(list_tree(self._git, self._layout, self.revision.id)))

    @cached_property
    def _blobs(self) -> dict[str, BlobId]:
        return {path: value for path, value in self._listing.items() if not value.startswith("!")}

    def blobs(self) -> Mapping[str, BlobId]:
        """Return every path that belongs and may be read, sorted."""
        return self._blobs

    def changed_since(self, before: Standing, known: Known) -> Mapping[str, BlobId | None]:
        """Compare the trees; only what differs is looked at."""
        after = self.standing()
        were = {} if before == after else touched(self._git, before, after)
        if were is None:
            return differing(known(), before, self._blobs, refused(self._listing))
        few = dict(list_tree(self._git, self._layout, self.revision.id, were)) if 0 < len(were) <= _FEW else {}
        values = self._listing if len(were) > _FEW else few
        self._since = {path: values.get(path) for path in sorted(were)}
        return {shown(path): good(now) for path, now in self._since.items() if now != were[path]}

    def read(self, path: str) -> bytes:
        """Return the content."""
        return next(self.read_many((path,)))[1]

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content in the order asked, all through one process."""
        wanted = [(path, self._identity(path)) for path in paths]
        contents = self._objects.read_many((identity for _, identity in wanted), REFERENCE_LIMIT)
        for (path, _), data in zip(wanted, contents, strict=True):
            counters.files_read += 1
            yield path, data

    def _identity(self, path: str) -> BlobId:
        identity = good(self._since.get(path)) or self._blobs.get(path)
        if identity is None:
            raise no_such_path(path)
        return identity

    def faults(self, remembered: Mapping[str, Fault] | None = None) -> Mapping[str, Fault]:
        """Return what the commit holds and may not be read."""
        if remembered is None or "_listing" in self.__dict__:  # listed anyway
            return worded(refused(self._listing), self._blobs.__contains__)
        return renewed(remembered, self._since, worded(refused(self._since), self._since.__contains__))
