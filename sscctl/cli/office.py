"""`sscctl office`: the life of an office: added, set, moved, closed, opened again, renamed, edited."""

from __future__ import annotations

import typer

from sscctl.cli import office_add, office_edit, office_life, office_move, office_rename, office_set
from sscctl.cli._commands import COMMANDS
from sscctl.cli._lazy import SETTINGS
from sscctl.cli.language import said

app = typer.Typer(add_completion=False, rich_markup_mode=None, help=said(COMMANDS["office"]), context_settings=SETTINGS)

_CALLS = (
    ("add", office_add.run, office_add.HELP, office_add.SHORT),
    ("set", office_set.run, office_set.HELP, office_set.SHORT),
    ("move", office_move.run, office_move.HELP, office_move.SHORT),
    ("close", office_life.close, office_life.CLOSE, office_life.CLOSE_SHORT),
    ("suspend", office_life.suspend, office_life.SUSPEND, office_life.SUSPEND),
    ("reopen", office_life.reopen, office_life.REOPEN, office_life.REOPEN),
    ("rename", office_rename.run, office_rename.HELP, office_rename.SHORT),
    ("edit", office_edit.run, office_edit.HELP, office_edit.SHORT),
)

for _name, _run, _help, _short in _CALLS:
    app.command(_name, context_settings=SETTINGS, help=said(_help), short_help=said(_short))(_run)
