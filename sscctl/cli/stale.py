"""`sscctl stale`: facts that nobody has verified for long."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import said, t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, On, cache, day, repository
from sscctl.cli.render.changes_dates import spoken
from sscctl.cli.render.numbers import OFFICE, OFFICES, counted
from sscctl.cli.render.tables import markdown, table
from sscctl.cli.visible import visible_json
from sscctl.errors import WrongUsage
from sscctl.querying.stale import Stale, stale
from sscctl.reading.load import load
from sscctl.text import Text


class Format(StrEnum):
    """How the answer is given."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


_FACTS: Mapping[str, Text] = {
    "lifecycle": Text("livscykel", "life"),
    "addresses": Text("adress", "address"),
    "opening_hours": Text("öppettider", "hours"),
    "participations": Text("myndigheter", "agencies"),
    "co_locations": Text("samlokalisering", "co-location"),
    "services": Text("tjänster", "services"),
}
_AGE = re.compile(r"([0-9]{1,5})([dmyå]?)")


def run(
    older_than: Annotated[
        str,
        typer.Option(
            "--older-than",
            metavar=t("ÅLDER", "AGE"),
            help=t("Ålder i dagar, månader eller år: 365d, 12m, 1y.", "Age in days, months or years: 365d, 12m, 1y."),
        ),
    ] = "365d",
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """List facts of offices in operation whose newest source is older than this, the oldest first."""
    today = day(on, "--on")
    before = _earlier(today, older_than)
    found = repository()
    loaded = load(found.snapshot(as_of), cache(found))
    tell_unreadable(loaded)
    old = stale(loaded.registry, today, before)
    if form is Format.JSON:
        emit(
            visible_json({"on": today.isoformat(), "before": before.isoformat(), "facts": [_tree(one) for one in old]})
        )
    elif not old:
        emit(t("Alla uppgifter är nyare än så.", "All facts are newer than that."))
    else:
        emit(_drawn(old, form))


def _drawn(old: Sequence[Stale], form: Format) -> str:
    headings = (t("senast", "last"), t("kontor", "office"), t("uppgifter", "facts"), t("källa", "source"))
    rows = [(_when(one), one.name, said(_FACTS[one.facts]), one.source or "–") for one in old]
    if form is Format.MARKDOWN:
        return markdown(headings, rows)
    facts = counted(len(old), Text("uppgift", "group of facts"), Text("uppgifter", "groups of facts"))
    offices = counted(len({one.office for one in old}), OFFICE, OFFICES)
    words = t(f"{said(facts)} vid {said(offices)}", f"{said(facts)} at {said(offices)}")
    return "\n\n".join((table(headings, rows).rstrip("\n"), words))


def _when(one: Stale) -> str:
    return spoken(one.verified) if one.verified else t("utan datum", "undated")


def _earlier(today: date, age: str) -> date:
    """The day that lies an age before `today`; the calendar's first where that is none."""
    match = _AGE.fullmatch(age.strip().lower())
    if not match:
        raise WrongUsage(
            Text(f"--older-than: {age} är ingen ålder", f"--older-than: {age} is no age"),
            Text("skriv till exempel 365d, 12m eller 1y", "write for example 365d, 12m or 1y"),
        )
    number, unit = int(match[1]), match[2]
    if unit in ("", "d"):
        return today - timedelta(days=min(number, (today - date.min).days))
    year, month = divmod(today.year * 12 + today.month - 1 - (number if unit == "m" else 12 * number), 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _tree(one: Stale) -> dict[str, object]:
    return {
        "office": one.office,
        "name": one.name,
        "facts": one.facts,
        "verified": one.verified.isoformat() if one.verified else None,
        "source": one.source,
    }
