"""The work tree: the registry's files as they lie on disk now, read in the way that is cheaper for their number.

Up to some two thousand files it costs less to hash them all than to start git once; beyond that git is asked what
departs from the last commit. Both ways see the same files. One that git is told to ignore is a file of the registry
all the same: what lies there counts, and `ignored` tells which these are.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sscctl.domain.finding import Fault
from sscctl.errors import SscctlError
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.hashed import HashedFiles
from sscctl.reading.snapshot import Known
from sscctl.reading.standing import BlobId, Revision, Standing

if TYPE_CHECKING:
    from sscctl.reading.history import History
    from sscctl.reading.tracked import TrackedFiles

MANY = 2000
"""From this many files in git's index on, git is asked."""

_LOG = logging.getLogger(__name__)


class WorkTree:
    """What lies in the folder `root`, and in the folder `schemas` beside it, at the moment it is first asked for.

    `place` is the git repository around it, and `open_history` brings in what git is asked with, which costs time.
    `expect_many` chooses the way to read; left out, git's index tells how many files there are. A sparse work tree is
    always read with git's help: what it leaves out belongs to the registry all the same.
    """

    def __init__(
        self,
        root: Path,
        schemas: Path | None = None,
        place: GitPlace | None = None,
        open_history: Callable[[], History] | None = None,
        *,
        expect_many: bool | None = None,
    ) -> None:
        self._root = root
        self._schemas = schemas
        self._place = place
        self._open_history = open_history
        self._expect_many = expect_many
        below = root.relative_to(place.top).as_posix() if place is not None else "."
        self.prefix = "" if below == "." else f"{below}/"

    @cached_property
    def _files(self) -> HashedFiles | TrackedFiles:
        place = self._place
        if place is not None and self._open_history is not None:
            many = place.indexed() >= MANY if self._expect_many is None else self._expect_many
            if many or place.is_sparse:
                try:
                    tracked = self._open_history().tracked(self._root, self._schemas)
                except SscctlError as problem:
                    _LOG.info("git is of no help here (%s): every file is hashed", problem)
                else:
                    if tracked is not None:
                        return tracked
        return HashedFiles(self._root, self._schemas)

    @cached_property
    def revision(self) -> Revision | None:
        """The commit that HEAD names, and whether the registry departs from it; None before the first commit."""
        if self._place is None or self._open_history is None:
            return None
        history = self._open_history()
        head = history.head()
        if head is None:
            return None
        tracked = history.tracked(self._root, self._schemas)
        return replace(head, dirty=tracked is None or tracked.is_dirty)

    def ignored(self) -> frozenset[str]:
        """Return the files of the registry that git is told to ignore: they are read, and would never be committed."""
        if self._place is None or self._open_history is None:
            return frozenset()
        tracked = self._open_history().tracked(self._root, self._schemas)
        return frozenset() if tracked is None else tracked.ignored()

    def standing(self) -> Standing:
        """Return what the files stand on."""
        return self._files.standing()

    def blobs(self) -> Mapping[str, BlobId]:
        """Return every path that belongs and may be read, sorted."""
        return self._files.blobs()

    def changed_since(self, before: Standing, known: Known) -> Mapping[str, BlobId | None]:
        """Return what differs from an earlier standing."""
        return self._files.changed_since(before, known)

    def read(self, path: str) -> bytes:
        """Return the content; what was listed and has changed since is an error, never a silent mixture."""
        return next(self._files.read_many((path,)))[1]

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content in the order asked."""
        return self._files.read_many(paths)

    def faults(self, remembered: Mapping[str, Fault] | None = None) -> Mapping[str, Fault]:
        """Return what lies there and may not be read."""
        return self._files.faults(remembered)
