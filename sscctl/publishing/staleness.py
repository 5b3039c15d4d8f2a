"""Which files of a published folder are not what the registry gives now (SSC703)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sscctl.domain.finding import Finding, Severity
from sscctl.publishing.edition import TREE, Artefact
from sscctl.publishing.press import Print
from sscctl.publishing.website import shown
from sscctl.text import Text

CODE = "SSC703"


def stale_files(printed: Print, place: Path, pages: Iterable[Artefact] = ()) -> Iterator[Finding]:
    """Hold every file of an edition against the folder `place`, byte by byte, and yield those that differ.

    A file that lies there and that the edition does not know is stale too. Paths are relative to `place`. Without
    `pages` the tree of pages is not looked at.
    """
    yield from _stale(TREE, printed.artefacts, place)
    if pages:
        yield from _stale(shown.MANNER.name, pages, place)
        door = place / shown.DOOR
        if not door.exists():
            yield _finding(shown.DOOR, _MISSING)
        elif (data := door.read_bytes()) != shown.DOOR_PAGE and shown.is_ours(data):
            yield _finding(shown.DOOR, _DIFFERENT)


def _stale(tree: str, artefacts: Iterable[Artefact], place: Path) -> Iterator[Finding]:
    standing = place / tree
    known = {artefact.path: artefact.data for artefact in artefacts}
    there = {path.relative_to(standing).as_posix() for path in standing.rglob("*") if path.is_file()}
    for path in sorted(known.keys() | there):
        if path not in there:
            yield _finding(f"{tree}/{path}", _MISSING)
        elif path not in known:
            yield _finding(f"{tree}/{path}", _UNKNOWN)
        elif (standing / path).read_bytes() != known[path]:
            yield _finding(f"{tree}/{path}", _DIFFERENT)


def _finding(path: str, message: Text) -> Finding:
    return Finding(path, CODE, Severity.ERROR, (), message, _ADVICE)


_MISSING = Text("filen saknas i mappen", "the file is missing in the folder")
_UNKNOWN = Text("filen hör inte till utgåvan", "the file does not belong to the edition")
_DIFFERENT = Text("filen är inte vad registret ger nu", "the file is not what the registry gives now")
_ADVICE = Text("publicera på nytt", "publish anew")
