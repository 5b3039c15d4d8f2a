"""Lists of offices: as a table, JSON, CSV, ids, Markdown and GeoJSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sscctl.cli.glyphs import glyph
from sscctl.cli.language import said, t
from sscctl.cli.render.numbers import decimal, grouped
from sscctl.cli.render.tables import markdown, table
from sscctl.cli.visible import visible, visible_json
from sscctl.cli.words import OFFICE_KIND, STATUS, when
from sscctl.domain.collation import swedish_key
from sscctl.domain.place import spaced_postcode
from sscctl.querying.near import Neighbour
from sscctl.querying.portrait import Portrait
from sscctl.text import Text


def weekly_hours(portrait: Portrait) -> str:
    """Open hours a week by the ordinary schedule; empty where a working day is unknown."""
    minutes = _weekly_minutes(portrait)
    return "" if minutes is None else f"{minutes / 60:g}"


def _weekly_minutes(portrait: Portrait) -> int | None:
    return portrait.schedule.weekly_minutes if portrait.schedule else None


_CELLS: Mapping[str, Callable[[Portrait], str]] = {
    "id": lambda p: p.office.id,
    "name": lambda p: p.office.name,
    "status": lambda p: said(STATUS[p.status]),
    "municipality": lambda p: p.municipality_name,
    "county": lambda p: p.county_name,
    "kind": lambda p: said(OFFICE_KIND[p.office.kind]),
    "town": lambda p: p.office.town or "",
    "street": lambda p: (p.address and p.address.street) or "",
    "postcode": lambda p: spaced_postcode((p.address and p.address.postcode) or ""),
    "post_town": lambda p: (p.address and p.address.post_town) or "",
    "agencies": lambda p: " ".join(part.agency for part in p.participations),
    "opened": lambda p: said(when(p.opened)) if p.opened else "",
    "closed": lambda p: said(when(p.closed)) if p.closed else "",
    "hours": weekly_hours,
}
_HEADINGS: Mapping[str, Text] = {
    "id": Text("id", "id"),
    "name": Text("namn", "name"),
    "status": Text("status", "status"),
    "municipality": Text("kommun", "municipality"),
    "county": Text("län", "county"),
    "kind": Text("slag", "kind"),
    "town": Text("ort", "town"),
    "street": Text("gata", "street"),
    "postcode": Text("postnummer", "postcode"),
    "post_town": Text("postort", "post town"),
    "agencies": Text("myndigheter", "agencies"),
    "opened": Text("öppnade", "opened"),
    "closed": Text("nedlagt", "closed"),
    "hours": Text("timmar i veckan", "hours a week"),
    "distance": Text("km", "km"),
}

COLUMNS = tuple(_CELLS)
"""The columns there are."""
DISTANCE = "distance"
"""A column more, where a place is asked about."""
USUAL = ("id", "name", "status", "municipality", "county")
"""The columns that are shown unless others are asked for."""


def sort(
    portraits: Sequence[Portrait], by: Sequence[str], distances: Mapping[str, Neighbour] | None = None
) -> list[Portrait]:
    """Sort by columns, as a Swedish reader expects, hours by their number; by name where nothing is asked for.

    What is unknown comes last.
    """
    keys = (*by, "name", "id")

    def key(portrait: Portrait, name: str) -> tuple[bool, float, tuple[str, str]]:
        if distances is not None and name == DISTANCE:
            return False, distances[portrait.office.id].metres, ("", "")
        if name == "hours":
            minutes = _weekly_minutes(portrait)
            return minutes is None, minutes or 0, ("", "")
        cell = _CELLS[name](portrait)
        return not cell, 0, swedish_key(cell)

    return sorted(portraits, key=lambda portrait: [key(portrait, name) for name in keys])


@dataclass(frozen=True, slots=True)
class Listing:
    """The offices to show, in order, the columns wanted of them, and how many offices there are in all.

    `distances` has those of the offices, by id, where a place was asked about.
    """

    portraits: Sequence[Portrait]
    columns: Sequence[str]
    total: int
    distances: Mapping[str, Neighbour] = field(default_factory=dict)


Render = Callable[[Listing], str]


def _rows(listing: Listing) -> list[list[str]]:
    return [[_cell(listing, portrait, name) for name in listing.columns] for portrait in listing.portraits]


def _cell(listing: Listing, portrait: Portrait, name: str) -> str:
    if name == DISTANCE:
        return kilometres(listing.distances[portrait.office.id])
    return _CELLS[name](portrait)


def _headings(columns: Sequence[str]) -> list[str]:
    return [said(_HEADINGS[name]) for name in columns]


def _numbers(columns: Sequence[str]) -> list[int]:
    return [number for number, name in enumerate(columns) if name in (DISTANCE, "hours")]


def _as_table(listing: Listing) -> str:
    shown, total = len(listing.portraits), listing.total
    count = t(f"{shown} av {total} kontor", f"{shown} of {total} offices")
    rows, numbers = _rows(listing), _numbers(listing.columns)
    body = table(_headings(listing.columns), rows, numbers).rstrip("\n") if rows else ""
    return "\n".join((body, "", count, *inexact(listing.distances.values()))).lstrip("\n")


def inexact(distances: Iterable[Neighbour]) -> Iterator[str]:
    """What the mark on some distances means, where there are such."""
    if not all(one.exact for one in distances):
        mark = glyph("≈", "~")
        yield t(
            f"{mark} kontorets läge är inte känt: till postorten eller kommunens centralort.",
            f"{mark} the office's position is not known: to its post town or municipality's main town.",
        )


def _as_markdown(listing: Listing) -> str:
    return markdown(_headings(listing.columns), _rows(listing), _numbers(listing.columns))


def _as_csv(listing: Listing) -> str:
    """RFC 4180, for machines: English column names and codes, never cut; lines end as pipes want them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(listing.columns)
    writer.writerows(
        [visible(_plain(listing, portrait, name)) for name in listing.columns] for portrait in listing.portraits
    )
    return text.getvalue()


