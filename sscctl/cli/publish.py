"""`sscctl publish`: the registry as open data, all or nothing."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.options import AsOf, On, Today, cache, day, repository
from sscctl.cli.render import edition as render
from sscctl.domain.finding import Severity
from sscctl.errors import CannotBeDoneHere, Refused, WrongUsage
from sscctl.publishing.destination import destination
from sscctl.publishing.edition import Edition
from sscctl.publishing.press import make, show
from sscctl.publishing.staleness import stale_files
from sscctl.reading.load import Loaded, load
from sscctl.reading.snapshot import Revision
from sscctl.rules._check import Report, check
from sscctl.text import Text


class Format(StrEnum):
    """How the summary is shown."""

    TEXT = "text"
    JSON = "json"


def run(
    out: Annotated[
        str,
        typer.Option(
            "--out", metavar=t("MAPP", "DIR"), help=t("Mappen att publicera till.", "The folder to publish to.")
        ),
    ],
    base_url: Annotated[
        str | None,
        typer.Option(
            "--base-url",
            metavar="URL",
            help=t(
                "Mappens adress på webben (förval: registrets).", "The folder's web address (default: the registry's)."
            ),
        ),
    ] = None,
    allow_errors: Annotated[
        bool,
        typer.Option(
            "--allow-errors", help=t("Publicera trots fel i registret.", "Publish although the registry has errors.")
        ),
    ] = False,
    allow_loss: Annotated[
        bool,
        typer.Option(
            "--allow-loss",
            help=t(
                "Publicera fast mycket försvinner sedan förra utgåvan.",
                "Publish although much is gone since the last edition.",
            ),
        ),
    ] = False,
    only_check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=t(
                "Skriv inget; säg vilka filer i mappen som inte är aktuella (slutkod 1).",
                "Write nothing; tell which files in the folder are not up to date (exit code 1).",
            ),
        ),
    ] = False,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    on: On = None,
    as_of: AsOf = None,
    today: Today = None,
) -> None:
    """Publish the registry to a folder, under v1/: JSON, GeoJSON, CSV, their schemas, and a manifest of hashes."""
    address = _address(base_url)
    found = repository()
    place = destination(Path(out), found.root)
    snapshot = found.snapshot(as_of)
    revision = snapshot.revision
    remembered = cache(found)
    report = check(snapshot, day(today), remembered, keep=as_of is None)
    if report.count(Severity.ERROR) and not allow_errors:
        raise _has_errors(report)
    edition = _edition(load(snapshot, remembered), revision, on or today, address)
    printed = make(edition)
    if only_check:
        stale = tuple(stale_files(printed, place))
        emit(render.stale_as_json(stale) if form is Format.JSON else render.stale_as_text(stale, out))
        if stale:
            raise typer.Exit(1)
        return
    show(printed, place, edition.day, None if allow_loss else edition.settings.guard or {})
    summary = render.Summary(edition, printed, report, out)
    emit(render.as_json(summary) if form is Format.JSON else render.as_text(summary))


def _edition(loaded: Loaded, revision: Revision | None, on: str | None, base_url: str | None) -> Edition:
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
        base_url=base_url or _address(settings.base_url),
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


def _address(text: str | None) -> str | None:
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


def _has_errors(report: Report) -> Refused:
    errors = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    first = errors[0]
    return Refused(
        Text(
            f"registret har {len(errors)} fel, det första i {first.path}: {first.code} {first.message.sv}",
            f"the registry has {len(errors)} errors, the first in {first.path}: {first.code} {first.message.en}",
        ),
        Text(
            "`sscctl validate` visar dem; rätta dem, eller kör igen med --allow-errors",
            "`sscctl validate` shows them; mend them, or run again with --allow-errors",
        ),
    )
