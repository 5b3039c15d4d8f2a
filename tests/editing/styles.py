"""Documents written in many styles: indentation, brackets, quotation marks, line ends, comments at all places."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from random import Random
from typing import NamedTuple, cast

from sscctl.domain.finding import Pointer
from sscctl.editing.canonical import Value
from sscctl.reading.scalars import quote, quote_key


class Stands(Enum):
    """Where a comment stands towards the value that it belongs to."""

    ABOVE = "directly above it"
    BESIDE = "at the end of its line"
    FREE = "inside it, before an entry and apart from it"
    BELOW = "inside it, after its last entry"


class Owned(NamedTuple):
    """Whose a comment is."""

    pointer: Pointer
    stands: Stands


@dataclass(frozen=True, slots=True)
class Style:
    """How a document is written; what is between 0 and 1 is how often."""

    step: int
    dash: int
    gap: int
    single: float
    double: float
    folded: float
    flow: float
    spread: float
    comments: float
    blank: float
    newline: str
    mark: str
    has_start: bool
    has_end: bool
    is_ended: bool
    is_shuffled: bool

    @classmethod
    def drawn(cls, random: Random) -> Style:
        """One of very many styles; the canonical one is not rarer than others."""
        few = [0, 0, 0.1, 0.5]
        return cls(
            step=random.choice([1, 2, 2, 2, 3, 4, 8]),
            dash=random.choice([0, 0, 1, 2, 2, 2, 4]),
            gap=random.choice([2, 2, 2, 3, 4]),
            single=random.choice(few),
            double=random.choice(few),
            folded=random.choice(few),
            flow=random.choice([0, 0.3, 0.6, 0.9]),
            spread=random.choice(few),
            comments=random.choice([0, 0.1, 0.3, 0.7]),
            blank=random.choice(few),
            newline=random.choice(["\n", "\n", "\n", "\r\n"]),
            mark=random.choice(["", "", "", "\ufeff"]),
            has_start=random.random() < 0.1,
            has_end=random.random() < 0.05,
            is_ended=random.random() < 0.85,
            is_shuffled=random.random() < 0.2,
        )


@dataclass
class Scribe:
    """Writes one document in a style; `owned` tells whose each comment is."""

    style: Style
    random: Random
    owned: dict[str, Owned] = field(default_factory=dict)

    def document(self, tree: Mapping[str, Value]) -> bytes:
        """The bytes of a whole file."""
        style = self.style
        lines = ["# yaml-language-server: $schema=x"] if self._often(0.3) and not style.has_start else []
        lines += ["---"] if style.has_start else []
        lines += self._mapping(tree, (), 0) if tree else ["{}"]
        lines += ["..."] if style.has_end else []
        is_ended = style.is_ended or '\\n"' in json.dumps(tree)  # a text that ends in a line feed needs it
        text = "\n".join(lines) + ("\n" if is_ended else "")
        return (style.mark + text.replace("\n", style.newline)).encode()

    def _often(self, share: float) -> bool:
        return self.random.random() < share

    def _comment(self, pointer: Pointer, stands: Stands) -> str:
        name = f"# comment {len(self.owned)}" + self.random.choice([".", ": x", ", {a}", " # more", ' "', " - a"])
        self.owned[name] = Owned(pointer, stands)
        return name

    def _beside(self, at: Pointer) -> str:
        if not self._often(self.style.comments / 2):
            return ""
        return " " * self.random.choice([1, 2, 2, 5]) + self._comment(at, Stands.BESIDE)

    def _mapping(self, tree: Mapping[str, Value], at: Pointer, column: int) -> list[str]:
        keys = list(tree)
        if self.style.is_shuffled:
            self.random.shuffle(keys)
        lines: list[str] = []
        for key in keys:
            below = (*at, key)
            lines += self._before(below, column, is_first=key == keys[0])
            first, *more = self._value(tree[key], below, column, is_item=False)
            lines += [f"{' ' * column}{quote_key(key)}:{first}", *more]
        return lines + self._after(at, column)

    def _list(self, items: list[Value], at: Pointer, column: int) -> list[str]:
        lines: list[str] = []
        for number, item in enumerate(items):
            below = (*at, number)
            lines += self._before(below, column, is_first=number == 0)
            first, *more = self._value(item, below, column, is_item=True)
            lines += [f"{' ' * column}-{first}", *more]
        is_apart = self.style.dash > 0 or isinstance(at[-1], int)  # else a comment below belongs to the next key
        return lines + (self._after(at, column) if is_apart else [])

    def _before(self, at: Pointer, column: int, *, is_first: bool) -> Iterator[str]:
        """Yield what stands before an entry; before the first of an item nothing, as its dash is on its line."""
        if is_first and len(at) > 1 and isinstance(at[-2], int):
            return
        if self._often(self.style.blank):
            yield ""
        if self._often(self.style.comments / 6) and not (is_first and len(at) > 1):
            yield " " * column + self._comment(at[:-1], Stands.FREE)
            yield ""
        for _ in range(self.random.choice([1, 1, 2])):
            if self._often(self.style.comments / 2):
                yield " " * column + self._comment(at, Stands.ABOVE)

    def _after(self, at: Pointer, column: int) -> list[str]:
        if not at or not self._often(self.style.comments / 6):
            return []
        return [" " * column + self._comment(at, Stands.BELOW)]

    def _value(self, value: Value, at: Pointer, column: int, *, is_item: bool) -> list[str]:
        """What stands behind a colon or dash, and the lines below."""
        style = self.style
        gap = " " * (style.gap - 1 if is_item else 1)
        if isinstance(value, Mapping | list) and value and not self._often(style.flow * _plainness(value)):
            head = "" if is_item else self._beside(at)
            if isinstance(value, Mapping):
                below = column + (style.gap if is_item else style.step)
                lines = self._mapping(value, at, below)
            else:
                below = column + (style.gap if is_item else style.dash)
                lines = self._list(value, at, below)
            return [lines[0][column + 1 :], *lines[1:]] if is_item else [head, *lines]
        below = column + (style.gap if is_item else style.step)
        if isinstance(value, Mapping | list):
            first, *more = self._flow(value, at, below)
            return (
                [f"{gap}{first}", *more[:-1], more[-1] + self._beside(at)] if more else [gap + first + self._beside(at)]
            )
        if isinstance(value, str) and (self._often(style.folded) or value.endswith("\n")):
            lines = self._block_text(value, below)
            if lines:
                return [f"{gap}{lines[0]}{self._beside(at)}", *lines[1:]]
        return [gap + self._scalar(value) + self._beside(at)]

    def _block_text(self, text: str, column: int) -> list[str]:
        end = "" if text.endswith("\n") else "-"
        body = text.removesuffix("\n")
        if not body or body != body.strip() or body.endswith("\n") or not body.replace("\n", "").isprintable():
            return []
        if "\n" in body or self._often(0.5):
            return [f"|{end}", *(" " * column + line if line else "" for line in body.split("\n"))]
        if "  " in body:
            return []
        cut = self.random.randrange(len(body.split(" ")))
        words = body.split(" ")
        parts = [" ".join(words[:cut]), " ".join(words[cut:])] if cut else [body]
        return [f">{end}", *(" " * column + part for part in parts)]

    def _scalar(self, value: Value) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        if value.isprintable() and self._often(self.style.single):
            return "'" + value.replace("'", "''") + "'"
        written = quote(value)
        return written if written.startswith('"') or not self._often(self.style.double) else f'"{written}"'

    def _flow(self, value: Value, at: Pointer, column: int) -> list[str]:
        """A value in brackets or braces, on one line or many, with comments at their ends."""
        if not isinstance(value, Mapping | list):
            return [self._scalar(value)]
        marks = "{}" if isinstance(value, Mapping) else "[]"
        names: list[str | int] = [*value] if isinstance(value, Mapping) else [*range(len(value))]
        below = [(*at, name) for name in names]
        parts = [
            (f"{quote_key(name)}: " if isinstance(name, str) else "", self._flow(_get(value, name), path, column + 2))
            for name, path in zip(names, below, strict=True)
        ]
        is_long = any(len(lines) > 1 for _, lines in parts)
        if not parts or (not is_long and not self._often(self.style.spread)):
            pad = self.random.choice(["", "", "", " "]) if parts else ""
            return [f"{marks[0]}{pad}{', '.join(key + lines[0] for key, lines in parts)}{pad}{marks[1]}"]
        lines = [marks[0]]
        for number, (key, own) in enumerate(parts):
            comma = "," if number + 1 < len(parts) or self._often(0.5) else ""
            if self._often(self.style.comments / 2):
                lines.append(" " * (column + 2) + self._comment(below[number], Stands.ABOVE))
            lines += [" " * (column + 2) + key + own[0], *own[1:]]
            lines[-1] += comma + self._beside(below[number])
        return [*lines, " " * column + marks[1]]


def _get(value: Value, name: str | int) -> Value:
    return cast("Mapping[str | int, Value]", value)[name]


def _plainness(value: Value) -> float:
    """How likely it is that a value stands in brackets: one with lists or mappings inside seldom does."""
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else []
    return 0.3 if any(isinstance(each, Mapping | list) and each for each in inner) else 1
