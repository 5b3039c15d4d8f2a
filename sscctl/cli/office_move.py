"""`sscctl office move`: an office gets another address from a day on."""

from __future__ import annotations

from typing import Annotated

import typer

from sscctl.cli._edit import Task, carry_out
from sscctl.cli.address_fields import AddressFields, Locality, Position, Postcode, PostTown, PrecisionOf, Street
from sscctl.cli.edit_fields import (
    OfficeOrAsk,
    Source,
    SourceDate,
    day_field,
    name_of,
    office_field,
    origin,
    source_day,
    source_field,
)
from sscctl.cli.edit_options import How, edits
from sscctl.cli.language import t
from sscctl.cli.prompts import ask
from sscctl.errors import WrongUsage
from sscctl.text import Text

HELP = Text(
    "Flytta ett kontor: den gamla adressen slutar gälla dagen före.",
    "Move an office: the old address ends on the day before.",
)
SHORT = Text("Flytta ett kontor.", "Move an office.")


@edits
def run(
    how: How,
    office: OfficeOrAsk = None,
    first: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar=t("DATUM", "DATE"),
            help=t("Den första dagen på den nya adressen.", "The first day at the new address."),
        ),
    ] = None,
    street: Street = None,
    postcode: Postcode = None,
    post_town: PostTown = None,
    locality: Locality = None,
    position: Position = None,
    precision: PrecisionOf = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Enter a new address from a day on."""
    from sscctl.editing.office_move import move  # noqa: PLC0415  loaded when it is done

    which = office_field(office)
    when = day_field("--from", Text("Första dagen på den nya adressen", "First day at the new address"), first)
    where = AddressFields.of(street, postcode, post_town, locality=locality, position=position, precision=precision)
    rests = source_field(source, of=which)
    answers = ask(which, when, *where.every, rests)
    ident, begins, address = answers[which], answers[when], where.answered(answers)
    if address is None:
        raise WrongUsage(Text("det saknas uppgifter: --street", "these are missing: --street"))
    named = origin(answers, rests, source_day(source_date, how.today))
    name = name_of(ident)
    doing = Text(
        f"Flytta {name} till {address.street} från {begins}", f"Move {name} to {address.street} from {begins} on"
    )
    carry_out(lambda desk: move(desk, ident, begins, address, named), how, Task(doing))
