"""The registry of this checkout as an edition, on a fixed day."""

from __future__ import annotations

from functools import cache

from sscctl.publishing.edition import Edition
from sscctl.reading.load import load
from sscctl.reading.snapshot import MemorySnapshot
from tests.builders import CHECKOUT, TODAY
from tests.publishing.editions import INSTANT, REVISION


@cache
def real_edition(base_url: str | None = None) -> Edition:
    """Everything that is known, as it is on the tests' day."""
    root = CHECKOUT / "registry"
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    loaded = load(MemorySnapshot(files))
    settings = loaded.registry.context.settings
    assert settings
    return Edition(loaded.registry, loaded.reference, settings, TODAY, REVISION, instant=INSTANT, base_url=base_url)
