"""How many offices there are, by status, with their hours a week; and how many people live where none is open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sscctl.domain.collation import swedish_key
from sscctl.domain.event import Status
from sscctl.domain.office import Office
from sscctl.domain.place import Municipality
from sscctl.domain.registry import Registry
from sscctl.domain.timetable import Timetable
from sscctl.querying.beginning import FIRST_YEAR, begun
from sscctl.reading.reference import Reference
from sscctl.text import Text


class By(StrEnum):
    """What offices are counted by."""

    COUNTY = "county"
    AGENCY = "agency"
    STATUS = "status"
    MUNICIPALITY = "municipality"
    YEAR = "year"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Residents:
    """How many people live in some municipalities, and how many of them in one without an office that is open.

    `unsure` are those among `without` in whose municipality it is unknown of some office whether it is open.
    """

    all: int
    without: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted of some offices on a day.

    `weekly_minutes` adds up the ordinary weeks of the `with_hours` open offices of which every working day is known.
    `residents` is `None` where the offices stand for no area.
    """

    by_status: Mapping[Status, int]
    with_hours: int
    weekly_minutes: int
    residents: Residents | None

    @property
    def offices(self) -> int:
        """How many offices in all, whatever their status."""
        return sum(self.by_status.values())

    @property
    def open(self) -> int:
        """How many are open for certain."""
        return self.by_status.get(Status.OPEN, 0)


@dataclass(frozen=True, slots=True)
class Group:
    """The tally of one county, agency, …: `key` is its code or id, `name` what people call it, `day` when it holds."""

    key: str
    name: Text
    day: date
    tally: Tally


@dataclass(frozen=True, slots=True)
class Statistics:
    """The tally of all offices on a day, and of the groups asked for.

    `population_years` are the years of the figures on residents, mostly one.
    """

    day: date
    by: By | None
    total: Tally
    groups: tuple[Group, ...]
    population_years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    office: Office
    status: Status


_Places = Sequence[Municipality]


def statistics(registry: Registry, reference: Reference, by: By | None, day: date) -> Statistics:
    """Count the offices as they are on `day`; by year, as they were at the end of each.

    An office that had neither opened nor been planned by then is not counted.
    """
    places = tuple(reference.municipalities.values())
    there = (office for office in registry.offices.values() if _had_begun(office, day))
    seen = [_Seen(office, office.status_on(day)) for office in there]
    return Statistics(
        day=day,
        by=by,
        total=_tally(seen, day, places),
        groups=tuple(_GROUPINGS[by](registry, reference, seen, day)) if by else (),
        population_years=tuple(sorted({place.population_year for place in places})),
    )


def _had_begun(office: Office, day: date) -> bool:
    first = begun(office.lifecycle)
    return first is None or first <= day


def _tally(seen: Iterable[_Seen], day: date, places: _Places | None) -> Tally:
    seen = list(seen)
    weeks = [
        schedule.weekly_minutes
        for one in seen
        if one.status is Status.OPEN and (schedule := one.office.hours.schedule_on(day))
    ]
    known = [minutes for minutes in weeks if minutes is not None]
    counts = Counter(one.status for one in seen)
    by_status = {status: counts[status] for status in Status if counts[status]}
    return Tally(by_status, len(known), sum(known), None if places is None else _residents(seen, places))


def _residents(seen: Iterable[_Seen], places: _Places) -> Residents:
    statuses: dict[str, set[Status]] = defaultdict(set)
    for one in seen:
        statuses[one.office.municipality].add(one.status)
    without = [place for place in places if Status.OPEN not in statuses[place.code]]
    unsure = [place for place in without if Status.UNKNOWN in statuses[place.code]]
    return Residents(_people(places), _people(without), _people(unsure))


def _people(places: Iterable[Municipality]) -> int:
    return sum(place.population for place in places)


