"""Hours with a column for each weekday, and hours that a spreadsheet has taken for a date."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from sscctl.cli.hours_fields import day_hours_field, hours_field
from sscctl.cli.language import language
from sscctl.cli.prompts import Answers, Field
from sscctl.cli.sheets.kind import Column
from sscctl.domain.hours import WEEKDAYS, Weekday
from sscctl.errors import WrongUsage
from sscctl.text import Text
from sscctl.wording.names import DAY_NAMES, SHORT_DAY_NAMES
from sscctl.wording.reading import Reading

T = TypeVar("T")

_DATE = re.compile(r"[0-9]{1,2}[-/. ][a-zåäö]{3,4}\.?|[0-9]{4}-[0-9]{2}-[0-9]{2}.*", re.IGNORECASE)


def undated(check: Callable[[str], T]) -> Callable[[str], T]:
    """Tell hours such as 10-13 that a spreadsheet took for a date: `13-okt` or `2026-10-13`."""

    def told(text: str) -> T:
        if _DATE.fullmatch(text):
            raise WrongUsage(
                Text(f"{text} är ett datum, inga öppettider", f"{text} is a date, not hours"),
                Text(
                    "kalkylprogram gör datum av 10-13: skriv 10.00-13.00",
                    "spreadsheets make a date of 10-13: write 10.00-13.00",
                ),
            )
        return check(text)

    return told


def fields() -> Mapping[Weekday, Field[str]]:
    """A field for the hours of each weekday."""
    return {day: replace(_field(day_hours_field(None).check), question=DAY_NAMES[day]) for day in WEEKDAYS}


def _field(read: Callable[[str], object]) -> Field[str]:
    def check(text: str) -> str:
        undated(read)(text)
        return text

    return Field("", Text("Öppettider", "Hours"), None, check, optional=True)


def columns(by_day: Mapping[Weekday, Field[str]]) -> tuple[Column, ...]:
    """A column for each weekday, by its whole name or its first three letters."""
    meaning = Text("10.00-16.00, eller stängt", "10.00-16.00, or closed")
    return tuple(
        Column(
            day.value,
            Text(DAY_NAMES[day].sv.capitalize(), DAY_NAMES[day].en),
            field,
            meaning,
            (SHORT_DAY_NAMES[day], Text(DAY_NAMES[day].sv[:3], DAY_NAMES[day].en[:3])),
        )
        for day, field in by_day.items()
    )


def reading(answers: Answers, by_day: Mapping[Weekday, Field[str]], whole: Reading | None) -> Reading:
    """The hours of a row, from its one cell or from those of its weekdays; a weekday without any is unknown."""
    told = {day: text for day, field in by_day.items() if (text := answers.get(field))}
    if whole is not None and not told:
        return whole
    if not told or whole is not None:
        raise WrongUsage(
            Text("öppettiderna står två gånger", "the hours are there twice")
            if told
            else Text("öppettiderna saknas", "the hours are missing"),
            Text(
                "skriv dem i kolumnen Öppettider, eller i en kolumn för varje veckodag",
                "write them in the column Hours, or in a column for each weekday",
            ),
        )
    words = (f"{DAY_NAMES[day].within(language())} {text}" for day, text in told.items())
    return hours_field(None).check(", ".join(words))
