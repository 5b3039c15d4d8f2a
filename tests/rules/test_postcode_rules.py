"""SSC104–SSC107: postcodes and post towns."""

from __future__ import annotations

import pytest

from tests.rules.judging import of_office


def address(postcode: str, town: str | None = None) -> list[dict[str, str]]:
    return [{"valid_from": "2021-11-01", "postcode": postcode, **({"post_town": town} if town else {})}]


@pytest.mark.parametrize(
    ("postcode", "advice"),
    [
        pytest.param("11000", None, id="five digits"),
        pytest.param("110 00", 'write "11000"; it is shown as 110 00', id="spaced as on paper"),
        pytest.param("SE-11000", 'write "11000"; it is shown as 110 00', id="with the country before it"),
        pytest.param("12345-6", "write five digits without a space", id="six digits"),
        pytest.param("01234", "write five digits without a space", id="a zero first"),
        pytest.param("1234", "write five digits without a space", id="four digits"),
        pytest.param("١١٠٠٠", "write five digits without a space", id="digits of another script"),
    ],
)
def test_the_form_of_a_postcode(postcode: str, advice: str | None) -> None:
    found = of_office("SSC104", addresses=address(postcode))
    assert [one.advice.en for one in found if one.advice] == ([advice] if advice else [])


@pytest.mark.parametrize(
    ("postcode", "codes"),
    [
        pytest.param("11000", [], id="one that the list has"),
        pytest.param("82703", ["SSC105"], id="one that exists and the list lacks"),
        pytest.param("110 00", ["SSC104"], id="one that has no form is not looked up"),
    ],
)
def test_an_unknown_postcode(postcode: str, codes: list[str]) -> None:
    found = [one.code for code in ("SSC104", "SSC105") for one in of_office(code, addresses=address(postcode))]
    assert found == codes


@pytest.mark.parametrize(
    ("municipality", "postcode", "message"),
    [
        pytest.param("0182", "13137", None, id="its own municipality"),
        pytest.param("0136", "13137", "131 37 belongs to Nacka, the office to Haninge", id="the neighbours' postcode"),
        pytest.param("9999", "13137", None, id="an unknown municipality is told of once"),
        pytest.param("0136", "82703", None, id="an unknown postcode says nothing"),
    ],
)
def test_a_postcode_elsewhere(municipality: str, postcode: str, message: str | None) -> None:
    found = of_office("SSC106", municipality=municipality, addresses=address(postcode))
    assert [one.message.en for one in found] == ([message] if message else [])


@pytest.mark.parametrize(
    ("postcode", "town", "message"),
    [
        pytest.param("35233", "Växjö", None, id="its own town"),
        pytest.param("35233", "VÄXJÖ", None, id="in capitals"),
        pytest.param("35233", "Vaxjo", None, id="without accents"),
        pytest.param("19440", "Upplands-Väsby", None, id="with a hyphen"),
        pytest.param("35233", "Kalmar", "352 33 is Växjö, not Kalmar", id="another town"),
        pytest.param("82703", "Kalmar", None, id="an unknown postcode says nothing"),
    ],
)
def test_a_post_town_elsewhere(postcode: str, town: str, message: str | None) -> None:
    found = of_office("SSC107", addresses=address(postcode, town))
    assert [one.message.en for one in found] == ([message] if message else [])
    assert all(one.pointer == ("addresses", 0, "post_town") for one in found)


def test_former_addresses_are_held_against_the_list_too() -> None:
    addresses = [{"valid_through": "2021-10-31", "postcode": "82703"}, *address("11000")]
    assert [one.pointer for one in of_office("SSC105", addresses=addresses)] == [("addresses", 0, "postcode")]
