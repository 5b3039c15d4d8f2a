"""SSC206–SSC207: an office's addresses as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sscctl.domain.event import Status
from sscctl.domain.finding import Severity
from sscctl.domain.office import Office, OfficeKind
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()


@BOOK.office_rule("SSC206", Severity.ERROR)
def two_addresses_at_once(office: Office) -> Iterator[Breach]:
    """Two addresses of an office hold on the same day.

    An office is in one place at a time. Where it moved, the old address ends the day before the new one begins.

    Svenska: Två adresser för samma kontor gäller samma dag.

    Ett kontor finns på en plats i taget. När det flyttar slutar den gamla adressen gälla dagen före den nya.

    Bad:
        addresses:
          - {valid_from: "2021-11-01", street: Exempelgatan 1}
          - {valid_from: "2024-05-02", street: Exempelgatan 9}
    Good:
        addresses:
          - {valid_from: "2021-11-01", valid_through: "2024-05-01", street: Exempelgatan 1}
          - {valid_from: "2024-05-02", street: Exempelgatan 9}
    """
    for (_, first), (index, second) in combinations(enumerate(office.addresses), 2):
        both = first.period.meet(second.period)
        if both.is_empty:
            continue
        since = both.start.isoformat() if both.start else "…"
        yield Breach(
            ("addresses", index),
            Text(
                f"gäller samtidigt som en annan adress från {since}", f"holds at once with another address from {since}"
            ),
            Text(
                "sätt valid_through för den gamla adressen till dagen före flytten",
                "set the old address's valid_through to the day before the move",
            ),
        )


@BOOK.world_rule("SSC207", Severity.WARNING)
def open_office_nowhere(office: Office, world: World) -> Iterator[Breach]:
    """An open office has no street address or no position.

    Nobody can go there by the registry, and no search for the nearest office finds it. Itinerant offices have stops
    instead.

    Svenska: Ett öppet kontor saknar gatuadress eller position.

    Ingen kan gå dit med hjälp av registret, och ingen sökning efter närmaste kontor hittar det. Mobila kontor har
    hållplatser i stället.

    Bad:
        addresses: []
    Good:
        addresses:
          - valid_from: "2021-11-01"
            street: Exempelgatan 1
            position: {latitude: 59.34215, longitude: 18.05432, precision: entrance}
    """
    if office.kind is OfficeKind.MOBILE or office.status_on(world.today) is not Status.OPEN:
        return
    address = office.address_on(world.today)
    street, point = Text("gatuadress", "street address"), Text("position", "position")
    absent = [
        part
        for part, value in ((street, address and address.street), (point, address and address.position))
        if not value
    ]
    if absent:
        yield Breach(
            ("addresses", office.addresses.index(address)) if address else (),
            Text(
                f"kontoret är öppet men saknar {' och '.join(part.sv for part in absent)}",
                f"the office is open but has no {' and no '.join(part.en for part in absent)}",
            ),
            Text("fyll i det som en källa uppger", "fill in what a source gives"),
        )
