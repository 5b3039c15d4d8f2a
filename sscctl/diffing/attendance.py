"""Compares which agencies take part: at one office, and where an agreement on all offices begins or ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from sscctl.diffing._maker import Maker
from sscctl.diffing.life import is_there
from sscctl.diffing.stretches import edges_of, first_day, runs
from sscctl.domain.change import Change, ChangeKind, Fact, Topic
from sscctl.domain.lifecycle import turns
from sscctl.domain.office import Office, Participation
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.period import Period
from sscctl.domain.registry import Context


def compare_attendance(
    before: Office, after: Office, context_before: Context, context_after: Context, maker: Maker
) -> Iterator[Change]:
    """Yield each agency that leaves or joins, and for how long; and what it does there where that differs."""
    for agency, period, joins in presence(before, after, context_before, context_after):
        yield maker.make(
            ChangeKind.AGENCY_JOINS if joins else ChangeKind.AGENCY_LEAVES,
            "participations",
            None if joins else agency,
            agency if joins else None,
            during=period,
            on=_told(after, agency, period) if joins else None,
            agency=agency,
        )
    yield from _terms(before, after, maker)


def presence(
    before: Office, after: Office, context_before: Context, context_after: Context
) -> Iterator[tuple[str, Period, bool]]:
    """Yield agency, period and whether it joins, of the days on which the office may be open on both sides."""
    both = ((before, context_before), (after, context_after))
    entries = [entry for office, context in both for entry in context.participations(office)]
    edges = edges_of(entry.period for entry in entries)
    edges |= {edge for office, _ in both for turn in turns(office.lifecycle) for edge in (turn.on.first, turn.on.last)}
    for agency in sorted({entry.agency for entry in entries}):

        def difference(stretch: Period, agency: str = agency) -> bool | None:
            day = first_day(stretch)
            if not is_there(before, day) or not is_there(after, day):
                return None
            was = agency in context_before.attending(before, day)
            will = agency in context_after.attending(after, day)
            return None if was == will else will

        for period, joins in runs(edges, difference):
            end = period.end
            ends = end is not None and not (is_there(before, end) and is_there(after, end))
            yield agency, Period(period.start, None if ends else end), joins


def _told(office: Office, agency: str, period: Period) -> PartialDate | None:
    for entry in office.participations:
        if entry.agency == agency and entry.period.start == period.start and entry.since and not entry.since.is_day:
            return entry.since
    return None


def _terms(before: Office, after: Office, maker: Maker) -> Iterator[Change]:
    """How far the staff go for an agency, whether a visit is booked, which services: of those that have a part."""
    edges = edges_of(entry.period for office in (before, after) for entry in office.participations)
    for agency in sorted({entry.agency for entry in before.participations} & {e.agency for e in after.participations}):

        def difference(stretch: Period, agency: str = agency) -> tuple[str, ...] | None:
            was, will = (_entry(office, agency, first_day(stretch)) for office in (before, after))
            if was is None or will is None or _facts(was) == _facts(will):
                return None
            return tuple(name for name, fact in _facts(will).items() if fact != _facts(was)[name])

        for period, names in runs(edges, difference):
            was, will = (_entry(office, agency, first_day(period)) for office in (before, after))
            for name in names:
                if was and will:
                    field = f"participations/{agency}/{name}"
                    facts = _facts(was)[name], _facts(will)[name]
                    yield maker.make(ChangeKind.PARTICIPATION, field, *facts, during=period, agency=agency)


def _entry(office: Office, agency: str, day: date) -> Participation | None:
    return next((one for one in office.participations if one.agency == agency and day in one.period), None)


def _facts(entry: Participation) -> Mapping[str, Fact]:
    return {
        "level": entry.level and entry.level.value,
        "booking": entry.booking and entry.booking.value,
        "services": sorted(entry.services) or None,
    }


def compare_everywhere(
    offices_before: Mapping[str, Office],
    offices_after: Mapping[str, Office],
    context_before: Context,
    context_after: Context,
    today: date,
) -> Iterator[Change]:
    """Yield the agencies that join or leave because an agreement changed, each with the offices it concerns.

    Offices that themselves name other participants than they did are left to `compare_attendance`.
    """
    found: defaultdict[tuple[str, Period, bool], list[str]] = defaultdict(list)
    for ident in sorted(offices_before.keys() & offices_after.keys()):
        before, after = offices_before[ident], offices_after[ident]
        if before.participations == after.participations:
            for key in presence(before, after, context_before, context_after):
                found[key].append(ident)
    for (agency, period, joins), offices in found.items():
        yield Maker(Topic.AGENCY, agency, today).make(
            ChangeKind.AGENCY_JOINS if joins else ChangeKind.AGENCY_LEAVES,
            "participations",
            None if joins else agency,
            agency if joins else None,
            during=period,
            agency=agency,
            offices=tuple(offices),
        )
