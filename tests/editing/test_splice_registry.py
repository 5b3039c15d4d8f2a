"""Every scalar, list and mapping of the real registry is edited once, and its comments are counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from sscctl.domain.finding import Pointer
from sscctl.editing.canonical import Value
from sscctl.editing.edit import Delete, Edit, Insert, Put
from sscctl.editing.key_order import ORDER
from sscctl.editing.merge.values import same
from sscctl.editing.splice import applied, splice
from sscctl.reading.kinds import kind_of
from sscctl.reading.yaml12 import parse
from tests.architecture.code import ROOT
from tests.editing.random_edits import places

MANY = 300
"""So many edits of one file at most, but in the long run all: two documents have thousands."""

REGISTRY = ROOT / "registry"
FILES = sorted(path.relative_to(REGISTRY).as_posix() for path in REGISTRY.rglob("*.yaml"))


def shape_keys(kind: str, pointer: Pointer) -> tuple[str, ...]:
    shape = ORDER[kind]
    for step in pointer:
        shape = shape.under(step) if isinstance(step, str) else shape
    return shape.keys


def edits(kind: str, tree: Value) -> Iterator[Edit]:
    """Yield one edit of each value: scalars change, mappings get a key they lack, lists an item, items go."""
    for pointer, there in places(tree):
        if isinstance(there, dict):
            missing = next((key for key in shape_keys(kind, pointer) if key not in there), "further")
            yield Put((*pointer, missing), {"sv": "Stängt för alltid.", "en": "Closed for good."})
        elif isinstance(there, list):
            yield Insert((*pointer, len(there)), there[-1] if there else "10:00-12:00")
        else:
            yield Put(pointer, "no" if isinstance(there, str) else 7)
        if pointer and isinstance(pointer[-1], int):
            yield Delete(pointer)


@pytest.mark.parametrize("path", FILES, ids=lambda path: Path(path).stem)
def test_each_value_can_be_edited(path: str) -> None:
    kind, data = kind_of(path), (REGISTRY / path).read_bytes()
    assert kind
    tree = parse(data).tree
    comments = {line.strip() for line in data.decode().splitlines() if line.lstrip().startswith("#")}
    every = [*edits(kind, tree)]
    for edit in every[:: 1 if settings().max_examples > 100 else len(every) // MANY + 1]:
        after = splice(data, [edit], kind)
        assert same(parse(after).tree, applied(tree, [edit])), edit
        if not isinstance(edit, Delete):
            assert comments <= {line.strip() for line in after.decode().splitlines()}, edit
