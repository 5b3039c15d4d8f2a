"""Tables: drawn for a person's terminal, plain and never cut in a pipe, and as Markdown."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sscctl.cli.console import Style, coloured, columns, is_terminal, styled
from sscctl.cli.visible import visible, width

Row = Sequence[str]

_GAP = 3


def table(headings: Row, rows: Sequence[Row], numbers: Collection[int] = ()) -> str:
    """A table for stdout, its first column never folded: fitted to the terminal, or whole where nobody looks.

    Where even the longest words of the columns do not fit side by side, each row becomes a block of lines.
    `numbers` are the columns, from 0, whose cells stand to the right.
    """
    safe = _safe(rows)
    if not is_terminal():
        return _tabulated(safe, headings, "plain", numbers)
    return _drawn(headings, safe, numbers) if _narrowest(headings, safe) <= columns() else _stacked(headings, safe)


def markdown(headings: Row, rows: Sequence[Row], numbers: Collection[int] = ()) -> str:
    """A table as GitHub Flavored Markdown; what could be markup or a mention in a cell is defused."""
    return _tabulated([[defused(cell) for cell in row] for row in _safe(rows)], headings, "pipe", numbers)


def _tabulated(rows: Sequence[Row], headings: Row, form: str, numbers: Collection[int]) -> str:
    from tabulate import tabulate  # noqa: PLC0415  completing a word of `list` or `show` draws no table

    sides = ["right" if number in numbers else "left" for number in range(len(headings))] if rows and numbers else None
    return tabulate(rows, list(headings), tablefmt=form, disable_numparse=True, colalign=sides)


def _narrowest(headings: Row, rows: Sequence[Row]) -> int:
    """How many columns the table takes where all but its first column are folded between words."""
    lines = (headings, *rows)
    first = max(width(line[0]) for line in lines)
    others = (max(width(word) for line in lines for word in line[at].split() or [""]) for at in range(1, len(headings)))
    return first + sum(_GAP + other for other in others)


def _drawn(headings: Row, rows: Sequence[Row], numbers: Collection[int]) -> str:
    from rich import box  # noqa: PLC0415  costs 60 ms: paid where a person looks
    from rich.console import Console, JustifyMethod  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, heading in enumerate(headings):
        side: JustifyMethod = "right" if number in numbers else "left"
        drawn.add_column(Text(heading), overflow="fold", no_wrap=number == 0, justify=side)
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    console = Console(
        width=columns(), force_terminal=coloured(), no_color=True, markup=False, emoji=False, highlight=False
    )
    with console.capture() as captured:
        console.print(drawn)
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def _stacked(headings: Row, rows: Sequence[Row]) -> str:
    labels = [heading + " " * (max(map(width, headings)) - width(heading)) for heading in headings]
    blocks = (
        "\n".join(f"{styled(label, Style.FAINT)}  {cell}" for label, cell in zip(labels, row, strict=True) if cell)
        for row in rows
    )
    return "\n\n".join(blocks)


def _safe(rows: Sequence[Row]) -> list[list[str]]:
    return [[visible(cell) for cell in row] for row in rows]


_MARKUP = {char: f"\\{char}" for char in "\\`*_{}[]()#+-!|<>~"} | {"@": "@\u200b"}


def defused(text: str) -> str:
    """Text for Markdown in which nothing is markup, and no `@name` calls anybody."""
    return "".join(_MARKUP.get(char, char) for char in text)
