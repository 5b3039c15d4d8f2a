"""Imports a command when it is called, and not before."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from sscctl.cli._commands import COMMANDS
from sscctl.cli.language import said


class LazyGroup(TyperGroup):
    """A group whose commands are stubs that carry only a summary, until one of them is asked for."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401  whatever typer hands its groups
        super().__init__(**attributes)
        for name, summary in COMMANDS.items():
            self.commands[name] = TyperCommand(name, help=said(summary))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401  typer's own types are private
        """The command: the real one where it is about to run or to complete its own options."""
        if cmd_name in COMMANDS and not getattr(ctx, "listing", False):
            return real_command(cmd_name)
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401  typer's own types are private
        """The commands in the order of the table, which goes from reading to publishing."""
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  typer's own types are private
        """Write the summaries; no command is loaded for that."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, said(summary)) for name, summary in COMMANDS.items()])


def real_command(name: str) -> Any:  # noqa: ANN401  typer's own types are private
    """Load `sscctl.cli.<name>`: its `run` is the command, or its `app` a group of commands."""
    module = import_module(f"sscctl.cli.{name}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name, context_settings=SETTINGS)(module.run)
    command = typer.main.get_command(app)
    command.name = name
    return command


SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
