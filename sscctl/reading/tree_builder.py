"""Builds a document's tree from the parser's events, and remembers what each can be blamed for.

The hot path of a cold start: one call per event, no recursion, and no position worked out unless there is a fault.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple, NoReturn, TypeAlias

from sscctl.domain.finding import Pointer
from sscctl.reading import form_faults as words
from sscctl.reading.budgets import MAX_DEPTH, MAX_FAULTS, MAX_NODES
from sscctl.reading.character_faults import SPACES, SURROGATE
from sscctl.reading.characters import Blemish, composed, escaped_blemishes
from sscctl.reading.form_faults import Complaint
from sscctl.reading.parser_steps import Node, Scalar, Step
from sscctl.reading.scalar_faults import misread
from sscctl.reading.scalars import ODD_WORDS, Misreading, misread_key, read_plain

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | int | float | bool | None"

_DROPPED = "\ud800"
"""Stands for a key that cannot be kept, while its value is read; no file can hold it."""

_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)|(?<=^[\"'])\s|\s(?=[\"']\Z)")
_NO_KEY = frozenset({Misreading.NULL, Misreading.NOTHING_WRITTEN, Misreading.MERGE})


class Charge(NamedTuple):
    """A complaint with its place in the text; one to a repeated key is worded when the first is found."""

    offset: int
    pointer: Pointer
    complaint: Complaint | None
    repeated_key: str = ""


class Stop(Exception):
    """The file is over a budget, or goes on after its only document."""


class TreeBuilder:
    """Takes the events one by one; `tree` is the result, None if it cannot be read as one mapping."""

    __slots__ = (
        *("_container", "_has_escapes", "_incomplete", "_key", "_outer", "_room", "_root", "_text"),
        *("charges", "escaped", "is_readable"),
    )

    def __init__(self, text: str) -> None:
        self.charges: list[Charge] = []
        self.escaped: list[Blemish] = []
        self.is_readable = True
        self._text = text
        self._has_escapes = "\\" in text
        self._root: list[Tree] = []
        self._container: dict[str, Tree] | list[Tree] = self._root
        self._key: str | None = None  # of the value that comes next in a mapping; None while a key comes next
        self._outer: list[tuple[dict[str, Tree] | list[Tree], str | None]] = []
        self._incomplete: list[dict[str, Tree]] = []
        self._room = MAX_NODES

    def finish(self) -> Tree:
        """Return the document, without the keys that could not be kept; None if there is none."""
        for mapping in self._incomplete:
            mapping.pop(_DROPPED, None)
        return self._root[0] if self._root else None

    def blame(self, offset: int, complaint: Complaint) -> None:
        """Remember a fault of the value that comes next, or has just been begun."""
        if len(self.charges) < MAX_FAULTS:
            self.charges.append(Charge(offset, self._pointer(), complaint))

    def document(self, event: Step) -> None:
        """Begin a document; only one is allowed."""
        offset = event.start_mark.index
        if self._root:
            self._stop(offset, words.SEVERAL_DOCUMENTS)
        if self._text.startswith("%", offset):
            self.blame(offset, words.DIRECTIVE)

    def scalar(self, event: Scalar) -> None:
        """Take a key or a value."""
        self._room -= 1
        if self._room < 0 or event.tag is not None or event.anchor is not None:
            self._examine(event)
        text = event.value
        container = self._container
        if self._key is None and isinstance(container, dict):
            self._take_key(event, container)
        elif event.style:
            if "  " in text or self._has_escapes or text != text.strip():
                self._look_closely(event)
            self._put(container, text)
        elif text < ":" or text in ODD_WORDS or "  " in text:
            self._put(container, self._read_plain(event))
        else:
            self._put(container, text)

    def alias(self, event: Node) -> None:
        """Refuse an alias; what it stands for is not looked up, so the document has no tree."""
        self.blame(event.start_mark.index, words.ALIAS)
        self.is_readable = False
        self._room -= 1
        if self._key is None and isinstance(self._container, dict):
            self._drop_next(self._container)
        else:
            self._put(self._container, None)

    def mapping(self, event: Node) -> None:
        """Begin a mapping."""
        self._begin(event, {})

    def sequence(self, event: Node) -> None:
        """Begin a list."""
        self._begin(event, [])

    def end(self, _: Step) -> None:
        """End the innermost list or mapping; where it stood as a key, its value is read and dropped."""
        self._container, self._key = self._outer.pop()
        if isinstance(self._container, dict):
            if self._key is None:
                self._drop_next(self._container)
            else:
                self._key = None

    def _put(self, container: dict[str, Tree] | list[Tree], value: Tree) -> None:
        """Put a value where it belongs."""
        if isinstance(container, list):
            container.append(value)
        elif self._key is not None:
            container[self._key] = value
            self._key = None

    def _begin(self, event: Node, container: dict[str, Tree] | list[Tree]) -> None:
        """Go into a list or mapping, which its own container gets at once."""
        self._room -= 1
        if self._room < 0 or event.tag is not None or event.anchor is not None:
            self._examine(event)
        if len(self._outer) >= MAX_DEPTH:
            self._stop(event.start_mark.index, words.too_deep(MAX_DEPTH))
        outer = self._container
        if isinstance(outer, list):
            outer.append(container)
        elif self._key is not None:
            outer[self._key] = container
        else:
            self.blame(event.start_mark.index, words.COMPLEX_KEY)
        self._outer.append((outer, self._key))
        self._container, self._key = container, None

    def _take_key(self, event: Scalar, mapping: dict[str, Tree]) -> None:
        """Take a key, unless its mapping has it already or other readers would take it for something else."""
        key = event.value
        if not key.isascii():
            key = composed(key)
        misreading = None
        if event.style:
            if self._has_escapes:
                self._look_at_escapes(event)
        elif key < ":" or key in ODD_WORDS:
            misreading = misread_key(key)
        if misreading is None and key not in mapping:
            self._key = key
        else:
            self._take_bad_key(event, mapping, key, misreading)

    def _take_bad_key(self, event: Scalar, mapping: dict[str, Tree], key: str, misreading: Misreading | None) -> None:
        """Blame a key; one that is no key, or is there already, is dropped with its value."""
        offset = event.start_mark.index
        if misreading is not None and misreading in _NO_KEY:
            self.blame(offset, misread(key, misreading, is_key=True))
            self._drop_next(mapping)
        elif key in mapping:
            if len(self.charges) < MAX_FAULTS:
                self.charges.append(Charge(offset, (*self._pointer(), key), None, key))
            self._drop_next(mapping)
        else:
            self._key = key
            if misreading is not None:
                self.blame(offset, misread(key, misreading, is_key=True))

    def _read_plain(self, event: Scalar) -> Tree:
        """Type an unquoted value, and blame it where other readers would take it for something else."""
        value, misreading = read_plain(event.value)
        if misreading is Misreading.NOTHING_WRITTEN and self._container is self._root:
            return None
        if misreading is not None:
            self.blame(event.start_mark.index, misread(event.value, misreading, is_key=False))
        elif "  " in event.value:
            self._look_closely(event)
        return value

    def _look_closely(self, event: Scalar) -> None:
        """Look at a value's spaces and escapes in the source."""
        start = event.start_mark.index
        source = self._text[start : event.end_mark.index]
        is_block = event.style in ("|", ">")
        gap = _SPACES.search(source, source.find("\n") + 1 if is_block else 0)
        if gap:
            self.blame(start + gap.start(), SPACES)
        self._look_at_escapes(event)

    def _look_at_escapes(self, event: Scalar) -> None:
        """Look at the characters that a double-quoted scalar writes by escapes."""
        start = event.start_mark.index
        source = self._text[start : event.end_mark.index]
        if event.style == '"' and "\\" in source:
            found = [*islice(escaped_blemishes(source, event.value, start), MAX_FAULTS - len(self.escaped))]
            self.escaped += found
            self.is_readable &= all(blemish.complaint is not SURROGATE for blemish in found)

    def _examine(self, event: Node) -> None:
        """Blame a node for what it must not carry, and stop at one too many."""
        offset = event.start_mark.index
        if self._room < 0:
            self._stop(offset, words.too_many_nodes(MAX_NODES))
        if event.anchor is not None:
            self.blame(offset, words.ANCHOR)
        if event.tag is not None:
            self.blame(offset, words.tag(event.tag))

    def _stop(self, offset: int, complaint: Complaint) -> NoReturn:
        """Give up on the document."""
        self.blame(offset, complaint)
        self.is_readable = False
        raise Stop

    def _drop_next(self, mapping: dict[str, Tree]) -> None:
        """Read the value that comes next, but do not keep it."""
        self._key = _DROPPED
        self._incomplete.append(mapping)

    def _pointer(self) -> Pointer:
        """Return the pointer of the value that comes next, as far as its keys are known."""
        steps: list[str | int] = []
        for container, key in [*self._outer, (self._container, self._key)][1:]:
            if isinstance(container, list):
                steps.append(len(container) - (container is not self._container))
            elif key is None or key == _DROPPED:
                break
            else:
                steps.append(key)
        return tuple(steps)
