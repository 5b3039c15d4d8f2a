"""What the tree's builder needs to know of the parser's events, whichever parser they come from."""

from __future__ import annotations

from typing import Protocol


class Mark(Protocol):
    """The parser's mark; `index` counts characters from 0."""

    @property
    def index(self) -> int:
        """Offset in the text."""


class Step(Protocol):
    """Any event."""

    start_mark: Mark
    end_mark: Mark


class Node(Step, Protocol):
    """An event that begins a value or a key."""

    anchor: str | None
    tag: str | None


class Scalar(Node, Protocol):
    """An event that is a scalar; `style` is empty or None for a plain one, else its first sign."""

    value: str
    style: str | None
