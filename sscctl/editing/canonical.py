"""The canonical form of a document: one text for one content, pleasant to read and to review."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from sscctl.editing.key_order import ORDER, Shape
from sscctl.reading.scalars import quote, quote_key

WIDTH = 100
"""Columns. What fits stands on one line; only a word that is longer than this goes past it."""

Value: TypeAlias = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"] | None
"""What a document can hold: what JSON can, without numbers that are not finite."""

_FOLDABLE = re.compile("[^ \ufe00-\ufe0f]+(?: [^ \ufe00-\ufe0f]+)+")
"""Words with one space between: only these come back from a folded text as they went in (selectors need an escape)."""


def schema_line(kind: str, path: str) -> str:
    """The first line of the document at `path` (from the registry's root): it tells editors where the schema lies."""
    up = "../" * (path.count("/") + 1)
    return f"# yaml-language-server: $schema={up}schemas/{kind}.schema.json"


def render(document: Mapping[str, Value], kind: str, schema_line: str = "") -> str:
    """Write a document as YAML, with `schema_line` at the top.

    Keys stand in the order of the kind's schema. A group of several lines has a blank line around it. Lists and
    mappings that hold only scalars, or lists of them, stand on one line where they fit; the others take a line for
    each entry. A text that is too long for its line is folded between words, unless a space could be lost: then it is
    quoted whole. Raises `ValueError` for a number that is not finite, `KeyError` for an unknown kind.
    """
    shape = ORDER[kind]
    text = f"{schema_line}\n" if schema_line else ""
    several = False
    for number, key in enumerate(shape.sort(document)):
        lines = list(_entry(key, document[key], shape, 0))
        if number and (several or len(lines) > 1):
            text += "\n"
        several = len(lines) > 1
        text += "".join(f"{line}\n" for line in lines)
    return text if document else f"{text}{{}}\n"


def _entry(key: str, value: Value, shape: Shape, indent: int) -> Iterator[str]:
    """Yield the lines of one key and its value; the first is indented as well."""
    start = f"{' ' * indent}{quote_key(key)}:"
    first, *more = _value(value, shape.under(key), indent + 2, len(start))
    yield f"{start} {first}" if first else start
    yield from more


def _value(value: Value, shape: Shape, indent: int, taken: int) -> Iterator[str]:
    """Yield what follows on the line (empty where nothing does), where `taken` columns are used, then further lines."""
    flow = _flow(value, shape)
    if flow is not None and (taken + 1 + len(flow) <= WIDTH or not value):
        yield flow
    elif isinstance(value, Mapping):
        yield ""
        for key in shape.sort(value):
            yield from _entry(key, value[key], shape, indent)
    elif isinstance(value, str):
        yield from _folded(value, indent)
    elif isinstance(value, Sequence):
        yield ""
        for item in value:
            yield from _item(item, shape, indent)
    else:
        yield _scalar(value)


def _item(value: Value, shape: Shape, indent: int) -> Iterator[str]:
    """Yield the lines of one item of a list: what it holds is indented below its dash."""
    dash = f"{' ' * indent}-"
    first, *more = _value(value, shape, indent + 2, len(dash))
    if not first:
        first, more = more[0][indent + 2 :], more[1:]
    yield f"{dash} {first}"
    yield from more


def _folded(text: str, indent: int) -> Iterator[str]:
    """Yield a text over several lines; one whose spaces could be lost is quoted on one."""
    if not text.isprintable() or not _FOLDABLE.fullmatch(text):
        yield quote(text)
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


def _flow(value: Value, shape: Shape, *, within: bool = False) -> str | None:
    """Return the value on one line; `None` where it holds more than scalars and lists of them."""
    if isinstance(value, Mapping):
        if within:
            return None
        parts = [(quote_key(key), _flow(value[key], shape.under(key), within=True)) for key in shape.sort(value)]
        return None if any(part is None for _, part in parts) else f"{{{', '.join(f'{k}: {v}' for k, v in parts)}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = [None if _is_group(item) else _scalar(item) for item in value]
        return None if None in items else f"[{', '.join(item for item in items if item is not None)}]"
    return _scalar(value)


def _is_group(value: Value) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str))


def _scalar(value: Value) -> str:
    """Write a text, a number in JSON's grammar without exponent, or a word of JSON."""
    if isinstance(value, str):
        return quote(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"not a finite number: {value}")
        return format(Decimal(repr(value)), "f")
    return str(value)
