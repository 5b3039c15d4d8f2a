"""What the commands on hours need to know, and how each answer is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from sscctl.cli.console import tell_plain
from sscctl.cli.edit_fields import a_day, known, name_of, offices
from sscctl.cli.language import t
from sscctl.cli.options import complete_office
from sscctl.cli.prompts import Choice, Field
from sscctl.cli.render.reading import problems_as_text
from sscctl.cli.selection import chosen
from sscctl.domain.hours import Spans, Weeks
from sscctl.editing.deviating import Days
from sscctl.errors import WrongUsage
from sscctl.text import Text
from sscctl.wording.read import read, read_day
from sscctl.wording.reading import Problem, Reading

Which = Annotated[
    str | None,
    typer.Argument(
        metavar=t("KONTOR", "OFFICE"),
        help=t(
            "Id eller namn; flera med komma mellan, eller ett urval som county=Norrbotten.",
            "Id or name; several with commas between, or a selection such as county=Norrbotten.",
        ),
        autocompletion=complete_office,
        show_default=False,
    ),
]
OfficesOption = Annotated[
    str | None,
    typer.Option(
        "--offices",
        metavar=t("URVAL", "SELECTION"),
        help=t(
            "I stället för KONTOR: ett urval med filtren i list, som county=Norrbotten,kind=office.",
            "In place of OFFICE: a selection by the filters of list, as in county=Norrbotten,kind=office.",
        ),
    ),
]


def offices_field(given: str | None, on: date) -> Field[tuple[str, ...]]:
    """Which office, or which of them."""
    question = Text("Vilket kontor?", "Which office?")
    return Field(t("KONTOR", "OFFICE"), question, given, chosen_on(on), offices)


def chosen_on(on: date) -> Callable[[str], tuple[str, ...]]:
    """Read which offices, as they are on a day."""
    return lambda text: chosen(text.strip(), known(), on)


_FEW = 3


def shifted(selected: str | None, *arguments: str | None) -> tuple[str | None, ...]:
    """The arguments where the first was left out because `--offices` says which offices."""
    if selected is None:
        return arguments
    if arguments[-1] is not None:
        raise WrongUsage(
            Text("KONTOR och --offices kan inte ges båda", "OFFICE and --offices cannot both be given"),
            Text("låt urvalet stå ensamt", "let the selection stand alone"),
        )
    return (selected, *arguments[:-1])


def named(ids: tuple[str, ...]) -> Text:
    """The offices in words: the names of few, the number of many."""
    if len(ids) <= _FEW:
        *others, last = map(name_of, ids)
        before = ", ".join(others)
        return Text(f"{before} och {last}", f"{before} and {last}") if others else Text(last, last)
    return Text(f"{len(ids)} kontor", f"{len(ids)} offices")


def hours_field(given: str | None) -> Field[Reading]:
    """The ordinary hours, in words."""
    return Field(
        t("ÖPPETTIDER", "HOURS"),
        Text("Öppettider, som mån–tors 10–16, fre 10–13", "Hours, such as Mon–Thu 10–16, Fri 10–13"),
        given,
        _reading,
    )


def refuse_unread(text: str | None, *, one_day: bool = False) -> None:
    """Show what of a text cannot be read, with marks under it, and refuse it."""
    if text is None:
        return
    problems = read_day(text)[1] if one_day else read(text).problems
    if problems:
        tell_plain(problems_as_text(text, Reading(problems=problems)).strip("\n"))
        at = problems[0].position + 1
        raise WrongUsage(
            Text(f"öppettiderna går inte att läsa vid tecken {at}", f"the hours cannot be read at character {at}")
        )


def _reading(text: str) -> Reading:
    found = read(text)
    if found.problems:
        raise _misread(found.problems[0])
    if not found.patterns:
        raise WrongUsage(Text("här står inga öppettider", "there are no opening hours here"))
    if len({pattern.period for pattern in found.patterns}) > 1:
        raise WrongUsage(
            Text("texten gäller flera perioder", "the text is for several periods"),
            Text("ange en i taget, med --from och --through", "give one at a time, with --from and --through"),
        )
    return found


def day_hours_field(given: str | None) -> Field[Spans]:
    """The hours of a day."""
    return Field(
        t("ÖPPETTIDER", "HOURS"),
        Text("Öppettider den dagen, som 10–13, eller stängt", "Hours of the day, such as 10–13, or closed"),
        given,
        _day_hours,
        lambda: (Choice(t("stängt", "closed")),),
    )


def _day_hours(text: str) -> Spans:
    spans, problems = read_day(text)
    if spans is None:
        raise _misread(problems[0])
    return spans


def _misread(problem: Problem) -> WrongUsage:
    at = problem.position + 1
    return WrongUsage(
        Text(
            f"öppettiderna går inte att läsa vid tecken {at}: {problem.message.sv}",
            f"the hours cannot be read at character {at}: {problem.message.en}",
        ),
        Text(f"skriv {problem.suggestion.sv}", f"write {problem.suggestion.en}") if problem.suggestion else None,
    )


def days_field(given: str | None) -> Field[Days]:
    """Which day, or which days in a row."""
    return Field(
        t("DATUM", "DATE"),
        Text("Vilken dag? (ÅÅÅÅ-MM-DD, eller DATUM..DATUM)", "Which day? (YYYY-MM-DD, or DATE..DATE)"),
        given,
        _days,
    )


def _days(text: str) -> Days:
    first, _, last = (part.strip() for part in text.replace("–", "..").partition(".."))
    start = a_day("")(first)
    found = Days(start, a_day("")(last) if last else start)
    if found.last < found.first:
        raise WrongUsage(
            Text(f"{found.last} kommer före {found.first}", f"{found.last} comes before {found.first}"),
            Text("skriv den första dagen först", "write the first day first"),
        )
    return found


def in_weeks(reading: Reading, weeks: str | None) -> Reading:
    """The reading for odd or even weeks only, where that was asked for."""
    if weeks is None:
        return reading
    if any(pattern.weeks for pattern in reading.patterns):
        raise WrongUsage(
            Text("texten säger redan vilka veckor det gäller", "the text says already in which weeks"),
            Text("ta bort --weeks", "leave --weeks out"),
        )
    parity = Weeks(parity=int(weeks == "odd"))
    return replace(reading, patterns=tuple(replace(pattern, weeks=parity) for pattern in reading.patterns))


def bounds(reading: Reading) -> tuple[date | None, date | None]:
    """The first and the last day that the text itself names."""
    periods = [pattern.period for pattern in reading.patterns[:1]]
    return (periods[0].start, periods[0].last) if periods else (None, None)


def agreeing(option: str, given: date | None, told: date | None) -> date | None:
    """A day that may be said in an option and in the text; WrongUsage where the two differ."""
    if given and told and given != told:
        raise WrongUsage(
            Text(f"{option} är {given}, men texten säger {told}", f"{option} is {given}, but the text says {told}")
        )
    return given or told


def each_named(ids: tuple[str, ...], notes: Iterator[tuple[str, Text]]) -> Iterator[Text]:
    """Notes on offices, each with the office's name before it where there are several."""
    for ident, note in notes:
        yield note if len(ids) == 1 else Text(f"{name_of(ident)}: {note.sv}", f"{name_of(ident)}: {note.en}")
