"""A table of new offices."""

from __future__ import annotations

from datetime import date

from sscctl.cli.address_fields import AddressFields
from sscctl.cli.edit_fields import a_partial_day, known, municipality_code, one_of, some_text
from sscctl.cli.office_add import own_name, read_hours
from sscctl.cli.office_ids import unused_id
from sscctl.cli.prompts import Answers, Field
from sscctl.cli.sheets.addresses import address_columns
from sscctl.cli.sheets.kind import SOURCE, Change, Claim, Column, Example, Rests, SheetKind
from sscctl.cli.sheets.naming import Names
from sscctl.domain.event import EventKind
from sscctl.domain.office import OfficeKind
from sscctl.editing.office_add import NewOffice, add, suggested_id
from sscctl.errors import WrongUsage
from sscctl.text import Text

_EVENTS = (EventKind.OPENED, EventKind.PLANNED, EventKind.PROPOSED)


def offices(today: date, names: Names) -> SheetKind:
    """New offices."""
    called = Field("", Text("Namn", "Name"), None, own_name)
    place = Field("", Text("Kommun", "Municipality"), None, municipality_code)
    own = Field(
        "",
        Text("Id", "Id"),
        None,
        unused_id,
        default=lambda answers: suggested_id(answers[called], _municipality(answers[place])),
    )
    town = Field("", Text("Ort", "Town"), None, some_text, optional=True)
    sort = Field("", Text("Sort", "Kind"), None, one_of("", *OfficeKind), default=OfficeKind.OFFICE.value)
    what = Field("", Text("Händelse", "Event"), None, one_of("", *_EVENTS), default=EventKind.OPENED.value)
    when = Field("", Text("När?", "When?"), None, a_partial_day)
    opens = Field("", Text("Väntas öppna", "Expected to open"), None, a_partial_day, optional=True)
    times = Field("", Text("Öppettider", "Opening hours"), None, read_hours, optional=True)
    where, rests = AddressFields.of(None, None, None, optional=True), Rests.of(today)

    def change(answers: Answers) -> Change:
        origin = rests.origin(answers)
        if origin is None:
            raise WrongUsage(Text("källan saknas", "the source is missing"))
        new = NewOffice(
            id=answers[own],
            name=answers[called],
            municipality=answers[place],
            event=EventKind(answers[what]),
            on=answers[when],
            origin=origin,
            kind=OfficeKind(answers[sort]),
            town=answers.get(town),
            expected=answers.get(opens),
            address=where.answered(answers),
            hours=answers.get(times) or (),
        )
        names.newcomers |= {new.id: new.id, new.name: new.id}
        return Change(lambda desk: add(desk, new), [Claim("office", new.id)])

    columns = (
        Column("name", Text("Namn", "Name"), called, Text("utan ”Servicekontoret”", "without “Servicekontoret”")),
        Column("municipality", Text("Kommun", "Municipality"), place, Text("namn eller kod", "name or code")),
        Column("id", _ID, own, Text("bildas annars av kommun och namn", "otherwise made of municipality and name")),
        Column("town", Text("Ort", "Town"), town, Text("orten", "the town")),
        Column("kind", Text("Sort", "Kind"), sort, Text(*(", ".join(OfficeKind),) * 2)),
        Column("event", Text("Händelse", "Event"), what, Text(*(", ".join(_EVENTS),) * 2)),
        Column("on", Text("När", "When"), when, Text("dag, månad eller år", "day, month or year")),
        Column(
            "expected",
            Text("Väntas öppna", "Expected to open"),
            opens,
            Text("om kontoret planeras", "where it is planned"),
        ),
        *address_columns(where),
        Column("hours", Text("Öppettider", "Hours"), times, Text("i ord: mån-tors 10-16", "in words: Mon-Thu 10-16")),
        *rests.columns,
    )
    example: Example = {
        "name": "Torget",
        "municipality": "Varberg",
        "event": "planned",
        "on": "2026-11-01",
        "expected": "2027-05",
        "source": SOURCE,
    }
    return SheetKind("offices", Text("Nya kontor", "New offices"), columns, change, (example,))


_ID = Text("Id", "Id")


def _municipality(code: str) -> str:
    found = known().reference.municipality(code)
    return found.name if found else code
