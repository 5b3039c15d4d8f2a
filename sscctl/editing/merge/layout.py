"""A document's text as entries within entries: each has its lines, and the comments that stand above it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from sscctl.reading.outline import Outline, Place
from sscctl.reading.yaml12 import events

Lines: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with its value, or one item of a list: whole lines.

    `above` are the comments and blank lines before it, `body` its own lines with what is indented deeper below them,
    `comments` every comment in the body, and `within` the entries that the body is made of, if its lines can be told
    apart.
    """

    above: Lines
    body: Lines
    comments: Lines
    within: Entries | None


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a list or mapping in block style.

    `column` is where they begin, `head` the line of the key they stand under (empty for the document and where the
    first entry stands on the line of its dash), `tail` what comes after the last of them. `dash` is the column of the
    dash that stands before the first entry; in the entries' own lines there is a space in its place.
    """

    column: int
    head: Lines
    entries: tuple[Entry, ...]
    tail: Lines
    dash: int | None = None


def lay_out(text: str) -> Entries | None:
    """The entries of a document without faults; `None` for one that is not in block style, or has marks around it."""
    return _Surveyor(text).document()


def is_content(line: str) -> bool:
    """Whether a line holds more than a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def shifted(lines: Iterable[str], by: int) -> Lines:
    """The lines moved to the right, or to the left as far as there is room; blank lines stay."""
    if by >= 0:
        return tuple(f"{' ' * by}{line}" if line.strip() else line for line in lines)
    return tuple(line[min(-by, indent(line)) :] for line in lines)


class _Surveyor:
    """Measures one text."""

    def __init__(self, text: str) -> None:
        self._lines = text.removesuffix("\n").split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._below: dict[tuple[str | int, ...], list[Place]] = {}
        places = Outline(events(text)).places
        self._root = places[0] if places else None
        for place in places[1:]:
            self._below.setdefault(place.pointer[:-1], []).append(place)
        bare = [place for place in places if place.pointer not in self._below]
        leaves = [(place.start, place.end) for place in bare if text[place.start : place.start + 1] not in {"[", "{"}]
        keys = [(place.key_start, place.key_end) for place in places if place.key_start >= 0]
        self._comments = self._find_comments(sorted(leaves + keys))

    def document(self) -> Entries | None:
        """The entries of the whole text."""
        if self._root is None:
            return None
        return self._entries(self._root, _Region(self._lines, 0, len(self._lines)), ())

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _find_comments(self, scalars: Sequence[tuple[int, int]]) -> dict[int, str]:
        """The comment of each line that has one: what begins with the first `#` that is not in a scalar."""
        begins = [start for start, _ in scalars]
        found = {}
        for number, line in enumerate(self._lines):
            at = line.find("#")
            while at >= 0:
                offset = self._starts[number] + at
                index = bisect_right(begins, offset) - 1
                if index < 0 or offset >= scalars[index][1]:
                    found[number] = line[at:].rstrip()
                    break
                at = line.find("#", at + 1)
        return found

    def _entries(self, place: Place, region: _Region, head: Lines) -> Entries | None:
        """The entries of a value that has the region's lines to itself; `None` where they are not set apart."""
        below = self._below.get(place.pointer)
        if not below or region.lines[self._line(place.start)].lstrip()[:1] in {"[", "{"}:
            return None
        spans = self._spans(below, region)
        column = indent(region.lines[spans[0][0]])
        if not _are_set_apart(spans, region, column):
            return None
        tops = [*(first for first, _ in spans[1:]), region.end]
        bounds = [
            _bound(_Region(region.lines, last + 1, top), column) for (_, last), top in zip(spans, tops, strict=True)
        ]
        entries = tuple(
            self._entry(child, _Region(region.lines, first, bound), column, region.part(above, first))
            for child, above, (first, _), bound in zip(below, [region.begin, *bounds], spans, bounds, strict=False)
        )
        return Entries(column, head, entries, region.part(bounds[-1], region.end))

    def _spans(self, below: Sequence[Place], region: _Region) -> list[tuple[int, int]]:
        """The first and the last line of each child's own text."""
        spans: list[tuple[int, int]] = []
        for child in below:
            after = spans[-1][1] + 1 if spans else region.begin
            dash = next((number for number in range(after, region.end) if is_content(region.lines[number])), after)
            first = dash if child.key_start < 0 else self._line(child.begin)
            spans.append((first, self._line(max(child.end, child.key_end, child.start + 1) - 1)))
        return spans

    def _entry(self, place: Place, region: _Region, column: int, above: Lines) -> Entry:
        numbers = range(region.begin, region.end)
        comments = tuple(self._comments[number] for number in numbers if number in self._comments)
        return Entry(above, region.part(*region[1:]), comments, self._within(place, region, column))

    def _within(self, place: Place, region: _Region, column: int) -> Entries | None:
        if place.pointer not in self._below:
            return None
        lines, first, end = region
        if self._line(place.start) > first:  # below the key, or below a dash that stands alone
            return self._entries(place, _Region(lines, first + 1, end), (lines[first],))
        if place.key_start >= 0 or lines[first][column] != "-":
            return None
        undashed = f"{lines[first][:column]} {lines[first][column + 1 :]}"
        inner = self._entries(place, _Region([*lines[:first], undashed, *lines[first + 1 :]], first, end), ())
        return None if inner is None else replace(inner, dash=column)


class _Region(NamedTuple):
    """Some lines of a text, from `begin` up to `end`."""

    lines: Sequence[str]
    begin: int
    end: int

    def part(self, begin: int, end: int) -> Lines:
        return tuple(self.lines[begin:end])


def _are_set_apart(spans: Sequence[tuple[int, int]], region: _Region, column: int) -> bool:
    """Whether each child begins a line of its own in one column, and nothing but comments lies between them."""
    after = region.begin
    for first, last in spans:
        if first < after or last < first or indent(region.lines[first]) != column:
            return False
        if any(map(is_content, region.part(after, first))):
            return False
        after = last + 1
    return not any(map(is_content, region.part(after, region.end)))


def _bound(region: _Region, column: int) -> int:
    """Up to where the comments after an entry belong to it: those that are indented deeper do."""
    numbers = range(region.begin, region.end)
    return max(
        (n + 1 for n in numbers if region.lines[n].strip() and indent(region.lines[n]) > column), default=region.begin
    )
