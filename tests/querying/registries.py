"""The base registry with other offices beside its own, decoded, with the real reference data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sscctl.domain.registry import Registry
from sscctl.reading.cache import Cache
from sscctl.reading.load import load
from sscctl.reading.reference import Reference
from sscctl.reading.snapshot import MemorySnapshot
from tests.builders import files_of, laid_over, reference_files

Changes = Mapping[str, Mapping[str, object]]


def registry_with(changes: Changes | None = None) -> Registry:
    """The base registry with `changes` (path to top-level keys) laid over it; it must be free of faults of form."""
    loaded = load(MemorySnapshot(files_of(laid_over(changes or {}))), Cache.of(None))
    assert not loaded.findings, [finding.message.en for finding in loaded.findings]
    return loaded.registry


@cache
def reference() -> Reference:
    return Reference(reference_files().get)


def at(municipality: str, *events: str, **more: object) -> dict[str, object]:
    """An office's keys: its municipality, and its life in shorthand: `opened 2019`, `observed 2024-03 open`."""
    return {"municipality": municipality, "lifecycle": [_event(*event.split()) for event in events], **more}


def _event(kind: str, on: str, more: str = "") -> dict[str, object]:
    event: dict[str, object] = {"event": kind, "on": on, "source": "page"}
    if more.startswith("-"):
        return {**event, "last_day": more[1:]}
    return {**event, "status": more} if more else event
