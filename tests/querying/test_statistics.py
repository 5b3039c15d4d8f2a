"""How many offices there are, by what is asked for, and how many people have none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from sscctl.domain.event import Status
from sscctl.querying.statistics import By, Group, Residents, Tally, statistics
from tests.builders import TODAY, week
from tests.querying.registries import Changes, at, reference, registry_with

HOURS = [{"valid_from": "2020-01-01", "weekly": week("10:00-15:00"), "source": "page"}]

NETWORK: Changes = {
    "offices/alvsbyn.yaml": at("2560", "opened 2022-03", opening_hours=HOURS),
    "offices/orebro.yaml": at("1880", "opened 2019-06-01", "closing_decided 2026-01-15 -2026-06-30"),
    "offices/orebro-nytt.yaml": at("1880", "planned 2026-05-01"),
    "offices/arvika.yaml": at("1784", "observed 2023 open", "closing_announced 2026-01", kind="mobile"),
    "offices/kiruna.yaml": at(
        "2584", "opened 2023-01-01", participations=[{"agency": "migrationsverket", "source": "page"}]
    ),
}
"""Beside Torget in Stockholm (0180, open since November 2021, 30 hours a week)."""

POPULATION = {place.code: place.population for place in reference().municipalities.values()}
SWEDEN = sum(POPULATION.values())


def groups(by: By, day: date = TODAY) -> dict[str, Tally]:
    return {group.key: group.tally for group in _groups(by, day)}


def _groups(by: By, day: date = TODAY) -> Sequence[Group]:
    return statistics(registry_with(NETWORK), reference(), by, day).groups


def people(*codes: str) -> int:
    return sum(POPULATION[code] for code in codes)


def test_all_offices_are_counted_by_status() -> None:
    total = statistics(registry_with(NETWORK), reference(), None, TODAY).total
    assert total.by_status == {Status.PLANNED: 1, Status.OPEN: 3, Status.CLOSED: 1, Status.UNKNOWN: 1}
    assert (total.offices, total.open) == (6, 3)


def test_hours_are_those_of_open_offices_whose_week_is_known() -> None:
    total = statistics(registry_with(NETWORK), reference(), None, TODAY).total
    assert (total.with_hours, total.weekly_minutes) == (2, 30 * 60 + 25 * 60)


def test_residents_without_live_where_no_office_is_open_for_certain() -> None:
    found = statistics(registry_with(NETWORK), reference(), None, TODAY)
    served = people("0180", "2560", "2584")
    assert found.total.residents == Residents(SWEDEN, SWEDEN - served, people("1784"))
    assert found.population_years == (2019,)


@pytest.mark.parametrize(
    ("by", "key", "offices", "residents"),
    [
        pytest.param(By.COUNTY, "25", 2, None, id="a county with two offices"),
        pytest.param(By.COUNTY, "09", 0, Residents(people("0980"), people("0980"), 0), id="a county without any"),
        pytest.param(By.MUNICIPALITY, "2560", 1, Residents(people("2560"), 0, 0), id="a municipality that is served"),
        pytest.param(By.MUNICIPALITY, "1880", 2, Residents(people("1880"), people("1880"), 0), id="closed or planned"),
        pytest.param(By.MUNICIPALITY, "1784", 1, Residents(*[people("1784")] * 3), id="nobody knows"),
        pytest.param(By.MUNICIPALITY, "1440", 0, Residents(people("1440"), people("1440"), 0), id="no office at all"),
        pytest.param(By.AGENCY, "skatteverket", 3, None, id="an agency at every open office"),
        pytest.param(
            By.AGENCY, "migrationsverket", 1, Residents(SWEDEN, SWEDEN - people("2584"), 0), id="an agency at one"
        ),
        pytest.param(By.STATUS, "open", 3, None, id="a status"),
        pytest.param(By.KIND, "mobile", 1, None, id="a kind"),
        pytest.param(By.YEAR, "2018", 1, None, id="a year in which only one that may have been there is counted"),
    ],
)
def test_group(by: By, key: str, offices: int, residents: Residents | None) -> None:
    tally = groups(by)[key]
    assert tally.offices == offices
    if residents:
        assert tally.residents == residents


@pytest.mark.parametrize("by", By)
def test_every_grouping_counts_every_office_once_but_by_agency_and_year(by: By) -> None:
    found = statistics(registry_with(NETWORK), reference(), by, TODAY)
    if by not in (By.AGENCY, By.YEAR):
        assert sum(group.tally.offices for group in found.groups) == found.total.offices
    assert len({group.key for group in found.groups}) == len(found.groups)


def test_areas_stand_in_the_order_of_the_swedish_alphabet() -> None:
    names = [group.name.sv for group in _groups(By.COUNTY)]
    assert names[0] == "Blekinge län"
    assert names[-2:] == ["Örebro län", "Östergötlands län"]


def test_years_are_counted_at_their_end_and_the_last_on_the_day() -> None:
    found = _groups(By.YEAR)
    assert [group.key for group in found] == [str(year) for year in range(2008, 2027)]
    assert [found[-2].day, found[-1].day] == [date(2025, 12, 31), TODAY]
    assert [group.tally.open for group in found[-8:]] == [1, 1, 2, 3, 5, 5, 5, 3]


def test_an_office_that_had_not_begun_is_not_counted_on_earlier_days() -> None:
    assert groups(By.STATUS, date(2019, 5, 31)).keys() == {"unknown"}
    assert statistics(registry_with(NETWORK), reference(), None, date(2019, 5, 31)).total.offices == 1


def test_a_year_counts_as_asking_for_its_last_day_does() -> None:
    for group in _groups(By.YEAR):
        assert group.tally == statistics(registry_with(NETWORK), reference(), None, group.day).total
