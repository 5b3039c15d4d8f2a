"""Tables planned in this process, on a registry in memory's stead: nothing of it is checked or written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sscctl.cli.edit_fields import desk, forget
from sscctl.cli.options import start
from sscctl.cli.sheets.filled import filled
from sscctl.cli.sheets.planning import RowsRefused, in_order, planned
from sscctl.editing.desk import Desk

TODAY = date(2026, 11, 22)


def planned_from(root: Path, text: str, name: str = "tabell.csv", kind: str | None = None) -> Desk:
    """The desk on which every row of a table is carried out."""
    file = root.parent / name
    file.write_bytes(text.encode())
    start.root = str(root)
    forget()
    try:
        understood = filled(file, TODAY, kind, {})
        return planned(desk(), in_order(understood.entries), understood.unit)
    finally:
        start.root = None
        forget()


def told(root: Path, text: str, name: str = "tabell.csv", kind: str | None = None) -> list[str]:
    """What is wrong with a table: row, column and message of each slip, in English."""
    try:
        planned_from(root, text, name, kind)
    except RowsRefused as refused:
        return [
            f"{slip.number} {slip.cell.column or slip.cell.heading if slip.cell else '-'} {slip.message.en}"
            + (f" {slip.others}" if slip.others else "")
            for slip in refused.slips
        ]
    return []
