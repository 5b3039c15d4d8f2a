"""Compares where an office is: a move, and an address that was told otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sscctl.diffing._maker import Maker
from sscctl.diffing.life import GONE
from sscctl.diffing.stretches import edges_of, first_day, runs
from sscctl.domain.change import Change, ChangeKind, Fact
from sscctl.domain.event import EventKind
from sscctl.domain.lifecycle import turns
from sscctl.domain.office import Office
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.place import Address

_Place = tuple[str | None, str | None, str | None, str | None]


def compare_addresses(before: Office, after: Office, maker: Maker) -> Iterator[Change]:
    """Yield each period over which the office lies elsewhere than was said.

    It moves where it is at another place the day before and had one to move from, or where its life says so; otherwise
    an address was only corrected, or is now known.
    """
    edges = edges_of(address.period for office in (before, after) for address in office.addresses)
    edges |= {turn.on.last for office in (before, after) for turn in turns(office.lifecycle)}

    def difference(stretch: Period) -> tuple[_Place | None, _Place | None] | None:
        day = first_day(stretch)
        if {before.status_on(day), after.status_on(day)} & GONE:
            return None
        was, will = _place(before.address_on(day)), _place(after.address_on(day))
        return None if was == will else (was, will)

    for period, (was, will) in runs(edges, difference):
        lasts = period.end is not None and {before.status_on(period.end), after.status_on(period.end)} & GONE
        yield maker.make(
            ChangeKind.MOVES if _moves(after, period.start) else ChangeKind.ADDRESS,
            "addresses",
            _fact(was),
            _fact(will),
            during=Period(period.start, None if lasts else period.end),
            on=_since(after, period.start),
        )


def _place(address: Address | None) -> _Place | None:
    return (address.street, address.postcode, address.post_town, address.locality) if address else None


def _moves(after: Office, start: date | None) -> bool:
    if start is None or start == date.min:
        return False
    days = (event.on for event in after.lifecycle if event.kind is EventKind.MOVED and event.on)
    if any(on.first <= start <= on.last for on in days):
        return True
    earlier, later = after.address_on(start - timedelta(days=1)), after.address_on(start)
    return earlier is not None and later is not None and _place(earlier) != _place(later)


def _since(after: Office, start: date | None) -> PartialDate | None:
    address = after.address_on(start) if start else None
    is_loose = address and address.period.start == start and address.since and not address.since.is_day
    return address.since if address and is_loose else None


def _fact(place: _Place | None) -> Fact:
    if place is None:
        return None
    named = zip(("street", "postcode", "post_town", "locality"), place, strict=True)
    return {name: part for name, part in named if part is not None}
