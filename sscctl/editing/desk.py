"""A work bench (arbetsbänk): the registry as it would be with some edits, before anything of it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from sscctl.editing.canonical import Value, render, schema_line
from sscctl.editing.edit import Edit
from sscctl.editing.splice import splice
from sscctl.errors import NotFound, Refused
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.paths import shown
from sscctl.reading.snapshot import Overlay, Snapshot
from sscctl.reading.yaml12 import parse
from sscctl.text import Text
from sscctl.writing.file_change import FileChange

_FOLDERS: Mapping[Kind, str] = {
    Kind.OFFICE: "offices",
    Kind.AGENCY: "agencies",
    Kind.AGREEMENT: "agreements",
    Kind.DECISION: "decisions",
}
_NAMES: Mapping[Kind, Text] = {
    Kind.OFFICE: Text("kontoret", "office"),
    Kind.AGENCY: Text("myndigheten", "agency"),
    Kind.AGREEMENT: Text("avtalet", "agreement"),
    Kind.DECISION: Text("beslutet", "decision"),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """The registry of `base` with `files` on top: each path's new content, or `None` where the file goes.

    It never changes: each edit gives a new desk. `cited` are the sources that the edits rest on, as a person reads
    them: web addresses and references, in the order they were named.
    """

    base: Snapshot
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    cited: tuple[str, ...] = ()

    @classmethod
    def of(cls, snapshot: Snapshot) -> Desk:
        """Return a desk on which nothing is changed yet."""
        return cls(snapshot)

    @property
    def snapshot(self) -> Snapshot:
        """The registry as it would be."""
        return Overlay(self.base, self.files) if self.files else self.base

    def paths(self) -> Iterator[str]:
        """Yield the path of every document that is there, the registry's own first."""
        listing = self.base.blobs()
        yield from (path for path in listing if path not in self.files and kind_of(path))
        yield from (path for path, data in self.files.items() if data is not None and kind_of(path))

    def has(self, path: str) -> bool:
        """Whether a file lies at the path."""
        return self.files[path] is not None if path in self.files else path in self.base.blobs()

    def find(self, kind: Kind, ident: str) -> str | None:
        """Where the document with this id lies; an office may lie in a folder of its own."""
        if self.has(path := place_of(kind, ident)):
            return path
        if kind is not Kind.OFFICE:
            return None
        return next((path for path in self.paths() if kind_of(path) is kind and ident_of(path) == ident), None)

    def path(self, kind: Kind, ident: str) -> str:
        """The same; NotFound (exit 4) names ids that look like it."""
        if found := self.find(kind, ident):
            return found
        known = [ident_of(path) for path in self.paths() if kind_of(path) is kind]
        near = ", ".join(get_close_matches(ident.casefold(), known, n=3, cutoff=0.6))
        what = _NAMES[kind]
        raise NotFound(
            Text(f"{what.sv} {ident} finns inte", f"there is no {what.en} {ident}"),
            Text(f"menade du {near}?", f"did you mean {near}?") if near else None,
        )

    def read(self, path: str) -> bytes:
        """The file's content as it would be; NotFound where there is none."""
        data = self.files.get(path)
        if data is not None:
            return data
        if path in self.files:
            raise NotFound(Text(f"{shown(path)} finns inte", f"there is no {shown(path)}"))
        return self.base.read(path)

    def tree(self, path: str) -> Mapping[str, Value]:
        """What the document says as it would be; Refused (exit 5) where it cannot be read as one."""
        tree = parse(self.read(path)).tree
        if not isinstance(tree, dict):
            raise Refused(
                Text(f"{shown(path)} går inte att läsa", f"{shown(path)} cannot be read"),
                Text("sscctl validate visar vad som är fel", "sscctl validate shows what is wrong"),
            )
        return tree

    def edit(self, path: str, *edits: Edit) -> Desk:
        """Change values in a document; every comment, and every byte that is not concerned, stays."""
        kind = kind_of(path)
        if kind is None:
            raise ValueError(path)
        return self.replace(path, splice(self.read(path), edits, kind)) if edits else self

    def create(self, path: str, tree: Mapping[str, Value]) -> Desk:
        """Make a document in canonical form; Refused where something lies at the path."""
        kind = kind_of(path)
        if kind is None:
            raise ValueError(path)
        if self.has(path):
            raise Refused(Text(f"{shown(path)} finns redan", f"{shown(path)} is there already"))
        return self.replace(path, render(tree, kind, schema_line(kind, path)).encode())

    def rename(self, old: str, new: str) -> Desk:
        """Put a file at another path, as it is; Refused where something lies there."""
        if self.has(new):
            raise Refused(Text(f"{shown(new)} finns redan", f"{shown(new)} is there already"))
        return self.replace(new, self.read(old)).remove(old)

    def replace(self, path: str, data: bytes) -> Desk:
        """Give a file another content altogether."""
        return replace(self, files={**self.files, path: data})

    def remove(self, path: str) -> Desk:
        """Take a file away."""
        return replace(self, files={**self.files, path: None})

    def cite(self, *words: str) -> Desk:
        """Note what the edits rest on: a web address or a reference."""
        return replace(self, cited=tuple(dict.fromkeys((*self.cited, *words))))

    @property
    def changes(self) -> tuple[FileChange, ...]:
        """What becomes of each file that would not be as it is, by path."""
        there = self.base.blobs()
        every = (
            FileChange(path, self.base.read(path) if path in there else None, self.files[path])
            for path in sorted(self.files)
        )
        return tuple(change for change in every if change.before != change.after)


def place_of(kind: Kind, ident: str) -> str:
    """Where a new document with this id belongs."""
    return f"{_FOLDERS[kind]}/{ident}.yaml"


def ident_of(path: str) -> str:
    """The id that the file's name gives."""
    return path.rpartition("/")[2].removesuffix(".yaml")
