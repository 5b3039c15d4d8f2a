"""SSC503, SSC509, SSC510, SSC512: shared premises over time: the office's life, the lease, the closing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sscctl.domain.event import Event, EventKind, Status
from sscctl.domain.finding import Severity
from sscctl.domain.office import CoLocation, CoLocationStatus, HostRole, Office
from sscctl.rules._rule import Book, Breach
from sscctl.rules.co_location import settled
from sscctl.rules.world import World
from sscctl.text import Text

BOOK = Book()

_GONE = (Status.CLOSED, Status.CANCELLED)
_NOT_YET = (Status.PROPOSED, Status.PLANNED)
_A_YEAR = timedelta(days=365)


@BOOK.world_rule("SSC503", Severity.ERROR)
def outliving_co_location(office: Office, world: World) -> Iterator[Breach]:
    """A co-location holds on days when the office is not there.

    Nobody shares the roof of an office that has closed or has not opened. Only days on which that is certain count.

    Svenska: En samlokalisering gäller dagar då kontoret inte finns.

    Ingen delar tak med ett kontor som är nedlagt eller inte har öppnat. Bara dagar då det är säkert räknas.

    Bad:
        lifecycle:
          - {event: opened, on: "2021-11-01", source: page}
          - {event: closed, on: "2026-07-01", last_day: "2026-06-30", source: page}
        co_locations:
          - party: trafikverket
            role: host
            status: active
            valid_from: "2024-01-01"
            valid_through: "2026-12-31"
            informed: "2026-01-15"
            source: page
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01", source: page}
          - {event: closed, on: "2026-07-01", last_day: "2026-06-30", source: page}
        co_locations:
          - party: trafikverket
            role: host
            status: ended
            valid_from: "2024-01-01"
            valid_through: "2026-06-30"
            informed: "2026-01-15"
            source: page
    """
    for index, shared in settled(office):
        pointer = ("co_locations", index)
        start, last = _certain_start(shared), shared.period.last
        if start and office.status_on(start) in _NOT_YET:
            message = Text("kontoret har inte öppnat {day}", "the office has not opened by {day}")
            yield Breach((*pointer, "valid_from"), message.format(day=start), _WITHIN)
        if last and office.status_on(last) in _GONE:
            message = Text("kontoret är nedlagt {day}", "the office has closed by {day}")
            yield Breach((*pointer, "valid_through"), message.format(day=last), _WITHIN)
        elif last is None and _is_going_on(shared, world.today) and office.status_on(world.today) in _GONE:
            yield Breach((*pointer, "status"), _STILL_ACTIVE, _END)


def _certain_start(shared: CoLocation) -> date | None:
    """A day on which it had certainly begun."""
    return shared.since.last if shared.since else shared.period.start


def _is_going_on(shared: CoLocation, today: date) -> bool:
    start = _certain_start(shared)
    return shared.status is CoLocationStatus.ACTIVE and (start is None or start <= today)


_WITHIN = Text("håll samlokaliseringen inom kontorets öppna tid", "keep the co-location within the office's open time")
_STILL_ACTIVE = Text(
    "samlokaliseringen pågår fast kontoret är nedlagt", "the co-location goes on although the office has closed"
)
_END = Text("ange status: ended och valid_through", "set status: ended and valid_through")


@BOOK.world_rule("SSC509", Severity.WARNING)
def ending_lease(office: Office, world: World) -> Iterator[Breach]:
    """A lease ends before the co-location that rests on it does, or within twelve months.

    Without the premises both have to move. Leases are given notice long ahead, so it is time to ask.

    Svenska: Ett hyresavtal går ut före samlokaliseringen som vilar på det, eller inom tolv månader.

    Utan lokalen måste båda flytta. Hyresavtal sägs upp lång tid i förväg, så det är dags att fråga.

    Bad:
        co_locations:
          - {party: trafikverket, role: host, status: active, lease_through: "2027-03-31", source: page}
    Good:
        co_locations:
          - {party: trafikverket, role: host, status: active, lease_through: "2031-03-31", source: page}
    """
    for index, shared in settled(office):
        lease, last = shared.lease_through, shared.period.last
        if lease is None or (last and last < world.today):
            continue
        pointer = ("co_locations", index, "lease_through")
        if last and lease < last:
            message = Text(
                f"hyresavtalet går ut {lease}, samlokaliseringen först {last}",
                f"the lease ends on {lease}, the co-location not until {last}",
            )
            yield Breach(pointer, message, _RENEW)
        elif last is None and lease < world.today + _A_YEAR:
            message = Text("hyresavtalet går ut {day}", "the lease ends on {day}")
            yield Breach(pointer, message.format(day=lease), _RENEW)


_RENEW = Text(
    "ange det nya hyresavtalets sista dag, eller när samlokaliseringen slutar",
    "give the last day of the new lease, or when the co-location ends",
)


@BOOK.office_rule("SSC510", Severity.WARNING)
def unsure_guest(office: Office) -> Iterator[Breach]:
    """An office is the guest in premises whose lease is not known.

    A guest stays only as long as the host does. Without the last day of the host's lease nobody can see it coming.

    Svenska: Ett kontor är gäst i en lokal vars hyresavtal inte är känt.

    En gäst blir kvar bara så länge värden är kvar. Utan sista dagen i värdens hyresavtal ser ingen flytten komma.

    Bad:
        co_locations:
          - {municipality: "0180", role: guest, status: active, source: page}
    Good:
        co_locations:
          - {municipality: "0180", role: guest, status: active, lease_through: "2031-03-31", source: page}
    """
    for index, shared in settled(office):
        if shared.role is HostRole.GUEST and (shared.lease_through is None or not shared.whom):
            message = Text("kontoret är gäst hos {host}", "the office is the guest of {host}")
            advice = Text("ange värden och lease_through", "give the host and lease_through")
            yield Breach(("co_locations", index), message.format(host=shared.whom or "?"), advice)


@BOOK.office_rule("SSC512", Severity.WARNING)
def untold_party(office: Office) -> Iterator[Breach]:
    """An office closes, and nothing says that the body under the same roof was told.

    A co-location ends with the office. The other body needs time to move its visitors, so the day it was told is
    noted in `informed`.

    Svenska: Ett kontor läggs ned utan att det framgår att den som delar lokalen har fått veta det.

    En samlokalisering slutar med kontoret. Den andra behöver tid att flytta sina besökare. Därför antecknas dagen då
    den fick veta det i `informed`.

    Bad:
        lifecycle:
          - {event: opened, on: "2021-11-01", source: page}
          - {event: closing_decided, on: "2026-10-30", last_day: "2027-06-30", source: page}
        co_locations:
          - {party: trafikverket, role: host, status: active, source: page}
    Good:
        lifecycle:
          - {event: opened, on: "2021-11-01", source: page}
          - {event: closing_decided, on: "2026-10-30", last_day: "2027-06-30", source: page}
        co_locations:
          - {party: trafikverket, role: host, status: active, informed: "2026-11-02", source: page}
    """
    closing = _closing(office)
    for index, shared in settled(office):
        if closing is None or shared.informed or _ends_before(shared, closing):
            continue
        message = Text(
            "kontoret läggs ned, men det framgår inte att {whom} fått veta det",
            "the office closes, but nothing says that {whom} was told",
        )
        advice = Text("ange dagen i informed", "give the day under informed")
        yield Breach(("co_locations", index), message.format(whom=shared.whom), advice)


def _closing(office: Office) -> Event | None:
    """The closing that nothing has undone."""
    found: Event | None = None
    for event in office.lifecycle:
        match event.kind:
            case EventKind.CLOSING_DECIDED | EventKind.CLOSED:
                found = event
            case EventKind.OPENED | EventKind.REOPENED | EventKind.REOPENING_ANNOUNCED:
                found = None
            case _:
                pass
    return found


def _ends_before(shared: CoLocation, closing: Event) -> bool:
    last = shared.period.last
    return bool(last and closing.last_day and last < closing.last_day)
