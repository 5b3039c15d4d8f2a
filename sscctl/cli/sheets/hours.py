"""Tables of hours: ordinary ones from a day on, and those of single days, in the words that `sscctl hours` reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sscctl.cli.edit_fields import day_field, known, some_text
from sscctl.cli.hours_deviate import already
from sscctl.cli.hours_fields import agreeing, bounds, day_hours_field, days_field, hours_field, in_weeks
from sscctl.cli.hours_set import consequences
from sscctl.cli.language import t
from sscctl.cli.prompts import Answers, Field
from sscctl.cli.sheets import weekdays
from sscctl.cli.sheets.kind import SOURCE, Change, Claim, Column, Example, Rests, Scene, SheetKind
from sscctl.cli.sheets.naming import Names, of_office, office_column
from sscctl.cli.sheets.weekdays import undated
from sscctl.domain.collation import folded
from sscctl.editing.desk import Desk
from sscctl.editing.deviating import Days, NewDeviation
from sscctl.editing.hours_on_desk import clear_at, deviate_at, set_hours_of
from sscctl.editing.reasons import english_for
from sscctl.editing.schedules import NewHours
from sscctl.errors import Refused, WrongUsage
from sscctl.reading.kinds import Kind
from sscctl.text import Text


def hours(today: date, names: Names) -> SheetKind:
    """Ordinary hours from a day on, in one cell or with a column for each weekday."""
    which, rests = names.offices(today), Rests.of(today)
    first = day_field("", Text("Första dagen", "First day"), None)
    last = replace(day_field("", Text("Sista dagen", "Last day"), None), optional=True)
    what = replace(hours_field(None), check=undated(hours_field(None).check), optional=True)
    weeks = Field("", Text("Veckor", "Weeks"), None, _weeks, optional=True)
    by_day = weekdays.fields()

    def change(answers: Answers) -> Change:
        ids = answers[which]
        reading = in_weeks(weekdays.reading(answers, by_day, answers.get(what)), answers.get(weeks))
        start, end = bounds(reading)
        begins = agreeing(t("Från", "From"), answers[first], start) or answers[first]
        ends = agreeing(t("Till och med", "Through"), answers.get(last), end)
        if ends and ends < begins:
            raise WrongUsage(Text(f"{ends} kommer före {begins}", f"{ends} comes before {begins}"))
        new = NewHours(reading.patterns, begins, ends)
        origin = rests.origin(answers)

        def plan(desk: Desk) -> Desk:
            for ident in ids:
                desk = set_hours_of(desk, ident, new, origin)
            return desk

        parities = {pattern.weeks.parity if pattern.weeks else None for pattern in reading.patterns}
        (only,) = parities if len(parities) == 1 else (None,)
        claims = [Claim("hours", ident, begins, ends, only) for ident in ids]
        return Change(plan, claims, lambda scene: _told(scene.before, ids, new))

    columns = (
        office_column(which),
        Column(
            "from",
            Text("Från", "From"),
            first,
            Text("den första dagen", "the first day"),
            (Text("Från och med", "Valid from"),),
        ),
        Column(
            "through",
            Text("Till och med", "Through"),
            last,
            Text("den sista dagen; sedan gäller åter det som gällde", "the last day; then what held is back"),
        ),
        Column(
            "hours",
            Text("Öppettider", "Hours"),
            what,
            Text("i ord, eller i kolumner för veckodagarna", "in words, or in the columns of the weekdays"),
            (Text("Ordinarie öppettider", "Opening hours"),),
        ),
        *weekdays.columns(by_day),
        Column("weeks", Text("Veckor", "Weeks"), weeks, Text("udda, jämna; annars alla", "odd, even; otherwise all")),
        *rests.columns,
    )
    example: Example = {
        "office": "varberg",
        "from": "2027-01-11",
        "hours": Text("mån-tors 10-16, fre 10-13, övriga dagar stängt", "Mon-Thu 10-16, Fri 10-13, other days closed"),
        "source": SOURCE,
    }
    return SheetKind("hours", Text("Öppettider från en dag", "Hours from a day on"), columns, change, (example,))


def _weeks(text: str) -> str:
    words = {"udda": "odd", "odd": "odd", "jamna": "even", "jamn": "even", "even": "even"}
    if found := words.get(folded(text)):
        return found
    raise WrongUsage(
        Text(f"{text} är inga veckor", f"{text} are no weeks"), Text("skriv udda eller jämna", "write odd or even")
    )


def _told(before: Desk, ids: tuple[str, ...], new: NewHours) -> Iterator[Text]:
    for ident in ids:
        if before.find(Kind.OFFICE, ident):
            yield from (of_office(ident, note) for note in consequences(before, ident, new))


def _days_column(when: Field[Days]) -> Column:
    meaning = Text("en dag, eller den första..den sista", "a day, or the first..the last")
    return Column("days", Text("Dag", "Day"), when, meaning, (Text("Datum", "Date"), Text("Dagar", "Days")))


def deviations(today: date, names: Names) -> SheetKind:
    """Other hours on some days."""
    which, when, rests = names.offices(today), days_field(None), Rests.of(today)
    what = replace(day_hours_field(None), check=undated(day_hours_field(None).check))
    why = Field("--reason", Text("Orsak, på svenska", "Reason, in Swedish"), None, some_text)
    english = Field(
        "--reason-en",
        Text("Orsak, på engelska", "Reason, in English"),
        None,
        some_text,
        default=lambda answers: english_for(answers[why]),
    )

    def change(answers: Answers) -> Change:
        ids = answers[which]
        new = NewDeviation(answers[when], answers[what], Text(answers[why], answers[english]))
        origin = rests.origin(answers)

        def plan(desk: Desk) -> Desk:
            for ident in ids:
                desk = deviate_at(desk, ident, new, origin)
            return desk

        def told(_: Scene) -> Iterator[Text]:
            offices = known().registry.offices
            for ident in ids:
                if ident in offices:
                    yield from (of_office(ident, note) for note in already(offices[ident], new))

        days = answers[when]
        return Change(plan, [Claim("deviation", ident, days.first, days.last) for ident in ids], told)

    columns = (
        office_column(which),
        _days_column(when),
        Column(
            "hours",
            Text("Öppettider", "Hours"),
            what,
            Text("till exempel 10.00-13.00, eller stängt", "such as 10.00-13.00, or closed"),
        ),
        Column(
            "reason",
            Text("Orsak", "Reason"),
            why,
            Text("på svenska, som en besökare läser den", "in Swedish, as a visitor reads it"),
        ),
        Column(
            "reason_en",
            Text("Orsak på engelska", "Reason in English"),
            english,
            Text("orsaken på engelska; vanliga översätts", "the reason in English; usual ones are translated"),
        ),
        *rests.columns,
    )
    example: Example = {
        "office": "varberg",
        "days": "2027-05-07",
        "hours": Text("stängt", "closed"),
        "reason": "Klämdag",
        "source": SOURCE,
    }
    title = Text("Avvikande öppettider", "Hours that deviate")
    return SheetKind("deviations", title, columns, change, (example,))


def clearings(today: date, names: Names) -> SheetKind:
    """Deviations taken away."""
    which, when, rests = names.offices(today), days_field(None), Rests.of(today, optional=True)

    def change(answers: Answers) -> Change:
        ids = answers[which]
        days, origin = answers[when], rests.origin(answers)

        def plan(desk: Desk) -> Desk:
            for ident in ids:
                cleared = clear_at(desk, ident, days)
                if cleared is desk:
                    raise Refused(Text(f"ingen avvikelse gäller {days}", f"there is no deviation on {days}"))
                desk = cleared
            return desk.cite(origin.text) if origin else desk

        return Change(plan, [Claim("deviation", ident, days.first, days.last) for ident in ids])

    columns = (
        office_column(which),
        _days_column(when),
        *rests.columns,
    )
    title = Text("Avvikelser som tas bort", "Deviations taken away")
    return SheetKind("clearings", title, columns, change, ({"office": "varberg", "days": "2027-05-07"},))
