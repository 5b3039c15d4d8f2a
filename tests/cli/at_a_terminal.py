"""A person at a real terminal: waits for questions, and answers them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.registries import TODAY
from tests.process import CHECKOUT

pexpect = pytest.importorskip("pexpect", reason="a terminal of the tests' own needs Unix")

CLEAR = "\x15"
"""Ctrl-U: takes away what is written on the line."""


class Terminal:
    """A person at a terminal: waits for a question, and answers it."""

    def __init__(self, top: Path, arguments: tuple[str, ...], environment: dict[str, str]) -> None:
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "sscctl", *arguments, "--today", TODAY],
            cwd=str(top),
            env={
                **os.environ,
                "PYTHONPATH": str(CHECKOUT),
                "SSCCTL_LANG": "sv",
                "PROMPT_TOOLKIT_NO_CPR": "1",
                "NO_COLOR": "1",
                **environment,
            },
            dimensions=(50, 80),
            encoding="utf-8",
            timeout=60,
        )

    def expect(self, words: str) -> None:
        self.child.expect_exact(words)

    def answer(self, question: str, text: str = "") -> None:
        self.expect(question)
        self.child.send(f"{text}\r")

    def end(self) -> tuple[int, str]:
        """Read to the end; return the exit code and what came after the last question."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, self.child.before


@contextmanager
def on_terminal(top: Path, *arguments: str, **environment: str) -> Iterator[Terminal]:
    terminal = Terminal(top, arguments, environment)
    try:
        yield terminal
    finally:
        terminal.child.close(force=True)
