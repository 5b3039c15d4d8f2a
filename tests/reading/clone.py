"""A real git repository with a small registry in it, made in a few milliseconds."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from sscctl.reading.repository import Repository
from sscctl.reading.snapshot import BlobId, Snapshot
from sscctl.reading.standing import Standing

FILES = {
    "registry/registry.yaml": "format: 1\n",
    "registry/agencies/csn.yaml": "id: csn\n",
    "registry/offices/arvika.yaml": "id: arvika\n",
    "registry/offices/stockholm/kista.yaml": "id: kista\n",
    "registry/reference/counties.csv": "code,name\n",
    "registry/README.md": "About the registry.\n",
    "schemas/office.schema.json": "{}\n",
    "README.md": "About.\n",
}


class Clone:
    """A repository at `top`; it begins with FILES committed, unless `empty`."""

    def __init__(self, top: Path, *, empty: bool = False, options: tuple[str, ...] = ()) -> None:
        self.top = top
        self.registry = top / "registry"
        top.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main", *options)
        for path, text in FILES.items():
            self.write(path, text)
        if not empty:
            self.commit("Begin")

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file below the top level, with its folders."""
        place = self.top / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
        return place

    def git(self, *arguments: str, **environment: str) -> str:
        """Run git here, the ordinary way."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.top,
            env={**os.environ, **environment},
            check=True,
            capture_output=True,
            text=True,
            errors="surrogateescape",
        )
        return done.stdout.strip()

    def commit(self, message: str = "Go on", when: str = "2026-01-01T12:00:00+01:00") -> str:
        """Commit everything that lies here, and return the id."""
        self.git("add", "-A", "-f")
        self.git("commit", "-q", "--allow-empty", "-m", message, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
        return self.git("rev-parse", "HEAD")

    def repository(self) -> Repository:
        """Find the registry anew."""
        return Repository.find(self.top)

    def hashed(self) -> Snapshot:
        """The work tree, read by hashing everything."""
        return self.repository().snapshot(expect_many=False)

    def tracked(self) -> Snapshot:
        """The work tree, read with git's help."""
        return self.repository().snapshot(expect_many=True)


def remembered(snapshot: Snapshot) -> tuple[Standing, Callable[[], Mapping[str, BlobId]]]:
    """Return what a cache would keep of a snapshot: the standing by way of its text, and the listing."""
    blobs = dict(snapshot.blobs())
    return Standing.from_json(snapshot.standing().to_json()), lambda: blobs


def applied(blobs: Mapping[str, BlobId], changed: Mapping[str, BlobId | None]) -> dict[str, BlobId]:
    """Return a listing with changes made to it."""
    return {path: blob for path, blob in sorted({**blobs, **changed}.items()) if blob is not None}
