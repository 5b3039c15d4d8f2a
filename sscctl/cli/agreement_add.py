"""`sscctl agreement add`: an agreement is entered, and offices are signed on to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from sscctl.cli.agreement_fields import (
    KINDS,
    BookingOption,
    From,
    LevelOption,
    OfficesOption,
    Principal,
    booking_field,
    in_two_languages,
    kind_field,
    level_field,
    partial_day_field,
    party,
    principals_field,
    terms,
    unused_id,
)
from sscctl.cli.agreement_tasks import PersonalData, PublicAuthority, TaskOption, legal_basis, tasks
from sscctl.cli.edit_fields import Source, SourceDate, a_partial_day, known, one_of, some_text, source_day, source_field
from sscctl.cli.edit_options import How, edits
from sscctl.cli.language import t
from sscctl.cli.prompts import Choice, Field, ask
from sscctl.cli.selection import chosen
from sscctl.domain.agency import Role
from sscctl.domain.agreement import AgreementKind, Scope
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.registry import WITHOUT_PARTICIPATION
from sscctl.editing.agreements import NewAgreement, add_agreement
from sscctl.editing.desk import Desk
from sscctl.editing.joining import join
from sscctl.editing.sources import Origin
from sscctl.errors import WrongUsage
from sscctl.reading.kinds import Kind
from sscctl.text import Text

HELP = Text(
    "För in ett avtal. Med --offices ansluts kontor: avtalet räknar upp dem, och hos vart och ett deltar"
    " uppdragsgivarna från den dagen.",
    "Enter an agreement. With --offices offices are signed on: the agreement lists them, and at each of them the"
    " principals take part from that day on.",
)
SHORT = Text("För in ett avtal.", "Enter an agreement.")

_TEXT = t("TEXT", "TEXT")


@edits
def run(
    how: How,
    agreement: Annotated[
        str | None,
        typer.Argument(
            metavar=t("AVTAL", "AGREEMENT"),
            help=t("Avtalets nya id, som migrationsverket-2027.", "The agreement's new id: migrationsverket-2027."),
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        AgreementKind | None, typer.Option("--kind", help=t("Slag av avtal.", "Kind of agreement."))
    ] = None,
    principal: Principal = None,
    performer: Annotated[
        str | None,
        typer.Option(
            "--performer",
            metavar=t("MYNDIGHET", "AGENCY"),
            help=t("Utförare (förval: huvudmannen).", "Performer (default: the operator)."),
        ),
    ] = None,
    valid_from: From = None,
    through: Annotated[
        str | None, typer.Option("--through", metavar=t("DATUM", "DATE"), help=t("Sista dagen.", "The last day."))
    ] = None,
    concluded: Annotated[
        str | None,
        typer.Option("--concluded", metavar=t("DATUM", "DATE"), help=t("När det ingicks.", "When it was signed.")),
    ] = None,
    scope: Annotated[
        Scope | None, typer.Option("--scope", help=t("Alla kontor, eller vissa.", "All offices, or some."))
    ] = None,
    offices: OfficesOption = None,
    level: LevelOption = None,
    booking: BookingOption = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar=_TEXT, help=t("Rubrik på svenska.", "Title in Swedish."))
    ] = None,
    title_en: Annotated[
        str | None, typer.Option("--title-en", metavar=_TEXT, help=t("Rubrik på engelska.", "Title in English."))
    ] = None,
    task: TaskOption = None,
    public_authority: PublicAuthority = None,
    personal_data: PersonalData = None,
    basis: Annotated[
        list[str] | None,
        typer.Option(
            "--legal-basis",
            metavar=t("FÖRFATTNING[:§]", "ACT[:SECTION]"),
            help=t("Rättslig grund, som sfs-2019-212:1.", "Legal basis, such as sfs-2019-212:1."),
        ),
    ] = None,
    reference: Annotated[
        str | None, typer.Option("--reference", metavar=_TEXT, help=t("Diarienummer.", "Reference number."))
    ] = None,
    supersedes: Annotated[
        str | None,
        typer.Option(
            "--supersedes", metavar=t("AVTAL", "AGREEMENT"), help=t("Avtalet som det ersätter.", "What it replaces.")
        ),
    ] = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Enter an agreement."""
    what, who = kind_field(kind.value if kind else None), principals_field(principal)
    begins = partial_day_field("--from", Text("Från vilken dag?", "From which day?"), valid_from, optional=not offices)
    where = Field(
        "--scope",
        Text("Alla kontor eller vissa?", "All offices or some?"),
        scope.value if scope else "list" if offices else None,
        one_of("--scope", *Scope),
        lambda: (Choice(Scope.ALL, t("alla", "all")), Choice(Scope.LIST, t("vissa", "some"))),
        optional=True,
    )
    which = Field(
        "--offices",
        Text("Vilka kontor? (id med komma mellan)", "Which offices? (ids with commas between)"),
        offices,
        lambda text: chosen(text, known(), how.today),
        optional=True,
        only=lambda answers: answers.get(where) != Scope.ALL,
    )
    far = replace(level_field(level), only=lambda answers: bool(answers.get(which)))
    booked = replace(booking_field(booking), only=lambda answers: bool(answers.get(which)))
    ident = Field(
        t("AVTAL", "AGREEMENT"),
        Text("Avtalets id", "The agreement's id"),
        agreement,
        unused_id(Kind.AGREEMENT),
        suggested=lambda answers: _suggested(answers[who], answers.get(begins), how.today),
    )
    called = Field("--title", Text("Rubrik på svenska", "Title in Swedish"), title, some_text, optional=True)
    in_english = Field(
        "--title-en",
        Text("Rubrik på engelska", "Title in English"),
        title_en,
        some_text,
        optional=True,
        only=lambda answers: bool(answers.get(called)),
    )
    number = Field("--reference", Text("Diarienummer", "Reference number"), reference, some_text, optional=True)
    rests = source_field(source)
    answers = ask(what, who, begins, where, which, far, booked, called, in_english, number, ident, rests)
    since, ids = answers.get(begins), answers.get(which)
    new = NewAgreement(
        answers[ident],
        AgreementKind(answers[what]),
        party(performer) if performer else _operator(),
        answers[who],
        title=in_two_languages("--title", answers.get(called), answers.get(in_english)),
        concluded=_date(concluded),
        valid_from=since.text if since else None,
        valid_through=_date(through),
        scope=answers.get(where),
        tasks=tasks(task, public_authority, personal_data),
        legal_basis=legal_basis(basis),
        reference=answers.get(number),
        supersedes=supersedes,
    )
    if ids and new.kind in WITHOUT_PARTICIPATION:
        new = replace(new, more={"offices": list(ids)})
    elif ids and since is None:
        raise WrongUsage(Text("det saknas uppgifter: --from", "these are missing: --from"))
    rests_on = Origin(answers[rests], source_day(source_date, how.today))

    def plan(desk: Desk) -> Desk:
        desk = add_agreement(desk, new, rests_on)
        if not ids or since is None or new.more:
            return desk
        return join(desk, new.id, ids, terms(since, None, answers.get(far), answers.get(booked)), rests_on)

    what_for = KINDS[new.kind]
    doing = Text(
        f"Nytt avtal {new.id}: {what_for.sv} med {', '.join(new.principals)}",
        f"New agreement {new.id}: {what_for.en} with {', '.join(new.principals)}",
    )
    from sscctl.cli._edit import Task, carry_out  # noqa: PLC0415  brings in every rule

    carry_out(plan, how, Task(doing))


def _date(text: str | None) -> str | None:
    """A date as precise as its source, as it is written in files."""
    return a_partial_day(text).text if text else None


def _operator() -> str:
    """The agency that runs the offices."""
    agencies = known().registry.context.agencies.values()
    found = next((agency.id for agency in agencies if agency.role is Role.OPERATOR), None)
    if found is None:
        raise WrongUsage(Text("det saknas uppgifter: --performer", "these are missing: --performer"))
    return found


def _suggested(principals: tuple[str, ...], since: PartialDate | None, today: date) -> str:
    """An id as those there are: the first principal and the year."""
    year = since.last.year if since else today.year
    return f"{principals[0]}-{year}"
