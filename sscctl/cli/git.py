"""`sscctl git`: what git calls to compare, merge and check offices, and how it is told to."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from sscctl.cli import git_setup
from sscctl.cli._commands import COMMANDS
from sscctl.cli._lazy import SETTINGS
from sscctl.cli.console import emit, tell
from sscctl.cli.language import said, t
from sscctl.cli.options import Today, cache, day, repository
from sscctl.domain.finding import Severity
from sscctl.errors import InputOutput, WrongUsage
from sscctl.text import Text

app = typer.Typer(add_completion=False, rich_markup_mode=None, help=said(COMMANDS["git"]), context_settings=SETTINGS)

_MERGE = Text(
    "Slå ihop tre versioner av ett dokument, värde för värde; git anropar kommandot. Slutkod 1 vid konflikt.",
    "Merge three versions of a document value by value; git calls this. Exit with 1 on a conflict.",
)
_TEXTCONV = Text(
    "Skriv ett kontor i ord, en uppgift per rad; git anropar kommandot för git diff och git log -p.",
    "Write an office in words, one fact a line; git calls this for git diff and git log -p.",
)
_HOOK = Text(
    "Kontrollera det som ska checkas in; git anropar kommandot. Slutkod 1 om det har nya fel.",
    "Check what is about to be committed; git calls this. Exit with 1 where it has new errors.",
)


@app.callback()
def _git() -> None:
    """Keep this a group however few commands it has."""


app.command(
    "setup",
    context_settings=SETTINGS,
    help=said(git_setup.HELP),
    short_help=t("Säg till git att anropa sscctl.", "Tell git to call sscctl."),
)(git_setup.run)


@app.command(
    "merge-file",
    context_settings=SETTINGS,
    help=said(_MERGE),
    short_help=t("Slå ihop tre versioner av ett dokument.", "Merge three versions of a document."),
)
def merge_file(
    base: Annotated[str, typer.Argument(metavar=t("BAS", "BASE"), help=t("Gemensam utgångspunkt.", "Common base."))],
    ours: Annotated[
        str, typer.Argument(metavar=t("VÅR", "OURS"), help=t("Vår version; blir resultatet.", "Ours; the result."))
    ],
    theirs: Annotated[str, typer.Argument(metavar=t("DERAS", "THEIRS"), help=t("Deras version.", "Theirs."))],
    size: Annotated[
        int, typer.Argument(metavar=t("LÄNGD", "SIZE"), help=t("Konfliktmarkörers längd.", "Length of markers."))
    ] = 7,
    path: Annotated[
        str, typer.Argument(metavar=t("SÖKVÄG", "PATH"), help=t("Filens plats.", "Where the file lies."))
    ] = "",
) -> None:
    """Merge OURS with what THEIRS has changed since BASE, into OURS."""
    from sscctl.cli.git_merge import merged  # noqa: PLC0415  brings in every rule
    from sscctl.editing.merge.driver import Three  # noqa: PLC0415
    from sscctl.writing.replacing import replace as write  # noqa: PLC0415

    if not 1 <= size <= 1000:
        raise WrongUsage(Text(f"{size} är ingen längd", f"{size} is no length"))
    three = Three(*(_read(name) for name in (base, ours, theirs)))
    result = merged(three, path or ours, size)
    if result.data != three.ours:
        write(Path(ours).absolute(), result.data, before=three.ours)
    if result.conflicts:
        raise typer.Exit(1)


@app.command(
    context_settings=SETTINGS,
    help=said(_TEXTCONV),
    short_help=t("Skriv ett kontor i ord.", "Write an office in words."),
)
def textconv(
    file: Annotated[str, typer.Argument(metavar=t("FIL", "FILE"), help=t("Filen som ska läsas.", "The file to read."))],
) -> None:
    """Write the office in FILE in words; what is no office is written as it is."""
    from sscctl.cli.render.textconv import as_text  # noqa: PLC0415

    emit(as_text(_read(file)))


@app.command(
    context_settings=SETTINGS,
    help=said(_HOOK),
    short_help=t("Kontrollera det som ska checkas in.", "Check what is about to be committed."),
)
def hook(today: Today = None) -> None:
    """Check the index; say nothing where it has no errors that the last commit does not have."""
    from sscctl.cli.tracked import Look  # noqa: PLC0415
    from sscctl.reading.staged import staged  # noqa: PLC0415
    from sscctl.rules._check import Report, check  # noqa: PLC0415

    def errors(report: Report) -> Report:
        return replace(report, findings=tuple(f for f in report.findings if f.severity is Severity.ERROR))

    found, on = repository(), day(today, "--today")
    history, remembered = found.history(), cache(found)
    with staged(found, os.environ.get("GIT_INDEX_FILE")) as snapshot:
        head = history.head()
        before = history.snapshot(head) if head is not None else None
        if before is not None and before.standing() == snapshot.standing():
            return
        if before is not None and before.standing().tree is None:
            before = None
        report = errors(check(snapshot, on, remembered, keep=False))
        look = Look.of(report, snapshot, before, on, remembered, errors)
        if not look.news.findings:
            return
        from sscctl.cli.render import findings as render  # noqa: PLC0415

        emit(look.shown("text", (), ()) if before is not None else render.as_text(report, snapshot))
    tell(_STOPPED)
    raise typer.Exit(1)


_STOPPED = Text(
    "Inget har checkats in. Rätta felen och kör git add, eller checka in ändå med --no-verify.",
    "Nothing was committed. Mend the errors and run git add, or commit all the same with --no-verify.",
)


def _read(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputOutput(Text(f"{name} kan inte läsas: {reason}", f"{name} cannot be read: {reason}")) from None
