"""SSC201–SSC204, SSC208: the positions of an office's addresses."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.distance import metres_between
from sscctl.domain.finding import Severity
from sscctl.domain.office import Office
from sscctl.domain.place import Point, Position, Precision, spaced_postcode
from sscctl.rules._rule import Book, Breach
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

LATITUDES, LONGITUDES = (55.0, 69.1), (10.5, 24.2)
"""What lies between holds all of Sweden."""

NEAR_ENOUGH, TOO_FAR = 3, 25
"""Kilometres outside the municipality: boundaries are drawn so coarsely that seats lie up to 2.7 outside."""

POSTCODE_REACH = 30
"""Kilometres from the postcode's point, which is that of the post town."""

SAME_POINT = 0.00006
"""Degrees: half of the fourth decimal, in which the lists of points are written."""


@BOOK.office_rule("SSC201", Severity.ERROR)
def position_abroad(office: Office) -> Iterator[Breach]:
    """A position lies outside Sweden.

    Mostly latitude and longitude have changed places, or a digit is missing. The map would send the visitor abroad.

    Svenska: En position ligger utanför Sverige.

    Oftast har latitud och longitud bytt plats, eller så saknas en siffra. Kartan skulle skicka besökaren utomlands.

    Bad:
        addresses:
          - {valid_from: "2021-11-01", position: {latitude: 18.05432, longitude: 59.34215, precision: entrance}}
    Good:
        addresses:
          - {valid_from: "2021-11-01", position: {latitude: 59.34215, longitude: 18.05432, precision: entrance}}
    """
    for index, position in _positions(office):
        latitude, longitude = position.latitude, position.longitude
        if _in_sweden(latitude, longitude):
            continue
        message = Text(f"{latitude}, {longitude} ligger inte i Sverige", f"{latitude}, {longitude} is not in Sweden")
        advice = Text(
            "latitud ska vara 55,0–69,1 och longitud 10,5–24,2", "latitude must be 55.0–69.1 and longitude 10.5–24.2"
        )
        if _in_sweden(longitude, latitude):
            advice = Text(
                "talen har bytt plats: latitude är det större",
                "the numbers have changed places: latitude is the larger",
            )
        yield Breach(("addresses", index, "position"), message, advice)


@BOOK.world_rule("SSC202", Severity.WARNING)
def position_in_another_municipality(office: Office, world: World) -> Iterator[Breach]:
    """A position lies more than 3 km outside the office's municipality; more than 25 km is an error.

    The point or the municipality's code is wrong. The boundaries are drawn coarsely, so a few kilometres at the coast
    say nothing.

    Svenska: En position ligger mer än 3 km utanför kontorets kommun; mer än 25 km är ett fel.

    Antingen punkten eller kommunkoden är fel. Gränserna är grovt ritade, så några kilometer vid kusten säger inget.

    Bad:
        municipality: "0980"
        addresses:
          - {valid_from: "2021-11-01", position: {latitude: 56.66157, longitude: 16.36163, precision: address}}
    Good:
        municipality: "0880"
        addresses:
          - {valid_from: "2021-11-01", position: {latitude: 56.66157, longitude: 16.36163, precision: address}}
    """
    for index, position in _positions(office):
        if not _in_sweden(position.latitude, position.longitude):
            continue
        outside = world.reference.kilometres_outside(position.point, office.municipality)
        if outside is None or outside <= NEAR_ENOUGH:
            continue
        own = world.reference.municipality(office.municipality)
        name = own.name if own else office.municipality
        yield Breach(
            ("addresses", index, "position"),
            Text(
                f"punkten ligger {outside:.0f} km utanför {name} ({office.municipality})",
                f"the point lies {outside:.0f} km outside {name} ({office.municipality})",
            ),
            Text(
                "kontrollera punkten och kommunkoden mot reference/municipalities.geojson",
                "check the point and the municipality's code against reference/municipalities.geojson",
            ),
            Severity.ERROR if outside > TOO_FAR else None,
        )


