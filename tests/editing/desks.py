"""Desks with the base registry on them, for the verbs to work at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from sscctl.editing.desk import Desk
from sscctl.editing.sources import Origin
from sscctl.reading.cache import Cache
from sscctl.reading.snapshot import MemorySnapshot
from sscctl.rules._check import check
from tests.builders import TODAY, files_of, laid_over

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
    return Desk.of(MemorySnapshot(files_of(laid_over(changes or {}))))


def with_text(path: str, text: str, changes: Changes | None = None) -> Desk:
    """The same with one file as it is written here."""
    files = files_of(laid_over(changes or {}))
    return Desk.of(MemorySnapshot({**files, path: text.encode()}))


def said(found: Desk, path: str) -> dict[str, Any]:
    """What a document says, for a test to look into."""
    return cast("dict[str, Any]", found.tree(path))


def errors(found: Desk) -> list[str]:
    """The codes of the errors that the registry on the desk has."""
    report = check(found.snapshot, TODAY, Cache.of(None))
    return [finding.code for finding in report.findings if finding.severity == "error"]
