"""Finds the registry's root and hands out its snapshots: the door to the files as they are and as they were."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.paths import REGISTRY_FILE, SCHEMAS, shown
from sscctl.reading.snapshot import Snapshot
from sscctl.reading.worktree import WorkTree
from sscctl.text import Text

USUAL_FOLDER = "registry"


@dataclass(frozen=True, slots=True)
class Repository:
    """A registry on disk: its root (the folder that holds registry.yaml), and git's top level if it lies in one."""

    root: Path
    top: Path | None

    @classmethod
    def find(cls, root: Path | None = None) -> Repository:
        """Return the registry at `root` or in its folder `registry`; without a root, the nearest from here upwards."""
        start = (root or Path.cwd()).resolve()
        for folder in (start,) if root is not None else (start, *start.parents):
            for candidate in (folder, folder / USUAL_FOLDER):
                if _is_file(candidate / REGISTRY_FILE):
                    return cls(candidate, None)
        raise _no_registry(start, given=root is not None)

    @property
    def schemas(self) -> Path | None:
        """The schemas' folder beside the root, if there is one inside the same git repository."""
        beside = self.root.parent / SCHEMAS
        return beside if beside.is_dir() or beside.is_symlink() else None

    def snapshot(self, as_of: str | None = None) -> Snapshot:
        """Return the work tree."""
        del as_of
        return WorkTree(self.root, self.schemas)


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _no_registry(start: Path, *, given: bool) -> CannotBeDoneHere:
    place = shown(str(start))
    message = Text(sv="det finns inget register i {place}", en="there is no registry in {place}")
    if not given:
        message = Text(
            sv="det finns inget register i {place} eller i någon mapp ovanför",
            en="there is no registry in {place} or in any folder above it",
        )
    advice = Text(
        sv="ett register är en mapp med filen registry.yaml; gå dit eller ange den med --root",
        en="a registry is a folder that holds registry.yaml; go there, or name it with --root",
    )
    return CannotBeDoneHere(message.format(place=place), advice)
