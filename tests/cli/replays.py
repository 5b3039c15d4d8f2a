"""Two changes of the real network, replayed as commits in a repository of their own.

The offices, codes and dates are the registry's. What no source tells is made up where a test needs it, and only here:
the hours of the six offices in and around Stockholm, of which the sources give the weekday that closes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.builders import week
from tests.cli.registries import committed
from tests.process import CHECKOUT
from tests.registry.files import trees

Tree = dict[str, Any]

CLOSED_ON = {
    "stockholm-odenplan": "mon",
    "hallunda": "tue",
    "sundbyberg": "wed",
    "stockholm-kungsholmen": "thu",
    "stockholm-liljeholmen": "fri",
}
"""The weekday that each office loses from 2 October 2023 (news item of that day)."""

KISTA = "stockholm-kista"
ELEVEN = (
    "amal",
    "arvika",
    "bollnas",
    "filipstad",
    "kungalv",
    "landskrona",
    "lindesberg",
    "motala",
    "norrkoping-city",
    "simrishamn",
    "vaxjo-araby",
)
"""The offices whose closing was decided in April 2025."""


def weekday_closings(folder: Path, *, before: bool = False) -> Path:
    """Full weeks before; from 2 October 2023 five offices close one weekday each, as told on 15 September.

    Only as it was `before` that, where so much is asked for.
    """
    root = _registry(folder)
    for ident in (*CLOSED_ON, KISTA):
        _write(root, ident, lambda tree: {**tree, "opening_hours": [_schedule()]})
    committed(folder, "Full weeks", "2023-08-15T12:00:00+02:00")
    if before:
        return root
    for ident in CLOSED_ON:
        _write(root, ident, _a_weekday_less)
    committed(folder, "One weekday less at five offices", "2023-09-15T12:00:00+02:00")
    return root


def weekday_closings_as_known(folder: Path) -> Path:
    """The same with what the sources tell alone: the weekday that closes, and nothing of the others."""
    root = _registry(folder)
    for ident in CLOSED_ON:
        _write(
            root,
            ident,
            lambda tree: {**tree, "opening_hours": [hours for hours in tree["opening_hours"] if hours.get("undated")]},
        )
    committed(folder, "Before", "2023-08-15T12:00:00+02:00")
    for ident in CLOSED_ON:
        _write(root, ident, lambda tree: tree)
    committed(folder, "After", "2023-09-15T12:00:00+02:00")
    return root


def eleven_closings(folder: Path) -> Path:
    """The registry without the eleven closings, then with them, as decided on 10 April 2025."""
    root = _registry(folder)
    for ident in ELEVEN:
        _write(root, ident, _without_closing)
    committed(folder, "Before", "2025-01-01T12:00:00+01:00")
    for ident in ELEVEN:
        _write(root, ident, lambda tree: tree)
    committed(folder, "Eleven offices close", "2025-04-10T12:00:00+02:00")
    return root


def _without_closing(tree: Tree) -> Tree:
    closing = ("closing_decided", "closed", "closing_announced")
    return {**tree, "lifecycle": [event for event in tree["lifecycle"] if event["event"] not in closing]}


def _a_weekday_less(tree: Tree) -> Tree:
    later = _schedule("2023-10-02")
    later["weekly"][CLOSED_ON[tree["id"]]] = []
    return {**tree, "opening_hours": [{**_schedule(), "valid_through": "2023-10-01"}, later]}


def _schedule(first: str = "2022-01-01") -> Tree:
    return {"valid_from": first, "weekly": week("10:00-16:00"), "source": "made-up"}


def _registry(folder: Path) -> Path:
    """The real registry with its schemas, in a folder of its own."""
    root = folder / "registry"
    shutil.copytree(CHECKOUT / "registry", root)
    schemas = folder / "schemas"
    schemas.mkdir()
    for file in (CHECKOUT / "schemas").glob("*.json"):
        shutil.copy(file, schemas)
    return root


def _write(root: Path, ident: str, change: Callable[[Tree], Mapping[str, Any]]) -> None:
    """Write an office's document anew, changed; JSON is YAML."""
    path = f"offices/{ident}.yaml"
    tree = {**change(dict(trees()[path]))}
    tree["sources"] = {**tree.get("sources", {}), "made-up": {"document": "Made up", "date": "2023-08-15"}}
    (root / path).write_text(json.dumps(tree, ensure_ascii=False, indent=1), "utf-8")
