"""The page of an office, whatever has become of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sscctl.domain.agency import Agency
from sscctl.domain.agreement import Agreement
from sscctl.domain.event import Event, EventKind
from sscctl.domain.office import CoLocation, Office, OfficeService, Participation
from sscctl.domain.partial_date import PartialDate
from sscctl.publishing.json_ld import island
from sscctl.publishing.life import Ending, ending
from sscctl.publishing.plain import dumps
from sscctl.publishing.upcoming import upcoming
from sscctl.publishing.website import hours_view, words
from sscctl.publishing.website.outline import on_a_map, outline
from sscctl.publishing.website.page import Page
from sscctl.publishing.website.paths import Sort
from sscctl.publishing.website.site import THERE, Near, Site
from sscctl.querying.portrait import Portrait
from sscctl.text import Language, Text

_ENOUGH = 3
"""How many other offices are named where this one cannot be visited."""


@dataclass(frozen=True, slots=True)
class Help:
    """An agency whose matters the staff help with, and what is known of how."""

    part: Participation
    name: Text
    has_page: bool
    services: tuple[tuple[OfficeService, Text], ...]
    tasks: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened to the office; `text` says what, `note` what the source adds."""

    on: PartialDate | None
    text: Text
    note: Text | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Another body under the same roof."""

    other: CoLocation
    name: Text
    what: Text | None
    state: Text


def office_page(site: Site, portrait: Portrait, language: Language) -> Page:
    """Make the page."""
    office = portrait.office
    found = hours_view.tables(portrait)
    numbers = {source.id: number for number, source in enumerate(office.sources, start=1)}
    view: Mapping[str, object] = {
        "portrait": portrait,
        "office": office,
        "status": portrait.status,
        "is_there": portrait.status in THERE,
        "ending": ending(office, site.day),
        "expected": _expected(office),
        "help": _help(site, portrait),
        "others": _others(site, portrait),
        "tables": found,
        "knows_hours": hours_view.knows_hours(found),
        "undated": hours_view.undated(portrait),
        "later": hours_view.later(portrait),
        "deviations": hours_view.deviations(site, portrait),
        "coming": list(dict.fromkeys(_coming(site, office, language))),
        "shared": [_shared(site, other) for other in portrait.co_locations],
        "facilities": [
            (words.FACILITY.get(code, Text(code, code)), there) for code, there in office.facilities.items()
        ],
        "moments": sorted(_moments(site, office), key=_when),
        "numbers": numbers,
        "successors": [site.portraits[one] for one in _successors(office, site) if one in site.portraits],
        "aged": hours_view.aged(found, site.day),
        "on_map": on_a_map(site, portrait),
        "near": nearby(site, portrait),
        "outline": outline(site, portrait),
        "calendar": _there(site, f"hours/{office.id}.ics"),
        "record": _there(site, f"offices/{office.id}.json"),
        "publisher": site.registry.context.agencies.get(site.edition.settings.publisher),
    }
    kinds = (("text/calendar", "calendar"), ("application/json", "record"))
    alternates = tuple((kind, office.full_name, str(view[name])) for kind, name in kinds if view[name])
    return Page(
        Sort.OFFICE,
        language,
        office.full_name,
        _description(portrait, language),
        view,
        office.id,
        alternates=alternates,
        linked_data=linked_data(site, portrait),
    )


def linked_data(site: Site, portrait: Portrait) -> str:
    """The office in schema.org's words, as search engines read it in a page."""
    return dumps(island(site.published(portrait), site.edition))


def _there(site: Site, path: str) -> str | None:
    return path if path in site.data else None


def _description(portrait: Portrait, language: Language) -> str:
    """One sentence for those who come from a search engine."""
    name, place = portrait.office.full_name, portrait.municipality_name
    state = words.STATUS[portrait.status].within(language).lower()
    if language is Language.SWEDISH:
        return f"{name} i {place} ({state}): öppettider, adress och vilka myndigheter du får hjälp av."
    return f"{name}, a state service office in {place} ({state}): opening hours, address and what you get help with."


