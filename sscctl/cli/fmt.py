"""`sscctl fmt`: the registry's files in their canonical form, with the same meaning and every comment."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit, is_terminal, tell
from sscctl.cli.language import said, t
from sscctl.cli.named_files import is_wanted, within
from sscctl.cli.options import repository
from sscctl.cli.render import form as render
from sscctl.editing.formatting import formatted
from sscctl.errors import Refused
from sscctl.reading.kinds import kind_of
from sscctl.reading.repository import Repository
from sscctl.text import Text
from sscctl.writing.file_change import FileChange

HELP = Text(
    "Skriv filerna i registrets form: ordning på nycklar, citattecken, indrag och radslut. Betydelsen ändras aldrig,"
    " och varje kommentar följer med det den står vid. En fil där det inte går lämnas som den är (slutkod 5).",
    "Write the files in the registry's form: order of keys, quotation marks, indentation and line ends. The meaning"
    " never changes, and every comment goes with what it stands at. A file where that cannot be is left alone (exit"
    " code 5).",
)


class Format(StrEnum):
    """How the outcome is shown."""

    TEXT = "text"
    JSON = "json"


def run(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=t("[SÖKVÄG]...", "[PATH]..."),
            help=t("Bara dessa filer eller mappar.", "Only these files or folders."),
        ),
    ] = None,
    only_check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=t(
                "Skriv inget; slutkod 1 om någon fil har en annan form.",
                "Write nothing; exit with 1 where a file has another form.",
            ),
        ),
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help=t("Skriv inget; visa vad som skulle ändras.", "Write nothing; show the change.")
        ),
    ] = False,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
) -> None:
    """Format the registry's files, all or none of those that can be."""
    found = repository()
    outcome = (_outcome if only_check or dry_run else _written)(found, paths or ())
    if form is Format.JSON:
        emit(render.as_json(outcome))
    else:
        emit(render.as_text(outcome, with_lines=dry_run or (only_check and is_terminal())))
    if only_check and (outcome.changes or outcome.refused):
        raise typer.Exit(1)
    if outcome.refused and not only_check:
        raise _left(outcome.refused)


def _written(found: Repository, paths: Sequence[str]) -> render.Outcome:
    """What was formatted, and is written now."""
    from sscctl.writing.lock import locked  # noqa: PLC0415  only who writes
    from sscctl.writing.transaction import write  # noqa: PLC0415

    with locked(found.place or found.root, said(Text("formatera", "format")), tell=tell):
        outcome = _outcome(found, paths, is_written=True)
        write(found.root, outcome.changes)
    return outcome


def _outcome(found: Repository, paths: Sequence[str], *, is_written: bool = False) -> render.Outcome:
    """What formatting makes of the files."""
    snapshot = found.snapshot()
    wanted = [within(path, found, snapshot) for path in paths]
    chosen = [path for path in snapshot.blobs() if kind_of(path) and is_wanted(path, wanted)]
    changes, refused = [], []
    for path, data in snapshot.read_many(chosen):
        kind = kind_of(path)
        try:
            after = formatted(data, kind) if kind else data
        except Refused as reason:
            refused.append(render.Left(path, reason.message))
            continue
        if after != data:
            changes.append(FileChange(path, data, after))
    return render.Outcome(len(chosen), tuple(changes), tuple(refused), is_written)


def _left(refused: Sequence[render.Left]) -> Refused:
    names = ", ".join(one.path for one in refused[:3]) + ("…" if len(refused) > 3 else "")
    return Refused(
        Text(f"filer lämnades som de är: {names}", f"files were left as they are: {names}"),
        Text(
            "rätta dem för hand; ”sscctl validate” visar felen", "mend them by hand; “sscctl validate” shows the faults"
        ),
    )
