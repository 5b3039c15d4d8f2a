"""One office for a person to read: what it is, where, when it is open, who takes part, its life and its sources."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from sscctl.cli.console import Style, columns, styled
from sscctl.cli.language import said, t
from sscctl.cli.render.offices import weekly_hours
from sscctl.cli.visible import visible
from sscctl.cli.words import (
    BOOKING,
    CO_LOCATION,
    CO_LOCATION_KIND,
    EVENT,
    FACILITY,
    LEVEL,
    OFFICE_KIND,
    ROLE,
    STATUS,
    WEEKDAY,
    when,
)
from sscctl.domain.event import Event, Status
from sscctl.domain.hours import WEEKDAYS, Schedule
from sscctl.domain.office import CoLocation, Contact, Office, OfficeKind, Participation
from sscctl.domain.place import Address, spaced_postcode
from sscctl.domain.provenance import Source
from sscctl.domain.registry import Context
from sscctl.querying.portrait import Portrait

_LABEL = 14
_STATUS_STYLES = {Status.OPEN: Style.GOOD, Status.CLOSED: Style.ERROR, Status.SUSPENDED: Style.WARNING}


def as_text(portrait: Portrait, context: Context) -> str:
    """The whole portrait; what no source says is said to be unknown where a visitor would look for it."""
    office = portrait.office
    lines = [
        styled(visible(f"{office.full_name}, {portrait.day}"), Style.STRONG),
        *_entry(t("Status", "Status"), [_status(portrait)]),
        *_entry(t("Slag", "Kind"), [said(OFFICE_KIND[office.kind])] if office.kind is not OfficeKind.OFFICE else []),
        *_entry(t("Kommun", "Municipality"), [f"{portrait.municipality_name}, {portrait.county_name}"]),
        *_entry(t("Adress", "Address"), _address(portrait.address)),
        *_entry(t("Öppettider", "Opening hours"), _hours(portrait)),
        *_entry(t("Avvikelser", "Deviations"), _deviations(portrait)),
        *_entry(t("Myndigheter", "Agencies"), _participations(portrait, context)),
        *_entry(t("Tjänster", "Services"), _services(portrait)),
        *_entry(t("Delar lokal", "Shares roof"), [_co_location(other, context) for other in portrait.co_locations]),
        *_entry(t("Utrustning", "Facilities"), _facilities(office)),
        *_entry(t("Kontakt", "Contact"), _contact(office.contact)),
        *_entry(t("Livscykel", "Life"), [line for event in office.lifecycle for line in _event(event)]),
        *_entry(t("Föregångare", "Predecessor"), [office.predecessor] if office.predecessor else []),
        *_entry(t("Uppgifter", "Remarks"), [f"{said(when(r.on))}: {said(r.text)}" for r in office.remarks]),
        *_entry(
            t("Motstridigt", "Disagreeing"),
            [
                t(f"{d.field}: en annan källa anger {d.value}", f"{d.field}: another source says {d.value}")
                for d in office.disagreements
            ],
        ),
        *_entry(t("Källor", "Sources"), [_source(source) for source in office.sources]),
    ]
    return "\n".join(lines)


def _entry(label: str, content: Iterable[str]) -> Iterator[str]:
    """A label with its lines beside it, folded to the terminal's width; nothing where there is no content."""
    start = styled(label.ljust(_LABEL), Style.FAINT)
    for line in content:
        folded = textwrap.wrap(
            visible(line), max(20, columns() - _LABEL), break_long_words=False, break_on_hyphens=False
        )
        for part in folded or [""]:
            yield f"{start}{part}"
            start = " " * _LABEL


def _status(portrait: Portrait) -> str:
    words = said(STATUS[portrait.status])
    if portrait.status is Status.CLOSED and portrait.closed:
        words += t(f" sedan {said(when(portrait.closed))}", f" since {said(when(portrait.closed))}")
    if portrait.status is Status.OPEN and portrait.opened:
        words += t(f" (öppnade {said(when(portrait.opened))})", f" (opened {said(when(portrait.opened))})")
    last = [event.last_day for event in portrait.coming if event.last_day]
    return words + (t(f", sista besöksdag {last[0]}", f", last day for visitors {last[0]}") if last else "")


def _address(address: Address | None) -> list[str]:
    if address is None:
        return [t("okänd", "unknown")]
    town = " ".join(part for part in (spaced_postcode(address.postcode or ""), address.post_town or "") if part)
    lines = [
        ", ".join(
            part for part in (address.street or t("gata okänd", "street unknown"), address.locality, town) if part
        )
    ]
    if address.directions:
        lines.append(said(address.directions))
    if address.position:
        lines.append(f"{address.position.latitude}, {address.position.longitude} ({address.position.precision.value})")
    return lines


