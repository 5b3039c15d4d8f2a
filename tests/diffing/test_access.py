"""How far residents have to their nearest office, before and after."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.diffing.access import effect
from sscctl.diffing.nearest import Site, SiteIndex
from sscctl.domain.distance import metres_between
from sscctl.domain.place import Municipality, Point
from tests.base_registry import OFFICE_PATH
from tests.diffing.comparing import event, open_office, reached

DAY = date(2027, 1, 1)
NORTH = Municipality("0001", "Norr", "Norrstad", Point(60.0, 15.0), 10_000, 2019)
SOUTH = Municipality("0002", "Söder", "Söderstad", Point(59.0, 15.0), 40_000, 2019)


def site(office: str, point: Point, *, exact: bool = True) -> Site:
    return Site(office, "0001", point, exact)


points = st.builds(Point, st.floats(55.0, 69.5), st.floats(10.5, 24.5))


@given(st.lists(points, max_size=12), points)
def test_the_nearest_site_is_the_one_that_measuring_every_way_finds(sites: list[Point], place: Point) -> None:
    index = SiteIndex(site(str(number), point) for number, point in enumerate(sites))
    found = index.nearest(place)
    ways = [metres_between(place, point) for point in sites]
    if found is None:
        assert not sites
        return
    assert found.metres == min(ways)
    assert found.offices == {str(number) for number, way in enumerate(ways) if way <= found.metres + 1}


class TestEffect:
    def test_it_counts_the_residents_of_municipalities_whose_nearest_office_goes(self) -> None:
        both, one = [site("n", NORTH.seat), site("s", SOUTH.seat)], [site("s", SOUTH.seat)]
        found = effect(DAY, SiteIndex(both), SiteIndex(one), [NORTH, SOUTH])
        assert [reach.municipality.name for reach in found.reaches] == ["Norr"]
        assert (found.residents, found.farther, found.nearer, found.years) == (10_000, 10_000, 0, (2019,))
        assert found.worst
        assert (found.worst.kilometres_before, found.worst.kilometres_after) == (0, 111)

    def test_of_two_offices_at_one_seat_the_second_changes_nothing(self) -> None:
        both = [site("a", NORTH.seat, exact=False), site("b", NORTH.seat, exact=False)]
        assert effect(DAY, SiteIndex(both), SiteIndex(both[:1]), [NORTH]).reaches == ()

    def test_where_no_office_is_left_the_way_has_no_length_and_is_the_worst(self) -> None:
        found = effect(DAY, SiteIndex([site("n", NORTH.seat)]), SiteIndex([]), [NORTH, SOUTH])
        assert [reach.municipality.name for reach in found.reaches] == ["Söder", "Norr"]
        assert found.worst
        assert found.worst.kilometres_after is None

    def test_an_opening_is_nearer(self) -> None:
        found = effect(
            DAY, SiteIndex([site("s", SOUTH.seat)]), SiteIndex([site("n", NORTH.seat), site("s", SOUTH.seat)]), [NORTH]
        )
        assert (found.farther, found.nearer, found.worst) == (0, 10_000, None)


OPEN = [event("opened", "2020-01-01")]
CLOSING = [*OPEN, event("closing_decided", "2026-10-01", last_day="2026-12-31")]
ARVIKA, KARLSTAD = "offices/arvika.yaml", "offices/karlstad.yaml"
BOTH = {ARVIKA: open_office("1784", "Arvika"), KARLSTAD: open_office("1780", "Karlstad")}


class TestOfARegistry:
    def test_a_closing_leaves_its_municipality_without_an_office(self) -> None:
        found = reached(BOTH, {**BOTH, ARVIKA: open_office("1784", "Arvika", lifecycle=CLOSING)})
        assert [municipality.name for municipality in found.losing] == ["Arvika"]
        assert [one.day for one in found.effects] == [date(2027, 1, 1)]
        assert found.main
        assert found.main.worst
        worst = found.main.worst
        assert (worst.municipality.name, worst.kilometres_before) == ("Arvika", 0)
        assert worst.after
        assert worst.after.offices == {"karlstad"}
        assert worst.kilometres_after == 60
        assert not worst.is_exact

    def test_before_it_takes_effect_there_is_none(self) -> None:
        found = reached(BOTH, {**BOTH, ARVIKA: open_office("1784", "Arvika", lifecycle=CLOSING)}, date(2026, 12, 31))
        assert found.main
        assert found.main.reaches == ()
        assert found.losing == []

    def test_a_second_office_in_the_municipality_stays(self) -> None:
        two = {**BOTH, "offices/arvika-norr.yaml": open_office("1784", "Arvika norr")}
        found = reached(two, {**two, ARVIKA: open_office("1784", "Arvika", lifecycle=CLOSING)})
        assert found.losing == []
        assert found.main
        assert found.main.reaches == ()

    def test_an_office_of_unknown_status_that_closes_was_there_until_then(self) -> None:
        unknown = {**BOTH, ARVIKA: open_office("1784", "Arvika", lifecycle=[event("planned", "2021-09-29")])}
        after = {**BOTH, ARVIKA: open_office("1784", "Arvika", lifecycle=[event("planned", "2021-09-29"), CLOSING[-1]])}
        assert [municipality.name for municipality in reached(unknown, after).losing] == ["Arvika"]

    def test_an_agency_that_leaves_one_office_is_farther_off_for_its_visitors(self) -> None:
        part = {"agency": "migrationsverket", "valid_from": "2024-01-01", "source": "page"}
        ends = {**part, "valid_through": "2026-12-31"}
        before = {
            **BOTH,
            ARVIKA: {**BOTH[ARVIKA], "participations": [part]},
            KARLSTAD: {**BOTH[KARLSTAD], "participations": [part]},
        }
        after = {**before, ARVIKA: {**BOTH[ARVIKA], "participations": [ends]}}
        (found,) = reached(before, after).agencies
        assert (found.agency, found.day, found.offices) == ("migrationsverket", date(2027, 1, 1), 2)
        assert found.worst
        assert (found.worst.municipality.name, found.worst.kilometres_after) == ("Arvika", 60)

    def test_hours_that_change_at_one_office_reach_nobody(self) -> None:
        assert reached({}, {OFFICE_PATH: {"opening_hours": []}}).effects == ()

    def test_a_rename_is_no_closing(self) -> None:
        new = {
            "offices/arvika-nytt.yaml": open_office("1784", "Arvika", predecessor="arvika"),
            KARLSTAD: BOTH[KARLSTAD],
        }
        assert reached(BOTH, new).effects == ()

    @pytest.mark.parametrize("again", ["2027-03-01", "2027-02-01"])
    def test_a_closing_for_a_time_is_measured_while_it_lasts(self, again: str) -> None:
        life = [*OPEN, event("suspended", "2027-01-11"), event("reopened", again)]
        found = reached(BOTH, {**BOTH, ARVIKA: open_office("1784", "Arvika", lifecycle=life)})
        assert [(one.day, one.farther > 0) for one in found.effects] == [(date(2027, 1, 11), True)]
