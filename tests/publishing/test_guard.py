"""The guard: what is lost without having been foretold."""

from __future__ import annotations

import json
from datetime import date
from typing import ClassVar

import pytest

from sscctl.errors import Integrity
from sscctl.publishing.guard import foretold, losses
from sscctl.publishing.press import make
from tests.builders import office, week
from tests.publishing.editions import Tree, of_offices

DAY = date(2026, 11, 22)
LIMITS = {"offices_percent": 5, "county_offices_percent": 25, "weekly_hours_percent": 10}


def one(ident: str, status: str = "open", *, county: str = "01", minutes: int | None = 600, **more: object) -> Tree:
    """A record as far as the guard reads it."""
    hours = {"hours": {"regular": [{"weeklyMinutes": minutes}]}} if minutes is not None else {}
    return {"id": ident, "status": status, "county": {"code": county}, "upcoming": [], **hours, **more}


def many(number: int, **more: object) -> list[Tree]:
    """Open offices, spread over five counties."""
    return [one(f"o{index}", county=f"{index % 5:02}", **more) for index in range(number)]  # type: ignore[arg-type]


def told(before: list[Tree], after: list[Tree], day: date = DAY, limits: dict[str, int] | None = None) -> list[str]:
    """What the guard objects to."""
    old, new = (foretold(json.dumps({"offices": records}).encode(), day) for records in (before, after))
    return [loss.en for loss in losses(old, new, LIMITS if limits is None else limits)]


def closed(records: list[Tree], *numbers: int) -> list[Tree]:
    return [{**record, "status": "closed"} if index in numbers else record for index, record in enumerate(records)]


class TestOffices:
    @pytest.mark.parametrize(
        ("lost", "objects"),
        [
            pytest.param((), False, id="none"),
            pytest.param((0, 1), False, id="2 of 40 is five per cent, which is allowed"),
            pytest.param((0, 1, 2), True, id="3 of 40 is more"),
        ],
    )
    def test_that_are_no_longer_open(self, lost: tuple[int, ...], objects: bool) -> None:
        before = many(40)
        assert bool(told(before, closed(before, *lost))) is objects

    def test_one_is_no_mass_however_few_there_are(self) -> None:
        before = many(3)
        assert told(before, closed(before, 1)) == []

    def test_a_record_that_is_gone_counts_always(self) -> None:
        before = closed(many(100), 7)
        assert told(before, before[:7] + before[8:]) == ["1 office vanishes: o7"]

    def test_new_offices_do_not_make_up_for_those_that_are_lost(self) -> None:
        before = many(40)
        after = closed(before, 0, 1, 2) + [one(f"new{index}") for index in range(10)]
        assert len(told(before, after)) == 1

    def test_a_county_that_loses_many_counts_though_the_country_does_not_notice(self) -> None:
        before = many(100)
        after = closed(before, 0, 5, 10, 15, 20)
        assert told(before, after) == []
        assert told(before, closed(before, *range(0, 30, 5)), limits={**LIMITS, "offices_percent": 50}) == [
            "in county 00, 6 of 20 open offices are no longer open"
        ]

    def test_a_limit_that_is_not_set_allows_nothing(self) -> None:
        before = many(1000)
        assert len(told(before, closed(before, 0, 5), limits={})) == 2


class TestForetold:
    closing: ClassVar = {"change": "status", "status": "closed", "effectiveFrom": {"latest": "2026-12-01"}}

    def test_a_closing_that_the_last_edition_announced_is_no_loss(self) -> None:
        before = many(10, upcoming=[self.closing])
        after = [{**record, "status": "closed", "upcoming": []} for record in before]
        assert told(before, after, date(2026, 12, 1)) == []

    def test_before_its_day_it_is(self) -> None:
        before = many(10, upcoming=[self.closing])
        after = [{**record, "status": "closed", "upcoming": []} for record in before]
        assert told(before, after, date(2026, 11, 30)) != []

    def test_hours_that_the_last_edition_announced_are_no_loss(self) -> None:
        regular = [
            {"validThrough": {"latest": "2026-11-30"}, "weeklyMinutes": 1800},
            {"validFrom": {"earliest": "2026-12-01", "latest": "2026-12-01"}, "weeklyMinutes": 600},
        ]
        before = many(10, hours={"regular": regular})
        after = many(10, minutes=600)
        assert told(before, after, date(2026, 12, 1)) == []
        assert told(before, after, date(2026, 11, 30)) != []


class TestHours:
    @pytest.mark.parametrize(
        ("minutes", "objects"),
        [
            pytest.param(540, False, id="a tenth less"),
            pytest.param(539, True, id="a little more than a tenth"),
            pytest.param(None, True, id="no longer known"),
        ],
    )
    def test_of_the_network(self, minutes: int | None, objects: bool) -> None:
        assert bool(told(many(10), many(10, minutes=minutes))) is objects

    def test_of_one_office_are_no_mass(self) -> None:
        before = many(3)
        assert told(before, [one("o0", county="00", minutes=0), *before[1:]]) == []

    def test_that_were_never_known_cannot_be_lost(self) -> None:
        assert told(many(10, minutes=None), many(10, minutes=None)) == []

    def test_in_some_weeks_only_are_not_weighed(self) -> None:
        regular = [{"weeklyMinutes": 600, "weeks": {"pattern": "odd"}}]
        assert told(many(10, hours={"regular": regular}), many(10, minutes=None)) == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"offices": {}}',
        b'{"offices": [1]}',
        b'{"offices": [{"id": "a"}]}',
        b'{"offices": [{"id": "a", "status": "open", "county": "01"}]}',
        b'{"offices": [{"id": "a", "status": "open", "county": {"code": "01"}, "upcoming": 3}]}',
        b'{"offices": [{"id": "a", "status": "open", "county": {"code": "01"}, "hours": []}]}',
        b'{"offices": [{"id": "a", "status": "x", "county": {"code": "01"}, "upcoming": [{"change": "status"}]}]}',
        b"[" * 100_000,
        b"\xff",
    ],
    ids=range(12),
)
def test_a_file_that_is_none_of_ours_is_told_apart(data: bytes) -> None:
    with pytest.raises(Integrity):
        foretold(data, DAY)


def test_it_reads_what_the_press_prints() -> None:
    hours = [{"valid_from": "2021-11-01", "weekly": week("10:00-16:00")}]
    life = [
        {"event": "opened", "on": "2021-11-01", "source": "page"},
        {"event": "closing_decided", "on": "2026-01-01", "last_day": "2026-12-31", "source": "page"},
    ]
    data = make(of_offices(office(opening_hours=hours, lifecycle=life))).data("offices.json")
    (now,) = foretold(data, DAY).values()
    (then,) = foretold(data, date(2027, 1, 1)).values()
    assert (now.county, now.is_open, now.minutes) == ("01", True, 1800)
    assert not then.is_open