def _expected(office: Office) -> Event | None:
    """The last plan for an opening that names a date."""
    plans = (EventKind.PROPOSED, EventKind.PLANNED, EventKind.COMMISSIONED, EventKind.REOPENING_ANNOUNCED)
    return next((event for event in reversed(office.lifecycle) if event.kind in plans and event.expected), None)


def _help(site: Site, portrait: Portrait) -> list[Help]:
    context = site.registry.context
    found = []
    for part in portrait.participations:
        agency = context.agencies.get(part.agency)
        agreement = context.agreements.get(part.agreement) if part.agreement else None
        found.append(
            Help(
                part,
                _name(agency, part.agency),
                agency is not None,
                tuple((one, _service(site, one)) for one in portrait.services if one.agency == part.agency),
                tuple(_tasks(agreement, agency)) if agreement and agency else (),
            )
        )
    return found


def _tasks(agreement: Agreement, agency: Agency) -> Iterator[Text]:
    """The tasks of the agreement that are this agency's: all of them, or of several principals' those that name it."""
    for task in agreement.tasks:
        if len(agreement.principals) == 1 or agency.name_sv in task.title.sv:
            named = f" ({agency.name_sv})"
            yield Text(task.title.sv.removesuffix(named), task.title.en.removesuffix(named))


def _others(site: Site, portrait: Portrait) -> list[tuple[OfficeService, Text, Text]]:
    """Services of agencies that do not take part on the day, or that the office is told to lack."""
    parts = {part.agency for part in portrait.participations}
    agencies = site.registry.context.agencies
    return [
        (one, _service(site, one), _name(agencies.get(one.agency), one.agency))
        for one in portrait.services
        if one.agency not in parts
    ]


def _service(site: Site, one: OfficeService) -> Text:
    agency = site.registry.context.agencies.get(one.agency)
    known = {service.id: service.name for service in agency.services} if agency else {}
    return known.get(one.service, Text(one.service, one.service))


def _name(agency: Agency | None, ident: str) -> Text:
    return agency.name if agency else Text(ident, ident)


def _coming(site: Site, office: Office, language: Language) -> Iterator[str]:
    for change in upcoming(office, site.registry.context, site.day):
        summary = change.get("summary") if isinstance(change, dict) else None
        if isinstance(summary, dict):
            yield words.dates_in_words(str(summary[language.value]), language)


def _shared(site: Site, other: CoLocation) -> Shared:
    context = site.registry.context
    if other.party:
        name = _name(context.agencies.get(other.party), other.party)
    elif other.municipality:
        place = site.reference.municipality(other.municipality)
        code = place.name if place else other.municipality
        name = Text(f"{code} kommun", f"{code} municipality")
    else:
        name = Text(other.whom, other.whom)
    what = words.CO_LOCATION_KIND.get(other.kind) if other.kind else None
    return Shared(other, name, what, words.CO_LOCATION[other.status])


def _moments(site: Site, office: Office) -> Iterator[Moment]:
    """What is known of its life: events, and remarks."""
    for event in office.lifecycle:
        text = words.EVENT[event.kind]
        if event.kind is EventKind.OBSERVED and event.status:
            text = words.SEEN[event.status]
        decision = site.registry.context.decisions.get(event.decision) if event.decision else None
        if decision:
            text = Text(f"{text.sv} ({decision.title_sv})", f"{text.en} ({decision.title_en or decision.title_sv})")
        yield Moment(event.on, text, event.note, event.sources)
    for remark in office.remarks:
        yield Moment(remark.on, remark.text, None, remark.sources)


def _when(moment: Moment) -> tuple[bool, str, str]:
    on = moment.on
    return on is None, on.last.isoformat() if on else "", on.first.isoformat() if on else ""


def _successors(office: Office, site: Site) -> Sequence[str]:
    end: Ending | None = ending(office, site.day)
    if end:
        return end.successors
    return next((event.successors for event in office.lifecycle if event.successors), ())


def nearby(site: Site, portrait: Portrait) -> list[Near]:
    """The nearest open offices, for those who cannot go to this one; fewer where it is open itself."""
    there = site.point(portrait)
    return site.nearest(there[0], _ENOUGH, but=portrait.office.id) if there else []
