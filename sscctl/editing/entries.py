"""A list of a document under work: what is done to it is kept as edits, each in the tree as it then is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from sscctl.domain.finding import Pointer
from sscctl.editing.canonical import Value
from sscctl.editing.edit import Delete, Edit, Insert, Put

Tree: TypeAlias = Mapping[str, Value]
"""A document, or a part of one, as it is parsed."""


class Entries:
    """The mappings in the list at `key` of a document; `items` is what it holds once the edits so far are applied."""

    __slots__ = ("_edits", "_key", "items")

    def __init__(self, tree: Tree, key: str) -> None:
        """Begin with what the document holds; a list that is missing is empty."""
        self._key = key
        self._edits: list[Edit] = []
        self.items: list[dict[str, Value]] = [dict(item) for item in mappings(tree, key)]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All that was done, in order."""
        return tuple(self._edits)

    def put(self, index: int, field: str, value: Value) -> None:
        """Give a field a value; nothing happens where it has it already."""
        if field in self.items[index] and self.items[index][field] == value:
            return
        self.items[index][field] = value
        self._edits.append(Put(self._at(index, field), value))

    def drop(self, index: int, field: str) -> None:
        """Take a field away, if it is there."""
        if field in self.items[index]:
            del self.items[index][field]
            self._edits.append(Delete(self._at(index, field)))

    def become(self, index: int, item: Tree, *, among: tuple[str, ...]) -> None:
        """Give an item the fields of another field by field, so that its comments stay; only those in `among` go."""
        for field in among:
            if field in item:
                self.put(index, field, item[field])
            else:
                self.drop(index, field)

    def insert(self, index: int, item: Tree) -> None:
        """Put a new item in before the one at `index`."""
        self.items.insert(index, dict(item))
        self._edits.append(Insert(self._at(index), dict(item)))

    def remove(self, index: int) -> None:
        """Take an item away; with the last one goes the list."""
        del self.items[index]
        self._edits.append(Delete(self._at(index) if self.items else (self._key,)))

    def _at(self, *steps: str | int) -> Pointer:
        return (self._key, *steps)


def mappings(tree: Tree, key: str) -> tuple[Tree, ...]:
    """The mappings in the list at `key`; nothing where there is no list."""
    value = tree.get(key)
    if isinstance(value, str) or not isinstance(value, list | tuple):
        return ()
    return tuple(item for item in value if isinstance(item, Mapping))


def text_of(tree: Tree, key: str) -> str | None:
    """The text at `key`; `None` where there is none."""
    value = tree.get(key)
    return value if isinstance(value, str) else None
