"""What takes effect soon, told once, on the first day that is different."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from sscctl.domain.agreement import Agreement
from sscctl.domain.registry import Context, Registry
from sscctl.querying.upcoming import upcoming
from sscctl.reading.decode import decode
from sscctl.reading.kinds import Kind
from tests.builders import deviation, laid_over, office, week

TODAY = date(2026, 1, 1)
OPENED = {"event": "opened", "on": "2021-11-01"}
CLOSING = {"event": "closing_decided", "on": "2025-12-01", "last_day": "2026-02-27"}


def agreement(**replacing: object) -> Agreement:
    tree = laid_over({"agreements/takeover-2019.yaml": replacing})["agreements/takeover-2019.yaml"]
    found, faults = decode(Kind.AGREEMENT, tree)
    assert isinstance(found, Agreement)
    assert not faults
    return found


def told(facts: Mapping[str, object], agreements: Sequence[Agreement] = ()) -> list[str]:
    """What comes in 90 days, in shorthand: the day, the kind, what it is about."""
    one = office(**{"opening_hours": [], "addresses": [], "lifecycle": [OPENED], **facts})
    registry = Registry({one.id: one}, Context(agreements={found.id: found for found in agreements}))
    return [f"{one.day} {one.kind} {one.subject}".rstrip() for one in upcoming(registry, TODAY, 90)]


LIVES: Mapping[str, tuple[Sequence[Mapping[str, object]], list[str]]] = {
    "an office that is there and stays": ([OPENED], []),
    "it closes the day after its last day": ([OPENED, CLOSING], ["2026-02-28 closing"]),
    "a decision and its report are one closing": (
        [OPENED, CLOSING, {"event": "closed", "on": "2026-02-28"}],
        ["2026-02-28 closing"],
    ),
    "a closing after the window": ([OPENED, {**CLOSING, "last_day": "2026-12-31"}], []),
    "a day that is over": ([OPENED, {**CLOSING, "last_day": "2025-12-31"}], []),
    "one that opens": ([{"event": "opened", "on": "2026-02-01"}], ["2026-02-01 opening"]),
    "an inauguration of what opened is no opening": (
        [{"event": "opened", "on": "2026-02-01"}, {"event": "inaugurated", "on": "2026-02-03"}],
        ["2026-02-01 opening"],
    ),
    "a plan": ([{"event": "planned", "on": "2025-05-01", "expected": "2026-03"}], ["2026-03-01 opening"]),
    "a plan for some time of this year": (
        [{"event": "planned", "on": "2025-05-01", "expected": "2026"}],
        ["2026-01-02 opening"],
    ),
    "a later plan takes the place of an earlier": (
        [
            {"event": "planned", "on": "2025-05-01", "expected": "2026-02"},
            {"event": "planned", "on": "2025-10-01", "expected": "2027"},
        ],
        [],
    ),
    "a plan that came true is over": ([{"event": "planned", "on": "2021", "expected": "2026-03"}, OPENED], []),
    "a plan that was cancelled": (
        [{"event": "planned", "on": "2025-05-01", "expected": "2026-03"}, {"event": "cancelled", "on": "2025-11-01"}],
        [],
    ),
    "closed for a time, and open again": (
        [OPENED, {"event": "suspended", "on": "2026-02-01"}, {"event": "reopened", "on": "2026-03-01"}],
        ["2026-02-01 suspension", "2026-03-01 reopening"],
    ),
    "what a source will have seen is no event": (
        [{"event": "observed", "on": "2026-02-01", "status": "open"}],
        [],
    ),
    "opened by a day: nobody knows when": ([{"event": "opened", "on": "../2026-02-01"}], []),
}


@pytest.mark.parametrize(("life", "expected"), LIVES.values(), ids=LIVES)
def test_of_a_life(life: Sequence[Mapping[str, object]], expected: list[str]) -> None:
    assert told({"lifecycle": life}) == expected


NOW = {"valid_through": "2026-01-31", "weekly": week("10:00-16:00")}
HOURS: Mapping[str, tuple[dict[str, object], list[str]]] = {
    "new hours": (
        {"opening_hours": [NOW, {"valid_from": "2026-02-01", "weekly": week("10:00-15:00")}]},
        ["2026-02-01 hours"],
    ),
    "the same hours again are no news": (
        {"opening_hours": [NOW, {"valid_from": "2026-02-01", "weekly": week("10:00-16:00")}]},
        [],
    ),
    "odd and even weeks are one event": (
        {
            "opening_hours": [
                NOW,
                {"valid_from": "2026-02-01", "weeks": "odd", "weekly": week("10:00-15:00")},
                {"valid_from": "2026-02-01", "weeks": "even", "weekly": week("closed")},
            ]
        },
        ["2026-02-01 hours"],
    ),
    "hours that end": ({"opening_hours": [NOW]}, ["2026-02-01 hours_end"]),
    "hours that a source merely saw": (
        {"opening_hours": [{"valid_from": "../2026-02-01", "weekly": week("10:00-16:00")}]},
        [],
    ),
    "hours of an unknown time": (
        {"opening_hours": [{"valid_from": "2026-02-01", "undated": True, "weekly": week("10:00-16:00")}]},
        [],
    ),
    "a day with other hours": ({"deviations": [deviation("2026-02-02", "closed")]}, ["2026-02-02 deviation"]),
    "several days are one event": (
        {"deviations": [deviation("2026-02-02..2026-02-06", "closed")]},
        ["2026-02-02 deviation"],
    ),
    "a deviation that began": ({"deviations": [deviation("2025-12-29..2026-02-06", "closed")]}, []),
    "a deviation of an office that has closed": (
        {"lifecycle": [OPENED, CLOSING], "deviations": [deviation("2026-03-02", "closed")]},
        ["2026-02-28 closing"],
    ),
    "the hours an office opens with": (
        {
            "lifecycle": [{"event": "opened", "on": "2026-02-01"}],
            "opening_hours": [{"valid_from": "2026-02-01", "weekly": week("10:00-15:00")}],
        },
        ["2026-02-01 opening"],
    ),
    "holidays come every year": ({"opening_hours": [{"weekly": week("10:00-16:00")}]}, []),
    "a move": (
        {
            "addresses": [
                {"valid_through": "2026-01-31", "street": "Storgatan 1"},
                {"valid_from": "2026-02-01", "street": "Storgatan 2"},
            ],
            "lifecycle": [OPENED, {"event": "moved", "on": "2026-02-01"}],
        },
        ["2026-02-01 move"],
    ),
    "a move to nobody knows where": (
        {"lifecycle": [OPENED, {"event": "moved", "on": "2026-02"}]},
        ["2026-02-01 move"],
    ),
    "the first address is no move": ({"addresses": [{"valid_from": "2026-02-01", "street": "Storgatan 1"}]}, []),
    "a roof to share, and no longer": (
        {
            "co_locations": [
                {"party": "trafikverket", "status": "agreed", "valid_from": "2026-02-01"},
                {"other": "Biblioteket", "status": "active", "valid_through": "2026-02-28"},
                {"other": "Kiosken", "status": "declined", "valid_from": "2026-02-01"},
            ]
        },
        ["2026-02-01 co_location_begins trafikverket", "2026-03-01 co_location_ends Biblioteket"],
    ),
}


@pytest.mark.parametrize(("facts", "expected"), HOURS.values(), ids=HOURS)
def test_of_hours_and_places(facts: dict[str, object], expected: list[str]) -> None:
    assert told(facts) == expected


PILOT = {"id": "pilot", "scope": "list", "offices": ["exempelstad-torget"], "principals": ["migrationsverket"]}


def part(**more: str) -> list[dict[str, str]]:
    return [{"agency": "migrationsverket", **more}]


AGREED: Mapping[str, tuple[list[dict[str, object]], list[dict[str, str]], list[str]]] = {
    "an agency joins": ([], part(valid_from="2026-02-01"), ["2026-02-01 participation_begins migrationsverket"]),
    "one that a source saw": ([], part(valid_from="../2026-02-01"), []),
    "an agency leaves": ([], part(valid_through="2026-02-28"), ["2026-03-01 participation_ends migrationsverket"]),
    "an agency goes on under another agreement": (
        [],
        part(valid_through="2026-02-28") + part(valid_from="2026-03-01"),
        [],
    ),
    "an agreement on all offices joins all at once": (
        [{"id": "all", "valid_from": "2026-02-01"}],
        [],
        ["2026-02-01 agreement_begins all"],
    ),
    "and says so once, though the office names it": (
        [{"id": "all", "valid_from": "2026-02-01", "principals": ["migrationsverket"]}],
        part(valid_from="2026-02-01", agreement="all"),
        ["2026-02-01 agreement_begins all"],
    ),
    "an agreement ends, and the office's part with it": (
        [{**PILOT, "valid_through": "2026-02-28"}],
        part(valid_through="2026-02-28", agreement="pilot"),
        ["2026-03-01 agreement_ends pilot", "2026-03-01 participation_ends migrationsverket"],
    ),
    "an agreement that is ended before its time": (
        [{**PILOT, "valid_through": "2027-02-28", "ended": {"on": "2026-02-28"}}],
        [],
        ["2026-03-01 agreement_ends pilot"],
    ),
}


@pytest.mark.parametrize(("agreements", "parts", "expected"), AGREED.values(), ids=AGREED)
def test_of_agreements(agreements: list[dict[str, object]], parts: list[dict[str, str]], expected: list[str]) -> None:
    made = [agreement(**one) for one in agreements]
    assert told({"participations": parts}, made) == expected


def test_a_part_that_ends_as_the_office_closes_is_not_told_twice() -> None:
    facts = {"lifecycle": [OPENED, CLOSING], "participations": part(valid_through="2026-02-27")}
    assert told(facts) == ["2026-02-28 closing"]


@pytest.mark.parametrize(
    ("replaced_by", "joining"),
    [
        pytest.param("migrationsverket", ["migrationsverket"], id="an agency that is new"),
        pytest.param("skatteverket", [], id="one that takes part by the agreement before"),
    ],
)
def test_who_joins_with_an_agreement(replaced_by: str, joining: list[str]) -> None:
    old = agreement(id="old", principals=["skatteverket"], valid_through="2026-01-31")
    new = agreement(id="new", principals=[replaced_by], valid_from="2026-02-01")
    registry = Registry({}, Context(agreements={"old": old, "new": new}))
    (begins,) = [one for one in upcoming(registry, TODAY, 90) if one.kind == "agreement_begins"]
    assert list(begins.agencies) == joining


def test_the_calendar_ends_and_nothing_breaks() -> None:
    assert upcoming(Registry({}, Context()), date.max, 10**9) == []
