"""Values as lines of YAML: what fits on a line stands on one, the rest takes a line for each entry."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from sscctl.domain.finding import Pointer
from sscctl.editing.key_order import Shape
from sscctl.reading.scalars import quote, quote_key

WIDTH = 100
"""Columns. What fits stands on one line; only a word that is longer than this goes past it."""

Value: TypeAlias = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"] | None
"""What a document can hold: what JSON can, without numbers that are not finite."""

_FOLDABLE = re.compile("[^ \ufe00-\ufe0f]+(?: [^ \ufe00-\ufe0f]+)+")
"""Words with one space between: only these come back from a folded text as they went in (selectors need an escape)."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """The comments of one value, each from its `#` on.

    `above` stand on lines of their own before it (an empty one is a blank line), `beside` at the end of its first line,
    `below` on lines of their own after the last entry of a list or mapping.
    """

    above: tuple[str, ...] = ()
    beside: str = ""
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is laid out, in columns: the canonical form's own way, unless told otherwise.

    `step` is from a key to the keys below it, `dash` from a key to the dashes of its list, `gap` from a dash to what
    stands behind it. `single` prefers single quotation marks where they will do.
    """

    step: int = 2
    dash: int = 2
    gap: int = 2
    single: bool = False


@dataclass(frozen=True, slots=True)
class Renderer:
    """Writes values in one manner, each with its comments; a list or mapping with comments inside takes several lines.

    Raises `ValueError` for a number that is not finite.
    """

    manner: Manner = Manner()
    remarks: Mapping[Pointer, Remarks] = field(default_factory=dict)
    spread: frozenset[Pointer] = frozenset()
    """The lists and mappings that have comments inside."""

    def entry(self, key: str, value: Value, shape: Shape, indent: int, at: Pointer = ()) -> Iterator[str]:
        """Yield the lines of one key and its value; the first is indented as well. `at` is the value's pointer."""
        remarks = self.remarks.get(at, _NONE)
        yield from _indented(remarks.above, indent)
        start = f"{' ' * indent}{quote_key(key)}:"
        below, listed = indent + self.manner.step, indent + self.manner.dash
        first, *more = self.value(value, shape.under(key), (below, listed), len(start), at)
        yield _with(f"{start} {first}" if first else start, remarks.beside)
        yield from more

    def item(self, value: Value, shape: Shape, indent: int, at: Pointer = ()) -> Iterator[str]:
        """Yield the lines of one item of a list: what it holds is indented below its dash."""
        remarks = self.remarks.get(at, _NONE)
        yield from _indented(remarks.above, indent)
        dash, below = f"{' ' * indent}-", indent + self.manner.gap
        first, *more = self.value(value, shape, (below, below), below - 1, at)
        if not first:
            yield _with(dash, remarks.beside) if remarks.beside else f"{dash}{more[0][indent + 1 :]}"
            yield from more if remarks.beside else more[1:]
            return
        yield _with(f"{dash}{' ' * (self.manner.gap - 1)}{first}", remarks.beside)
        yield from more

    def value(
        self, value: Value, shape: Shape, indents: tuple[int, int], taken: int, at: Pointer = ()
    ) -> Iterator[str]:
        """Yield what follows on the line, where `taken` columns are used (empty where nothing does), and further lines.

        `indents` are the columns of keys and of dashes below.
        """
        flow = None if at in self.spread else self.canonical_flow(value, shape)
        keys, dashes = indents
        if flow is not None and (taken + 1 + len(flow) <= WIDTH or value in ({}, [], "", None)):
            yield flow
        elif isinstance(value, Mapping):
            yield ""
            for key in shape.sort(value):
                yield from self.entry(key, value[key], shape, keys, (*at, key))
            yield from _indented(self.remarks.get(at, _NONE).below, keys)
        elif isinstance(value, str):
            yield from self._folded(value, keys)
        elif isinstance(value, Sequence):
            yield ""
            for number, item in enumerate(value):
                yield from self.item(item, shape, dashes, (*at, number))
            yield from _indented(self.remarks.get(at, _NONE).below, dashes)
        else:
            yield self.scalar(value)

    def canonical_flow(self, value: Value, shape: Shape, *, within: bool = False) -> str | None:
        """Return the value on one line; `None` where it holds more than scalars and lists of them."""
        if isinstance(value, Mapping):
            if within:
                return None
            parts = [
                (quote_key(key), self.canonical_flow(value[key], shape.under(key), within=True))
                for key in shape.sort(value)
            ]
            return None if any(part is None for _, part in parts) else f"{{{', '.join(f'{k}: {v}' for k, v in parts)}}}"
        if isinstance(value, Sequence) and not isinstance(value, str):
            items = [None if is_group(item) else self.scalar(item) for item in value]
            return None if None in items else f"[{', '.join(item for item in items if item is not None)}]"
        return self.scalar(value)

    def flow(self, value: Value, shape: Shape) -> str:
        """Return the value on one line, whatever it holds."""
        if isinstance(value, Mapping):
            parts = (f"{quote_key(key)}: {self.flow(value[key], shape.under(key))}" for key in shape.sort(value))
            return f"{{{', '.join(parts)}}}"
        if isinstance(value, Sequence) and not isinstance(value, str):
            return f"[{', '.join(self.flow(item, shape) for item in value)}]"
        return self.scalar(value)

    def scalar(self, value: Value) -> str:
        """Write a text, a number in JSON's grammar without exponent, or a word of JSON."""
        if isinstance(value, str):
            return self._quoted(value)
        if value is None or isinstance(value, bool):
            return {None: "null", True: "true", False: "false"}[value]
        if isinstance(value, float):
            if not math.isfinite(value):
                raise ValueError(f"not a finite number: {value}")
            return format(Decimal(repr(value)), "f")
        return str(value)

    def _quoted(self, text: str) -> str:
        written = quote(text)
        return single_quoted(text) or written if self.manner.single and written.startswith('"') else written

    def _folded(self, text: str, indent: int) -> Iterator[str]:
        """Yield a text over several lines; one whose spaces could be lost is quoted on one."""
        if not text.isprintable() or not _FOLDABLE.fullmatch(text):
            yield self._quoted(text)
            return
        yield ">-"
        line = ""
        for word in text.split(" "):
            if line and indent + len(line) + 1 + len(word) > WIDTH:
                yield " " * indent + line
                line = word
            else:
                line = f"{line} {word}" if line else word
        yield " " * indent + line


_NONE = Remarks()


def is_group(value: Value) -> bool:
    """Whether a value is a list or a mapping."""
    return isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str))


def single_quoted(text: str) -> str | None:
    """A text between single quotation marks, which know no escapes; `None` for one that needs them."""
    if not text.isprintable() or FORMED_OTHERWISE.search(text):
        return None
    return "'" + text.replace("'", "''") + "'"


FORMED_OTHERWISE = re.compile("[\ufe00-\ufe0f]")
"""What counts as printable, but is refused unless it is written as an escape."""


def _indented(lines: Sequence[str], indent: int) -> Iterator[str]:
    yield from (f"{' ' * indent}{line}" if line else "" for line in lines)


def _with(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line
