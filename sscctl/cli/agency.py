"""`sscctl agency`: agencies entered and changed."""

from __future__ import annotations

import typer

from sscctl.cli import agency_add, agency_set
from sscctl.cli._commands import COMMANDS
from sscctl.cli._lazy import SETTINGS
from sscctl.cli.language import said

app = typer.Typer(add_completion=False, rich_markup_mode=None, help=said(COMMANDS["agency"]), context_settings=SETTINGS)

_CALLS = (
    ("add", agency_add.run, agency_add.HELP, agency_add.SHORT),
    ("set", agency_set.run, agency_set.HELP, agency_set.SHORT),
)

for _name, _run, _help, _short in _CALLS:
    app.command(_name, context_settings=SETTINGS, help=said(_help), short_help=said(_short))(_run)
