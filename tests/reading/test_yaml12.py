"""What is read, as which type, and what a file's form is blamed for."""

from __future__ import annotations

import pytest

from sscctl.domain.finding import Severity
from sscctl.reading.yaml12 import MAX_DEPTH, MAX_NODES, Tree, parse
from tests.reading.marked import expect, unmarked

READ: dict[str, tuple[str, Tree]] = {
    "words are text": ("name: Torget", {"name": "Torget"}),
    "true, false and null are JSON's": ("a: true\nb: false\nc: null\n", {"a": True, "b": False, "c": None}),
    "numbers are JSON's": ("a: 59.34\nb: -3\nc: 0\n", {"a": 59.34, "b": -3, "c": 0}),
    "what is quoted is text": ('a: "0114"\nb: \'no\'\nc: "null"\n', {"a": "0114", "b": "no", "c": "null"}),
    "hours from and to are text in every reader": ("a: 10:00-16:00", {"a": "10:00-16:00"}),
    "a year and month are text in every reader": ("on: 2021-11", {"on": "2021-11"}),
    "an address and a dash are text": ("a: Storgatan 1\nb: Malmö - Lund\n", {"a": "Storgatan 1", "b": "Malmö - Lund"}),
    "on is the registry's word for a day": ("on: x", {"on": "x"}),
    "lists and mappings nest, in blocks and in flow": (
        'a:\n  - {b: ["1"], c: {}}\n  - [d, [e]]\n',
        {"a": [{"b": ["1"], "c": {}}, ["d", ["e"]]]},
    ),
    "a literal text keeps its lines": ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
    "a folded text does not": ("a: >-\n  x\n  y\n", {"a": "x y"}),
    "one document may begin and end explicitly": ("---\na: b\n...\n", {"a": "b"}),
    "comments count for nothing": ("# c\na: b # c\n# c\n", {"a": "b"}),
    "lines may all end in CRLF": ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
    "an escape for a letter is that letter": ('a: "V\\u00e4xj\\xf6"', {"a": "Växjö"}),
    "JSON is read": ('{"a": [1, 2.5, true, null, "x\\ny"]}', {"a": [1, 2.5, True, None, "x\ny"]}),
}


@pytest.mark.parametrize(("source", "tree"), READ.values(), ids=READ)
def test_it_is_read_without_a_fault(source: str, tree: Tree) -> None:
    parsed = parse(source.encode())
    assert parsed.faults == ()
    assert parsed.tree == tree
    assert repr(parsed.tree) == repr(tree)  # 1 and True are equal, but not the same


STILL_READ: dict[str, tuple[str, tuple[str, ...], Tree]] = {
    "a code that has lost its quotes stays as it is written": ("a: ▶0114", ("SSC005",), {"a": "0114"}),
    "a time stays as it is written": ("a: ▶10:00", ("SSC006",), {"a": "10:00"}),
    "a date stays as it is written": ("a: ▶2026-01-01", ("SSC006",), {"a": "2026-01-01"}),
    "a bare word is text": ("a: ▶no", ("SSC007",), {"a": "no"}),
    "of equal keys the first counts": ("a: 1\n▶a: [2]\nb: 3\n", ("SSC001",), {"a": 1, "b": 3}),
    "what stands under a repeated key is looked at too": (
        "a: 1\n▶a: [▶0114]\nb: 3\n",
        ("SSC001", "SSC005"),
        {"a": 1, "b": 3},
    ),
    "a missing value is null": ("a:▶\nb: x\n", ("SSC001",), {"a": None, "b": "x"}),
    "a missing value in flow is null": ("a: {b▶}", ("SSC001",), {"a": {"b": None}}),
    "a key that is no text is left out with its value": ("▶[a, b]: {c: d}\ne: f\n", ("SSC001",), {"e": "f"}),
    "a missing key is left out with its value": ("?▶\n: x\ne: f\n", ("SSC001",), {"e": "f"}),
    "a key that means null is left out with its value": ("▶~: x\n▶null: z\ne: f\n", ("SSC001",) * 2, {"e": "f"}),
    "a merge is not done": ("▶<<: {a: b}\ne: f\n", ("SSC001",), {"e": "f"}),
    "a key that is a number is text": ('▶2024: x\n"2025": z\n', ("SSC005",), {"2024": "x", "2025": "z"}),
    "a key that is a bare word is text": ("▶no: x", ("SSC007",), {"no": "x"}),
    "a key that is a truth value is text": ("▶true: x", ("SSC001",), {"true": "x"}),
    "anchored and tagged values are read": ("a: ▶&x 1\nb: ▶!!str 2\n", ("SSC001",) * 2, {"a": 1, "b": 2}),
    "a directive changes nothing": ("▶%YAML 1.2\n---\na: b\n", ("SSC001",), {"a": "b"}),
    "spaces stay": ('a: "▶ b"', ("SSC009",), {"a": " b"}),
}


@pytest.mark.parametrize(("source", "codes", "tree"), STILL_READ.values(), ids=STILL_READ)
def test_what_is_blamed_is_read_where_its_meaning_is_clear(source: str, codes: tuple[str, ...], tree: Tree) -> None:
    expect(source, *codes)
    assert parse(unmarked(source)[0]).tree == tree


