"""An edit changes a text where it is, in the text's manner, and leaves all comments but those of what it deletes."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent

import pytest

from sscctl.editing.edit import Delete, Edit, Insert, Put
from sscctl.editing.splice import splice
from sscctl.errors import NotFound, Refused
from sscctl.reading.kinds import Kind
from tests.editing.splices import EXAMPLES

LONG = "ordet " * 20 + "slut"


@pytest.mark.parametrize(("before", "edits", "after"), EXAMPLES.values(), ids=EXAMPLES)
def test_the_text_after_an_edit(before: str, edits: Sequence[Edit], after: str) -> None:
    assert splice(dedent(before).encode(), edits, Kind.OFFICE).decode() == dedent(after)


def test_a_long_text_is_folded_below_its_key() -> None:
    after = splice(b"remarks:\n- text: kort  # sic\n", [Put(("remarks", 0, "text"), LONG)], Kind.OFFICE).decode()
    first, header, *folded = after.splitlines()
    assert (first, header) == ("remarks:", "- text: >-  # sic")
    assert " ".join(line.strip() for line in folded) == LONG
    assert all(line.startswith("    ordet") for line in folded)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbfname: B\n", b"\xef\xbb\xbfname: C\n"),
        (b"name: B\r\nid: a\r\n", b"name: C\r\nid: a\r\n"),
        (b"name: B", b"name: C"),
        (b"id: a\r\nname: B", b"id: a\r\nname: C"),
        (b"---\nname: B\n...\n", b"---\nname: C\n...\n"),
    ],
    ids=["a byte order mark", "CRLF", "no end of the last line", "neither", "marks around the document"],
)
def test_what_a_file_has_besides_its_lines_stays(before: bytes, after: bytes) -> None:
    assert splice(before, [Put(("name",), "C")], Kind.OFFICE) == after


def test_a_last_line_without_end_stays_so_when_another_comes_or_it_goes() -> None:
    assert splice(b"id: a", [Put(("name",), "B")], Kind.OFFICE) == b"id: a\nname: B"
    assert splice(b"id: a\nname: B", [Delete(("name",))], Kind.OFFICE) == b"id: a"


def test_an_edit_that_changes_nothing_leaves_every_byte() -> None:
    data = b"name:   'B'   # sic\n\n\n"
    assert splice(data, [Put(("name",), "B")], Kind.OFFICE) == data


@pytest.mark.parametrize(
    "data",
    [b"name: &a B\n", b"name: B\nname: C\n", b"name: [\n", b"a: 1\nname: B\r\n", b"name: B\x07\n", b"", b"- a\n"],
    ids=["an anchor", "a key twice", "broken", "two sorts of line ends", "a control character", "empty", "a list"],
)
def test_a_file_whose_form_leaves_its_meaning_open_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="form"):
        splice(data, [Put(("name",), "C")], Kind.OFFICE)


@pytest.mark.parametrize("value", ["a\x07b", "\u202e", "\ud800", float("inf")], ids=ascii)
def test_a_value_that_no_document_may_hold_is_refused(value: str | float) -> None:
    with pytest.raises(Refused):
        splice(b"name: B\n", [Put(("name",), value)], Kind.OFFICE)


def test_a_pointer_to_nothing_is_an_error() -> None:
    with pytest.raises(NotFound):
        splice(b"remarks: [a]\n", [Insert(("remarks", 2), "b")], Kind.OFFICE)
