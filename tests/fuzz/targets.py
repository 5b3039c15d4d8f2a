"""What is fuzzed: each target takes any bytes, and what it promises of them is asserted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from sscctl.domain.finding import Pointer
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.applying import applied
from sscctl.editing.canonical import Value
from sscctl.editing.edit import Delete, Edit, Put
from sscctl.editing.merge.driver import Three, Way, merge
from sscctl.editing.splice import splice
from sscctl.errors import SscctlError
from sscctl.reading.decode import decode
from sscctl.reading.kinds import Kind, kind_of
from sscctl.reading.parse import parse_document
from sscctl.reading.schemas import Judge, packaged
from sscctl.reading.yaml12 import parse
from sscctl.wording.osm import osm_text
from sscctl.wording.read import LONGEST, read, read_day
from sscctl.wording.write import in_words
from tests.builders import base_documents, files_of
from tests.editing.merge.edits import EDITS, Choice, Tree
from tests.editing.merge.triples import PATH, rich_office, written
from tests.fuzz.tables import SEEDS, WORDS, tables
from tests.mutants import FULL
from tests.wording.shorthand import rows
from tests.wording.spellings_english import ENGLISH
from tests.wording.spellings_signs import SIGNS
from tests.wording.spellings_swedish import SWEDISH


@dataclass(frozen=True, slots=True)
class Target:
    """`run` is called with what the fuzzer made up; `seeds` are inputs to begin from, `words` what it may put in.

    `longest` is in bytes.
    """

    run: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]
    words: Sequence[str] = field(default=())
    longest: int = 4096


def yaml(data: bytes) -> None:
    """The reader of files: a tree of JSON values or none, and every fault in its place."""
    parsed = parse(data)
    assert parsed.faults or parsed.tree is not None
    assert all((fault.line or 0) >= 1 and (fault.column or 0) >= 1 for fault in parsed.faults)
    assert [(f.line, f.column) for f in parsed.faults] == sorted((f.line, f.column) for f in parsed.faults)
    if parsed.tree is not None:
        json.dumps(parsed.tree, allow_nan=False)


def documents(data: bytes) -> None:
    """Reader, schema and decoder: a document that its schema passes is understood, any other has faults."""
    kinds = sorted(base_documents())
    kind = kind_of(kinds[data[0] % len(kinds)]) if data else None
    if kind is None:
        return
    parsed = parse_document(kind, data[1:], judge())
    if isinstance(parsed.tree, dict):
        decode(kind, parsed.tree)
    else:
        assert parsed.faults


def hours(data: bytes) -> None:
    """The reader of hours in words: every problem lies in the text, and what was understood is understood again."""
    text = data.decode(errors="replace")
    reading = read(text)
    places = [(problem.position, problem.position + problem.length) for problem in reading.problems]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert reading.patterns or reading.problems or reading.holidays_off
    spans, problems = read_day(text)
    assert (spans is None) == bool(problems)
    if reading.patterns and not reading.problems:
        told = in_words(reading.patterns)
        for again in (told.sv, told.en, osm_text(reading.patterns)):
            assert again is None or len(again) > LONGEST or read(again).patterns == reading.patterns, again


def dates(data: bytes) -> None:
    """Partial dates: understood as a span that is not backwards, or refused with ValueError."""
    text = data.decode(errors="replace")
    with suppress(ValueError):
        found = PartialDate.parse(text)
        assert found.first <= found.last
        assert str(found) == text


def edits(data: bytes) -> None:
    """The merge of two people's edits: by values, clean or not whoever comes first, and a document if it is clean."""
    base = rich_office()
    ours, theirs = deepcopy(base), deepcopy(base)
    for start in range(0, min(len(data), 48), 6):
        side = (ours, theirs, base)[data[start] % 3]
        _edit(side, data[start + 1 : start + 6])
    three = [written(tree, {}, style) for tree, style in zip((base, ours, theirs), _styles(data), strict=True)]
    whole = Three(*(text.encode() for text in three))
    merged = merge(whole, PATH, judge())
    turned = merge(Three(whole.base, whole.theirs, whole.ours), PATH, judge())
    assert merged.way is not Way.LINES
    assert (merged.conflicts > 0) is (turned.conflicts > 0)
    if not merged.conflicts:
        assert judge().is_valid("office", parse(merged.data).tree)


