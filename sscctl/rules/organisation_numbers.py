"""SSC108–SSC109: organisation numbers of agencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sscctl.domain.agency import Agency
from sscctl.domain.check_digit import has_right_check_digit
from sscctl.domain.finding import Severity
from sscctl.rules._rule import Book, Breach, Claim, Document, Member, Members
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_SOURCE = Text(
    "hämta numret ur SCB:s myndighetsregister", "take the number from Statistics Sweden's register of agencies"
)


@BOOK.document_rule("SSC108", Severity.ERROR, of=Agency)
def false_organisation_number(agency: Agency, world: World) -> Iterator[Breach]:
    """An organisation number has the wrong form or check digit, or is no state agency's.

    The number is what other registers know the agency by. It is written NNNNNN-NNNN, the last digit checks the others,
    and the state's numbers begin with 2.

    Svenska: Ett organisationsnummer har fel form eller kontrollsiffra, eller är inte en statlig myndighets.

    Numret är det som andra register känner myndigheten genom. Det skrivs NNNNNN-NNNN, den sista siffran kontrollerar
    de andra, och statens nummer börjar med 2.

    Bad:
        agencies/exempelverket:
          kind: state_agency
          name: {sv: Exempelverket, en: The Example Agency}
          organisation_number: 202100-5522
    Good:
        agencies/exempelverket:
          kind: state_agency
          name: {sv: Exempelverket, en: The Example Agency}
          organisation_number: 209900-0008
    """
    number = agency.organisation_number
    if number is None:
        return
    if not re.fullmatch("[0-9]{6}-[0-9]{4}", number):
        wrong = Text(f"{number} har inte formen NNNNNN-NNNN", f"{number} has not the form NNNNNN-NNNN")
    elif not has_right_check_digit(number.replace("-", "")):
        wrong = Text(f"{number} har fel kontrollsiffra", f"{number} has a wrong check digit")
    elif not number.startswith("2"):
        wrong = Text(f"{number} är inget statligt organisationsnummer", f"{number} is no number of the state's")
    else:
        return
    yield Breach(("organisation_number",), wrong, _SOURCE)


def _organisation_number(document: Document, world: World) -> Iterable[Claim]:
    if isinstance(document, Agency) and document.organisation_number:
        yield Claim(document.organisation_number, ("organisation_number",))


@BOOK.group_rule("SSC109", Severity.WARNING, by=_organisation_number)
def organisation_number_of_another(key: str, members: Members, world: World) -> Iterator[tuple[Member, Breach]]:
    """An organisation number is another agency's.

    Each agency has its own. Where two have the same, one was copied.

    Svenska: Ett organisationsnummer är en annan myndighets.

    Varje myndighet har ett eget. När två har samma är det ena inkopierat av misstag.

    Bad:
        agencies/exempelverket:
          kind: state_agency
          name: {sv: Exempelverket, en: The Example Agency}
          organisation_number: 202100-5521
    Good:
        agencies/exempelverket:
          kind: state_agency
          name: {sv: Exempelverket, en: The Example Agency}
          organisation_number: 209900-0008
    """
    everybody = sorted(members) if len(members) > 1 else []
    for place, member in enumerate(everybody):
        other = everybody[0 if place else 1].id
        message = Text(f"{key} är också numret för {other}", f"{key} is the number of {other} too")
        yield member, Breach(member.pointer, message, _SOURCE)
