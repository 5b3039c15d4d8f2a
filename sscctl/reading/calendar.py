"""Public holidays and eves that offices keep closed (helgdagar och helgdagsaftnar), by the `holidays` library."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from sscctl.text import Text

_EVES = {"midsommarafton": "midsummer_eve", "julafton": "christmas_eve", "nyårsafton": "new_years_eve"}


DAY_BEFORE = "day_before_public_holiday"


class Calendar:
    """Which days are holidays in Sweden (SFS 1989:253) and which eves are days off in practice.

    A day's class is one of the words that the registry's policies use: `public_holidays`, `midsummer_eve`,
    `christmas_eve`, `new_years_eve`, `day_before_public_holiday`. Ordinary Sundays are no holidays here.
    """

    def holiday(self, day: date) -> tuple[str, Text] | None:
        """The class and name of a public holiday or a de facto closed eve; `None` on any other day."""
        return _year(day.year).get(day)

    def eve(self, day: date) -> tuple[str, Text] | None:
        """The class and name of a Monday to Friday that is no holiday itself and comes right before a public one."""
        following = day + timedelta(days=1)
        found = _year(following.year).get(following)
        if found is None or found[0] != "public_holidays" or day.weekday() > 4 or day in _year(day.year):
            return None
        return DAY_BEFORE, Text(f"Dag före {_within(found[1].sv)}", f"Day before {found[1].en}")


def _within(name: str) -> str:
    """A day's Swedish name inside a sentence: only that of Ascension Day keeps its capital."""
    return name if name.startswith("Kristi") else f"{name[0].lower()}{name[1:]}"


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
