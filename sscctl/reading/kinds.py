"""Which kind of document a path holds."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """A kind of document; its schema is `schemas/<kind>.schema.json`."""

    REGISTRY = "registry"
    NETWORK = "network"
    AGENCY = "agency"
    AGREEMENT = "agreement"
    DECISION = "decision"
    OFFICE = "office"


_FOLDERS = {
    "agencies": Kind.AGENCY,
    "agreements": Kind.AGREEMENT,
    "decisions": Kind.DECISION,
    "offices": Kind.OFFICE,
}
_FILES = {"registry.yaml": Kind.REGISTRY, "network.yaml": Kind.NETWORK}


def kind_of(path: str) -> Kind | None:
    """The kind of the document at `path` (relative to the registry's root); `None` where none lies there."""
    folder, slash, _ = path.partition("/")
    if not slash:
        return _FILES.get(path)
    return _FOLDERS.get(folder) if path.endswith(".yaml") else None
