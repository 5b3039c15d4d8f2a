"""Which offices: filters that all have to hold."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from sscctl.domain.collation import folded
from sscctl.domain.event import Status
from sscctl.domain.office import OfficeKind
from sscctl.domain.registry import Registry
from sscctl.errors import NotFound
from sscctl.querying.portrait import Portrait
from sscctl.reading.reference import Reference
from sscctl.text import Text

MISSING: Mapping[str, Callable[[Portrait], bool]] = {
    "address": lambda p: p.address is None,
    "street": lambda p: p.address is None or p.address.street is None,
    "postcode": lambda p: p.address is None or p.address.postcode is None,
    "post_town": lambda p: p.address is None or p.address.post_town is None,
    "position": lambda p: p.address is None or p.address.position is None,
    "any_hours": lambda p: p.schedule is None,
    "opening_hours": lambda p: p.schedule is None or p.schedule.weekly_minutes is None,
    "opened": lambda p: p.opened is None,
    "opened_day": lambda p: p.opened is None or not p.opened.is_day,
    "participations": lambda p: not p.participations,
    "own_participations": lambda p: not p.office.participations,
    "levels": lambda p: not p.participations or any(part.level is None for part in p.participations),
    "co_locations": lambda p: not p.office.co_locations,
    "facilities": lambda p: not p.office.facilities,
    "contact": lambda p: p.office.contact.phone is None and not p.office.contact.email and not p.office.contact.web,
    "dated_sources": lambda p: not p.office.sources or any(source.date is None for source in p.office.sources),
}
"""What `--without` can ask for: offices of which this is not known on the day.

`opening_hours` is the whole working week, `any_hours` anything of it; `dated_sources` that every source has a date.
"""


@dataclass(frozen=True, slots=True)
class Selection:
    """The filters; an empty one lets every office through. Names of places are official codes, of agencies ids."""

    agencies: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    counties: frozenset[str] = frozenset()
    municipalities: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[OfficeKind] = frozenset()
    co_located_with: frozenset[str] = frozenset()
    without: tuple[str, ...] = field(default=())
    among: Collection[str] | None = None
    """The ids that another question has let through, such as which offices are open at an instant."""

    def admits(self, portrait: Portrait) -> bool:
        """Whether the office passes every filter on the portrait's day."""
        office = portrait.office
        return (
            (self.among is None or office.id in self.among)
            and (not self.statuses or portrait.status in self.statuses)
            and (not self.kinds or office.kind in self.kinds)
            and (not self.counties or office.county in self.counties)
            and (not self.municipalities or office.municipality in self.municipalities)
            and (not self.agencies or self.agencies <= {part.agency for part in portrait.participations})
            and (not self.services or self.services <= set(_services(portrait)))
            and (not self.co_located_with or self.co_located_with <= {other.whom for other in portrait.co_locations})
            and all(MISSING[name](portrait) for name in self.without)
        )


def _services(portrait: Portrait) -> Iterator[str]:
    """The services to be had: those the office names as available, and those its participations name."""
    yield from (service.service for service in portrait.services if service.available)
    for part in portrait.participations:
        yield from part.services


def codes(wanted: Iterable[str], names: Mapping[str, str], what: Text) -> frozenset[str]:
    """Turn what people write (a code, or a name with or without å, ä, ö and `län`) into codes.

    `names` is code to name. NotFound (exit 4) names the nearest there are.
    """
    by_name = {folded(name).removesuffix(" lan"): code for code, name in names.items()}
    by_name |= {folded(name).removesuffix(" lan").removesuffix("s"): code for code, name in names.items()} | by_name
    found = set()
    for text in wanted:
        key = folded(text.strip()).removesuffix(" lan").removesuffix(" kommun")
        code = text if text in names else by_name.get(key)
        if code is None:
            raise unknown(what, text, {name: name for name in names.values()})
        found.add(code)
    return frozenset(found)


def known(wanted: Iterable[str], ids: Iterable[str], what: Text) -> frozenset[str]:
    """Check ids against those there are; NotFound (exit 4) names the nearest."""
    ids = set(ids)
    for text in wanted:
        if text not in ids:
            raise unknown(what, text, {one: one for one in ids})
    return frozenset(wanted)


def unknown(what: Text, text: str, names: Mapping[str, str]) -> NotFound:
    """The error for a name that is not known, with those that look like it; `names` is what to write, to its name."""
    spelled = {folded(form): key for key, name in sorted(names.items()) for form in (name, key)}
    wanted = folded(text)
    near = [key for form, key in spelled.items() if wanted in form]
    near += [spelled[match] for match in get_close_matches(wanted, spelled, n=3, cutoff=0.6)]
    shown = ", ".join(list(dict.fromkeys(near))[:3])
    advice = Text(f"menade du {shown}?", f"did you mean {shown}?") if shown else None
    return NotFound(Text(f"{what.sv} {text} finns inte", f"there is no {what.en} {text}"), advice)


def find_office(registry: Registry, name: str) -> str:
    """The id of the office that goes by this id, or whose name it is when only one has it; NotFound otherwise.

    The name may be written as it is told: "Servicekontoret Kiruna".
    """
    if name in registry.offices:
        return name
    names = {office.id: office.name for office in registry.offices.values()}
    wanted = folded(name).removeprefix("servicekontoret ")
    named = [key for key, own in names.items() if folded(own) == wanted]
    if len(named) == 1:
        return named[0]
    raise unknown(Text("kontoret", "office"), name, names)


def county_names(reference: Reference) -> dict[str, str]:
    """County codes with their names."""
    return {code: county.name for code, county in reference.counties.items()}


def municipality_names(reference: Reference) -> dict[str, str]:
    """Municipality codes with their names."""
    return {code: municipality.name for code, municipality in reference.municipalities.items()}
