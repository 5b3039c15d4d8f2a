"""Tables: drawn for a person's terminal, plain and never cut in a pipe, and as Markdown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

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
    fits = _narrowest(headings, safe, numbers) <= columns()
    return _drawn(headings, safe, numbers) if fits else _stacked(headings, safe)


def fitting(
    headings: Row, rows: Sequence[Row], numbers: Collection[int], spare: Sequence[int]
) -> tuple[Row, Sequence[Row], Collection[int]]:
    """A table that fits a narrow terminal: without as few of the columns `spare` as need be, the first of them first.

    It is whole where nobody looks, and where it would not fit even so.
    """
    safe = _safe(rows)
    for count in range(len(spare) + 1) if is_terminal() else ():
        kept = [number for number in range(len(headings)) if number not in spare[:count]]
        some = [headings[at] for at in kept], [[row[at] for at in kept] for row in safe]
        to_the_right = [at for at, number in enumerate(kept) if number in numbers]
        if _narrowest(*some, to_the_right) <= columns():
            return *some, to_the_right
    return headings, rows, numbers


def markdown(headings: Row, rows: Sequence[Row], numbers: Collection[int] = ()) -> str:
    """A table as GitHub Flavored Markdown; what could be markup or a mention in a cell is defused."""
    return _tabulated([[defused(cell) for cell in row] for row in _safe(rows)], headings, "pipe", numbers)


def _tabulated(rows: Sequence[Row], headings: Row, form: str, numbers: Collection[int]) -> str:
    from tabulate import tabulate  # noqa: PLC0415  completing a word of `list` or `show` draws no table

    sides = ["right" if number in numbers else "left" for number in range(len(headings))] if rows and numbers else None
    return tabulate(rows, list(headings), tablefmt=form, disable_numparse=True, colalign=sides)


def _narrowest(headings: Row, rows: Sequence[Row], numbers: Collection[int]) -> int:
    """How wide the table is where each column is as narrow as it can be."""
    return _side_by_side(_least(headings, rows, numbers))


def _side_by_side(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _least(headings: Row, rows: Sequence[Row], numbers: Collection[int]) -> list[int]:
    """The width of each column where all but numbers and the first column is folded between words."""
    return [
        _widest([heading, *cells])
        if at == 0
        else max(_widest(heading.split()), _widest(_unbroken(cells, at in numbers)))
        for at, (heading, *cells) in enumerate(zip(headings, *rows, strict=True))
    ]


def _fitted(headings: Row, rows: Sequence[Row], numbers: Collection[int]) -> list[int]:
    """The width of each column in a table that fits the terminal: what is widest is folded first."""
    least = _least(headings, rows, numbers)
    widths = [_widest(cells) for cells in zip(headings, *rows, strict=True)]
    while _side_by_side(widths) > columns():
        widest = max((at for at in range(len(widths)) if widths[at] > least[at]), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _unbroken(cells: Iterable[str], are_numbers: bool) -> Iterator[str]:
    """The pieces of the cells that are not folded."""
    return (piece for cell in cells for piece in ([cell] if are_numbers else cell.split()))


def _widest(texts: Iterable[str]) -> int:
    return max(map(width, texts), default=0)


def _drawn(headings: Row, rows: Sequence[Row], numbers: Collection[int]) -> str:
    from rich import box  # noqa: PLC0415  costs 60 ms: paid where a person looks
    from rich.console import Console, JustifyMethod  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, (heading, wide) in enumerate(zip(headings, _fitted(headings, rows, numbers), strict=True)):
        side: JustifyMethod = "right" if number in numbers else "left"
        drawn.add_column(Text(heading), overflow="fold", no_wrap=number == 0, justify=side, width=wide)
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
