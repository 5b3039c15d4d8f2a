"""`sscctl hours`: opening hours in words, read and set."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli import hours_deviate, hours_set
from sscctl.cli._commands import COMMANDS
from sscctl.cli._lazy import SETTINGS
from sscctl.cli.console import emit, tell, tell_plain
from sscctl.cli.language import said, t
from sscctl.cli.render import reading as render
from sscctl.cli.visible import visible_json
from sscctl.editing.canonical import render as render_yaml
from sscctl.text import Text
from sscctl.wording.osm import osm_text
from sscctl.wording.read import read

app = typer.Typer(add_completion=False, rich_markup_mode=None, help=said(COMMANDS["hours"]), context_settings=SETTINGS)

_PARSE = Text(
    "Läs öppettider skrivna på svenska, engelska eller som i OpenStreetMap, och visa hur de förstås.",
    "Read opening hours written in Swedish, English or as in OpenStreetMap, and show how they are understood.",
)


class Format(StrEnum):
    """How a reading is shown."""

    TEXT = "text"
    YAML = "yaml"
    JSON = "json"
    OSM = "osm"


@app.callback()
def _hours() -> None:
    """Keep this a group however few commands it has."""


@app.command(
    context_settings=SETTINGS, help=said(_PARSE), short_help=t("Läs öppettider skrivna i ord.", "Read hours in words.")
)
def parse(
    text: Annotated[
        str,
        typer.Argument(
            metavar=t("TEXT", "TEXT"),
            help=t("Till exempel ”mån–tors 10–16, fre 10–13”.", "Such as “Mon–Thu 10–16, Fri 10–13”."),
        ),
    ],
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
) -> None:
    """Read opening hours in words; exit with 1 where some of it could not be read, or can mean two things."""
    reading = read(text)
    if form is Format.JSON:
        emit(visible_json(render.as_tree(reading)))
    elif form is Format.TEXT:
        emit(render.as_text(text, reading))
    elif reading.problems:
        tell_plain(render.problems_as_text(text, reading))
    elif form is Format.YAML:
        emit(render_yaml(render.as_document(reading), "office"))
    elif osm := osm_text(reading.patterns, holidays_off=reading.holidays_off):
        emit(osm)
    else:
        tell(render.NO_OSM)
        raise typer.Exit(1)
    if reading.problems:
        raise typer.Exit(1)


_CALLS = (
    ("set", hours_set.run, hours_set.HELP, hours_set.SHORT),
    ("deviate", hours_deviate.deviate, hours_deviate.DEVIATE, hours_deviate.DEVIATE_SHORT),
    ("clear", hours_deviate.clear, hours_deviate.CLEAR, hours_deviate.CLEAR_SHORT),
)

for _name, _run, _help, _short in _CALLS:
    app.command(_name, context_settings=SETTINGS, help=said(_help), short_help=said(_short))(_run)
