"""The laws of merging, on random triples: nothing is lost, nothing is chosen, and the sides may change places."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, seed, settings

from sscctl.editing.merge.driver import Merged, Way, merge
from sscctl.reading.schemas import Judge, packaged
from tests.editing.merge import laws
from tests.editing.merge.triples import PATH, Triple, triples

JUDGE = Judge(packaged())
PORTIONS = 4
TIMES = 20
"""As many triples as the profile has examples: 2,000 in every run, 100,000 with `--hypothesis-profile=long`."""


def merged(triple: Triple) -> Merged:
    return merge(triple.three, PATH, JUDGE)


def check(triple: Triple, seen: Counter[str]) -> None:
    result = merged(triple)
    seen[f"{result.way.value}, {'conflict' if result.conflicts else 'clean'}"] += 1
    assert result.way is not Way.LINES, "all of these are documents that can be merged by their values"
    laws.nothing_is_lost_or_chosen(triple, result)
    laws.comments_stay(triple, result)
    laws.each_day_has_one_voice(triple, result)
    assert (b"<<<<<<< ours\n" in result.data) is (result.conflicts > 0)
    if not result.conflicts:
        assert JUDGE.is_valid("office", laws.tree_of(result.data))
    other = merged(triple.turned)
    assert (other.conflicts > 0) is (result.conflicts > 0)
    assert [laws.taken(other, side) for side in (1, 0)] == [laws.taken(result, side) for side in (0, 1)]


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("portion", range(PORTIONS))
def test_nothing_is_lost_nothing_is_chosen_and_the_sides_may_change_places(portion: int) -> None:
    seen: Counter[str] = Counter()

    @seed(portion)
    @settings(
        max_examples=settings().max_examples * TIMES // PORTIONS,
        derandomize=False,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(triples())
    def law(triple: Triple) -> None:
        check(triple, seen)

    law()
    assert seen["values, clean"] > 100
    assert seen["values, conflict"] > 20
