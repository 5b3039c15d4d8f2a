"""`sscctl near`: the nearest offices to a place."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, On, cache, complete_agency, day, repository
from sscctl.cli.render import near as render
from sscctl.domain.event import Status
from sscctl.querying.beginning import may_be_open
from sscctl.querying.near import find_place, nearest
from sscctl.querying.portrait import portray
from sscctl.querying.select import known
from sscctl.reading.load import load
from sscctl.text import Text

HELP = Text(
    "Hitta kontoren närmast en plats, fågelvägen. Avståndet mäts på ett klot: i Sverige högst 0,4 procent för kort.",
    "Find the offices nearest to a place, as the crow flies. Distances are measured on a sphere: in Sweden they are at "
    "most 0.4 per cent too short.",
)


class Format(StrEnum):
    """How the answer is given."""

    TABLE = "table"
    JSON = "json"


def run(
    place: Annotated[
        str,
        typer.Argument(
            metavar=t("PLATS", "PLACE"),
            help=t(
                '"lat,lon", ett postnummer, en kommun, en ort eller ett kontors namn.',
                '"lat,lon", a postcode, a municipality, a town or the name of an office.',
            ),
        ),
    ],
    agency: Annotated[
        list[str] | None,
        typer.Option(
            metavar=t("MYNDIGHET", "AGENCY"),
            help=t("Bara där myndigheten deltar.", "Only where the agency takes part."),
            autocompletion=complete_agency,
        ),
    ] = None,
    number: Annotated[
        int, typer.Option("-n", "--number", metavar=t("ANTAL", "NUMBER"), min=1, help=t("Hur många.", "How many."))
    ] = 5,
    every: Annotated[
        bool,
        typer.Option(
            "--all", help=t("Även kontor som inte är i drift den dagen.", "Also offices not in operation that day.")
        ),
    ] = False,
    form: Annotated[Format, typer.Option("--format", "-o", help=t("Utdataformat.", "Output format."))] = Format.TABLE,
    on: On = None,
    as_of: AsOf = None,
) -> None:
    """List the offices nearest to a place, in a straight line, with the distance in kilometres."""
    found = repository()
    loaded = load(found.snapshot(as_of), cache(found))
    tell_unreadable(loaded)
    agencies = known(agency or (), loaded.registry.context.agencies, Text("myndigheten", "agency"))
    asked = day(on, "--on")
    portraits = [portray(loaded.registry, loaded.reference, one, asked) for one in loaded.registry.offices.values()]
    whence = find_place(place, loaded.reference, portraits)
    neighbours = nearest(whence, portraits, loaded.reference)
    chosen = [
        one
        for one in neighbours
        if (every or one.portrait.status is Status.OPEN)
        and agencies <= {part.agency for part in one.portrait.participations}
    ][:number]
    if form is Format.JSON:
        emit(render.as_json(whence, chosen))
        return
    nearer = neighbours[: neighbours.index(chosen[-1])] if len(chosen) == number else neighbours
    unsure = 0 if every else sum(may_be_open(one.portrait.office, asked) for one in nearer)
    emit(render.as_table(whence, chosen, unsure))
