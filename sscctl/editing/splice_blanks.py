"""Blank lines around the keys of a document, and between items that have them: they come and go with what they part."""

from __future__ import annotations

import re
from itertools import pairwise

from sscctl.domain.finding import Pointer
from sscctl.editing.splice_ground import Cut, Ground

_BLANK = re.compile(r"(?:[ ]*\n)*")


def blank_lines(ground: Ground, parent: Pointer, before: Pointer | None, cut: Cut) -> Cut:
    """The cut with the blank lines that belong around an entry that it brings in behind `before`."""
    text, at = ground.text, cut.start
    if parent and _are_apart(ground, parent):
        return cut._replace(text=f"\n{cut.text}" if before is not None else f"{cut.text}\n")
    if parent or not _is_spaced(ground):
        return cut
    is_long = cut.text.count("\n") > 1
    above = before is not None and (is_long or _is_long(ground, before)) and not text[:at].endswith("\n\n")
    blank = _BLANK.match(text, at)
    has_blank, rest = bool(blank and blank[0]), text[at:].strip()
    below = is_long and bool(rest) and not has_blank and not rest.startswith("...")
    return cut._replace(text=f"{chr(10) if above else ''}{cut.text}{chr(10) if below else ''}")


def closed_up(ground: Ground, parent: Pointer, pointer: Pointer, cut: Cut) -> Cut:
    """The cut with the blank lines that parted the entry it takes out from its neighbours."""
    text = ground.text
    siblings = ground.children(parent)
    number = siblings.index(pointer)
    start = cut.start
    while text[:start].endswith("\n\n"):
        start -= 1
    after = _BLANK.match(text, cut.end)
    end = after.end() if after else cut.end
    if end == len(text):
        return Cut(start, end, "") if not text[end:].strip() else cut
    if start == cut.start:
        return Cut(start, end, "") if number == 0 else cut
    between = number > 0 and number + 1 < len(siblings) and not parent and _is_spaced(ground)
    if between and not _is_long(ground, siblings[number - 1]) and not _is_long(ground, siblings[number + 1]):
        if text[end:].lstrip(" ").startswith("#"):
            return Cut(cut.start, end, "")
        return Cut(start, end, "")
    return Cut(cut.start, end, "")


def _are_apart(ground: Ground, parent: Pointer) -> bool:
    """Whether a blank line parts each entry of a list or mapping from the next; false for a single one."""
    children = ground.children(parent)
    between = [
        ground.text[ground.end_of_lines(child) : ground.begin(following)].split("\n")[:-1]
        for child, following in pairwise(children)
    ]
    return bool(between) and all(any(not line.strip() for line in lines) for lines in between)


def _is_spaced(ground: Ground) -> bool:
    """Whether blank lines part the keys of the document."""
    children = ground.children(())
    return any(
        not ground.text[ground.line_start(ground.begin(child)) - 2 : ground.line_start(ground.begin(child))].strip("\n")
        for child in children[1:]
    ) or not any(_is_long(ground, child) for child in children)


def _is_long(ground: Ground, pointer: Pointer) -> bool:
    """Whether an entry takes several lines."""
    return "\n" in ground.text[ground.begin(pointer) : ground.end_of_lines(pointer) - 1]
