"""Which files of a published folder are not what the registry gives now (SSC703)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sscctl.domain.finding import Finding, Severity
from sscctl.publishing.edition import TREE
from sscctl.publishing.press import Print
from sscctl.text import Text

CODE = "SSC703"


def stale_files(printed: Print, place: Path) -> Iterator[Finding]:
    """Hold every file of an edition against the folder `place`, byte by byte, and yield those that differ.

    A file that lies there and that the edition does not know is stale too. Paths are relative to `place`.
    """
    standing = place / TREE
    known = {artefact.path: artefact.data for artefact in printed.artefacts}
    there = {path.relative_to(standing).as_posix() for path in standing.rglob("*") if path.is_file()}
    for path in sorted(known.keys() | there):
        if path not in there:
            yield _finding(path, _MISSING)
        elif path not in known:
            yield _finding(path, _UNKNOWN)
        elif (standing / path).read_bytes() != known[path]:
            yield _finding(path, _DIFFERENT)


def _finding(path: str, message: Text) -> Finding:
    return Finding(f"{TREE}/{path}", CODE, Severity.ERROR, (), message, _ADVICE)


_MISSING = Text("filen saknas i mappen", "the file is missing in the folder")
_UNKNOWN = Text("filen hör inte till utgåvan", "the file does not belong to the edition")
_DIFFERENT = Text("filen är inte vad registret ger nu", "the file is not what the registry gives now")
_ADVICE = Text("publicera på nytt", "publish anew")
