"""Each side may be right by itself and both together wrong: then a person is asked, and told where."""

from __future__ import annotations

import pytest

from sscctl.editing.merge.driver import Way
from tests.editing.merge.examples import TAIL, merged, office

LIFE = 'lifecycle:\n  - {event: opened, on: "2021-11-01", source: page}\n'
STREET = 'addresses:\n  - {valid_from: "2021-11-01", street: Gatan 1, source: page}\n'
MOVED = """\
addresses:
  - {valid_from: "2021-11-01", valid_through: "%s", street: Gatan 1, source: page}
  - {valid_from: "%s", street: %s, source: press}
"""
JOINED = 'participations:\n  - {agency: csn, valid_from: "%s", agreement: %s, source: page}\n'
SCHEDULE = 'opening_hours:\n  - {valid_from: "%s", weekly: {%s}, source: page}\n'
OTHER = 'other_hours:\n  - {access: appointment, valid_from: "%s", weekly: {mon: ["%s"]}, source: page}\n'
GUEST = (
    'co_locations:\n  - {other: Bibliotek, kind: library, role: host, status: active, valid_from: "%s", source: page}\n'
)
WAIVERS = "waivers:\n" + "".join(
    f'  - {{rule: SSC{number}, reason: A, valid_through: "2026-12-31"}}\n' for number in range(601, 620)
)
WAIVER = '  - {rule: SSC%s, reason: A, valid_through: "2026-12-31"}\n'

EXAMPLES = {
    "two moves": (STREET, MOVED % ("2026-08-31", "2026-09-01", "A"), MOVED % ("2026-08-31", "2026-10-01", "B")),
    "an agency that joins under two agreements": ("", JOINED % ("2024-01-01", "a"), JOINED % ("2025-01-01", "b")),
    "two first schedules": ("", SCHEDULE % ("2024-01-01", "mon: []"), SCHEDULE % ("2025-01-01", "tue: []")),
    "hours by appointment from two days": ("", OTHER % ("2024", "09:00-10:00"), OTHER % ("2025", "10:00-11:00")),
    "one guest from two days": ("", GUEST % "2024", GUEST % "2025"),
    "more waivers than the schema allows": (WAIVERS, WAIVERS + WAIVER % 701, WAIVERS + WAIVER % 702),
}


@pytest.mark.parametrize(("base", "ours", "theirs"), EXAMPLES.values(), ids=EXAMPLES)
def test_what_cannot_both_be_so_is_a_conflict_in_its_key(base: str, ours: str, theirs: str) -> None:
    result = merged(office(LIFE + base), office(LIFE + ours), office(LIFE + theirs))
    assert result.way is Way.VALUES
    assert result.conflicts == 1
    assert result.together == (ours.partition(":")[0],)
    before, _, after = result.data.decode().partition("<<<<<<< ours\n")
    assert before.startswith(office(LIFE).removesuffix(TAIL))
    assert after.endswith(f">>>>>>> theirs\n{TAIL}")


def test_a_rule_that_only_both_together_break_is_a_conflict_where_it_is_broken() -> None:
    """Ours lets an event be of a day, theirs removes the source it names: no entry is changed by both."""
    events = LIFE + '  - {event: observed, on: "2024-01-01", status: open, source: page}\n'
    ours = events + '  - {event: closed, on: "2025-01-01", source: page}\n'
    theirs = events + '  - {event: observed, on: "2026-01-01", status: open, source: page}\n'
    result = merged(office(events), office(ours), office(theirs))
    assert result.conflicts == 1
    assert result.together == ("lifecycle",)


def test_what_was_wrong_before_is_nobody_s_conflict() -> None:
    overlapping = (
        SCHEDULE % ("2024-01-01", "mon: []") + '  - {valid_from: "2025-01-01", weekly: {mon: []}, source: page}\n'
    )
    result = merged(
        office(LIFE + overlapping + STREET),
        office(LIFE + overlapping + STREET.replace("Gatan 1", "Gatan 2")),
        office(LIFE + overlapping.replace("page", "press", 1) + STREET),
    )
    assert result.conflicts == 0