def _hours(portrait: Portrait) -> list[str]:
    schedule = portrait.schedule
    if schedule is None:
        lines = [t("okända", "unknown")]
    else:
        lines = _schedule(schedule)
        hours = weekly_hours(portrait)
        if hours:
            lines.append(t(f"{hours} timmar i veckan", f"{hours} hours a week"))
    for undated in portrait.undated_schedules:
        lines.append(t("enligt en källa utan datum:", "according to a source without a date:"))
        lines += [f"  {line}" for line in _schedule(undated)]
    return lines


def _schedule(schedule: Schedule) -> list[str]:
    lines: list[str] = []
    for day in WEEKDAYS:
        spans = schedule.weekly.get(day)
        if spans is not None:
            lines.append(f"{said(WEEKDAY[day])}: {', '.join(map(str, spans)) or t('stängt', 'closed')}")
    if schedule.days_per_week is not None:
        lines.append(t(f"öppet {schedule.days_per_week} dagar i veckan", f"open {schedule.days_per_week} days a week"))
    if lines and any(day not in schedule.weekly for day in WEEKDAYS[:5]):
        lines.append(
            t("övriga vardagar okända", "other weekdays unknown")
            if schedule.weekly
            else t("vilka dagar är okänt", "which days is unknown")
        )
    if schedule.since and not schedule.undated:
        since = said(when(schedule.since))
        lines.append(
            t(f"gäller från {since}", f"valid from {since}")
            if schedule.since.has_start
            else t(f"känt {since}", f"known {since}")
        )
    return lines


def _deviations(portrait: Portrait) -> Iterator[str]:
    for deviation in portrait.coming_deviations:
        first, last = deviation.period.start, deviation.period.last
        days = f"{first}" if first == last else f"{first} – {last}"
        yield f"{days}: {', '.join(map(str, deviation.hours)) or t('stängt', 'closed')} ({said(deviation.reason)})"


def _participations(portrait: Portrait, context: Context) -> Iterator[str]:
    for part in portrait.participations:
        details = [said(LEVEL[part.level])] if part.level else []
        details += [said(BOOKING[part.booking])] if part.booking else []
        yield ", ".join((_named(part.agency, context) + _since(part), *details))


def _since(part: Participation) -> str:
    if part.since is None:
        return ""
    return t(f", från {said(when(part.since))}", f", from {said(when(part.since))}") if part.since.has_start else ""


def _named(agency: str, context: Context) -> str:
    known = context.agencies.get(agency)
    return said(known.name) if known else agency


def _services(portrait: Portrait) -> Iterator[str]:
    for service in portrait.services:
        yield f"{service.service}: {t('ja', 'yes') if service.available else t('nej', 'no')}"


def _co_location(other: CoLocation, context: Context) -> str:
    whom = _named(other.party, context) if other.party else other.whom
    kind = said(CO_LOCATION_KIND[other.kind]) if other.kind and other.kind in CO_LOCATION_KIND else other.kind
    words = [part for part in (whom, kind, said(ROLE[other.role]) if other.role else None) if part]
    return f"{', '.join(words)} ({said(CO_LOCATION[other.status])})"


def _facilities(office: Office) -> Iterator[str]:
    for name, there in office.facilities.items():
        label = said(FACILITY[name]) if name in FACILITY else name
        yield f"{label}: {t('ja', 'yes') if there else t('nej', 'no')}"


def _contact(contact: Contact) -> list[str]:
    given = (contact.phone.shown if contact.phone else None, contact.email, contact.web)
    return [one for one in given if one]


def _event(event: Event) -> Iterator[str]:
    line = f"{said(when(event.on))}: {said(EVENT[event.kind])}"
    if event.status:
        line += f" {said(STATUS[event.status])}"
    if event.last_day:
        line += t(f", sista besöksdag {event.last_day}", f", last day for visitors {event.last_day}")
    if event.expected:
        expected = said(when(event.expected))
        line += t(f", väntas öppna {expected}", f", expected to open {expected}")
    if event.successors:
        named = ", ".join(event.successors)
        line += t(f", hänvisar till {named}", f", visitors are referred to {named}")
    yield line
    if event.note:
        yield f"  {said(event.note)}"


def _source(source: Source) -> str:
    place = source.url or source.document or ""
    if source.date:
        dated = f" ({said(when(source.date))})"
    elif source.retrieved:
        dated = t(f" (läst {said(when(source.retrieved))})", f" (read {said(when(source.retrieved))})")
    else:
        dated = ""
    return f"{source.id}{dated}: {place}"
