"""Fields set by hand: each takes the type of its schema, and what cannot be is refused with a way on."""

from __future__ import annotations

import pytest

from sscctl.domain.finding import Pointer
from sscctl.editing.canonical import Value
from sscctl.editing.edit import Delete, Put
from sscctl.editing.entries import Tree
from sscctl.editing.fields import credit, fields_of, set_field
from sscctl.errors import NotFound, SscctlError, WrongUsage
from sscctl.reading.kinds import Kind

OFFICE: Tree = {
    "id": "torget",
    "name": "Torget",
    "town": "Exempelstad",
    "addresses": [{"street": "Gatan 1", "position": {"latitude": 59.3, "longitude": 18.0}, "source": "page"}],
    "lifecycle": [{"event": "opened", "on": "2021-11-01", "source": ["page", "press"]}],
    "sources": {"page": {"url": "https://exempel.se"}},
}
AGREEMENT: Tree = {"id": "takeover-2019", "title": {"sv": "Övertagandet", "en": "The takeover"}}
AGENCY: Tree = {"id": "skatteverket", "name": {"sv": "Skatteverket"}}

VALUES: dict[str, tuple[Kind, Tree, str, str, Pointer, Value]] = {
    "a text": (Kind.OFFICE, OFFICE, "name", "Stortorget", ("name",), "Stortorget"),
    "digits stay a text": (Kind.OFFICE, OFFICE, "municipality", "0180", ("municipality",), "0180"),
    "a choice": (Kind.OFFICE, OFFICE, "kind", "mobile", ("kind",), "mobile"),
    "yes": (Kind.OFFICE, OFFICE, "facilities.wheelchair", "Ja", ("facilities", "wheelchair"), True),
    "no": (Kind.AGREEMENT, AGREEMENT, "case_system_access", "no", ("case_system_access",), False),
    "a number, with a Swedish comma": (
        Kind.OFFICE,
        OFFICE,
        "addresses.0.position.latitude",
        "59,34",
        ("addresses", 0, "position", "latitude"),
        59.34,
    ),
    "an item of a list, as findings write it": (
        Kind.OFFICE,
        OFFICE,
        "addresses/0/street",
        "Gatan 2",
        ("addresses", 0, "street"),
        "Gatan 2",
    ),
    "a list": (
        Kind.AGREEMENT,
        AGREEMENT,
        "principals",
        "skatteverket, 0180",
        ("principals",),
        ["skatteverket", "0180"],
    ),
    "a list of one": (Kind.AGREEMENT, AGREEMENT, "yearly_reports", "2024", ("yearly_reports",), ["2024"]),
    "one source, or several": (
        Kind.OFFICE,
        OFFICE,
        "addresses.0.source",
        "page,press",
        ("addresses", 0, "source"),
        ["page", "press"],
    ),
    "one source": (Kind.OFFICE, OFFICE, "addresses.0.source", "press", ("addresses", 0, "source"), "press"),
    "one language of two": (
        Kind.AGREEMENT,
        AGREEMENT,
        "title.sv",
        "Det stora övertagandet",
        ("title", "sv"),
        "Det stora övertagandet",
    ),
    "both languages at once": (
        Kind.AGREEMENT,
        AGREEMENT,
        "note",
        "Slut / Over",
        ("note",),
        {"sv": "Slut", "en": "Over"},
    ),
    "the English name that was missing": (Kind.AGENCY, AGENCY, "name.en", "Tax Agency", ("name", "en"), "Tax Agency"),
    "a field of a source": (
        Kind.OFFICE,
        OFFICE,
        "sources.page.title",
        "Öppettider",
        ("sources", "page", "title"),
        "Öppettider",
    ),
    "a group that is made": (Kind.AGENCY, AGENCY, "role.kind", "participating", ("role", "kind"), "participating"),
}


@pytest.mark.parametrize("case", VALUES.values(), ids=VALUES)
def test_a_field_is_set(case: tuple[Kind, Tree, str, str, Pointer, Value]) -> None:
    kind, tree, field, text, pointer, value = case
    assert set_field(kind, tree, field, text) == Put(pointer, value)


