"""`sscctl validate`: the whole registry against every rule."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit, tell_plain
from sscctl.cli.language import t
from sscctl.cli.named_files import is_wanted, within
from sscctl.cli.options import AsOf, cache, day, repository
from sscctl.cli.render import findings as render
from sscctl.domain.finding import Severity
from sscctl.reading.counters import counters
from sscctl.reading.kinds import kind_of
from sscctl.reading.snapshot import Snapshot
from sscctl.rules._check import Report, check
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
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


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
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar=t("REV|DATUM|TIDPUNKT", "REV|DATE|INSTANT"),
            help=t(
                "Bara det som är nytt sedan dess ger slutkod 1; resten räknas.",
                "Only what is new since then gives exit code 1; the rest is counted.",
            ),
        ),
    ] = None,
    as_of: AsOf = None,
    today: Annotated[
        str | None,
        typer.Option(
            "--today",
            "--on",
            metavar=t("DATUM", "DATE"),
            help=t("Dagen som reglerna utgår från (förval: i dag).", "The day that the rules go by (default: today)."),
        ),
    ] = None,
    stats: Annotated[str | None, typer.Option("--stats", hidden=True)] = None,
) -> None:
    """Check the registry; exit with 1 where something is wrong."""
    found, on = repository(), day(today, "--today")
    snapshot, remembered = found.snapshot(as_of), cache(found)
    before = found.snapshot(since) if since is not None else None
    report = check(snapshot, on, remembered, keep=as_of is None)
    wanted = [within(path, found, snapshot) for path in paths or ()]
    failing = frozenset({Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR})
    report = _only(report, wanted)
    if wanted:
        looked_at = {*snapshot.blobs(), *snapshot.faults()}
        report = replace(report, files=sum(is_wanted(path, wanted) for path in looked_at))
    look = None
    if before is not None or form in _FOR_OTHER_TOOLS:
        from sscctl.cli.tracked import Look  # noqa: PLC0415  what makes a finding the same one costs 40 ms

        look = Look.of(report, snapshot, before, on, remembered, lambda other: _only(other, wanted))
        report = look.news
    if statistics:
        emit(render.statistics(report, as_json=form is Format.JSON))
    elif look:
        files = [path for path in snapshot.blobs() if kind_of(path) and is_wanted(path, wanted)]
        emit(look.shown(form, files, failing))
    else:
        emit(_shown(report, snapshot, form))
    if stats == "json":
        tell_plain(json.dumps(counters.as_dict()))
    if any(report.count(severity) for severity in failing):
        raise typer.Exit(1)


_FOR_OTHER_TOOLS = (Format.SARIF, Format.JUNIT, Format.GITLAB)


def _shown(report: Report, snapshot: Snapshot, form: Format) -> str:
    match form:
        case Format.JSON:
            return render.as_json(report)
        case Format.GITHUB:
            return render.as_github(report, snapshot.prefix)
        case _:
            return render.as_text(report, snapshot)


def _only(report: Report, wanted: Sequence[str]) -> Report:
    """The report on these files and folders; on everything where none are named."""
    return replace(report, findings=tuple(found for found in report.findings if is_wanted(found.path, wanted)))
