"""SSC110–SSC112: telephone numbers and web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from sscctl.domain.agency import Agency, Phone
from sscctl.domain.agreement import Agreement
from sscctl.domain.decision import Decision
from sscctl.domain.finding import Pointer, Severity
from sscctl.domain.network import Network, Settings
from sscctl.domain.office import Office
from sscctl.reading.telephone import is_valid_number, is_valid_short_number
from sscctl.rules._also import also
from sscctl.rules._rule import Book, Breach, Document
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()


@BOOK.office_rule("SSC110", Severity.ERROR)
def impossible_phone(office: Office) -> Iterator[Breach]:
    """A telephone number cannot exist in Sweden.

    Numbers stand with country code and digits only, as they are dialled from anywhere; short numbers such as 112 and
    114 14 have a field of their own.

    Svenska: Ett telefonnummer kan inte finnas i Sverige.

    Nummer står med landsnummer och bara siffror, så som de slås varifrån som helst; kortnummer som 112 och 114 14 har
    ett eget fält.

    Bad:
        contact: {phone: "0771-4510"}
    Good:
        contact: {phone: "+46771451000"}
    """
    if office.contact.phone and office.contact.phone.number:
        yield from _impossible(office.contact.phone.number, ("contact", "phone"))


@also(BOOK, "SSC110", Agency)
def _impossible_phone_of_agency(agency: Agency, world: World) -> Iterator[Breach]:
    for index, phone in enumerate(agency.phones):
        if phone.number:
            yield from _impossible(phone.number, ("phones", index, "number"))
        if phone.short_number and not is_valid_short_number(phone.short_number):
            yield Breach(
                ("phones", index, "short_number"),
                Text(f"{phone.short_number} är inget kortnummer", f"{phone.short_number} is no short number"),
                Text("kontrollera numret på myndighetens webbplats", "check the number on the agency's site"),
            )


def _impossible(number: str, pointer: Pointer) -> Iterator[Breach]:
    if not re.fullmatch(r"\+[0-9]+", number):
        message = Text(f"”{number}” står inte i internationell form", f"“{number}” is not in international form")
    elif not is_valid_number(number):
        message = Text(f"{number} är inget svenskt telefonnummer", f"{number} is no Swedish telephone number")
    else:
        return
    advice = Text(
        "skriv +46 och sedan numret utan inledande nolla, bara siffror",
        "write +46, then the number without its first zero, digits only",
    )
    yield Breach(pointer, message, advice)


@BOOK.document_rule("SSC111", Severity.NOTE, of=Agency)
def regrouped_phone(agency: Agency, world: World) -> Iterator[Breach]:
    """A telephone number is not shown as the agency groups it, or another number is shown.

    People know a number by its rhythm: 0771-451 000. Libraries take 077 for an area code and print 077-145 10 00.
    Where what is shown is not what is dialled, the finding is a warning.

    Svenska: Ett telefonnummer visas inte som myndigheten grupperar det, eller ett annat nummer visas.

    Man känner igen ett nummer på rytmen: 0771-451 000. Programbibliotek tror att 077 är ett riktnummer och skriver
    077-145 10 00. Visas ett annat nummer än det som slås är anmärkningen en varning.

    Bad:
        agencies/exempelverket:
          kind: state_agency
          name: {sv: Exempelverket, en: The Example Agency}
          phones: [{number: "+46771451000", display: 077-145 10 00}]
    Good:
        agencies/exempelverket:
          kind: state_agency
          name: {sv: Exempelverket, en: The Example Agency}
          phones: [{number: "+46771451000", display: 0771-451 000}]
    """
    for index, phone in enumerate(agency.phones):
        shown, dialled = _digits(phone.display or ""), _digits(phone.number or phone.short_number or "")
        if not shown or not dialled:
            continue
        pointer = ("phones", index, "display")
        if shown != dialled:
            yield _other_number(pointer, phone, dialled)
        elif re.match(r"077\D", phone.display or ""):
            message = Text(
                f"”{phone.display}” grupperar 0771 som riktnummer 077",
                f"“{phone.display}” takes 077 of 0771 for an area code",
            )
            advice = Text(
                f"skriv numret som myndigheten gör, med början {dialled[:4]}-",
                f"write it as the agency does, beginning {dialled[:4]}-",
            )
            yield Breach(pointer, message, advice)


def _other_number(pointer: Pointer, phone: Phone, dialled: str) -> Breach:
    message = Text(f"”{phone.display}” är inte {dialled}", f"“{phone.display}” is not {dialled}")
    advice = Text("visa samma siffror som numret har", "show the same digits as the number has")
    return Breach(pointer, message, advice, Severity.WARNING)


def _digits(number: str) -> str:
    """The digits as dialled within Sweden."""
    national = re.sub(r"^\s*(\+|00)46\s*(\(0\))?", "0", number)
    return "".join(re.findall("[0-9]", national))


@BOOK.office_rule("SSC112", Severity.ERROR)
def unusable_url(office: Office) -> Iterator[Breach]:
    """A web address is not http or https, has no host, or carries a name and password.

    Addresses are printed as links and followed by programs. Without https:// in front a browser looks for a page of
    our own, and a password in an address is a password told to everybody.

    Svenska: En webbadress är inte http eller https, saknar värdnamn, eller innehåller namn och lösenord.

    Adresserna blir länkar som människor och program följer. Utan https:// framför letar webbläsaren efter en sida hos
    oss, och ett lösenord i en adress är röjt för alla.

    Bad:
        contact: {web: www.statenssc.se}
    Good:
        contact: {web: "https://www.statenssc.se/"}
    """
    if office.contact.web:
        yield from _unusable(office.contact.web, ("contact", "web"))
    for source in office.sources:
        yield from _unusable(source.url, ("sources", source.id, "url"))


@also(BOOK, "SSC112", Agency, Agreement, Decision, Network, Settings)
def _unusable_url_elsewhere(document: Document, world: World) -> Iterator[Breach]:
    for source in document.sources:
        yield from _unusable(source.url, ("sources", source.id, "url"))
    if isinstance(document, Agency):
        yield from _unusable(document.web, ("web",))
    if isinstance(document, Settings):
        yield from _unusable(document.licence, ("licence",))
        yield from _unusable(document.base_url, ("base_url",))
        for index, attribution in enumerate(document.attributions):
            yield from _unusable(attribution.url, ("attributions", index, "url"))


def _unusable(url: str | None, pointer: Pointer) -> Iterator[Breach]:
    wrong = _what_is_wrong(url) if url else None
    if wrong:
        advice = Text("skriv hela adressen, med https:// först", "write the whole address, beginning with https://")
        yield Breach(pointer, wrong, advice)


def _what_is_wrong(url: str) -> Text | None:
    """What keeps the address from being followed, or from being shown."""
    try:
        parts = urlsplit(url)
        host, user, _ = parts.hostname, parts.username, parts.port
    except ValueError:
        return Text(f"”{url}” går inte att läsa som webbadress", f"“{url}” cannot be read as a web address")
    if parts.scheme not in ("http", "https"):
        return Text(f"”{url}” är varken http eller https", f"“{url}” is neither http nor https")
    if not host or re.search(r"\s", url):
        return Text(f"”{url}” saknar värdnamn eller har mellanslag", f"“{url}” has no host, or has spaces")
    if user is not None:
        return Text(f"adressen till {host} innehåller inloggning", f"the address of {host} carries a log-in")
    return None
