"""Two people have changed the same thing: a conflict in its place, and everything else is merged."""

from __future__ import annotations

import pytest

from sscctl.editing.merge.driver import Way
from tests.editing.merge.examples import ADDRESS, DEVIATION, EVENTS, WEEK, merged, office

LOUD = {
    "hours of one day": (
        WEEK,
        WEEK.replace('mon: ["10:00-16:00"]', "mon: []"),
        WEEK.replace('mon: ["10:00-16:00"]', 'mon: ["09:00-12:00"]').replace("source: page", "source: press"),
        """\
        opening_hours:
          # As the page has it.
          - valid_from: "2023-10-02"
            weekly:
        <<<<<<< ours
              mon: []
        =======
              mon: ["09:00-12:00"]
        >>>>>>> theirs
              tue: ["10:00-16:00"]
            source: press
        """,
    ),
    "an entry that one has removed and the other changed": (
        EVENTS,
        EVENTS.replace('  - {event: observed, on: "2024-01-01", status: open, source: page}\n', ""),
        EVENTS.replace("open, source: page", "open, source: press"),
        """\
        lifecycle:
          - {event: opened, on: "2021-11-01", source: page}
        <<<<<<< ours
        =======
          - {event: observed, on: "2024-01-01", status: open, source: press}
        >>>>>>> theirs
        """,
    ),
    "a deviation of one day that both have added": (
        "",
        DEVIATION,
        DEVIATION.replace('["10:00-13:00"]', "[]"),
        """\
        deviations:
        <<<<<<< ours
          - {on: "2026-12-23", hours: ["10:00-13:00"], reason: {sv: A, en: A}}
        =======
          - {on: "2026-12-23", hours: [], reason: {sv: A, en: A}}
        >>>>>>> theirs
        """,
    ),
    "deviations whose days meet": (
        DEVIATION,
        DEVIATION + '  - {on: "2026-12-29", hours: [], reason: {sv: B, en: B}}\n',
        DEVIATION + '  - {valid_from: "2026-12-28", valid_through: "2026-12-30", hours: [], reason: {sv: C, en: C}}\n',
        DEVIATION
        + """\
<<<<<<< ours
  - {on: "2026-12-29", hours: [], reason: {sv: B, en: B}}
=======
  - {valid_from: "2026-12-28", valid_through: "2026-12-30", hours: [], reason: {sv: C, en: C}}
>>>>>>> theirs
""",
    ),
    "two corrections of the date of one event": (
        EVENTS,
        EVENTS.replace('"2021-11-01"', '"2021-11-15"'),
        EVENTS.replace('"2021-11-01"', '"2021-12-01"'),
        """\
        lifecycle:
        <<<<<<< ours
          - {event: opened, on: "2021-11-15", source: page}
        =======
          - {event: opened, on: "2021-12-01", source: page}
        >>>>>>> theirs
          - {event: observed, on: "2024-01-01", status: open, source: page}
        """,
    ),
    "two closings": (
        EVENTS,
        EVENTS + '  - {event: closing_decided, on: "2025-04-10", last_day: "2026-05-30"}\n',
        EVENTS + '  - {event: closing_decided, on: "2025-06-10", last_day: "2026-08-31"}\n',
        EVENTS
        + """\
<<<<<<< ours
  - {event: closing_decided, on: "2025-04-10", last_day: "2026-05-30"}
=======
  - {event: closing_decided, on: "2025-06-10", last_day: "2026-08-31"}
>>>>>>> theirs
""",
    ),
    "a street and the postcode that belongs to another": (
        ADDRESS.replace("Gatan 1", 'Gatan 1, postcode: "11100"'),
        ADDRESS.replace("Gatan 1", 'Gatan 2, postcode: "11100"'),
        ADDRESS.replace("Gatan 1", 'Gatan 1, postcode: "11200"'),
        """\
        addresses:
        <<<<<<< ours
          - {valid_from: "2021-11-01", street: Gatan 2, postcode: "11100"}
        =======
          - {valid_from: "2021-11-01", street: Gatan 1, postcode: "11200"}
        >>>>>>> theirs
        """,
    ),
    "hours that one ends and the other changes from then on": (
        ADDRESS + WEEK,
        ADDRESS
        + WEEK.replace("    weekly", '    valid_through: "2026-12-31"\n    weekly')
        + '  - {valid_from: "2027-01-01", weekly: {mon: [], tue: []}}\n',
        ADDRESS.replace("1}", "1, locality: Torget}") + WEEK.replace('tue: ["10:00-16:00"]', 'tue: ["10:00-18:00"]'),
        """\
        addresses:
          - {valid_from: "2021-11-01", street: Gatan 1, locality: Torget}
        opening_hours:
        <<<<<<< ours
          # As the page has it.
          - valid_from: "2023-10-02"
            valid_through: "2026-12-31"
            weekly:
              mon: ["10:00-16:00"]
              tue: ["10:00-16:00"]
            source: page
          - {valid_from: "2027-01-01", weekly: {mon: [], tue: []}}
        =======
          # As the page has it.
          - valid_from: "2023-10-02"
            weekly:
              mon: ["10:00-16:00"]
              tue: ["10:00-18:00"]
            source: page
        >>>>>>> theirs
        """,
    ),
}


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), LOUD.values(), ids=LOUD)
def test_two_changes_to_the_same_thing_are_a_conflict_in_its_place(
    base: str, ours: str, theirs: str, expected: str
) -> None:
    result = merged(office(base), office(ours), office(theirs))
    assert result.data.decode() == office(expected)
    assert (result.conflicts, result.way) == (1, Way.VALUES)
