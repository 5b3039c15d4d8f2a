"""The registry's own documents, of all kinds: random changes of two people are merged without losing any."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sscctl.editing.canonical import render, schema_line
from sscctl.editing.merge.driver import Three, Way, merge
from sscctl.editing.merge.sorts import kind_in
from sscctl.reading.schemas import Judge, packaged
from tests.architecture.code import ROOT
from tests.editing.merge.laws import taken, tree_of

JUDGE = Judge(packaged())
FILES = sorted((ROOT / "registry").rglob("*.yaml"))
PATHS = [file.relative_to(ROOT).as_posix() for file in FILES]
NUMBERS = st.lists(st.integers(0, 999), min_size=1, max_size=3)


@cache
def text_of(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def changed(tree: Any, number: int) -> None:  # noqa: ANN401  a tree
    """Change one leaf or drop one entry, chosen by a number."""
    places: list[tuple[Any, Any]] = []
    queue = [tree]
    while queue:
        node = queue.pop()
        below = list(node.items()) if isinstance(node, dict) else list(enumerate(node))
        places += [(node, key) for key, _ in below]
        queue += [value for _, value in below if isinstance(value, dict | list)]
    node, key = places[number % len(places)]
    value = node[key]
    if isinstance(value, bool):
        node[key] = not value
    elif isinstance(value, int | float):
        node[key] = value + 1
    elif isinstance(value, str) and " " in value:
        node[key] = f"{value} {number}"
    elif isinstance(value, list) and len(value) > 1:
        value.reverse()
    else:
        del node[key]


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.sampled_from(PATHS), NUMBERS, NUMBERS)
def test_what_one_side_alone_has_changed_in_a_key_is_there_and_what_both_have_is_merged_or_loud(
    path: str, ours: list[int], theirs: list[int]
) -> None:
    kind = kind_in(path)
    assert kind
    base = tree_of(text_of(path))
    sides = []
    for numbers in (ours, theirs):
        tree = deepcopy(base)
        for number in numbers:
            changed(tree, number)
        assume(JUDGE.is_valid(kind, tree) and tree != base)
        sides.append(tree)
    texts = [render(tree, kind, schema_line(kind, path.partition("/")[2])).encode() for tree in sides]
    three = Three(text_of(path).encode(), *texts)
    result = merge(three, path, JUDGE)
    assert result.way is not Way.LINES
    left = [taken(result, side) for side in (0, 1)]
    for key in {*base, *sides[0], *sides[1]}:
        before, mine, yours = (tree.get(key) for tree in (base, *sides))
        if key in result.together:
            assert [tree.get(key) for tree in left] == [mine, yours]
        elif yours in (mine, before):
            assert left[0].get(key) == left[1].get(key) == mine
        elif before == mine:
            assert left[0].get(key) == left[1].get(key) == yours
    if not result.conflicts:
        assert JUDGE.is_valid(kind, left[0])
