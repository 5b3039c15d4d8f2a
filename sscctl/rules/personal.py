"""SSC701–SSC702: persons in a registry of offices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement
from sscctl.domain.decision import Decision
from sscctl.domain.finding import Pointer, Severity
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Office
from sscctl.rules._also import also
from sscctl.rules._persons import identity_numbers, mobile_numbers, named_lines, personal_addresses
from sscctl.rules._rule import Book, Breach, Document
from sscctl.rules._texts import texts
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_SUSPECT = re.compile(r"[\d@]")
"""Without a digit or an at sign there is no number, no address and no line of a person's."""

_ADDRESSES = frozenset({"url", "web", "base_url", "licence", "id"})
"""Keys whose texts are full of digits that mean something else."""

_ADVICE = Text(
    "ta bort uppgiften, även ur historiken innan den publiceras; ange en funktion i stället",
    "remove it, from the history too before that is published; give a function instead",
)


@BOOK.office_rule("SSC701", Severity.ERROR)
def personal_data(office: Office) -> Iterator[Breach]:
    """A text holds a personal identity number, a mobile number, or a name with a direct line or e-mail address.

    The registry is published and its history never disappears. It tells how to reach offices, not the people who work
    there (GDPR article 5.1 c).

    Svenska: En text innehåller ett personnummer, ett mobilnummer, eller ett personnamn med direktnummer eller e-post.

    Registret publiceras och dess historik försvinner aldrig. Det berättar hur man når kontoren, inte dem som arbetar
    där (dataskyddsförordningen artikel 5.1 c).

    Bad:
        remarks:
          - text: {sv: "Kontorschef Anna Exempelsson, 070-123 45 67", en: "Manager Anna Exempelsson, 070-123 45 67"}
    Good:
        remarks:
          - text: {sv: "Växeln har numret 0771-456 000", en: "The switchboard's number is 0771-456 000"}
    """
    address = [part for own in office.addresses for part in (own.street, own.post_town, own.locality)]
    return _personal(office, [office.name, office.town, *address])


@also(BOOK, "SSC701", Agency, Agreement, Decision, Network, Settings)
def _personal_data_elsewhere(document: Document, world: World) -> Iterator[Breach]:
    return _personal(document, [document.name_sv, document.name_en] if isinstance(document, Agency) else [])


def _personal(document: Document, names: Iterable[str | None]) -> Iterator[Breach]:
    places = frozenset(word for name in names if name for word in name.casefold().split())
    for pointer, text in texts(document):
        if pointer[-1] not in _ADDRESSES and _SUSPECT.search(text):
            yield from _in_text(pointer, text, places)


def _in_text(pointer: Pointer, text: str, places: frozenset[str]) -> Iterator[Breach]:
    for number in identity_numbers(text):
        yield Breach(pointer, Text(f"personnummer: {number}", f"personal identity number: {number}"), _ADVICE)
    for number in mobile_numbers(text):
        yield Breach(pointer, Text(f"mobilnummer: {number}", f"mobile number: {number}"), _ADVICE)
    for name in named_lines(text, places):
        message = Text(
            f"en persons namn och direktnummer eller e-post: {name}",
            f"a person's name and direct line or e-mail: {name}",
        )
        yield Breach(pointer, message, _ADVICE)


@BOOK.office_rule("SSC702", Severity.WARNING)
def personal_email(office: Office) -> Iterator[Breach]:
    """An e-mail address is a person's: first.last@.

    People leave and go on leave; the office stays. Such an address is personal data too.

    Svenska: En e-postadress är en persons: förnamn.efternamn@.

    Människor slutar och är lediga; kontoret finns kvar. En sådan adress är dessutom en personuppgift.

    Bad:
        contact: {email: anna.exempelsson@exempel.se}
    Good:
        contact: {email: servicekontor.torget@exempel.se}
    """
    return _emails(office)


@also(BOOK, "SSC702", Agency, Agreement, Decision, Network, Settings)
def _personal_email_elsewhere(document: Document, world: World) -> Iterator[Breach]:
    return _emails(document)


def _emails(document: Document) -> Iterator[Breach]:
    for pointer, text in texts(document):
        for email in personal_addresses(text) if "@" in text else ():
            yield Breach(
                pointer,
                Text(f"{email} ser ut att vara en persons adress", f"{email} looks like a person's address"),
                Text(
                    "ange kontorets eller myndighetens funktionsadress",
                    "give the office's or agency's functional address",
                ),
            )
