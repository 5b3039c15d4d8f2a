"""What the calendar calls a day: public holidays, the eves that are closed in practice, the days before them."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.reading.calendar import DAY_BEFORE, Calendar


@pytest.mark.parametrize(
    ("day", "kind", "sv", "en"),
    [
        pytest.param("2027-05-06", "public_holidays", "Kristi himmelsfärdsdag", "Ascension Day", id="a Thursday"),
        pytest.param("2027-06-25", "midsummer_eve", "Midsommarafton", "Midsummer Eve", id="an eve that is closed"),
        pytest.param("2028-12-24", "christmas_eve", "Julafton", "Christmas Eve", id="on a Sunday"),
        pytest.param("2027-12-31", "new_years_eve", "Nyårsafton", "New Year's Eve", id="the last of the year"),
    ],
)
def test_holidays(day: str, kind: str, sv: str, en: str) -> None:
    found = Calendar().holiday(date.fromisoformat(day))
    assert found
    assert (found[0], found[1].sv, found[1].en) == (kind, sv, en)


@pytest.mark.parametrize(
    ("day", "sv", "en"),
    [
        pytest.param(
            "2026-05-13", "Dag före Kristi himmelsfärdsdag", "Day before Ascension Day", id="Christ's capital"
        ),
        pytest.param("2026-10-30", "Dag före alla helgons dag", "Day before All Saints' Day", id="small letters"),
        pytest.param("2026-06-05", "Dag före nationaldagen", "Day before National Day", id="before a Saturday"),
        pytest.param("2025-12-31", None, None, id="an eve that is closed itself"),
        pytest.param("2026-05-23", None, None, id="a Saturday"),
        pytest.param("2026-05-12", None, None, id="two days before"),
    ],
)
def test_days_before_holidays(day: str, sv: str | None, en: str | None) -> None:
    found = Calendar().eve(date.fromisoformat(day))
    assert (found and (found[0], found[1].sv, found[1].en)) == (sv and (DAY_BEFORE, sv, en))
