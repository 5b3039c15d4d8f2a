"""Reads the documents of a snapshot: from the cache where their bytes were met before, else by parsing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement
from sscctl.domain.decision import Decision
from sscctl.domain.finding import Fault, Finding, Severity
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Office
from sscctl.domain.registry import Context, Registry
from sscctl.reading.cache import Cache, program_fingerprint
from sscctl.reading.decode import Document, decode
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.packing import pack, unpack
from sscctl.reading.parallel import spread
from sscctl.reading.parse_result import Parsed
from sscctl.reading.paths import REGISTRY_FILE
from sscctl.reading.reference import Reference
from sscctl.reading.snapshot import Snapshot
from sscctl.reading.upcast import FORMAT, Ages, format_of, require_known

if TYPE_CHECKING:
    from sscctl.reading.schemas import Judge


@dataclass(frozen=True, slots=True)
class Raw:
    """A document's bytes, and what was remembered of them, as JSON."""

    path: str
    blob: str
    data: bytes
    remembered: str | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything readable of a snapshot, and all that is wrong with reading it; `paths` says where each office lies."""

    registry: Registry
    reference: Reference
    findings: tuple[Finding, ...]
    paths: Mapping[str, str]


class Reader:
    """Reads documents of one snapshot, each judged by the snapshot's own schemas."""

    def __init__(self, snapshot: Snapshot, cache: Cache, rest: Mapping[str, str] | None = None) -> None:
        """Read `snapshot` through `cache`; `rest`, where it is known, spares a walk over a hundred thousand offices."""
        self.snapshot = snapshot
        self.cache = cache
        self._rest = rest

    @cached_property
    def rest(self) -> Mapping[str, str]:
        """Every path but those of offices, with its blob id."""
        if self._rest is not None:
            return self._rest
        return {path: blob for path, blob in self.snapshot.blobs().items() if not path.startswith("offices/")}

    @cached_property
    def fingerprint(self) -> str:
        """What the reading of a blob depends on beside its bytes: this program, the schemas, and the format.

        Nobody reads a document without it, so a registry of a newer format is refused before anything of it is read.
        """
        return self._plain if self.format == FORMAT else _digest(f"{self._plain} {self.format}")

    @cached_property
    def format(self) -> int:
        """The format that the registry says it has; raises `CannotBeDoneHere` for one newer than this program's."""
        blob = self.rest.get(REGISTRY_FILE)
        if blob is None:
            return FORMAT
        key = _digest(f"format {blob}")
        remembered = self.cache.recall([key], self._plain).get(key)
        if remembered is not None:
            return int(remembered)
        number = format_of(self.snapshot.read(REGISTRY_FILE))
        require_known(number)
        self.cache.remember([(key, str(number))], self._plain)
        return number

    @cached_property
    def _plain(self) -> str:
        content = "\n".join((program_fingerprint(), *(f"{path} {self.rest[path]}" for path in self._schemas)))
        return _digest(content)

    @cached_property
    def _schemas(self) -> list[str]:
        return [path for path in self.rest if path.startswith("schemas/")]

    @cached_property
    def judge(self) -> Judge:
        """The schemas of the snapshot; those that came with the program where it has none."""
        from sscctl.reading.schemas import Judge, packaged  # noqa: PLC0415  costs 60 ms: paid at the first cache miss

        return Judge(dict(self.snapshot.read_many(self._schemas)) or packaged())

    def raws(self, blobs: Mapping[str, str], *, with_data: bool = True) -> Iterator[Raw]:
        """Yield the documents at `blobs` (path to blob id); with data only where it is asked for or not remembered."""
        rest = iter(blobs.items())
        while some := list(islice(rest, 500)):
            remembered = self.cache.recall((blob for _, blob in some), self.fingerprint)
            missing = [path for path, blob in some if with_data or blob not in remembered]
            data = dict(self.snapshot.read_many(missing))
            for path, blob in some:
                yield Raw(path, blob, data.get(path, b""), remembered.get(blob))

    def parse(self, raw: Raw) -> Parsed:
        """What the document says: remembered, or parsed now."""
        if raw.remembered is not None:
            return unpack(raw.remembered)
        from sscctl.reading.parse import parse_document  # noqa: PLC0415  brings in yaml: only for a cache miss

        kind = kind_of(raw.path)
        if kind is None:
            return Parsed(None, ())
        return parse_document(kind, raw.data, self.judge, Ages(self.format, self.format if self._schemas else FORMAT))

    def misses(self, blobs: Mapping[str, str]) -> int:
        """How many of these blobs are not remembered; readies the schemas where there are any."""
        missed = len(set(blobs.values())) - len(self.cache.recall(set(blobs.values()), self.fingerprint))
        if missed:
            _ = self.judge  # before processes are forked, so that they share it
        return missed

    def reference(self) -> Reference:
        """The reference data of the snapshot, read when asked for."""
        return Reference(lambda path: self.snapshot.read(path) if path in self.rest else None)

    def reference_faults(self) -> Mapping[str, tuple[Fault, ...]]:
        """What is wrong with the reference data, by path; looked for once for the same bytes, as it takes 90 ms."""
        blobs = [item for item in self.rest.items() if item[0].startswith("reference/")]
        key = hashlib.sha1(repr(blobs).encode(), usedforsecurity=False).hexdigest()
        remembered = self.cache.recall([key], self.fingerprint).get(key)
        if remembered is not None:
            return {path: unpack(text).faults for path, text in json.loads(remembered).items()}
        found: dict[str, tuple[Fault, ...]] = {}
        for path, fault in self.reference().faults():
            found[path] = (*found.get(path, ()), fault)
        packed = {path: pack(Parsed(None, faults)) for path, faults in found.items()}
        self.cache.remember([(key, json.dumps(packed))], self.fingerprint)
        return found

    def documents(self, blobs: Mapping[str, str]) -> Iterator[tuple[str, Document | None, tuple[Fault, ...]]]:
        """Yield each document with its path and its faults; `None` where it cannot be read."""

        def work(raw: Raw) -> tuple[Raw, Parsed]:
            return replace(raw, data=b""), self.parse(raw)

        new = []
        for raw, parsed in spread(work, self.raws(blobs, with_data=False), self.misses(blobs)):
            if raw.remembered is None:
                new.append((raw.blob, pack(parsed)))
            kind = kind_of(raw.path)
            if kind is None or parsed.tree is None:
                yield raw.path, None, parsed.faults
            else:
                document, faults = decode(kind, parsed.tree)
                yield raw.path, document, (*parsed.faults, *faults)
        self.cache.remember(new, self.fingerprint)


