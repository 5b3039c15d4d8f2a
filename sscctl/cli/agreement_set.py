"""`sscctl agreement set`: one value of an agreement, or more offices."""

from __future__ import annotations

from typing import Annotated

import typer

from sscctl.cli.agreement_fields import (
    AgreementArgument,
    BookingOption,
    From,
    LevelOption,
    OfficesOption,
    agreement_field,
    booking_field,
    level_field,
    partial_day_field,
    terms,
)
from sscctl.cli.agreement_tasks import PersonalData, PublicAuthority, TaskOption, tasks
from sscctl.cli.document_set import FieldArgument, Unset, ValueArgument, field_field, set_doing, value_field
from sscctl.cli.edit_fields import Source, SourceDate, known, origin, source_day, source_field
from sscctl.cli.edit_options import How, edits
from sscctl.cli.hours_fields import named
from sscctl.cli.language import t
from sscctl.cli.options import complete_agency
from sscctl.cli.prompts import Field, ask
from sscctl.cli.selection import chosen
from sscctl.domain.office import Booking, Level
from sscctl.editing.agreements import NewTask, add_tasks
from sscctl.editing.desk import Desk
from sscctl.editing.document_set import set_value
from sscctl.editing.joining import join
from sscctl.errors import WrongUsage
from sscctl.reading.kinds import Kind
from sscctl.text import Text

HELP = Text(
    "Sätt ett värde i ett avtal (title.sv, reference, valid_through …), anslut kontor till det med --offices och"
    " --from, eller för in uppgifter med --task. Värdet - eller --unset tar bort det.",
    "Set one value of an agreement (title.sv, reference, valid_through …), sign offices on to it with --offices and"
    " --from, or enter tasks with --task. The value - or --unset takes it away.",
)
SHORT = Text("Sätt ett värde i ett avtal, eller anslut kontor.", "Set one value of an agreement, or sign offices on.")


@edits
def run(
    how: How,
    agreement: AgreementArgument = None,
    field: FieldArgument = None,
    value: ValueArgument = None,
    unset: Unset = False,
    offices: OfficesOption = None,
    agency: Annotated[
        list[str] | None,
        typer.Option(
            "--agency",
            metavar=t("MYNDIGHET", "AGENCY"),
            help=t("Vilka av uppdragsgivarna (förval: alla).", "Which of the principals (default: all)."),
            autocompletion=complete_agency,
        ),
    ] = None,
    first: From = None,
    level: LevelOption = None,
    booking: BookingOption = None,
    task: TaskOption = None,
    public_authority: PublicAuthority = None,
    personal_data: PersonalData = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Set a value, sign offices on, or enter tasks."""
    new_tasks = tasks(task, public_authority, personal_data)
    is_field = field is not None or value is not None or unset
    if sum((is_field, offices is not None, bool(new_tasks))) > 1:
        raise WrongUsage(
            Text("ange ett fält, --offices eller --task", "give a field, --offices or --task"),
            Text("kör kommandot en gång för varje", "run the command once for each"),
        )
    if new_tasks:
        _enter(how, agreement, new_tasks, (source, source_date))
        return
    if offices is not None:
        _join(how, (agreement, offices, first), (agency, level, booking), (source, source_date))
        return
    if first or agency or level or booking:
        raise WrongUsage(
            Text("det saknas uppgifter: --offices", "these are missing: --offices"),
            Text("ange vilka kontor som ansluts", "say which offices are signed on"),
        )
    which, what = agreement_field(agreement), field_field(Kind.AGREEMENT, field)
    to, rests = value_field(value, unset=unset), source_field(source, optional=True)
    answers = ask(which, what, to, rests)
    ident, change = answers[which], (answers[what], answers[to])
    rests_on = origin(answers, rests, source_day(source_date, how.today))
    from sscctl.cli._edit import Task, carry_out  # noqa: PLC0415  brings in every rule

    doing = set_doing(*change, Text(f"avtalet {ident}", f"the agreement {ident}"))
    carry_out(lambda desk: set_value(desk, Kind.AGREEMENT, ident, change, rests_on), how, Task(doing))


def _enter(
    how: How, agreement: str | None, new: tuple[NewTask, ...], origin_given: tuple[str | None, str | None]
) -> None:
    """Enter tasks in an agreement."""
    which, rests = agreement_field(agreement), source_field(origin_given[0])
    answers = ask(which, rests)
    ident = answers[which]
    rests_on = origin(answers, rests, source_day(origin_given[1], how.today))
    names = ", ".join(task.id for task in new)
    from sscctl.cli._edit import Task, carry_out  # noqa: PLC0415  brings in every rule

    doing = Text(f"Nya uppgifter i {ident}: {names}", f"New tasks of {ident}: {names}")
    carry_out(lambda desk: add_tasks(desk, ident, new, rests_on), how, Task(doing))


def _join(
    how: How,
    given: tuple[str | None, str, str | None],
    how_far: tuple[list[str] | None, Level | None, Booking | None],
    origin_given: tuple[str | None, str | None],
) -> None:
    """Sign offices on to an agreement."""
    agreement, offices, first = given
    which = agreement_field(agreement)
    where = Field(
        "--offices",
        Text("Vilka kontor? (id med komma mellan)", "Which offices? (ids with commas between)"),
        offices,
        lambda text: chosen(text, known(), how.today),
    )
    when = partial_day_field("--from", Text("Från vilken dag?", "From which day?"), first)
    agency, level, booking = how_far
    far, booked, rests = level_field(level), booking_field(booking), source_field(origin_given[0])
    answers = ask(which, where, when, far, booked, rests)
    ident, ids, since = answers[which], answers[where], answers[when]
    on_terms = terms(since, agency, answers.get(far), answers.get(booked))
    rests_on = origin(answers, rests, source_day(origin_given[1], how.today))

    def plan(desk: Desk) -> Desk:
        return join(desk, ident, ids, on_terms, rests_on)

    whose = named(ids)
    doing = Text(f"Anslut {whose.sv} till {ident} från {since}", f"Sign {whose.en} on to {ident} from {since} on")
    from sscctl.cli._edit import Task, carry_out  # noqa: PLC0415  brings in every rule

    carry_out(plan, how, Task(doing))
