"""Hours that were given in words, said back in full before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.cli.render.reading import unsaid
from sscctl.domain.hours import Spans, Weekday
from sscctl.editing.deviating import Days
from sscctl.text import Text
from sscctl.wording.names import DAY_NAMES
from sscctl.wording.reading import Reading
from sscctl.wording.write import hours_in_words, in_words, weeks_in_words


def of_week(reading: Reading) -> Iterator[Text]:
    """Yield how the hours were understood, and what they leave unsaid and so unknown."""
    words = in_words(reading.patterns)
    yield Text(f"Förstått som: {words.sv}", f"Understood as: {words.en}")
    silent = [(pattern, days) for pattern in reading.patterns if (days := unsaid((pattern,)))]
    for pattern, days in silent:
        weeks = weeks_in_words(pattern.weeks) if len(reading.patterns) > 1 else None
        when = Text(f"{weeks.sv}: {days.sv}", f"{weeks.en}: {days.en}") if weeks else days
        yield Text(f"Inte angivet: {when.sv}.", f"Not given: {when.en}.")
    if silent:
        yield Text(
            "Det som inte anges är okänt. Är det stängt då, skriv till: övriga dagar stängt.",
            "What is not given is unknown. If it is closed then, add: other days closed.",
        )
    if reading.holidays_off:
        yield Text(
            "Vilka helgdagar som är stängda bestäms av registrets policy, inte av kontoret.",
            "Which public holidays are closed is for the registry's policy, not for the office.",
        )


def of_day(days: Days, hours: Spans, reason: Text) -> Text:
    """Say a deviation in full: the days with their weekdays, the hours and the reason."""
    words = hours_in_words(hours)
    first, last = DAY_NAMES[Weekday.of(days.first)], DAY_NAMES[Weekday.of(days.last)]
    if days.first == days.last:
        return Text(
            f"Förstått som: {first.sv} {days.first}: {words.sv} ({reason.sv})",
            f"Understood as: {first.en} {days.first}: {words.en} ({reason.en})",
        )
    return Text(
        f"Förstått som: {first.sv} {days.first} till {last.sv} {days.last}: {words.sv} alla dagar ({reason.sv})",
        f"Understood as: {first.en} {days.first} through {last.en} {days.last}: {words.en} every day ({reason.en})",
    )
