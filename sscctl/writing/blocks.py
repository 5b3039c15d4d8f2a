"""A block of lines in a file of somebody else's: put in at the end, found again, and taken out without a trace."""

from __future__ import annotations

import re
from dataclasses import dataclass

BEGIN = "# sscctl git setup: begin"
END = "# sscctl git setup: end"
_FOUND = re.compile(rf"^{BEGIN}(?P<how>( \([a-z ,]+\))?)\n(?P<lines>(?:(?!{BEGIN}|{END}).*\n)*){END}\n", re.MULTILINE)
_NEW_FILE, _NEW_FOLDER, _NEW_LINE = "new file", "new folder", "after a line without an end"


@dataclass(frozen=True, slots=True)
class Without:
    """A file without the block: `content` is `None` where there was no file before, `folder` whether there was one."""

    content: str | None
    had_folder: bool
    lines: str | None


def with_block(content: str | None, lines: str, *, had_folder: bool = True) -> str:
    """The file with the block at its end, in place of one that was there before; `None` is no file."""
    before = without_block(content)
    rest = before.content or ""
    notes = [
        note
        for note, holds in (
            (_NEW_FILE, before.content is None),
            (_NEW_FOLDER, not (had_folder and before.had_folder)),
            (_NEW_LINE, bool(rest) and not rest.endswith("\n")),
        )
        if holds
    ]
    how = f" ({', '.join(notes)})" if notes else ""
    return f"{rest}{chr(10) if _NEW_LINE in notes else ''}{BEGIN}{how}\n{lines}{END}\n"


def without_block(content: str | None) -> Without:
    """The file as it was before the block was put in, with the lines that the block had; `None` for no block."""
    found = _FOUND.search(content or "")
    if content is None or not found:
        return Without(content, had_folder=True, lines=None)
    notes = found["how"]
    before = content[: found.start()]
    if _NEW_LINE in notes:
        before = before.removesuffix("\n")
    rest = before + content[found.end() :]
    return Without(None if _NEW_FILE in notes and not rest else rest, _NEW_FOLDER not in notes, found["lines"])
