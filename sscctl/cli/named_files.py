"""The files and folders of a registry that a person names on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sscctl.errors import NotFound
from sscctl.reading.repository import Repository
from sscctl.reading.snapshot import Snapshot
from sscctl.text import Text


def within(path: str, found: Repository, snapshot: Snapshot) -> str:
    """A path as the person wrote it, relative to the registry's root; one that holds nothing is an error."""
    absolute = Path(path).resolve()
    relative = absolute.relative_to(found.root).as_posix() if absolute.is_relative_to(found.root) else path.rstrip("/")
    known = [*snapshot.blobs(), *snapshot.faults()]
    if relative != "." and not any(_covers(relative, one) for one in known):
        raise NotFound(
            Text(f"det finns ingen fil i registret på {path}", f"there is no file of the registry at {path}"),
            Text(
                "ange en fil eller mapp i registret, till exempel offices/",
                "name a file or folder in the registry, such as offices/",
            ),
        )
    return relative


def is_wanted(path: str, wanted: Sequence[str]) -> bool:
    """Whether a path is among those named, or in a folder among them; every path is where none are named."""
    return not wanted or any(_covers(folder, path) for folder in wanted)


def _covers(folder: str, path: str) -> bool:
    return folder in (".", path) or path.startswith(f"{folder}/")
