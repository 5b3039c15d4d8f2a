"""A block of our lines in a file of somebody else's goes in at the end and comes out without a trace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.writing.blocks import BEGIN, END, with_block, without_block

LINES = "[a]\n\tb = c\n"
CONTENTS = (
    st.none() | st.text("a#\n\r\t é", max_size=30) | st.sampled_from([f"{BEGIN}\n", f"{END}\n", f"{BEGIN}\n{BEGIN}\n"])
)


@given(CONTENTS, st.booleans())
def test_what_goes_in_comes_out_and_leaves_what_was_there(content: str | None, had_folder: bool) -> None:
    written = with_block(content, LINES, had_folder=had_folder)
    assert written.endswith(f"\n{LINES}{END}\n")
    found = without_block(written)
    assert (found.content, found.lines) == (content, LINES)
    assert found.had_folder is had_folder


@given(CONTENTS)
def test_a_new_block_takes_the_place_of_the_old(content: str | None) -> None:
    once = with_block(content, "old\n")
    assert with_block(once, LINES) == with_block(content, LINES)


@pytest.mark.parametrize("more", ["x = y\n", "x = y"])
def test_what_was_written_behind_it_later_stays(more: str) -> None:
    written = with_block("a = b\n", LINES) + more
    assert without_block(written).content == f"a = b\n{more}"
    assert without_block(with_block(None, LINES) + more).content == more


def test_a_block_that_somebody_has_cut_in_half_is_none_of_ours() -> None:
    half = with_block("a\n", LINES).removesuffix(f"{END}\n")
    assert without_block(half).lines is None
    assert without_block(half).content == half
