"""Imports point downwards: what stands below knows nothing of what stands on it."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import pytest

from tests.architecture.code import Module, modules, names

BASE = {"text", "errors"}
DATA = BASE | {"domain"}
DISK = DATA | {"reading", "writing"}
VERB = DISK | {"rules", "wording"}

MAY_IMPORT: dict[str, set[str]] = {
    "text": set(),
    "errors": {"text"},
    "domain": BASE,
    "reading": DATA,
    "writing": DATA | {"reading"},
    "rules": DATA | {"reading"},
    "wording": DATA,
    # The verbs stand beside one another and do not know one another.
    "diffing": VERB,
    "querying": VERB,
    "editing": VERB,
    # What is published is what the other verbs tell: the answers of queries, and the changes between revisions.
    "publishing": VERB | {"diffing", "querying"},
    "cli": VERB | {"diffing", "querying", "editing", "publishing"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""Each part of the package, from the ground up, and the other parts it may import; `__init__` (the version) all may."""


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_a_module_imports_only_from_its_own_part_and_from_below(module: Module) -> None:
    assert module.part in MAY_IMPORT, f"{module.part} has no floor yet"
    allowed = MAY_IMPORT[module.part] | {module.part}
    upwards = [
        f"line {found.line}: {found.target}"
        for found in module.imports()
        if found.target.startswith("sscctl.") and found.target.split(".")[1] not in allowed
    ]
    assert not upwards


def test_no_two_modules_import_each_other_not_even_by_a_long_way_round() -> None:
    graph = {module.name: {found.target for found in module.imports()} & names() for module in modules()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
