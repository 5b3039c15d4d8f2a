"""Where the lock of a registry lies, and what is being prepared while it is written.

With git it is a folder in the work tree's own git folder, so that linked work trees do not wait for one another.
Without, the lock lies in the user's cache, and what is being prepared lies in a hidden folder at the registry's root
for as long as that takes: a journal must outlive a cache.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from sscctl.reading.gitplace import GitPlace, find_git

FOLDER = "sscctl"
HIDDEN = ".sscctl"
"""The folder at the root of a registry without git."""


@dataclass(frozen=True, slots=True)
class Home:
    """The lock file, and the folder for the journal and what it speaks of; the journal's paths are below `top`."""

    lock: Path
    folder: Path
    top: Path
    place: GitPlace | None

    @classmethod
    def of(cls, where: GitPlace | Path) -> Home:
        """The home of a git work tree, or of the registry at a root, which may lie in one."""
        place = where if isinstance(where, GitPlace) else find_git(where.resolve())
        if place is not None:
            folder = place.own / FOLDER
            return cls(folder / "lock", folder, place.top, place)
        root = Path(where).resolve()  # type: ignore[arg-type]
        digest = hashlib.sha256(os.fsencode(root)).hexdigest()[:40]
        return cls(_cache() / f"{digest}.lock", root / HIDDEN, root, None)


def _cache() -> Path:
    """As the XDG Base Directory Specification says; a relative path is to be ignored."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base.startswith("/") else Path("~/.cache").expanduser()) / FOLDER
