"""Faults as JSON and back, for what is remembered between runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sscctl.domain.finding import Fault, Severity
from sscctl.reading.parse_result import Parsed
from sscctl.text import Text


def pack(parsed: Parsed) -> str:
    """Write a parsed document as JSON text."""
    faults = [[f.code, f.pointer, f.message, f.advice, f.severity, f.line, f.column] for f in parsed.faults]
    return json.dumps([parsed.tree, faults], ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Parsed:
    """Read what `pack` wrote."""
    tree: Mapping[str, Any] | None
    tree, faults = json.loads(text)
    return Parsed(
        tree,
        tuple(
            Fault(
                code,
                tuple(pointer),
                Text(*message),
                Text(*advice) if advice else None,
                Severity(severity) if severity else None,
                line,
                column,
            )
            for code, pointer, message, advice, severity, line, column in faults
        ),
    )
