"""`sscctl validate`: the whole registry against every rule."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sscctl.cli.console import emit, tell_plain
from sscctl.cli.language import t
from sscctl.cli.options import AsOf, Today, cache, day, repository
from sscctl.cli.render import findings as render
from sscctl.domain.finding import Severity
from sscctl.errors import NotFound
from sscctl.reading.counters import counters
from sscctl.reading.repository import Repository
from sscctl.reading.snapshot import Snapshot
from sscctl.rules._check import check
from sscctl.text import Text

HELP = Text(
    "Kontrollera registret mot alla regler; slutkod 1 om något är fel.",
    "Check the registry against every rule; exit with 1 where something is wrong.",
)


class Format(StrEnum):
    """How findings are shown."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def run(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=t("[SÖKVÄG]...", "[PATH]..."),
            help=t("Bara dessa filer eller mappar.", "Only these files or folders."),
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    strict: Annotated[
        bool, typer.Option("--strict", help=t("Även varningar ger slutkod 1.", "Warnings too give exit code 1."))
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help=t("Visa antal per regel.", "Show counts by rule."))
    ] = False,
    as_of: AsOf = None,
    today: Today = None,
    stats: Annotated[str | None, typer.Option("--stats", hidden=True)] = None,
) -> None:
    """Check the registry; exit with 1 where something is wrong."""
    found = repository()
    snapshot = found.snapshot(as_of)
    report = check(snapshot, day(today, "--today"), cache(found), keep=as_of is None)
    if paths:
        wanted = [_within(path, found, snapshot) for path in paths]
        chosen = tuple(f for f in report.findings if any(_covers(path, f.path) for path in wanted))
        report = replace(report, findings=chosen)
    if statistics:
        emit(render.statistics(report, as_json=form is Format.JSON))
    elif form is Format.JSON:
        emit(render.as_json(report))
    elif form is Format.GITHUB:
        emit(render.as_github(report, snapshot.prefix))
    else:
        emit(render.as_text(report, snapshot))
    if stats == "json":
        tell_plain(json.dumps(counters.as_dict()))
    if report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING)):
        raise typer.Exit(1)


def _within(path: str, found: Repository, snapshot: Snapshot) -> str:
    """A path as the person wrote it, relative to the registry's root; one that holds nothing is an error."""
    absolute = Path(path).resolve()
    relative = absolute.relative_to(found.root).as_posix() if absolute.is_relative_to(found.root) else path.rstrip("/")
    known = [*snapshot.blobs(), *snapshot.faults()]
    if relative != "." and not any(_covers(relative, one) for one in known):
        raise NotFound(
            Text(f"det finns ingen fil i registret på {path}", f"there is no file of the registry at {path}"),
            Text(
                "ange en fil eller mapp i registret, till exempel offices/",
                "name a file or folder in the registry, such as offices/",
            ),
        )
    return relative


def _covers(folder: str, path: str) -> bool:
    return folder in (".", path) or path.startswith(f"{folder}/")
