"""Tables of comma-separated values (RFC 4180) in UTF-8, with a header."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

Row = Mapping[str, str]
"""A row's values by column name."""


class SortedTable:
    """A CSV table whose rows are sorted by their first column, searched as it lies: nothing is read but what is asked.

    The first column holds plain ASCII, unquoted. A table with another first column than `key` counts as empty.
    """

    def __init__(self, data: bytes, key: str) -> None:
        head, _, _ = data.partition(b"\n")
        self._data = data
        self._header = next(csv.reader([head.decode(errors="replace").rstrip("\r")]), [])
        self._first = len(head) + 1 if self._header[:1] == [key] else len(data)

    @property
    def has_rows(self) -> bool:
        """Whether any row follows the header."""
        return self._first < len(self._data)

    def find(self, key: str) -> Row | None:
        """The row that begins with `key`, by column name."""
        wanted, data = key.encode(errors="replace"), self._data
        low, high = self._first, len(data)
        while low < high:
            middle = (low + high) // 2
            start = data.rfind(b"\n", low, middle) + 1 or low
            end = data.find(b"\n", middle, high)
            end = high if end < 0 else end
            line = data[start:end]
            found = line.partition(b",")[0]
            if found == wanted:
                return next(read_rows(line, self._header), None)
            if found < wanted:
                low = end + 1
            else:
                high = start
        return None


def read_rows(data: bytes | None, header: list[str] | None = None) -> Iterator[Row]:
    """Yield the rows of a CSV file by column name; nothing where it is missing, or is no CSV in UTF-8.

    Rows of another width than the header are left out.
    """
    try:
        lines = csv.reader(StringIO((data or b"").decode(), newline=""), strict=True)
        names = header or next(lines, [])
        yield from (dict(zip(names, line, strict=True)) for line in lines if len(line) == len(names))
    except (UnicodeDecodeError, csv.Error):
        return
