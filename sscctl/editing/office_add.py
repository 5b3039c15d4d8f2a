"""A new office: its id and its first document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sscctl.domain.collation import folded
from sscctl.domain.event import EventKind
from sscctl.domain.office import OfficeKind
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.canonical import Value
from sscctl.editing.desk import Desk, place_of
from sscctl.editing.hours_values import weekly_value, weeks_value
from sscctl.editing.office_move import NewAddress
from sscctl.editing.offices import entry
from sscctl.editing.sources import Origin, entry_for, words_of
from sscctl.errors import Refused, WrongUsage
from sscctl.reading.kinds import Kind
from sscctl.text import Text
from sscctl.wording.reading import Pattern

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What is known of a new office. `municipality` is a code, `event` what happened `on` a day.

    `expected` is the day on which a planned office is to open. The hours hold from the day of the opening.
    """

    id: str
    name: str
    municipality: str
    event: EventKind
    on: PartialDate
    origin: Origin
    kind: OfficeKind = OfficeKind.OFFICE
    town: str | None = None
    expected: PartialDate | None = None
    address: NewAddress | None = None
    hours: Sequence[Pattern] = ()


def add(desk: Desk, new: NewOffice) -> Desk:
    """Make the office's document; Refused where its id is taken."""
    if not is_id(new.id):
        raise no_id(new.id)
    if desk.find(Kind.OFFICE, new.id):
        raise Refused(
            Text(f"det finns redan ett kontor {new.id}", f"there is an office {new.id} already"),
            Text("ett id används aldrig igen; välj ett annat", "an id is never used again; choose another"),
        )
    source, described = entry_for({}, new.origin)
    begins = new.expected if new.event is not EventKind.OPENED else new.on
    tree: dict[str, Value] = entry(
        id=new.id,
        name=new.name,
        kind=None if new.kind is OfficeKind.OFFICE else new.kind.value,
        municipality=new.municipality,
        town=new.town,
        lifecycle=[entry(event=new.event.value, on=new.on.text, expected=_text(new.expected), source=source)],
        addresses=[entry(valid_from=_text(begins), **new.address.fields(source))] if new.address else None,
        opening_hours=[_schedule(pattern, begins, source) for pattern in new.hours],
        sources={source: described},
    )
    return desk.create(place_of(Kind.OFFICE, new.id), tree).cite(words_of(described or {}))


def _schedule(pattern: Pattern, begins: PartialDate | None, source: str) -> dict[str, Value]:
    return entry(
        valid_from=_text(begins),
        undated=None if begins else True,
        weekly=weekly_value(pattern.weekly),
        weeks=weeks_value(pattern.weeks) if pattern.weeks else None,
        source=source,
    )


def _text(day: PartialDate | None) -> str | None:
    return day.text if day else None


def is_id(text: str) -> bool:
    """Whether a text can be the id of a document."""
    return bool(ID.fullmatch(text)) and len(text) <= LONGEST_ID


def no_id(text: str) -> WrongUsage:
    """Say how an id is written."""
    return WrongUsage(
        Text(f"{text} kan inte vara ett id", f"{text} cannot be an id"),
        Text(
            f"skriv a–z, 0–9 och enkla bindestreck, högst {LONGEST_ID} tecken; å och ä blir a, ö blir o",
            f"write a-z, 0-9 and single hyphens, {LONGEST_ID} at most; å and ä become a, ö becomes o",
        ),
    )


def suggested_id(name: str, municipality: str) -> str:
    """An id for an office: its name, after the municipality's where the one is not part of the other."""
    own, around = _slug(name), _slug(municipality)
    joined = own if around in own or not around else f"{around}-{own}" if own else around
    return joined[:LONGEST_ID].strip("-")


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")
