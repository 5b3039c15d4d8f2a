"""Tables of the turns in offices' lives: moves, closings, and times for which they are closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sscctl.cli.address_fields import AddressFields, town_of
from sscctl.cli.choices import columns_of
from sscctl.cli.edit_fields import a_partial_day, day_field, decision_named, one_of
from sscctl.cli.prompts import Answers, Field
from sscctl.cli.render.office_touched import touched_words
from sscctl.cli.sheets.addresses import address_columns
from sscctl.cli.sheets.kind import SOURCE, Change, Claim, Column, Rests, Scene, SheetKind
from sscctl.cli.sheets.naming import Names, of_office, office_column, planned_registry
from sscctl.domain.decision import Consulted
from sscctl.domain.event import Status
from sscctl.editing import office_life as verbs
from sscctl.editing.office_move import move
from sscctl.errors import WrongUsage
from sscctl.text import Text

_DAY = timedelta(days=1)
_BODIES = ("board", "director_general")


def moves(today: date, names: Names) -> SheetKind:
    """New addresses from a day on."""
    which, when, rests = names.office(), day_field("", Text("Första dagen", "First day"), None), Rests.of(today)
    where = AddressFields.of(None, None, None)
    where = replace(where, post_town=replace(where.post_town, default=lambda answers: town_of(answers[where.postcode])))

    def change(answers: Answers) -> Change:
        ident, first, address = answers[which], answers[when], where.answered(answers)
        if address is None:
            raise WrongUsage(Text("gatan saknas", "the street is missing"))
        origin = rests.origin(answers)
        return Change(lambda desk: move(desk, ident, first, address, origin), [Claim("move", ident, first, first)])

    columns = (
        office_column(which),
        Column(
            "from",
            Text("Från", "From"),
            when,
            Text("den första dagen på den nya adressen", "the first day at the new address"),
            (Text("Från och med", "Valid from"), Text("Flyttdag", "Moves on")),
        ),
        *address_columns(where),
        *rests.columns,
    )
    example = {
        "office": "varberg",
        "from": "2027-03-01",
        "street": "Exempelgatan 1",
        "postcode": "432 44",
        "post_town": "Varberg",
        "source": SOURCE,
    }
    return SheetKind("moves", Text("Flyttar", "Moves"), columns, change, (example,))


def closings(today: date, names: Names) -> SheetKind:
    """Offices that close for good."""
    which, rests, decision = names.office(), Rests.of(today), Field("", _DECISION, None, decision_named)
    first = replace(day_field("", Text("Första stängda dagen", "First day closed"), None), optional=True)
    last = replace(day_field("", Text("Sista besöksdagen", "Last day for visitors"), None), optional=True)
    decided = Field("", Text("När det beslutades", "When that was decided"), None, a_partial_day, optional=True)
    successors = Field(
        "",
        Text("Kontor som tar över", "Offices that take over"),
        None,
        lambda text: [which.check(one.strip()) for one in text.split(",") if one.strip()],
        optional=True,
    )
    body = Field("", Text("Vem som beslutade", "Who decided"), None, one_of("", *_BODIES), optional=True)
    heard = Field("", Text("Vilka som hördes", "Who was heard"), None, _heard, optional=True)

    def change(answers: Answers) -> Change:
        ident, on = answers[which], _first_closed(answers.get(first), answers.get(last))
        closing = verbs.Closing(
            on=on,
            decision=answers[decision],
            decided=answers.get(decided),
            origin=rests.origin(answers),
            successors=answers.get(successors) or (),
            body=answers.get(body),
            consulted=answers.get(heard) or (),
        )

        def told(scene: Scene) -> Iterator[Text]:
            around = planned_registry(scene.after)
            yield from (of_office(ident, note) for note in touched_words(ident, on, closing.decision, around))
            for successor in closing.successors:
                office = around.offices.get(successor)
                if office and office.status_on(on) is not Status.OPEN:
                    yield of_office(ident, _not_there(office.name, on))

        return Change(lambda desk: verbs.close(desk, ident, closing), [Claim("closing", ident)], told)

    columns = (
        office_column(which),
        Column(
            "last_day",
            Text("Sista besöksdag", "Last day"),
            last,
            Text("eller den första stängda dagen i stället", "or the first day closed instead"),
        ),
        Column(
            "on",
            Text("Första stängda dag", "First day closed"),
            first,
            Text("i stället för sista besöksdag", "in place of the last day"),
        ),
        Column("decision", Text("Beslut", "Decision"), decision, Text("beslutets id", "the decision's id")),
        Column(
            "decided",
            Text("Beslutat", "Decided"),
            decided,
            Text("när, om inte beslutets eget datum", "when, where not on the decision's own date"),
        ),
        Column(
            "successors",
            Text("Efterträdare", "Successors"),
            successors,
            Text("kontor som tar över, med komma", "offices that take over, with commas"),
        ),
        Column("body", Text("Beslutande", "Body"), body, Text(*(" / ".join(_BODIES),) * 2)),
        Column("consulted", Text("Hörda", "Consulted"), heard, Text(*(", ".join(Consulted),) * 2)),
        *rests.columns,
    )
    example = {
        "office": "varberg",
        "last_day": "2027-06-30",
        "decision": "ssc-2025-04-10-closures",
        "successors": "halmstad",
        "source": SOURCE,
    }
    return SheetKind("closings", Text("Nedläggningar", "Closings"), columns, change, (example,))


_DECISION = Text("Beslutets id", "The decision's id")


def _not_there(name: str, on: date) -> Text:
    return Text(f"{name} tar över, men är inte öppet {on}.", f"{name} takes over, but is not open on {on}.")


def _heard(text: str) -> tuple[str, ...]:
    return columns_of(text, tuple(party.value for party in Consulted))


def _first_closed(first: date | None, last: date | None) -> date:
    if first is None and last is None:
        raise WrongUsage(
            Text("dagen saknas", "the day is missing"),
            Text("skriv sista besöksdag, eller första stängda dag", "write the last day, or the first day closed"),
        )
    if first and last and first != last + _DAY:
        raise WrongUsage(
            Text(f"{first} är inte dagen efter {last}", f"{first} is not the day after {last}"),
            Text("skriv bara en av dem", "write one of them only"),
        )
    return first or (last or date.max) + _DAY


def suspensions(today: date, names: Names) -> SheetKind:
    """Offices that are closed for a time."""
    which, when, rests = (
        names.office(),
        day_field("", Text("Första stängda dag", "First day closed"), None),
        Rests.of(today),
    )
    last = replace(day_field("", Text("Sista stängda dag", "Last day closed"), None), optional=True)

    def change(answers: Answers) -> Change:
        ident, begins, ends, origin = answers[which], answers[when], answers.get(last), rests.origin(answers)
        claims = [Claim("suspension", ident, begins, ends)]
        return Change(lambda desk: verbs.suspend(desk, ident, begins, ends, origin), claims)

    columns = (
        office_column(which),
        Column(
            "from",
            Text("Första stängda dag", "First day closed"),
            when,
            Text("den första stängda dagen", "the first day closed"),
        ),
        Column(
            "until",
            Text("Sista stängda dag", "Last day closed"),
            last,
            Text("om den är känd", "where it is known"),
        ),
        *rests.columns,
    )
    example = {"office": "varberg", "from": "2027-02-01", "until": "2027-02-14", "source": SOURCE}
    return SheetKind("suspensions", Text("Tillfälligt stängt", "Closed for a time"), columns, change, (example,))


def reopenings(today: date, names: Names) -> SheetKind:
    """Offices that open again."""
    which, when, rests = (
        names.office(),
        day_field("", Text("Första öppna dag", "First day open"), None),
        Rests.of(today),
    )

    def change(answers: Answers) -> Change:
        ident, opens, origin = answers[which], answers[when], rests.origin(answers)
        return Change(lambda desk: verbs.reopen(desk, ident, opens, origin), [Claim("reopening", ident, opens, opens)])

    columns = (
        office_column(which),
        Column(
            "on",
            Text("Första öppna dag", "First day open"),
            when,
            Text("den första öppna dagen", "the first day open"),
        ),
        *rests.columns,
    )
    example = {"office": "varberg", "on": "2027-02-15", "source": SOURCE}
    return SheetKind("reopenings", Text("Öppnar igen", "Open again"), columns, change, (example,))
