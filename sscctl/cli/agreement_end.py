"""`sscctl agreement end`: an agreement ends, and what rests on it ends with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from sscctl.cli.agreement_fields import AgreementArgument, agreement_field, in_two_languages, partial_day_field
from sscctl.cli.edit_fields import Source, SourceDate, known, name_of, source_day, source_field
from sscctl.cli.edit_options import How, edits
from sscctl.cli.language import t
from sscctl.cli.prompts import ask
from sscctl.domain.agreement import Scope
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.agreement_end import end_agreement, resting
from sscctl.editing.desk import Desk
from sscctl.editing.sources import Origin
from sscctl.text import Text

HELP = Text(
    "Avsluta ett avtal. Det som vilar på det hos kontoren slutar samma dag, och kontoren räknas upp.",
    "End an agreement. What rests on it at the offices ends on the same day, and the offices are listed.",
)
SHORT = Text("Avsluta ett avtal.", "End an agreement.")


@edits
def run(
    how: How,
    agreement: AgreementArgument = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar=t("DATUM", "DATE"), help=t("Avtalets sista dag.", "The agreement's last day.")),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help=t("Not på svenska.", "Note in Swedish."))
    ] = None,
    note_en: Annotated[
        str | None, typer.Option("--note-en", metavar="TEXT", help=t("Not på engelska.", "Note in English."))
    ] = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """End an agreement on its last day."""
    which = agreement_field(agreement)
    when = partial_day_field("--on", Text("Avtalets sista dag", "The agreement's last day"), on)
    rests = source_field(source)
    answers = ask(which, when, rests)
    ident, last = answers[which], answers[when]
    said_why = in_two_languages("--note", note, note_en)
    rests_on = Origin(answers[rests], source_day(source_date, how.today))

    def plan(desk: Desk) -> Desk:
        return end_agreement(desk, ident, last, rests_on, said_why)

    def notes(desk: Desk) -> Iterator[Text]:
        yield from left_behind(Desk.of(desk.base), ident, last)

    doing = Text(f"Avsluta avtalet {ident} {last}", f"End the agreement {ident} on {last}")
    from sscctl.cli._edit import Task, carry_out  # noqa: PLC0415  brings in every rule

    carry_out(plan, how, Task(doing, notes))


def left_behind(before: Desk, ident: str, on: PartialDate) -> Iterator[Text]:
    """What rests on the agreement: what ends with it, what had ended before, and what it leaves behind."""
    goes: dict[str, list[str]] = {}
    for one in resting(before, ident):
        whose = f"{name_of(one.office)} ({one.whom})"
        if one.ends and one.ends.last <= on.last:
            yield Text(
                f"{whose}: slutade redan {one.ends}, står kvar som det är.",
                f"{whose}: ended on {one.ends} already, stays.",
            )
        elif one.begins and one.begins.has_start and one.begins.first > on.last:
            yield Text(
                f"{whose}: börjar först {one.begins}, när avtalet är slut. Byt avtal där, eller ta bort posten.",
                f"{whose}: begins on {one.begins} only, when the agreement is over. Name another, or remove the entry.",
            )
        else:
            goes.setdefault(one.whom, []).append(name_of(one.office))
    agencies = known().registry.context.agencies
    for whom, offices in goes.items():
        name = agencies[whom].name if whom in agencies else Text(whom, whom)
        where = ", ".join(offices)
        yield Text(f"{name.sv} slutar {on} på {where}.", f"{name.en} ends on {on} at {where}.")
    agreement = known().registry.context.agreements[ident]
    if agreement.scope is Scope.ALL:
        yield Text(
            "Avtalet gäller alla kontor: medverkan utan egen post upphör på vart och ett.",
            "The agreement is on all offices: a part without an entry of its own ends at each of them.",
        )
    unlisted = set(agreement.offices) - {one.office for one in resting(before, ident)}
    if unlisted:
        names = ", ".join(name_of(office) for office in sorted(unlisted))
        yield Text(f"Räknas upp utan egen post: {names}.", f"Listed without an entry of their own: {names}.")
