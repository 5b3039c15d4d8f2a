"""Findings (anmärkningar): breaches of a rule, returned as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sscctl.text import Text

Pointer = tuple[str | int, ...]
"""The way from a document's root to a value: `("opening_hours", 1)`; `()` is the document."""


class Severity(StrEnum):
    """How bad a finding is; `rank` sorts the worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule or the reader objects to in one document, before it is known which file that is.

    `advice` says what would be right. `severity` is given only where it departs from the rule's own.
    `line` and `column` count from 1 (columns in code points) and are given only by the reader of YAML, who knows
    them anyway; for all others they are worked out from `pointer` when they are printed.
    """

    code: str
    pointer: Pointer
    message: Text
    advice: Text | None = None
    severity: Severity | None = None
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with its place: `path` is relative to the registry's root, with `/` between folders.

    `line` and `column` count from 1, columns in code points; `end_column` is one past the last, on the same line.
    """

    path: str
    code: str
    severity: Severity
    pointer: Pointer
    message: Text
    advice: Text | None = None
    line: int | None = None
    column: int | None = None
    end_column: int | None = None