@BOOK.world_rule("SSC203", Severity.WARNING)
def position_far_from_postcode(office: Office, world: World) -> Iterator[Breach]:
    """A position lies more than 30 km from its postcode's town.

    A wrong digit in either the point or the postcode does this.

    Svenska: En position ligger mer än 30 km från postnumrets ort.

    Det blir så när en siffra är fel i punkten eller i postnumret.

    Bad:
        municipality: "0380"
        addresses:
          - valid_from: "2021-11-01"
            postcode: "11000"
            post_town: Stockholm
            position: {latitude: 59.85882, longitude: 17.63212, precision: address}
    Good:
        municipality: "0380"
        addresses:
          - valid_from: "2021-11-01"
            postcode: "75320"
            post_town: Uppsala
            position: {latitude: 59.85882, longitude: 17.63212, precision: address}
    """
    for index, position in _positions(office):
        code = office.addresses[index].postcode
        known = world.reference.postcode(code) if code else None
        if not known or not _in_sweden(position.latitude, position.longitude):
            continue
        kilometres = metres_between(position.point, known.point) / 1000
        if kilometres > POSTCODE_REACH:
            where = f"{spaced_postcode(known.code)} {known.post_town}"
            yield Breach(
                ("addresses", index, "position"),
                Text(
                    f"punkten ligger {kilometres:.0f} km från {where}",
                    f"the point lies {kilometres:.0f} km from {where}",
                ),
                Text("kontrollera både punkten och postnumret", "check both the point and the postcode"),
            )


@BOOK.office_rule("SSC204", Severity.NOTE)
def misleading_decimals(office: Office) -> Iterator[Breach]:
    """A position has fewer than 4 or more than 6 decimals, or says entrance with fewer than 5.

    The fourth decimal is some ten metres, the fifth a door, the seventh a thumb. Digits that nobody measured look
    like knowledge.

    Svenska: En position har färre än 4 eller fler än 6 decimaler, eller anger ingång med färre än 5.

    Den fjärde decimalen är ett tiotal meter, den femte en dörr, den sjunde en tumme. Siffror som ingen har mätt ser
    ut som kunskap.

    Bad:
        addresses:
          - {valid_from: "2021-11-01", position: {latitude: 59.3, longitude: 18.0, precision: address}}
    Good:
        addresses:
          - {valid_from: "2021-11-01", position: {latitude: 59.34215, longitude: 18.05432, precision: address}}
    """
    for index, position in _positions(office):
        # A zero at the end is lost when a number is read, so the longer of the two tells how they were written.
        decimals = max(len(repr(number).partition(".")[2]) for number in (position.latitude, position.longitude))
        least = 5 if position.precision is Precision.ENTRANCE else 4
        if least <= decimals <= 6:
            continue
        yield Breach(
            ("addresses", index, "position"),
            Text(
                f"punkten har {decimals} decimaler med noggrannheten {position.precision}",
                f"the point has {decimals} decimals and the precision {position.precision}",
            ),
            Text(f"skriv {least}–6 decimaler, eller ändra precision", f"write {least}–6 decimals, or change precision"),
        )


@BOOK.world_rule("SSC208", Severity.NOTE)
def borrowed_position(office: Office, world: World) -> Iterator[Breach]:
    """A position is that of the municipality's main town or of the post town, not the office's own.

    The lists of places give a point for the middle of each town. Copied to an office it looks like an address.

    Svenska: En position är kommunens huvudorts eller postortens, inte kontorets egen.

    Ortslistorna har en punkt för mitten av varje ort. Inkopierad hos ett kontor ser den ut som en adress.

    Bad:
        municipality: "0380"
        addresses:
          - {valid_from: "2021-11-01", position: {latitude: 59.85882, longitude: 17.63889, precision: address}}
    Good:
        municipality: "0380"
        addresses:
          - {valid_from: "2021-11-01", position: {latitude: 59.85731, longitude: 17.64512, precision: address}}
    """
    own = world.reference.municipality(office.municipality)
    for index, position in _positions(office):
        code = office.addresses[index].postcode
        postcode = world.reference.postcode(code) if code else None
        if own and _same(position.point, own.seat):
            whose = Text(f"huvudorten {own.seat_name}s", f"the main town {own.seat_name}'s")
        elif postcode and _same(position.point, postcode.point):
            whose = Text(f"postorten {postcode.post_town}s", f"the post town {postcode.post_town}'s")
        else:
            continue
        yield Breach(
            ("addresses", index, "position"),
            Text(f"punkten är {whose.sv}, inte kontorets", f"the point is {whose.en}, not the office's"),
            Text("ange kontorets egen punkt när en källa har den", "give the office's own point once a source has it"),
        )


def _positions(office: Office) -> Iterator[tuple[int, Position]]:
    """The positions of the office's addresses, past and coming, by their place in the list."""
    for index, address in enumerate(office.addresses):
        if address.position:
            yield index, address.position


def _in_sweden(latitude: float, longitude: float) -> bool:
    return LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]


def _same(a: Point, b: Point) -> bool:
    return abs(a.latitude - b.latitude) < SAME_POINT and abs(a.longitude - b.longitude) < SAME_POINT
