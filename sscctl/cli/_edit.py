"""Carries an edit out: plans it, shows it in a visitor's words, checks it, asks, writes it, and commits it if asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from sscctl.cli._edit_task import Plan, Task
from sscctl.cli.console import emit, tell
from sscctl.cli.edit_options import Format, How
from sscctl.cli.language import said
from sscctl.cli.options import repository
from sscctl.cli.prompts import can_ask, confirm
from sscctl.errors import Refused
from sscctl.text import Text

if TYPE_CHECKING:
    from sscctl.cli._edit_look import Look
    from sscctl.reading.repository import Repository
    from sscctl.writing.commit import Committed

__all__ = ["Plan", "Task", "carry_out"]


def carry_out(plan: Plan, how: How, task: Task) -> None:
    """Do it, and tell of it on stdout.

    Errors that the edit causes refuse it (exit 5); older ones do not. On a terminal a person is asked first, unless
    `--yes` was given or JSON was asked for. Nothing is locked while a person thinks: what was shown is planned again
    under the lock, and refused where it is not the same any more.
    """
    from sscctl.cli._edit_look import Look  # noqa: PLC0415  what plans and checks is loaded by who does

    found = repository()
    if how.dry_run:
        _tell(Look.of(plan, how, task, found), how)
        return
    shown = None
    if not how.yes and how.form is Format.TEXT and can_ask():
        shown = Look.of(plan, how, task, found)
        _tell(shown, how)
        if not shown.files:
            return
        if not confirm(Text("Ska det skrivas?", "Write this?")):
            raise typer.Abort
    from sscctl.cli.render.edit import as_json, written  # noqa: PLC0415
    from sscctl.writing.lock import locked  # noqa: PLC0415

    with locked(found.place or found.root, said(task.doing), tell=tell):
        look = Look.of(plan, how, task, found)
        if shown is not None and look.files != shown.files:
            raise Refused(
                Text("registret har ändrats medan du tänkte", "the registry has changed while you thought"),
                Text("kör kommandot igen", "run the command again"),
            )
        if shown is None and (how.form is Format.TEXT or look.refusal):
            _tell(look, how)
        committed = _write(look, how, found) if look.files else None
    if how.form is Format.JSON:
        emit(as_json(look, written=bool(look.files), committed=committed))
    elif look.files:
        emit(written(committed))


def _tell(look: Look, how: How) -> None:
    """Tell what would become of it; Refused where it must not."""
    from sscctl.cli.render.edit import as_json, as_text  # noqa: PLC0415

    if how.form is Format.TEXT:
        emit(as_text(look, dry_run=how.dry_run))
    elif how.dry_run or look.refusal:
        emit(as_json(look))
    if look.refusal:
        raise look.refusal


def _write(look: Look, how: How, found: Repository) -> Committed | None:
    if how.commits:
        from sscctl.cli.render.edit import message  # noqa: PLC0415
        from sscctl.writing.commit import commit  # noqa: PLC0415

        return commit(found, look.files, message(look, how.message), how.branch)
    from sscctl.writing.transaction import write  # noqa: PLC0415

    write(found.root, look.files)
    return None
