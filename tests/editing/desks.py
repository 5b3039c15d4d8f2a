"""Desks with the base registry on them, for the verbs to work at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from sscctl.editing.desk import Desk
from sscctl.editing.sources import Origin
from sscctl.reading.cache import Cache
from sscctl.reading.kinds import kind_of
from sscctl.reading.snapshot import MemorySnapshot
from sscctl.rules._check import check
from tests.builders import TODAY, files_of, laid_over, reference_files

NEWS = Origin("https://www.exempel.se/nyheter/1", date(2026, 11, 20))
NEWS_ID = "exempel-2026-11-20"

Changes = Mapping[str, Mapping[str, object]]

HARBOUR = "offices/exempelstad-hamnen.yaml"
OTHER: Changes = {
    HARBOUR: {
        "name": "Hamnen",
        "lifecycle": [{"event": "opened", "on": "2020-03-01", "source": "page"}],
    }
}
"""An office beside the base registry's own."""


def desk(changes: Changes | None = None) -> Desk:
    """The base registry with changes laid over its documents."""
    return Desk.of(MemorySnapshot(_documents(changes)))


def with_text(path: str, text: str, changes: Changes | None = None) -> Desk:
    """The same with one file as it is written here."""
    return Desk.of(MemorySnapshot({**_documents(changes), path: text.encode()}))


def _documents(changes: Changes | None) -> dict[str, bytes]:
    """The files without the reference data, which no verb reads."""
    return {path: data for path, data in files_of(laid_over(changes or {})).items() if kind_of(path)}


def said(found: Desk, path: str) -> dict[str, Any]:
    """What a document says, for a test to look into."""
    return cast("dict[str, Any]", found.tree(path))


def errors(found: Desk) -> list[str]:
    """The codes of the errors that the registry on the desk has."""
    documents = {path: found.read(path) for path in found.paths()}
    report = check(MemorySnapshot({**reference_files(), **documents}), TODAY, Cache.of(None))
    return [finding.code for finding in report.findings if finding.severity == "error"]
