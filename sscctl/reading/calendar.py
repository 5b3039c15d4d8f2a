"""Public holidays and eves that offices keep closed (helgdagar och helgdagsaftnar), by the `holidays` library."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sscctl.text import Text

_EVES = {"midsommarafton": "midsummer_eve", "julafton": "christmas_eve", "nyårsafton": "new_years_eve"}


class Calendar:
    """Which days are holidays in Sweden (SFS 1989:253) and which eves are days off in practice.

    A day's class is `public_holidays`, `midsummer_eve`, `christmas_eve` or `new_years_eve`: the words that the
    registry's policy on closed days uses. Ordinary Sundays are no holidays here.
    """

    def holiday(self, day: date) -> tuple[str, Text] | None:
        """The class and name of `day`, or `None` on any other day."""
        return _year(day.year).get(day)


@lru_cache(maxsize=32)
def _year(year: int) -> dict[date, tuple[str, Text]]:
    from holidays import country_holidays  # noqa: PLC0415  the library costs 40 ms: only those who ask for a day pay

    found: dict[date, tuple[str, Text]] = {}
    sv, en = (
        country_holidays("SE", years=year, language=language, categories=("public", "de_facto"))
        for language in ("sv", "en_US")
    )
    for day, name in sv.items():
        kind = _EVES.get(name.casefold(), "public_holidays")
        found[day] = (kind, Text(name, en.get(day, name)))
    return found
