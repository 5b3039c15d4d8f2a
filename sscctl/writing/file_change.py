"""What becomes of one file: the unit that edits plan, reviews show and the disk is given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileChange:
    """The file at `path` (below the registry's root, `/` between folders) holds `after` where it held `before`.

    `None` means that there is no file: before a new one is made, or after one is removed.
    """

    path: str
    before: bytes | None
    after: bytes | None
