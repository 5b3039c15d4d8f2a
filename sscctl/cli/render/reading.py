"""What was read of opening hours in words: for a person with every problem marked, and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sscctl.cli.console import Style, styled
from sscctl.cli.language import said, t
from sscctl.cli.visible import visible, width
from sscctl.domain.hours import WEEKDAYS, Spans, Weekday
from sscctl.editing.canonical import Value
from sscctl.editing.hours_values import weekly_value, weeks_value
from sscctl.text import Language, Text
from sscctl.wording.osm import osm_text
from sscctl.wording.reading import Pattern, Problem, Reading
from sscctl.wording.runs import runs
from sscctl.wording.write import days_in_words, in_words

NO_OSM = Text(
    "OpenStreetMap har inga ord för det: var tredje vecka, en period utan slut",
    "OpenStreetMap has no words for that: every third week, a period without an end",
)

_CONTEXT = 30
"""Characters shown on either side of a problem; more of the line is left out."""


def as_text(text: str, reading: Reading) -> str:
    """The reading in both languages and as OSM, what it leaves open, then its problems."""
    return "\n".join([*_read(reading), *_problems(text, reading)])


def problems_as_text(text: str, reading: Reading) -> str:
    """Only the problems, each under the part of the text that it is about."""
    return "\n".join(_problems(text, reading))


def _read(reading: Reading) -> Iterator[str]:
    if not reading.patterns and not reading.holidays_off:
        return
    words = in_words(reading.patterns)
    if reading.patterns:
        for language in Language:
            yield f"{language}   {styled(words.within(language), Style.STRONG)}"
    osm = osm_text(reading.patterns, holidays_off=reading.holidays_off)
    if osm and not reading.problems:
        yield f"osm  {osm}"
    if reading.holidays_off:
        yield t("Helgdagar sägs vara stängda.", "Public holidays are said to be closed.")
    silent = unsaid(reading.patterns)
    if silent:
        yield t(f"Inget sägs om {said(silent)}.", f"Nothing is said of {said(silent)}.")
    if any(pattern.weeks for pattern in reading.patterns) and not _every_week(reading):
        yield t("Om övriga veckor sägs inget.", "Of other weeks nothing is said.")


def unsaid(patterns: Sequence[Pattern]) -> Text | None:
    """The weekdays that none of the patterns speaks of."""
    silent: Mapping[Weekday, Spans] = {
        day: () for day in WEEKDAYS if not any(day in pattern.weekly for pattern in patterns)
    }
    if not silent or not patterns:
        return None
    names = [days_in_words(days) for days, _ in runs(silent)]
    return Text(", ".join(name.sv for name in names), ", ".join(name.en for name in names))


def _every_week(reading: Reading) -> bool:
    """Whether the patterns together cover all weeks."""
    weeks = [pattern.weeks for pattern in reading.patterns if pattern.weeks]
    parities = {one.parity for one in weeks} - {None}
    return len(parities) == 2 or {number for one in weeks for number in one.nth} == {1, 2, 3, 4, 5}


def _problems(text: str, reading: Reading) -> Iterator[str]:
    for problem in reading.problems:
        yield ""
        yield from _marked(text, problem)
        yield f"  {styled(t('Fel:', 'Error:'), Style.ERROR)} {visible(said(problem.message))}"
        if problem.suggestion:
            yield f"  {t('Förslag:', 'Suggestion:')} {visible(said(problem.suggestion))}"


def _marked(text: str, problem: Problem) -> Iterator[str]:
    """The line with the problem, as much of it as helps, and carets under it."""
    start = max(text.rfind("\n", 0, problem.position) + 1, problem.position - _CONTEXT)
    end = min(problem.position + problem.length, problem.position + 2 * _CONTEXT)
    after = text.find("\n", problem.position)
    stop = min(len(text) if after < 0 else after, end + _CONTEXT)
    before, marked = visible(text[start : problem.position]), visible(text[problem.position : min(end, stop)])
    yield f"    {before}{marked}{visible(text[min(end, stop) : stop])}".rstrip()
    yield f"    {' ' * width(before)}{styled('^' * max(width(marked), 1), Style.ERROR)}"


def as_tree(reading: Reading) -> dict[str, object]:
    """The reading as `schemas/output/hours-parse.schema.json` promises it.

    `weekly` and `weeks` are those of the first schedule; `osm` is missing where there are problems, or no words for it.
    """
    words = in_words(reading.patterns)
    osm = None if reading.problems else osm_text(reading.patterns, holidays_off=reading.holidays_off)
    return {
        "weekly": weekly_value(reading.weekly),
        "weeks": weeks_value(reading.weeks) if reading.weeks else None,
        "schedules": [_schedule(pattern) for pattern in reading.patterns],
        "holidays_off": reading.holidays_off,
        "osm": osm or None,
        "words": {"sv": words.sv, "en": words.en} if reading.patterns else None,
        "problems": [_problem(problem) for problem in reading.problems],
    }


def as_document(reading: Reading) -> dict[str, Value]:
    """The reading as an office's file has it: `opening_hours`, without sources."""
    return {"opening_hours": [_schedule(pattern) for pattern in reading.patterns]}


def _schedule(pattern: Pattern) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    if pattern.period.start:
        fields["valid_from"] = pattern.period.start.isoformat()
    if pattern.period.last:
        fields["valid_through"] = pattern.period.last.isoformat()
    fields["weekly"] = weekly_value(pattern.weekly)
    if pattern.weeks:
        fields["weeks"] = weeks_value(pattern.weeks)
    return fields


def _problem(problem: Problem) -> dict[str, object]:
    suggestion = problem.suggestion
    return {
        "position": problem.position,
        "length": problem.length,
        "message": problem.message.en,
        "message_sv": problem.message.sv,
        "suggestion": suggestion.en if suggestion else None,
        "suggestion_sv": suggestion.sv if suggestion else None,
    }
