"""`sscctl office close`, `suspend` and `reopen`."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from sscctl.cli._edit import Task, carry_out
from sscctl.cli.choices import columns_of
from sscctl.cli.edit_fields import (
    OfficeOrAsk,
    Source,
    SourceDate,
    a_day,
    a_partial_day,
    day_field,
    decision_named,
    decisions,
    ids_in,
    name_of,
    office_field,
    office_named,
    offices,
    origin,
    source_day,
    source_field,
)
from sscctl.cli.edit_options import How, edits
from sscctl.cli.language import t
from sscctl.cli.options import complete_office
from sscctl.cli.prompts import Field, ask
from sscctl.domain.decision import Consulted
from sscctl.errors import WrongUsage
from sscctl.text import Text

CLOSE = Text(
    "Lägg ned ett kontor för gott. --on är den första dagen det är stängt; den sista besöksdagen anges i stället med"
    " --last-day. Visar vad mer nedläggningen rör.",
    "Close an office for good. --on is the first day on which it is closed; the last day for visitors can be given"
    " instead, with --last-day. Shows what else the closing touches.",
)
CLOSE_SHORT = Text("Lägg ned ett kontor för gott.", "Close an office for good.")
SUSPEND = Text("Stäng ett kontor tillfälligt.", "Close an office for a time.")
REOPEN = Text("Öppna ett stängt kontor igen.", "Open a closed office again.")

_DAY = timedelta(days=1)
_BODIES = ("board", "director_general")


@edits
def close(
    how: How,
    office: OfficeOrAsk = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar=t("DATUM", "DATE"),
            help=t("Den första dagen som kontoret är stängt.", "The first day on which the office is closed."),
        ),
    ] = None,
    last_day: Annotated[
        str | None,
        typer.Option(
            "--last-day",
            metavar=t("DATUM", "DATE"),
            help=t("Den sista besöksdagen, i stället för --on.", "The last day for visitors, instead of --on."),
        ),
    ] = None,
    decision: Annotated[
        str | None,
        typer.Option(
            "--decision",
            metavar="ID",
            help=t("Beslutet om nedläggning.", "The decision to close it."),
            autocompletion=ids_in("decisions"),
        ),
    ] = None,
    decided: Annotated[
        str | None,
        typer.Option(
            "--decided",
            metavar=t("DATUM", "DATE"),
            help=t("När det beslutades (förval: beslutets datum).", "When that was decided (default: its own date)."),
        ),
    ] = None,
    successors: Annotated[
        list[str] | None,
        typer.Option(
            "--successor",
            metavar=t("KONTOR", "OFFICE"),
            help=t("Kontor som tar över; kan upprepas.", "An office that takes over; may be repeated."),
            autocompletion=complete_office,
        ),
    ] = None,
    body: Annotated[
        str | None,
        typer.Option(
            "--body",
            metavar="|".join(_BODIES),
            help=t("Vem som beslutade, om beslutet gäller flera kontor.", "Who decided, where it covers several."),
        ),
    ] = None,
    consulted: Annotated[
        str | None,
        typer.Option(
            "--consulted",
            metavar=t("LISTA", "LIST"),
            help=t(
                "Vilka som hördes, med komma: municipality, region, county_board.",
                "Who was heard, with commas: municipality, region, county_board.",
            ),
        ),
    ] = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Enter that the closing of an office was decided."""
    from sscctl.cli.render.office_touched import touched_words  # noqa: PLC0415  loaded when it is done
    from sscctl.editing import office_life as verbs  # noqa: PLC0415

    first = _first_closed(on, last_day)
    asked = (
        which := office_field(office),
        when := day_field("--on", Text("Första stängda dagen", "First day closed"), first),
        rests := Field("--decision", Text("Beslutets id", "The decision's id"), decision, decision_named, decisions),
        then := Field(
            "--successor",
            Text("Kontor som tar över, med komma", "Offices that take over, with commas"),
            ",".join(successors) if successors else None,
            lambda text: [office_named(one.strip()) for one in text.split(",") if one.strip()],
            offices,
            optional=True,
        ),
        where := source_field(source, of=which),
    )
    answers = ask(*asked)
    ident, closed = answers[which], answers[when]
    closing = verbs.Closing(
        on=closed,
        decision=answers[rests],
        decided=a_partial_day(decided) if decided else None,
        origin=origin(answers, where, source_day(source_date, how.today)),
        successors=answers.get(then) or (),
        body=columns_of(body, _BODIES, "--body")[0] if body else None,
        consulted=columns_of(consulted, tuple(party.value for party in Consulted), "--consulted"),
    )
    name = name_of(ident)
    doing = Text(f"Lägg ned {name} från {closed}", f"Close {name} from {closed} on")

    carry_out(
        lambda desk: verbs.close(desk, ident, closing),
        how,
        Task(doing, lambda _: touched_words(ident, closed, closing.decision)),
    )


def _first_closed(on: str | None, last_day: str | None) -> str | None:
    """The first day closed, from either way to say it."""
    if last_day is None:
        return on
    first = (a_day("--last-day")(last_day) + _DAY).isoformat()
    if on is not None and on != first:
        raise WrongUsage(
            Text(
                f"--on {on} är inte dagen efter --last-day {last_day}",
                f"--on {on} is not the day after --last-day {last_day}",
            ),
            Text("ange ett av dem", "give one of them"),
        )
    return first


@edits
def suspend(
    how: How,
    office: OfficeOrAsk = None,
    first: Annotated[
        str | None,
        typer.Option(
            "--from", metavar=t("DATUM", "DATE"), help=t("Den första stängda dagen.", "The first day closed.")
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar=t("DATUM", "DATE"),
            help=t("Den sista stängda dagen, om den är känd.", "The last day closed, where it is known."),
        ),
    ] = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Enter that an office is closed for a time."""
    from sscctl.editing import office_life as verbs  # noqa: PLC0415

    asked = (
        which := office_field(office),
        when := day_field("--from", Text("Första stängda dagen", "First day closed"), first),
        last := Field(
            "--until",
            Text("Sista stängda dagen (ÅÅÅÅ-MM-DD)", "Last day closed (YYYY-MM-DD)"),
            until,
            a_day("--until"),
            optional=True,
        ),
        where := source_field(source, of=which),
    )
    answers = ask(*asked)
    ident, begins, ends = answers[which], answers[when], answers.get(last)
    rests = origin(answers, where, source_day(source_date, how.today))
    name = name_of(ident)
    through = Text(f" till och med {ends}", f" through {ends}") if ends else Text("", "")
    doing = Text(
        f"Stäng {name} tillfälligt från {begins}{through.sv}", f"Close {name} for a time from {begins}{through.en}"
    )
    carry_out(lambda desk: verbs.suspend(desk, ident, begins, ends, rests), how, Task(doing))


@edits
def reopen(
    how: How,
    office: OfficeOrAsk = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on", metavar=t("DATUM", "DATE"), help=t("Den första öppna dagen.", "The first day it is open.")
        ),
    ] = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Enter that a closed office opens again."""
    from sscctl.editing import office_life as verbs  # noqa: PLC0415

    asked = (
        which := office_field(office),
        when := day_field("--on", Text("Första öppna dagen", "First day open"), on),
        where := source_field(source, of=which),
    )
    answers = ask(*asked)
    ident, opens = answers[which], answers[when]
    rests = origin(answers, where, source_day(source_date, how.today))
    name = name_of(ident)
    doing = Text(f"Öppna {name} igen från {opens}", f"Open {name} again from {opens} on")
    carry_out(lambda desk: verbs.reopen(desk, ident, opens, rests), how, Task(doing))
