"""What points at a person in a text, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.check_digit import has_right_check_digit
from sscctl.rules._persons import identity_numbers, mobile_numbers, named_lines, personal_addresses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Se 811228-9874.", ["811228-****"], id="ten digits and a hyphen"),
        pytest.param("Se 19811228-9874", ["19811228-****"], id="with the century"),
        pytest.param("198112289874", ["19811228****"], id="twelve digits"),
        pytest.param("8112289874", ["811228****"], id="ten digits"),
        pytest.param("811228+9874", ["811228+****"], id="somebody over a hundred"),
        pytest.param("701063-2391", ["701063-****"], id="a co-ordination number"),
        pytest.param("000229-0005", ["000229-****"], id="a leap day of 2000"),
        pytest.param("811228-9875", [], id="a wrong check digit"),
        pytest.param("811328-9871", [], id="a thirteenth month"),
        pytest.param("202100-5521", [], id="an organisation number"),
        pytest.param("556012-5790", [], id="a company's"),
        pytest.param("+46811228987", [], id="a telephone number"),
        pytest.param("2021/811228-9874-5", [], id="a part of something longer"),
        pytest.param("1811228987404", [], id="thirteen digits"),
    ],
)
def test_identity_numbers(text: str, found: list[str]) -> None:
    assert list(identity_numbers(text)) == found


@given(st.dates(), st.integers(0, 999), st.sampled_from(["-", "+", ""]), st.booleans())
def test_every_identity_number_is_found(day: object, serial: int, mark: str, is_long: bool) -> None:
    born = str(day).replace("-", "")
    if not "1800" <= born[:4] < "2200":
        return
    nine = f"{born[2:]}{serial:03}"
    last = next(digit for digit in range(10) if has_right_check_digit(f"{nine}{digit}"))
    number = f"{born if is_long else born[2:]}{mark}{serial:03}{last}"
    assert list(identity_numbers(f"nr {number}, tack")) == [f"{number[:-4]}****"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("070-123 45 67", ["070-123 45 67"], id="as printed"),
        pytest.param("0701234567", ["0701234567"], id="digits alone"),
        pytest.param("+46 (0)73 123 45 67", ["+46 (0)73 123 45 67"], id="with the country code"),
        pytest.param("0046761234567", ["0046761234567"], id="as dialled from abroad"),
        pytest.param("0771-456 000", [], id="one rate from everywhere"),
        pytest.param("08-701 23 45 67", [], id="a part of another number"),
        pytest.param("010-223 10 00", [], id="a number that belongs to no place"),
        pytest.param("0702-2021", [], id="too few digits"),
    ],
)
def test_mobile_numbers(text: str, found: list[str]) -> None:
    assert list(mobile_numbers(text)) == found


@pytest.mark.parametrize(
    ("text", "is_personal"),
    [
        pytest.param("anna.exempelsson@exempel.se", True, id="first and last name"),
        pytest.param("Mejla åsa-lena.öst@exempel.se nu", True, id="in a sentence"),
        pytest.param("registrator@exempel.se", False, id="a task"),
        pytest.param("registrator.kansli@polisen.se", False, id="a task of two words"),
        pytest.param("servicekontor.arvika@exempel.se", False, id="an office"),
        pytest.param("arvika.medborgarkontor@exempel.se", False, id="an office, the town first"),
        pytest.param("it.support@exempel.se", False, id="a desk"),
        pytest.param("stockholm@lansstyrelsen.se", False, id="a town"),
        pytest.param("a.b@exempel.se", False, id="letters"),
    ],
)
def test_personal_addresses(text: str, is_personal: bool) -> None:
    assert bool(list(personal_addresses(text))) is is_personal


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Kontakt: Anna Exempelsson, 08-123 45 67", ["Anna Exempelsson"], id="a name and a number"),
        pytest.param("Anna Exempelsson (chef), tel. 0570-123 45", ["Anna Exempelsson"], id="a title in between"),
        pytest.param(
            "Anna Exempelsson, anna.exempelsson@exempel.se", ["Anna Exempelsson"], id="a name and its address"
        ),
        pytest.param("Anna Exempelsson, registrator@exempel.se", [], id="a name and the agency's address"),
        pytest.param("Anna Exempelsson, 0771-456 000", [], id="a name and the agency's number"),
        pytest.param("Anna Exempelsson invigde kontoret 2021-11-01", [], id="a name and a date"),
        pytest.param("Servicekontoret Odenplan, 08-123 45 67", [], id="an office"),
        pytest.param("Statens Servicecenter, 08-123 45 67", [], id="an agency"),
        pytest.param("Upplands Väsby, 08-590 970 00", [], id="a place"),
        pytest.param("Stora Torget, 08-590 970 00", [], id="a square"),
        pytest.param("Arvika Torg, 0570-123 45", [], id="a word of the office's own"),
        pytest.param("Kista Galleria, 08-123 45 67", [], id="a shopping centre"),
        pytest.param("Vardagar 08-123 45 67", [], id="one word"),
    ],
)
def test_named_lines(text: str, found: list[str]) -> None:
    assert list(named_lines(text, frozenset({"arvika"}))) == found
