"""One entry as the canonical form writes it, wherever it stands in a document."""

from __future__ import annotations

from typing import TypeAlias

from sscctl.editing.canonical import Value, render
from sscctl.editing.merge.layout import Lines, lay_out
from sscctl.reading.kinds import Kind

Step: TypeAlias = str | None
"""One step down to an entry: the key, or `None` for an item of a list."""

_BESIDE = "zz"
"""A key beside the one that is written, so that the mapping around it takes a line for each; it comes last."""


def written_alone(kind: Kind, steps: tuple[Step, ...], value: Value) -> tuple[Lines, int]:
    """The lines of the entry at the end of the steps, as they stand in a document of this kind, and their column."""
    (top, *deeper) = steps
    whole = value
    for step in reversed(deeper):
        whole = [whole] if step is None else {step: whole, _BESIDE: {}}
    entries = lay_out(render({str(top): whole}, kind))
    for _ in deeper:
        entries = entries and entries.entries[0].within
    if entries is None:
        raise ValueError(f"no lines at {steps}")
    return entries.entries[0].body, entries.column