def _digest(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def documents_of(blobs: Iterable[tuple[str, str]], *, offices: bool) -> dict[str, str]:
    """Those of the paths that hold documents: offices, or all others."""
    return {path: blob for path, blob in blobs if (kind := kind_of(path)) and (kind is Kind.OFFICE) is offices}


def load(snapshot: Snapshot, cache: Cache | None = None) -> Loaded:
    """Read the whole registry: everything that can be read, and all that is wrong with the rest."""
    reader = Reader(snapshot, cache or Cache.of(None))
    blobs = snapshot.blobs().items()
    context, context_findings = load_context(reader)
    offices: dict[str, Office] = {}
    paths: dict[str, str] = {}
    findings = [*context_findings, *_findings_of(snapshot.faults().items())]
    for path, document, faults in reader.documents(documents_of(blobs, offices=True)):
        if isinstance(document, Office):
            offices.setdefault(document.id, document)
            paths.setdefault(document.id, path)
        findings += _findings_of((path, fault) for fault in faults)
    registry = Registry(dict(sorted(offices.items())), context)
    return Loaded(registry, reader.reference(), tuple(findings), paths)


def load_context(reader: Reader) -> tuple[Context, tuple[Finding, ...]]:
    """Read all documents but the offices."""
    settings: Settings | None = None
    network: Network | None = None
    agencies: dict[str, Agency] = {}
    agreements: dict[str, Agreement] = {}
    decisions: dict[str, Decision] = {}
    findings: list[Finding] = []
    for path, document, faults in reader.documents(documents_of(reader.rest.items(), offices=False)):
        findings += _findings_of((path, fault) for fault in faults)
        match document:
            case Settings():
                settings = document
            case Network():
                network = document
            case Agency():
                agencies.setdefault(document.id, document)
            case Agreement():
                agreements.setdefault(document.id, document)
            case Decision():
                decisions.setdefault(document.id, document)
            case Office() | None:
                pass
    return Context(settings, network, agencies, agreements, decisions), tuple(findings)


def _findings_of(faults: Iterable[tuple[str, Fault]]) -> Iterator[Finding]:
    for path, fault in faults:
        yield Finding(
            path,
            fault.code,
            fault.severity or Severity.ERROR,
            fault.pointer,
            fault.message,
            fault.advice,
            fault.line,
            fault.column,
        )
