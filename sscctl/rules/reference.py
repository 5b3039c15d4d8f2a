"""SSC101–SSC103: codes and names of municipalities and counties."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from sscctl.domain.agency import Agency, AgencyKind
from sscctl.domain.decision import Decision
from sscctl.domain.finding import Pointer, Severity
from sscctl.domain.office import Office
from sscctl.reading.reference import Reference
from sscctl.rules._also import also
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()


@BOOK.world_rule("SSC101", Severity.ERROR)
def unknown_municipality(office: Office, world: World) -> Iterator[Breach]:
    """A municipality code is not one of the 290.

    Everything that is counted by municipality or county goes by this code. Codes change when a municipality changes
    county: Heby had 1917 until 2007 and has 0331 since.

    Svenska: En kommunkod är inte någon av de 290.

    Allt som räknas per kommun eller län går efter koden. Koder byts när en kommun byter län: Heby hade 1917 till 2007
    och har 0331 sedan dess.

    Bad:
        municipality: "1917"
        addresses: []
    Good:
        municipality: "0331"
        addresses: []
    """
    if not world.reference.municipalities:
        return
    if not world.reference.municipality(office.municipality):
        meant = world.reference.municipality_named(office.town or office.name)
        yield _unknown(("municipality",), office.municipality, meant.code if meant else None)
    for index, shared in enumerate(office.co_locations):
        if shared.municipality and not world.reference.municipality(shared.municipality):
            yield _unknown(("co_locations", index, "municipality"), shared.municipality)


@also(BOOK, "SSC101", Decision)
def _unknown_in_decision(decision: Decision, world: World) -> Iterator[Breach]:
    for index, code in enumerate(decision.municipalities):
        if world.reference.municipalities and not world.reference.municipality(code):
            yield _unknown(("municipalities", index), code)


def _unknown(pointer: Pointer, code: str, meant: str | None = None) -> Breach:
    advice = Text(
        "koden ska finnas i reference/municipalities.csv (SCB:s kommunkoder)",
        "the code must be in reference/municipalities.csv (Statistics Sweden's codes)",
    )
    if meant:
        advice = Text(
            f"kommunen på orten har koden {meant} i reference/municipalities.csv",
            f"the municipality of the town has the code {meant} in reference/municipalities.csv",
        )
    message = Text(f"{code} är ingen kommunkod", f"{code} is no municipality's code")
    return Breach(pointer, message, advice)


@BOOK.document_rule("SSC102", Severity.ERROR, of=Agency)
def wrong_county(agency: Agency, world: World) -> Iterator[Breach]:
    """A county code does not exist, or is not that of the county in the county administrative board's name.

    An office's county is never written: it is the first two digits of its municipality's code. County administrative
    boards are found by theirs, for example to tell who should have been heard before an office closes.

    Svenska: En länskod finns inte, eller hör till ett annat län än det som länsstyrelsen heter efter.

    Ett kontors län skrivs aldrig ut: det är de två första siffrorna i kommunkoden. Länsstyrelser hittas genom sin
    länskod, till exempel för att visa vem som skulle ha hörts innan ett kontor läggs ned.

    Bad:
        agencies/lansstyrelsen-uppsala:
          kind: county_board
          name: {sv: Länsstyrelsen i Uppsala län, en: Uppsala County Administrative Board}
          county: "19"
    Good:
        agencies/lansstyrelsen-uppsala:
          kind: county_board
          name: {sv: Länsstyrelsen i Uppsala län, en: Uppsala County Administrative Board}
          county: "03"
    """
    if agency.county is None or not world.reference.counties:
        return
    source = Text("länskoderna står i reference/counties.csv", "the codes are in reference/counties.csv")
    county = world.reference.county(agency.county)
    if county is None:
        yield Breach(
            ("county",), Text(f"{agency.county} är ingen länskod", f"{agency.county} is no county's code"), source
        )
        return
    named = next((known for known in world.reference.counties.values() if agency.name_sv.endswith(known.name)), county)
    if agency.kind is AgencyKind.COUNTY_BOARD and named is not county:
        yield Breach(
            ("county",),
            Text(
                f"{agency.county} är {county.name}, inte {named.name}",
                f"{agency.county} is {county.name}, not {named.name}",
            ),
            Text(
                f"{named.name} har koden {named.code} i reference/counties.csv",
                f"{named.name} has the code {named.code} in reference/counties.csv",
            ),
        )


@BOOK.world_rule("SSC103", Severity.WARNING)
def municipality_in_words(office: Office, world: World) -> Iterator[Breach]:
    """A municipality is written by name where its code belongs, or by a name that none has.

    Names come in several forms (Malung, Malungs kommun, Malung-Sälen); the code has one. The registry shows the name
    that Statistics Sweden has for it.

    Svenska: En kommun är skriven med namn där dess kod hör hemma, eller med ett namn som ingen kommun har.

    Namn skrivs på flera sätt (Malung, Malungs kommun, Malung-Sälen) men koden bara på ett. Registret visar det namn
    som SCB har för koden.

    Bad:
        co_locations:
          - {other: Malungs kommun, status: proposed}
    Good:
        co_locations:
          - {municipality: "2023", status: proposed}
    """
    for index, shared in enumerate(office.co_locations):
        if not shared.other:
            continue
        meant = world.reference.municipality_named(shared.other)
        if meant:
            message = Text(
                f"kommunen ”{shared.other}” är skriven med namn",
                f"the municipality “{shared.other}” is written by name",
            )
            advice = Text(
                f'skriv municipality: "{meant.code}" i stället för other (SCB: {meant.name})',
                f'write municipality: "{meant.code}" instead of other (Statistics Sweden: {meant.name})',
            )
            yield Breach(("co_locations", index, "other"), message, advice)
        elif shared.other.casefold().endswith(" kommun") and world.reference.municipalities:
            message = Text(f"ingen kommun heter ”{shared.other}”", f"no municipality is called “{shared.other}”")
            yield Breach(("co_locations", index, "other"), message, _nearest(world.reference, shared.other))


def _nearest(reference: Reference, name: str) -> Text:
    """What municipality may be meant, by its name."""
    bare = name.casefold().removesuffix(" kommun").removesuffix("s")
    names = {known.name.casefold(): known for known in reference.municipalities.values()}
    near = [known for known in names if known.startswith(f"{bare}-")] or get_close_matches(bare, names, n=1)
    if not near:
        return Text("namnen står i reference/municipalities.csv", "the names are in reference/municipalities.csv")
    meant = names[near[0]]
    return Text(
        f'menas {meant.name}? skriv i så fall municipality: "{meant.code}"',
        f'is {meant.name} meant? then write municipality: "{meant.code}"',
    )
