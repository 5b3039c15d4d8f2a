"""`sscctl near`: the nearest offices to a place."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from sscctl.cli.console import emit
from sscctl.cli.language import said, t
from sscctl.cli.list import tell_unreadable
from sscctl.cli.options import AsOf, On, cache, day, repository
from sscctl.cli.render.offices import brief
from sscctl.cli.render.tables import table
from sscctl.cli.words import STATUS
from sscctl.domain.lifecycle import Status
from sscctl.querying.near import Neighbour, Place, find_place, nearest
from sscctl.querying.portrait import portray
from sscctl.querying.select import known
from sscctl.reading.load import load
from sscctl.text import Text


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
                '"lat,lon", ett postnummer, en ort eller en kommun.', '"lat,lon", a postcode, a town or municipality.'
            ),
        ),
    ],
    agency: Annotated[
        list[str] | None, typer.Option(help=t("Bara där myndigheten deltar.", "Only where the agency takes part."))
    ] = None,
    number: Annotated[int, typer.Option("-n", "--number", min=1, help=t("Hur många.", "How many."))] = 5,
    every: Annotated[
        bool,
        typer.Option("--all", help=t("Även kontor som inte är öppna den dagen.", "Offices that are not open too.")),
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
    asked = day(on)
    whence = find_place(place, loaded.reference)
    portraits = (portray(loaded.registry, loaded.reference, one, asked) for one in loaded.registry.offices.values())
    wanted = (
        portrait
        for portrait in portraits
        if (every or portrait.status is Status.OPEN) and agencies <= {part.agency for part in portrait.participations}
    )
    chosen = nearest(whence, wanted)[:number]
    emit(_as_json(chosen) if form is Format.JSON else _as_table(whence, chosen))


def _as_json(chosen: list[Neighbour]) -> str:
    offices = [
        {**brief(one.portrait), "distance_km": round(one.metres / 1000, 1), "distance_from_seat": not one.exact}
        for one in chosen
    ]
    return json.dumps({"offices": offices}, ensure_ascii=False, indent=1)


def _as_table(whence: Place, chosen: list[Neighbour]) -> str:
    if not chosen:
        return t("Inget kontor motsvarar frågan.", "No office answers to the question.")
    headings = ("km", t("kontor", "office"), t("kommun", "municipality"), t("status", "status"), "id")
    rows = [
        (
            f"{'' if one.exact else '≈ '}{one.metres / 1000:.1f}",
            one.portrait.office.name,
            one.portrait.municipality_name,
            said(STATUS[one.portrait.status]),
            one.portrait.office.id,
        )
        for one in chosen
    ]
    notes = [t(f"Från {said(whence.name)}, fågelvägen.", f"From {said(whence.name)}, in a straight line.")]
    if not all(one.exact for one in chosen):
        notes.append(
            t(
                "≈ kontorets läge är okänt: avståndet är till kommunens centralort.",
                "≈ the office's position is unknown: the distance is to its municipality's main town.",
            )
        )
    return "\n".join((table(headings, rows), "", *notes))
