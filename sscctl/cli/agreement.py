"""`sscctl agreement`: agreements entered, changed and ended."""

from __future__ import annotations

import typer

from sscctl.cli import agreement_add, agreement_end, agreement_set
from sscctl.cli._commands import COMMANDS
from sscctl.cli._lazy import SETTINGS
from sscctl.cli.language import said

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, help=said(COMMANDS["agreement"]), context_settings=SETTINGS
)

_CALLS = (
    ("add", agreement_add.run, agreement_add.HELP, agreement_add.SHORT),
    ("end", agreement_end.run, agreement_end.HELP, agreement_end.SHORT),
    ("set", agreement_set.run, agreement_set.HELP, agreement_set.SHORT),
)

for _name, _run, _help, _short in _CALLS:
    app.command(_name, context_settings=SETTINGS, help=said(_help), short_help=said(_short))(_run)
