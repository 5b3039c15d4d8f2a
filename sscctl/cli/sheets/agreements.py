"""Tables on agreements: offices signed on, and agreements that end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sscctl.cli.agreement_end import left_behind
from sscctl.cli.agreement_fields import (
    agreement_field,
    booking_field,
    in_two_languages,
    level_field,
    partial_day_field,
    party,
)
from sscctl.cli.edit_fields import some_text
from sscctl.cli.prompts import Answers, Field
from sscctl.cli.sheets.kind import SOURCE, Change, Claim, Column, Rests, Scene, SheetKind
from sscctl.cli.sheets.naming import Names, office_column
from sscctl.domain.office import Booking, Level
from sscctl.editing.agreement_end import end_agreement
from sscctl.editing.joining import Terms, join
from sscctl.errors import WrongUsage
from sscctl.text import Text


def participations(today: date, names: Names) -> SheetKind:
    """Offices signed on to agreements."""
    which, where, rests = agreement_field(None), names.offices(today), Rests.of(today)
    when = partial_day_field("", Text("Från vilken dag?", "From which day?"), None)
    who = Field("", Text("Vilka myndigheter?", "Which agencies?"), None, _parties, optional=True)
    far, booked = replace(level_field(None), option=""), replace(booking_field(None), option="")

    def change(answers: Answers) -> Change:
        ident, ids, origin = answers[which], answers[where], rests.origin(answers)
        agencies = answers.get(who) or ()
        terms = Terms(answers[when], agencies, answers.get(far), answers.get(booked))
        claims = [Claim(f"{ident} {agency}", office) for office in ids for agency in agencies or ("",)]
        return Change(lambda desk: join(desk, ident, ids, terms, origin), claims)

    columns = (
        _agreement_column(which),
        office_column(where),
        Column(
            "from",
            Text("Från", "From"),
            when,
            Text("dag, månad eller år", "day, month or year"),
            (Text("Från och med", "Valid from"),),
        ),
        Column(
            "agencies",
            Text("Myndigheter", "Agencies"),
            who,
            Text("uppdragsgivare, med komma; annars alla", "principals, with commas; otherwise all"),
            (Text("Myndighet", "Agency"),),
        ),
        Column("level", Text("Nivå", "Level"), far, Text(*(", ".join(Level),) * 2)),
        Column("booking", Text("Bokning", "Booking"), booked, Text(*(", ".join(Booking),) * 2)),
        *rests.columns,
    )
    example = {
        "agreement": "takeover-2019",
        "office": "varberg",
        "from": "2027-01-01",
        "level": "guidance",
        "source": SOURCE,
    }
    title = Text("Kontor som ansluts till avtal", "Offices signed on to agreements")
    return SheetKind("participations", title, columns, change, (example,))


def endings(today: date, _: Names) -> SheetKind:
    """Agreements that end."""
    which, rests = agreement_field(None), Rests.of(today)
    when = partial_day_field("", Text("Avtalets sista dag", "The agreement's last day"), None)
    note = Field("", Text("Not på svenska", "Note in Swedish"), None, some_text, optional=True)
    english = Field("", Text("Not på engelska", "Note in English"), None, some_text, optional=True)

    def change(answers: Answers) -> Change:
        ident, last, origin = answers[which], answers[when], rests.origin(answers)
        why = in_two_languages("", answers.get(note), answers.get(english))
        if origin is None:
            raise WrongUsage(Text("källan saknas", "the source is missing"))

        def told(scene: Scene) -> Iterator[Text]:
            yield from left_behind(scene.before, ident, last)

        return Change(lambda desk: end_agreement(desk, ident, last, origin, why), [Claim("ending", ident)], told)

    columns = (
        _agreement_column(which),
        Column("on", Text("Sista dag", "Last day"), when, Text("avtalets sista dag", "the agreement's last day")),
        Column("note", Text("Not", "Note"), note, Text("på svenska", "in Swedish")),
        Column("note_en", Text("Not på engelska", "Note in English"), english, Text("på engelska", "in English")),
        *rests.columns,
    )
    example = {"agreement": "takeover-2019", "on": "2027-12-31", "source": SOURCE}
    return SheetKind("agreement-ends", Text("Avtal som upphör", "Agreements that end"), columns, change, (example,))


def _agreement_column(which: Field[str]) -> Column:
    return Column("agreement", Text("Avtal", "Agreement"), which, Text("avtalets id", "the agreement's id"))


def _parties(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party(part.strip()) for part in text.split(",") if part.strip()))
