"""A list or mapping put in the place of another, as edits of what differs in it, so that other comments stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sscctl.domain.finding import Pointer
from sscctl.editing.applying import is_there, plain, value_at
from sscctl.editing.edit import Delete, Edit, Insert, Put
from sscctl.editing.merge.values import same
from sscctl.editing.rendering import Value


def refined(tree: Value, edit: Edit) -> list[Edit]:
    """The edits that together do what one does."""
    if not isinstance(edit, Put):
        return [edit]
    there = tree
    for step in edit.pointer:
        if not is_there(there, step):
            return [edit]
        there = value_at(there, (step,))
    return [*_changes(edit.pointer, there, plain(edit.value))]


def _changes(at: Pointer, before: Value, after: Value) -> Iterator[Edit]:
    if same(before, after):
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping) and before.keys() & after.keys():
        yield from _of_mapping(at, before, after)
    elif isinstance(before, list) and isinstance(after, list) and before and after:
        yield from _of_list(at, before, after)
    else:
        yield Put(at, after)


def _of_mapping(at: Pointer, before: Mapping[str, Value], after: Mapping[str, Value]) -> Iterator[Edit]:
    for key, value in after.items():
        if key in before:
            yield from _changes((*at, key), before[key], value)
    yield from (Delete((*at, key)) for key in before if key not in after)
    yield from (Put((*at, key), value) for key, value in after.items() if key not in before)


def _of_list(at: Pointer, before: Sequence[Value], after: Sequence[Value]) -> Iterator[Edit]:
    """Yield the edits between what both lists begin and end with."""
    most = min(len(before), len(after))
    first = next((number for number in range(most) if not same(before[number], after[number])), most)
    last = next((n for n in range(most - first) if not same(before[-1 - n], after[-1 - n])), most - first)
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    for number, (one, other) in enumerate(zip(old, new, strict=False), first):
        yield from _changes((*at, number), one, other)
    middle = first + min(len(old), len(new))
    yield from (Delete((*at, middle)) for _ in old[len(new) :])
    yield from (Insert((*at, middle + n), value) for n, value in enumerate(new[len(old) :]))
