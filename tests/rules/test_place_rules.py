"""SSC201–SSC204, SSC206–SSC208: where one office is."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.domain.finding import Severity
from tests.builders import TODAY
from tests.rules.judging import of_office

SINCE = {"valid_from": "2021-11-01"}


def at(latitude: float, longitude: float, precision: str = "address", **more: object) -> list[dict[str, object]]:
    return [{**SINCE, "position": {"latitude": latitude, "longitude": longitude, "precision": precision}, **more}]


@pytest.mark.parametrize(
    ("latitude", "longitude", "advice"),
    [
        pytest.param(59.34215, 18.05432, None, id="in Stockholm"),
        pytest.param(55.34, 13.36, None, id="by the southern coast"),
        pytest.param(69.06, 20.55, None, id="by the northern border"),
        pytest.param(65.84, 24.15, None, id="by the eastern border"),
        pytest.param(18.05432, 59.34215, "the numbers have changed places: latitude is the larger", id="swapped"),
        pytest.param(5.934215, 18.05432, "latitude must be 55.0–69.1 and longitude 10.5–24.2", id="a point astray"),
        pytest.param(0, 0, "latitude must be 55.0–69.1 and longitude 10.5–24.2", id="nowhere"),
        pytest.param(1e308, -1e308, "latitude must be 55.0–69.1 and longitude 10.5–24.2", id="off the Earth"),
    ],
)
def test_a_position_abroad(latitude: float, longitude: float, advice: str | None) -> None:
    found = of_office("SSC201", addresses=at(latitude, longitude))
    assert [one.advice.en for one in found if one.advice] == ([advice] if advice else [])


@pytest.mark.parametrize(
    ("municipality", "latitude", "longitude", "severity"),
    [
        pytest.param("0180", 59.34215, 18.05432, None, id="inside"),
        pytest.param("0187", 59.40268, 18.35120, None, id="an island cut from the drawing: 2.7 km out"),
        pytest.param("0180", 59.51839, 17.91128, Severity.WARNING, id="two municipalities on"),
        pytest.param("0980", 56.66157, 16.36163, Severity.ERROR, id="Visby's office in Kalmar"),
        pytest.param("9999", 56.66157, 16.36163, None, id="an unknown municipality is told of once"),
        pytest.param("0180", 18.05432, 59.34215, None, id="a position abroad is told of once"),
    ],
)
def test_a_position_in_another_municipality(
    municipality: str, latitude: float, longitude: float, severity: Severity | None
) -> None:
    found = of_office("SSC202", municipality=municipality, addresses=at(latitude, longitude))
    assert [one.severity for one in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("postcode", "message"),
    [
        pytest.param("11000", None, id="the town's own postcode"),
        pytest.param("13137", None, id="the next town's"),
        pytest.param("75320", "the point lies 62 km from 753 20 Uppsala", id="a postcode of another city"),
        pytest.param("82703", None, id="an unknown postcode says nothing"),
    ],
)
def test_a_position_far_from_its_postcode(postcode: str, message: str | None) -> None:
    found = of_office("SSC203", addresses=at(59.34215, 18.05432, postcode=postcode))
    assert [one.message.en for one in found] == ([message] if message else [])


@pytest.mark.parametrize(
    ("latitude", "longitude", "precision", "is_odd"),
    [
        pytest.param(59.34215, 18.05432, "entrance", False, id="five decimals of a door"),
        pytest.param(59.3421, 18.05432, "entrance", False, id="a zero at the end of one is lost"),
        pytest.param(59.3421, 18.0543, "entrance", True, id="four decimals of a door"),
        pytest.param(59.3421, 18.0543, "address", False, id="four decimals of an address"),
        pytest.param(59.3, 18.0, "address", True, id="one decimal"),
        pytest.param(59.342151, 18.054322, "address", False, id="six decimals"),
        pytest.param(59.3421512, 18.0543221, "address", True, id="seven decimals"),
    ],
)
def test_decimals(latitude: float, longitude: float, precision: str, is_odd: bool) -> None:
    assert bool(of_office("SSC204", addresses=at(latitude, longitude, precision))) is is_odd


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        pytest.param({"valid_through": "2024-05-01"}, {"valid_from": "2024-05-02"}, None, id="one after the other"),
        pytest.param(
            {"valid_through": "2024-05-02"},
            {"valid_from": "2024-05-02"},
            "holds at once with another address from 2024-05-02",
            id="both on the day of the move",
        ),
        pytest.param(
            {},
            {"valid_from": "2024-05"},
            "holds at once with another address from 2024-05-01",
            id="the old one has no end",
        ),
        pytest.param({}, {}, "holds at once with another address from …", id="nobody knows since when"),
    ],
)
def test_two_addresses_at_once(first: dict[str, str], second: dict[str, str], message: str | None) -> None:
    found = of_office("SSC206", addresses=[{**first, "street": "A 1"}, {**second, "street": "B 2"}])
    assert [(one.pointer, one.message.en) for one in found] == ([(("addresses", 1), message)] if message else [])


STREET, POINT = {**SINCE, "street": "Exempelgatan 1"}, at(59.34215, 18.05432)[0]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        pytest.param({"addresses": [{**STREET, **POINT}]}, None, id="both are there"),
        pytest.param({"addresses": [STREET]}, "the office is open but has no position", id="no position"),
        pytest.param({"addresses": [POINT]}, "the office is open but has no street address", id="no street"),
        pytest.param(
            {"addresses": []}, "the office is open but has no street address and no position", id="no address at all"
        ),
        pytest.param(
            {"addresses": [{**STREET, **POINT, "valid_through": "2026-11-21"}]},
            "the office is open but has no street address and no position",
            id="an address that has ended",
        ),
        pytest.param({"addresses": [], "kind": "mobile"}, None, id="an itinerant office"),
        pytest.param({"addresses": [], "lifecycle": [{"event": "planned", "on": "2026-01"}]}, None, id="not open yet"),
    ],
)
def test_an_open_office_nowhere(keys: dict[str, object], message: str | None) -> None:
    assert [one.message.en for one in of_office("SSC207", TODAY, **keys)] == ([message] if message else [])


def test_whether_it_is_open_goes_by_today() -> None:
    assert of_office("SSC207", date(2020, 1, 1), addresses=[]) == []


@pytest.mark.parametrize(
    ("latitude", "longitude", "postcode", "message"),
    [
        pytest.param(59.34215, 18.05432, "11000", None, id="its own point"),
        pytest.param(
            59.32938, 18.06871, None, "the point is the main town Stockholm's, not the office's", id="the seat"
        ),
        pytest.param(59.3294, 18.0687, None, "the point is the main town Stockholm's, not the office's", id="rounded"),
        pytest.param(
            59.3326, 18.0649, "11000", "the point is the post town Stockholm's, not the office's", id="post town"
        ),
        pytest.param(59.3326, 18.0649, None, None, id="the post town's point of no postcode"),
    ],
)
def test_a_borrowed_position(latitude: float, longitude: float, postcode: str | None, message: str | None) -> None:
    more = {"postcode": postcode} if postcode else {}
    found = of_office("SSC208", addresses=at(latitude, longitude, "town", **more))
    assert [one.message.en for one in found] == ([message] if message else [])
