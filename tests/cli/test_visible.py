"""The gate between untrusted text and a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.cli.visible import visible, visible_lines, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Åmål, Ödeshög – é", "Åmål, Ödeshög – é", id="letters stay"),
        pytest.param("\x1b[31mröd", "\\x1b[31mröd", id="a colour"),
        pytest.param("\x1b]8;;http://x\x07", "\\x1b]8;;http://x\\x07", id="a link (OSC 8)"),
        pytest.param("\x9b2J", "\\x9b2J", id="a C1 control"),
        pytest.param("ok\rfel", "ok\\x0dfel", id="a carriage return that would overwrite"),
        pytest.param("a\nb", "a\\x0ab", id="a line feed in what is one line"),
        pytest.param("\u202egnp.exe", "<U+202E>gnp.exe", id="right-to-left override"),
        pytest.param("Mal\u200bmö", "Mal<U+200B>mö", id="zero width"),
        pytest.param("\U000e0041", "<U+E0041>", id="a tag character"),
        pytest.param("\ud800", "<U+D800>", id="a lone surrogate"),
    ],
)
def test_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(alphabet=st.characters()))
def test_nothing_that_acts_on_a_terminal_gets_through(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in shown)
    assert visible(shown) == shown


@given(st.text())
def test_lines_stay_lines(text: str) -> None:
    assert visible_lines(text).count("\n") == text.count("\n")


def test_wide_characters_take_two_columns_and_accents_none() -> None:
    assert [width(text) for text in ("abc", "漢字", "e\u0301")] == [3, 4, 1]
