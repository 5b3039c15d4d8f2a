"""What will change at an office after the day of the edition, each with a sentence in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sscctl.domain.event import EventKind, Status
from sscctl.domain.office import CoLocationStatus, Office, Participation
from sscctl.domain.partial_date import PartialDate
from sscctl.domain.registry import Context
from sscctl.publishing.life import Coming, coming
from sscctl.publishing.plain import Json, Record, both, day, known, partial, texts
from sscctl.text import Text

_SENTENCES = {
    Status.PROPOSED: Text("Kontoret föreslås {when}.", "The office is proposed {when}."),
    Status.PLANNED: Text("Kontoret planeras från {when}.", "The office is planned from {when}."),
    Status.OPEN: Text("Kontoret öppnar {when}.", "The office opens {when}."),
    Status.SUSPENDED: Text(
        "Kontoret är tillfälligt stängt från {when}.", "The office is closed for a time from {when}."
    ),
    Status.CLOSED: Text("Kontoret är nedlagt från {when}.", "The office is closed for good from {when}."),
    Status.CANCELLED: Text("Planerna på kontoret avslutas {when}.", "The plans for the office end {when}."),
    Status.UNKNOWN: Text("Vad som gäller från {when} är okänt.", "What holds from {when} is unknown."),
}
_LAST_DAY = Text(
    "Kontoret läggs ned; sista dagen för besök är {when}.", "The office closes; the last day for visits is {when}."
)
_PLANNED_OPENING = Text("Kontoret planeras öppna {when}.", "The office is planned to open {when}.")
_PLANNED_CLOSING = Text("Kontoret planeras läggas ned {when}.", "The office is planned to close {when}.")
_HOURS = Text("Nya öppettider från {when}.", "New opening hours from {when}.")
_ADDRESS = Text("Ny besöksadress från {when}.", "New address from {when}.")
_JOINS = Text("{agency} ger service här från {when}.", "{agency} gives service here from {when}.")
_LEAVES = Text(
    "{agency} ger inte längre service här från {when}.", "{agency} no longer gives service here from {when}."
)
_SHARES = Text("{other} delar lokal med kontoret från {when}.", "{other} shares the premises from {when}.")

_SURE = (CoLocationStatus.PLANNED, CoLocationStatus.AGREED, CoLocationStatus.ACTIVE)

Change = tuple[PartialDate, Record]


def upcoming(office: Office, context: Context, today: date) -> list[Json]:
    """Every change that is known to come, by date."""
    changes = [*_statuses(office, today)]
    if office.status_on(today) not in (Status.CLOSED, Status.CANCELLED) or changes:
        changes += [*_hours(office, today), *_addresses(office, today), *_others(office, context, today)]
        changes += _agencies(office, context, today)
    changes.sort(key=lambda change: (change[0].last, change[0].first))
    return [known(effectiveFrom=partial(on), **fields) for on, fields in changes]


def _statuses(office: Office, today: date) -> Iterator[Change]:
    for found in coming(office, today):
        yield (
            found.on,
            known(
                change="status",
                status=found.status,
                planned=found.is_planned or None,
                lastDay=day(found.event.last_day),
                decision=found.event.decision,
                successors=texts(found.event.successors),
                summary=both(_sentence(found)),
            ),
        )


def _sentence(found: Coming) -> Text:
    if found.is_planned:
        return filled(_PLANNED_OPENING if found.status is Status.OPEN else _PLANNED_CLOSING, found.on)
    if found.status is Status.CLOSED and found.event.last_day:
        return filled(_LAST_DAY, PartialDate.on(found.event.last_day))
    if found.event.kind in (EventKind.REOPENED, EventKind.REOPENING_ANNOUNCED) and found.status is Status.OPEN:
        return filled(Text("Kontoret öppnar igen {when}.", "The office opens again {when}."), found.on)
    return filled(_SENTENCES[found.status], found.on)


def _hours(office: Office, today: date) -> Iterator[Change]:
    for schedule in office.hours.schedules:
        start = schedule.period.start
        if not schedule.undated and start and start > today:
            on = schedule.since or PartialDate.on(start)
            yield on, known(change="hours", summary=both(filled(_HOURS, on)))


def _addresses(office: Office, today: date) -> Iterator[Change]:
    for address in office.addresses:
        start = address.period.start
        if start and start > today:
            on = address.since or PartialDate.on(start)
            yield on, known(change="address", summary=both(filled(_ADDRESS, on)))


def _agencies(office: Office, context: Context, today: date) -> Iterator[Change]:
    """An agency that goes on under another agreement neither leaves nor joins."""
    parts = [part for part in context.participations(office) if not part.period.is_empty]
    for part in parts:
        name = _agency_name(context, part.agency)
        start, end = part.period.start, part.period.end
        if start and start > today and not _takes_part(parts, part, start - timedelta(days=1)):
            on = part.since or PartialDate.on(start)
            yield on, known(change="agency_joins", agency=part.agency, summary=both(filled(_JOINS, on, agency=name)))
        if end and end > today and not _takes_part(parts, part, end):
            on = PartialDate.on(end)
            yield on, known(change="agency_leaves", agency=part.agency, summary=both(filled(_LEAVES, on, agency=name)))


def _takes_part(parts: list[Participation], but: Participation, on: date) -> bool:
    return any(part.agency == but.agency and on in part.period for part in parts)


def _others(office: Office, context: Context, today: date) -> Iterator[Change]:
    for other in office.co_locations:
        start = other.period.start
        if start and start > today and other.status in _SURE:
            on = other.since or PartialDate.on(start)
            name = _agency_name(context, other.party) if other.party else Text(other.whom, other.whom)
            yield on, known(change="co_location", status=other.status, summary=both(filled(_SHARES, on, other=name)))


def _agency_name(context: Context, ident: str) -> Text:
    agency = context.agencies.get(ident)
    return agency.name if agency else Text(ident, ident)


def filled(template: Text, on: PartialDate, **names: Text) -> Text:
    """The sentence with the date, and with names that may differ between the languages."""
    return Text(
        template.sv.format(when=_when(on).sv, **{key: name.sv for key, name in names.items()}),
        template.en.format(when=_when(on).en, **{key: name.en for key, name in names.items()}),
    )


def _when(on: PartialDate) -> Text:
    if not on.has_start:
        return Text(f"senast {on.last}", f"{on.last} at the latest")
    if "/" in on.text:
        return Text(f"någon dag {on.first}–{on.last}", f"some day {on.first}–{on.last}")
    return Text(on.text, on.text)
