"""`sscctl office add`: a new office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sscctl.cli._edit import Task, carry_out
from sscctl.cli.address_fields import AddressFields, Locality, Position, Postcode, PostTown, PrecisionOf, Street
from sscctl.cli.edit_fields import (
    Source,
    SourceDate,
    a_partial_day,
    complete_municipality,
    known,
    municipalities,
    municipality_code,
    one_of,
    some_text,
    source_day,
    source_field,
)
from sscctl.cli.edit_options import How, edits
from sscctl.cli.language import said, t
from sscctl.cli.office_ids import unused_id
from sscctl.cli.prompts import Choice, Field, ask
from sscctl.cli.words import EVENT, OFFICE_KIND
from sscctl.domain.event import EventKind
from sscctl.domain.office import OfficeKind
from sscctl.errors import WrongUsage
from sscctl.text import Text

if TYPE_CHECKING:
    from sscctl.wording.reading import Pattern

HELP = Text(
    "Lägg till ett kontor. På en terminal ställs frågor om det som saknas.",
    "Add an office. On a terminal you are asked for what is missing.",
)
SHORT = Text("Lägg till ett kontor.", "Add an office.")

_EVENTS = (EventKind.OPENED, EventKind.PLANNED, EventKind.PROPOSED)


@edits
def run(
    how: How,
    ident: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help=t("Id (förval: bildas av kommun och namn).", "Id (default: made of municipality and name)."),
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar="TEXT", help=t("Namnet, utan ”Servicekontoret”.", "The name, without “Servicekontoret”.")
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="|".join(OfficeKind), help=t("Sort (förval: office).", "Kind (default: office).")
        ),
    ] = None,
    municipality: Annotated[
        str | None,
        typer.Option(
            "--municipality",
            metavar=t("KOMMUN", "PLACE"),
            help=t("Kommunens namn eller kod.", "The municipality's name or code."),
            autocompletion=complete_municipality,
        ),
    ] = None,
    town: Annotated[str | None, typer.Option("--town", metavar="TEXT", help=t("Orten.", "The town."))] = None,
    event: Annotated[
        str | None,
        typer.Option(
            "--event",
            metavar="|".join(_EVENTS),
            help=t("Vad källan berättar om kontoret.", "What the source tells of the office."),
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar=t("DATUM", "DATE"), help=t("När det hände.", "When that happened.")),
    ] = None,
    expected: Annotated[
        str | None,
        typer.Option(
            "--expected",
            metavar=t("DATUM", "DATE"),
            help=t("När ett planerat kontor ska öppna.", "When a planned office is to open."),
        ),
    ] = None,
    street: Street = None,
    postcode: Postcode = None,
    post_town: PostTown = None,
    locality: Locality = None,
    position: Position = None,
    precision: PrecisionOf = None,
    hours: Annotated[
        str | None,
        typer.Option(
            "--hours",
            metavar="TEXT",
            help=t("Öppettider i ord: ”mån–tors 10–16”.", "Hours in words: “Mon–Thu 10–16”."),
        ),
    ] = None,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Add an office."""
    from sscctl.editing.office_add import NewOffice, add, suggested_id  # noqa: PLC0415  loaded when it is done
    from sscctl.editing.sources import Origin  # noqa: PLC0415

    where = AddressFields.of(
        street, postcode, post_town, locality=locality, position=position, precision=precision, optional=True
    )
    called = Field("--name", Text("Namn, utan ”Servicekontoret”", "Name, without “Servicekontoret”"), name, own_name)
    place = Field("--municipality", Text("Kommun", "Municipality"), municipality, municipality_code, municipalities)
    own = Field(
        "ID",
        Text("Id", "Id"),
        ident,
        unused_id,
        default=lambda answers: suggested_id(answers[called], _municipality(answers[place])),
    )
    lies = Field(
        "--town",
        Text("Ort", "Town"),
        town,
        some_text,
        optional=True,
        suggested=lambda answers: _seat(answers[place]),
    )
    sort = Field(
        "--kind",
        Text("Sort", "Kind"),
        kind,
        one_of("--kind", *OfficeKind),
        lambda: [Choice(one.value, said(OFFICE_KIND[one])) for one in OfficeKind],
        default=OfficeKind.OFFICE.value,
    )
    what = Field(
        "--event",
        Text("Vad säger källan om kontoret?", "What does the source tell of the office?"),
        event,
        one_of("--event", *_EVENTS),
        lambda: [Choice(one.value, said(EVENT[one])) for one in _EVENTS],
        default=EventKind.OPENED.value if event is None and expected is None else EventKind.PLANNED.value,
    )
    when = Field("--on", Text("När? (dag, månad eller år)", "When? (day, month or year)"), on, a_partial_day)
    opens = Field(
        "--expected",
        Text("Väntas öppna (dag, månad eller år)", "Expected to open (day, month or year)"),
        expected,
        a_partial_day,
        optional=True,
        only=lambda answers: answers[what] != EventKind.OPENED,
    )
    times = Field("--hours", Text("Öppettider i ord", "Opening hours in words"), hours, read_hours, optional=True)
    rests = source_field(source)
    answers = ask(called, place, own, lies, sort, what, when, opens, *where.every, times, rests)
    new = NewOffice(
        id=answers[own],
        name=answers[called],
        municipality=answers[place],
        event=EventKind(answers[what]),
        on=answers[when],
        origin=Origin(answers[rests], source_day(source_date, how.today)),
        kind=OfficeKind(answers[sort]),
        town=answers.get(lies),
        expected=answers.get(opens),
        address=where.answered(answers),
        hours=answers.get(times) or (),
    )
    doing = Text(f"Lägg till kontoret {new.name} ({new.id})", f"Add the office {new.name} ({new.id})")
    carry_out(lambda desk: add(desk, new), how, Task(doing))


def read_hours(text: str) -> Sequence[Pattern]:
    """Read hours in words; WrongUsage tells the first thing that was not understood."""
    from sscctl.wording.read import read  # noqa: PLC0415  the grammar is loaded where hours are given

    reading = read(text)
    if reading.problems:
        problem = reading.problems[0]
        part = text[problem.position : problem.position + problem.length]
        at = f" ({part})" if part else ""
        raise WrongUsage(
            Text(f"öppettiderna: {problem.message.sv}{at}", f"the hours: {problem.message.en}{at}"), problem.suggestion
        )
    return reading.patterns


def own_name(text: str) -> str:
    """The name without the word that is put before every office's."""
    return some_text(text).removeprefix("Servicekontoret ").strip()


def _municipality(code: str) -> str:
    found = known().reference.municipality(code)
    return found.name if found else code


def _seat(code: str) -> str | None:
    found = known().reference.municipality(code)
    return found.seat_name if found else None
