"""What a closing touches, in words for the one who is about to enter it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sscctl.cli.edit_fields import known
from sscctl.cli.words import CO_LOCATION
from sscctl.domain.office import CoLocation, Office
from sscctl.domain.registry import Context, Registry
from sscctl.querying.near import Neighbour
from sscctl.querying.touched import Touched, touched
from sscctl.text import Text


def touched_words(ident: str, closed: date, decision: str, around: Registry | None = None) -> Iterator[Text]:
    """A line for each thing that the closing of an office from the day `closed` on touches.

    `around` is the registry with whatever else is planned, by which it is told where visitors can go instead.
    """
    there = known()
    office = there.registry.offices.get(ident)
    if office is None:
        return
    context = there.registry.context
    found = touched(around or there.registry, there.reference, office, closed)
    if found.last_in:
        name = found.last_in.name
        yield Text(
            f"Det är kommunens sista kontor: i {name} finns sedan inget öppet.",
            f"It is the last office of its municipality: in {name} none is open then.",
        )
    yield from _near(office, found)
    agencies = [_agency(context, part.agency) for part in found.participations]
    if agencies:
        yield Text(
            f"Här försvinner: {', '.join(one.sv for one in agencies)}.",
            f"These leave with it: {', '.join(one.en for one in agencies)}.",
        )
    for other in found.co_locations:
        yield from _shared(context, other)
    for agreement in found.agreements:
        title = agreement.title or Text(agreement.id, agreement.id)
        yield Text(f"Avtalet {title.sv} nämner kontoret.", f"The agreement {title.en} names the office.")
    rests = context.decisions.get(decision)
    if rests and rests.offices and ident not in rests.offices:
        yield Text(f"Beslutet {decision} nämner inte kontoret.", f"The decision {decision} does not name the office.")


def _near(office: Office, found: Touched) -> Iterator[Text]:
    near = [_way(office, one, exact=one.exact and found.is_placed) for one in found.nearest]
    if near:
        yield Text(
            f"Närmaste öppna kontor då, fågelvägen: {', '.join(one.sv for one in near)}.",
            f"The nearest open offices then, in a straight line: {', '.join(one.en for one in near)}.",
        )


def _way(office: Office, other: Neighbour, *, exact: bool) -> Text:
    """An office with how far it is; whole kilometres where towns stand in for offices, and nothing within one town."""
    there = other.portrait.office
    if exact:
        number = f"{other.kilometres:g}"
        return Text(f"{there.name} ({number.replace('.', ',')} km)", f"{there.name} ({number} km)")
    if there.municipality == office.municipality:
        return Text(f"{there.name} (samma kommun)", f"{there.name} (same municipality)")
    about = round(other.metres / 1000)
    return Text(f"{there.name} (omkring {about} km)", f"{there.name} (about {about} km)")


def _shared(context: Context, other: CoLocation) -> Iterator[Text]:
    who = _agency(context, other.party) if other.party else Text(other.whom, other.whom)
    if other.municipality:
        municipality = known().reference.municipality(other.municipality)
        name = municipality.name if municipality else other.municipality
        who = Text(f"{name} (kommunen)", f"{name} (the municipality)")
    status = CO_LOCATION[other.status]
    told = Text("", "") if other.informed else Text("; är de underrättade?", "; have they been told?")
    yield Text(
        f"Delar lokal med {who.sv} ({status.sv}){told.sv}", f"Shares its premises with {who.en} ({status.en}){told.en}"
    )


def _agency(context: Context, ident: str) -> Text:
    agency = context.agencies.get(ident)
    return agency.name if agency else Text(ident, ident)
