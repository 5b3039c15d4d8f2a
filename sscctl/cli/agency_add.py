"""`sscctl agency add`: an agency is entered."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from sscctl.cli.agreement_fields import unused_id
from sscctl.cli.edit_fields import Source, SourceDate, a_partial_day, known, one_of, some_text, source_day, source_field
from sscctl.cli.edit_options import How, edits
from sscctl.cli.language import said, t
from sscctl.cli.prompts import Choice, Field, ask
from sscctl.domain.agency import AgencyKind, Role
from sscctl.domain.collation import folded
from sscctl.editing.agencies import NewAgency, add_agency
from sscctl.editing.sources import Origin
from sscctl.querying.select import codes, county_names
from sscctl.reading.kinds import Kind
from sscctl.text import Text

HELP = Text(
    "För in en myndighet som kan delta eller dela lokal.", "Enter an agency that can take part or share premises."
)
SHORT = Text("För in en myndighet.", "Enter an agency.")

_KINDS = {
    AgencyKind.STATE_AGENCY: Text("statlig myndighet", "state agency"),
    AgencyKind.COUNTY_BOARD: Text("länsstyrelse", "county administrative board"),
}


@edits
def run(
    how: How,
    agency: Annotated[
        str | None,
        typer.Argument(
            metavar=t("MYNDIGHET", "AGENCY"),
            help=t("Myndighetens nya id, som kronofogden.", "The agency's new id, such as kronofogden."),
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar=t("NAMN", "NAME"), help=t("Namn.", "Name in Swedish."))
    ] = None,
    name_en: Annotated[
        str | None,
        typer.Option("--name-en", metavar=t("NAMN", "NAME"), help=t("Namn på engelska.", "Name in English.")),
    ] = None,
    kind: Annotated[AgencyKind | None, typer.Option("--kind", help=t("Slag av myndighet.", "Kind of agency."))] = None,
    organisation_number: Annotated[
        str | None,
        typer.Option("--organisation-number", metavar="NNNNNN-NNNN", help=t("Organisationsnummer.", "Its number.")),
    ] = None,
    abbreviation: Annotated[
        str | None, typer.Option("--abbreviation", metavar="TEXT", help=t("Förkortning.", "Short name."))
    ] = None,
    web: Annotated[str | None, typer.Option("--web", metavar="URL", help=t("Webbplats.", "Web address."))] = None,
    email: Annotated[
        str | None,
        typer.Option("--email", metavar="TEXT", help=t("E-post, aldrig en persons.", "E-mail, no person's.")),
    ] = None,
    phone: Annotated[
        str | None, typer.Option("--phone", metavar="+46…", help=t("Telefon med landsnummer.", "Phone with +46."))
    ] = None,
    county: Annotated[
        str | None,
        typer.Option("--county", metavar=t("LÄN", "COUNTY"), help=t("Länsstyrelsens län.", "The board's county.")),
    ] = None,
    role: Annotated[
        Role | None, typer.Option("--role", help=t("Vad den är för kontoren.", "What it is to the offices."))
    ] = None,
    role_since: Annotated[
        str | None, typer.Option("--role-since", metavar=t("DATUM", "DATE"), help=t("Sedan när.", "Since when."))
    ] = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Enter an agency."""
    called = Field("--name", Text("Myndighetens namn", "The agency's name in Swedish"), name, some_text)
    ident = Field(
        t("MYNDIGHET", "AGENCY"),
        Text("Myndighetens id", "The agency's id"),
        agency,
        unused_id(Kind.AGENCY),
        suggested=lambda answers: re.sub(r"[^a-z0-9]+", "-", folded(answers[called])).strip("-"),
    )
    what = Field(
        "--kind",
        Text("Vad för slags myndighet?", "What kind of agency?"),
        kind.value if kind else None,
        one_of("--kind", *AgencyKind),
        lambda: (Choice(one, said(words)) for one, words in _KINDS.items()),
        default=AgencyKind.STATE_AGENCY.value,
    )
    english = Field("--name-en", Text("Namn på engelska", "Name in English"), name_en, some_text, optional=True)
    number = Field(
        "--organisation-number",
        Text("Organisationsnummer", "Organisation number"),
        organisation_number,
        some_text,
        optional=True,
    )
    site = Field("--web", Text("Webbplats", "Web address"), web, some_text, optional=True)
    rests = source_field(source)
    answers = ask(called, english, ident, what, number, site, rests)
    new = NewAgency(
        answers[ident],
        AgencyKind(answers[what]),
        answers[called],
        answers.get(english),
        abbreviation=abbreviation,
        organisation_number=answers.get(number),
        web=answers.get(site),
        email=email,
        phone=phone,
        county=_county(county),
        role=role,
        role_since=a_partial_day(role_since).text if role_since else None,
    )
    rests_on = Origin(answers[rests], source_day(source_date, how.today))
    from sscctl.cli._edit import Task, carry_out  # noqa: PLC0415  brings in every rule

    doing = Text(f"Ny myndighet: {new.name_sv} ({new.id})", f"New agency: {new.name_sv} ({new.id})")
    carry_out(lambda desk: add_agency(desk, new, rests_on), how, Task(doing))


def _county(text: str | None) -> str | None:
    if text is None:
        return None
    (code,) = codes([text], county_names(known().reference), Text("länet", "county"))
    return code
