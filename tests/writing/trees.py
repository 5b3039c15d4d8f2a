"""A registry without git that is changed at random, and what should lie in it."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

from sscctl.writing import disk
from sscctl.writing.file_change import FileChange

NAMES = [f"offices/{folder}{name}.yaml" for folder in ("", "north/", "north/far/") for name in "abc"]


class Tree:
    """The folder and what should lie in it; the old state and the new one while a write has not ended well."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, bytes] = {"registry.yaml": b"format: 1\n"}
        (root / "registry.yaml").write_bytes(b"format: 1\n")

    def plan(self, random: Random, turn: int) -> list[FileChange]:
        changes = []
        for path in random.sample(NAMES, random.randint(1, 4)):
            after = None if path in self.files and random.random() < 0.4 else f"{turn} {path}\n".encode()
            changes.append(FileChange(path, self.files.get(path), after))
        return changes

    def after(self, changes: list[FileChange]) -> dict[str, bytes]:
        files = {**self.files, **{change.path: change.after for change in changes}}
        return {path: data for path, data in files.items() if data is not None}

    def found(self) -> dict[str, bytes]:
        """All that lies there."""
        with disk.folder(self.root) as root:
            return {path: disk.read(path, root) or b"" for path in disk.listing(root)}

    def empty_folders(self) -> list[str]:
        """These would be litter."""
        return [folder for folder, *inside in os.walk(self.root) if not any(inside)]
