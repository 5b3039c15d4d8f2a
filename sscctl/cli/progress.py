"""How far a long piece of work has come, on one line of the terminal that goes when the work is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sscctl.cli.console import columns, is_terminal

_PATIENCE = 0.5
"""Seconds of silence: what is done by then needs no telling."""
_PAUSE = 0.1
_ERASE = "\r\x1b[K"


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Yield what is to be told how many of how many are done; off a terminal it tells nobody."""
    if not is_terminal(sys.stderr):
        yield lambda *_: None
        return
    began = told = time.monotonic()

    def tell(done: int, of: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - began < _PATIENCE or now - told < _PAUSE:
            return
        told = now
        sys.stderr.write(f"{_ERASE}{f'{label}: {done}/{of}'[: columns() - 1]}")
        sys.stderr.flush()

    try:
        yield tell
    finally:
        if told > began:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
