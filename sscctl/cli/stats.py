"""`sscctl stats`: how many offices there are, how the network has grown, and what the registry does not know."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, On, cache, day, repository
from sscctl.cli.render import completeness as render_gaps
from sscctl.cli.render import statistics as render_counts
from sscctl.cli.render import timeline as render_timeline
from sscctl.domain.collation import swedish_key
from sscctl.errors import WrongUsage
from sscctl.querying.completeness import gaps
from sscctl.querying.portrait import portray
from sscctl.querying.statistics import By, statistics
from sscctl.querying.timeline import timeline
from sscctl.reading.load import Loaded, load
from sscctl.text import Text

HELP = Text(
    "Räkna kontor och invånare utan kontor; med --timeline nätet sedan 2008, med --completeness vad som inte är känt.",
    "Count offices, and residents without one; with --timeline the network since 2008, with --completeness what is "
    "not known.",
)


class Format(StrEnum):
    """How the answer is given."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


def run(
    by: Annotated[
        By | None,
        typer.Option(help=t("Räkna för sig; year är läget i slutet av varje år.", "Count each; year is at its end.")),
    ] = None,
    over_time: Annotated[
        bool,
        typer.Option(
            "--timeline",
            help=t(
                "Kontor i drift kvartal för kvartal, bredvid vad andra har räknat.",
                "Offices in operation by quarter, beside what others counted.",
            ),
        ),
    ] = False,
    completeness: Annotated[
        bool,
        typer.Option(
            "--completeness",
            help=t(
                "Hur många kontor i drift varje uppgift är känd för.",
                "Of how many offices in operation each fact is known.",
            ),
        ),
    ] = False,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TABLE,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """Count the offices as they are on a day."""
    if (by is not None) + over_time + completeness > 1:
        raise WrongUsage(
            Text(
                "--by, --timeline och --completeness är var sin fråga",
                "--by, --timeline and --completeness are a question each",
            ),
            Text("ställ en i taget", "ask one at a time"),
        )
    found = repository()
    loaded = load(found.snapshot(as_of), cache(found))
    tell_unreadable(loaded)
    asked = day(on, "--on")
    if over_time:
        emit(_timeline(loaded, asked, form))
    elif completeness:
        emit(_completeness(loaded, asked, form))
    else:
        emit(_counts(loaded, by, asked, form))


def _counts(loaded: Loaded, by: By | None, asked: date, form: Format) -> str:
    """Without a grouping a person sees the statuses; the data then has no groups."""
    shown = By.STATUS if by is None and form in (Format.TABLE, Format.MARKDOWN) else by
    counted = statistics(loaded.registry, loaded.reference, shown, asked)
    match form:
        case Format.TABLE:
            return render_counts.as_text(counted)
        case Format.MARKDOWN:
            return render_counts.as_markdown(counted)
        case Format.CSV:
            return render_counts.as_csv_text(counted)
        case Format.JSON:
            return render_counts.as_json(counted)


def _timeline(loaded: Loaded, asked: date, form: Format) -> str:
    drawn = timeline(loaded.registry, asked)
    match form:
        case Format.TABLE:
            return render_timeline.as_text(drawn)
        case Format.MARKDOWN:
            return render_timeline.as_markdown(drawn)
        case Format.CSV:
            return render_timeline.as_csv_text(drawn)
        case Format.JSON:
            return render_timeline.as_json(drawn)


def _completeness(loaded: Loaded, asked: date, form: Format) -> str:
    offices = sorted(loaded.registry.open_offices(asked), key=lambda office: swedish_key(office.name))
    missing = gaps([portray(loaded.registry, loaded.reference, office, asked) for office in offices])
    match form:
        case Format.TABLE:
            return render_gaps.as_text(missing, len(offices), asked)
        case Format.MARKDOWN:
            return render_gaps.as_markdown(missing)
        case Format.CSV:
            return render_gaps.as_csv_text(missing)
        case Format.JSON:
            return render_gaps.as_json(missing, len(offices), asked)