def _by_county(registry: Registry, reference: Reference, seen: Sequence[_Seen], day: date) -> Iterator[Group]:
    del registry
    names = {code: county.name for code, county in reference.counties.items()}
    offices = _divided(seen, lambda office: office.county)
    for code in _in_order(names, offices):
        places = [place for place in reference.municipalities.values() if place.county == code]
        yield _group(code, names.get(code, code), day, _tally(offices.get(code, ()), day, places))


def _by_municipality(registry: Registry, reference: Reference, seen: Sequence[_Seen], day: date) -> Iterator[Group]:
    del registry
    names = {code: place.name for code, place in reference.municipalities.items()}
    offices = _divided(seen, lambda office: office.municipality)
    for code in _in_order(names, offices):
        place = reference.municipality(code)
        yield _group(code, names.get(code, code), day, _tally(offices.get(code, ()), day, [place] if place else []))


def _by_agency(registry: Registry, reference: Reference, seen: Sequence[_Seen], day: date) -> Iterator[Group]:
    """The agencies that take part somewhere; without an office are those in whose municipality it takes no part."""
    places = tuple(reference.municipalities.values())
    offices: dict[str, list[_Seen]] = defaultdict(list)
    for one in seen:
        if one.status is Status.OPEN:
            for part in registry.context.taking_part(one.office, day):
                offices[part.agency].append(one)
    agencies = registry.context.agencies
    names = {agency: agencies[agency].name if agency in agencies else Text(agency, agency) for agency in offices}
    for agency in sorted(offices, key=lambda ident: swedish_key(names[ident].sv)):
        yield Group(agency, names[agency], day, _tally(offices[agency], day, places))


def _by_status(registry: Registry, reference: Reference, seen: Sequence[_Seen], day: date) -> Iterator[Group]:
    del registry, reference
    for status in Status:
        if some := [one for one in seen if one.status is status]:
            yield _group(status, status, day, _tally(some, day, None))


def _by_kind(registry: Registry, reference: Reference, seen: Sequence[_Seen], day: date) -> Iterator[Group]:
    del registry, reference
    offices = _divided(seen, lambda office: office.kind)
    for kind in sorted(offices):
        yield _group(kind, kind, day, _tally(offices[kind], day, None))


def _by_year(registry: Registry, reference: Reference, seen: Sequence[_Seen], day: date) -> Iterator[Group]:
    """The network on the last day of each year, and on `day` in its own."""
    del registry
    places = tuple(reference.municipalities.values())
    lives = [(one.office, Timetable(one.office, _as_every_day), begun(one.office.lifecycle)) for one in seen]
    for year in range(FIRST_YEAR, day.year + 1):
        then = min(date(year, 12, 31), day)
        there = (life for life in lives if life[2] is None or life[2] <= then)
        at_its_end = [_Seen(office, timetable.status_on(then)) for office, timetable, _ in there]
        yield _group(str(year), str(year), then, _tally(at_its_end, then, places))


def _as_every_day(day: date) -> None:
    """No day is taken for a holiday: only the life of an office is asked about."""
    del day


_GROUPINGS: Mapping[By, Callable[[Registry, Reference, Sequence[_Seen], date], Iterator[Group]]] = {
    By.COUNTY: _by_county,
    By.AGENCY: _by_agency,
    By.STATUS: _by_status,
    By.MUNICIPALITY: _by_municipality,
    By.YEAR: _by_year,
    By.KIND: _by_kind,
}


def _group(key: str, name: str, day: date, tally: Tally) -> Group:
    return Group(key, Text(name, name), day, tally)


def _divided(seen: Iterable[_Seen], key: Callable[[Office], str]) -> Mapping[str, list[_Seen]]:
    divided: dict[str, list[_Seen]] = defaultdict(list)
    for one in seen:
        divided[key(one.office)].append(one)
    return divided


def _in_order(names: Mapping[str, str], others: Iterable[str]) -> list[str]:
    """The codes in the order of their names, then those that have none because no list knows them."""
    return sorted(names, key=lambda code: swedish_key(names[code])) + sorted(set(others) - set(names))
