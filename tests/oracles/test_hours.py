"""The hours engine against two engines that are not ours, and against a dull one that is.

What the two cannot be asked, for OSM's language has no words for it, and where it is tested instead:

- a day whose hours are unknown: a day without a rule is closed to them, so an office with such a day in a range is not
  exported for it (`tests/wording/test_osm_office.py`), and here unknown is made closed on both sides (`Known`);
- booked visits and self-service: `open` is all they know, and neither is that (`tests/domain/test_timetable.py`);
- why a day is closed: the reason is no part of the language (`tests/domain/test_timetable.py`);
- the minutes of the two clock changes: both reckon in wall-clock time, in which 02:30 comes once or never (below).

Every third week has no words either, nor have Swedish eves under `PH`: the export gives those days one dated rule each.
The engines take long over the hundreds of rules that every third week comes to, so those are read for one year at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

import pytest
from holidays import country_holidays
from hypothesis import settings

from sscctl.domain.hours import DayHours
from sscctl.domain.office import Office
from sscctl.domain.openness import STOCKHOLM, openness
from sscctl.domain.timetable import Timetable
from sscctl.domain.timetable import joined as joined_days
from sscctl.reading.calendar import Calendar
from sscctl.reading.load import Loaded, load
from sscctl.reading.policy import Policy
from sscctl.reading.repository import Repository
from sscctl.wording.osm_office import osm_for_office
from tests.builders import office as built
from tests.oracles import naive
from tests.oracles.engines import Stretch, by_javascript, by_rust, joined
from tests.oracles.made_up import FIRST, LAST, office, office_by_turns

PARTS = 8
RANDOM_OFFICES = 160 if settings().max_examples <= 100 else 4_000
"""Fewer in every run, thousands with `--hypothesis-profile=long`."""


@cache
def registry() -> Loaded:
    return load(Repository.find(Path(__file__).parents[2]).snapshot())


@cache
def policy() -> Policy:
    return Policy(registry().registry.context.settings, Calendar())


class Known(Timetable):
    """A timetable that takes a day without data for closed, as the language of OSM must."""

    def on(self, day: date) -> DayHours:
        hours = super().on(day)
        return hours if hours.spans is not None else replace(hours, spans=())


def ours(days: Iterable[DayHours]) -> list[Stretch]:
    """The engine's own answer in the shape of the others'."""
    return [(wall(day, start), wall(last, end)) for day, start, last, end in joined_days(days)]


def wall(day: date, minute: int) -> str:
    return f"{datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute):%Y-%m-%dT%H:%M}"


def agree(timetables: dict[str, Timetable], first: date = FIRST, last: date = LAST) -> None:
    """Each stretch of three years, or of other days, is the same to the minute, whoever reads the text."""
    texts = {name: osm_for_office(timetable, first, last) or "off" for name, timetable in timetables.items()}
    read = dict(zip(texts, by_javascript(texts.values(), first, last), strict=True))
    for name, osm in texts.items():
        expected = ours(timetables[name].days(first, last))
        assert joined(read[name]) == expected, f"the npm engine reads {osm} otherwise"
        assert by_rust(osm, first, last) == expected, f"the PyPI engine reads {osm} otherwise"


def test_every_office_of_the_registry() -> None:
    offices = registry().registry.offices.values()
    agree({one.id: Known(one, policy().day) for one in offices})


@pytest.mark.slow
@pytest.mark.timeout(4 * RANDOM_OFFICES)
@pytest.mark.parametrize("part", range(PARTS))
def test_random_offices(part: int) -> None:
    chance = Random(part)
    agree({str(number): Timetable(office(chance), policy().day) for number in range(RANDOM_OFFICES // PARTS)})


@pytest.mark.parametrize("year", range(FIRST.year, LAST.year + 1))
def test_random_offices_by_turns_of_weeks(year: int) -> None:
    chance = Random(year)
    offices = {str(number): Timetable(office_by_turns(chance), policy().day) for number in range(RANDOM_OFFICES // 40)}
    agree(offices, date(year, 1, 1), date(year, 12, 31))


def closed_days() -> set[date]:
    """The network's closed days, from the library itself."""
    return set(country_holidays("SE", years=range(2024, 2029), categories=("public", "de_facto")))


@pytest.mark.parametrize("seed", range(8))
def test_minute_by_minute(seed: int) -> None:
    chance = Random(1000 + seed)
    one, closed = office(chance) if seed < 6 else office_by_turns(chance), closed_days()
    timetable = Timetable(one, policy().day)
    day = FIRST + timedelta(days=chance.randrange(1000))
    for minute in range(14 * 24 * 60):
        at = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
        assert openness(timetable, at.replace(tzinfo=STOCKHOLM)).is_open is naive.is_open(one, closed, at), at


@pytest.mark.parametrize("seed", range(6))
def test_until_and_next_against_looking_at_every_minute(seed: int) -> None:
    chance = Random(2000 + seed)
    one, closed = office(chance), closed_days()
    timetable = Timetable(one, policy().day)
    for _ in range(25):
        at = datetime.combine(FIRST, datetime.min.time()) + timedelta(minutes=chance.randrange(1000 * 24 * 60))
        answer = openness(timetable, at.replace(tzinfo=STOCKHOLM))
        told = answer.until if answer.is_open else answer.next
        change = naive.next_change(one, closed, at, 21)
        if change is not None:
            assert told is not None
            assert told.replace(tzinfo=None) == change


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        pytest.param("2026-10-25T00:30+00:00", True, id="02:30 the first time, still summer time"),
        pytest.param("2026-10-25T01:30+00:00", True, id="02:30 the second time, winter time"),
        pytest.param("2026-10-25T02:00+00:00", False, id="03:00 has come"),
        pytest.param("2026-03-29T00:59+00:00", False, id="01:59, a minute before the clocks go forward"),
        pytest.param("2026-03-29T01:00+00:00", False, id="03:00 comes right after 01:59"),
    ],
)
def test_days_of_clock_change(at: str, expected: bool) -> None:
    night = {"sun": ["02:00-03:00"]}
    one: Office = built(opening_hours=[{"valid_from": "2021-11-01", "weekly": night}], deviations=None)
    assert openness(Timetable(one, lambda _: None), datetime.fromisoformat(at)).is_open is expected
