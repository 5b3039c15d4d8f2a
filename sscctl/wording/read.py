"""Reads opening hours as people write them, in Swedish, English or OpenStreetMap's language."""

from __future__ import annotations

from sscctl.domain.hours import Spans
from sscctl.text import Text
from sscctl.wording.facets import patterns_of
from sscctl.wording.grammar import Grammar
from sscctl.wording.lexemes import lexemes
from sscctl.wording.osm import OSM_DAYS, OSM_MONTHS
from sscctl.wording.reading import Problem, Reading

LONGEST = 500
"""Characters of a text that is read; hours of an office that take more are no hours but a page."""

_OSM_WORDS = frozenset({*OSM_DAYS.values(), *OSM_MONTHS, "PH", "SH", "off", "closed", "open", "week"})

_NOTHING = Problem(0, 0, Text("här står inga öppettider", "there are no opening hours here"))


def read(text: str) -> Reading:
    """Read ordinary hours; whatever cannot be read for certain is a problem in the reading, and never guessed.

    Any text can be given. It takes a time that grows with the length of the text, and texts over `LONGEST`
    code points are not read at all.
    """
    if len(text) > LONGEST:
        return Reading(problems=(_too_long(text),))
    is_osm = _is_osm(text)
    grammar = Grammar(text, is_osm=is_osm)
    grammar.read()
    patterns = patterns_of(grammar.draft.clauses, grammar.cursor, replacing=is_osm)
    problems = _in_order(grammar.cursor.problems)
    if not patterns and not problems and not grammar.draft.holidays_off:
        problems = (_NOTHING,)
    return Reading(patterns, problems, grammar.draft.holidays_off)


def read_day(text: str) -> tuple[Spans | None, tuple[Problem, ...]]:
    """Read the hours of one day that is known already: `10–13`, `10–12 och 13–16`, `stängt`.

    The spans are `None` where there are problems.
    """
    if len(text) > LONGEST:
        return None, (_too_long(text),)
    grammar = Grammar(text, one_day=True)
    grammar.read()
    patterns = patterns_of(grammar.draft.clauses, grammar.cursor, replacing=False)
    problems = _in_order(grammar.cursor.problems)
    found = {spans for pattern in patterns for spans in pattern.weekly.values()}
    if problems or len(found) != 1:
        return None, problems or (_NOTHING,)
    return found.pop(), ()


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.position))


def _too_long(text: str) -> Problem:
    message = Text(f"texten är längre än {LONGEST} tecken", f"the text is longer than {LONGEST} characters")
    return Problem(LONGEST, len(text) - LONGEST, message)


def _is_osm(text: str) -> bool:
    """Whether the text is in OpenStreetMap's language, in which a later rule takes the place of an earlier one."""
    words = {lexeme.text for lexeme in lexemes(text) if lexeme.kind == "word"}
    return words <= _OSM_WORDS
