"""A showcase of small trees for the tests: each file says which edition it is of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from sscctl.errors import Integrity
from sscctl.text import Text
from sscctl.writing.showcase import Manner, Showcase

NAMES = ("a.json", "offices/x.json", "offices/y.json", "schema/s.json")


def listing(data: bytes) -> Sequence[str]:
    try:
        paths: list[str] = json.loads(data)
    except ValueError as problem:
        raise Integrity(Text("trasig", "broken")) from problem
    return paths


MANNER = Manner("v1", "manifest.json", listing, ".marker", b"ours\n")


def tree(edition: str) -> list[tuple[str, bytes]]:
    """The files of an edition: four that all have, and one that only this one has."""
    names = (*NAMES, f"offices/only-{edition}.json")
    return [("manifest.json", json.dumps(names).encode()), *((name, f"{edition} {name}".encode()) for name in names)]


def show(folder: Path, edition: str) -> None:
    """Show an edition."""
    with Showcase.opened(folder, MANNER) as showcase:
        showcase.show(tree(edition))


def shown(folder: Path) -> str | None:
    """Which edition stands there, whole and with nothing else in it; `None` where none does."""
    place = folder / "v1"
    if not place.exists():
        return None
    found = {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}
    edition = found["a.json"].decode()[0]
    assert found == dict(tree(edition))
    return edition


def litter(folder: Path) -> set[str]:
    """What lies in the folder beside the edition and the marker."""
    return {path.name for path in folder.iterdir()} - {"v1", ".marker"}
