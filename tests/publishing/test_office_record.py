"""An office as it is published: what is known, on the day of the edition, and nothing that is not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import deviation, office, week
from tests.publishing.editions import Tree, edition, of_offices, record, record_of


def event(kind: str, on: str, **more: object) -> Tree:
    return {"event": kind, "on": on, "source": "page", **more}


OPENED = event("opened", "2021-11-01")


def day(tree: Tree, *path: str) -> object:
    """The text of a date at a path; `None` where a field is missing on the way."""
    found: object = tree
    for key in (*path, "value"):
        found = found.get(key) if isinstance(found, dict) else None
    return found


class TestStatus:
    def test_it_is_that_of_the_day_of_the_edition(self) -> None:
        life = [OPENED, event("closing_decided", "2026-01-01", last_day="2026-06-30")]
        for on, status in ((date(2026, 6, 30), "open"), (date(2026, 7, 1), "closed")):
            assert record(on, lifecycle=life)["status"] == status

    def test_a_closed_office_stays_with_dates_and_successor(self) -> None:
        life = [OPENED, event("closing_decided", "2026-01-01", last_day="2026-06-30", successors=["exempelstad-norra"])]
        validity = record(lifecycle=life)["validity"]
        assert day(validity, "openedOn") == "2021-11-01"
        assert day(validity, "closedOn") == "2026-07-01"
        assert validity["lastDay"] == "2026-06-30"
        assert validity["successors"] == ["exempelstad-norra"]

    def test_a_closed_office_has_no_hours_and_nobody_takes_part(self) -> None:
        closed = record(lifecycle=[OPENED, event("closed", "2026-07-01")])
        assert "hours" not in closed
        assert closed["agencies"] == []

    @pytest.mark.parametrize(
        ("life", "closed_on", "last_day"),
        [
            pytest.param([event("closed", "2026-07")], "2026-07", None, id="a month is all that is known"),
            pytest.param(
                [event("closing_decided", "2026-01", last_day="2026-06-30"), event("closed", "2026-07-20")],
                "2026-07-01",
                "2026-06-30",
                id="the decision's last day goes before a later report",
            ),
            pytest.param(
                [event("observed", "2026-08-01", status="closed")], "../2026-08-01", None, id="merely seen closed"
            ),
            pytest.param(
                [event("observed", "2026-03-01", status="closed"), event("closed", "2026-01-15")],
                "2026-01-15",
                None,
                id="seen closed, and told when",
            ),
        ],
    )
    def test_since_when_it_is_closed(self, life: list[Tree], closed_on: str, last_day: str | None) -> None:
        validity = record(lifecycle=[OPENED, *life])["validity"]
        assert day(validity, "closedOn") == closed_on
        assert validity.get("lastDay") == last_day

    def test_it_reopened_so_no_end_is_told(self) -> None:
        life = [OPENED, event("closed", "2024-01-01"), event("reopened", "2025-01-01")]
        assert "closedOn" not in record(lifecycle=life)["validity"]

    def test_a_day_on_which_it_was_seen_open_is_no_opening(self) -> None:
        assert "validity" not in record(lifecycle=[event("observed", "2024-01-01", status="open")])


class TestHours:
    def test_closed_is_an_empty_list_and_unknown_is_missing(self) -> None:
        weekly = {"mon": ["10:00-12:00", "13:00-16:00"], "tue": []}
        (regular,) = record(opening_hours=[{"valid_from": "2023", "weekly": weekly}])["hours"]["regular"]
        spans = [{"opens": "10:00", "closes": "12:00"}, {"opens": "13:00", "closes": "16:00"}]
        assert regular["weekly"] == {"mon": spans, "tue": []}
        assert "weeklyMinutes" not in regular

    def test_what_is_over_is_left_out_and_what_comes_is_there(self) -> None:
        hours = [
            {"valid_from": "2021-11-01", "valid_through": "2026-11-21", "weekly": week("09:00-15:00")},
            {"valid_from": "2026-11-22", "valid_through": "2026-12-31", "weekly": week("10:00-16:00")},
            {"valid_from": "2027-01-01", "weekly": week("11:00-15:00")},
        ]
        deviations = [deviation("2026-11-21", "closed"), deviation("2026-12-23", "closed")]
        published = record(opening_hours=hours, deviations=deviations)["hours"]
        assert [day(schedule, "validFrom") for schedule in published["regular"]] == ["2026-11-22", "2027-01-01"]
        assert [(one["firstDay"], one["lastDay"], one["hours"]) for one in published["special"]] == [
            ("2026-12-23", "2026-12-23", [])
        ]
        assert published["weeklyMinutes"] == 5 * 6 * 60

    def test_the_day_is_never_told_to_be_known_better_than_the_source_does(self) -> None:
        (regular,) = record(opening_hours=[{"valid_from": "../2023-10-02", "weekly": week("10:00-16:00")}])["hours"][
            "regular"
        ]
        assert regular["validFrom"] == {
            "value": "../2023-10-02",
            "precision": "no_later_than",
            "latest": "2023-10-02",
        }

    def test_undated_hours_say_so_and_give_no_minutes_of_the_day(self) -> None:
        hours = record(opening_hours=[{"undated": True, "weekly": week("10:00-16:00")}])["hours"]
        assert hours["regular"][0]["undated"] is True
        assert "weeklyMinutes" not in hours

    def test_the_networks_closed_days_and_half_days_stand_beside_them(self) -> None:
        policies = {
            "closed_days": ["public_holidays", "christmas_eve"],
            "half_days": {"day_before_public_holiday": "13:00"},
            "guard": {"offices_percent": 5, "county_offices_percent": 25, "weekly_hours_percent": 10},
        }
        hours = record_of(office(), edition({"registry.yaml": {"policies": policies}}))["hours"]
        assert hours["closedDays"] == ["public_holidays", "christmas_eve"]
        assert hours["halfDays"] == [{"day": "day_before_public_holiday", "closes": "13:00"}]

    @pytest.mark.parametrize(
        ("schedule", "osm"),
        [
            pytest.param(
                {"weekly": week(*["10:00-16:00"] * 5, "closed", "closed")},
                "Mo-Fr 10:00-16:00; Sa-Su off; PH off",
                id="the usual week",
            ),
            pytest.param(
                {
                    "weekly": week(
                        "10:00-12:00, 13:00-16:00", "closed", "10:00-16:00", "closed", "10:00-24:00", "closed", "closed"
                    )
                },
                "Mo 10:00-12:00,13:00-16:00; Tu off; We 10:00-16:00; Th off; Fr 10:00-24:00; Sa-Su off; PH off",
                id="each day another",
            ),
            pytest.param({"weekly": week("10:00-16:00")}, None, id="the weekend is unknown"),
            pytest.param(
                {"weekly": week(*["10:00-16:00"] * 5, "closed", "closed"), "weeks": "odd"}, None, id="not every week"
            ),
        ],
    )
    def test_openstreetmap_gets_a_text_only_where_the_whole_week_is_known(
        self, schedule: Tree, osm: str | None
    ) -> None:
        (regular,) = record(opening_hours=[{"valid_from": "2023", **schedule}])["hours"]["regular"]
        assert regular.get("osm") == osm


class TestAgencies:
    def test_those_under_an_agreement_on_all_offices_take_part_from_the_day_the_office_opened(self) -> None:
        agencies = {agency["id"]: agency for agency in record()["agencies"]}
        assert set(agencies) == {"arbetsformedlingen", "forsakringskassan", "pensionsmyndigheten", "skatteverket"}
        assert day(agencies["skatteverket"], "validFrom") == "2021-11-01"
        assert agencies["skatteverket"]["agreement"] == "takeover-2019"

    def test_from_no_day_where_nobody_knows_when_the_office_opened(self) -> None:
        agencies = record(lifecycle=[event("observed", "2024-01-01", status="open")])["agencies"]
        assert [agency for agency in agencies if "validFrom" in agency] == []

    def test_an_entry_of_its_own_keeps_its_precision(self) -> None:
        part = {"agency": "migrationsverket", "valid_from": "2023", "level": "guidance", "source": "page"}
        agencies = {agency["id"]: agency for agency in record(participations=[part])["agencies"]}
        assert day(agencies["migrationsverket"], "validFrom") == "2023"
        assert agencies["migrationsverket"]["level"] == "guidance"

    def test_they_are_unknown_where_the_status_is(self) -> None:
        unknown = record(lifecycle=[])
        assert unknown["status"] == "unknown"
        assert "agencies" not in unknown


class TestPlace:
    def test_position_has_six_decimals_at_most(self) -> None:
        position = {"latitude": 59.34215678, "longitude": 18.0, "precision": "entrance"}
        published = record(addresses=[{"street": "Exempelgatan 1", "position": position}])
        assert published["position"] == {"latitude": 59.342157, "longitude": 18.0, "precision": "entrance"}

    @pytest.mark.parametrize(
        ("latitude", "longitude"),
        [
            pytest.param(18.05, 59.34, id="latitude and longitude swapped"),
            pytest.param(0.0, 0.0, id="nowhere"),
            pytest.param(-59.34, 18.05, id="a minus"),
        ],
    )
    def test_a_point_outside_sweden_is_left_out(self, latitude: float, longitude: float) -> None:
        position = {"latitude": latitude, "longitude": longitude, "precision": "entrance"}
        published = record(addresses=[{"street": "Exempelgatan 1", "position": position}])
        assert "position" not in published
        assert "position" not in published["address"]["visiting"]

    def test_former_and_coming_addresses_stand_beside_the_one_that_holds(self) -> None:
        addresses = [
            {"valid_from": "2021-11-01", "valid_through": "2024-05-31", "street": "Gamla gatan 1"},
            {"valid_from": "2024-06-01", "valid_through": "2027-01-31", "street": "Exempelgatan 1"},
            {"valid_from": "2027-02-01", "street": "Nya gatan 1"},
        ]
        address = record(addresses=addresses)["address"]
        assert address["visiting"]["streetAddress"] == "Exempelgatan 1"
        assert [other["streetAddress"] for other in address["others"]] == ["Gamla gatan 1", "Nya gatan 1"]

    def test_a_municipality_that_nobody_knows_has_a_code_and_no_name(self) -> None:
        assert record_of(office(municipality="9999"), edition())["municipality"] == {"code": "9999"}


def test_the_address_of_the_record_is_told_only_where_it_is_known() -> None:
    assert "uri" not in record()
    known = record_of(office(), of_offices(office(), base_url="https://exempel.se/data"))
    assert known["uri"] == "https://exempel.se/data/v1/offices/exempelstad-torget.json"


def test_verified_is_the_newest_day_of_a_source() -> None:
    sources = {"page": {"url": "https://exempel.se", "date": "2025"}, "other": {"document": "x", "date": "2024-12-31"}}
    assert record(sources=sources)["provenance"]["verified"] == "2025-01-01"


def test_decisions_are_told_by_name_and_not_only_by_id() -> None:
    life = [
        event("opened", "2021-11-01", decision="ssc-exempelbeslut-2021"),
        event("moved", "2023", decision="unknown"),
    ]
    decisions = record(lifecycle=life)["provenance"]["decisions"]
    assert [decision["id"] for decision in decisions] == ["ssc-exempelbeslut-2021", "unknown"]
    assert decisions[0]["reference"] == "EX 2021-00001"
    assert decisions[1] == {"id": "unknown"}
