"""The press: makes every file of an edition, asks the guard, and shows the edition all at once."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sscctl.errors import Integrity, Refused
from sscctl.publishing import (
    calendars,
    catalogue,
    csv_table,
    database,
    feeds,
    geojson,
    geoparquet,
    hsds,
    json_api,
    json_ld,
    openapi,
    published_schemas,
    spreadsheet,
)
from sscctl.publishing.destination import MARKER, NOTE
from sscctl.publishing.edition import TREE, Artefact, Edition
from sscctl.publishing.guard import foretold, losses
from sscctl.publishing.manifest import PATH, listed, manifest
from sscctl.publishing.office_record import publish_office
from sscctl.publishing.plain import Json
from sscctl.publishing.website import shown
from sscctl.publishing.website import tree as website
from sscctl.text import Text
from sscctl.writing.showcase import Manner, Showcase

GUARDED = "offices.json"
"""The file by which the guard knows what an edition has."""

_LOG = logging.getLogger(__name__)

MANNER = Manner(name=TREE, catalogue=PATH, listing=listed, marker=MARKER, note=NOTE)
"""How a folder that is published to is kept."""

PUBLISHERS = (
    json_api.publish,
    json_ld.publish,
    geojson.publish,
    csv_table.publish,
    spreadsheet.publish,
    calendars.publish,
    feeds.publish,
    database.publish,
    geoparquet.publish,
    hsds.publish,
)
"""Those who make files of the offices' records; each is a function of the edition and the records alone."""


@dataclass(frozen=True, slots=True)
class Print:
    """An edition as files, the manifest first, and how many things of each sort it holds."""

    artefacts: tuple[Artefact, ...]
    counts: Mapping[str, Json]

    def data(self, path: str) -> bytes:
        """The content of one file."""
        return next(artefact.data for artefact in self.artefacts if artefact.path == path)


def make(edition: Edition) -> Print:
    """Make every file: the same bytes for the same revision, day and address, whenever and wherever it is done."""
    offices = [publish_office(office, edition) for _, office in sorted(edition.registry.offices.items())]
    artefacts = [artefact for publisher in PUBLISHERS for artefact in publisher(edition, offices)]
    artefacts += published_schemas.publish()
    artefacts += catalogue.describe(edition, artefacts)
    artefacts.append(openapi.describe(edition, artefacts))
    artefacts.sort(key=lambda artefact: artefact.path)
    counts = json_api.counts(edition, offices)
    return Print((manifest(edition, artefacts, counts), *artefacts), counts)


def make_pages(edition: Edition, printed: Print) -> tuple[Artefact, ...]:
    """Make the pages for visitors, their manifest first, beside the data that `printed` holds."""
    return website.publish(edition, [artefact.path for artefact in printed.artefacts])


def show(
    printed: Print, place: Path, day: date, limits: Mapping[str, int] | None, pages: Sequence[Artefact] = ()
) -> None:
    """Put the edition in place of the one that stands there; without `limits` the guard is not asked.

    Refused (exit 5) where the guard objects; then nothing has changed. The pages come first and the data after them,
    each tree whole and in one step, under one lock. So a reader between the two steps, or after a process that was
    killed there, may see new pages beside the old data: a page may link to a file that comes a moment later or tell of
    a change that the data does not have yet, but neither tree is ever a mixture.
    """
    with Showcase.opened(place, MANNER) as showcase:
        if limits is not None and (showcase.read(GUARDED) is not None or showcase.read(PATH) is not None):
            ask_guard(showcase.read(GUARDED) or b"", printed, day, limits)
        if pages:
            showcase.beside(shown.MANNER).show([(page.path, page.data) for page in pages])
            shown.hang_door(place)
        showcase.show([(artefact.path, artefact.data) for artefact in printed.artefacts])
    _LOG.info("%d files in %s, %d pages", len(printed.artefacts), place / TREE, len(pages))


def ask_guard(before: bytes, printed: Print, day: date, limits: Mapping[str, int]) -> None:
    """Hold the edition to the `offices.json` of the one `before`; Refused (exit 5) where it would lose too much."""
    try:
        found = [*losses(foretold(before, day), foretold(printed.data(GUARDED), day), limits)]
    except Integrity as problem:
        found = [problem.message]
    if found:
        told, rest = found[:3], " …" if len(found) > 3 else ""
        raise Refused(
            Text(
                f"utgåvan skulle förlora för mycket: {'; '.join(text.sv for text in told)}{rest}",
                f"the edition would lose too much: {'; '.join(text.en for text in told)}{rest}",
            ),
            Text("är det avsikten, kör igen med --allow-loss", "if that is meant, run again with --allow-loss"),
        )
