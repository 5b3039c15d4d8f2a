"""The only writer to stdout and stderr: the result goes to the one, everything else to the other."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TextIO

from sscctl.cli.language import said
from sscctl.cli.visible import visible
from sscctl.text import Text


class Colour(StrEnum):
    """When to colour: on a terminal, always, never."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Style(StrEnum):
    """How a piece of text stands out; the value is its SGR parameter (ECMA-48, 8.3.117)."""

    ERROR = "1;31"
    WARNING = "33"
    NOTE = "36"
    GOOD = "32"
    STRONG = "1"
    FAINT = "2"


@dataclass(slots=True)
class _Wish:
    colour: Colour = Colour.AUTO


_wish = _Wish()


def set_colour(colour: Colour) -> None:
    """Follow `--color` from here on."""
    _wish.colour = colour


def coloured(stream: TextIO | None = None) -> bool:
    """Whether to colour: as `--color` says, else on a terminal unless `NO_COLOR` (no-color.org) or a dumb one."""
    if _wish.colour is not Colour.AUTO:
        return _wish.colour is Colour.ALWAYS
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or is_terminal(stream or sys.stdout)


def is_terminal(stream: TextIO | None = None) -> bool:
    """Whether a person looks at it; a stream that is shut is none."""
    stream = stream or sys.stdout
    return stream is not None and not stream.closed and stream.isatty()


def columns() -> int:
    """How wide the terminal is, 40 at least; 100 where there is none."""
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def styled(text: str, style: Style, *, on: bool | None = None) -> str:
    """The text in a style; `on` says whether to colour where that is not stdout's own matter."""
    return f"\x1b[{style}m{text}\x1b[0m" if text and (coloured() if on is None else on) else text


def emit(text: str) -> None:
    """Write the result to stdout; a line feed is added where it ends without one."""
    if text:
        _write(sys.stdout, text if text.endswith("\n") else f"{text}\n")


def emit_nothing_more() -> None:
    """Let what stdout could not be rid of go nowhere: Python would try once more as it ends, and complain."""
    if sys.__stdout__ is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())


def tell(text: Text) -> None:
    """Tell the person something on stderr that is not the result."""
    tell_plain(said(text))


def tell_plain(text: str) -> None:
    """The same for what has been worded already; where nobody can hear it, it is not told."""
    with suppress(OSError):
        _write(sys.stderr, f"{text}\n")


class _OneLine(logging.Formatter):
    """What is logged names paths and revisions: these pass the gate too."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record on one line."""
        return visible(super().format(record))


def log_to_stderr(level: int) -> None:
    """Show what the program logs, from `level` upwards, with the milliseconds since it began."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_OneLine("%(relativeCreated)6d ms  %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=level)


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # started with the stream shut
        return
    try:
        stream.write(text)
    except UnicodeEncodeError:  # a terminal that is not UTF-8 still gets every letter, the foreign ones spelled out
        stream.write(text.encode(stream.encoding or "ascii", "backslashreplace").decode(stream.encoding or "ascii"))
    stream.flush()
