"""Where values and keys lie, also in broken files; and the piece of source that shows it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.finding import Pointer
from sscctl.reading.positions import EXCERPT, Mark, excerpt, locate, locate_keys
from sscctl.reading.yaml12 import MAX_BYTES, Tree, parse

OFFICE = """\
# a comment
id: torget
name: "Torget å"   # derived
lifecycle:
  - {event: opened, on: "2021-11"}
  # about the second
  - event: closed
    on: '2026'

addresses: []
note:
  sv: |
    Först
    sedan

  en: >-
    Then
# the end
"""

VALUES: dict[str, tuple[Pointer, str, str]] = {
    "a plain text": (("id",), "torget", "2:5-2:11"),
    "a quoted text with its quotes": (("name",), '"Torget å"', "3:7-3:17"),
    "a value in flow": (("lifecycle", 0, "on"), '"2021-11"', "5:25-5:34"),
    "a mapping in flow": (("lifecycle", 0), '{event: opened, on: "2021-11"}', "5:5-5:35"),
    "a mapping in block, to its last value": (("lifecycle", 1), "event: closed\n    on: '2026'", "7:5-8:15"),
    "an empty list": (("addresses",), "[]", "10:12-10:14"),
    "a block text without the empty lines after it": (("note", "sv"), "|\n    Först\n    sedan", "12:7-14:10"),
    "a folded text": (("note", "en"), ">-\n    Then", "16:7-17:9"),
    "the document": ((), OFFICE[12:-11], "2:1-17:9"),
    "a missing key: the mapping": (("lifecycle", 0, "note"), '{event: opened, on: "2021-11"}', "5:5-5:35"),
    "a missing item: the list": (("addresses", 7, "street"), "[]", "10:12-10:14"),
    "a step into a text: the text": (("id", 0), "torget", "2:5-2:11"),
}


def span(mark: Mark) -> str:
    return f"{mark.line}:{mark.column}-{mark.end_line}:{mark.end_column}"


@pytest.mark.parametrize(("pointer", "text", "where"), VALUES.values(), ids=VALUES)
def test_a_value_is_located(pointer: Pointer, text: str, where: str) -> None:
    mark = locate(OFFICE.encode(), [pointer])[pointer]
    assert OFFICE[mark.start : mark.end] == text
    assert span(mark) == where


KEYS: dict[str, tuple[Pointer, str]] = {
    "a key": (("id",), "id"),
    "a key in flow": (("lifecycle", 0, "on"), "on"),
    "a key of a list": (("addresses",), "addresses"),
    "an item has no key": (("lifecycle", 0), '{event: opened, on: "2021-11"}'),
    "a missing key: the mapping": (("lifecycle", 0, "note"), '{event: opened, on: "2021-11"}'),
}


@pytest.mark.parametrize(("pointer", "text"), KEYS.values(), ids=KEYS)
def test_a_key_is_located(pointer: Pointer, text: str) -> None:
    mark = locate_keys(OFFICE.encode(), [pointer])[pointer]
    assert OFFICE[mark.start : mark.end] == text


def test_a_byte_order_mark_is_a_character_but_no_column() -> None:
    data = "\ufeffa: 1\nb: 2\n".encode()
    marks = locate(data, [("a",), ("b",)])
    assert [span(mark) for mark in marks.values()] == ["1:4-1:5", "2:4-2:5"]
    assert [data.decode()[mark.start : mark.end] for mark in marks.values()] == ["1", "2"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_however_they_end(end: str) -> None:
    data = OFFICE.replace("\n", end).encode()
    mark = locate(data, [("lifecycle", 1, "on")])[("lifecycle", 1, "on")]
    assert span(mark) == "8:9-8:15"
    assert data.decode()[mark.start : mark.end] == "'2026'"


BROKEN: dict[str, tuple[bytes, Pointer, str]] = {
    "a file that ends in the middle": (b"a: 1\nb:\n  - c: 2\n  - {d: 3, e", ("b", 1, "d"), "4:9-4:10"),
    "what comes after the break: as far as it was read": (b'a: 1\nb: {c: 2\nd: "\n', ("d",), "1:1-3:2"),
    "the first of equal keys": (b"a: 1\na: 2\n", ("a",), "1:4-1:5"),
    "the first of equal keys, composed": ("ö: 1\no\u0308: 2\n".encode(), ("ö",), "1:4-1:5"),
    "after a key that is none": (b"? [a]\n: b\nc: d\n", ("c",), "3:4-3:5"),
    "after a control character": (b"a: \x00\nb: c\n", ("b",), "2:4-2:5"),
    "NEL does not end a line": ("a: 'x\x85y'\nb: c\n".encode(), ("b",), "2:4-2:5"),
    "not UTF-8": (b"a: \xe4\xf6\nb: c\n", ("b",), "2:4-2:5"),
    "the first of several documents": (b"a: 1\n---\na: 22\n", ("a",), "1:4-1:5"),
    "an anchor belongs to its value": (b"a: &x 1\n", ("a",), "1:4-1:8"),
    "too deep": (b"[" * 100, (0,) * 50, "1:16-1:17"),
    "no value": (b"a:\nb: 1\n", ("a",), "1:3-1:3"),
    "an empty file": (b"", ("a",), "1:1-1:1"),
    "too large": (b"a: 1\n" + b"#" * MAX_BYTES, ("a",), "1:1-1:1"),
}


@pytest.mark.parametrize(("data", "pointer", "where"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_located_as_far_as_it_can_be_read(data: bytes, pointer: Pointer, where: str) -> None:
    assert span(locate(data, [pointer])[pointer]) == where


def pointers_of(tree: Tree, pointer: Pointer = ()) -> list[Pointer]:
    """Every pointer of a tree."""
    if isinstance(tree, dict):
        return [pointer, *(found for key, value in tree.items() for found in pointers_of(value, (*pointer, key)))]
    if isinstance(tree, list):
        return [
            pointer,
            *(found for index, value in enumerate(tree) for found in pointers_of(value, (*pointer, index))),
        ]
    return [pointer]


def value_at(tree: Tree, pointer: Pointer) -> Tree:
    for step in pointer:
        tree = tree[step]  # type: ignore[index]
    return tree


LETTERS = st.text("abcåö 🏢", min_size=1, max_size=5).map(lambda text: f"x{text}x")
TREES = st.recursive(
    LETTERS | st.integers(-99, 99) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(LETTERS, TREES, min_size=1, max_size=4), st.booleans())
def test_each_value_read_again_from_its_mark_is_that_value(tree: dict[str, Tree], in_flow: bool) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=in_flow, width=1000)
    assert parse(text.encode()).tree == tree
    for pointer, mark in locate(text.encode(), pointers_of(tree)).items():
        piece = " " * (mark.column - 1) + text[mark.start : mark.end]
        alone = parse(f"v:\n{piece}\n".replace("\n", "\n ").encode()).tree
        assert alone == {"v": value_at(tree, pointer)}


class TestExcerpt:
    @pytest.mark.parametrize(
        ("source", "pointer", "parts"),
        [
            ("a: b\nc: växjö # d\n", ("c",), ("c: ", "växjö", " # d")),
            ("a:\n  - 1\n  - 2\n", ("a",), ("  ", "- 1", "")),
            ("a: 日本 # 🏢\n", ("a",), ("a: ", "日本", " # 🏢")),
            ("a:\t'b\x1bc'\td\r\n", ("a",), ("a:\t", "'b\x1bc'", "\td")),
            ("a:\nb: 1\n", ("a",), ("a:", "", "")),
            ("\ufeffa: b\n", ("a",), ("a: ", "b", "")),
        ],
        ids=[
            "one value",
            "the first line of many",
            "wide letters",
            "tabs and controls",
            "nothing",
            "a byte order mark",
        ],
    )
    def test_it_parts_the_line_where_the_value_lies(
        self, source: str, pointer: Pointer, parts: tuple[str, ...]
    ) -> None:
        data = source.encode()
        piece = excerpt(data, locate(data, [pointer])[pointer])
        assert (piece.before, piece.marked, piece.after) == parts
        assert "".join(parts) == piece.line_text

    def test_a_long_line_is_cut_around_what_is_meant(self) -> None:
        data = b"a: {" + b", ".join(b"k%d: v%d" % (n, n) for n in range(500)) + b"}\n"
        for number in (0, 250, 499):
            piece = excerpt(data, locate(data, [("a", f"k{number}")])[("a", f"k{number}")])
            assert piece.marked == f"v{number}"
            assert len(piece.line_text) <= EXCERPT + 2
        assert excerpt(data, locate(data, [("a",)])[("a",)]).line_text.endswith("…")

    @given(
        st.binary(max_size=300), st.integers(-5, 400), st.integers(-5, 400), st.integers(-5, 400), st.integers(-5, 400)
    )
    def test_it_never_fails(self, data: bytes, line: int, column: int, end_line: int, end_column: int) -> None:
        piece = excerpt(data, Mark(line, column, end_line, end_column, 0, 0))
        assert 0 <= piece.caret_from <= piece.caret_to <= len(piece.line_text)


@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    for located in (locate(data, [(), ("a", 0)]), locate_keys(data, [(), ("a", 0)])):
        for mark in located.values():
            assert 0 <= mark.start <= mark.end
            assert (1, 1) <= (mark.line, mark.column) <= (mark.end_line, mark.end_column)