def _plain(listing: Listing, portrait: Portrait, name: str) -> str:
    if name == DISTANCE:
        return f"{listing.distances[portrait.office.id].kilometres}"
    raw = {
        "status": portrait.status.value,
        "kind": portrait.office.kind.value,
        "municipality": portrait.office.municipality,
        "county": portrait.office.county,
        "postcode": (portrait.address and portrait.address.postcode) or "",
        "opened": str(portrait.opened or ""),
        "closed": str(portrait.closed or ""),
    }
    return raw.get(name, _CELLS[name](portrait))


def _as_ids(listing: Listing) -> str:
    return "".join(f"{portrait.office.id}\n" for portrait in listing.portraits)


def _as_json(listing: Listing) -> str:
    return visible_json({"offices": [_listed(listing, portrait) for portrait in listing.portraits]})


def _listed(listing: Listing, portrait: Portrait) -> dict[str, object]:
    distance = listing.distances.get(portrait.office.id)
    return {**brief(portrait), **(measured(distance) if distance else {})}


def measured(one: Neighbour) -> dict[str, object]:
    """A distance as JSON has it; `distance_exact` is false where the office's own position is not known."""
    return {"distance_km": one.kilometres, "distance_exact": one.exact}


def kilometres(one: Neighbour) -> str:
    """A distance for a table, marked and without decimals where the office's own position is not known."""
    return decimal(one.kilometres) if one.exact else f"{glyph('≈', '~')} {grouped(round(one.kilometres))}"


def brief(portrait: Portrait) -> dict[str, object]:
    """An office in a list, as `schemas/output/list.schema.json` promises it; what is unknown is missing."""
    address = portrait.address
    fields: dict[str, object | None] = {
        "id": portrait.office.id,
        "name": portrait.office.name,
        "status": portrait.status.value,
        "kind": portrait.office.kind.value,
        "municipality": portrait.office.municipality,
        "municipality_name": portrait.municipality_name,
        "county": portrait.office.county,
        "county_name": portrait.county_name,
        "town": portrait.office.town,
        "street": address and address.street,
        "postcode": address and address.postcode,
        "post_town": address and address.post_town,
        "latitude": address.position.latitude if address and address.position else None,
        "longitude": address.position.longitude if address and address.position else None,
        "agencies": [part.agency for part in portrait.participations],
        "opened": str(portrait.opened) if portrait.opened else None,
        "closed": str(portrait.closed) if portrait.closed else None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _as_geojson(listing: Listing) -> str:
    """A feature collection (RFC 7946); an office whose position is unknown is a feature without a geometry."""
    features = []
    for portrait in listing.portraits:
        properties = _listed(listing, portrait)
        latitude, longitude = properties.pop("latitude", None), properties.pop("longitude", None)
        geometry = None if latitude is None else {"type": "Point", "coordinates": [longitude, latitude]}
        features.append({"type": "Feature", "id": portrait.office.id, "geometry": geometry, "properties": properties})
    return visible_json({"type": "FeatureCollection", "features": features})


LISTS: Mapping[str, Render] = {
    "table": _as_table,
    "json": _as_json,
    "csv": _as_csv,
    "ids": _as_ids,
    "markdown": _as_markdown,
    "geojson": _as_geojson,
}
