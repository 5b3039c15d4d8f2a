"""How the maps and plots are drawn."""

from __future__ import annotations

import re

import pytest

from sscctl.publishing.website import chart
from sscctl.publishing.website.insets import windows
from sscctl.publishing.website.projection import Sheet, projected
from sscctl.publishing.website.spreading import spread
from tests.builders import office
from tests.website.sites import made_up, pages_of


def test_the_projection_keeps_north_up_and_the_meridian_in_the_middle() -> None:
    assert projected(60, 15)[0] == 0
    assert projected(60, 18)[0] > 0 > projected(60, 12)[0]
    assert projected(68, 20)[1] > projected(56, 13)[1]


def test_a_square_is_drawn_with_whole_steps_and_a_speck_is_left_out() -> None:
    square = (((14.0, 60.0), (16.0, 60.0), (16.0, 61.0), (14.0, 61.0), (14.0, 60.0)),)
    sheet = Sheet.of([square], size=100)
    assert sheet
    assert re.fullmatch(r"M\d+ \d+l[-\d ]+z", sheet.path(square))
    assert sheet.path((((15.0, 60.0), (15.0001, 60.0), (15.0001, 60.0001), (15.0, 60.0)),)) == ""
    assert Sheet.of([], size=100) is None


def test_dots_part_until_none_hides_another() -> None:
    placed = spread([(100.0, 100.0)] * 12, 300, 300)
    apart = [
        ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5 for number, (x1, y1) in enumerate(placed) for x2, y2 in placed[:number]
    ]
    assert min(apart) > 12
    assert spread([(10.0, 10.0), (200.0, 200.0)], 300, 300)[1] == pytest.approx((200, 200), abs=0.1)


def test_where_many_lie_close_a_part_of_the_map_is_drawn_larger() -> None:
    some = [office(id=f"tat-{number}") for number in range(7)] + [
        office(id="ensam", municipality="2482", addresses=None)
    ]
    page = pages_of(made_up(*some))["karta.html"].decode()
    country, _, rest = page.partition('<div class="insets">')
    part, _, _ = rest.partition('<div class="map-list">')
    assert re.findall(r'href="(kontor/[^"]+)"', country) == ["kontor/ensam.html"]
    assert {*re.findall(r'href="(kontor/[^"]+)"', part)} == {f"kontor/tat-{number}.html" for number in range(7)}
    assert "Stockholm</figcaption>" in part
    assert (country.count('class="frame"'), country.count('class="speck"')) == (1, 7)


def test_no_more_than_three_parts_are_and_each_place_is_in_one_at_the_most() -> None:
    places = [(100.0 * (number % 5) + 20 + number / 10, 50.0) for number in range(40)]
    found = windows(places, Sheet(0, 0, 1, 500, 1000))
    assert [len(one.numbers) for one in found] == [8, 8, 8]
    assert len({number for one in found for number in one.numbers}) == 24
    assert all(one.x >= 1 and one.y >= 1 for one in found)


def test_a_line_of_steps_and_the_area_between_two() -> None:
    assert chart.steps([(0, 5), (10, 3)]) == "M0 5H10V3"
    assert chart.steps([]) == ""
    assert chart.band([(0, 1), (10, 2)], [(0, 5), (10, 6)]).endswith("z")
    assert chart.band([], []) == ""
