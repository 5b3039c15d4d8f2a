"""The network through the years: as a plot in the terminal, and as data."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from textwrap import fill

from sscctl.cli.console import Style, columns, styled
from sscctl.cli.language import t
from sscctl.cli.render.numbers import OFFICE, OFFICES, counted, grouped
from sscctl.cli.render.plot import LABEL, marks, plot, years
from sscctl.cli.render.rows import Cell, as_csv
from sscctl.cli.render.tables import markdown
from sscctl.cli.visible import visible_json
from sscctl.querying.timeline import Figure, Quarter, Timeline

_WIDEST = 110
_HEADINGS = ("series", "period", "first", "last", "value")


def as_text(found: Timeline) -> str:
    """Three plots above one another over the same years, and what the marks mean."""
    if not found.quarters:
        return t("Tidslinjen börjar 2008.", "The timeline begins in 2008.")
    room = min(columns(), _WIDEST) - LABEL - 1
    width = max(room // len(found.quarters), 1) * len(found.quarters)
    return "\n".join(_lines(found, min(width, room)))


def _lines(found: Timeline, width: int) -> Iterator[str]:
    quarters = found.quarters
    shown = [quarters[column * len(quarters) // width] for column in range(width)]
    starts = {
        int(quarter.name[:4]): -(-number * width // len(quarters))
        for number, quarter in enumerate(quarters)
        if quarter.name.endswith("Q1")
    }

    def column_of(day: date) -> int:
        number = bisect_left([quarter.on for quarter in quarters], day)
        return min(number * width // len(quarters), width - 1)

    yield styled(t("Kontor i drift", "Offices in operation"), Style.STRONG)
    counts = _dots(found.counts, column_of)
    yield from plot([quarter.open for quarter in shown], [quarter.at_most for quarter in shown], counts, height=12)
    yield from years(starts, width)
    yield from _dotted(t("Besök om året, tusental", "Visits a year, thousands"), found.visits, column_of, 1000)
    yield from _dotted(t("Anslag, miljoner kronor", "Funds, million SEK"), found.funds, column_of, 1)
    yield from years(starts, width)
    yield ""
    for line in _legend(quarters[-1]):
        yield fill(line, columns(), subsequent_indent="  ")


def _legend(last: Quarter) -> Iterator[str]:
    drawn, surely = marks(), counted(last.open, OFFICE, OFFICES)
    yield t(
        f"{drawn.surely} säkert i drift enligt registret: {surely.sv} {last.on}",
        f"{drawn.surely} in operation for certain, by the registry: {surely.en} on {last.on}",
    )
    yield t(
        f"{drawn.perhaps} kanske också, högst {last.at_most}", f"{drawn.perhaps} perhaps too, {last.at_most} at most"
    )
    yield t(
        f"{drawn.dot} som andra har räknat; källorna visas med -o json",
        f"{drawn.dot} as others counted; -o json names the sources",
    )


def _dotted(title: str, figures: Sequence[Figure], column_of: Callable[[date], int], unit: int) -> Iterator[str]:
    if figures:
        yield styled(title, Style.STRONG)
        yield from plot((), (), _dots(figures, column_of, unit), height=4)


def _dots(figures: Sequence[Figure], column_of: Callable[[date], int], unit: int = 1) -> Mapping[int, list[float]]:
    dots: dict[int, list[float]] = {}
    for figure in figures:
        if figure.on.has_start:  # else nobody knows where it belongs
            dots.setdefault(column_of(figure.middle), []).append(figure.value / unit)
    return dots


def as_json(found: Timeline) -> str:
    """The timeline as `schemas/output/stats.schema.json` promises it."""
    return visible_json(
        {
            "quarters": [
                {"quarter": one.name, "on": str(one.on), "open": one.open, "at_most": one.at_most}
                for one in found.quarters
            ],
            "counts": [_figure(figure, "offices") for figure in found.counts],
            "visits": [_figure(figure, "visits") for figure in found.visits],
            "funds": [_figure(figure, "sek_million") for figure in found.funds],
        }
    )


def _figure(figure: Figure, name: str) -> dict[str, object]:
    return {
        "on": str(figure.on),
        "first": str(figure.on.first) if figure.on.has_start else None,
        "last": str(figure.on.last),
        name: figure.value,
        "note": {"sv": figure.note.sv, "en": figure.note.en} if figure.note else None,
        "sources": list(figure.sources),
    }


def as_rows(found: Timeline) -> list[tuple[Cell, ...]]:
    """One row a figure: which series, for when, how many."""
    rows: list[tuple[Cell, ...]] = []
    for quarter in found.quarters:
        on = str(quarter.on)
        rows.append(("open", quarter.name, on, on, quarter.open))
        rows.append(("open_at_most", quarter.name, on, on, quarter.at_most))
    for series, figures in (("counted", found.counts), ("visits", found.visits), ("sek_million", found.funds)):
        for figure in figures:
            first = str(figure.on.first) if figure.on.has_start else ""
            rows.append((series, str(figure.on), first, str(figure.on.last), figure.value))
    return rows


def as_csv_text(found: Timeline) -> str:
    """The rows for machines."""
    return as_csv(_HEADINGS, as_rows(found))


def as_markdown(found: Timeline) -> str:
    """The registry's own count at the end of each year, for a page."""
    ends = [quarter for quarter in found.quarters if quarter.name.endswith("Q4") or quarter is found.quarters[-1]]
    headings = (t("dag", "day"), t("säkert i drift", "in operation for certain"), t("högst", "at most"))
    return markdown(headings, [(str(q.on), grouped(q.open), grouped(q.at_most)) for q in ends], numbers=(1, 2))
