"""When the registry learned what, and where each value came from."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.diffing.biography import Tree, Version, life, look_up, values
from sscctl.reading.standing import Revision


def revision(number: int) -> Revision:
    return Revision(f"{number:040x}", datetime(2026, 1, number, tzinfo=UTC), "Anna", f"Change {number}")


def told(*trees: Tree | None) -> list[tuple[str, str, int, bool]]:
    """The life in shorthand: date, topic, the number of the revision, whether it was withdrawn."""
    versions = [Version(revision(number), tree) for number, tree in enumerate(trees, start=1)]
    return [
        (one.date, one.topic, int(one.revision.id, 16) if one.revision else 0, one.withdrawn) for one in life(versions)
    ]


OPENED = {"event": "opened", "on": "2019"}
CLOSED = {"event": "closed", "on": "2025-05-30"}


@pytest.mark.parametrize(
    ("trees", "expected"),
    [
        pytest.param([{"lifecycle": [OPENED]}], [("2019", "lifecycle", 1, False)], id="learned when the file came"),
        pytest.param(
            [{"lifecycle": [OPENED]}, {"lifecycle": [OPENED, CLOSED]}],
            [("2019", "lifecycle", 1, False), ("2025-05-30", "lifecycle", 2, False)],
            id="a second event is learned at the second revision",
        ),
        pytest.param(
            [{"lifecycle": [OPENED, CLOSED]}, {"lifecycle": [CLOSED, dict(reversed(OPENED.items()))]}],
            [("2019", "lifecycle", 1, False), ("2025-05-30", "lifecycle", 1, False)],
            id="another order is no news",
        ),
        pytest.param(
            [{"lifecycle": [OPENED]}, {"lifecycle": [{**OPENED, "on": "2018"}]}],
            [("2018", "lifecycle", 2, False), ("2019", "lifecycle", 1, False), ("2019", "lifecycle", 2, True)],
            id="a corrected date is one withdrawn and one learned",
        ),
        pytest.param(
            [{"remarks": [{"text": {"sv": "x"}}]}, None],
            [("", "remarks", 1, False), ("", "remarks", 2, True)],
            id="a file that is gone withdraws everything",
        ),
        pytest.param([None, {"name": "Torget"}], [], id="a name happens at no time"),
        pytest.param(
            [{"addresses": [{"valid_from": "../2023-10-02"}, {"valid_from": "2021"}]}],
            [("2021", "addresses", 1, False), ("../2023-10-02", "addresses", 1, False)],
            id="no later than a day sorts by that day",
        ),
    ],
)
def test_life_on_both_axes(trees: list[Tree | None], expected: list[tuple[str, str, int, bool]]) -> None:
    assert told(*trees) == expected


@given(st.permutations([OPENED, CLOSED, {"event": "moved", "on": "2020"}]))
def test_order_never_matters(events: list[Tree]) -> None:
    assert told({"lifecycle": [OPENED, CLOSED, {"event": "moved", "on": "2020"}]}, {"lifecycle": events}) == told(
        {"lifecycle": events}
    )


def test_each_value_with_its_grounds() -> None:
    first: Tree = {"addresses": [{"street": "Storgatan 1", "source": "a"}]}
    second: Tree = {"addresses": [{"street": "Storgatan 2", "source": ["b", "c"]}]}
    held = values(
        [Version(revision(1), first), Version(revision(2), first), Version(revision(3), second), Version(None, {})],
        ("addresses", 0, "street"),
    )
    assert [(one.value, one.revision and one.revision.subject, one.sources) for one in held] == [
        ("Storgatan 1", "Change 1", ("a",)),
        ("Storgatan 2", "Change 3", ("b", "c")),
        (None, None, ()),
    ]


def test_the_decision_that_stands_nearest() -> None:
    tree: Tree = {
        "lifecycle": [{"event": "closing_decided", "last_day": "2025-05-30", "decision": "d1", "source": "s"}]
    }
    (held,) = values([Version(revision(1), tree)], ("lifecycle", 0, "last_day"))
    assert (held.decision, held.sources) == ("d1", ("s",))


@pytest.mark.parametrize("pointer", [("a", 0), (0,), ("b", 5), ("b", "x"), ("a", "b", "c")])
def test_a_pointer_that_leads_nowhere(pointer: tuple[str | int, ...]) -> None:
    assert look_up({"a": "text", "b": [1]}, pointer) is None
