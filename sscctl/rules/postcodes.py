"""SSC104–SSC107: postcodes and post towns of offices' addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sscctl.domain.finding import Severity
from sscctl.domain.office import Office
from sscctl.domain.place import Postcode, spaced_postcode
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_FORM = re.compile(r"[1-9][0-9]{4}")
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "w": "v"})


@BOOK.office_rule("SSC104", Severity.ERROR)
def misshapen_postcode(office: Office) -> Iterator[Breach]:
    """A postcode is not five digits without a space, the first of them not 0.

    Files hold it without the space so that it compares; pages print it as 113 22.

    Svenska: Ett postnummer är inte fem siffror utan mellanslag, den första en annan än 0.

    Filerna har postnumret utan mellanslag så att det går att jämföra; sidorna visar det som 113 22.

    Bad:
        addresses:
          - {valid_from: "2021-11-01", street: Exempelgatan 1, postcode: "12345-6", post_town: Stockholm}
    Good:
        addresses:
          - {valid_from: "2021-11-01", street: Exempelgatan 1, postcode: "11000", post_town: Stockholm}
    """
    for index, address in enumerate(office.addresses):
        code = address.postcode
        if code is None or _FORM.fullmatch(code):
            continue
        bare = re.sub(r"\s|^(SE|S)-", "", code)
        advice = Text("skriv fem siffror utan mellanslag", "write five digits without a space")
        if _FORM.fullmatch(bare):
            advice = Text(
                f'skriv "{bare}"; det visas som {spaced_postcode(bare)}',
                f'write "{bare}"; it is shown as {spaced_postcode(bare)}',
            )
        message = Text(f"”{code}” är inget postnummer som filen kan ha", f"“{code}” is no postcode as files have it")
        yield Breach(("addresses", index, "postcode"), message, advice)


@BOOK.world_rule("SSC105", Severity.NOTE)
def unknown_postcode(office: Office, world: World) -> Iterator[Breach]:
    """A postcode is not in the registry's list of postcodes.

    The list is not complete, so the postcode may well exist. But its town and municipality cannot be checked, and
    nobody finds the office by it.

    Svenska: Ett postnummer saknas i registrets lista över postnummer.

    Listan är inte fullständig, så postnumret kan finnas ändå. Men ort och kommun går inte att kontrollera, och ingen
    hittar kontoret genom det.

    Bad:
        addresses:
          - {valid_from: "2021-11-01", street: Exempelgatan 1, postcode: "82703", post_town: Ljusdal}
    Good:
        addresses:
          - {valid_from: "2021-11-01", street: Exempelgatan 1, postcode: "11000", post_town: Stockholm}
    """
    for index, address in enumerate(office.addresses):
        code = address.postcode
        if code and _FORM.fullmatch(code) and world.reference.has_postcodes and not world.reference.postcode(code):
            yield Breach(
                ("addresses", index, "postcode"),
                Text(
                    f"postnumret {spaced_postcode(code)} är okänt", f"the postcode {spaced_postcode(code)} is unknown"
                ),
                Text(
                    "kontrollera siffrorna; reference/postcodes.csv är inte fullständig",
                    "check the digits; reference/postcodes.csv is not complete",
                ),
            )


@BOOK.world_rule("SSC106", Severity.WARNING)
def postcode_elsewhere(office: Office, world: World) -> Iterator[Breach]:
    """A postcode belongs to another municipality than the office.

    One of the two is probably wrong. A postcode on a boundary can serve several municipalities; then the finding can
    be waived.

    Svenska: Ett postnummer hör till en annan kommun än kontoret.

    Något av dem är troligen fel. Ett postnummer vid en kommungräns kan höra till flera kommuner; då går anmärkningen
    att undanta.

    Bad:
        municipality: "0136"
        addresses:
          - {valid_from: "2021-11-01", street: Exempelgatan 1, postcode: "13137", post_town: Nacka}
    Good:
        municipality: "0182"
        addresses:
          - {valid_from: "2021-11-01", street: Exempelgatan 1, postcode: "13137", post_town: Nacka}
    """
    own = world.reference.municipality(office.municipality)
    for index, known in _postcodes(office, world):
        theirs = world.reference.municipality(known.municipality)
        if own and theirs and own != theirs:
            code = spaced_postcode(known.code)
            yield Breach(
                ("addresses", index, "postcode"),
                Text(
                    f"{code} hör till {theirs.name}, kontoret till {own.name}",
                    f"{code} belongs to {theirs.name}, the office to {own.name}",
                ),
                Text(
                    f'kontrollera postnumret, eller municipality: "{theirs.code}" (reference/postcodes.csv)',
                    f'check the postcode, or municipality: "{theirs.code}" (reference/postcodes.csv)',
                ),
            )


@BOOK.world_rule("SSC107", Severity.WARNING)
def post_town_elsewhere(office: Office, world: World) -> Iterator[Breach]:
    """A post town is not the postcode's.

    A letter with such an address goes astray, and so may a visitor. Capitals, accents, hyphens and spaces make no
    difference.

    Svenska: En postort är inte postnumrets.

    Ett brev med en sådan adress kommer fel, och det kan besökare också göra. Versaler, accenter, bindestreck och
    mellanslag spelar ingen roll.

    Bad:
        municipality: "0780"
        addresses:
          - {valid_from: "2021-11-01", street: Exempelgatan 1, postcode: "35233", post_town: Kalmar}
    Good:
        municipality: "0780"
        addresses:
          - {valid_from: "2021-11-01", street: Exempelgatan 1, postcode: "35233", post_town: VÄXJÖ}
    """
    for index, known in _postcodes(office, world):
        town = office.addresses[index].post_town
        if town and _folded(town) != _folded(known.post_town):
            code = spaced_postcode(known.code)
            yield Breach(
                ("addresses", index, "post_town"),
                Text(
                    f"{code} har postorten {known.post_town}, inte {town}", f"{code} is {known.post_town}, not {town}"
                ),
                Text(
                    f"skriv {known.post_town} (reference/postcodes.csv), eller kontrollera postnumret",
                    f"write {known.post_town} (reference/postcodes.csv), or check the postcode",
                ),
            )


def _postcodes(office: Office, world: World) -> Iterator[tuple[int, Postcode]]:
    """The addresses whose postcode is known, by their place in the list."""
    for index, address in enumerate(office.addresses):
        known = world.reference.postcode(address.postcode) if address.postcode else None
        if known:
            yield index, known


def _folded(town: str) -> str:
    """The town's letters alone, without case and accents."""
    plain = unicodedata.normalize("NFKD", town.casefold()).translate(_LETTERS)
    return "".join(letter for letter in plain if letter.isalnum())
