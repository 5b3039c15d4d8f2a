"""The steps of a write by name, so that a test can stop the process at each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _nobody(step: str) -> None:
    del step


@dataclass(slots=True)
class Watcher:
    """Is told of every step once it has been taken; the program itself tells nobody."""

    told: Callable[[str], None] = _nobody


watcher = Watcher()
"""The one watcher; a test sets `watcher.told`."""


def reached(step: str) -> None:
    """Say that a step has been taken."""
    watcher.told(step)