def merging(data: bytes) -> None:
    """The merge of any three files: an answer, whatever they are; two that are the same need none."""
    base, ours, theirs, *_ = (*data.split(b"\0", 2), b"", b"")
    merged = merge(Three(base, ours, theirs), PATH, judge())
    if ours == theirs:
        assert (merged.data, merged.conflicts) == (ours, 0)


def splicing(data: bytes) -> None:
    """An edit of any file: refused in words, or just that edit and a file that can be read again."""
    chosen, text = data[:4], data[4:]
    tree = parse(text).tree
    if len(chosen) < 4 or not isinstance(tree, dict):
        return
    places = [*_pointers(tree)]
    pointer = places[(chosen[0] << 8 | chosen[1]) % len(places)]
    values: tuple[Value, ...] = ("ny", "10:00", 5, None, True, ["a"], {"sv": "x", "en": "y"}, [])
    edit: Edit = Delete(pointer) if chosen[2] % 4 == 0 else Put(pointer, values[chosen[3] % len(values)])
    try:
        after = splice(text, [edit], Kind.OFFICE)
    except SscctlError:
        return
    assert parse(after).tree == applied(tree, [edit])


def _pointers(tree: object, at: Pointer = ()) -> Iterator[Pointer]:
    """The ways to every value but the root."""
    steps: Iterable[tuple[str | int, object]] = ()
    if isinstance(tree, dict):
        steps = tree.items()
    elif isinstance(tree, list):
        steps = enumerate(tree)
    for step, value in steps:
        yield (*at, step)
        yield from _pointers(value, (*at, step))
    if not at and not tree:
        yield ("id",)


def broken(data: bytes) -> None:
    """Fails on purpose: whether fuzzing notices is tested with it."""
    assert b"\n" not in data, "a line break"


def _edit(tree: Tree, numbers: bytes) -> None:
    if numbers:
        EDITS[numbers[0] % len(EDITS)](tree, Choice(list(numbers[1:])))


def _styles(data: bytes) -> tuple[int, int, int]:
    last = data[-1] if data else 0
    return last % 3, last // 3 % 3, last // 9 % 3


@cache
def judge() -> Judge:
    return Judge(packaged())


@cache
def _documents() -> tuple[bytes, ...]:
    """One whole document of each kind that the made-up registry has, in the canonical form."""
    files = files_of(base_documents())
    return tuple(files[path] for path in sorted(base_documents()))


def _of_each_kind() -> list[bytes]:
    return [bytes([number]) + text for number, text in enumerate(_documents())]


def _spellings() -> list[bytes]:
    return [spelling.encode() for table in (SWEDISH, ENGLISH, SIGNS) for spelling, _ in rows(table)]


def _three() -> list[bytes]:
    office: Any = rich_office()
    text = written(office, {}, 0).encode()
    return [
        b"\0".join((text, text.replace(b"Torget", b"Gatan"), text.replace(b"2026", b"2027"))),
        b"a\n\0a\nb\n\0c\na\n",
    ]


_YAML_WORDS = (
    "- ",
    ": ",
    "? ",
    "&a ",
    "*a",
    "!!int ",
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "<<: ",
    "\ufeff",
    "\u2028",
)
_KEYS = tuple(sorted({key for tree in FULL.values() for key in tree} | {"valid_from: ", "source: ", "weekly: "}))
_TIMES = ("mån", "tors", "udda veckor", "varje", "första", "stängt", "10-16", "9.30", "PH off", "Mo-Fr", "and", "utom")

TARGETS: dict[str, Target] = {
    "yaml": Target(yaml, lambda: [*_documents(), b'a: "\\ud83d\\ude00"\n'], _YAML_WORDS),
    "documents": Target(documents, _of_each_kind, _KEYS),
    "hours": Target(hours, _spellings, _TIMES, longest=LONGEST),
    "dates": Target(dates, lambda: [b"2021", b"2021-11", b"2024-02-29", b"2021/2022-06", b"../2023-10-02"], longest=32),
    "edits": Target(edits, lambda: [bytes(range(start, start + 24)) for start in range(0, 200, 25)], longest=49),
    "merging": Target(merging, _three, ("<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"), longest=16_384),
    "splicing": Target(splicing, lambda: [bytes((0, n, n, n)) + text for n, text in enumerate(_documents())], _KEYS),
    "tables": Target(tables, lambda: SEEDS, WORDS),
}

ALL = {**TARGETS, "broken": Target(broken, lambda: [b"one line"], longest=32)}
