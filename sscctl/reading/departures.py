"""Looks at single paths of a work tree: what git says departs, and what departed before."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping

from sscctl.reading.disk import Disk
from sscctl.reading.listing import hashed, list_below
from sscctl.reading.paths import SCHEMAS, Refusal, Verdict, judge, judge_schema, judge_symlink
from sscctl.reading.standing import BlobId
from sscctl.reading.trees import Layout


class Departures:
    """Examines paths on an open disk, with the same eyes as a full listing."""

    def __init__(self, disk: Disk, layout: Layout) -> None:
        self._disk = disk
        self._layout = layout

    def examine_all(self, git_paths: Mapping[str, BlobId]) -> Iterator[tuple[str, BlobId | None]]:
        """Yield what departs at git's paths, each given with the blob id that the commit has there.

        A blob id, a refusal, or None if nothing lies there any more; what is no data is left out.
        """
        for git_path, committed in git_paths.items():
            path = self._layout.path(git_path) or ""
            if f"{git_path}/" == self._layout.schemas:
                path = SCHEMAS
            if path.endswith("/"):
                yield from dict(self.examine_folder(path[:-1])).items() or ((path[:-1], None),)
            elif path:
                found = self._layout.verdict(git_path) or judge_symlink(path)
                value = self.examine(found.path) if found is not None else None
                if found is not None and value != committed:
                    yield found.path, value

    def examine_folder(self, path: str) -> Iterator[tuple[str, BlobId]]:
        """Yield what lies in a folder that git does not look into."""
        if not path.startswith(f"{SCHEMAS}/"):
            yield from list_below(self._disk.registry, path)

    def examine(self, path: str) -> BlobId | None:
        """Return the blob id of a snapshot's path; why it is refused; None if nothing lies there."""
        if path == SCHEMAS and self._disk.is_schemas_link:
            return Refusal.SYMLINK
        mode = self._disk.mode(path)
        if mode is None:
            return None
        if stat.S_ISDIR(mode):
            return dict(self.examine_folder(path)).get(path)
        found = self._judge(path)
        if stat.S_ISLNK(mode) and found is None:
            found = judge_symlink(path)
        if found is None or found.path != path:
            return None
        return found.refusal or hashed(self._disk.read(path))

    def _judge(self, path: str) -> Verdict | None:
        if path.startswith(f"{SCHEMAS}/") and self._layout.schemas is not None:
            return judge_schema(path.removeprefix(f"{SCHEMAS}/"))
        return judge(path)
