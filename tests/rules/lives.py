"""Lives of offices as they stand in a file: `events("opened 2019", "closed 2025 last_day=2025-05-30")`."""

from __future__ import annotations

_LISTS = ("successors", "consulted")


def events(*happened: str) -> list[dict[str, object]]:
    """Events as `KIND DAY KEY=VALUE…`; values set apart by commas where the key has a list."""
    return [_event(*text.split()) for text in happened]


def _event(kind: str, on: str, *more: str) -> dict[str, object]:
    pairs = (pair.partition("=") for pair in more)
    return {"event": kind, "on": on} | {key: value.split(",") if key in _LISTS else value for key, _, value in pairs}
