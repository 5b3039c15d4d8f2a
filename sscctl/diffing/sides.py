"""The two registries that are compared, and how little of them is read: what differs, and more when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sscctl.diffing.values import Tree
from sscctl.diffing.view import Keyhole
from sscctl.domain.agency import Agency
from sscctl.domain.decision import Decision
from sscctl.domain.network import Settings
from sscctl.domain.office import Office
from sscctl.domain.registry import Context
from sscctl.reading.cache import Cache
from sscctl.reading.decode import Document, decode
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.load import Reader, documents_of, load_context
from sscctl.reading.packing import pack
from sscctl.reading.paths import REGISTRY_FILE
from sscctl.reading.polygons import Shape, read_shapes
from sscctl.reading.reference import Reference
from sscctl.reading.reference_files import COUNTY_BOUNDARIES
from sscctl.reading.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Entry:
    """A document that differs: where it lies, its tree as it is written, and the value it decodes to."""

    path: str
    kind: Kind
    tree: Tree
    document: Document


class Side:
    """One of the two registries.

    `changed` gives the blob ids of the paths that differ and are there on this side; `refused` are those that lie
    there and may not be read. `view` shows the snapshot without the offices that do not differ, but for those whose
    paths it is given: what it can show costs no listing of the whole.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        cache: Cache,
        changed: Mapping[str, str],
        refused: frozenset[str],
        view: Callable[..., Snapshot],
    ) -> None:
        self.snapshot = snapshot
        self.changed = changed
        self._refused = refused
        self._view = view
        self._cache = cache

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._view(), self._cache)

    @cached_property
    def _entries(self) -> tuple[Mapping[str, Entry], frozenset[str]]:
        documents = {path: blob for path, blob in self.changed.items() if kind_of(path)}
        entries = self._read(documents, self._reader) if documents else {}
        return entries, frozenset(documents.keys() - entries.keys())

    @property
    def entries(self) -> Mapping[str, Entry]:
        """The documents that differ and can be read, by path."""
        return self._entries[0]

    @cached_property
    def unreadable(self) -> frozenset[str]:
        """The paths that differ and hold something here that cannot be read, or may not be."""
        return self._entries[1] | self._refused

    @cached_property
    def offices(self) -> Mapping[str, Office]:
        """The offices that differ, by id."""
        found = sorted(self.entries.items())
        return {entry.document.id: entry.document for _, entry in found if isinstance(entry.document, Office)}

    def document(self, path: str) -> Document | None:
        """Any document, read alone; `None` where there is none that can be read."""
        reader = Reader(self._view(path), self._cache) if kind_of(path) is Kind.OFFICE else self._reader
        blob = reader.snapshot.blobs().get(path)
        entry = self._read({path: blob}, reader).get(path) if blob else None
        return entry.document if entry else None

    @cached_property
    def settings(self) -> Settings | None:
        """`registry.yaml`."""
        found = self.document(REGISTRY_FILE)
        return found if isinstance(found, Settings) else None

    def agency(self, ident: str) -> Agency | None:
        """One agency."""
        found = self.document(f"agencies/{ident}.yaml")
        return found if isinstance(found, Agency) else None

    def decision(self, ident: str) -> Decision | None:
        """One decision."""
        found = self.document(f"decisions/{ident}.yaml")
        return found if isinstance(found, Decision) else None

    @cached_property
    def context(self) -> Context:
        """All documents but the offices."""
        return load_context(self._reader)[0]

    @cached_property
    def every_office(self) -> Mapping[str, Office]:
        """All offices by id: those that do not differ too."""
        reader = Reader(self.snapshot, self._cache)
        blobs = documents_of(self.snapshot.blobs().items(), offices=True)
        found = (document for _, document, _ in reader.documents(blobs))
        return {office.id: office for office in found if isinstance(office, Office)}

    @cached_property
    def boundaries(self) -> Mapping[str, Shape]:
        """The counties' boundaries by code; none where there is no such file, or it cannot be read."""
        seen = self._reader.snapshot
        if COUNTY_BOUNDARIES not in seen.blobs():
            return {}
        try:
            return read_shapes(seen.read(COUNTY_BOUNDARIES))
        except ValueError:
            return {}

    @cached_property
    def reference(self) -> Reference:
        """The reference data."""
        return self._reader.reference()

    def _read(self, blobs: Mapping[str, str], reader: Reader) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        fresh: list[tuple[str, str]] = []
        for raw in reader.raws(blobs, with_data=False):
            parsed = reader.parse(raw)
            if raw.remembered is None:
                fresh.append((raw.blob, pack(parsed)))
            kind = kind_of(raw.path)
            if kind is not None and parsed.tree is not None:
                entries[raw.path] = Entry(raw.path, kind, parsed.tree, decode(kind, parsed.tree)[0])
        reader.cache.remember(fresh, reader.fingerprint)
        return entries


@dataclass(frozen=True)
class Sides:
    """Both registries."""

    before: Side
    after: Side

    @classmethod
    def of(cls, before: Snapshot, after: Snapshot, cache: Cache, place: GitPlace | None = None) -> Sides:
        """Work out which paths differ; nothing of them is read yet.

        Where `place` is the repository that `before` is a commit of, what does not differ is not listed either.
        """
        now = dict(after.changed_since(before.standing(), before.blobs))
        then = dict(before.changed_since(after.standing(), after.blobs))
        for path in now.keys() - then.keys():
            then[path] = before.blobs().get(path)
        for path in then.keys() - now.keys():
            now[path] = after.blobs().get(path)
        differ = sorted(path for path in now if now[path] != then[path])
        gone = {path for path in now if now[path] is None or then[path] is None}
        old = {path: blob for path in differ if (blob := then[path])}
        new = {path: blob for path in differ if (blob := now[path])}
        keyhole = Keyhole.of(place, (before, after), old, new) if differ else None
        refused = [frozenset(gone & side.faults({}).keys()) if gone else frozenset[str]() for side in (before, after)]
        return cls(
            Side(before, cache, old, refused[0], keyhole.before if keyhole else lambda *_: before),
            Side(after, cache, new, refused[1], keyhole.after if keyhole else lambda *_: after),
        )

    @property
    def unreadable(self) -> frozenset[str]:
        """The paths that cannot be compared, as one of their two contents cannot be read."""
        return self.before.unreadable | self.after.unreadable

    @cached_property
    def offices_after(self) -> Mapping[str, Office]:
        """All offices after the change; of one that cannot be read any more, what was said before."""
        return {**self._kept(self.before, self.after), **self.after.every_office}

    @cached_property
    def offices_before(self) -> Mapping[str, Office]:
        """All offices before the change: those after it, but for those that differ. Nothing more is read."""
        same = {ident: office for ident, office in self.after.every_office.items() if ident not in self.after.offices}
        return {**self._kept(self.after, self.before), **same, **self.before.offices}

    def name_of_office(self, ident: str) -> str | None:
        """The name of any office: found where offices were read already, else read alone, else found among all."""
        for side in (self.after, self.before):
            if ident in side.offices:
                return side.offices[ident].name
        if "offices_after" not in self.__dict__:
            alone = self.after.document(f"offices/{ident}.yaml")
            if isinstance(alone, Office):
                return alone.name
        office = self.offices_after.get(ident) or self.offices_before.get(ident)
        return office.name if office else None

    @staticmethod
    def _kept(readable: Side, unreadable: Side) -> Mapping[str, Office]:
        paths = unreadable.unreadable & readable.entries.keys()
        found = (readable.entries[path].document for path in paths)
        return {office.id: office for office in found if isinstance(office, Office)}
