"""`sscctl hours set`: ordinary hours from a day on, in a person's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.edit_fields import Source, SourceDate, a_day, day_field, origin, source_day, source_field
from sscctl.cli.edit_options import Format, How, edits
from sscctl.cli.hours_fields import (
    OfficesOption,
    Which,
    agreeing,
    bounds,
    each_named,
    hours_field,
    in_weeks,
    named,
    offices_field,
    refuse_unread,
    shifted,
)
from sscctl.cli.language import said, t
from sscctl.cli.options import day
from sscctl.cli.prompts import ask
from sscctl.cli.render import hours_echo
from sscctl.cli.visible import visible
from sscctl.domain.event import Status
from sscctl.editing.desk import Desk
from sscctl.editing.hours_on_desk import set_hours_of
from sscctl.editing.offices import OnDesk
from sscctl.editing.schedules import NewHours, comes_back, last_day
from sscctl.text import Text
from sscctl.wording.read import read

HELP = Text(
    "Sätt ett kontors öppettider från en dag. De som gällde slutar gälla dagen före; de som ska gälla senare står kvar."
    " En veckodag som texten inte nämner är okänd, inte stängd.",
    "Set an office's hours from a day on. Those that held end on the day before; those to come later stay. A weekday"
    " that the text does not name is unknown, not closed.",
)
SHORT = Text("Sätt öppettider från en dag.", "Set hours from a day on.")


class InWeeks(StrEnum):
    """The weeks that hours are for, by the number of the week (ISO 8601)."""

    ODD = "odd"
    EVEN = "even"


@edits
def run(
    how: How,
    office: Which = None,
    hours: Annotated[
        str | None,
        typer.Argument(
            metavar=t("ÖPPETTIDER", "HOURS"),
            help=t("I ord, till exempel ”mån–tors 10–16, fre 10–13”.", "In words, such as “Mon–Thu 10–16, Fri 10–13”."),
            show_default=False,
        ),
    ] = None,
    offices: OfficesOption = None,
    first: Annotated[
        str | None,
        typer.Option("--from", metavar=t("DATUM", "DATE"), help=t("Den första dagen.", "The first day.")),
    ] = None,
    through: Annotated[
        str | None,
        typer.Option(
            "--through",
            metavar=t("DATUM", "DATE"),
            help=t(
                "Den sista dagen; sedan gäller åter det som gällde före.",
                "The last day; then what held before is back.",
            ),
        ),
    ] = None,
    weeks: Annotated[
        InWeeks | None,
        typer.Option("--weeks", help=t("Bara udda eller jämna veckor.", "Odd or even weeks only.")),
    ] = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Set hours from a day on."""
    office, hours = shifted(offices, office, hours)
    refuse_unread(hours)
    which, what = offices_field(office, how.today), hours_field(hours)
    in_text = bounds(read(hours))[0] if hours else None
    when = replace(
        day_field("--from", Text("Från vilken dag?", "From which day?"), first),
        default=in_text.isoformat() if in_text else None,
        suggested=lambda answers: str(bounds(answers[what])[0] or ""),
    )
    rests = source_field(source)
    answers = ask(which, what, when, rests)
    ids, reading = answers[which], in_weeks(answers[what], weeks.value if weeks else None)
    start, end = bounds(reading)
    begins = agreeing("--from", day(first, "--from") if first else None, start) or answers[when]
    ends = agreeing("--through", a_day("--through")(through) if through else None, end)
    new = NewHours(reading.patterns, begins, ends)
    echo = tuple(hours_echo.of_week(reading))
    if how.form is Format.TEXT:
        emit("\n".join([*(visible(said(line)) for line in echo), "", ""]))
    rests_on = origin(answers, rests, source_day(source_date, how.today))

    def plan(desk: Desk) -> Desk:
        for ident in ids:
            desk = set_hours_of(desk, ident, new, rests_on)
        return desk

    def notes(desk: Desk) -> Iterator[Text]:
        yield from () if how.form is Format.TEXT else echo
        before = Desk.of(desk.base)
        yield from each_named(ids, ((ident, note) for ident in ids for note in consequences(before, ident, new)))

    whose = named(ids)
    doing = Text(f"Nya öppettider för {whose.sv} från {begins}", f"New hours of {whose.en} from {begins} on")
    from sscctl.cli._edit import Task, carry_out  # noqa: PLC0415  brings in every rule

    carry_out(plan, how, Task(doing, notes))


def consequences(before: Desk, ident: str, new: NewHours) -> Iterator[Text]:
    """What becomes of the hours before and after, as far as the change itself does not tell it."""
    office = OnDesk.of(before, ident)
    tree, status = office.tree, office.status_on(new.first)
    if status in {Status.CLOSED, Status.CANCELLED}:
        yield Text(
            f"Kontoret är inte öppet {new.first}: det är nedlagt.", f"The office is closed for good by {new.first}."
        )
    last = last_day(tree, new)
    if last and new.last is None:
        following = last + timedelta(days=1)
        yield Text(
            f"De gäller till och med {last}: från {following} gäller redan andra öppettider.",
            f"They hold through {last}: other hours hold from {following} on already.",
        )
    if again := comes_back(tree, new):
        yield Text(
            f"Från {again} gäller åter de öppettider som gällde före.",
            f"From {again} on the hours from before hold again.",
        )
