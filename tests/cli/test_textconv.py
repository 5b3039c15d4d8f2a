"""What git compares: an office in words, one fact a line, and no value that stands on no line."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.cli.render.textconv import as_text
from tests.editing.merge.edits import EDITS, Choice
from tests.editing.merge.triples import EDIT, rich_office, written

OFFICE = """\
# A comment.
id: kista
name: Kista
municipality: "0180"
lifecycle:
  - {event: closing_decided, on: "2025-04", last_day: "2025-05-30", successors: [husby, rinkeby], body: board}
  - {event: opened, on: "../2012-05-01", note: {sv: Enligt tidningen., en: As the paper has it.}}
addresses: [{valid_from: "2012", street: Gatan 1, position: {latitude: 59.4, longitude: 17.9, precision: entrance}}]
opening_hours:
  - valid_from: "2023-10-02"
    weekly: {mon: [], tue: ["10:00-12:00", "13:00-16:30"]}
    weeks: {every: 2, from: "2023-10-02"}
  - {undated: true, days_per_week: 4, source: [page, press]}
other_hours: [{access: appointment, weekly: {wed: ["09:00-10:00"]}}]
deviations: [{valid_from: "2026-12-28", valid_through: "2026-12-30", hours: [], reason: {sv: Stängt, en: Closed}}]
participations: [{agency: skatteverket, level: own_matter, booking: both}, {agency: csn}]
co_locations:
  - {party: polisen, kind: police, role: host, status: agreed, opening_hours: [{weekly: {fri: ["08:00-09:00"]}}]}
facilities: {wheelchair: true, guard: false}
remarks: []
sources: {page: {url: "https://exempel.se", date: "2026"}}
"""

WORDS = """\
id: kista
name: Kista
municipality: 0180
life by 2012-05-01 opened, note, in Swedish: Enligt tidningen.
life by 2012-05-01 opened, note, in English: As the paper has it.
life 2025-04 closing decided, last day for visitors: 2025-05-30
life 2025-04 closing decided, visitors are referred to: husby, rinkeby
life 2025-04 closing decided, decided by: the board
address from 2012, street: Gatan 1
address from 2012, position, latitude: 59.4
address from 2012, position, longitude: 17.9
address from 2012, position, precision: entrance
hours, undated: yes
hours, days a week: 4
hours, source: page, press
hours from 2023-10-02, Monday: closed
hours from 2023-10-02, Tuesday: 10–12, 13:00–16:30
hours from 2023-10-02, which weeks, every n-th: 2
hours from 2023-10-02, which weeks, counted from: 2023-10-02
other hours by appointment, Wednesday: 9–10
deviation from 2026-12-28 through 2026-12-30, hours: closed
deviation from 2026-12-28 through 2026-12-30, reason, in Swedish: Stängt
deviation from 2026-12-28 through 2026-12-30, reason, in English: Closed
participation skatteverket, level: help with one's own matter
participation skatteverket, booking: with or without booking
participation csn
co-location polisen police, role: the office is host
co-location polisen police, status: agreed
co-location polisen police, hours 1, Friday: 8–9
facilities, wheelchair access: yes
facilities, guard: no
remark: none
sources, page, address: https://exempel.se
sources, page, date: 2026
"""


def test_every_fact_has_a_line_that_says_what_it_is_about() -> None:
    assert as_text(OFFICE.encode()) + "\n" == WORDS


UNREADABLE = {
    "broken": b"id: [a\n",
    "no office": b"id: a\nkind: service\n",
    "a list": b"- a\n",
    "empty": b"",
    "a repeated key": b"id: a\nid: b\nname: c\nmunicipality: d\n",
    "a code without its quotes": b"id: a\nname: A\nmunicipality: 0180\n",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_stands_as_it_is(data: bytes) -> None:
    assert as_text(data) == data.decode()


def test_what_acts_on_a_terminal_is_spelled_out() -> None:
    assert as_text(b"id: \x1b[31m\xff\n\tb\n") == "id: \\x1b[31m\\xff\n\tb\n"
    hostile = OFFICE.replace("name: Kista", f"name: Ki{chr(0x202E)}sta")
    assert "<U+202E>" in as_text(hostile.encode())


def test_a_merge_that_is_not_resolved_is_shown_in_the_words_of_both_sides() -> None:
    both = OFFICE.replace(
        "name: Kista\n", "<<<<<<< HEAD\nname: Kista\n||||||| base\nname: K\n=======\nname: Husby\n>>>>>>> x\n"
    )
    wanted = "<<<<<<< ours\nname: Kista\n=======\nname: Husby\n>>>>>>> theirs\n"
    assert as_text(both.encode()) + "\n" == WORDS.replace("name: Kista\n", wanted)


@given(st.binary(max_size=300))
def test_it_never_fails(data: bytes) -> None:
    as_text(data)


TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text("ab", min_size=1, max_size=4),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["on", "mon", "weekly", "a"]), below),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["lifecycle", "opening_hours", "facilities", "sources", "town", "x"]), TREES))
def test_nor_on_trees_that_no_schema_has_passed(tree: dict[str, object]) -> None:
    text = written({"id": "a", "name": "A", "municipality": "0180", **tree}, {}, 2)
    assert as_text(text.encode()).startswith("id: a\nname: A\nmunicipality: 0180")


@given(st.lists(EDIT, max_size=2), st.lists(EDIT, min_size=1, max_size=2))
def test_no_change_of_a_value_goes_unseen_and_none_of_layout_is_seen(
    before: list[tuple[int, list[int]]], after: list[tuple[int, list[int]]]
) -> None:
    tree = rich_office()
    for number, numbers in before:
        EDITS[number](tree, Choice(numbers))
    changed = deepcopy(tree)
    for number, numbers in after:
        EDITS[number](changed, Choice(numbers))
    texts = [as_text(written(each, {}, style).encode()) for each in (tree, changed) for style in (0, 1, 2)]
    assert texts[0] == texts[1] == texts[2]
    assert texts[3] == texts[4] == texts[5]
    assert (texts[0] == texts[3]) is (tree == changed)
