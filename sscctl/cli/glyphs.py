"""Characters that not every terminal has, with plain ones to stand in for them."""

from __future__ import annotations

import sys


def glyph(best: str, plain: str) -> str:
    """`best` where stdout can write it, else `plain`: on a terminal of Latin-1 or ASCII, say."""
    try:
        best.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return plain
    return best
