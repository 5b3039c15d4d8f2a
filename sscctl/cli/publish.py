"""`sscctl publish`: the registry as open data, all or nothing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sscctl.cli import publish_verify
from sscctl.cli._commands import COMMANDS
from sscctl.cli._editions import edition_of, web_address
from sscctl.cli._lazy import SETTINGS
from sscctl.cli.console import emit
from sscctl.cli.language import said, t
from sscctl.cli.options import AsOf, On, Today, cache, day, repository
from sscctl.cli.publish_options import AllowRollback, KeepDays, To, Unconditional
from sscctl.cli.render import edition as render
from sscctl.domain.finding import Severity
from sscctl.errors import Refused, WrongUsage
from sscctl.publishing.destination import destination
from sscctl.publishing.press import make, make_pages, show
from sscctl.publishing.staleness import stale_files
from sscctl.rules._check import Report, check
from sscctl.text import Text

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    subcommand_metavar="[COMMAND [ARGS]...]",
    help=said(COMMANDS["publish"]),
    context_settings=SETTINGS,
)


class Format(StrEnum):
    """How the summary is shown."""

    TEXT = "text"
    JSON = "json"


@app.callback(invoke_without_command=True)
def run(
    context: typer.Context,
    out: Annotated[
        str | None,
        typer.Option(
            "--out", metavar=t("MAPP", "DIR"), help=t("Mappen att publicera till.", "The folder to publish to.")
        ),
    ] = None,
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
    with_pages: Annotated[
        bool,
        typer.Option(
            "--pages/--no-pages",
            help=t(
                "Gör webbsidan också; utan den står den gamla kvar.",
                "Make the web page, too; without it the old one stays.",
            ),
        ),
    ] = True,
    to: To = None,
    allow_rollback: AllowRollback = False,
    unconditional: Unconditional = False,
    keep_days: KeepDays = None,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    on: On = None,
    as_of: AsOf = None,
    today: Today = None,
) -> None:
    """Publish the registry, to a folder or to an object store: the data under v1/, the web page under webb/."""
    if context.invoked_subcommand is not None:
        return
    if out is None and (to is None or only_check):
        raise WrongUsage(
            Text("mappen att publicera till saknas", "the folder to publish to is missing"),
            Text("ange den med --out, eller ett objektlager med --to", "name it with --out, or a store with --to"),
        )
    address = web_address(base_url)
    found = repository()
    place = None if out is None else destination(Path(out), found.root)
    snapshot = found.snapshot(as_of)
    remembered = cache(found)
    report = check(snapshot, day(today), remembered, keep=as_of is None)
    if report.count(Severity.ERROR) and not allow_errors:
        raise _has_errors(report)
    edition = edition_of(found, snapshot, remembered, on or today, address)
    printed = make(edition)
    pages = make_pages(edition, printed) if with_pages else ()
    if only_check and place is not None:
        stale = tuple(stale_files(printed, place, pages))
        emit(render.stale_as_json(stale) if form is Format.JSON else render.stale_as_text(stale, str(out)))
        if stale:
            raise typer.Exit(1)
        return
    limits = None if allow_loss else edition.settings.guard or {}
    stored = None
    if to is not None:
        from sscctl.cli.publish_to import Order, store  # noqa: PLC0415  the store's library waits until it is needed

        order = Order(to, allow_rollback, unconditional, keep_days, limits)
        stored = store(order, edition, printed, pages)
    if place is not None:
        show(printed, place, edition.day, limits, pages)
    summary = render.Summary(edition, printed, report, out, place, len(pages), stored)
    emit(render.as_json(summary) if form is Format.JSON else render.as_text(summary))


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


app.command(
    "verify",
    context_settings=SETTINGS,
    help=said(publish_verify.HELP),
    short_help=t("Kontrollera en publicerad mapp.", "Check a published folder."),
)(publish_verify.run)
