"""SSC504 to SSC507: driving tests under the same roof."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.domain.distance import metres_between
from sscctl.domain.event import Status
from sscctl.domain.finding import Severity
from sscctl.domain.office import CoLocation, CoLocationStatus, Office
from sscctl.domain.place import Point, Precision, TestPlace
from sscctl.rules._rule import Book, Breach
from sscctl.rules.co_location import SETTLED
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

NEAR = 300
"""Metres within which a test place and an office can be the same building: both points are set by hand."""

_DRIVING_TEST = "driving_test"
_EXAMINER = "trafikverket"


@BOOK.world_rule("SSC504", Severity.ERROR)
def homeless_driving_test(office: Office, world: World) -> Iterator[Breach]:
    """A co-location for driving tests is not with Trafikverket, or has no known test place once it is agreed.

    Only Trafikverket holds driving tests. From the agreement on, visitors must be able to tell which test place in
    `reference/test_places.csv` is meant.

    Svenska: En samlokalisering för förarprov är inte med Trafikverket, eller saknar känd provplats när den är avtalad.

    Bara Trafikverket håller förarprov. Från avtalet och framåt ska besökaren kunna se vilken provplats i
    `reference/test_places.csv` som avses.

    Bad:
        co_locations:
          - {party: trafikverket, kind: driving_test, role: host, status: agreed, source: page}
    Good:
        co_locations:
          - {party: trafikverket, kind: driving_test, role: host, status: agreed, test_place: "1000001", source: page}
    """
    for index, shared in enumerate(office.co_locations):
        pointer = ("co_locations", index)
        if shared.kind == _DRIVING_TEST and shared.party != _EXAMINER:
            message = Text(
                "förarprov hålls av Trafikverket, inte av {whom}",
                "driving tests are held by Trafikverket, not by {whom}",
            )
            advice = Text("ange party: trafikverket, eller en annan kind", "give party: trafikverket, or another kind")
            yield Breach((*pointer, "kind"), message.format(whom=shared.whom), advice)
        if shared.kind == _DRIVING_TEST and shared.status in SETTLED and shared.test_place is None:
            yield Breach(pointer, Text("provplatsen saknas", "the test place is missing"), _TEST_PLACES)
        if shared.test_place and world.reference.test_places and not _place(shared, world):
            message = Text("provplatsen {id} finns inte", "there is no test place {id}")
            yield Breach((*pointer, "test_place"), message.format(id=shared.test_place), _TEST_PLACES)


@BOOK.world_rule("SSC505", Severity.WARNING)
def distant_test_place(office: Office, world: World) -> Iterator[Breach]:
    """The test place of an active co-location lies more than 300 metres from the office.

    Then it is hardly the same building: either the test place or one of the two points is wrong.

    Svenska: Provplatsen i en pågående samlokalisering ligger mer än 300 meter från kontoret.

    Då är det knappast samma hus: antingen är provplatsen eller någon av punkterna fel.

    Bad:
        co_locations:
          - {party: trafikverket, kind: driving_test, role: host, status: active, test_place: "1000001", source: page}
    Good:
        addresses:
          - valid_from: "2021-11-01"
            position: {latitude: 59.30042, longitude: 15.23003, precision: entrance, source: page}
        co_locations:
          - {party: trafikverket, kind: driving_test, role: host, status: active, test_place: "1000001", source: page}
    """
    point = _site(office, world)
    for index, shared in enumerate(office.co_locations):
        place = _place(shared, world)
        if point and place and place.point and shared.status is CoLocationStatus.ACTIVE:
            metres = metres_between(point, place.point)
            if metres > NEAR:
                message = Text(
                    f"provplatsen {place.name} ligger {metres:.0f} meter från kontoret",
                    f"the test place {place.name} lies {metres:.0f} metres from the office",
                )
                advice = Text("kontrollera test_place och position", "check test_place and position")
                yield Breach(("co_locations", index, "test_place"), message, advice)


@BOOK.world_rule("SSC506", Severity.WARNING)
def test_place_elsewhere(office: Office, world: World) -> Iterator[Breach]:
    """The test place of a co-location lies in another municipality than the office.

    Names of test places are easily mixed up; a neighbour's test place is no co-location.

    Svenska: Provplatsen i en samlokalisering ligger i en annan kommun än kontoret.

    Provplatsers namn förväxlas lätt. Grannkommunens provplats är ingen samlokalisering.

    Bad:
        co_locations:
          - {party: trafikverket, kind: driving_test, role: host, status: planned, test_place: "1000001", source: page}
    Good:
        municipality: "1880"
        co_locations:
          - {party: trafikverket, kind: driving_test, role: host, status: planned, test_place: "1000001", source: page}
    """
    for index, shared in enumerate(office.co_locations):
        place = _place(shared, world)
        if place and place.municipality != office.municipality:
            message = Text(
                f"provplatsen {place.name} ligger i kommun {place.municipality}, kontoret i {office.municipality}",
                f"the test place {place.name} lies in {place.municipality}, the office in {office.municipality}",
            )
            yield Breach(("co_locations", index, "test_place"), message, _TEST_PLACES)


@BOOK.world_rule("SSC507", Severity.NOTE)
def unnoted_neighbour(office: Office, world: World) -> Iterator[Breach]:
    """An open office has a test place within 300 metres, and no co-location with it is noted.

    They may share a building without anybody having written it down: a candidate to look at, nothing more.

    Svenska: Ett öppet kontor har en provplats inom 300 meter utan att någon samlokalisering är antecknad.

    De kan dela hus utan att någon har skrivit ned det: något att titta närmare på, inte mer.

    Bad:
        municipality: "1880"
        addresses:
          - valid_from: "2021-11-01"
            position: {latitude: 59.30042, longitude: 15.23003, precision: entrance, source: page}
    Good:
        municipality: "1880"
        addresses:
          - valid_from: "2021-11-01"
            position: {latitude: 59.27412, longitude: 15.20661, precision: entrance, source: page}
    """
    point = _site(office, world)
    if point is None or office.status_on(world.today) is not Status.OPEN:
        return
    if any(shared.party == _EXAMINER for shared in office.co_locations):
        return
    for place, metres in world.reference.test_places_near(point, NEAR):
        message = Text(
            f"provplatsen {place.name} ({place.id}) ligger {metres:.0f} meter bort",
            f"the test place {place.name} ({place.id}) lies {metres:.0f} metres away",
        )
        advice = Text(
            "delar de hus, lägg till det under co_locations", "if they share a building, add it under co_locations"
        )
        yield Breach(("addresses",), message, advice)


def _place(shared: CoLocation, world: World) -> TestPlace | None:
    return world.reference.test_places.get(shared.test_place) if shared.test_place else None


def _site(office: Office, world: World) -> Point | None:
    """Where the office is today, where that is known to the house."""
    address = office.address_on(world.today)
    position = address.position if address else None
    return position.point if position and position.precision in (Precision.ENTRANCE, Precision.ADDRESS) else None


_TEST_PLACES = Text(
    "ange provplatsens id ur reference/test_places.csv", "give the test place's id from reference/test_places.csv"
)