UNREADABLE = {
    "an empty file": "▶",
    "only comments": "▶# nothing\n# more\n",
    "an empty document": "▶---\n",
    "a list": "# c\n▶- a\n- b\n",
    "a list in flow": "▶[a]",
    "a text": "▶just text\n",
    "a number": "▶17\n",
    "several documents": "a: 1\n▶---\nb: 2\n",
    "an alias": "a: ▶&x 1\nb: ▶*x\n",
    "an alias as a key": "▶*x : 1\n",
    "a colon too many": "a: b▶: c\n",
    "a line without a colon": "a: b\n▶c\nd: e\n",
    "a quote that is never closed": 'a: b\nc: ▶"d\ne: f\n',
    "a list that is never closed": "a: ▶[b, c\nd: e\n",
    "a comma missing within brackets": 'a: ["b" ▶"c"]\n',
    "a key missing at the beginning": "▶: x\n",
    "fields that are never closed": "a: ▶{b: c\nd: e\n",
    "an unknown escape": 'a: "▶\\q"\n',
    "an item beside fields": "a: b\n▶- c\n",
    "a field beside items": "- c\n▶a: b\n",
    "an item after a colon": "a: ▶- b\n",
    "a wrong indentation": "a:\n    b: c\n  ▶d: e\n",
    "a sign that begins no value": "a: ▶@b\n",
    "an unknown directive": "▶%FOO\n---\na: b\n",
    "a directive of another YAML": "▶%YAML 9.9\n---\na: b\n",
    "two directives": "%YAML 1.1\n▶%YAML 1.2\n---\na: b\n",
}


@pytest.mark.parametrize("source", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_as_one_mapping_has_no_tree(source: str) -> None:
    data, places = unmarked(source)
    parsed = parse(data)
    assert parsed.tree is None
    assert {fault.code for fault in parsed.faults} == {"SSC001"}
    assert [(fault.line, fault.column) for fault in parsed.faults] == places


LAX = {
    "a question mark glued to a key, which libyaml drops": "a: {▶?b: c}\n",
    "a comment glued to a quoted text": 'a: "b"▶#c\n',
    "a comment glued to a list": "a: [b]▶#c\n",
    "a comment glued to the head of a block": "a: |▶#c\n  b\n",
    "a block whose last line has no end": "a: |\n  b▶",
}


@pytest.mark.parametrize("source", LAX.values(), ids=LAX)
def test_what_other_readers_read_otherwise_is_a_fault(source: str) -> None:
    expect(source, "SSC001")


def test_a_repeated_key_is_told_with_the_line_of_the_first() -> None:
    faults = parse(b'a:\n  x: 1\nb: 2\n"a": 3\n').faults
    assert [(f.line, f.column, f.pointer) for f in faults] == [(4, 1, ("a",))]
    assert faults[0].advice is not None
    assert "line 1" in faults[0].advice.en
    assert "rad 1" in faults[0].advice.sv


EQUAL_KEYS = {
    "quoted and not": 'a: 1\n▶"a": 2\n',
    "composed and not": "ö: 1\n▶o\u0308: 2\n",
    "a number and its text": '"1": a\n▶1: b\n',
    "in flow": "x: {a: 1, ▶a: 2}\n",
    "thrice": "a: 1\n▶a: 2\n▶a: 3\n",
    "within a repeated key": "a: {b: 1}\n▶a: {b: 2, ▶b: 3}\n",
}


@pytest.mark.parametrize("source", EQUAL_KEYS.values(), ids=EQUAL_KEYS)
def test_equal_keys_are_found(source: str) -> None:
    data, places = unmarked(source)
    told = [(f.line, f.column) for f in parse(data).faults if "already" in f.message.en]
    assert told == places


POINTERS = {
    "in a mapping": ("a: {b: ▶no}", ("a", "b")),
    "in a list": ("a: [x, {}, ▶no]", ("a", 2)),
    "in a mapping in a list": ("a:\n  - b: x\n  - b: ▶no\n", ("a", 1, "b")),
    "at a key": ("a:\n  - {▶no: x}\n", ("a", 0, "no")),
    "under a key that is left out": ("a: {[x]: {b: ▶no}}", ("a",)),
}


@pytest.mark.parametrize(("source", "pointer"), POINTERS.values(), ids=POINTERS)
def test_a_fault_points_at_its_value(source: str, pointer: tuple[str | int, ...]) -> None:
    data, places = unmarked(source)
    told = [fault for fault in parse(data).faults if fault.code == "SSC007"]
    assert [(fault.line, fault.column) for fault in told] == places
    assert [fault.pointer for fault in told] == [pointer]


@pytest.mark.parametrize(("levels", "is_read"), [(MAX_DEPTH, True), (MAX_DEPTH + 1, False)])
def test_so_many_levels_and_no_more(levels: int, *, is_read: bool) -> None:
    parsed = parse(b"a: " + b"[" * (levels - 1) + b"]" * (levels - 1))
    assert (parsed.tree is not None) is is_read
    assert [(f.line, f.column) for f in parsed.faults] == ([] if is_read else [(1, 3 + MAX_DEPTH)])


@pytest.mark.parametrize(("nodes", "is_read"), [(MAX_NODES, True), (MAX_NODES + 1, False)])
def test_so_many_keys_and_values_and_no_more(nodes: int, *, is_read: bool) -> None:
    parsed = parse(b"a:\n" + b"- b\n" * (nodes - 3))  # the document, its key and its list are three
    assert (parsed.tree is not None) is is_read
    assert [(f.line, f.column) for f in parsed.faults] == ([] if is_read else [(MAX_NODES - 1, 3)])


def test_errors_and_warnings_say_which_they_are() -> None:
    faults = parse(b'a: 0114\nb: 10:00\nc: no\nd: "\\u202e"\ne: "x  y"\nf: &x 1\n').faults
    assert {fault.code: fault.severity for fault in faults} == {
        "SSC001": Severity.ERROR,
        "SSC005": Severity.ERROR,
        "SSC006": Severity.ERROR,
        "SSC007": Severity.WARNING,
        "SSC008": Severity.ERROR,
        "SSC009": Severity.WARNING,
    }
