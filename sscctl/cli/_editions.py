"""An edition of the registry as a command was asked for it: which day, which revision, which address."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from urllib.parse import urlsplit

from sscctl.cli._news import news
from sscctl.cli.options import day
from sscctl.errors import CannotBeDoneHere, WrongUsage
from sscctl.publishing.edition import Edition
from sscctl.publishing.press import Print, make
from sscctl.reading.cache import Cache
from sscctl.reading.load import load
from sscctl.reading.repository import Repository
from sscctl.reading.snapshot import Revision, Snapshot
from sscctl.text import Text


def made(
    found: Repository, snapshot: Snapshot, remembered: Cache, on: str | None, base_url: str | None = None
) -> Print:
    """The files of a snapshot's edition on a day; the address is the registry's own where none is given."""
    return make(edition_of(found, snapshot, remembered, on, base_url))


def edition_of(
    found: Repository, snapshot: Snapshot, remembered: Cache, on: str | None, base_url: str | None = None
) -> Edition:
    """The edition of a snapshot; `CannotBeDoneHere` (exit 3) where its publisher is not known."""
    loaded, revision = load(snapshot, remembered), snapshot.revision
    settings = loaded.registry.context.settings
    if settings is None:
        raise CannotBeDoneHere(
            Text("registry.yaml går inte att läsa", "registry.yaml cannot be read"),
            Text("utan den är utgivare och licens okända", "without it the publisher and the licence are unknown"),
        )
    return Edition(
        loaded.registry,
        loaded.reference,
        settings,
        day(on),
        revision=revision.id if revision else None,
        dirty=revision.dirty if revision else False,
        instant=_instant(revision),
        base_url=base_url or web_address(settings.base_url),
        news=news(found, revision, remembered),
    )


def _instant(revision: Revision | None) -> datetime | None:
    """The instant that dates the edition: `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the revision's own."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return revision.instant.astimezone(UTC) if revision else None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise WrongUsage(
            Text(
                f"SOURCE_DATE_EPOCH är inget antal sekunder: {epoch}",
                f"SOURCE_DATE_EPOCH is no number of seconds: {epoch}",
            )
        ) from None


def web_address(text: str | None) -> str | None:
    """A web address without its last slash; WrongUsage for one that nothing can be put under."""
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        lawful = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        lawful = False
    if not lawful or any(char.isspace() or not char.isprintable() for char in text):
        raise WrongUsage(
            Text(f"{text} är ingen webbadress att publicera under", f"{text} is no web address to publish under"),
            Text(
                "skriv den som https://www.example.se/servicekontor",
                "write it as https://www.example.se/offices",
            ),
        )
    return text.rstrip("/")
