"""Two hundred texts that point at a person and two hundred that only look like it; every person is made up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, product

import pytest

from sscctl.domain.check_digit import has_right_check_digit
from sscctl.rules._persons import identity_numbers, mobile_numbers, named_lines, personal_addresses

NUMBER = 200
MOST_FALSE_ALARMS = 2

BORN = (
    "180101",
    "19630704",
    "199912",
    "20040229",
    "19811228",
    "19470615",
    "20101031",
    "18990313",
    "19720130",
    "19900909",
)
TEST_SERIALS = range(980, 1000)
"""Birth numbers that Skatteverket gives to nobody and leaves to tests."""

FIRST = ("Anna", "Karl-Erik", "Åsa", "Özlem", "Björn", "Maj-Britt", "Nils", "Élodie", "Fatima", "Per")
LAST = (
    "Exempelsson",
    "Påhittad",
    "Testberg",
    "Provström",
    "Öhman-Prov",
    "Fiktiv",
    "Låtsasdotter",
    "Ünder",
    "Modell",
    "Prövare",
)
AROUND = (
    "{}",
    "Kontakta {} om du inte når fram.",
    "Ansvarig ({}) svarar på frågor",
    "The person in charge, {}, answers.",
    "Samtal med {} den 3 mars 2026; se bilagan",
)


def _identity() -> Iterator[str]:
    for day, serial, (mark, is_long) in product(
        BORN, TEST_SERIALS, (("-", True), ("", True), ("-", False), ("+", False))
    ):
        if len(day) != 8:
            continue
        nine = f"{day[2:]}{serial}"
        last = next(digit for digit in range(10) if has_right_check_digit(f"{nine}{digit}"))
        yield f"{day if is_long else day[2:]}{mark}{serial}{last}"


def _co_ordination() -> Iterator[str]:
    for day, serial in product(("198112", "196307", "200402", "197201"), TEST_SERIALS):
        nine = f"{day[2:]}{60 + serial % 28 + 1}{serial}"
        last = next(digit for digit in range(10) if has_right_check_digit(f"{nine}{digit}"))
        yield f"{day}{nine[4:6]}-{serial}{last}"


def _mobiles() -> Iterator[str]:
    forms = (
        "07{}-174 06 {}",
        "07{}17406{}",
        "+46 7{} 174 06 {}",
        "00467{}17406{}",
        "+46 (0)7{}-174 06 {}",
        "07{} - 174 06 {}",
    )
    for kind, form, number in product((0, 2, 3, 6, 9), forms, ("05", "11")):
        yield form.format(kind, number)


def _addresses() -> Iterator[str]:
    for first, last in product(FIRST, LAST):
        yield f"{first}.{last}@exempel.se".casefold()
        yield f"{first}.{last}@myndighet.exempel.se"


def _lines() -> Iterator[str]:
    ways = (
        "{}, 08-123 45 67",
        "{} (kontorschef), tel. 0570-123 45",
        "{}, telefon +46 8 123 45 67",
        "{} nås på 0911-740 05",
        "{}: direkt 040-12 34 56",
    )
    for first, last, way in product(FIRST, LAST, ways):
        yield way.format(f"{first} {last}")


def mixed(*kinds: Iterator[str]) -> list[str]:
    """As many texts as are wanted, some of each kind, each in a sentence."""
    share = NUMBER // len(kinds)
    every = [[*dict.fromkeys(kind)] for kind in kinds]
    found = [text for texts in every for text in texts[:: len(texts) // share][:share]]
    return [frame.format(text) for frame, text in zip(cycle(AROUND), found, strict=False)]


def _other_numbers() -> Iterator[str]:
    yield from (f"organisationsnummer 2021{number:02}-{5000 + 7 * number}" for number in range(40))
    yield from (f"aktiebolaget 5560{number:02}-{1000 + 13 * number}" for number in range(40))
    yield from (f"dnr 1.2.1-2026-{number:05}" for number in range(40))


def _shared_lines() -> Iterator[str]:
    bodies = ("Servicekontoret Odenplan", "Statens servicecenter", "Skatteverket", "Region Norr", "Kundtjänst")
    for body, number in product(bodies, range(24)):
        yield f"{body}, 0771-{100 + number} {200 + number}"


def _places() -> Iterator[str]:
    names = ("Stora Torget", "Upplands Väsby", "Västra Hamngatan", "Kista Galleria", "Sankt Eriksplan", "Norra Kajen")
    for name, number in product(names, range(20)):
        yield f"{name} {number + 1}, växel 08-{500 + number} {600 + number} 00"


def _functions() -> Iterator[str]:
    tasks = (
        "registrator",
        "servicekontor.{}",
        "{}.medborgarkontor",
        "bokning.{}",
        "info.{}",
        "{}.kundservice",
        "it.support",
    )
    for town, task in product(("arvika", "odenplan", "mora", "kiruna", "lund", "ystad", "salem", "eda"), tasks):
        yield f"{task.format(town)}@exempel.se"
    yield from (f"{town}@kommun.exempel.se" for town in ("arvika", "mora", "kiruna", "lund", "ystad", "salem"))


def _days_and_hours() -> Iterator[str]:
    for number in range(40):
        yield f"Öppet 2026-{number % 12 + 1:02}-{number % 28 + 1:02} kl. 10.00–16.00, {number + 11} besök i veckan"
        yield f"position 59.{342000 + number}, 18.{54320 + number}"
        yield f"Anna Exempelsson invigde kontoret den {number % 28 + 1} maj 20{number % 20 + 10}"


POINTS_AT_SOMEBODY = mixed(_identity(), _co_ordination(), _mobiles(), _addresses(), _lines())
POINTS_AT_NOBODY = mixed(_other_numbers(), _shared_lines(), _places(), _functions(), _days_and_hours())


def found_in(text: str) -> list[str]:
    return [
        *identity_numbers(text),
        *mobile_numbers(text),
        *personal_addresses(text),
        *named_lines(text, frozenset()),
    ]


def test_there_are_two_hundred_of_each() -> None:
    assert len({*POINTS_AT_SOMEBODY}) == len({*POINTS_AT_NOBODY}) == NUMBER


@pytest.mark.parametrize("text", POINTS_AT_SOMEBODY)
def test_it_is_found(text: str) -> None:
    assert found_in(text)


def test_next_to_nothing_else_is() -> None:
    alarms = [text for text in POINTS_AT_NOBODY if found_in(text)]
    assert len(alarms) <= MOST_FALSE_ALARMS, alarms
