"""Readings in shorthand, and tables of them: text that is pleasant to read and to extend."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.hours import Weeks
from sscctl.domain.period import ALWAYS, Period
from sscctl.wording.osm import osm_rules
from sscctl.wording.reading import Problem, Reading

LINE_END = "⏎"
"""Stands in a table for the end of a line within a spelling."""


def shorthand(reading: Reading) -> str:
    """`Mo-Th 10-16; Fr 10-13`, with weeks before and patterns set apart by `|`; a day that is not named is unknown."""
    patterns = [
        f"{_period(pattern.period)}{_weeks(pattern.weeks)}{'; '.join(osm_rules(pattern.weekly)).replace(':00', '')}"
        for pattern in reading.patterns
    ]
    return " | ".join([*patterns, "PH off"] if reading.holidays_off else patterns)


def complaint(text: str, problem: Problem) -> str:
    """`10-4: can mean … ⇒ 10:00–16:00`: what is marked, what is said of it, and what is suggested."""
    marked = text[problem.position : problem.position + problem.length]
    _, _, message = problem.message.en.rpartition("”: ")
    return f"{marked}: {message}" + (f" ⇒ {problem.suggestion.en}" if problem.suggestion else "")


def rows(table: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each spelling of a table with what stands under it, or after its arrow; deeper lines belong to the last."""
    found: list[tuple[str, list[str]]] = []
    for line in table.strip("\n").split("\n"):
        if line.startswith("    "):
            found[-1][1][-1] += f" {line.strip()}"
        elif line.startswith("  "):
            found[-1][1].append(line.strip())
        else:
            spelling, _, reading = line.partition(" → ")
            found.append((spelling.strip(" ").replace(LINE_END, "\n"), [reading.strip()] if reading else []))
    yield from found


def _weeks(weeks: Weeks | None) -> str:
    if weeks is None:
        return ""
    if weeks.parity is not None:
        return "odd: " if weeks.parity else "even: "
    if weeks.every:
        return f"every {weeks.every} from {weeks.start}: "
    return f"{','.join(map(str, weeks.nth))} of the month: "


def _period(period: Period) -> str:
    return "" if period == ALWAYS else f"{period.start or ''}..{period.last or ''}: "
