"""A table of new offices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sscctl.cli.address_fields import AddressFields
from sscctl.cli.edit_fields import a_partial_day, known, municipality_code, one_of, some_text
from sscctl.cli.office_add import own_name, read_hours
from sscctl.cli.prompts import Answers, Field
from sscctl.cli.sheets.addresses import address_columns
from sscctl.cli.sheets.kind import SOURCE, Change, Claim, Column, Example, Rests, SheetKind
from sscctl.cli.sheets.naming import Names
from sscctl.domain.event import EventKind
from sscctl.domain.office import OfficeKind
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.office_add import NewOffice, add, suggested_id
from sscctl.editing.office_move import NewAddress
from sscctl.editing.sources import Origin
from sscctl.errors import WrongUsage
from sscctl.text import Text
from sscctl.wording.reading import Pattern

_EVENTS = (EventKind.OPENED, EventKind.PLANNED, EventKind.PROPOSED)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a source tells of a new office besides what it is called and where it lies."""

    town: Field[str]
    sort: Field[str]
    event: Field[str]
    when: Field[PartialDate]
    opens: Field[PartialDate]
    times: Field[Sequence[Pattern]]

    @classmethod
    def of(cls, *, optional: bool = False) -> Opening:
        """Make the fields; `optional` leaves the day to be missed only where an office is new."""
        return cls(
            Field("", Text("Ort", "Town"), None, some_text, optional=True),
            Field("", Text("Sort", "Kind"), None, one_of("", *OfficeKind), optional=True),
            Field("", Text("Händelse", "Event"), None, one_of("", *_EVENTS), default=EventKind.OPENED.value),
            Field("", Text("När?", "When?"), None, a_partial_day, optional=optional),
            Field("", Text("Väntas öppna", "Expected to open"), None, a_partial_day, optional=True),
            Field("", Text("Öppettider", "Opening hours"), None, read_hours, optional=True),
        )

    @property
    def columns(self) -> tuple[Column, ...]:
        """A column for each."""
        kinds, events = ", ".join(OfficeKind), ", ".join(_EVENTS)
        return (
            Column("town", Text("Ort", "Town"), self.town, Text("orten", "the town")),
            Column("kind", Text("Sort", "Kind"), self.sort, Text(kinds, kinds)),
            Column("event", Text("Händelse", "Event"), self.event, Text(events, events)),
            Column("on", Text("När", "When"), self.when, Text("dag, månad eller år", "day, month or year")),
            Column(
                "expected",
                Text("Väntas öppna", "Expected to open"),
                self.opens,
                Text("om kontoret planeras", "where it is planned"),
            ),
            Column(
                "hours",
                Text("Öppettider", "Hours"),
                self.times,
                Text("i ord: mån-tors 10-16", "in words: Mon-Thu 10-16"),
            ),
        )

    def office(
        self, answers: Answers, name: str, code: str, ident: str | None, address: NewAddress | None, origin: Origin
    ) -> NewOffice:
        """The office that is added; its id is made of municipality and name where none is given."""
        when = answers.get(self.when)
        if when is None:
            raise WrongUsage(
                Text(f"{name} finns inte i registret", f"{name} is not in the registry"),
                Text("ett nytt kontor behöver on: när det öppnade", "a new office needs on: when it opened"),
            )
        return NewOffice(
            id=ident or suggested_id(name, _municipality(code)),
            name=name,
            municipality=code,
            event=EventKind(answers[self.event]),
            on=when,
            origin=origin,
            kind=OfficeKind(answers.get(self.sort) or OfficeKind.OFFICE),
            town=answers.get(self.town),
            expected=answers.get(self.opens),
            address=address,
            hours=answers.get(self.times) or (),
        )


def offices(today: date, names: Names) -> SheetKind:
    """New offices."""
    called = Field("", Text("Namn", "Name"), None, own_name)
    place = Field("", Text("Kommun", "Municipality"), None, municipality_code)
    own = Field("", Text("Id", "Id"), None, names.unused_id, optional=True)
    opening, where, rests = Opening.of(), AddressFields.of(None, None, None, optional=True), Rests.of(today)

    def change(answers: Answers) -> Change:
        origin = rests.origin(answers)
        if origin is None:
            raise WrongUsage(Text("källan saknas", "the source is missing"))
        address = where.answered(answers)
        new = opening.office(answers, answers[called], answers[place], answers.get(own), address, origin)
        names.unused_id(new.id)
        names.newcomers |= {new.id: new.id, new.name: new.id}
        return Change(lambda desk: add(desk, new), [Claim("office", new.id)])

    columns = (
        Column("name", Text("Namn", "Name"), called, Text("utan ”Servicekontoret”", "without “Servicekontoret”")),
        Column("municipality", Text("Kommun", "Municipality"), place, Text("namn eller kod", "name or code")),
        Column(
            "id",
            Text("Id", "Id"),
            own,
            Text("bildas annars av kommun och namn", "otherwise made of municipality and name"),
        ),
        *opening.columns,
        *address_columns(where),
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


def _municipality(code: str) -> str:
    found = known().reference.municipality(code)
    return found.name if found else code
