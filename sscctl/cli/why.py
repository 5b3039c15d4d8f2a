"""`sscctl why`: where a value comes from, now and each time it was another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.office_past import OfficePast, office_past
from sscctl.cli.options import AsOf, OfficeId, On, day, repository
from sscctl.cli.render.grounds import Answer, as_json, as_text
from sscctl.diffing.biography import values
from sscctl.diffing.fields import existing, field, is_agencies, status_of
from sscctl.domain.agreement import Agreement, Scope
from sscctl.domain.event import Status
from sscctl.domain.registry import WITHOUT_PARTICIPATION, in_force
from sscctl.errors import NotFound
from sscctl.text import Text


class Format(StrEnum):
    """How the answer is given."""

    TEXT = "text"
    JSON = "json"


def run(
    office: OfficeId,
    name: Annotated[
        str,
        typer.Argument(
            metavar=t("UPPGIFT", "FIELD"),
            help=t(
                "Till exempel adress, öppettider, status, skatteverket eller addresses/0/street.",
                "Such as address, hours, status, skatteverket or addresses/0/street.",
            ),
        ),
    ],
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """Tell the source, the decision, the commit and its author behind a value, newest first."""
    asked = day(on, "--on")
    past = office_past(repository(), office, as_of)
    locate = field(name, frozenset(past.context.agencies))
    held = values(past.versions, lambda tree: locate(tree, asked))[::-1]
    agreements = _everywhere(past, name, asked) if _may_be_open(past, asked) else ()
    if not held and not agreements:
        raise _nothing(past, name, asked)
    answer = Answer(past, name, asked, held, agreements)
    emit(as_json(answer) if form is Format.JSON else as_text(answer))


def _may_be_open(past: OfficePast, asked: date) -> bool:
    return status_of(past.tree, asked) not in (Status.CLOSED, Status.CANCELLED)


def _everywhere(past: OfficePast, name: str, asked: date) -> Sequence[Agreement]:
    """The agreements on all offices in force on the day, where agencies or one of theirs is asked about."""
    return [
        agreement
        for agreement in past.context.agreements.values()
        if agreement.scope is Scope.ALL and agreement.kind not in WITHOUT_PARTICIPATION
        if (is_agencies(name) or name in agreement.principals) and asked in in_force(agreement)
    ]


def _nothing(past: OfficePast, name: str, asked: date) -> NotFound:
    known = dict.fromkeys(word for version in past.versions for word in existing(version.tree or {}, asked))
    there = ", ".join(known)
    return NotFound(
        Text(
            f"registret har aldrig haft uppgiften {name} om {past.id}",
            f"the registry never had the field {name} of {past.id}",
        ),
        Text(
            f"det som finns: {there}; eller skriv vägen i filen, som addresses/0/street",
            f"there are: {there}; or write the way through the file, as addresses/0/street",
        ),
    )
