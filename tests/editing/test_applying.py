"""What edits make of a tree, and which pointers lead nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

import pytest

from sscctl.editing.applying import applied
from sscctl.editing.canonical import Value
from sscctl.editing.edit import Delete, Edit, Insert, Put
from sscctl.errors import NotFound, WrongUsage

TREE: Value = {"a": {"b": [1, {"c": 2}]}, "d": "x", "e": []}

EXAMPLES: dict[str, tuple[Sequence[Edit], Value]] = {
    "no edit": ((), TREE),
    "a value is replaced": ((Put(("d",), "y"),), {"a": {"b": [1, {"c": 2}]}, "d": "y", "e": []}),
    "a key is new": ((Put(("a", "f"), 1),), {"a": {"b": [1, {"c": 2}], "f": 1}, "d": "x", "e": []}),
    "missing mappings are made": (
        (Put(("f", "g", "h"), 1),),
        {"a": {"b": [1, {"c": 2}]}, "d": "x", "e": [], "f": {"g": {"h": 1}}},
    ),
    "an item is put in": ((Insert(("a", "b", 1), 9),), {"a": {"b": [1, 9, {"c": 2}]}, "d": "x", "e": []}),
    "an item is appended": ((Insert(("e", 0), 9),), {"a": {"b": [1, {"c": 2}]}, "d": "x", "e": [9]}),
    "a missing list is made": (
        (Insert(("f", "g", 0), 9),),
        {"a": {"b": [1, {"c": 2}]}, "d": "x", "e": [], "f": {"g": [9]}},
    ),
    "the last item gone leaves an empty list": (
        (Delete(("a", "b", 0)), Delete(("a", "b", 0))),
        {"a": {"b": []}, "d": "x", "e": []},
    ),
    "the last key gone leaves an empty mapping": (
        (Delete(("a", "b", 1, "c")),),
        {"a": {"b": [1, {}]}, "d": "x", "e": []},
    ),
    "a pointer counts in what the edits before it leave": (
        (Insert(("a", "b", 0), 0), Put(("a", "b", 2, "c"), 3)),
        {"a": {"b": [0, 1, {"c": 3}]}, "d": "x", "e": []},
    ),
    "the whole document": ((Put((), {"z": (1,)}),), {"z": [1]}),
}


@pytest.mark.parametrize(("edits", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_what_edits_make_of_a_tree(edits: Sequence[Edit], expected: Value) -> None:
    before = deepcopy(TREE)
    assert applied(TREE, edits) == expected
    assert before == TREE


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (Put(("a", "b", 2), 1), "a/b/2"),
        (Put(("a", "b", -1), 1), "a/b/-1"),
        (Put(("d", "x"), 1), "d/x"),
        (Put(("a", 0), 1), "a/0"),
        (Put(("f", 0, "g"), 1), "f/0"),
        (Insert(("a", "b", 3), 1), "a/b/3"),
        (Insert(("f", 1), 1), "f/1"),
        (Insert(("d",), 1), "d/0"),
        (Insert(("f",), 1), "f/0"),
        (Delete(("f",)), "f"),
        (Delete(("f", "g")), "f/g"),
        (Delete(("a", "b", 2)), "a/b/2"),
    ],
    ids=str,
)
def test_a_pointer_to_nothing_is_named(edit: Edit, place: str) -> None:
    with pytest.raises(NotFound, match=f"nothing at {place}$"):
        applied(TREE, [edit])


@pytest.mark.parametrize("edit", [Delete(()), Put((), []), Insert((), 1)], ids=str)
def test_a_document_stays_a_mapping(edit: Edit) -> None:
    with pytest.raises(WrongUsage):
        applied(TREE, [edit])
