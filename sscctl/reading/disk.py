"""The two folders that a work tree's snapshot is read from: the registry's root, and the schemas beside it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Self

from sscctl.reading.folder import Folder
from sscctl.reading.paths import SCHEMAS, Refusal, limit


class Disk:
    """Both folders, open for reading by a snapshot's paths; use it as a context."""

    def __init__(self, root: Path, schemas: Path | None) -> None:
        self.is_schemas_link = schemas is not None and schemas.is_symlink()
        self._stack = ExitStack()
        self.registry = self._stack.enter_context(Folder(root))
        is_folder = schemas is not None and schemas.is_dir() and not self.is_schemas_link
        self.schemas = self._stack.enter_context(Folder(schemas)) if schemas is not None and is_folder else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def read(self, path: str) -> bytes | Refusal | None:
        """Return the content of a file; why it is refused; None if it is not there."""
        folder, below = self._place(path)
        return folder.read(below, limit(path)) if folder is not None else None

    def mode(self, path: str) -> int | None:
        """Return what lies at a path, as `stat` says it, links not followed; None if nothing does."""
        folder, below = self._place(path)
        return folder.mode(below) if folder is not None else None

    def _place(self, path: str) -> tuple[Folder | None, str]:
        if path.startswith(f"{SCHEMAS}/"):
            return self.schemas, path.removeprefix(f"{SCHEMAS}/")
        return self.registry, path
