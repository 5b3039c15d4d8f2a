"""Random triples: an office as it was, and as two people have changed it, each in text with comments of their own."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from functools import cache
from typing import NamedTuple, cast

from hypothesis import strategies as st

from sscctl.editing.canonical import render, schema_line
from sscctl.editing.merge.driver import Three
from tests.base_registry import OFFICE_PATH
from tests.builders import base_documents
from tests.editing.merge.edits import EDITS, Choice, Tree

PATH = f"registry/{OFFICE_PATH}"

Comments = dict[tuple[str, str], str]
"""By the key of the document and the entry below it (empty for the key itself), the comment above it."""


class Version(NamedTuple):
    """A document as a tree, with its comments, and as text."""

    tree: Tree
    comments: Comments
    text: str


class Triple(NamedTuple):
    """Three versions."""

    base: Version
    ours: Version
    theirs: Version

    @property
    def three(self) -> Three:
        return Three(*(version.text.encode() for version in self))

    @property
    def turned(self) -> Triple:
        """The same with the sides in each other's place."""
        return Triple(self.base, self.theirs, self.ours)


def rich_office() -> Tree:
    """An office with something under most keys."""
    tree = json.loads(_base_office())
    tree["sources"]["press-2023"] = {"document": "Pressmeddelande", "date": "2023-10-02"}
    tree["sources"]["press-2026"] = {"url": "https://exempel.se/press", "date": "2026-10-01"}
    tree["deviations"] = [
        {"on": "2026-12-23", "hours": ["10:00-13:00"], "reason": {"sv": "Dag före julafton", "en": "Eve of the eve"}},
    ]
    tree["participations"] = [
        {"agency": "forsakringskassan", "source": "page"},
        {"agency": "migrationsverket", "valid_from": "2023-10-02", "level": "guidance", "services": ["a", "b"]},
    ]
    tree["co_locations"] = [
        {"party": "trafikverket", "role": "host", "kind": "driving_test", "status": "agreed", "valid_from": "2024"}
    ]
    tree["remarks"] = [{"on": "2024", "text": {"sv": "Brevlåda.", "en": "Letterbox."}}]
    return cast("Tree", tree)


@cache
def _base_office() -> str:
    return json.dumps(base_documents()[OFFICE_PATH])


def identity(entry: object) -> str:
    """What tells an entry of a list from the others, written here a second time."""
    if not isinstance(entry, dict):
        return json.dumps(entry)
    names = (
        "event",
        "on",
        "valid_from",
        "agency",
        "agreement",
        "party",
        "access",
        "kind",
        "field",
        "rule",
        "undated",
        "weeks",
    )
    found = {name: entry[name] for name in names if name in entry}
    if "hours" in entry:
        found["through"] = entry.get("valid_through")
    if "text" in entry:
        found["text"] = entry["text"]
    return json.dumps(found)


def entries(tree: Tree) -> list[tuple[str, str]]:
    """Every place that a comment can stand above, in the order of the tree."""
    found = []
    for key, value in tree.items():
        found.append((key, ""))
        if isinstance(value, list):
            found += [(key, identity(entry)) for entry in value]
        elif key == "sources":
            found += [(key, name) for name in value]
    return found


def written(tree: Tree, comments: Comments, style: int) -> str:
    """The tree as text: in the canonical form (0), indented deeper (1), or with values as JSON (2); with comments."""
    head = schema_line("office", OFFICE_PATH)
    if style == 2:
        return f"{head}\n" + "".join(
            f"{_above((key, ''), comments)}{key}: {json.dumps(value, ensure_ascii=False)}\n"
            for key, value in tree.items()
        )
    text, key, below = f"{head}\n", "", iter([""])
    for line in render(tree, "office").splitlines():
        if line[:1].isalpha():
            key = line.split(":")[0]
            value = tree[key] if line.endswith(":") else []
            below = iter([identity(entry) for entry in value] if isinstance(value, list) else [*value])
            text += _above((key, ""), comments)
        elif line.startswith("  - ") or (line[:2] == "  " and line[2:3].isalnum() and isinstance(tree[key], dict)):
            text += _above((key, next(below)), comments, "  ")
        text += f"{line}\n"
    return _indented_deeper(text) if style == 1 else text


def _above(place: tuple[str, str], comments: Comments, indent: str = "") -> str:
    return f"{indent}# {comments[place]}\n" if place in comments else ""


def _indented_deeper(text: str) -> str:
    """The same with four spaces for two, as some editors write it."""
    deeper = "".join(" " * (len(line) - len(line.lstrip(" "))) + line for line in text.splitlines(keepends=True))
    return re.sub(r"^( *)- ", r"\1-   ", deeper, flags=re.MULTILINE)


EDIT = st.tuples(st.integers(0, len(EDITS) - 1), st.lists(st.integers(0, 5), min_size=4, max_size=4))


@st.composite
def triples(draw: st.DrawFn) -> Triple:
    """A base, and two versions of it with one to four edits each."""
    tree = rich_office()
    for number, numbers in draw(st.lists(EDIT, max_size=2)):
        EDITS[number](tree, Choice(numbers))
    comments = {place: f"base on {place[0]}" for place in draw(_places(tree))}
    sides = [_changed(draw, tree, comments, who) for who in ("ours", "theirs")]
    return Triple(_version(draw, tree, comments), *sides)


def _changed(draw: st.DrawFn, base: Tree, comments: Comments, who: str) -> Version:
    tree, above = deepcopy(base), dict(comments)
    for number, numbers in draw(st.lists(EDIT, min_size=1, max_size=4)):
        EDITS[number](tree, Choice(numbers))
    for place in draw(_places(tree)):
        above[place] = f"{who} on {place[0]}"
    return _version(draw, tree, above)


def _version(draw: st.DrawFn, tree: Tree, comments: Comments) -> Version:
    style = draw(st.sampled_from((0, 0, 0, 0, 1, 2)))
    places = {place for place in entries(tree) if not place[1] or style != 2}  # JSON has no room for the others
    there = {place: text for place, text in comments.items() if place in places}
    return Version(tree, there, written(tree, there, style))


def _places(tree: Tree) -> st.SearchStrategy[list[tuple[str, str]]]:
    return st.lists(st.sampled_from(entries(tree)), max_size=2, unique=True)
