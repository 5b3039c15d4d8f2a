"""The border at which every failure becomes words and an exit code; only a fault of sscctl's own shows a traceback."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Mapping

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError

from sscctl.cli import _swedish
from sscctl.cli.console import Style, coloured, emit_nothing_more, styled, tell, tell_plain
from sscctl.cli.language import said
from sscctl.cli.visible import visible, visible_lines
from sscctl.errors import InputOutput, SscctlError, WrongUsage
from sscctl.text import Text

COMPLETING = "_SSCCTL_COMPLETE"
"""The variable by which a shell asks what a word could become."""


def told(error: BaseException) -> int:
    """Tell on stderr what went wrong and what to do about it; return the exit code."""
    if isinstance(error, SystemExit) and isinstance(error.__context__, BrokenPipeError):
        error = error.__context__  # the library would leave with 1
    match error:
        case SystemExit(code=int(code)):
            return code
        case _ if COMPLETING in os.environ:  # a shell waits for words: an error would land in the line being typed
            return 1
        case BrokenPipeError():  # the reader has had enough: `sscctl list | head`
            emit_nothing_more()
            return 141
        case typer.Abort() | KeyboardInterrupt():
            tell(_INTERRUPTED)
            return 130
        case ClickException():
            return _misused(error)
        case SscctlError():
            return _say(error.message, error.advice, error.exit_code)
        case OSError():
            emit_nothing_more()
            return _say(_failed(error), None, InputOutput.exit_code)
        case _:
            _say(*_BUG, SscctlError.exit_code)
            tell_plain(visible_lines("".join(traceback.format_exception(error))))
            return SscctlError.exit_code


_INTERRUPTED = Text("Avbrutet.", "Interrupted.")
_LABEL = Text("Fel:", "Error:")
_BUG = (
    Text("ett fel i sscctl självt", "a fault in sscctl itself"),
    Text(
        "rapportera raderna nedan tillsammans med kommandot du körde", "report the lines below with the command you ran"
    ),
)
_REASONS: Mapping[int | None, Text] = {
    errno.EACCES: Text("du saknar behörighet", "you lack the permission"),
    errno.EDQUOT: Text("din diskkvot är full", "your disk quota is used up"),
    errno.EIO: Text("disken svarar med ett fel", "the disk answers with an error"),
    errno.ENOSPC: Text("disken är full", "the disk is full"),
    errno.EROFS: Text("disken går bara att läsa", "the disk can only be read"),
}


def _misused(error: ClickException) -> int:
    if isinstance(error, NoArgsIsHelpError):
        tell_plain(error.ctx.get_help())
        return WrongUsage.exit_code
    return told(_swedish.worded(error))


def _failed(error: OSError) -> Text:
    place = str(error.filename) if error.filename else None
    reason = _REASONS.get(error.errno, Text(str(error.strerror or error), str(error.strerror or error)))
    if place is None:
        return Text(f"resultatet kunde inte skrivas: {reason.sv}", f"the result could not be written: {reason.en}")
    return Text(f"{place}: {reason.sv}", f"{place}: {reason.en}")


def _say(message: Text, advice: Text | None, code: int) -> int:
    label = styled(said(_LABEL), Style.ERROR, on=coloured(sys.stderr))
    tell_plain(f"{label} {visible(said(message))}")
    if advice:
        tell_plain(f"  {visible(said(advice))}")
    return code
