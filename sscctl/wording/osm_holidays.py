"""The days that programs which read `PH` take for public holidays in Sweden, by their own lists."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=64)
def osm_holidays(year: int) -> frozenset[date]:
    """The thirteen public holidays (SFS 1989:253) and the three eves that some programs count among them.

    A day that is open although it is one of these needs a rule of its own after `PH off`; to have one too many here
    costs no more than such a rule.
    """
    easter = easter_sunday(year)
    midsummer = _saturday_from(date(year, 6, 20))
    fixed = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
    return frozenset(
        {
            *(date(year, month, day) for month, day in fixed),
            *(easter + timedelta(days) for days in (-2, 0, 1, 39, 49)),
            midsummer - timedelta(1),
            midsummer,
            _saturday_from(date(year, 10, 31)),
        }
    )


def easter_sunday(year: int) -> date:
    """Easter Sunday of the western churches (J.-M. Oudin's algorithm, 1940, for the Gregorian calendar)."""
    century, golden = year // 100, year % 19
    correction = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    moon = correction - (correction // 28) * (1 - (29 // (correction + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(moon - weekday)


def _saturday_from(day: date) -> date:
    return day + timedelta((5 - day.weekday()) % 7)
