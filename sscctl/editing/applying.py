"""What edits make of a tree: the model that an edited text is held against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from sscctl.domain.finding import Pointer
from sscctl.editing.edit import Delete, Edit, Insert, Put
from sscctl.editing.rendering import Value
from sscctl.errors import NotFound, WrongUsage
from sscctl.text import Text


def applied(tree: Value, edits: Sequence[Edit]) -> Value:
    """Return the tree as it is after the edits, in their order; each pointer counts in what those before it leave.

    The tree given stays as it is. New keys come last. What has lost its last item or key is empty, not gone. Raises
    `NotFound` for a pointer to nothing, `WrongUsage` for the whole document deleted or made no mapping.
    """
    for edit in edits:
        if not edit.pointer and not (isinstance(edit, Put) and isinstance(edit.value, Mapping)):
            raise WrongUsage(
                Text("ett dokument måste förbli en uppslagning", "a document must remain a mapping"),
            )
        tree = _at(tree, edit.pointer, edit, 0)
    return tree


def plain(value: Value) -> Value:
    """The value as reading gives it: lists and mappings of their plain kinds."""
    if isinstance(value, Mapping):
        return {key: plain(below) for key, below in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value


def value_at(tree: Value, pointer: Pointer) -> Value:
    """Return the value at a pointer; raises `NotFound` where there is none."""
    for depth, step in enumerate(pointer):
        if not is_there(tree, step):
            raise no_such_place(pointer[: depth + 1])
        tree = cast("dict[str | int, Value]", tree)[step]
    return tree


def is_there(tree: Value, step: str | int) -> bool:
    """Whether a mapping has a key, or a list an item with an index."""
    if isinstance(step, str):
        return isinstance(tree, Mapping) and step in tree
    return isinstance(tree, list) and 0 <= step < len(tree)


def no_such_place(pointer: Pointer) -> NotFound:
    """The error for a pointer to nothing."""
    shown = "/".join(map(str, pointer))
    return NotFound(Text(f"det finns inget på platsen {shown}", f"there is nothing at {shown}"))


def _at(tree: Value, rest: Pointer, edit: Edit, depth: int) -> Value:
    """The tree that stands `depth` steps down, after the edit; `rest` are the steps from there."""
    if not rest:
        return plain(edit.value) if isinstance(edit, Put) else tree
    step, *more = rest
    if isinstance(tree, Mapping) and isinstance(step, str):
        return _in_mapping(tree, step, tuple(more), edit, depth)
    if isinstance(tree, list) and isinstance(step, int):
        return _in_list(tree, step, tuple(more), edit, depth)
    raise no_such_place(edit.pointer[: depth + 1])


def _in_mapping(tree: Mapping[str, Value], key: str, more: Pointer, edit: Edit, depth: int) -> Value:
    if not more and isinstance(edit, Insert):
        raise no_such_place((*edit.pointer, 0))
    if key not in tree:
        return {**tree, key: made(edit, depth + 1)}
    if not more and isinstance(edit, Delete):
        return {name: value for name, value in tree.items() if name != key}
    return {**tree, key: _at(tree[key], more, edit, depth + 1)}


def _in_list(tree: Sequence[Value], index: int, more: Pointer, edit: Edit, depth: int) -> Value:
    room = len(tree) + (not more and isinstance(edit, Insert))
    if not 0 <= index < room:
        raise no_such_place(edit.pointer[: depth + 1])
    if not more and isinstance(edit, Insert):
        return [*tree[:index], plain(edit.value), *tree[index:]]
    after = () if not more and isinstance(edit, Delete) else (_at(tree[index], more, edit, depth + 1),)
    return [*tree[:index], *after, *tree[index + 1 :]]


def made(edit: Edit, depth: int) -> Value:
    """The value that an edit makes at the first of its steps that is missing, `depth` steps down.

    Mappings are made for the further steps; a list is made only for an item put into it.
    """
    if isinstance(edit, Delete):
        raise no_such_place(edit.pointer)
    value = plain(edit.value)
    steps = edit.pointer[depth:]
    for number, step in reversed([*enumerate(steps)]):
        is_item = isinstance(edit, Insert) and number == len(steps) - 1
        if is_item and step == 0:
            value = [value]
        elif isinstance(step, str) and not is_item:
            value = {step: value}
        else:
            raise no_such_place(edit.pointer[: depth + number + 1])
    return value
