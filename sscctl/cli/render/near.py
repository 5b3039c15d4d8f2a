"""How far offices are, in kilometres, with a word on how exact that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill

from sscctl.cli.console import columns
from sscctl.cli.language import said, t
from sscctl.cli.render.numbers import OFFICE, OFFICES, counted
from sscctl.cli.render.offices import brief, inexact, kilometres, measured
from sscctl.cli.render.tables import table
from sscctl.cli.visible import visible, visible_json
from sscctl.cli.words import STATUS
from sscctl.querying.near import Neighbour, Place

_FAR = 1_000_000
"""Metres: farther than this from its nearest office no place in Sweden lies."""


def as_json(whence: Place, chosen: Sequence[Neighbour]) -> str:
    """The answer as `schemas/output/near.schema.json` promises it."""
    place = {"name": whence.name.sv, "latitude": whence.point.latitude, "longitude": whence.point.longitude}
    return visible_json({"place": place, "offices": [{**brief(one.portrait), **measured(one)} for one in chosen]})


def as_table(whence: Place, chosen: Sequence[Neighbour], unsure: int) -> str:
    """The offices with their distances, the nearest first; `unsure` are others of which it is unknown if they fit."""
    notes = [_of_unknown_status(unsure)] if unsure else []
    if not chosen:
        return "\n".join((t("Inget kontor svarar mot frågan.", "No office fits the question."), *notes))
    headings = (t("kontor", "office"), "km", t("kommun", "municipality"), t("status", "status"), "id")
    rows = [
        (
            one.portrait.office.name,
            kilometres(one),
            one.portrait.municipality_name,
            said(STATUS[one.portrait.status]),
            one.portrait.office.id,
        )
        for one in chosen
    ]
    drawn = table(headings, rows, numbers=(1,)).rstrip("\n")
    return "\n".join((drawn, "", *(fill(note, columns()) for note in (*footnotes(whence, chosen), *notes))))


def _of_unknown_status(number: int) -> str:
    offices = counted(number, OFFICE, OFFICES)
    return t(
        f"För {offices.sv} så nära är det inte känt om de var i drift den dagen; --all visar dem.",
        f"Of {offices.en} that near it is not known if in operation that day; --all shows them.",
    )


def footnotes(whence: Place, chosen: Iterable[Neighbour]) -> Iterator[str]:
    """From where and how it was measured."""
    chosen = list(chosen)
    name = visible(said(whence.name))
    yield t(f"Från {name}, fågelvägen.", f"From {name}, as the crow flies.")
    yield from inexact(chosen)
    if chosen and min(one.metres for one in chosen) > _FAR:
        yield t(
            "Platsen ligger långt från Sverige: står latituden först?",
            "The place is far from Sweden: does the latitude come first?",
        )
