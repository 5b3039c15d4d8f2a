"""Imports a command when it is called, and not before."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer import _completion_classes
from typer.core import TyperCommand, TyperGroup

from sscctl.cli._commands import COMMANDS
from sscctl.cli.choices import choose_among
from sscctl.cli.language import said
from sscctl.errors import WrongUsage
from sscctl.text import Text


def _for_zsh(text: str) -> str:
    return text.replace("''", r"'\''")  # doubled, an apostrophe is lost between the quotes of what zsh evaluates


_completion_classes._sanitize_help_text = _for_zsh  # noqa: SLF001  no markup in our texts; the original loads rich


class LazyGroup(TyperGroup):
    """A group whose commands are stubs that carry only a summary, until one of them is asked for."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401  whatever typer hands its groups
        super().__init__(**attributes)
        for name, summary in COMMANDS.items():
            self.commands[name] = TyperCommand(name, help=said(summary))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401  typer's own types are private
        """The command that is about to run, or whose options are to be completed: now it is loaded."""
        name, *rest = args
        if name in COMMANDS:
            return name, real_command(name), rest
        if ctx.resilient_parsing or name.startswith("-"):
            return super().resolve_command(ctx, args)
        message = Text(f"kommandot {name} finns inte", f"there is no command {name}")
        raise WrongUsage(message, choose_among(name, COMMANDS))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401  typer's own types are private
        """The commands in the order of the table, which goes from reading to publishing."""
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  typer's own types are private
        """Write the summaries; no command is loaded for that."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, said(summary)) for name, summary in COMMANDS.items()])


def real_command(name: str) -> Any:  # noqa: ANN401  typer's own types are private
    """Load `sscctl.cli.<name>`: its `run` is the command, or its `app` a group of commands.

    Help shows the summary, or the module's `HELP` where there is more to say.
    """
    module = import_module(f"sscctl.cli.{name}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        described = said(getattr(module, "HELP", COMMANDS[name]))
        app.command(name, context_settings=SETTINGS, help=described)(module.run)
    command = typer.main.get_command(app)
    command.name = name
    return command


SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
