"""Places that people ask about, and which offices are nearest to them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.place import Point
from sscctl.errors import NotFound, SscctlError, WrongUsage
from sscctl.querying.near import Neighbour, find_place, nearest
from sscctl.querying.portrait import Portrait, portray
from tests.builders import TODAY
from tests.querying.registries import Changes, at, reference, registry_with

KIRUNA, STOCKHOLM = Point(67.8557, 20.2251), Point(59.32938, 18.06871)


@pytest.mark.parametrize(
    ("text", "name", "near"),
    [
        pytest.param("59.33,18.07", "59.33, 18.07", STOCKHOLM, id="a point"),
        pytest.param(" 59.33 ; 18.07 ", "59.33, 18.07", STOCKHOLM, id="a point with a semicolon"),
        pytest.param("59,33; 18,07", "59.33, 18.07", STOCKHOLM, id="decimal commas set apart by a semicolon"),
        pytest.param("59,33 18,07", "59.33, 18.07", STOCKHOLM, id="decimal commas set apart by a blank"),
        pytest.param("59,33, 18,07", "59.33, 18.07", STOCKHOLM, id="decimal commas set apart by a comma and a blank"),
        pytest.param("59.33N, 18.07E", "59.33, 18.07", STOCKHOLM, id="letters after the numbers"),
        pytest.param("n59,33 ö18,07", "59.33, 18.07", STOCKHOLM, id="Swedish letters before the numbers"),
        pytest.param("18.07 O; 59.33 N", "59.33, 18.07", STOCKHOLM, id="east first, where letters say so"),
        pytest.param("59.33° N 18.07° E", "59.33, 18.07", STOCKHOLM, id="degrees as maps give them"),
        pytest.param("59.33°, 18.07°", "59.33, 18.07", STOCKHOLM, id="degrees without letters"),
        pytest.param("59°19'48\"N 18°4'12\"E", "59.33, 18.07", STOCKHOLM, id="minutes and seconds"),
        pytest.param("59°19,8′N 18°4,2′Ö", "59.33, 18.07", STOCKHOLM, id="parts of minutes"),
        pytest.param("geo:59.33,18.07", "59.33, 18.07", STOCKHOLM, id="an address of a map (RFC 5870)"),
        pytest.param("(59.33, 18.07)", "59.33, 18.07", STOCKHOLM, id="in brackets"),
        pytest.param("33.87 S, 151.21 W", "-33.87, -151.21", Point(-33.87, -151.21), id="south and west"),
        pytest.param("98138", "981 38 Kiruna", KIRUNA, id="a postcode"),
        pytest.param("981 38", "981 38 Kiruna", KIRUNA, id="a postcode as it is printed, which is no point"),
        pytest.param("SE-981 38", "981 38 Kiruna", KIRUNA, id="a postcode from abroad"),
        pytest.param("Kiruna", "Kiruna", KIRUNA, id="a municipality"),
        pytest.param("Servicekontoret Kiruna", "Kiruna", KIRUNA, id="an office's town as it is told"),
        pytest.param("kiruna  KOMMUN", "Kiruna", KIRUNA, id="in any case, with the word kommun"),
        pytest.param("Stockholms kommun", "Stockholm", STOCKHOLM, id="in the genitive"),
        pytest.param("Malmö stad", "Malmö", Point(55.60587, 13.00073), id="with the word stad"),
        pytest.param("goteborg", "Göteborg", Point(57.70716, 11.96679), id="without dots"),
        pytest.param("Hallstahammars kommun", "Hallstahammar", Point(59.61395, 16.22846), id="a long one"),
        pytest.param("Järpen", "Järpen", Point(63.34697, 13.46098), id="a main town that is no municipality's name"),
        pytest.param("Borås", "Borås", Point(57.72101, 12.9401), id="a name that ends in s"),
        pytest.param("vemdalen", "Vemdalen", Point(62.45, 13.8667), id="a post town in a municipality of another name"),
        pytest.param("Funasdalen", "Funäsdalen", Point(62.5333, 12.55), id="a post town without dots"),
        pytest.param("upplands-väsby", "Upplands Väsby", Point(59.51839, 17.91128), id="with a hyphen for the blank"),
        pytest.param("Habo", "Habo", Point(57.90927, 14.07434), id="a name that another has with dots"),
        pytest.param("Håbo", "Håbo", Point(59.56971, 17.52755), id="the other"),
        pytest.param("Idre", "Idre", Point(61.22777, 14.03935), id="a post town whose point the list has far away"),
        pytest.param("79091", "790 91 Idre", Point(61.22777, 14.03935), id="its postcode"),
    ],
)
def test_a_place_is_understood(text: str, name: str, near: Point) -> None:
    place = find_place(text, reference())
    assert place.name.sv == name
    assert (place.point.latitude, place.point.longitude) == pytest.approx((near.latitude, near.longitude), abs=0.01)


@pytest.mark.parametrize(
    ("text", "error", "advice"),
    [
        pytest.param("Stokholm", NotFound, "did you mean Stockholm", id="misspelt"),
        pytest.param("Atlantis", NotFound, "", id="nowhere"),
        pytest.param("99999", NotFound, "write a municipality", id="a postcode that no list has"),
        pytest.param("91,18", WrongUsage, "latitude and longitude", id="north of the pole"),
        pytest.param("59.3, 181", WrongUsage, "latitude and longitude", id="past the date line"),
        pytest.param("", WrongUsage, "write a municipality", id="nothing"),
        pytest.param("Norrbotten", NotFound, 'list --county "Norrbottens län"', id="a county"),
        pytest.param("norrbottens lan", NotFound, 'list --county "Norrbottens län"', id="a county without dots"),
        pytest.param("59.3N, 18.1", NotFound, "", id="a letter for one of the two"),
        pytest.param("59.3N, 60.1N", NotFound, "", id="two latitudes"),
        pytest.param("N59.3N, E18.1", NotFound, "", id="a letter twice"),
        pytest.param("95°N 18°E", WrongUsage, "latitude and longitude", id="letters north of the pole"),
    ],
)
def test_a_place_is_refused_with_advice(text: str, error: type[SscctlError], advice: str) -> None:
    with pytest.raises(error) as caught:
        find_place(text, reference())
    assert advice in (caught.value.advice.en if caught.value.advice else "")


NAMED: Changes = {
    "offices/vivalla.yaml": at("1880", "opened 2019", name="Örebro Vivalla", town="Örebro"),
    "offices/a.yaml": at("0180", "opened 2019", name="Gamla torget", town="Rinkebyhöjden"),
    "offices/b.yaml": at("1280", "opened 2019", name="Gamla torget"),
    "offices/c.yaml": at("0180", "opened 2019", name="Norra", addresses=[{"valid_from": "2019", "locality": "Kista"}]),
}


def portraits_of(changes: Changes) -> list[Portrait]:
    registry = registry_with(changes)
    return [portray(registry, reference(), office, TODAY) for office in registry.offices.values()]


@pytest.mark.parametrize(
    ("text", "name", "near"),
    [
        pytest.param("orebro vivalla", "Örebro Vivalla", Point(59.27412, 15.2066), id="an office's name"),
        pytest.param("RINKEBYHÖJDEN", "Rinkebyhöjden", STOCKHOLM, id="an office's town that no list has"),
        pytest.param("norra", "Norra", Point(59.4032, 17.9448), id="an office whose part of town is a post town"),
    ],
)
def test_an_office_is_a_place_too(text: str, name: str, near: Point) -> None:
    place = find_place(text, reference(), portraits_of(NAMED))
    assert place.name.sv == name
    assert (place.point.latitude, place.point.longitude) == pytest.approx((near.latitude, near.longitude), abs=0.01)


def test_a_name_of_offices_in_two_municipalities_is_no_place() -> None:
    with pytest.raises(NotFound):
        find_place("Gamla torget", reference(), portraits_of(NAMED))


@given(st.text(max_size=40) | st.from_regex(r"[0-9., ;+NSEÖ°'()-]{0,20}"))
def test_any_text_is_a_place_or_is_refused_in_words(text: str) -> None:
    with suppress(NotFound, WrongUsage):
        point = find_place(text, reference()).point
        assert abs(point.latitude) <= 90
        assert abs(point.longitude) <= 180


def _address(**parts: object) -> list[dict[str, object]]:
    return [{"valid_from": "2019-06-01", "source": "page", **parts}]


def _position(precision: str) -> dict[str, object]:
    return {"latitude": 67.85, "longitude": 20.22, "precision": precision, "source": "page"}


OFFICES: Changes = {
    "offices/entrance.yaml": at("2584", "opened 2019", addresses=_address(position=_position("entrance"))),
    "offices/town.yaml": at("2584", "opened 2019", addresses=_address(position=_position("town"))),
    "offices/postcode.yaml": at("0180", "opened 2019", addresses=_address(postcode="98138", post_town="Kiruna")),
    "offices/seat.yaml": at("2584", "opened 2019"),
}


def neighbours() -> dict[str, Neighbour]:
    portraits = portraits_of(OFFICES)
    return {one.portrait.office.id: one for one in nearest(find_place("Kiruna", reference()), portraits, reference())}


@pytest.mark.parametrize(
    ("office", "exact", "kilometres"),
    [
        pytest.param("entrance", True, 0.7, id="its own position"),
        pytest.param("town", False, 0.7, id="a position that is only its town's"),
        pytest.param("postcode", False, 0.0, id="its post town's point, not its municipality's main town"),
        pytest.param("seat", False, 0.0, id="its municipality's main town"),
        pytest.param("exempelstad-torget", True, 952.6, id="far away"),
    ],
)
def test_an_office_is_measured_from(office: str, exact: bool, kilometres: float) -> None:
    found = neighbours()[office]
    assert found.exact is exact
    assert found.kilometres == pytest.approx(kilometres, abs=0.3)


def test_the_nearest_comes_first() -> None:
    metres = [one.metres for one in neighbours().values()]
    assert metres == sorted(metres)
