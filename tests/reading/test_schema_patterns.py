"""No pattern of the schemas can make a reader wait, whichever engine matches it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, TypeAlias

import pytest

from sscctl.reading.schemas import packaged

Json: TypeAlias = Any

REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}


def dangers(pattern: str) -> list[str]:
    """What in a pattern may be tried in more than one way on the same text, or looks elsewhere than ahead."""
    parsed = import_module("re._parser").parse(pattern)
    return list(_dangers(parsed, within=False))


def _dangers(parts: Iterable[tuple[Json, Json]], *, within: bool) -> Iterator[str]:
    for operator, argument in parts:
        name = str(operator)
        if name in REPEATS:
            _, most, body = argument
            endless = most > 60
            if within and endless:
                yield "a repetition within a repetition"
            yield from _dangers(body, within=within or endless)
        elif name == "SUBPATTERN":
            yield from _dangers(argument[-1], within=within)
        elif name == "BRANCH":
            if within:
                yield "alternatives within a repetition"
            for branch in argument[1]:
                yield from _dangers(branch, within=within)
        elif name in ("ASSERT", "ASSERT_NOT", "GROUPREF", "GROUPREF_EXISTS", "ATOMIC_GROUP"):
            yield name


def strings(tree: Json, *, limited: bool = False) -> Iterator[tuple[str, bool]]:
    """Every pattern in a schema, and whether the text it is held against has a greatest length."""
    if isinstance(tree, dict):
        limited = "maxLength" in tree or (limited and "properties" not in tree)
        if isinstance(tree.get("pattern"), str):
            yield tree["pattern"], limited
        for key, value in tree.items():
            yield from strings(value, limited=limited and key == "not")
    elif isinstance(tree, list):
        for value in tree:
            yield from strings(value)


PATTERNS = sorted({found for data in packaged().values() for found in strings(json.loads(data))})


def test_there_are_patterns_to_look_at() -> None:
    assert len(PATTERNS) > 5


@pytest.mark.parametrize(("pattern", "limited"), PATTERNS)
def test_a_pattern_is_tried_in_one_way_on_a_text_of_limited_length(pattern: str, *, limited: bool) -> None:
    assert dangers(pattern) == []
    assert limited


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_means_the_same_in_every_engine(pattern: tuple[str, bool]) -> None:
    assert "\\d" not in pattern[0]
    assert "\\w" not in pattern[0]
    assert "\\s" not in pattern[0]


@pytest.mark.parametrize("pattern", ["^([0-9]+-?)+$", "(a|aa)+", "(?=a)b", r"(a)\1", "(x+x+)+y"])
def test_the_check_knows_a_danger_when_it_sees_one(pattern: str) -> None:
    assert dangers(pattern)
