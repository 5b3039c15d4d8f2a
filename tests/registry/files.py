"""The registry's own files, read once for all tests that hold them to something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sscctl.reading.kinds import kind_of
from sscctl.reading.yaml12 import parse
from tests.architecture.code import ROOT

REGISTRY = ROOT / "registry"

Tree = Mapping[str, Any]


@cache
def texts() -> Mapping[str, str]:
    """Every document's text by its path from the registry's root."""
    files = sorted(file for file in REGISTRY.rglob("*.yaml"))
    return {file.relative_to(REGISTRY).as_posix(): file.read_bytes().decode() for file in files}


@cache
def trees() -> Mapping[str, Tree]:
    """Every document by its path; one that cannot be read is empty."""
    return {path: parse(text.encode()).tree or {} for path, text in texts().items()}  # type: ignore[misc]


@cache
def of_kind(kind: str) -> Mapping[str, Tree]:
    """The documents of one kind, by id."""
    return {tree["id"]: tree for path, tree in trees().items() if kind_of(path) == kind}


def values(tree: object, *keys: str) -> Iterator[Any]:
    """Yield what stands under any of the keys, at every depth; the items of a list one by one."""
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            if key in keys:
                yield from value if isinstance(value, list) else [value]
            yield from values(value, *keys)
    elif isinstance(tree, list):
        for item in tree:
            yield from values(item, *keys)
