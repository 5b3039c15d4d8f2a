"""`sscctl office rename`: an office gets another id, everywhere at once."""

from __future__ import annotations

from typing import Annotated

import typer

from sscctl.cli._edit import Task, carry_out
from sscctl.cli.edit_fields import OfficeOrAsk, name_of, office_field
from sscctl.cli.edit_options import How, edits
from sscctl.cli.language import t
from sscctl.cli.office_ids import unused_id
from sscctl.cli.prompts import Field, ask
from sscctl.text import Text

HELP = Text(
    "Ge ett kontor ett annat id. Det byts överallt, och det gamla id:t blir kvar som föregångare.",
    "Give an office another id. It is changed everywhere, and the old one stays as its predecessor.",
)
SHORT = Text("Ge ett kontor ett annat id.", "Give an office another id.")


@edits
def run(
    how: How,
    office: OfficeOrAsk = None,
    new: Annotated[
        str | None,
        typer.Argument(metavar=t("NYTT_ID", "NEW_ID"), help=t("Det nya id:t.", "The new id."), show_default=False),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar="TEXT", help=t("Kontorets nya namn, om det ändras.", "The new name, where it changes.")
        ),
    ] = None,
) -> None:
    """Change the id everywhere."""
    from sscctl.editing.office_rename import rename  # noqa: PLC0415  loaded when it is done

    which = office_field(office)
    to = Field(t("NYTT_ID", "NEW_ID"), Text("Nytt id", "New id"), new, unused_id)
    answers = ask(which, to)
    ident, other = answers[which], answers[to]
    whose = name_of(ident)
    doing = Text(f"Ge {whose} id {other} i stället för {ident}", f"Give {whose} the id {other} instead of {ident}")
    carry_out(lambda desk: rename(desk, ident, other, name), how, Task(doing))
