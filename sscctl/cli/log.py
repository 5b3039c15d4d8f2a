"""`sscctl log`: the life of an office on both axes, what happened and when the registry learned it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.office_past import office_past
from sscctl.cli.options import AsOf, OfficeId, On, day, repository
from sscctl.cli.render.life import as_json, as_markdown, as_text
from sscctl.diffing.biography import Learned, life
from sscctl.domain.partial_date import PartialDate


class Format(StrEnum):
    """How a life is told."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


_RENDER = {Format.TEXT: as_text, Format.JSON: as_json, Format.MARKDOWN: as_markdown}


def run(
    office: OfficeId,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """Tell what happened to an office, and when the registry learned or withdrew each fact.

    With --on, what had happened by that day. With --as-of, the life as it was known then.
    """
    until = day(on, "--on") if on is not None else None
    found = office_past(repository(), office, as_of)
    emit(_RENDER[form](found, _until(life(found.versions), until)))


def _until(events: Sequence[Learned], last: date | None) -> Sequence[Learned]:
    """What may have happened by a day; an entry without a date may have."""
    return events if last is None else [one for one in events if _may_have_begun(one.date, last)]


def _may_have_begun(text: str, last: date) -> bool:
    try:
        return not text or PartialDate.parse(text).first <= last
    except ValueError:
        return True
