"""`sscctl office set`: one value of an office."""

from __future__ import annotations

from typing import Annotated

import typer

from sscctl.cli._edit import Task, carry_out
from sscctl.cli.edit_fields import (
    OfficeOrAsk,
    Source,
    SourceDate,
    desk,
    municipality_code,
    name_of,
    office_field,
    origin,
    some_text,
    source_day,
    source_field,
)
from sscctl.cli.edit_options import How, edits
from sscctl.cli.language import t
from sscctl.cli.prompts import Answers, Choice, Field, ask
from sscctl.errors import WrongUsage
from sscctl.text import Text

HELP = Text(
    "Sätt ett värde hos ett kontor. Fältet skrivs med punkter: contact.phone, addresses.0.street. Värdet - eller"
    " --unset tar bort det.",
    "Set one value of an office. The field is written with dots: contact.phone, addresses.0.street. The value - or"
    " --unset takes it away.",
)
SHORT = Text("Sätt ett värde hos ett kontor.", "Set one value of an office.")


def _complete(incomplete: str) -> list[str]:
    from sscctl.editing.office_fields import settable  # noqa: PLC0415

    return [field for field in settable() if field.startswith(incomplete)]


@edits
def run(
    how: How,
    office: OfficeOrAsk = None,
    field: Annotated[
        str | None,
        typer.Argument(
            metavar=t("FÄLT", "FIELD"),
            help=t("Vad som sätts, till exempel contact.phone.", "What is set, such as contact.phone."),
            autocompletion=_complete,
            show_default=False,
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(metavar=t("VÄRDE", "VALUE"), help=t("Det nya värdet.", "The new value."), show_default=False),
    ] = None,
    unset: Annotated[bool, typer.Option("--unset", help=t("Ta bort värdet.", "Take the value away."))] = False,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Set a value, or take it away."""
    from sscctl.editing.office_fields import settable  # noqa: PLC0415  loaded when it is done
    from sscctl.editing.office_set import set_value  # noqa: PLC0415

    if unset and value not in (None, "-"):
        raise WrongUsage(Text("ange ett värde eller --unset", "give a value or --unset"))

    def try_out(text: str, answers: Answers) -> None:
        set_value(desk(), answers[which], answers[what], value_of(answers[what], text), None)

    asked = (
        which := office_field(office),
        what := Field(
            t("FÄLT", "FIELD"), Text("Vilket fält?", "Which field?"), field, str.strip, lambda: map(Choice, settable())
        ),
        to := Field(
            t("VÄRDE", "VALUE"), Text("Nytt värde", "New value"), "-" if unset else value, some_text, told=try_out
        ),
        rests := source_field(source, optional=True, of=which),
    )
    answers = ask(*asked)
    ident, name, text = answers[which], answers[what], answers[to]
    new = value_of(name, text)
    named = origin(answers, rests, source_day(source_date, how.today))
    whose = name_of(ident)
    doing = Text(f"Sätt {name} hos {whose} till {new}", f"Set {name} of {whose} to {new}")
    if new is None:
        doing = Text(f"Ta bort {name} hos {whose}", f"Take {name} of {whose} away")
    carry_out(lambda desk: set_value(desk, ident, name, new, named), how, Task(doing))


def value_of(field: str, text: str) -> str | None:
    """What is set: a municipality by its code, whichever way it was written; None takes the value away."""
    if text == "-":
        return None
    return municipality_code(text) if field == "municipality" else text
