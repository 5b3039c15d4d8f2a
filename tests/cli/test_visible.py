"""The gate between untrusted text and a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.cli.visible import visible, visible_json, visible_lines, width

ACTING = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


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
    assert not any(unicodedata.category(char) in ACTING for char in shown)
    assert visible(shown) == shown


def test_every_character_there_is_either_passes_or_is_spelled_out() -> None:
    """By Unicode's own categories: controls, formats, surrogates, private use, separators of lines and paragraphs."""
    through = [
        char for char in map(chr, range(0x110000)) if unicodedata.category(char) in ACTING and visible(char) == char
    ]
    assert through == []


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_is_read_back_as_it_was_and_holds_nothing_that_acts(content: object) -> None:
    text = visible_json(content)
    assert json.loads(text) == content
    assert not any(unicodedata.category(char) in ACTING for char in text.replace("\n", ""))


@given(st.text())
def test_lines_stay_lines(text: str) -> None:
    assert visible_lines(text).count("\n") == text.count("\n")


def test_wide_characters_take_two_columns_and_accents_none() -> None:
    assert [width(text) for text in ("abc", "漢字", "e\u0301")] == [3, 4, 1]
