"""Random edits of documents in many styles: each says just what it should, and loses no comment that is another's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from sscctl.domain.finding import Pointer
from sscctl.editing.canonical import Value
from sscctl.editing.edit import Delete, Edit, Put
from sscctl.editing.merge.values import same
from sscctl.editing.splice import applied, splice
from sscctl.errors import Refused
from sscctl.reading.kinds import Kind
from sscctl.reading.positions import locate, locate_keys
from sscctl.reading.yaml12 import parse
from tests.editing.random_edits import document, edit
from tests.editing.styles import Owned, Scribe, Stands, Style

PORTIONS = 4
EDITS = 60 if settings().max_examples <= 100 else 20
"""Of each document: 6,000 in every run, 100,000 in a long one."""


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("portion", range(PORTIONS))
def test_an_edit_says_what_it_should_and_touches_nothing_else(portion: int) -> None:
    done: Counter[str] = Counter()

    @seed(portion)
    @settings(
        max_examples=settings().max_examples // PORTIONS,
        derandomize=False,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, 2**40))
    def law(number: int) -> None:
        check(Random(number), done)

    law()
    assert done["edits"] >= settings().max_examples // PORTIONS * EDITS
    assert done["refused"] * 100 <= done["edits"]


def check(random: Random, done: Counter[str]) -> None:
    tree = document(random)
    scribe = Scribe(Style.drawn(random), random)
    data = scribe.document(tree)
    assert same(parse(data).tree, tree)
    for _ in range(EDITS):
        one = edit(random, tree)
        done["edits"] += 1
        try:
            after = splice(data, [one], Kind.OFFICE)
        except Refused:
            done["refused"] += 1
            continue
        read = parse(after)
        assert same(read.tree, applied(tree, [one])), one
        lines = {line.strip() for line in after.decode().splitlines()}
        text = "\n".join(lines)
        for comment in must_stay(scribe.owned, one):
            assert comment in text, (one, comment, scribe.owned[comment])
        if not same(tree, applied(tree, [one])):
            for comment in must_go(scribe.owned, one):
                assert not any(line.endswith(comment) for line in lines), (one, comment, scribe.owned[comment])
        if one.pointer[0] in tree:
            assert_same_around(data, after, one.pointer[:1])


@given(st.integers(0, 2**40))
def test_edits_follow_on_one_another(number: int) -> None:
    random = Random(number)
    tree = document(random)
    data = Scribe(Style.drawn(random), random).document(tree)
    edits: list[Edit] = []
    after: Value = tree
    for _ in range(5):
        edits.append(edit(random, after))
        after = applied(after, edits[-1:])
    assert applied(tree, edits) == after
    assert same(parse(splice(data, edits, Kind.OFFICE)).tree, after)


def must_stay(owned: dict[str, Owned], edit: Edit) -> Iterator[str]:
    """Yield the comments that an edit must leave."""
    for comment, (pointer, stands) in owned.items():
        is_under = pointer[: len(edit.pointer)] == edit.pointer
        is_inside = is_under and (pointer != edit.pointer or stands in (Stands.BELOW, Stands.FREE))
        if isinstance(edit, Delete) and is_under:
            continue
        if isinstance(edit, Put) and is_inside:
            continue
        yield comment


def must_go(owned: dict[str, Owned], edit: Edit) -> Iterator[str]:
    """Yield the comments that go with what an edit deletes."""
    if isinstance(edit, Delete):
        yield from (comment for comment, (pointer, _) in owned.items() if pointer[: len(edit.pointer)] == edit.pointer)


def assert_same_around(before: bytes, after: bytes, top: Pointer) -> None:
    """Everything outside the lines of a key, with the comments and blank lines around it, is the same to the byte."""
    lines, edited = (data.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True) for data in (before, after))
    first, last = locate_keys(before, [top])[top].line - 1, locate(before, [top])[top].end_line
    while first and (not lines[first - 1].strip() or lines[first - 1].startswith(b"#")):
        first -= 1
    while last < len(lines) and (not lines[last].strip() or lines[last].startswith((b" ", b"#"))):
        last += 1
    assert b"".join(edited[:first]).rstrip() == b"".join(lines[:first]).rstrip()  # the last line may have no end
    rest = lines[last:]
    assert not rest or edited[-len(rest) :] == rest
