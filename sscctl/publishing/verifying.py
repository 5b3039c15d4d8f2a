"""Whether an edition still is what was published: every hash, size, schema and link, and the manifest's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from posixpath import dirname, join, normpath

from sscctl.errors import Integrity, NotFound
from sscctl.publishing.edition import TREE
from sscctl.publishing.links import links_of
from sscctl.publishing.manifest import PATH, is_intact
from sscctl.publishing.published import Published, published
from sscctl.publishing.website.paths import TREE as PAGES
from sscctl.reading.schemas import Judge
from sscctl.text import Text
from sscctl.writing import disk

_SUFFIX = ".schema.json"

Tree = Mapping[str, object]


class Flaw(StrEnum):
    """What can be wrong with a published file."""

    MANIFEST = "manifest"
    MISSING = "missing"
    ADDED = "added"
    SIZE = "size"
    HASH = "hash"
    OLDER = "older"
    SCHEMA = "schema"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Problem:
    """A flaw of the file at `path`, in the edition's folder."""

    path: str
    flaw: Flaw
    message: Text


def verify(place: Path, not_before: datetime | None = None) -> Iterator[Problem]:
    """Yield what is wrong with the edition in the folder `place`, file by file; paths are relative to it.

    The folder is one that was published to, with the data and the pages in it, or one of these two trees. An edition
    that is whole but dated before `not_before` has been rolled back. Raises `NotFound` (exit 4) where no edition lies
    there at all. Links to other files are not followed: what is published are plain files.
    """
    trees = [name for name in (TREE, PAGES) if (place / name).is_dir()]
    if not trees and not (place / PATH).is_file():
        raise NotFound(
            Text(f"i {place} ligger ingen utgåva", f"no edition lies in {place}"),
            Text("ange mappen som publicerades till", "name the folder that was published to"),
        )
    data = _listed(place / TREE) if TREE in trees else frozenset()
    for name in trees or [""]:
        for problem in _tree(place / name, not_before, data):
            yield replace(problem, path=f"{name}/{problem.path}".lstrip("/"))


def _listed(tree: Path) -> frozenset[str]:
    """The files that a tree's manifest lists, and the manifest; nothing where it cannot be read: that is told then."""
    with disk.folder(tree.resolve()) as parent:
        try:
            return frozenset(published(disk.read(PATH, parent) or b"", lambda _: None).files) | {PATH}
        except Integrity:
            return frozenset()


def _tree(tree: Path, not_before: datetime | None, data: Collection[str]) -> Iterator[Problem]:
    with disk.folder(tree.resolve()) as parent:
        manifest = disk.read(PATH, parent)
        if manifest is None:
            yield Problem(PATH, Flaw.MISSING, Text("manifestet saknas", "the manifest is missing"))
            return
        try:
            edition = published(manifest, lambda path: disk.read(path, parent))
        except Integrity as problem:
            yield Problem(PATH, Flaw.MANIFEST, problem.message)
            return
        if not is_intact(manifest):
            said = Text("manifestet är inte som det skrevs", "the manifest is not as it was written")
            yield Problem(PATH, Flaw.MANIFEST, said)
        for path in disk.listing(parent):
            if path != PATH and path not in edition.files:
                said = Text("filen hör inte till utgåvan", "the file does not belong to the edition")
                yield Problem(path, Flaw.ADDED, said)
        yield from _age(edition, not_before)
        yield from _Check(edition, data).problems()


def _age(edition: Published, not_before: datetime | None) -> Iterator[Problem]:
    if not_before is None:
        return
    dated = edition.meta.get("generatedAt")
    if not isinstance(dated, str) or datetime.fromisoformat(dated) < not_before:
        when = not_before.isoformat()
        said = Text(
            f"utgåvan är från {dated or 'okänd tid'}, äldre än {when}",
            f"the edition is of {dated or 'an unknown time'}, older than {when}",
        )
        yield Problem(PATH, Flaw.OLDER, said)


class _Check:
    """The files of one edition, each held to the manifest, then to its schema, then to the files it points to."""

    def __init__(self, edition: Published, data: Collection[str]) -> None:
        self._edition, self._data = edition, data
        self._base = _text(_mapping(edition.meta.get("links")).get("self")).removesuffix(PATH)

    def problems(self) -> Iterator[Problem]:
        whole: list[str] = []
        for path in sorted(self._edition.files):
            found = [*self._bytes(path, self._edition.read(path))]
            yield from found
            whole += [] if found else [path]
        schemas = {path.removeprefix("schema/") for path in whole if path.startswith("schema/")}
        judge = Judge(self._edition.schemas) if schemas == self._edition.schemas.keys() else None
        for path in whole:
            data = self._edition.read(path) or b""
            if judge and path.endswith((".json", ".geojson")):
                yield from _breaches(path, json.loads(data), judge, self._edition.schemas.keys())
            for target in links_of(path, data):
                if not self._leads_somewhere(path, target):
                    yield Problem(path, Flaw.LINK, Text(f"pekar på {target}", f"points to {target}"))

    def _bytes(self, path: str, data: bytes | None) -> Iterator[Problem]:
        entry = self._edition.files[path]
        if data is None:
            yield Problem(path, Flaw.MISSING, Text("filen saknas", "the file is missing"))
        elif hashlib.sha256(data).hexdigest() == entry.sha256 and len(data) == entry.size:
            return
        elif dated := _other_date(data, self._edition.meta):
            said = Text(f"filen är ur utgåvan från {dated}", f"the file is of the edition of {dated}")
            yield Problem(path, Flaw.OLDER, said)
        elif len(data) != entry.size:
            said = Text(f"{len(data)} byte i stället för {entry.size}", f"{len(data)} bytes instead of {entry.size}")
            yield Problem(path, Flaw.SIZE, said)
        else:
            yield Problem(path, Flaw.HASH, Text("innehållet är ett annat", "the content is another"))

    def _leads_somewhere(self, origin: str, target: str) -> bool:
        """Whether a link is to a file of the edition, or of the tree beside it; one to elsewhere is not ours to follow.

        From the data to the pages nothing is asked: pages may be left as they are while the data are published anew.
        """
        if "://" in target:
            if not self._base or not target.startswith(self._base):
                return True
            path = target.removeprefix(self._base)
        else:
            path = normpath(join(dirname(origin), target))
        if path.startswith(f"../{TREE}/"):
            return not self._data or path.removeprefix(f"../{TREE}/") in self._data
        return path in (".", "", PATH) or path in self._edition.files or path.startswith("../")


def _breaches(path: str, tree: Tree, judge: Judge, schemas: Collection[str]) -> Iterator[Problem]:
    """What the schema that a file names says of it."""
    links = _mapping(_mapping(tree.get("meta")).get("links")) if isinstance(tree, dict) else {}
    named = _text(links.get("schema")).rpartition("/")[2]
    kind = named.removesuffix(_SUFFIX)
    if named in schemas and not judge.is_valid(kind, tree):
        for fault in judge.faults(kind, tree):
            place = "".join(f"/{step}" for step in fault.pointer)
            yield Problem(path, Flaw.SCHEMA, Text(f"{place}: {fault.message.sv}", f"{place}: {fault.message.en}"))


def _other_date(data: bytes, meta: Tree) -> str | None:
    """The date in a file that says of itself that it is of another edition."""
    try:
        own = _mapping(_mapping(json.loads(data)).get("meta"))
    except (ValueError, RecursionError):
        return None
    same = all(own.get(key) == meta.get(key) for key in ("generatedAt", "dataVersion", "validAt"))
    return None if same else _text(own.get("generatedAt")) or None


def _mapping(value: object) -> Tree:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
