"""Tables of single values: of offices, of agencies and of agreements, each by its field."""

from __future__ import annotations

from datetime import date

from sscctl.cli.agency_set import agency_named
from sscctl.cli.agreement_fields import agreement_field
from sscctl.cli.document_set import field_field, value_field
from sscctl.cli.edit_fields import some_text
from sscctl.cli.office_set import value_of
from sscctl.cli.prompts import Answers, Field
from sscctl.cli.sheets.kind import SOURCE, Change, Claim, Column, Example, Rests, SheetKind
from sscctl.cli.sheets.naming import Names, office_column
from sscctl.editing import document_set, office_set
from sscctl.reading.kinds import Kind
from sscctl.text import Text


def of_offices(today: date, names: Names) -> SheetKind:
    """Values of offices."""
    which, rests = names.office(), Rests.of(today, optional=True)
    what = Field("", Text("Vilket fält?", "Which field?"), None, str.strip)
    to = Field("", Text("Nytt värde", "New value"), None, some_text)

    def change(answers: Answers) -> Change:
        ident, field, origin = answers[which], answers[what].replace("/", "."), rests.origin(answers)
        value = value_of(field, answers[to])
        claims = [Claim(f"set {field}", ident)]
        return Change(lambda desk: office_set.set_value(desk, ident, field, value, origin), claims)

    columns = (office_column(which), *_columns(what, to), *rests.columns)
    example = {"office": "varberg", "field": "contact.phone", "value": "+46771345678", "source": SOURCE}
    return SheetKind("set", Text("Enskilda värden", "Single values"), columns, change, (example,))


def of_agencies(today: date, _: Names) -> SheetKind:
    """Values of agencies."""
    which = Field("", Text("Vilken myndighet?", "Which agency?"), None, agency_named)
    column = Column("agency", Text("Myndighet", "Agency"), which, Text("myndighetens id", "the agency's id"))
    example = {"agency": "skatteverket", "field": "web", "value": "https://www.skatteverket.se/"}
    title = Text("Myndigheters värden", "Values of agencies")
    return _of_documents(Kind.AGENCY, title, (which, column), example, today)


def of_agreements(today: date, _: Names) -> SheetKind:
    """Values of agreements."""
    which = agreement_field(None)
    column = Column("agreement", Text("Avtal", "Agreement"), which, Text("avtalets id", "the agreement's id"))
    example = {"agreement": "takeover-2019", "field": "reference", "value": "Dnr 2026-881"}
    title = Text("Avtals värden", "Values of agreements")
    return _of_documents(Kind.AGREEMENT, title, (which, column), example, today)


def _of_documents(kind: Kind, title: Text, key: tuple[Field[str], Column], example: Example, today: date) -> SheetKind:
    which, column = key
    what, to = field_field(kind, None), value_field(None, unset=False)
    rests = Rests.of(today, optional=True)

    def change(answers: Answers) -> Change:
        ident, said, origin = answers[which], (answers[what], answers[to]), rests.origin(answers)
        claims = [Claim(f"set {said[0]}", ident)]
        return Change(lambda desk: document_set.set_value(desk, kind, ident, said, origin), claims)

    columns = (column, *_columns(what, to), *rests.columns)
    return SheetKind(f"{kind}-set", title, columns, change, (example,))


def _columns(what: Field[str], to: Field[str]) -> tuple[Column, Column]:
    return (
        Column("field", Text("Fält", "Field"), what, Text("till exempel contact.phone", "such as contact.phone")),
        Column(
            "value",
            Text("Värde", "Value"),
            to,
            Text("det nya; - tar bort det", "the new one; - takes it away"),
        ),
    )
