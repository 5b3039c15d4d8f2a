"""`sscctl stale`: facts that nobody has verified for long."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import said, t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, On, cache, day, repository
from sscctl.cli.render.tables import markdown, table
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
_AGE = re.compile(r"([0-9]{1,5})([dmy]?)")
_DAYS = {"": 1, "d": 1, "m": 30, "y": 365}


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
    """List facts of open offices whose newest source is older than this, the oldest first."""
    found = repository()
    loaded = load(found.snapshot(as_of), cache(found))
    tell_unreadable(loaded)
    old = stale(loaded.registry, day(on), _days(older_than))
    if form is Format.JSON:
        emit(json.dumps({"facts": [_tree(one) for one in old]}, ensure_ascii=False, indent=1))
        return
    headings = (t("senast", "last"), t("kontor", "office"), t("uppgifter", "facts"), t("källa", "source"))
    rows = [(str(one.verified or "–"), one.name, said(_FACTS[one.facts]), one.source or "") for one in old]
    if not rows:
        emit(t("Alla uppgifter är nyare än så.", "All facts are newer than that."))
        return
    emit(markdown(headings, rows) if form is Format.MARKDOWN else table(headings, rows))


def _days(age: str) -> int:
    match = _AGE.fullmatch(age.strip().lower())
    if not match:
        raise WrongUsage(
            Text(f"{age} är ingen ålder", f"{age} is no age"), Text("skriv till exempel 365d", "write for example 365d")
        )
    return int(match[1]) * _DAYS[match[2]]


def _tree(one: Stale) -> dict[str, object]:
    return {
        "office": one.office,
        "facts": one.facts,
        "verified": one.verified.isoformat() if one.verified else None,
        "source": one.source,
    }
