"""Which pages a run looks at closely: some of each kind, or with SSCCTL_LONG=1 all of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

LONG = bool(os.environ.get("SSCCTL_LONG"))
"""Read before the tests begin, for they clear away what a developer's machine would say to them."""

_OFTEN = {"kontor": 6, "office": 14, "kommun": 60, "municipality": 100, "lan": 8, "county": 11}
_OFTEN |= {"myndighet": 9, "agency": 13}
"""Of each folder every so-manieth page is looked at."""


def chosen(paths: Iterable[str]) -> list[str]:
    """The pages of which there is one, and some of each folder; with SSCCTL_LONG all."""
    folders: dict[str, list[str]] = {}
    for path in sorted(paths):
        folders.setdefault(path.removeprefix("en/").rpartition("/")[0], []).append(path)
    return [path for folder, found in folders.items() for path in (found if LONG else found[:: _OFTEN.get(folder, 1)])]


def shares(paths: Sequence[str], number: int) -> list[list[str]]:
    """The pages dealt out, so that several workers can look."""
    return [list(paths[start::number]) for start in range(number)]
