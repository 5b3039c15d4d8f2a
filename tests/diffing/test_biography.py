"""When the registry learned what, and where each value came from."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.diffing.biography import Found, Held, Moment, Tree, life, look_up, values
from sscctl.domain.finding import Pointer
from sscctl.reading.standing import Revision
from sscctl.reading.versions import Document, Version


def revision(number: int) -> Revision:
    return Revision(f"{number:040x}", datetime(2026, 1, number, tzinfo=UTC), "Anna", f"Change {number}")


def versions(*trees: Tree | None) -> list[Version]:
    return [Version(revision(number), cast("Document | None", tree)) for number, tree in enumerate(trees, start=1)]


def number(moment: Moment | None) -> int | None:
    return int(moment.revision.id, 16) if moment and moment.revision else None


def told(*trees: Tree | None) -> list[tuple[str, str, int | None, int | None]]:
    """The life in shorthand: date, topic, the numbers of the revisions that learned it and withdrew it."""
    return [(one.date, one.topic, number(one.learned), number(one.withdrawn)) for one in life(versions(*trees))]


def held(pointer: Pointer, *trees: Tree | None) -> list[Held]:
    return values(versions(*trees), lambda tree: Found(look_up(tree, pointer), (pointer,)))


OPENED = {"event": "opened", "on": "2019"}
CLOSED = {"event": "closed", "on": "2025-05-30"}


@pytest.mark.parametrize(
    ("trees", "expected"),
    [
        pytest.param([{"lifecycle": [OPENED]}], [("2019", "lifecycle", 1, None)], id="learned when the file came"),
        pytest.param(
            [{"lifecycle": [OPENED]}, {"lifecycle": [OPENED, CLOSED]}],
            [("2019", "lifecycle", 1, None), ("2025-05-30", "lifecycle", 2, None)],
            id="a second event is learned at the second revision",
        ),
        pytest.param(
            [{"lifecycle": [OPENED, CLOSED]}, {"lifecycle": [CLOSED, dict(reversed(OPENED.items()))]}],
            [("2019", "lifecycle", 1, None), ("2025-05-30", "lifecycle", 1, None)],
            id="another order is no news",
        ),
        pytest.param(
            [{"lifecycle": [OPENED]}, {"lifecycle": [{**OPENED, "on": "2018"}]}],
            [("2018", "lifecycle", 2, None), ("2019", "lifecycle", 1, 2)],
            id="a corrected date is one withdrawn and one learned",
        ),
        pytest.param(
            [{"remarks": [{"text": {"sv": "x"}}]}, None],
            [("", "remarks", 1, 2)],
            id="a file that is gone withdraws everything",
        ),
        pytest.param(
            [{"lifecycle": [OPENED]}, {"lifecycle": []}, {"lifecycle": [OPENED]}],
            [("2019", "lifecycle", 1, 2), ("2019", "lifecycle", 3, None)],
            id="what was withdrawn can be learned again",
        ),
        pytest.param(
            [{"lifecycle": [OPENED]}, {"lifecycle": [{**OPENED, "source": "b"}]}],
            [("2019", "lifecycle", 1, None)],
            id="another source is no news of the office",
        ),
        pytest.param([None, {"name": "Torget"}], [], id="a name happens at no time"),
        pytest.param(
            [{"addresses": [{"valid_from": "../2023-10-02"}, {"valid_from": "2021"}]}],
            [("2021", "addresses", 1, None), ("../2023-10-02", "addresses", 1, None)],
            id="no later than a day sorts by that day",
        ),
    ],
)
def test_life_on_both_axes(trees: list[Tree | None], expected: list[tuple[str, str, int | None, int | None]]) -> None:
    assert told(*trees) == expected


@given(st.permutations([OPENED, CLOSED, {"event": "moved", "on": "2020"}]))
def test_order_never_matters(events: list[Tree]) -> None:
    assert told({"lifecycle": [OPENED, CLOSED, {"event": "moved", "on": "2020"}]}, {"lifecycle": events}) == told(
        {"lifecycle": events}
    )


def test_each_value_with_its_grounds() -> None:
    first: Tree = {"addresses": [{"street": "Storgatan 1", "source": "a"}], "sources": {"a": {"url": "https://a"}}}
    second: Tree = {"addresses": [{"street": "Storgatan 2", "source": ["b", "c"]}]}
    found = held(("addresses", 0, "street"), first, first, second, {})
    assert [(one.found.value, number(one.since), [cited.id for cited in one.grounds.sources]) for one in found] == [
        ("Storgatan 1", 1, ["a"]),
        ("Storgatan 2", 3, ["b", "c"]),
        (None, 4, []),
    ]
    assert found[0].grounds.sources[0].about == {"url": "https://a"}


def test_new_grounds_for_an_old_value() -> None:
    trees: list[Tree] = [{"addresses": [{"street": "Storgatan 1", "source": source}]} for source in ("a", "b", "b")]
    (one,) = held(("addresses", 0, "street"), *trees)
    assert (number(one.since), number(one.regrounded), one.grounds.sources[0].id) == (1, 2, "b")


def test_the_grounds_that_stand_nearest() -> None:
    tree: Tree = {
        "lifecycle": [{"event": "closing_decided", "last_day": "2025-05-30", "decision": "d1", "source": "s"}],
        "participations": [{"agency": "x", "agreement": "a1", "source": "t"}, {"agency": "y", "source": "u"}],
    }
    (one,) = held(("lifecycle", 0, "last_day"), tree)
    assert (one.grounds.decision, [cited.id for cited in one.grounds.sources]) == ("d1", ["s"])
    (one,) = held(("participations", 0), tree)
    assert (one.grounds.agreement, [cited.id for cited in one.grounds.sources]) == ("a1", ["t"])
    (one,) = held(("participations",), tree)
    assert [cited.id for cited in one.grounds.sources] == ["t", "u"]


@pytest.mark.parametrize("pointer", [("a", 0), (0,), ("b", 5), ("b", "x"), ("a", "b", "c")])
def test_a_pointer_that_leads_nowhere(pointer: tuple[str | int, ...]) -> None:
    assert look_up({"a": "text", "b": [1]}, pointer) is None
