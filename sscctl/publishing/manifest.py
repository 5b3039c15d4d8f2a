"""The manifest: every file of an edition with its size and its hash, and the catalogue that deleting goes by."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from sscctl.errors import Integrity
from sscctl.publishing.edition import Artefact, Edition
from sscctl.publishing.plain import Json, Record, page
from sscctl.text import Text

PATH = "manifest.json"
_PART = r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*"
_LAWFUL = re.compile(rf"{_PART}(?:/{_PART}){{0,4}}")
_LARGEST = 64 * 1024 * 1024


def manifest(
    edition: Edition, artefacts: Iterable[Artefact], counts: Mapping[str, Json], links: Record | None = None
) -> Artefact:
    """List the artefacts, by path; the manifest does not list itself. `links` are of a tree that is not the data's."""
    files: list[Json] = [
        {
            "path": artefact.path,
            "mediaType": artefact.media_type,
            "bytes": len(artefact.data),
            "sha256": hashlib.sha256(artefact.data).hexdigest(),
        }
        for artefact in sorted(artefacts, key=lambda artefact: artefact.path)
    ]
    meta = edition.meta(PATH, "manifest", len(files)) | ({"links": links} if links else {})
    return Artefact(PATH, "application/json", _sealed({"meta": meta, "counts": dict(counts), "files": files}))


def is_intact(data: bytes) -> bool:
    """Whether a manifest is, byte by byte, as it was written: nothing but itself can tell of a flaw in it."""
    try:
        fields = json.loads(data)
        del fields["digest"]
        return _sealed(fields) == data
    except (ValueError, TypeError, KeyError, RecursionError):
        return False


def _sealed(fields: Record) -> bytes:
    """The file with the hash of what it would be without that hash."""
    return page({**fields, "digest": hashlib.sha256(page(fields)).hexdigest()})


def listed(data: bytes) -> Sequence[str]:
    """The paths that a manifest names.

    It may have been written by anybody: `Integrity` (exit 7) unless it is a manifest, and each path one that an
    edition could have, below its folder and in no way out of it.
    """
    if len(data) > _LARGEST:
        raise _spoilt()
    try:
        paths = [file["path"] for file in json.loads(data)["files"]]
    except (ValueError, TypeError, KeyError, RecursionError) as problem:
        raise _spoilt() from problem
    if not all(isinstance(path, str) and _LAWFUL.fullmatch(path) and path != PATH for path in paths):
        raise _spoilt()
    return paths


def _spoilt() -> Integrity:
    return Integrity(
        Text("utgåvans manifest.json kan inte läsas", "the edition's manifest.json cannot be read"),
        Text("publicera till en tom mapp", "publish to an empty folder"),
    )
