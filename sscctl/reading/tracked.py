"""A large work tree read by asking git what departs from the last commit: only that is looked at and hashed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from sscctl.domain.finding import Fault
from sscctl.reading.catfile import CatFile
from sscctl.reading.counters import counters
from sscctl.reading.departures import Departures
from sscctl.reading.disk import Disk
from sscctl.reading.folder import changed_while_read
from sscctl.reading.gitprocess import Git
from sscctl.reading.gitstatus import GitStatus
from sscctl.reading.paths import Refusal, limit, shown
from sscctl.reading.refusals import renewed, worded
from sscctl.reading.snapshot import Known, differing, good, no_such_path, refused
from sscctl.reading.standing import BlobId, Standing, blob_id
from sscctl.reading.trees import Layout, list_tree, touched


class TrackedFiles:
    """The work tree at the moment that git was asked about.

    What git says is as committed is taken to be so, byte for byte; where the file on disk nevertheless differs (line
    ends converted, a filter, a file left out by a sparse checkout), the committed bytes are read, so that a snapshot
    never mixes two states. Pipes and sockets, which git does not see, are met only where a document ought to be.
    """

    def __init__(self, git: Git, layout: Layout, status: GitStatus, root: Path, schemas: Path | None) -> None:
        self._git = git
        self._layout = layout
        self._status = status
        self._root = root
        self._schemas = schemas
        self._objects = CatFile(git)
        self._since: dict[str, BlobId | None] = {}
        self._known: Known | None = None

    @cached_property
    def _loose(self) -> dict[str, BlobId | None]:
        with Disk(self._root, self._schemas) as disk:
            return dict(sorted(Departures(disk, self._layout).examine_all(self._status.departing)))

    @property
    def is_dirty(self) -> bool:
        """Whether anything that belongs to the registry departs from the commit."""
        return bool(self._loose)

    def ignored(self) -> frozenset[str]:
        """Return those of the registry's files that git is told to ignore."""
        paths = {self._layout.path(path) for path in self._status.ignored}
        return frozenset(path for path in paths if path is not None and path in self._loose)

    def standing(self) -> Standing:
        """Return the commit's trees and what departs from them."""
        return Standing(self._status.tree, self._status.schemas, self._loose)

    @cached_property
    def _listing(self) -> dict[str, BlobId]:
        listing: dict[str, BlobId | None] = dict(list_tree(self._git, self._layout, self._status.commit))
        nested = [path for path, value in listing.items() if value == Refusal.NESTED]
        with Disk(self._root, self._schemas) as disk:
            for path in nested:  # a submodule that was never fetched is an empty folder
                listing[path] = None
                listing.update(Departures(disk, self._layout).examine_folder(path))
        listing.update(self._loose)
        return {path: value for path, value in sorted(listing.items()) if value is not None}

    @cached_property
    def _blobs(self) -> dict[str, BlobId]:
        if self._known is None:
            return {path: value for path, value in self._listing.items() if not value.startswith("!")}
        blobs = {**self._known(), **{path: good(value) for path, value in self._since.items()}}
        return {path: value for path, value in sorted(blobs.items()) if value is not None}

    def blobs(self) -> Mapping[str, BlobId]:
        """Return every path that belongs and may be read, sorted."""
        return self._blobs

    def changed_since(self, before: Standing, known: Known) -> Mapping[str, BlobId | None]:
        """Look at what departs now, what departed then, and what differs between the two trees."""
        after = self.standing()
        were = {} if before == after else touched(self._git, before, after)
        if were is None:
            return differing(known(), before, self._blobs, refused(self._listing))
        with Disk(self._root, self._schemas) as disk:
            departures = Departures(disk, self._layout)
            for path in sorted(were):
                self._since[path] = self._loose[path] if path in self._loose else departures.examine(path)
        self._known = known
        return {shown(path): good(self._since[path]) for path in sorted(were) if self._since[path] != were[path]}

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content: what lies on disk if that is what the listing says, else what git holds."""
        with Disk(self._root, self._schemas) as disk:
            for path in paths:
                expected = self._expected(path)
                counters.files_read += 1
                data = disk.read(path)
                if isinstance(data, bytes) and blob_id(data) == expected:
                    yield path, data
                elif path in self._loose:
                    raise changed_while_read(path)
                else:
                    yield path, self._objects.read(expected, limit(path))

    def _expected(self, path: str) -> BlobId:
        value = good(self._since.get(path) or self._loose.get(path)) or self._blobs.get(path)
        if value is None:
            raise no_such_path(path)
        return value

    def faults(self, remembered: Mapping[str, Fault] | None = None) -> Mapping[str, Fault]:
        """Return what lies there and may not be read."""
        if remembered is None or "_listing" in self.__dict__:  # listed anyway
            return worded(refused(self._listing), self._lies_there)
        return renewed(remembered, {**self._loose, **self._since}, worded(refused(self._since), self._lies_there))

    def _lies_there(self, path: str) -> bool:
        return (self._root / path).exists()
