"""`sscctl publish verify`: whether a published folder still is what was published."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import said, t
from sscctl.cli.options import instant
from sscctl.cli.visible import visible
from sscctl.errors import Integrity
from sscctl.publishing.verifying import Problem, verify
from sscctl.text import Text

HELP = Text(
    "Kontrollera en publicerad mapp: varje fils kontrollsumma, storlek, schema och länkar, och att inget saknas, kommit"
    " till eller är äldre än det ska vara. Slutkod 7 om något är fel.",
    "Check a published folder: every file's hash, size, schema and links, and that nothing is missing, added or older"
    " than it should be. Exit with 7 where something is wrong.",
)


class Format(StrEnum):
    """How the problems are shown."""

    TEXT = "text"
    JSON = "json"


def run(
    place: Annotated[
        str, typer.Argument(metavar=t("MAPP", "DIR"), help=t("Mappen som publicerades till.", "Published folder."))
    ],
    not_before: Annotated[
        str | None,
        typer.Option(
            "--not-before",
            metavar=t("TIDPUNKT", "INSTANT"),
            help=t(
                "Utgåvan får inte vara äldre än så: den är i så fall tillbakarullad.",
                "The edition must not be older than this: it was rolled back if it is.",
            ),
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
) -> None:
    """Hold every file of a published folder to its manifest, its schema and its links."""
    problems = [*verify(Path(place), None if not_before is None else instant(not_before))]
    emit(_as_json(problems) if form is Format.JSON else _as_text(problems, place))
    if problems:
        raise typer.Exit(Integrity.exit_code)


def _as_text(problems: Sequence[Problem], place: str) -> str:
    if not problems:
        return t(
            f"Allt i {visible(place)} är som det publicerades.", f"All of {visible(place)} is as it was published."
        )
    lines = [f"{visible(one.path)}: {one.flaw.value}: {visible(said(one.message))}" for one in problems]
    number = len(problems)
    return "\n".join([*lines, t(f"{number} fel.", f"{number} problem{'s' * (number > 1)}.")])


def _as_json(problems: Sequence[Problem]) -> str:
    found = [{"path": one.path, "flaw": one.flaw.value, "message": one.message.en} for one in problems]
    return json.dumps({"problems": found}, ensure_ascii=False, indent=1)
