"""Tables: drawn for a person's terminal, plain and never cut in a pipe, and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from tabulate import tabulate

from sscctl.cli.console import columns, is_terminal
from sscctl.cli.visible import visible

Row = Sequence[str]


def table(headings: Row, rows: Sequence[Row]) -> str:
    """A table for stdout: fitted to the terminal's width, or whole where nobody looks."""
    if is_terminal():
        return _drawn(headings, rows)
    return tabulate(_safe(rows), list(headings), tablefmt="plain", disable_numparse=True)


def markdown(headings: Row, rows: Sequence[Row]) -> str:
    """A table as GitHub Flavored Markdown; what could be markup or a mention in a cell is defused."""
    return tabulate(
        [[defused(cell) for cell in row] for row in _safe(rows)],
        list(headings),
        tablefmt="pipe",
        disable_numparse=True,
    )


def _drawn(headings: Row, rows: Sequence[Row]) -> str:
    from rich import box  # noqa: PLC0415  costs 60 ms: paid where a person looks
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        drawn.add_column(heading, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(visible(cell)) for cell in row))
    console = Console(width=columns(), markup=False, emoji=False, highlight=False, no_color=True)
    with console.capture() as captured:
        console.print(drawn)
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def _safe(rows: Sequence[Row]) -> list[list[str]]:
    return [[visible(cell) for cell in row] for row in rows]


_MARKUP = {char: f"\\{char}" for char in "\\`*_{}[]()#+-!|<>~"} | {"@": "@\u200b"}


def defused(text: str) -> str:
    """Text for Markdown in which nothing is markup, and no `@name` calls anybody."""
    return "".join(_MARKUP.get(char, char) for char in text)
