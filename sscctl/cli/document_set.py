"""The arguments and questions of the commands that set one value of an agreement or an agency."""

from __future__ import annotations

from typing import Annotated

import typer

from sscctl.cli.language import t
from sscctl.cli.prompts import Choice, Field
from sscctl.editing.fields import fields_of
from sscctl.errors import WrongUsage
from sscctl.reading.kinds import Kind
from sscctl.text import Text

FieldArgument = Annotated[
    str | None,
    typer.Argument(
        metavar=t("FÄLT", "FIELD"),
        help=t("Vad som sätts, med punkter mellan nivåerna.", "What is set, with dots between levels."),
        show_default=False,
    ),
]
ValueArgument = Annotated[
    str | None,
    typer.Argument(metavar=t("VÄRDE", "VALUE"), help=t("Det nya värdet.", "The new value."), show_default=False),
]
Unset = Annotated[bool, typer.Option("--unset", help=t("Ta bort värdet.", "Take the value away."))]

_AWAY = "-"


def field_field(kind: Kind, given: str | None) -> Field[str]:
    """Which field."""
    return Field(
        t("FÄLT", "FIELD"),
        Text("Vilket fält?", "Which field?"),
        given,
        str.strip,
        lambda: (Choice(name) for name in fields_of(kind)),
    )


def value_field(given: str | None, *, unset: bool) -> Field[str]:
    """What it becomes; empty is to take it away."""
    if unset and given not in (None, _AWAY):
        raise WrongUsage(Text("ange ett värde eller --unset", "give a value or --unset"))
    return Field(t("VÄRDE", "VALUE"), Text("Nytt värde", "New value"), _AWAY if unset else given, _value)


def _value(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise WrongUsage(Text("skriv en rad text", "write a line of text"))
    return "" if text.strip() == _AWAY else text.strip()


def set_doing(field: str, text: str, whose: Text) -> Text:
    """What is about to be done, in words."""
    if not text:
        return Text(f"Ta bort {field} i {whose.sv}", f"Take {field} of {whose.en} away")
    return Text(f"Sätt {field} i {whose.sv} till {text}", f"Set {field} of {whose.en} to {text}")
