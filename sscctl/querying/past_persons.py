"""Personal data in what the repository remembers: every version of every document, on every branch and tag.

What the rules find in today's documents is found here in lines of text, for old versions need not be documents that
can be read today. What is found is never repeated: only where it stands is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sscctl.reading.catfile import CatFile
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.gitprocess import Git
from sscctl.reading.paths import REFERENCE_LIMIT, shown
from sscctl.rules._persons import identity_numbers, mobile_numbers, named_lines, personal_addresses

_ADDRESS = re.compile(r"https?://\S+|^\s*-?\s*(?:url|web|base_url|licence|id)\s*:.*")
_SUSPECT = re.compile(r"[\d@]")


class Kind(StrEnum):
    """What was found."""

    IDENTITY_NUMBER = "identity-number"
    MOBILE_NUMBER = "mobile-number"
    EMAIL = "email"
    NAME = "name"


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """A line of a version of a file (below the top level) that holds something personal."""

    path: str
    line: int
    kind: Kind
    blob: str


def traces(place: GitPlace, prefix: str) -> Iterator[Trace]:
    """Yield what all refs lead to below `prefix`, each version of a document once."""
    git = Git(place)
    listed = git.run("rev-list", "--objects", "--all", "--", *((prefix,) if prefix else ())).decode(
        "utf-8", "surrogateescape"
    )
    pairs = [line.partition(" ") for line in listed.split("\n")]
    blobs = {blob: path for blob, _, path in pairs if path.endswith((".yaml", ".yml"))}
    for (blob, path), data in zip(blobs.items(), CatFile(git).read_many(blobs, REFERENCE_LIMIT), strict=True):
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
            for kind in sorted(set(_kinds(line))):
                yield Trace(shown(path), number, kind, blob)


def _kinds(line: str) -> Iterator[Kind]:
    if not _SUSPECT.search(line):
        return
    text = _ADDRESS.sub(" ", line)
    for kind, found in (
        (Kind.IDENTITY_NUMBER, identity_numbers(text)),
        (Kind.MOBILE_NUMBER, mobile_numbers(text)),
        (Kind.EMAIL, personal_addresses(text)),
        (Kind.NAME, named_lines(text, frozenset())),
    ):
        if next(found, None) is not None:
            yield kind
