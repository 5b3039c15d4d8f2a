"""`sscctl show`: everything about one office on a day."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, OfficeId, On, cache, day, repository
from sscctl.cli.render.office import as_text
from sscctl.cli.render.office_tree import as_tree
from sscctl.cli.visible import visible_json
from sscctl.editing.canonical import render
from sscctl.querying.portrait import portray
from sscctl.querying.select import find_office
from sscctl.reading.load import load
from sscctl.text import Text

HELP = Text(
    "Visa ett kontor: status, adress, öppettider, myndigheter, livscykel och källor.",
    "Show an office: its status, address, hours, agencies, life and sources.",
)


class Format(StrEnum):
    """How an office is shown."""

    TEXT = "text"
    JSON = "json"
    YAML = "yaml"


def run(
    office: OfficeId,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TEXT,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """Show an office: its status, address, hours, agencies, life and sources."""
    found = repository()
    loaded = load(found.snapshot(as_of), cache(found))
    tell_unreadable(loaded)
    chosen = loaded.registry.offices[find_office(loaded.registry, office)]
    portrait = portray(loaded.registry, loaded.reference, chosen, day(on, "--on"))
    if form is Format.TEXT:
        emit(as_text(portrait, loaded.registry.context))
    elif form is Format.JSON:
        emit(visible_json(as_tree(portrait)))
    else:
        emit(render(as_tree(portrait), "office"))
