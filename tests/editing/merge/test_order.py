"""Two sides have put names in order: what order they have then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.editing.merge.order import merged_order

EXAMPLES = {
    "what one has added stays where it was put": ("ac", "abc", "ac", "abc"),
    "what both have added in one place comes by rank": ("ad", "acd", "abd", "abcd"),
    "each side's own additions keep their order": ("a", "azc", "ab", "abzc"),
    "what one has taken out is not there": ("abc", "ac", "abc", "abc"),
    "an order that only one has changed holds": ("abc", "cba", "abc", "cba"),
    "an addition stays behind its neighbour when that has moved": ("abc", "cba", "abxc", "cbxa"),
    "both have made the same order": ("abc", "bca", "bca", "bca"),
    "two orders are a conflict": ("abc", "bca", "cba", None),
    "without a base, two orders are a conflict too": ("", "ab", "ba", None),
    "nothing is nothing": ("", "", "", ""),
}


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_the_order_of_two(base: str, ours: str, theirs: str, expected: str | None) -> None:
    found = merged_order(base, ours, theirs, lambda name: (name,))
    assert (None if found is None else "".join(found)) == expected


NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(NAMES, NAMES, NAMES)
def test_the_sides_may_change_places_and_no_name_is_lost_or_doubled(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    found = merged_order(base, ours, theirs, lambda name: (name,))
    assert found == merged_order(base, theirs, ours, lambda name: (name,))
    assert found is None or sorted(found) == sorted({*ours, *theirs})


@given(NAMES, NAMES)
def test_one_side_s_order_is_kept_where_the_other_is_as_it_was(base: list[str], ours: list[str]) -> None:
    found = merged_order(base, ours, base, lambda name: (name,))
    assert found is not None
    assert [name for name in found if name in ours] == ours
