"""The registry's own count through the years: what is certain, and what is at most possible."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from sscctl.domain.event import Status
from sscctl.querying.beginning import begun
from sscctl.querying.timeline import Timeline, timeline
from tests.base_registry import OFFICE_PATH
from tests.builders import TODAY
from tests.domain.lives import life
from tests.querying.registries import at, registry_with


def counts(day: date, *events: str) -> list[tuple[str, int, int]]:
    """The quarters in which the count of a single office changes: which, open, at most."""
    found = timeline(registry_with({OFFICE_PATH: at("0180", *events)}), day).quarters
    changes = [found[0], *(after for before, after in pairwise(found) if _differ(before, after))]
    return [(quarter.name, quarter.open, quarter.at_most) for quarter in changes]


def _differ(before: object, after: object) -> bool:
    return [getattr(before, name) for name in ("open", "at_most")] != [
        getattr(after, name) for name in ("open", "at_most")
    ]


@pytest.mark.parametrize(
    ("events", "changes"),
    [
        pytest.param(["opened 2019-06-01"], [("2008-Q1", 0, 0), ("2019-Q2", 1, 1)], id="opened on a day"),
        pytest.param(
            ["opened 2019"], [("2008-Q1", 0, 0), ("2019-Q1", 0, 1), ("2019-Q4", 1, 1)], id="opened some time in a year"
        ),
        pytest.param(
            ["observed 2019-06-01 open"], [("2008-Q1", 0, 1), ("2019-Q2", 1, 1)], id="seen open: since when is unknown"
        ),
        pytest.param(
            ["opened 2019-06-01", "closing_decided 2025-01-01 -2025-03-31"],
            [("2008-Q1", 0, 0), ("2019-Q2", 1, 1), ("2025-Q2", 0, 0)],
            id="closed the day after the last day for visitors, so open at the end of that quarter",
        ),
        pytest.param(
            ["planned 2018-01-01", "observed ../2020-02-01 open"],
            [("2008-Q1", 0, 0), ("2018-Q1", 0, 1), ("2020-Q1", 1, 1)],
            id="planned, then seen open: it may have opened at once",
        ),
        pytest.param(
            ["closed 2013-05-01", "planned 2018-01-01"],
            [("2008-Q1", 0, 1), ("2013-Q2", 0, 0)],
            id="a plan after a closing tells of no beginning",
        ),
        pytest.param(["planned 2018-01-01"], [("2008-Q1", 0, 0)], id="planned alone is never open"),
    ],
)
def test_an_office_is_counted(events: list[str], changes: list[tuple[str, int, int]]) -> None:
    assert counts(TODAY, *events) == changes


@pytest.mark.parametrize(
    ("events", "first"),
    [
        pytest.param(["opened 2019"], date(2019, 1, 1), id="its opening"),
        pytest.param(["commissioned 2017-12", "opened 2018"], date(2017, 12, 1), id="its commission"),
        pytest.param(["opened ../2023-10-02"], None, id="an opening without a start"),
        pytest.param(["observed 2020 open"], None, id="only seen"),
        pytest.param(["closed 2013", "commissioned 2017-12-05", "reopened 2018"], None, id="a return"),
        pytest.param([], None, id="nothing"),
    ],
)
def test_an_office_begins_with(events: list[str], first: date | None) -> None:
    assert begun(life(*events)) == first


@pytest.mark.parametrize(
    ("day", "last"),
    [(date(2026, 11, 22), "2026-Q4"), (date(2026, 9, 30), "2026-Q3"), (date(2008, 1, 1), "2008-Q1")],
    ids=str,
)
def test_the_last_quarter_ends_on_the_day_asked_about(day: date, last: str) -> None:
    quarters = timeline(registry_with(), day).quarters
    assert (quarters[-1].name, quarters[-1].on) == (last, day)
    assert [quarter.on for quarter in quarters] == sorted({quarter.on for quarter in quarters})


def test_before_2008_there_is_nothing() -> None:
    assert timeline(registry_with(), date(2007, 12, 31)).quarters == ()


def test_every_quarter_agrees_with_asking_each_office() -> None:
    registry = registry_with(
        {
            "offices/a.yaml": at("0180", "opened 2019", "suspended 2020-03", "reopened 2020-08-15"),
            "offices/b.yaml": at("0180", "observed ../2023-10-02 open", "closing_decided 2025-01 -2025-05-30"),
            "offices/c.yaml": at("0180", "commissioned 2020-06", "observed 2024-03 open", "closed 2026"),
        }
    )
    for quarter in timeline(registry, TODAY).quarters:
        statuses = [office.status_on(quarter.on) for office in registry.offices.values()]
        assert quarter.open == statuses.count(Status.OPEN)
        assert quarter.open <= quarter.at_most <= statuses.count(Status.OPEN) + statuses.count(Status.UNKNOWN)


NETWORK = {
    "counts": [
        {"on": "2018-05-29", "offices": 103, "source": "count"},
        {"on": "2010-08", "offices": 12, "scope": "Skåne", "source": "count"},
        {"on": "2007-09-28", "planned": 80, "source": "count"},
    ],
    "visits": [
        {"year": "2020", "visits": 2400000, "note": {"sv": "Pandemi.", "en": "Pandemic."}, "source": ["count"]},
        {"period": "2019-2025", "change": 500000, "source": "count"},
    ],
    "funds": [{"year": "2022", "sek_million": 757, "source": "count"}],
    "sources": {"count": {"url": "https://exempel.se/antal", "date": "2026-10-01"}},
}


@pytest.fixture(scope="module")
def counted() -> Timeline:
    return timeline(registry_with({"network.yaml": NETWORK}), TODAY)


def test_others_counts_are_those_of_the_whole_network(counted: Timeline) -> None:
    assert [(str(figure.on), figure.value) for figure in counted.counts] == [("2018-05-29", 103)]


def test_visits_and_funds_are_those_of_a_year(counted: Timeline) -> None:
    (visits,), (funds,) = counted.visits, counted.funds
    assert (str(visits.on), visits.value, visits.sources) == ("2020", 2400000, ("count",))
    assert visits.note
    assert visits.note.sv == "Pandemi."
    assert (funds.value, funds.middle) == (757, date(2022, 7, 2))
