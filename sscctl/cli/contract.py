"""`sscctl contract`: whether what would be published breaks those who read what was."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sscctl.cli._commands import COMMANDS
from sscctl.cli._editions import made
from sscctl.cli._lazy import SETTINGS
from sscctl.cli.console import emit
from sscctl.cli.language import said, t
from sscctl.cli.options import On, cache, repository
from sscctl.cli.render import contract as render
from sscctl.publishing.contract.check import Verdict, check
from sscctl.publishing.edition import TREE
from sscctl.publishing.published import Published, of_print, opened
from sscctl.reading.repository import Repository
from sscctl.text import Text

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, help=said(COMMANDS["contract"]), context_settings=SETTINGS
)

_CHECK = Text(
    "Jämför det som skulle publiceras nu med en tidigare utgåva, både scheman och data, och säg vad som bryter för den"
    " som läser den. Slutkod 1 om något gör det.",
    "Compare what would be published now with an earlier edition, schemas and data both, and tell what breaks its"
    " readers. Exit with 1 where something does.",
)


class Format(StrEnum):
    """How the verdict is shown."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


@app.callback()
def _contract() -> None:
    """Keep this a group however few commands it has."""


@app.command("check", context_settings=SETTINGS, help=said(_CHECK))
def run(
    against: Annotated[
        str,
        typer.Option(
            "--against",
            metavar=t("MAPP|REV", "DIR|REV"),
            help=t("En publicerad mapp, eller en revision av registret.", "A published folder, or a revision."),
        ),
    ],
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    on: On = None,
) -> None:
    """Compare the edition of the registry as it is now with an earlier one.

    That of a revision has its data and its schemas, but is made by this version of the program.
    """
    found = repository()
    verdict = _against(found, against, on)
    show = {Format.TEXT: render.as_text, Format.JSON: render.as_json, Format.MARKDOWN: render.as_markdown}[form]
    emit(show(verdict, against))
    if not verdict.is_kept:
        raise typer.Exit(1)


def _against(found: Repository, against: str, on: str | None) -> Verdict:
    place = Path(against)
    if place.is_dir():
        with opened(place) as before:
            return check(before, of_print(made(found, found.snapshot(), cache(found), on, _address(before))))
    history = found.history()
    snapshot = found.snapshot(against)
    earlier = of_print(made(found, snapshot, cache(found), on))
    if snapshot.revision is not None:
        earlier = earlier.with_schemas(history.output_schemas(snapshot.revision, TREE) or earlier.schemas)
    return check(earlier, of_print(made(found, found.snapshot(), cache(found), on)))


def _address(before: Published) -> str | None:
    """The web address that an edition was published under: only what moves in the registry itself is a move."""
    links = before.meta.get("links")
    own = links.get("self") if isinstance(links, dict) else None
    end = f"/{TREE}/manifest.json"
    return own.removesuffix(end) if isinstance(own, str) and "://" in own and own.endswith(end) else None
