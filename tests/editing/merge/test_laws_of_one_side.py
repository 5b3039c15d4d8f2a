"""Merging with what has not changed changes nothing, however it is written; and git, where it is right, agrees."""

from __future__ import annotations

import pytest
from hypothesis import given

from sscctl.editing.merge.driver import Three, by_lines, merge
from sscctl.reading.schemas import Judge, packaged
from sscctl.reading.yaml12 import parse
from tests.editing.merge import laws
from tests.editing.merge.triples import PATH, Triple, Version, triples, written

JUDGE = Judge(packaged())


@given(triples())
def test_what_only_one_side_has_changed_is_taken_byte_for_byte(triple: Triple) -> None:
    base, ours, theirs = triple.three.base, triple.three.ours, triple.three.theirs
    for three, expected in (
        (Three(base, ours, base), ours),
        (Three(base, base, theirs), theirs),
        (Three(base, ours, ours), ours),
    ):
        assert merge(three, PATH, JUDGE).data == expected
        assert merge(three, PATH, JUDGE).conflicts == 0


@given(triples())
def test_a_change_of_layout_alone_is_no_change(triple: Triple) -> None:
    """Whichever side lays the base out anew, the other's values hold."""
    for style in (0, 1, 2):
        anew = written(triple.base.tree, {}, style).encode()
        for three in (
            Three(triple.three.base, triple.three.ours, anew),
            Three(triple.three.base, anew, triple.three.ours),
        ):
            result = merge(three, PATH, JUDGE)
            assert result.conflicts == 0
            assert laws.tree_of(result.data) == triple.ours.tree


@given(triples())
def test_where_the_sides_changed_other_keys_and_git_merges_the_lines_both_come_to_the_same(triple: Triple) -> None:
    base, ours, theirs = (version.tree for version in triple)
    changed = [{key for key in {*base, *side} if side.get(key) != base.get(key)} for side in (ours, theirs)]
    if changed[0] & changed[1]:
        return
    by_values, by_git = merge(triple.three, PATH, JUDGE), by_lines(triple.three)
    if by_git.conflicts or by_values.conflicts:
        return
    assert laws.tree_of(by_values.data) == laws.tree_of(by_git.data)


@given(triples())
def test_where_git_merges_cleanly_to_something_else_git_has_lost_or_mixed_up_a_fact(triple: Triple) -> None:
    triple = Triple(*(Version(version.tree, {}, written(version.tree, {}, 0)) for version in triple))
    by_values, by_git = merge(triple.three, PATH, JUDGE), by_lines(triple.three)
    read = parse(by_git.data)
    if by_git.conflicts or by_values.conflicts or read.faults or not isinstance(read.tree, dict):
        return
    if laws.facts(read.tree) != laws.facts(laws.tree_of(by_values.data)):
        with pytest.raises(AssertionError):
            laws.nothing_is_lost_or_chosen(triple, by_git)


@given(triples())
def test_what_is_in_the_canonical_form_stays_so(triple: Triple) -> None:
    triple = Triple(*(Version(version.tree, {}, written(version.tree, {}, 0)) for version in triple))
    result = merge(triple.three, PATH, JUDGE)
    if not result.conflicts:
        assert result.data.decode() == written(laws.tree_of(result.data), {}, 0)
