"""Any text at all is read: nothing breaks, every problem has its place, and what was understood holds together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.wording.cursor import MOST_PROBLEMS, Cursor
from sscctl.wording.read import LONGEST, read, read_day
from sscctl.wording.reading import Pattern, Reading
from sscctl.wording.tokens import Kind
from sscctl.wording.vocabulary import vocabulary
from sscctl.wording.write import in_words

SIGNS = [*"-–,;.:/&+|()[]\"'\n\t ", "[1,3]", "[-1]", "||", "24/7", "15/6–15/8"]
NUMBERS = [
    "0",
    "1",
    "4",
    "7",
    "9",
    "10",
    "12",
    "13",
    "16",
    "24",
    "25",
    "8.30",
    "10:00",
    "1600",
    "100",
    "99999",
    "10am",
    "4 pm",
]
DATES = ["2026-06-15", "2026-02-30", "15 juni 2026", "Aug 15", "2026 Dec 24", "3:e", "1st", "22:a"]
KINDS = [
    *([word for word, meaning in sorted(vocabulary().items()) if meaning.kind is kind] for kind in Kind),
    SIGNS,
    NUMBERS,
    DATES,
    ["10-12", "13–16", "9am-5pm", "12-13", "från 2026-01-07", "udda veckor", "första och tredje måndagen i månaden"],
]
WORDS = st.sampled_from([words for words in KINDS if words]).flatmap(st.sampled_from)
SOUP = st.lists(WORDS, max_size=30).map(" ".join) | st.lists(WORDS, max_size=30).map("".join)
ANY_TEXT = SOUP | st.text(st.characters(), max_size=60)


def holds_together(text: str, reading: Reading) -> None:
    """Every promise that a reading makes."""
    places = [(problem.position, problem.position + problem.length) for problem in reading.problems]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert len(places) <= MOST_PROBLEMS
    for pattern in reading.patterns:
        assert pattern.weekly
        for spans in pattern.weekly.values():
            assert all(earlier.end <= later.start for earlier, later in pairwise(spans))
    assert not any(_meet(one, other) for one in reading.patterns for other in reading.patterns if one is not other)


def _meet(one: Pattern, other: Pattern) -> bool:
    """Whether both hold in some week; weeks that are counted from dates may."""
    if not one.period.overlaps(other.period):
        return False
    if one.weeks is None or other.weeks is None:
        return True
    if one.weeks.parity is not None:
        return one.weeks == other.weeks
    return bool(set(one.weeks.nth) & set(other.weeks.nth))


@given(ANY_TEXT)
def test_any_text_gives_a_reading_that_holds_together(text: str) -> None:
    holds_together(text, read(text))


@given(SOUP)
def test_what_was_understood_is_understood_again_when_it_is_told_in_full(text: str) -> None:
    reading = read(text)
    if reading.patterns and not reading.problems:
        told = in_words(reading.patterns)
        for again in (told.sv, told.en):
            assert len(again) > LONGEST or read(again).patterns == reading.patterns


@given(ANY_TEXT)
def test_any_text_about_one_day_gives_its_hours_or_says_why_not(text: str) -> None:
    spans, problems = read_day(text)
    assert (spans is None) == bool(problems)


def test_of_very_many_problems_the_first_are_told() -> None:
    assert len(read("1/1" * 100).problems) == MOST_PROBLEMS


@pytest.mark.parametrize("length", [LONGEST + 1, 100_000])
def test_a_text_that_is_too_long_is_not_read(length: int) -> None:
    (problem,) = read("m" * length).problems
    assert (problem.position, problem.length) == (LONGEST, length - LONGEST)
    assert read_day("m" * length) == (None, (problem,))


@pytest.mark.parametrize(
    "part",
    [
        "mån 10-12, ",
        "mån, ",
        "10-12 ",
        "udda veckor ",
        "(lunch ",
        "första ",
        "10-",
        "a.b.",
        " \n",
        "från 2026-01-01 ",
        "utom ",
        "?",
    ],
)
def test_twice_the_text_takes_at_most_twice_the_steps(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    look = Cursor.kind

    def counted(cursor: Cursor, ahead: int = 0) -> object:
        nonlocal steps
        steps += 1
        return look(cursor, ahead)

    monkeypatch.setattr(Cursor, "kind", counted)
    monkeypatch.setattr("sscctl.wording.cursor.MOST_PROBLEMS", LONGEST)
    taken = []
    for times in (1, 2):
        steps = 0
        read(part * (times * (LONGEST // 2 // len(part))))
        taken.append(steps)
    assert taken[1] <= 2 * taken[0] + 20
