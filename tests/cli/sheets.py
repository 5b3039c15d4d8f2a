"""Tables planned in this process, on a registry in memory's stead: nothing of it is checked or written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sscctl.cli.edit_fields import desk, forget
from sscctl.cli.options import start
from sscctl.cli.sheets.filled import Filled, filled, filled_by
from sscctl.cli.sheets.planning import RowsRefused, in_order, planned
from sscctl.editing.desk import Desk

TODAY = date(2026, 11, 22)


def planned_from(root: Path, text: str | bytes, name: str = "tabell.csv", kind: str | None = None) -> Desk:
    """The desk on which every row of a table is carried out."""
    file = _file(root, text, name)
    return _on_desk(root, lambda: filled(file, TODAY, kind, {}))[0]


def planned_twice(root: Path, text: str | bytes) -> tuple[Desk, Desk]:
    """The desk on which a table is carried out, and the one on which that is done once more."""
    file = _file(root, text, "tabell.csv")
    once, twice = _on_desk(root, lambda: filled(file, TODAY, None, {}), times=2)
    return once, twice


def _file(root: Path, text: str | bytes, name: str) -> Path:
    file = root.parent / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def told(root: Path, text: str, name: str = "tabell.csv", kind: str | None = None) -> list[str]:
    """What is wrong with a table: row, column and message of each slip, in English."""
    return _slips(lambda: planned_from(root, text, name, kind))


def _on_desk(root: Path, understand: Callable[[], Filled], times: int = 1) -> list[Desk]:
    start.root = str(root)
    forget()
    try:
        understood = understand()
        found = in_order(understood.entries)
        desks = [desk()]
        for _ in range(times):
            desks.append(planned(desks[-1], found, understood.unit, understood.slips))
        return desks[1:]
    finally:
        start.root = None
        forget()


def _slips(plan: Callable[[], Desk]) -> list[str]:
    try:
        plan()
    except RowsRefused as refused:
        return [
            f"{slip.number} {slip.cell.column or slip.cell.heading if slip.cell else '-'} {slip.message.en}"
            + (f" {slip.others}" if slip.others else "")
            for slip in refused.slips
        ]
    return []


def listed_from(root: Path, text: str, mapping: str, name: str = "lista.csv") -> Desk:
    """The desk on which a list that others keep is laid over the registry."""
    file, by = root.parent / name, root.parent / "karta.yaml"
    file.write_bytes(text.encode())
    by.write_bytes(mapping.encode())
    return _on_desk(root, lambda: filled_by(file, by, TODAY, {}))[0]


def told_of_list(root: Path, text: str, mapping: str, name: str = "lista.csv") -> list[str]:
    """What is wrong with a list or its mapping."""
    return _slips(lambda: listed_from(root, text, mapping, name))
