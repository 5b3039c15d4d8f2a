"""Every kind of table that `sscctl apply` knows, in the order in which their rows are carried out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sscctl.cli.choices import not_among
from sscctl.cli.language import said
from sscctl.cli.sheets import agreements, hours, life, offices, values
from sscctl.cli.sheets.kind import SheetKind
from sscctl.cli.sheets.naming import Names
from sscctl.errors import WrongUsage
from sscctl.reading.handed import Table
from sscctl.text import Text

KINDS: Mapping[str, Callable[[date, Names], SheetKind]] = {
    "offices": offices.offices,
    "set": values.of_offices,
    "agency-set": values.of_agencies,
    "agreement-set": values.of_agreements,
    "moves": life.moves,
    "hours": hours.hours,
    "clearings": hours.clearings,
    "deviations": hours.deviations,
    "participations": agreements.participations,
    "suspensions": life.suspensions,
    "reopenings": life.reopenings,
    "closings": life.closings,
    "agreement-ends": agreements.endings,
}


def kind_named(name: str, today: date, names: Names | None = None) -> SheetKind:
    """The kind that goes by a name; WrongUsage names the others."""
    if name not in KINDS:
        raise not_among(name, KINDS)
    return KINDS[name](today, names or Names())


def kind_of(table: Table, today: date, given: str | None) -> SheetKind:
    """The kind of a table: the one that was named, else the one that its headings are those of.

    WrongUsage where they are those of none, or of several.
    """
    if given is not None:
        return kind_named(given, today)
    every = [make(today, Names()) for make in KINDS.values()]
    fits = [kind for kind in every if _fits(kind, table)]
    if len(fits) == 1:
        return fits[0]
    headings = ", ".join(one.heading for _, one in table.headings[:12])
    names = ", ".join(kind.name for kind in fits or every)
    if fits:
        raise WrongUsage(
            Text(
                f"rubrikerna passar flera slags tabeller: {names}", f"the headings fit several kinds of table: {names}"
            ),
            Text("säg vilken med --kind", "say which with --kind"),
        )
    best = max(every, key=lambda kind: sum(kind.column(one.heading) is not None for _, one in table.headings))
    raise WrongUsage(
        Text(f"rubrikerna hör inte till någon tabell: {headings}", f"the headings are of no known table: {headings}"),
        Text(
            f"närmast är {best.name}: {', '.join(_headings(best))}. Ange slag med --kind ({names}); rubrikerna skrivs"
            f" av sscctl apply --template {best.name}",
            f"nearest is {best.name}: {', '.join(_headings(best))}. Give the kind with --kind ({names}); the headings"
            f" are written by sscctl apply --template {best.name}",
        ),
    )


def _fits(kind: SheetKind, table: Table) -> bool:
    names = {column.name for _, one in table.headings if (column := kind.column(one.heading))}
    return len(names) == len(table.headings) and all(
        column.name in names for column in kind.columns if column.must and column.name != "source"
    )


def _headings(kind: SheetKind) -> list[str]:
    return [said(column.heading) for column in kind.columns]
