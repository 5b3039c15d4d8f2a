"""`sscctl agency set`: one value of an agency."""

from __future__ import annotations

from typing import Annotated

import typer

from sscctl.cli.document_set import FieldArgument, Unset, ValueArgument, field_field, set_doing, value_field
from sscctl.cli.edit_fields import Source, SourceDate, known, origin, source_day, source_field
from sscctl.cli.edit_options import How, edits
from sscctl.cli.language import said, t
from sscctl.cli.options import complete_agency
from sscctl.cli.prompts import Choice, Field, ask
from sscctl.editing.document_set import set_value
from sscctl.querying.select import unknown
from sscctl.reading.kinds import Kind
from sscctl.text import Text

HELP = Text(
    "Sätt ett värde hos en myndighet (name.en, web, role.kind …). Värdet - eller --unset tar bort det.",
    "Set one value of an agency (name.en, web, role.kind …). The value - or --unset takes it away.",
)
SHORT = Text("Sätt ett värde hos en myndighet.", "Set one value of an agency.")


@edits
def run(
    how: How,
    agency: Annotated[
        str | None,
        typer.Argument(
            metavar=t("MYNDIGHET", "AGENCY"),
            help=t("Myndighetens id.", "The agency's id."),
            autocompletion=complete_agency,
            show_default=False,
        ),
    ] = None,
    field: FieldArgument = None,
    value: ValueArgument = None,
    unset: Unset = False,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Set a value, or take it away."""
    which = Field(
        t("MYNDIGHET", "AGENCY"),
        Text("Vilken myndighet?", "Which agency?"),
        agency,
        agency_named,
        lambda: (Choice(one.id, said(one.name)) for one in known().registry.context.agencies.values()),
    )
    what, to, rests = (
        field_field(Kind.AGENCY, field),
        value_field(value, unset=unset),
        source_field(source, optional=True),
    )
    answers = ask(which, what, to, rests)
    ident, change = answers[which], (answers[what], answers[to])
    rests_on = origin(answers, rests, source_day(source_date, how.today))
    name = known().registry.context.agencies[ident].name
    from sscctl.cli._edit import Task, carry_out  # noqa: PLC0415  brings in every rule

    doing = set_doing(*change, name)
    carry_out(lambda desk: set_value(desk, Kind.AGENCY, ident, change, rests_on), how, Task(doing))


def agency_named(text: str) -> str:
    """The id of the agency that goes by an id or a name; NotFound names those that look like it."""
    agencies = known().registry.context.agencies
    if text in agencies:
        return text
    named = [agency.id for agency in agencies.values() if text.casefold() in map(str.casefold, agency.name)]
    if len(named) == 1:
        return named[0]
    raise unknown(Text("myndigheten", "agency"), text, {one.id: one.name_sv for one in agencies.values()})
