"""The JSON Schemas that the published files are held to; they are published along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from sscctl.publishing.edition import TREE, Artefact


def publish() -> Iterator[Artefact]:
    """Yield every schema of this contract, as `schema/<name>`."""
    for name, data in contract_schemas().items():
        yield Artefact(f"schema/{name}", "application/schema+json", data)


@cache
def contract_schemas() -> Mapping[str, bytes]:
    """The schemas that this version of the program brings along, by file name."""
    package = Path(__file__).parents[1]
    folder = package / "schemas_packaged"
    if not folder.is_dir():
        folder = package.parent / "schemas"
    return {file.name: file.read_bytes() for file in sorted((folder / "output" / TREE).glob("*.schema.json"))}
