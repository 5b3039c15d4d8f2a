"""Hours as they are written for people, for OpenStreetMap and for schema.org."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.domain.hours import Weeks
from sscctl.domain.period import Period
from sscctl.text import Text
from sscctl.wording.osm import osm_text
from sscctl.wording.reading import Pattern
from sscctl.wording.schema_org import opening_hours_specification
from sscctl.wording.write import hours_in_words, in_short, in_words
from tests.wording.weeks import weekly

FOUR_DAYS = weekly("10:00-16:00", "10:00-16:00", "closed", "10:00-12:00,13:00-16:00", "08:30-13:00")
WEDNESDAY = weekly("?", "?", "10:00-14:00")
SUMMER = Period.through(date(2026, 6, 15), date(2026, 8, 15))

WRITTEN: dict[str, tuple[list[Pattern], str, str, str, str | None]] = {
    "every kind of day": (
        [Pattern(FOUR_DAYS)],
        "måndag–tisdag 10.00–16.00, onsdag stängt, torsdag 10.00–12.00 och 13.00–16.00, fredag 08.30–13.00",
        "Monday–Tuesday 10:00–16:00, Wednesday closed, Thursday 10:00–12:00 and 13:00–16:00, Friday 08:30–13:00",
        "mån–tis 10–16, ons stängt, tors 10–12 & 13–16, fre 8.30–13",
        "Mo-Tu 10:00-16:00; We off; Th 10:00-12:00,13:00-16:00; Fr 08:30-13:00",
    ),
    "days that nobody speaks of": (
        [Pattern(weekly("10:00-16:00", "?", "10:00-16:00"))],
        "måndag 10.00–16.00, onsdag 10.00–16.00",
        "Monday 10:00–16:00, Wednesday 10:00–16:00",
        "mån 10–16, ons 10–16",
        "Mo 10:00-16:00; We 10:00-16:00",
    ),
    "hours in which bare figures would be ambiguous": (
        [Pattern(weekly("01:00-05:00", "00:00-24:00", "06:15-07:00"))],
        "måndag 01.00–05.00, tisdag 00.00–24.00, onsdag 06.15–07.00",
        "Monday 01:00–05:00, Tuesday 00:00–24:00, Wednesday 06:15–07:00",
        "mån 01–05, tis 00–24, ons 06.15–7",
        "Mo 01:00-05:00; Tu 00:00-24:00; We 06:15-07:00",
    ),
    "odd and even weeks": (
        [Pattern(WEDNESDAY, Weeks(parity=1)), Pattern(weekly("closed"), Weeks(parity=0))],
        "udda veckor: onsdag 10.00–14.00; jämna veckor: måndag stängt",
        "odd weeks: Wednesday 10:00–14:00; even weeks: Monday closed",
        "udda veckor: ons 10–14; jämna veckor: mån stängt",
        "week 01-53/2 We 10:00-14:00; week 02-52/2 Mo off",
    ),
    "the first and third of the month": (
        [Pattern(weekly("closed", "closed", "10:00-14:00"), Weeks(nth=(1, 3)))],
        "första och tredje måndagen och tisdagen i månaden stängt, första och tredje onsdagen i månaden 10.00–14.00",
        "first and third Monday and Tuesday of the month closed, first and third Wednesday of the month 10:00–14:00",
        "första och tredje mån och tis i månaden stängt, första och tredje ons i månaden 10–14",
        "Mo[1,3],Tu[1,3] off; We[1,3] 10:00-14:00",
    ),
    "every other week": (
        [Pattern(WEDNESDAY, Weeks(every=2, start=date(2026, 1, 7)))],
        "varannan vecka från 2026-01-07: onsdag 10.00–14.00",
        "every 2 weeks from 2026-01-07: Wednesday 10:00–14:00",
        "varannan vecka från 2026-01-07: ons 10–14",
        None,
    ),
    "every eleventh and every twenty-second week": (
        [Pattern(WEDNESDAY, Weeks(every=number, start=date(2026, 1, 7))) for number in (11, 22)],
        "var 11:e vecka från 2026-01-07: onsdag 10.00–14.00; var 22:a vecka från 2026-01-07: onsdag 10.00–14.00",
        "every 11 weeks from 2026-01-07: Wednesday 10:00–14:00; every 22 weeks from 2026-01-07: Wednesday 10:00–14:00",
        "var 11:e vecka från 2026-01-07: ons 10–14; var 22:a vecka från 2026-01-07: ons 10–14",
        None,
    ),
    "a summer, in odd weeks": (
        [Pattern(WEDNESDAY, Weeks(parity=1), SUMMER)],
        "2026-06-15–2026-08-15, udda veckor: onsdag 10.00–14.00",
        "2026-06-15–2026-08-15, odd weeks: Wednesday 10:00–14:00",
        "2026-06-15–2026-08-15, udda veckor: ons 10–14",
        "2026 Jun 15-2026 Aug 15 week 01-53/2 We 10:00-14:00",
    ),
    "from a day on": (
        [Pattern(WEDNESDAY, None, Period.through(date(2026, 9, 1), None))],
        "från 2026-09-01: onsdag 10.00–14.00",
        "from 2026-09-01: Wednesday 10:00–14:00",
        "från 2026-09-01: ons 10–14",
        None,
    ),
    "up to a day": (
        [Pattern(WEDNESDAY, None, Period.through(None, date(2026, 9, 1)))],
        "till 2026-09-01: onsdag 10.00–14.00",
        "until 2026-09-01: Wednesday 10:00–14:00",
        "till 2026-09-01: ons 10–14",
        None,
    ),
    "nothing": ([], "inga öppettider är kända", "no opening hours are known", "inga öppettider är kända", ""),
}


@pytest.mark.parametrize(("patterns", "sv", "en", "short", "osm"), WRITTEN.values(), ids=WRITTEN)
def test_how_it_is_written(patterns: list[Pattern], sv: str, en: str, short: str, osm: str | None) -> None:
    assert in_words(patterns) == Text(sv, en)
    assert in_short(patterns).sv == short
    assert osm_text(patterns) == osm


def test_the_hours_of_one_day() -> None:
    spans = weekly("10:00-12:00,13:00-14:00,15:00-16:00").popitem()[1]
    assert hours_in_words(spans).sv == "10.00–12.00, 13.00–14.00 och 15.00–16.00"
    assert hours_in_words(()) == Text("stängt", "closed")


def specification(days: str, **more: str) -> dict[str, str | list[str]]:
    names = [f"https://schema.org/{day}" for day in days.split()]
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": names, **more}


SPECIFIED: dict[str, tuple[Pattern, list[dict[str, str | list[str]]]]] = {
    "a closed day has no hours, an unknown one no entry": (
        Pattern(weekly("10:00-16:00", "10:00-16:00", "closed", "?", "10:00-12:00,13:00-16:00")),
        [
            specification("Monday Tuesday", opens="10:00", closes="16:00"),
            specification("Wednesday"),
            specification("Friday", opens="10:00", closes="12:00"),
            specification("Friday", opens="13:00", closes="16:00"),
        ],
    ),
    "until midnight, and all day": (
        Pattern(weekly("20:00-24:00", "00:00-24:00")),
        [
            specification("Monday", opens="20:00", closes="00:00"),
            specification("Tuesday", opens="00:00", closes="23:59"),
        ],
    ),
    "a period": (
        Pattern(WEDNESDAY, None, SUMMER),
        [specification("Wednesday", opens="10:00", closes="14:00", validFrom="2026-06-15", validThrough="2026-08-15")],
    ),
    "odd weeks cannot be told": (Pattern(WEDNESDAY, Weeks(parity=1)), []),
}


@pytest.mark.parametrize(("pattern", "expected"), SPECIFIED.values(), ids=SPECIFIED)
def test_how_it_is_specified_for_schema_org(pattern: Pattern, expected: list[dict[str, str | list[str]]]) -> None:
    assert opening_hours_specification(pattern) == expected
