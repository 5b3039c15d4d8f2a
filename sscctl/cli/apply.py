"""`sscctl apply`: many edits at once, from a table that people have filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sscctl.cli._edit_task import Task
from sscctl.cli.console import emit, tell_plain
from sscctl.cli.edit_fields import Source, SourceDate, source_day
from sscctl.cli.edit_options import Format, How, edits
from sscctl.cli.language import said, t
from sscctl.errors import WrongUsage
from sscctl.text import Text

if TYPE_CHECKING:
    from sscctl.cli.sheets.filled import Filled
    from sscctl.editing.desk import Desk

_KINDS = (
    "offices, set, agency-set, agreement-set, moves, hours, clearings, deviations, participations, suspensions,"
    " reopenings, closings, agreement-ends, mapping"
)

HELP = Text(
    "Gör många ändringar på en gång, från en tabell (CSV, som kalkylprogram skriver den) eller en YAML-fil. Planen"
    " visas, och allt skrivs eller inget. --template skriver en tom tabell att fylla i; slagen är " + _KINDS + ".",
    "Make many edits at once, from a table (CSV, as spreadsheets write it) or a YAML file. The plan is shown, and"
    " all of it is written or nothing. --template writes an empty table to fill in; the kinds are " + _KINDS + ".",
)


def _complete_kind(incomplete: str) -> list[str]:
    return [name for name in _KINDS.split(", ") if name.startswith(incomplete)]


@edits
def run(
    how: How,
    file: Annotated[
        Path | None,
        typer.Argument(metavar=t("FIL", "FILE"), help=t("Tabellen.", "The table."), show_default=False),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar=t("SLAG", "KIND"),
            help=t("Skriv en tom tabell av det slaget.", "Write an empty table of that kind."),
            autocompletion=_complete_kind,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar=t("SLAG", "KIND"),
            help=t(
                "Vad tabellen är, om rubrikerna inte säger det.", "What the table is, where its headings do not say."
            ),
            autocompletion=_complete_kind,
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping",
            metavar=t("FIL", "FILE"),
            help=t(
                "Läs FIL som en lista över kontor som andra för (CSV, GeoJSON), med den kartläggningen.",
                "Read FILE as a list of offices that others keep (CSV, GeoJSON), by this mapping.",
            ),
        ),
    ] = None,
    plan: Annotated[
        bool,
        typer.Option("--plan", help=t("Visa planen och dess kontrollsumma.", "Show the plan and its digest.")),
    ] = False,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar=t("SUMMA", "DIGEST"),
            help=t("Skriv bara den plan som har den kontrollsumman.", "Write only the plan that has this digest."),
        ),
    ] = None,
    allow_loss: Annotated[
        bool,
        typer.Option(
            "--allow-loss",
            help=t("Skriv fast det är över spärren.", "Write although the guard is passed."),
        ),
    ] = False,
    source: Source = None,
    source_date: SourceDate = None,
) -> None:
    """Apply a table."""
    if template is not None:
        from sscctl.cli.sheets.catalogue import kind_named  # noqa: PLC0415  loaded when it is done
        from sscctl.cli.sheets.mapping import MAPPING, TEMPLATE  # noqa: PLC0415
        from sscctl.cli.sheets.template import template as written  # noqa: PLC0415

        emit(said(TEMPLATE) if template == MAPPING else written(kind_named(template, how.today)))
        return
    if file is None:
        raise WrongUsage(
            Text("det saknas uppgifter: FIL", "these are missing: FILE"),
            Text("eller skriv en tom tabell med --template", "or write an empty table with --template"),
        )
    if plan and only is not None:
        raise WrongUsage(Text("ange --plan eller --only", "give --plan or --only"))
    if mapping is not None and kind is not None:
        raise WrongUsage(Text("ange --mapping eller --kind", "give --mapping or --kind"))
    from sscctl.cli.render import slips  # noqa: PLC0415
    from sscctl.cli.sheets.filled import filled, filled_by  # noqa: PLC0415
    from sscctl.cli.sheets.planning import RowsRefused  # noqa: PLC0415

    fallback = {"source": source} if source else {}
    fallback |= {"source_date": source_day(source_date, how.today).isoformat()} if source_date else {}
    review = _review(only, allow_loss)
    try:
        understood = (
            filled_by(file, mapping, how.today, fallback) if mapping else filled(file, how.today, kind, fallback)
        )
        if plan:
            review = replace(review, trial="--plan", last=understood.for_reviewer(how.today))
        _apply(understood, replace(how, dry_run=how.dry_run or plan), review)
    except RowsRefused as refused:
        if how.form is Format.JSON:
            emit(slips.as_json(refused.unit, refused.slips))
        else:
            tell_plain(slips.as_text(refused.file or file.name, refused.unit, refused.slips))
        raise


def _apply(understood: Filled, how: How, task: Task) -> None:
    from sscctl.cli._edit import carry_out  # noqa: PLC0415  brings in every rule
    from sscctl.cli.sheets import planning  # noqa: PLC0415

    found = planning.in_order(understood.entries)

    def notes(desk: Desk) -> Iterable[Text]:
        yield from understood.notes
        yield from planning.notes(desk, found)

    def behind(desk: Desk, paths: Sequence[str]) -> Iterable[Text]:
        return planning.behind(desk, paths, found, understood.unit)

    whole = replace(task, doing=understood.doing, notes=notes, behind=behind)
    carry_out(lambda desk: planning.planned(desk, found, understood.unit, understood.slips), how, whole)


def _review(only: str | None, allow_loss: bool) -> Task:
    """What is held against a plan that the rules let pass, and what is told of it for review."""
    from sscctl.cli.sheets import review  # noqa: PLC0415

    wanted = None if only is None else review.as_digest(only)
    return Task(
        Text("", ""),
        refusal=lambda files, told: review.refusal(files, told, wanted, allow_loss=allow_loss),
        more=lambda files: {"digest": review.digest(files), "problems": []},
    )
