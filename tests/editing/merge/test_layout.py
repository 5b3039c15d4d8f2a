"""A text is taken apart into entries without losing a line, and each comment goes with the entry below it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from sscctl.editing.merge.layout import Entries, Entry, lay_out, shifted
from tests.architecture.code import ROOT

TEXT = """\
    # The first line.
    id: a
    opening_hours:
      # the old ones
      - valid_from: "2020"  # from the door
        weekly:
          mon: []

          # late
          tue: ["10:00-20:00"]
          # nothing is known of the others
      -
        # the new ones
        weekly: {mon: [  # closed
          ], tue: []}
      # there may be more

    # about the sources
    sources: {a#b: "x # y"}
    # the end
"""


def lines(entries: Entries) -> Iterator[str]:
    yield from entries.head
    for entry in entries.entries:
        yield from (*entry.above, *entry.body)
    yield from entries.tail


def inner(entries: Entries) -> Iterator[tuple[Entry, Entries]]:
    for entry in entries.entries:
        if entry.within:
            yield entry, entry.within
            yield from inner(entry.within)


@pytest.mark.parametrize("path", sorted((ROOT / "registry").rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_document_of_the_registry_is_taken_apart_without_losing_a_line(path: Path) -> None:
    text = path.read_text("utf-8")
    laid = lay_out(text)
    assert laid is not None
    assert "".join(f"{line}\n" for line in lines(laid)) == text
    for entry, within in inner(laid):
        body = list(entry.body)
        if within.dash is not None:
            body[0] = f"{body[0][: within.dash]} {body[0][within.dash + 1 :]}"
        assert list(lines(within)) == body


def test_comments_go_with_what_they_stand_above_or_are_indented_below() -> None:
    laid = lay_out(dedent(TEXT))
    assert laid is not None
    first, hours, sources = laid.entries
    assert first.above == ("# The first line.",)
    assert sources.above == ("", "# about the sources")
    assert laid.tail == ("# the end",)
    assert hours.within is not None
    assert hours.within.tail == ("  # there may be more",)
    old, new = hours.within.entries
    assert old.above == ("  # the old ones",)
    assert old.comments == ("# from the door", "# late", "# nothing is known of the others")
    assert new.comments == ("# the new ones", "# closed")
    assert sources.comments == ()
    assert old.within is not None
    assert new.within is not None
    assert (old.within.dash, old.within.column, old.within.head) == (2, 4, ())
    assert (new.within.dash, new.within.column, new.within.head) == (None, 4, ("  -",))
    week = old.within.entries[1].within
    assert week is not None
    assert [entry.above for entry in week.entries] == [(), ("", "      # late")]
    assert week.tail == ("      # nothing is known of the others",)


@pytest.mark.parametrize(
    "text",
    ["{a: 1, b: 2}\n", "---\na: 1\n", "a: 1\n...\n", "", "# nothing\n"],
    ids=["in braces", "with a mark before it", "with a mark behind it", "empty", "a comment"],
)
def test_what_is_not_in_lines_of_its_own_is_not_taken_apart(text: str) -> None:
    assert lay_out(text) is None


def test_lines_move_as_far_as_there_is_room() -> None:
    assert shifted(("  a", " b", "", "# c"), 2) == ("    a", "   b", "", "  # c")
    assert shifted(("  a", " b", "", "# c"), -2) == ("a", "b", "", "# c")
