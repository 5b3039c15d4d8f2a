"""What will change: certain changes and planned ones, each with a sentence."""

from __future__ import annotations

import pytest

from tests.builders import office, week
from tests.publishing.editions import Tree, edition, record, record_of

OPENED = {"event": "opened", "on": "2021-11-01", "source": "page"}


def changes(**replacing: object) -> list[tuple[str, str, str]]:
    """From when, what, and the Swedish sentence."""
    found = record_of(office(**replacing), edition())["upcoming"]
    return [(one["effectiveFrom"]["value"], one["change"], one["summary"]["sv"]) for one in found]


def event(kind: str, on: str, **more: object) -> Tree:
    return {"event": kind, "on": on, "source": "page", **more}


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        pytest.param([OPENED], [], id="nothing is known to come"),
        pytest.param(
            [OPENED, event("closing_decided", "2026-10-01", last_day="2027-05-31", successors=["norra"])],
            [("2027-06-01", "status", "Kontoret läggs ned; sista dagen för besök är 2027-05-31.")],
            id="a closing with a last day",
        ),
        pytest.param(
            [OPENED, event("closing_announced", "2026-10-01", expected="2027")],
            [("2027", "status", "Kontoret planeras läggas ned 2027.")],
            id="a closing some time next year",
        ),
        pytest.param(
            [OPENED, event("closing_announced", "2026-10", expected="2027"), event("closed", "2027-03-01")],
            [("2027-03-01", "status", "Kontoret är nedlagt från 2027-03-01.")],
            id="a closing that was announced and is now certain is told once",
        ),
        pytest.param(
            [event("planned", "2025-01-01", expected="2027-01/2027-03")],
            [("2027-01/2027-03", "status", "Kontoret planeras öppna någon dag 2027-01-01–2027-03-31.")],
            id="an opening in a span of months",
        ),
        pytest.param(
            [event("planned", "2020-01-01", expected="2022")], [], id="an opening that should have come long ago"
        ),
        pytest.param(
            [event("planned", "2020-01-01", expected="2027"), event("opened", "2026-10-01")],
            [],
            id="an opening that has come",
        ),
        pytest.param(
            [event("planned", "2020-01-01", expected="2027"), event("cancelled", "2026-01-01")],
            [],
            id="an opening that was called off",
        ),
        pytest.param(
            [OPENED, event("suspended", "2026-12-01"), event("reopened", "2027-02-01")],
            [
                ("2026-12-01", "status", "Kontoret är tillfälligt stängt från 2026-12-01."),
                ("2027-02-01", "status", "Kontoret öppnar igen 2027-02-01."),
            ],
            id="closed for a time, then open again",
        ),
        pytest.param(
            [OPENED, event("closed", "2026-01-01"), event("reopening_announced", "2026-10-01", expected="2027-05")],
            [("2027-05", "status", "Kontoret planeras öppna 2027-05.")],
            id="a closed office is to open again",
        ),
    ],
)
def test_the_status(life: list[Tree], expected: list[tuple[str, str, str]]) -> None:
    assert changes(lifecycle=life) == expected


def test_hours_addresses_agencies_and_neighbours_in_order_of_time() -> None:
    found = changes(
        opening_hours=[
            {"valid_from": "2021-11-01", "valid_through": "2027-01-31", "weekly": week("10:00-16:00")},
            {"valid_from": "2027-02-01", "weekly": week("10:00-15:00")},
        ],
        addresses=[
            {"valid_from": "2021-11-01", "valid_through": "2027-03-31", "street": "A 1"},
            {"valid_from": "2027-04", "street": "B 2"},
        ],
        participations=[{"agency": "migrationsverket", "valid_from": "2027-01-01", "valid_through": "2027-12-31"}],
        co_locations=[
            {"party": "trafikverket", "status": "agreed", "valid_from": "2027-03-01"},
            {"other": "Ett bibliotek", "status": "proposed", "valid_from": "2027-03-01"},
        ],
    )
    assert found == [
        ("2027-01-01", "agency_joins", "Migrationsverket ger service här från 2027-01-01."),
        ("2027-02-01", "hours", "Nya öppettider från 2027-02-01."),
        ("2027-03-01", "co_location", "Trafikverket delar lokal med kontoret från 2027-03-01."),
        ("2027-04", "address", "Ny besöksadress från 2027-04."),
        ("2028-01-01", "agency_leaves", "Migrationsverket ger inte längre service här från 2028-01-01."),
    ]


def test_an_agency_that_goes_on_under_another_agreement_neither_leaves_nor_joins() -> None:
    parts = [
        {"agency": "migrationsverket", "valid_from": "2025-01-01", "valid_through": "2026-12-31"},
        {"agency": "migrationsverket", "valid_from": "2027-01-01"},
    ]
    assert changes(participations=parts) == []


def test_what_will_change_at_an_office_that_is_closed_does_not_matter() -> None:
    hours = [{"valid_from": "2027-02-01", "weekly": week("10:00-15:00")}]
    assert changes(lifecycle=[OPENED, event("closed", "2026-01-01")], opening_hours=hours) == []


def test_what_is_planned_says_so() -> None:
    life = [OPENED, event("closing_announced", "2026-10-01", expected="2027")]
    (change,) = record(lifecycle=life)["upcoming"]
    assert change["planned"] is True
    assert change["summary"]["en"] == "The office is planned to close 2027."
