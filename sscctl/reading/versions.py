"""The versions of one document, oldest first, from git's history and the work tree."""

from __future__ import annotations

from collections.abc import Iterator

from sscctl.errors import NotFound
from sscctl.reading.repository import Repository
from sscctl.reading.standing import Revision
from sscctl.reading.yaml12 import Tree, parse


def versions(repository: Repository, path: str) -> Iterator[tuple[Revision | None, dict[str, Tree] | None]]:
    """Yield each revision of the main line that changed the document at `path`, with its tree; last the work tree's.

    `None` stands for the work tree in place of a revision, and for a document that is gone or cannot be read. The work
    tree comes only where it departs from the newest revision. Only the revisions that touch the document are read.
    """
    history = repository.history()
    latest: bytes | None = None
    for step in reversed(list(history.log(path))):
        latest = history.read(step.after) if step.after else None
        yield step.revision, _tree(latest)
    try:
        now = repository.snapshot().read(path)
    except NotFound:
        now = None
    if now != latest:
        yield None, _tree(now)


def _tree(data: bytes | None) -> dict[str, Tree] | None:
    tree = parse(data).tree if data is not None else None
    return tree if isinstance(tree, dict) else None
