"""A release (utgåva i objektlagret): every file of an edition under a name of its own, which never changes again.

`releases/<revision>/<day>-<digest>/` holds the files with their compressed twins; the digest is that of all files, so
that one name has one content. `current.json` says which release holds, and is written last, by a conditional write.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sscctl.errors import CannotBeDoneHere, Integrity
from sscctl.publishing.edition import SCHEMA_VERSION, TREE, Artefact, Edition
from sscctl.publishing.manifest import PATH
from sscctl.publishing.plain import Record, known, page
from sscctl.text import Text

CURRENT = "current.json"
RELEASES = "releases/"
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
ALWAYS_ASK = {"Cache-Control": "no-cache", "Content-Type": "application/json"}
"""How long a copy may be used (RFC 9111, 5.2): what never changes for a year, what changes only after asking."""

_TEXTS = ("text/", "application/json", "application/geo+json", "application/ld+json", "application/schema+json")
_MORE_TEXTS = ("application/atom+xml", "application/feed+json", "application/rdf+xml", "application/yaml", "image/svg")
_WORTH_IT = 1000
"""Bytes from which a compressed twin is made."""


@dataclass(frozen=True, slots=True)
class Stowed:
    """One object of a release."""

    path: str
    data: bytes
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Release:
    """What is to be stored: below `name`, which ends with a slash, and what `current.json` says of it."""

    name: str
    objects: tuple[Stowed, ...]
    told: Record

    @property
    def age(self) -> tuple[str, str]:
        """What tells which of two releases is the later: the commit's instant, then the day."""
        return age(self.told)


def age(told: Mapping[str, object]) -> tuple[str, str]:
    """The same of what a `current.json` says; both are ISO 8601 and sort as text."""
    return str(told.get("generatedAt", "")), str(told.get("validAt", ""))


def release(edition: Edition, files: Mapping[str, Artefact]) -> Release:
    """The release of an edition's files, by path below the address; `CannotBeDoneHere` where no commit dates it."""
    if edition.revision is None or edition.dirty or edition.generated_at is None:
        raise CannotBeDoneHere(
            Text("bara det som är incheckat publiceras till ett objektlager", "only what is committed goes to a store"),
            Text("checka in ändringarna, eller ange en revision med --as-of", "commit the changes, or use --as-of"),
        )
    manifest = files[f"{TREE}/{PATH}"]
    digest = hashlib.sha256(b"".join(hashlib.sha256(files[path].data).digest() for path in sorted(files))).hexdigest()
    name = f"{RELEASES}{edition.revision}/{edition.day.isoformat()}-{digest[:16]}/"
    told = known(
        release=name,
        revision=edition.revision,
        generatedAt=edition.generated_at,
        validAt=edition.day.isoformat(),
        schemaVersion=SCHEMA_VERSION,
        manifest=known(
            path=f"{name}{TREE}/{PATH}",
            sha256=hashlib.sha256(manifest.data).hexdigest(),
            bytes=len(manifest.data),
        ),
        files=len(files),
    )
    return Release(name, tuple(_objects(name, files)), told)


def _objects(name: str, files: Mapping[str, Artefact]) -> Iterator[Stowed]:
    for path, artefact in sorted(files.items()):
        kind = {"Content-Type": artefact.media_type, **FOR_EVER}
        yield Stowed(f"{name}{path}", artefact.data, kind)
        if len(artefact.data) >= _WORTH_IT and artefact.media_type.startswith((*_TEXTS, *_MORE_TEXTS)):
            smaller = gzip.compress(artefact.data, 9, mtime=0)
            yield Stowed(f"{name}{path}.gz", smaller, {**kind, "Content-Encoding": "gzip"})


def written(told: Record, previous: Sequence[str]) -> bytes:
    """`current.json` of a release, with the names of those that held before it, the last one first."""
    return page({**told, "previous": [*previous]})


def read(data: bytes) -> Mapping[str, object]:
    """What a `current.json` says; `Integrity` (exit 7) for one that nobody of ours has written."""
    try:
        told = json.loads(data)
        name, previous = told["release"], told["previous"]
        lawful = isinstance(name, str) and name.startswith(RELEASES) and isinstance(previous, list)
    except (ValueError, TypeError, KeyError, RecursionError):
        lawful, told = False, {}
    if not lawful:
        raise Integrity(
            Text(f"{CURRENT} i objektlagret är inte vår", f"{CURRENT} in the object store is not ours"),
            Text("publicera under ett annat prefix", "publish under another prefix"),
        )
    return dict(told)
