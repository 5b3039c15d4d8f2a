"""`sscctl open`: is it open, until when, and if not, when next."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, On, cache, complete_office, day, instant, repository
from sscctl.cli.render import openness as render
from sscctl.domain.collation import swedish_key
from sscctl.domain.event import Status
from sscctl.domain.openness import openness
from sscctl.errors import WrongUsage
from sscctl.querying.select import find_office
from sscctl.reading.calendar import Calendar
from sscctl.reading.load import Loaded, load
from sscctl.reading.policy import Policy
from sscctl.text import Text

HELP = Text(
    "Svara på om ett kontor har öppet, till när, och annars när det öppnar; utan kontor, vilka som har öppet. "
    "Slutkoden är 0 om det är öppet, 1 om det är stängt eller okänt.",
    "Say whether an office is open, until when, and if not, when it opens; without an office, which are open. "
    "The exit code is 0 where it is open, 1 where it is closed or unknown.",
)


class Format(StrEnum):
    """How the answer is given."""

    TEXT = "text"
    JSON = "json"


def run(
    office: Annotated[
        str | None,
        typer.Argument(
            metavar=t("[KONTOR]", "[OFFICE]"),
            help=t("Kontorets id; utan det alla.", "The office's id; without it all of them."),
            autocompletion=complete_office,
        ),
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar=t("TID", "TIME"),
            help=t(
                "Tidpunkt i svensk tid: 2026-11-23T10:30, eller 10:30 den dag det gäller (förval: nu).",
                "Swedish time: 2026-11-23T10:30, or 10:30 on the day in question (default: now).",
            ),
        ),
    ] = None,
    on: On = None,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    as_of: AsOf = None,
) -> None:
    """Say whether an office is open; exit with 0 where it is, with 1 where it is closed or unknown."""
    found = repository()
    loaded = load(found.snapshot(as_of), cache(found))
    tell_unreadable(loaded)
    asked = _instant(at, on)
    policy = Policy(loaded.registry.context.settings, Calendar())
    if office is None:
        _all(loaded, policy, asked, form)
        return
    chosen = loaded.registry.offices[find_office(loaded.registry, office)]
    answer = openness(policy.timetable(chosen), asked)
    emit(render.as_json(chosen, answer) if form is Format.JSON else render.as_text(chosen, answer))
    if not answer.is_open:
        raise typer.Exit(1)


def _instant(at: str | None, on: str | None) -> datetime:
    """A time alone is that of the day `on`, and a day alone is meant at the clock's time."""
    asked = None if on is None else day(on, "--on")
    found = instant(at, asked)
    if asked not in (None, found.date()):
        raise WrongUsage(
            Text("--on och --at nämner var sin dag", "--on and --at name a day each"),
            Text("skriv klockslaget ensamt: --at 10:30", "write the time alone: --at 10:30"),
        )
    return found


def _all(loaded: Loaded, policy: Policy, asked: datetime, form: Format) -> None:
    offices = sorted(loaded.registry.offices.values(), key=lambda one: swedish_key(one.name))
    answers = [(one, openness(policy.timetable(one), asked)) for one in offices]
    unknown = sum(
        1 for one, answer in answers if answer.is_open is None and one.status_on(answer.day.day) is Status.OPEN
    )
    is_open = [(one, answer) for one, answer in answers if answer.is_open]
    show = render.all_as_json if form is Format.JSON else render.all_as_text
    emit(show(is_open, unknown, asked))
    if not is_open:
        raise typer.Exit(1)
