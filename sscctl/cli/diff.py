"""`sscctl diff`: what changed between two revisions, in a visitor's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.options import STOCKHOLM, cache, day, repository
from sscctl.cli.render.changes import as_text
from sscctl.cli.render.changes_html import as_html
from sscctl.cli.render.changes_json import as_json
from sscctl.cli.render.changes_markdown import as_markdown
from sscctl.diffing.report import End, Report, report
from sscctl.diffing.sides import Sides
from sscctl.text import Text

HELP = Text(
    "Visa vad som ändrats mellan två revisioner, kontor för kontor och från när.",
    "Show what changed between two revisions, office by office and from when.",
)


class Format(StrEnum):
    """How the changes are shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


_RENDER: Mapping[Format, Callable[[Report], str]] = {
    Format.TEXT: as_text,
    Format.MARKDOWN: as_markdown,
    Format.HTML: as_html,
    Format.JSON: as_json,
}


def run(
    before: Annotated[
        str,
        typer.Argument(
            metavar=t("FÖRE", "BEFORE"),
            help=t(
                "Revision, datum eller tidpunkt att jämföra från.", "The revision, date or instant to compare from."
            ),
        ),
    ] = "HEAD",
    after: Annotated[
        str | None,
        typer.Argument(
            metavar=t("EFTER", "AFTER"),
            help=t(
                "Revision, datum eller tidpunkt att jämföra med (förval: arbetsträdet).",
                "The revision, date or instant to compare with (default: the work tree).",
            ),
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=t("Svara med 1 om något ändrats.", "Exit with 1 if anything changed."))
    ] = False,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar=t("DATUM", "DATE"),
            help=t(
                "Mät vägen till närmaste kontor den dagen (förval: dagarna då ändringarna träder i kraft).",
                "Measure the way to the nearest office on that day (default: the days on which changes take effect).",
            ),
        ),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(
            "--today",
            metavar=t("DATUM", "DATE"),
            help=t(
                "Dagen som jämförelsen utgår från: det som gäller tidigare är rättelser (förval: EFTERs dag).",
                "The day that the comparison stands on: what holds earlier is a correction (default: AFTER's day).",
            ),
        ),
    ] = None,
) -> None:
    """Show what changed between two revisions, office by office and from when."""
    found = repository()
    old, new = found.snapshot(before), found.snapshot(after)
    revision = new.revision if after is not None else None
    asked = day(today, "--today") if today or revision is None else revision.instant.astimezone(STOCKHOLM).date()
    measured = day(on, "--on") if on else None
    sides = Sides.of(old, new, cache(found), found.place)
    told = report(sides, End(before, old.revision), End(after, revision), asked, measured)
    emit(_RENDER[form](told))
    if exit_code and (told.changes or told.unreadable):
        raise typer.Exit(1)
