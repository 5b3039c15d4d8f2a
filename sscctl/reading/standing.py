"""Names of content, of commits, and of the state that a whole snapshot is in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sscctl.errors import Integrity
from sscctl.text import Text

BlobId = str
"""What git calls the content of a file: 40 hexadecimal digits, the SHA-1 of `blob <length>\\0<content>`."""


def blob_id(data: bytes) -> BlobId:
    """Return git's name of this content, whatever git itself is told to convert."""
    digest = hashlib.sha1(b"blob %d\0" % len(data), usedforsecurity=False)
    digest.update(data)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit. `instant` is when it was committed (UTC); `dirty` says that the work tree departs from it."""

    id: str
    instant: datetime
    author: str = ""
    message: str = ""
    dirty: bool = False

    @property
    def subject(self) -> str:
        """The first line of the message."""
        return self.message.partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a snapshot stands on: cheap to know, and equal to an earlier one when nothing changed in between.

    `tree` names the git tree of the registry's root, `schemas` that of the schemas' folder; None where there is none.
    `loose` holds every path that departs from the trees (with no tree: every path) and its blob id; None for one
    that is gone; a `Refusal` such as `!symlink` for one that lies there and may not be read.
    """

    tree: str | None
    schemas: str | None
    loose: Mapping[str, BlobId | None] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return a text from which `from_json` makes an equal standing; equal standings give equal texts."""
        return json.dumps([self.tree, self.schemas, dict(sorted(self.loose.items()))], separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Standing:
        """Read what `to_json` wrote; Integrity for anything else."""
        try:
            tree, schemas, loose = json.loads(text)
        except (ValueError, TypeError) as error:
            raise _spoilt() from error
        if not (_is_id(tree) and _is_id(schemas) and isinstance(loose, dict) and all(map(_is_id, loose.values()))):
            raise _spoilt()
        return cls(tree, schemas, loose)


def _is_id(value: object) -> bool:
    return value is None or isinstance(value, str)


def _spoilt() -> Integrity:
    return Integrity(Text(sv="ett sparat läge kan inte läsas", en="a remembered state cannot be read"))
