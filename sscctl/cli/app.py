"""The root command: the options that come before all commands, and the run of one of them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Annotated

import typer

from sscctl import __version__
from sscctl.cli._border import told
from sscctl.cli._lazy import SETTINGS, LazyGroup
from sscctl.cli.console import Colour, emit, log_to_stderr, set_colour
from sscctl.cli.language import t
from sscctl.cli.options import start
from sscctl.text import Language

app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=SETTINGS)


def _version(asked: bool) -> None:
    if asked:
        emit(f"sscctl {__version__}")
        raise typer.Exit


@app.callback(
    no_args_is_help=True,
    help=t(
        "Registret över Sveriges statliga servicekontor: kontrollera, fråga, jämför och publicera.",
        "The register of Sweden's state service offices: check, ask, compare and publish.",
    ),
)
def _root(
    root: Annotated[
        str | None,
        typer.Option("--root", metavar=t("MAPP", "DIR"), help=t("Registrets mapp.", "The registry's folder.")),
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help=t("Språk.", "Language."))] = None,
    color: Annotated[Colour, typer.Option("--color", help=t("Färger.", "Colours."))] = Colour.AUTO,
    verbose: Annotated[
        int,
        typer.Option(
            "-v",
            "--verbose",
            count=True,
            show_default=False,
            help=t("Berätta mer på stderr; -vv mest.", "Tell more on stderr; -vv most."),
        ),
    ] = 0,
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_version, is_eager=True, help=t("Visa versionen.", "Show the version.")
        ),
    ] = False,
) -> None:
    del lang, version  # both were heeded before the options were parsed
    set_colour(color)
    start.root = root
    log_to_stderr({0: logging.CRITICAL, 1: logging.INFO}.get(verbose, logging.DEBUG))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return the exit code; every failure is told in words on stderr."""
    try:
        result = app(list(arguments), prog_name="sscctl", standalone_mode=False)
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001  the last border of all
        return told(error)
    if result == 130:  # the library has caught Ctrl-C
        return told(KeyboardInterrupt())
    return result if isinstance(result, int) else 0
