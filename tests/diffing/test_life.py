"""Lives are compared by what the office is on each day: what opens, closes, stays, and what was only noted."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.domain.change import ChangeKind
from tests.diffing.comparing import changed, event, of_office, open_office, told

OPEN = event("opened", "2021-11-01")
CLOSING = event("closing_decided", "2026-10-01", last_day="2027-06-30", decision="ssc-exempelbeslut-2021")

CASES = {
    "it closes after its last day": ([OPEN], [OPEN, CLOSING], ["closes 2027-07-01 status"]),
    "its closing is called off": ([OPEN, CLOSING], [OPEN], ["stays 2027-07-01 status"]),
    "its closing is brought forward": (
        [OPEN, CLOSING],
        [OPEN, {**CLOSING, "last_day": "2027-03-31"}],
        ["closes 2027-04-01..2027-06-30 status"],
    ),
    "its closing is put off": (
        [OPEN, CLOSING],
        [OPEN, {**CLOSING, "last_day": "2027-08-31"}],
        ["stays 2027-07-01..2027-08-31 status"],
    ),
    "it closed at some time in a month": (
        [OPEN],
        [OPEN, event("closed", "2026-12")],
        ["closes 2026-12 status"],
    ),
    "it closes for a time and opens again": (
        [OPEN],
        [OPEN, event("suspended", "2027-01-11"), event("reopened", "2027-02-01")],
        ["suspends 2027-01-11..2027-01-31 status"],
    ),
    "it opens again after all": (
        [OPEN, event("suspended", "2026-10-01")],
        [OPEN, event("suspended", "2026-10-01"), event("reopened", "2027-02-01")],
        ["reopens 2027-02-01 status"],
    ),
    "an office that is planned opens": (
        [event("planned", "2026-01-01")],
        [event("planned", "2026-01-01"), event("opened", "2027-01-01")],
        ["opens 2027-01-01 status"],
    ),
    "an office that is planned opens later than was said": (
        [event("planned", "2026-01-01"), event("opened", "2027-01-01")],
        [event("planned", "2026-01-01"), event("opened", "2027-03-01")],
        ["opening_postponed 2027-01-01..2027-02-28 status"],
    ),
    "an office that is planned does not come to be": (
        [event("planned", "2026-01-01")],
        [event("planned", "2026-01-01"), event("cancelled", "2026-12-01")],
        ["cancelled 2026-12-01 status"],
    ),
    "a closing is announced, and when is not known": (
        [OPEN],
        [OPEN, event("closing_announced", "2026-12-01")],
        ["closing_announced 2026-12-01 status"],
    ),
    "a closing is decided, and when is not known": (
        [OPEN],
        [OPEN, event("closing_decided", "2026-12-01")],
        ["closing_announced 2026-12-01 lifecycle"],
    ),
    "a closing that closes nothing but what was never known to be open": (
        [],
        [CLOSING],
        ["closes 2027-07-01 status"],
    ),
    "the opening that a plan names is another": (
        [event("planned", "2026-01-01", expected="2027")],
        [event("planned", "2026-01-01", expected="2028")],
        ["planned 2028 lifecycle", "-changed ? lifecycle"],
    ),
    "it was seen open, as was known": (
        [OPEN],
        [OPEN, event("observed", "2026-11-01", status="open")],
        ["-changed ? lifecycle"],
    ),
    "it was seen open, as was not known": (
        [],
        [event("observed", "2026-11-01", status="open")],
        ["-status 2026-11-01 status"],
    ),
    "a note on an event": (
        [OPEN, CLOSING],
        [OPEN, {**CLOSING, "note": {"sv": "En not.", "en": "A note."}}],
        ["-changed ? lifecycle"],
    ),
    "events in another order": ([OPEN, CLOSING], [CLOSING, OPEN], []),
    "a move of which no address is known": (
        [OPEN],
        [OPEN, event("moved", "2027-01-01")],
        ["moves 2027-01-01 lifecycle"],
    ),
}


@pytest.mark.parametrize(("before", "after", "changes"), CASES.values(), ids=CASES)
def test_a_life(before: list[object], after: list[object], changes: list[str]) -> None:
    assert told(of_office({"lifecycle": before}, {"lifecycle": after})) == changes


def test_a_closing_names_its_decision_its_last_day_and_what_goes_with_it() -> None:
    closing = {**CLOSING, "successors": ["exempelstad-torget"]}
    (change,) = of_office({"lifecycle": [OPEN]}, {"lifecycle": [OPEN, closing]})
    assert (change.before, change.after) == ("open", "closed")
    assert change.closing
    assert change.closing.last_day == date(2027, 6, 30)
    assert change.closing.decision == "ssc-exempelbeslut-2021"
    assert change.closing.successors == ("exempelstad-torget",)
    assert change.closing.minutes == 1800


@pytest.mark.parametrize("kind", ["closing_announced", "closing_decided"])
def test_an_announcement_is_of_the_past_and_yet_no_correction(kind: str) -> None:
    (change,) = of_office({"lifecycle": [OPEN]}, {"lifecycle": [OPEN, event(kind, "2026-11-01")]})
    assert (change.kind, change.correction) == (ChangeKind.CLOSING_ANNOUNCED, False)


def test_a_closing_that_is_reported_later_names_the_decision_that_came_before() -> None:
    decided = event("closing_decided", "2026-10-01", decision="ssc-exempelbeslut-2021")
    after = [OPEN, decided, event("closed", "2026-12-24")]
    (change,) = of_office({"lifecycle": [OPEN]}, {"lifecycle": after})
    assert told([change]) == ["closes 2026-12-24 status"]
    assert change.closing
    assert change.closing.decision == "ssc-exempelbeslut-2021"


NEW = {
    "opens": ([event("opened", "2027-01-01")], ["opens 2027-01-01 office"]),
    "was opened long ago": ([event("opened", "2020-01-01")], ["opens 2020-01-01 office"]),
    "is planned": ([event("planned", "2026-01-01", expected="2028")], ["planned 2028 office"]),
    "is of the past": ([event("closed", "2012")], ["-added ? office"]),
    "is there, since nobody knows when": ([], ["added ? office"]),
}


@pytest.mark.parametrize(("life", "changes"), NEW.values(), ids=NEW)
def test_an_office_that_is_new_in_the_registry_is_one_change(life: list[object], changes: list[str]) -> None:
    new = open_office("1880", "Örebro", lifecycle=life, opening_hours=[{"weekly": {"mon": []}, "source": "page"}])
    assert told(changed({}, {"offices/orebro.yaml": new})) == changes


def test_an_office_that_is_gone_from_the_registry_vanishes() -> None:
    old = open_office("1880", "Örebro")
    assert told(changed({"offices/orebro.yaml": old}, {})) == ["vanishes ? office"]


def test_a_record_of_a_closed_office_that_is_gone_is_noticed_by_nobody() -> None:
    old = open_office("1880", "Örebro", lifecycle=[event("closed", "2012")])
    assert told(changed({"offices/orebro.yaml": old}, {})) == ["-removed ? office"]
