"""Which offices: the filters of `list`, given as options there and as `county=Norrbotten` where many are edited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sscctl.cli.choices import not_among
from sscctl.cli.console import tell
from sscctl.cli.options import instant
from sscctl.domain.collation import folded
from sscctl.domain.event import Status
from sscctl.domain.office import OfficeKind
from sscctl.errors import NotFound
from sscctl.querying.openings import open_at
from sscctl.querying.portrait import portray
from sscctl.querying.select import (
    MISSING,
    Selection,
    codes,
    county_names,
    find_office,
    known,
    municipality_names,
)
from sscctl.reading.load import Loaded
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters as people write them: ids, codes or names."""

    agencies: Sequence[str] = ()
    services: Sequence[str] = ()
    counties: Sequence[str] = ()
    municipalities: Sequence[str] = ()
    statuses: Sequence[Status] = ()
    kinds: Sequence[OfficeKind] = ()
    co_located_with: Sequence[str] = ()
    without: tuple[str, ...] = ()
    among: Collection[str] | None = None


def selection(wanted: Wanted, loaded: Loaded) -> Selection:
    """Turn names into ids and codes; NotFound (exit 4) for what is not known, with what looks like it."""
    context, reference = loaded.registry.context, loaded.reference
    return Selection(
        agencies=known(wanted.agencies, context.agencies, Text("myndigheten", "agency")),
        services=known(wanted.services, _services(loaded), Text("tjänsten", "service")),
        counties=codes(wanted.counties, county_names(reference), Text("länet", "county")),
        municipalities=codes(wanted.municipalities, municipality_names(reference), Text("kommunen", "municipality")),
        statuses=frozenset(wanted.statuses),
        kinds=frozenset(wanted.kinds),
        co_located_with=_parties(wanted.co_located_with, loaded),
        without=wanted.without,
        among=wanted.among,
    )


FILTERS = ("agency", "service", "county", "municipality", "status", "kind", "co-located-with", "without", "open-at")
"""The filters of `list` that can be written as `county=Norrbotten`."""

_GONE = (Status.CLOSED, Status.CANCELLED)


def chosen(text: str, loaded: Loaded, on: date) -> tuple[str, ...]:
    """The ids of the offices that a text names: ids and names, filters, or both, with commas between them.

    Every filter has to hold on the day. Among offices that filters find, those that have closed for good are left
    out unless `status=` asks for them, and that is told. NotFound (exit 4) where nothing is left.
    """
    registry = loaded.registry
    if text in registry.offices:
        return (text,)
    terms = [term.strip() for term in text.split(",") if term.strip()]
    named = tuple(dict.fromkeys(find_office(registry, term) for term in terms if "=" not in term))
    filters = _filters(term for term in terms if "=" in term)
    if named and not filters:
        return named
    picked = selection(_wanted(filters, named, loaded), loaded)
    portraits = [portray(registry, loaded.reference, office, on) for office in registry.offices.values()]
    found = [portrait for portrait in portraits if picked.admits(portrait)] if filters else []
    left = [portrait.office.id for portrait in found if picked.statuses or portrait.status not in _GONE]
    if len(left) < len(found):
        _tell_left_out(len(found) - len(left))
    if not left:
        raise NotFound(
            Text(f"inget kontor passar {text}", f"no office fits {text}"),
            Text(
                "sscctl list visar kontoren, med samma filter", "sscctl list shows the offices, with the same filters"
            ),
        )
    return tuple(left)


def _filters(terms: Iterable[str]) -> Mapping[str, list[str]]:
    """The values asked for of each filter."""
    found: dict[str, list[str]] = {}
    for term in terms:
        key, _, value = (part.strip() for part in term.partition("="))
        if key not in FILTERS:
            raise not_among(key, FILTERS)
        found.setdefault(key, []).append(value)
    return found


def _wanted(filters: Mapping[str, list[str]], named: Collection[str], loaded: Loaded) -> Wanted:
    among = set(named) if named else None
    for time in filters.get("open-at", ()):
        opened = {ident for ident, is_open in open_at(loaded.registry, instant(time)).items() if is_open}
        among = opened if among is None else among & opened
    return Wanted(
        agencies=filters.get("agency", ()),
        services=filters.get("service", ()),
        counties=filters.get("county", ()),
        municipalities=filters.get("municipality", ()),
        statuses=[Status(_one_of(value, Status)) for value in filters.get("status", ())],
        kinds=[OfficeKind(_one_of(value, OfficeKind)) for value in filters.get("kind", ())],
        co_located_with=filters.get("co-located-with", ()),
        without=tuple(_one_of(value, MISSING) for value in filters.get("without", ())),
        among=among,
    )


def _one_of(value: str, words: Iterable[str]) -> str:
    known_words = [str(word) for word in words]
    if value not in known_words:
        raise not_among(value, known_words)
    return value


def _tell_left_out(number: int) -> None:
    tell(
        Text(
            f"{number} {'nedlagt' if number == 1 else 'nedlagda'} kontor lämnas utanför; status=closed tar med dem",
            f"{number} closed office{'' if number == 1 else 's'} left out; status=closed takes them in",
        )
    )


def _services(loaded: Loaded) -> set[str]:
    """Every service that an agency or an office names."""
    of_agencies = {service.id for agency in loaded.registry.context.agencies.values() for service in agency.services}
    return of_agencies | {own.service for office in loaded.registry.offices.values() for own in office.services}


def _parties(wanted: Iterable[str], loaded: Loaded) -> frozenset[str]:
    """Who can share premises: any agency, any municipality by code or name, and whoever an office names."""
    municipalities = municipality_names(loaded.reference)
    by_name = {folded(name): code for code, name in municipalities.items()}
    named = {other.whom for office in loaded.registry.offices.values() for other in office.co_locations}
    everybody = {*loaded.registry.context.agencies, *municipalities, *named}
    return known([by_name.get(folded(one), one) for one in wanted], everybody, Text("parten", "party"))