def test_an_empty_text_takes_the_field_away() -> None:
    assert set_field(Kind.OFFICE, OFFICE, "town", " ") == Delete(("town",))


REFUSED: dict[str, tuple[str, str, type[SscctlError], str]] = {
    "no such field, but one like it": (
        "twon",
        "x",
        WrongUsage,
        "det finns inget fält twon; menade du town? välj bland id, name, kind",
    ),
    "no such field further down": ("contact.mail", "x", WrongUsage, "det finns inget fält contact.mail"),
    "nothing lies below a text": ("name.sv", "x", WrongUsage, "name har inga fält under sig"),
    "no such choice": ("kind", "mobil", WrongUsage, "kind: mobil finns inte att välja; menade du mobile?"),
    "no truth": ("facilities.guard", "kanske", WrongUsage, "facilities.guard: svara ja eller nej"),
    "no number": (
        "addresses.0.position.latitude",
        "norr",
        WrongUsage,
        "addresses.0.position.latitude: norr är inget tal",
    ),
    "no whole number": (
        "opening_hours",
        "10-16",
        WrongUsage,
        "opening_hours är en lista av grupper; ange ett fält i en av dem: opening_hours.0.valid_from",
    ),
    "a group": ("contact", "x", WrongUsage, "contact är en grupp av fält; ange ett av dem: contact.phone"),
    "an item that is not there": (
        "addresses.1.street",
        "x",
        NotFound,
        "det finns inget addresses.1; de numreras 0 till 0",
    ),
    "an item of an empty list": ("remarks.0.on", "2026", NotFound, "det finns inget remarks.0"),
    "the id": ("id", "stortorget", WrongUsage, "ett id ändras inte så"),
    "what must be there is taken away": ("name", "", WrongUsage, "name måste finnas"),
    "what is not there is taken away": ("kind", "", NotFound, "kind har inget värde att ta bort"),
    "one language alone where there was none": (
        "addresses.0.note.sv",
        "x",
        WrongUsage,
        'addresses.0.note måste också ha en; skriv addresses.0.note "svenska / English"',
    ),
    "one language where both are asked for": (
        "addresses.0.note",
        "bara svenska",
        WrongUsage,
        "addresses.0.note skrivs på båda språken",
    ),
}


@pytest.mark.parametrize(("field", "text", "error", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_such_value_is_refused(field: str, text: str, error: type[SscctlError], message: str) -> None:
    with pytest.raises(error) as caught:
        set_field(Kind.OFFICE, OFFICE, field, text)
    told = "; ".join(text.sv for text in (caught.value.message, caught.value.advice) if text)
    assert told.startswith(message)


CREDITED: dict[str, tuple[Pointer, Put | None]] = {
    "beside the one there is": (("addresses", 0, "street"), Put(("addresses", 0, "source"), ["page", "new"])),
    "beside several": (("lifecycle", 0, "on"), Put(("lifecycle", 0, "source"), ["page", "press", "new"])),
    "the nearest group that can name one": (
        ("addresses", 0, "position", "latitude"),
        Put(("addresses", 0, "position", "source"), "new"),
    ),
    "no group has room for one": (("name",), None),
}


@pytest.mark.parametrize(("pointer", "edit"), CREDITED.values(), ids=CREDITED)
def test_a_source_is_named_for_the_group(pointer: Pointer, edit: Put | None) -> None:
    assert credit(Kind.OFFICE, OFFICE, pointer, "new") == edit


def test_a_source_that_is_named_is_not_named_again() -> None:
    assert credit(Kind.OFFICE, OFFICE, ("addresses", 0, "street"), "page") is None


def test_the_fields_that_can_be_set_anywhere_are_known() -> None:
    assert {"name.sv", "role.kind", "web"} <= set(fields_of(Kind.AGENCY))
    assert not {"id", "phones"} & set(fields_of(Kind.AGENCY))
