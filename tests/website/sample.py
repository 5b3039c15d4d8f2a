"""How closely a run looks at the pages: SSCCTL_LONG=1 asks for every way of looking."""

from __future__ import annotations

import os
from collections.abc import Sequence

LONG = bool(os.environ.get("SSCCTL_LONG"))
"""Read before the tests begin, for they clear away what a developer's machine would say to them."""


def shares(paths: Sequence[str], number: int) -> list[list[str]]:
    """The pages dealt out, so that several workers can look."""
    return [list(paths[start::number]) for start in range(number)]
