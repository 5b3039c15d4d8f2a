"""Lines and columns of a text, both counted from 1; columns in code points."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """Turns offsets in a text into lines and columns, as an editor counts them."""

    __slots__ = ("_ends", "_starts", "_text")

    def __init__(self, text: str) -> None:
        ends = [match.span() for match in _LINE_END.finditer(text)]
        self._text = text
        self._starts = [0, *(after for _, after in ends)]
        self._ends = [*(before for before, _ in ends), len(text)]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at `offset`; the end of the text is a place too."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line's text without its end; the empty text beyond the last line."""
        if not 1 <= number <= len(self._starts):
            return ""
        return self._text[self._starts[number - 1] : self._ends[number - 1]]
