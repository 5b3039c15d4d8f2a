"""`sscctl sql`: read-only questions in SQL over the registry in memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, On, cache, day, repository
from sscctl.cli.render import rows as render
from sscctl.cli.render import schema as render_schema
from sscctl.errors import WrongUsage
from sscctl.querying.question import Answer, ask
from sscctl.querying.tables import TABLES
from sscctl.reading.load import load
from sscctl.text import Text

HELP = Text(
    "Ställ en fråga i SQL (SQLite) till registret, som det är en viss dag. Bara SELECT; --schema visar tabellerna. "
    "COLLATE swedish sorterar som svenska alfabetet.",
    "Ask the registry a question in SQL (SQLite), as it is on a day. SELECT alone; --schema shows the tables. "
    "COLLATE swedish sorts by the Swedish alphabet.",
)


class Format(StrEnum):
    """How the answer is given."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


_SHOW: Mapping[Format, Callable[[Answer], str]] = {
    Format.TABLE: render.answer_as_table,
    Format.JSON: render.answer_as_json,
    Format.CSV: render.answer_as_csv,
    Format.MARKDOWN: render.answer_as_markdown,
}


def run(
    query: Annotated[
        str | None,
        typer.Argument(
            metavar=t("[FRÅGA]", "[QUERY]"),
            help=t(
                'Till exempel "SELECT name FROM offices"; - läser stdin.',
                'As "SELECT name FROM offices"; - reads stdin.',
            ),
        ),
    ] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help=t("Visa tabellerna och kolumnerna.", "Show the tables and their columns."))
    ] = False,
    timeout: Annotated[
        float,
        typer.Option(
            metavar=t("SEKUNDER", "SECONDS"),
            min=0.001,
            max=86_400,
            help=t("Så länge får frågan ta.", "How long the query may take."),
        ),
    ] = 10,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TABLE,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """Answer a SELECT, or show the tables there are."""
    if schema == (query is not None):
        raise WrongUsage(
            Text("ge en fråga eller --schema", "give a query or --schema"),
            Text('till exempel sscctl sql "SELECT name FROM offices"', 'as in sscctl sql "SELECT name FROM offices"'),
        )
    if query is None:
        emit(render_schema.SCHEMAS[form](TABLES))
        return
    asked = day(on, "--on")
    text = sys.stdin.read() if query == "-" else query
    found = repository()
    loaded = load(found.snapshot(as_of), cache(found))
    tell_unreadable(loaded)
    emit(_SHOW[form](ask(loaded.registry, loaded.reference, asked, text, timeout)))
