"""Two people have changed different things in the same document: both changes are in what becomes of it."""

from __future__ import annotations

import pytest

from sscctl.editing.merge.driver import Merged, Way
from tests.editing.merge.examples import ADDRESS, DEVIATION, EVENTS, FLOW, JOINING, WEEK, merged, office

CLEAN = {
    "hours and address of one office": (
        WEEK + ADDRESS,
        WEEK.replace('mon: ["10:00-16:00"]', "mon: []") + ADDRESS,
        WEEK + ADDRESS.replace("Gatan 1", "Gatan 2"),
        WEEK.replace('mon: ["10:00-16:00"]', "mon: []") + ADDRESS.replace("Gatan 1", "Gatan 2"),
    ),
    "two days of one week, on lines beside each other": (
        WEEK,
        WEEK.replace('mon: ["10:00-16:00"]', 'mon: ["09:00-16:00"]'),
        WEEK.replace('tue: ["10:00-16:00"]', 'tue: ["10:00-18:00"]'),
        WEEK.replace('mon: ["10:00-16:00"]', 'mon: ["09:00-16:00"]').replace(
            'tue: ["10:00-16:00"]', 'tue: ["10:00-18:00"]'
        ),
    ),
    "two days of one week on one line, written anew, with the comment above it": (
        FLOW,
        FLOW.replace('mon: ["10:00-16:00"]', "mon: []"),
        FLOW.replace('tue: ["10:00-16:00"]', "tue: []"),
        """\
        opening_hours:
          # by the page
          - valid_from: "2023-10-02"
            weekly: {mon: [], tue: []}
        """,
    ),
    "events of two days, in the order of time, each with its comment": (
        EVENTS,
        EVENTS + '  # from a paper\n  - {event: observed, on: "2026-05-01", status: open, source: press}\n',
        EVENTS + '  # from a letter\n  - {event: observed, on: "2025-05-01", status: open, source: press}\n',
        EVENTS
        + '  # from a letter\n  - {event: observed, on: "2025-05-01", status: open, source: press}\n'
        + '  # from a paper\n  - {event: observed, on: "2026-05-01", status: open, source: press}\n',
    ),
    "keys that both have put in one place, in the order of the schema": (
        "",
        DEVIATION,
        WEEK,
        WEEK + DEVIATION,
    ),
    "an entry that one has removed and the other left alone": (
        EVENTS,
        EVENTS.replace('  - {event: observed, on: "2024-01-01", status: open, source: page}\n', ""),
        EVENTS.replace("source: page}\n", "source: page, basis: reported}\n", 1),
        'lifecycle:\n  - {event: opened, on: "2021-11-01", source: page, basis: reported}\n',
    ),
    "services of one agency: a set": (
        JOINING,
        JOINING.replace("[a]", "[a, b]"),
        JOINING.replace("[a]", "[c, a]"),
        JOINING.replace("[a]", "[c, a, b]"),
    ),
    "the same change on both sides": (
        WEEK,
        WEEK.replace('["10:00-16:00"]', "[]"),
        WEEK.replace('["10:00-16:00"]', "[]").replace("# As the page has it.", "# As the page has it now."),
        WEEK.replace('["10:00-16:00"]', "[]").replace("# As the page has it.", "# As the page has it now."),
    ),
    "a comment that only theirs has changed, and one that only ours has added": (
        WEEK + ADDRESS,
        WEEK + ADDRESS.replace("  - ", "  # by the entrance\n  - "),
        WEEK.replace("# As the page has it.", "# As the door has it.") + ADDRESS,
        WEEK.replace("# As the page has it.", "# As the door has it.")
        + ADDRESS.replace("  - ", "  # by the entrance\n  - "),
    ),
    "comments on one entry from both: ours, then what theirs adds": (
        ADDRESS,
        ADDRESS.replace("  - ", "  # ours\n  - "),
        ADDRESS.replace("  - ", "  # theirs\n  - "),
        ADDRESS.replace("  - ", "  # ours\n  # theirs\n  - "),
    ),
    "lists that are indented otherwise": (
        EVENTS,
        EVENTS.replace("  - ", "- ") + '- {event: observed, on: "2025-01-01", status: open}\n',
        EVENTS + '  - event: observed\n    on: "2026-01-01"\n    status: open\n',
        EVENTS.replace("  - ", "- ")
        + '- {event: observed, on: "2025-01-01", status: open}\n'
        + '- event: observed\n  on: "2026-01-01"\n  status: open\n',
    ),
    "an order of keys or entries that only one has changed": (
        ADDRESS + EVENTS,
        EVENTS + ADDRESS,
        ADDRESS + EVENTS.replace("opened", "inaugurated"),
        EVENTS.replace("opened", "inaugurated") + ADDRESS,
    ),
}


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), CLEAN.values(), ids=CLEAN)
def test_changes_to_different_things_merge(base: str, ours: str, theirs: str, expected: str) -> None:
    result = merged(office(base), office(ours), office(theirs))
    assert result.data.decode() == office(expected)
    assert result == Merged(result.data, 0, Way.VALUES)
