"""An edition that was published, as its readers have it: the files that its manifest names, wherever they lie."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sscctl.errors import Integrity, NotFound
from sscctl.publishing.edition import TREE
from sscctl.publishing.manifest import PATH, listed
from sscctl.publishing.plain import Record
from sscctl.publishing.press import Print
from sscctl.text import Text
from sscctl.writing import disk


@dataclass(frozen=True, slots=True)
class Listed:
    """What a manifest says of a file."""

    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Published:
    """The files by path, without the manifest, whose `meta` this is; `read` gives `None` for one that is not there."""

    files: Mapping[str, Listed]
    meta: Record
    read: Callable[[str], bytes | None]

    @property
    def schemas(self) -> Mapping[str, bytes]:
        """The schemas that were published along, by file name."""
        names = [path.removeprefix("schema/") for path in self.files if path.startswith("schema/")]
        return {name: self.read(f"schema/{name}") or b"" for name in names}

    def with_schemas(self, schemas: Mapping[str, bytes]) -> Published:
        """The same with other schemas in place of its own."""
        rest = {path: entry for path, entry in self.files.items() if not path.startswith("schema/")}
        more = {f"schema/{name}": Listed("application/schema+json", len(data), "") for name, data in schemas.items()}

        def read(path: str) -> bytes | None:
            return schemas.get(path.removeprefix("schema/")) if path in more else self.read(path)

        return replace(self, files={**rest, **more}, read=read)


def of_print(printed: Print) -> Published:
    """An edition that has just been made."""
    files = {artefact.path: artefact.data for artefact in printed.artefacts}
    return published(files[PATH], files.get)


@contextmanager
def opened(place: Path) -> Iterator[Published]:
    """The edition in a folder: the one that was published to, or the tree in it.

    Files are read when they are asked for; links are not followed. Raises `NotFound` (exit 4) where no edition lies
    there, `Integrity` (exit 7) where its manifest cannot be read.
    """
    tree = place / TREE if (place / TREE / PATH).is_file() else place
    if not (tree / PATH).is_file():
        raise NotFound(
            Text(f"i {place} ligger ingen utgåva", f"no edition lies in {place}"),
            Text("ange mappen som publicerades till", "name the folder that was published to"),
        )
    with disk.folder(tree.resolve()) as parent:
        yield published(disk.read(PATH, parent) or b"", lambda path: disk.read(path, parent))


def published(manifest: bytes, read: Callable[[str], bytes | None]) -> Published:
    """The edition that a manifest lists; `Integrity` (exit 7) where it cannot be read."""
    listed(manifest)  # nothing in it leads out of the folder
    try:
        tree = json.loads(manifest)
        files = {
            entry["path"]: Listed(str(entry["mediaType"]), int(entry["bytes"]), str(entry["sha256"]))
            for entry in tree["files"]
        }
        meta: Record = dict(tree["meta"])
    except (ValueError, TypeError, KeyError, RecursionError) as problem:
        raise Integrity(Text("utgåvans manifest.json är skadat", "the edition's manifest.json is damaged")) from problem
    return Published(files, meta, read)
