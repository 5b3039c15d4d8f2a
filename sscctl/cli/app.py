"""The root command: options that come before all commands, and the border at which every failure becomes words."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError

from sscctl import __version__
from sscctl.cli import _swedish
from sscctl.cli._lazy import SETTINGS, LazyGroup
from sscctl.cli.console import Colour, Style, set_colour, styled, tell_plain
from sscctl.cli.language import said, t
from sscctl.cli.options import start
from sscctl.cli.visible import visible, visible_lines
from sscctl.errors import SscctlError
from sscctl.text import Language, Text

app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=SETTINGS)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"sscctl {__version__}\n")
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
        str | None, typer.Option("--root", metavar="DIR", help=t("Registrets mapp.", "The registry's folder."))
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help=t("Språk.", "Language."))] = None,
    color: Annotated[Colour, typer.Option("--color", help=t("Färger.", "Colours."))] = Colour.AUTO,
    verbose: Annotated[
        int, typer.Option("-v", "--verbose", count=True, help=t("Berätta mer på stderr.", "Tell more on stderr."))
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
    level = {0: logging.CRITICAL, 1: logging.INFO}.get(verbose, logging.DEBUG)
    logging.basicConfig(stream=sys.stderr, level=level, format="%(relativeCreated)6d ms  %(name)s: %(message)s")


def run(arguments: Sequence[str]) -> int:
    """Run a command and return the exit code; every failure is told in words, none with a traceback unless `-v`."""
    try:
        result = app(list(arguments), prog_name="sscctl", standalone_mode=False)
        sys.stdout.flush()
    except NoArgsIsHelpError as error:
        tell_plain(error.ctx.get_help())
        return 2
    except ClickException as error:
        _tell_error(_swedish.worded(error), _help_hint(error))
        return 2
    except SscctlError as error:
        _tell_error(error.message, error.advice)
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        tell_plain(t("Avbrutet.", "Interrupted."))
        return 130
    except BrokenPipeError:  # the reader has had enough: `sscctl list | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        _tell_error(Text(f"{place}{error.strerror or error}", f"{place}{error.strerror or error}"), None)
        return 6
    except Exception:  # noqa: BLE001  the last border: whatever gets here is a fault of the program itself
        _tell_error(*_BUG)
        tell_plain(visible_lines(traceback.format_exc()))
        return 70
    return result if isinstance(result, int) else 0


_BUG = (
    Text("ett fel i sscctl självt", "a fault in sscctl itself"),
    Text(
        "rapportera raderna nedan tillsammans med kommandot du körde", "report the lines below with the command you ran"
    ),
)


def _help_hint(error: ClickException) -> Text:
    path = getattr(getattr(error, "ctx", None), "command_path", "sscctl")
    return Text(f"se `{path} --help`", f"see `{path} --help`")


def _tell_error(message: Text, advice: Text | None) -> None:
    label = styled(t("Fel:", "Error:"), Style.ERROR, on=sys.stderr.isatty() if sys.stderr else False)
    tell_plain(f"{label} {visible(said(message))}")
    if advice:
        tell_plain(f"  {visible(said(advice))}")
