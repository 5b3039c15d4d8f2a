"""A calendar for each office, to subscribe to: its open hours in the year of the edition and the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sscctl.publishing.edition import Artefact, Edition
from sscctl.publishing.former_ids import by_id
from sscctl.publishing.ical import Issue, ical
from sscctl.publishing.office_record import Published

MEDIA_TYPE = "text/calendar; charset=utf-8; component=VEVENT"


def path_of(office: str) -> str:
    """Where an office's calendar lies."""
    return f"hours/{office}.ics"


def publish(edition: Edition, offices: Sequence[Published]) -> Iterator[Artefact]:
    """Yield `hours/<id>.ics` for every office; one that is not open any day has a calendar without events.

    Whoever subscribed to an office's calendar under a former id has it still, and is told where it lies now.
    """
    issue = Issue(edition.settings.publisher, edition.day, edition.instant)
    for ident, one in by_id(offices):
        address = edition.link("", path_of(one.office.id)) if edition.base_url else None
        yield Artefact(path_of(ident), MEDIA_TYPE, ical(one.office, one.days, issue, address))
