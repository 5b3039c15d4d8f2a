"""Which facts are missing, and of how many offices: as a table, JSON, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from textwrap import fill

from sscctl.cli.console import columns
from sscctl.cli.language import said, t
from sscctl.cli.render.numbers import OFFICE, OFFICES, counted, grouped, percent
from sscctl.cli.render.rows import as_csv
from sscctl.cli.render.tables import fitting, markdown, table
from sscctl.cli.visible import visible_json
from sscctl.querying.completeness import Gap
from sscctl.text import Text

FACTS: Mapping[str, Text] = {
    "address": Text("någon adress", "any address"),
    "street": Text("gata", "street"),
    "postcode": Text("postnummer", "postcode"),
    "post_town": Text("postort", "post town"),
    "position": Text("läge", "position"),
    "any_hours": Text("några öppettider", "any hours"),
    "opening_hours": Text("hela veckans öppettider", "hours of the whole week"),
    "opened": Text("när det öppnade", "when it opened"),
    "opened_day": Text("vilken dag det öppnade", "on which day it opened"),
    "participations": Text("någon myndighet", "any agency"),
    "own_participations": Text("myndigheter på just det kontoret", "agencies at that very office"),
    "levels": Text("hur långt myndigheternas service går", "how far the agencies' service goes"),
    "co_locations": Text("vem som delar lokal", "who shares the premises"),
    "facilities": Text("vad lokalen har", "what the premises have"),
    "contact": Text("kontaktväg", "contact"),
    "dated_sources": Text("datum för varje källa", "a date of every source"),
}
"""The facts that `list --without` knows, as people call them."""


def as_text(found: Sequence[Gap], offices: int, day: date) -> str:
    """How often each fact is known, and how to see where it is not."""
    named = counted(offices, OFFICE, OFFICES)
    notes = (
        t(f"Av {named.sv} i drift {day}.", f"Of {named.en} in operation on {day}."),
        t(
            "Vilka som saknar en uppgift: `sscctl list --status open --without UPPGIFT`, eller -o json här.",
            "Which offices lack a fact: `sscctl list --status open --without FACT`, or -o json here.",
        ),
    )
    drawn = table(*fitting(*_table(found), spare=(4,))).rstrip("\n")
    return "\n".join([drawn, "", *(fill(note, columns()) for note in notes)])


def as_markdown(found: Sequence[Gap]) -> str:
    """The same table for a page."""
    return markdown(*_table(found))


def _table(found: Iterable[Gap]) -> tuple[list[str], list[list[str]], tuple[int, ...]]:
    """A row a fact; the last column, its name in plain words, is left out on a narrow terminal."""
    headings = [t("uppgift", "fact"), t("känd för", "known of"), t("andel", "share"), t("saknas för", "missing of"), ""]
    rows = [
        [gap.fact, grouped(gap.known), percent(gap.share), grouped(len(gap.missing)), said(FACTS[gap.fact])]
        for gap in found
    ]
    return headings, rows, (1, 2, 3)


def as_json(found: Sequence[Gap], offices: int, day: date) -> str:
    """The gaps as `schemas/output/stats.schema.json` promises them, with the ids of the offices."""
    facts = [
        {"fact": gap.fact, "known": gap.known, "share": round(gap.share, 4), "missing": list(gap.missing)}
        for gap in found
    ]
    return visible_json({"on": str(day), "offices": offices, "facts": facts})


def as_csv_text(found: Sequence[Gap]) -> str:
    """One row a fact for machines; the ids stand with blanks between."""
    rows = [(gap.fact, gap.known, f"{gap.share:.4f}", len(gap.missing), " ".join(gap.missing)) for gap in found]
    return as_csv(("fact", "known", "share", "missing", "offices"), rows)
