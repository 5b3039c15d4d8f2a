"""Editions for the tests: of the base registry with other facts laid over it, on a fixed revision and day."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from sscctl.domain.office import Office
from sscctl.publishing.edition import Edition
from sscctl.publishing.office_record import publish_office
from sscctl.publishing.press import Print
from sscctl.reading.load import load
from sscctl.reading.snapshot import MemorySnapshot
from tests.builders import TODAY, files_of, laid_over, office

REVISION = "0123456789abcdef0123456789abcdef01234567"
INSTANT = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)

Tree = dict[str, Any]


def edition(
    changes: Mapping[str, Mapping[str, object]] | None = None, *, day: date = TODAY, base_url: str | None = None
) -> Edition:
    """An edition of the base registry with `changes` laid over its documents."""
    if not changes:
        return replace(_base(), day=day, base_url=base_url)
    loaded = load(MemorySnapshot(files_of(laid_over(changes))))
    assert not loaded.findings, loaded.findings
    settings = loaded.registry.context.settings
    assert settings
    return Edition(loaded.registry, loaded.reference, settings, day, REVISION, instant=INSTANT, base_url=base_url)


@cache
def _base() -> Edition:
    loaded = load(MemorySnapshot(files_of(laid_over({}))))
    settings = loaded.registry.context.settings
    assert settings
    return Edition(loaded.registry, loaded.reference, settings, TODAY, REVISION, instant=INSTANT)


def record(day: date = TODAY, **replacing: object) -> Tree:
    """The published record of the base office with whole keys replaced, read back from JSON."""
    return record_of(office(**replacing), edition(day=day))


def record_of(one: Office, within: Edition) -> Tree:
    """The published record of an office, read back from JSON."""
    tree: Tree = json.loads(json.dumps(publish_office(one, within).record))
    return tree


def files(printed: Print) -> dict[str, bytes]:
    """The files of an edition by path."""
    return {artefact.path: artefact.data for artefact in printed.artefacts}


def tree(printed: Print, path: str) -> Tree:
    """One JSON file of an edition."""
    read: Tree = json.loads(printed.data(path))
    return read


def of_offices(*offices: Office, day: date = TODAY, base_url: str | None = None) -> Edition:
    """An edition of the base registry with these offices in place of its own."""
    base = edition(day=day, base_url=base_url)
    return replace(base, registry=replace(base.registry, offices={one.id: one for one in offices}))


def undated(one: Edition) -> Edition:
    """The same without a revision: as where the registry lies in no git repository."""
    return replace(one, revision=None, instant=None)
