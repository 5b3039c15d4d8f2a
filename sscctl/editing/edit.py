"""An edit (ändring): a pointer and what becomes of it, as a value that can be shown, proved and applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sscctl.domain.finding import Pointer
from sscctl.editing.canonical import Value


@dataclass(frozen=True, slots=True)
class Put:
    """The value at `pointer` is replaced, or its key is inserted where the schema's order has it.

    The mappings on the way down to it that are missing are made.
    """

    pointer: Pointer
    value: Value


@dataclass(frozen=True, slots=True)
class Insert:
    """An item comes into a list, before the one that has this index now; an index equal to its length appends.

    The last step of `pointer` is the index. A list that is missing is made, with the item as its only one.
    """

    pointer: Pointer
    value: Value


@dataclass(frozen=True, slots=True)
class Delete:
    """The key or item at `pointer` goes, with the comments that stand directly above it or on its line."""

    pointer: Pointer


Edit: TypeAlias = Put | Insert | Delete
"""One change of one document."""
