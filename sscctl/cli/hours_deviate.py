"""`sscctl hours deviate` and `clear`: other hours on some days, entered and taken away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.edit_fields import Source, SourceDate, known, origin, some_text, source_day, source_field
from sscctl.cli.edit_options import Format, How, edits
from sscctl.cli.hours_fields import (
    OfficesOption,
    Which,
    day_hours_field,
    days_field,
    each_named,
    named,
    offices_field,
    refuse_unread,
    shifted,
)
from sscctl.cli.language import said, t
from sscctl.cli.prompts import Field, ask
from sscctl.cli.render import hours_echo
from sscctl.cli.visible import visible
from sscctl.domain.office import Office
from sscctl.editing.desk import Desk
from sscctl.editing.deviating import Days, NewDeviation, deviating
from sscctl.editing.hours_on_desk import clear_at, deviate_at
from sscctl.editing.offices import OnDesk
from sscctl.editing.reasons import english_for
from sscctl.errors import Refused
from sscctl.reading.calendar import Calendar
from sscctl.reading.policy import Policy
from sscctl.text import Text

DEVIATE = Text(
    "Ange andra öppettider för en dag eller flera dagar i rad, med orsaken i en besökares ord. Av två avvikelser gäller"
    " den kortare.",
    "Give other hours for a day or several days in a row, with the reason in a visitor's words. Of two deviations the"
    " shorter holds.",
)
DEVIATE_SHORT = Text("Ange avvikande öppettider.", "Give hours that deviate.")
CLEAR = Text(
    "Ta bort de avvikande öppettiderna en dag eller flera dagar i rad, så att de vanliga gäller. Av en längre avvikelse"
    " står resten kvar. Vanliga öppettider ändras med hours set.",
    "Take away the hours that deviate on a day or several days in a row, so that the ordinary ones hold. Of a longer"
    " deviation the rest stays. Ordinary hours are changed by hours set.",
)
CLEAR_SHORT = Text("Ta bort avvikande öppettider.", "Take away hours that deviate.")

DaysArgument = Annotated[
    str | None,
    typer.Argument(
        metavar=t("DATUM[..DATUM]", "DATE[..DATE]"),
        help=t("En dag, eller den första och den sista.", "A day, or the first and the last."),
        show_default=False,
    ),
]


@edits
def deviate(
    how: How,
    office: Which = None,
    days: DaysArgument = None,
    hours: Annotated[
        str | None,
        typer.Argument(
            metavar=t("ÖPPETTIDER", "HOURS"),
            help=t("Till exempel 10–13, eller stängt.", "Such as 10–13, or closed."),
            show_default=False,
        ),
    ] = None,
    offices: OfficesOption = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help=t("Varför, på svenska.", "Why, in Swedish."))
    ] = None,
    reason_en: Annotated[
        str | None,
        typer.Option(
            "--reason-en",
            metavar="TEXT",
            help=t("Varför, på engelska; vanliga orsaker översätts.", "Why, in English; usual reasons are translated."),
        ),
    ] = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Give other hours for some days."""
    office, days, hours = shifted(offices, office, days, hours)
    refuse_unread(hours, one_day=True)
    which, when, what = offices_field(office, how.today), days_field(days), day_hours_field(hours)
    why = Field("--reason", Text("Orsak, på svenska", "Reason, in Swedish"), reason, some_text)
    in_english = Field(
        "--reason-en",
        Text("Orsak, på engelska", "Reason, in English"),
        reason_en,
        some_text,
        default=english_for(reason) if reason else lambda answers: english_for(answers[why]),
    )
    rests = source_field(source)
    answers = ask(which, when, what, why, in_english, rests)
    ids, new = answers[which], NewDeviation(answers[when], answers[what], Text(answers[why], answers[in_english]))
    echo = hours_echo.of_day(new.days, new.hours, new.reason)
    if how.form is Format.TEXT:
        emit(f"{visible(said(echo))}\n\n")
    rests_on = origin(answers, rests, source_day(source_date, how.today))

    def plan(desk: Desk) -> Desk:
        for ident in ids:
            desk = deviate_at(desk, ident, new, rests_on)
        return desk

    def notes(_: Desk) -> Iterator[Text]:
        yield from () if how.form is Format.TEXT else (echo,)
        offices = ((ident, known().registry.offices.get(ident)) for ident in ids)
        yield from each_named(ids, ((ident, note) for ident, one in offices if one for note in already(one, new)))

    whose = named(ids)
    doing = Text(f"Avvikande öppettider för {whose.sv} {new.days}", f"Hours of {whose.en} on {new.days}")
    from sscctl.cli._edit import Task, carry_out  # noqa: PLC0415  brings in every rule

    carry_out(plan, how, Task(doing, notes))


def already(office: Office, new: NewDeviation) -> Iterator[Text]:
    """Say where the days have these hours without the deviation."""
    timetable = Policy(known().registry.context.settings, Calendar()).timetable(office)
    last = min(new.days.last, new.days.first + timedelta(days=366))
    if all(hours.spans == new.hours for hours in timetable.days(new.days.first, last)):
        yield Text(
            "Samma öppettider gäller redan utan avvikelsen.", "The same hours hold already without the deviation."
        )


@edits
def clear(
    how: How,
    office: Which = None,
    days: DaysArgument = None,
    offices: OfficesOption = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Take deviations away."""
    office, days = shifted(offices, office, days)
    which, when, rests = offices_field(office, how.today), days_field(days), source_field(source, optional=True)
    answers = ask(which, when, rests)
    ids, cleared = answers[which], answers[when]
    rests_on = origin(answers, rests, source_day(source_date, how.today))

    def plan(desk: Desk) -> Desk:
        planned = desk
        for ident in ids:
            planned = clear_at(planned, ident, cleared)
        if not planned.changes:
            raise _nothing(desk, ids, cleared)
        return planned.cite(rests_on.text) if rests_on else planned

    whose = named(ids)
    doing = Text(f"Vanliga öppettider för {whose.sv} {cleared}", f"Ordinary hours of {whose.en} on {cleared}")
    from sscctl.cli._edit import Task, carry_out  # noqa: PLC0415  brings in every rule

    carry_out(plan, how, Task(doing))


def _nothing(desk: Desk, ids: tuple[str, ...], days: Days) -> Refused:
    """Say that there is nothing to take away, and for which days there is."""
    there = sorted({str(own) for ident in ids for own in deviating(OnDesk.of(desk, ident).tree)})
    named_days = ", ".join(there[:8])
    return Refused(
        Text(f"ingen avvikelse gäller {days}", f"there is no deviation on {days}"),
        Text(f"avvikelser finns för {named_days}", f"there are deviations for {named_days}") if there else None,
    )
