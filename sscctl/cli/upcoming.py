"""`sscctl upcoming`: what takes effect soon."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, On, cache, day, repository
from sscctl.cli.render.upcoming import as_json, as_markdown, as_table
from sscctl.querying.upcoming import upcoming
from sscctl.reading.load import load


class Format(StrEnum):
    """How the answer is given."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


_RENDER = {Format.TEXT: as_table, Format.JSON: as_json, Format.MARKDOWN: as_markdown}
_MOST = 36_525
"""Days of a hundred years."""


def run(
    days: Annotated[
        int, typer.Option("--days", min=1, max=_MOST, help=t("Hur många dagar framåt.", "How many days ahead."))
    ] = 90,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """List what takes effect in the coming days, by date: the first day that is different."""
    found = repository()
    loaded = load(found.snapshot(as_of), cache(found))
    tell_unreadable(loaded)
    coming = upcoming(loaded.registry, day(on, "--on"), days)
    if coming or form is Format.JSON:
        emit(_RENDER[form](coming, loaded.registry))
    else:
        emit(t(f"Inget träder i kraft inom {days} dagar.", f"Nothing takes effect within {days} days."))
