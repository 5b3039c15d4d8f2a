"""Lists of offices: as a table, JSON, CSV, ids, Markdown and GeoJSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence

from sscctl.cli.language import said, t
from sscctl.cli.render.tables import markdown, table
from sscctl.cli.visible import visible, visible_json
from sscctl.cli.words import OFFICE_KIND, STATUS, when
from sscctl.domain.collation import swedish_key
from sscctl.domain.place import spaced_postcode
from sscctl.domain.registry import Registry
from sscctl.querying.portrait import Portrait


def weekly_hours(portrait: Portrait) -> str:
    """Open hours a week by the ordinary schedule; empty where a working day is unknown."""
    minutes = portrait.schedule.weekly_minutes if portrait.schedule else None
    return "" if minutes is None else f"{minutes / 60:g}"


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
_HEADINGS: Mapping[str, tuple[str, str]] = {
    "id": ("id", "id"),
    "name": ("namn", "name"),
    "status": ("status", "status"),
    "municipality": ("kommun", "municipality"),
    "county": ("län", "county"),
    "kind": ("slag", "kind"),
    "town": ("ort", "town"),
    "street": ("gata", "street"),
    "postcode": ("postnummer", "postcode"),
    "post_town": ("postort", "post town"),
    "agencies": ("myndigheter", "agencies"),
    "opened": ("öppnade", "opened"),
    "closed": ("nedlagt", "closed"),
    "hours": ("timmar i veckan", "hours a week"),
}

COLUMNS = tuple(_CELLS)
"""The columns there are."""
USUAL = ("id", "name", "status", "municipality", "county")
"""The columns that are shown unless others are asked for."""


def sort(portraits: Sequence[Portrait], by: Sequence[str]) -> list[Portrait]:
    """Sort by columns, as a Swedish reader expects; by name where nothing is asked for."""
    keys = (*by, "name", "id")
    return sorted(portraits, key=lambda portrait: [swedish_key(_CELLS[name](portrait)) for name in keys])


Render = Callable[[Sequence[Portrait], Sequence[str], Registry], str]


def _rows(portraits: Sequence[Portrait], columns: Sequence[str]) -> list[list[str]]:
    return [[_CELLS[name](portrait) for name in columns] for portrait in portraits]


def _headings(columns: Sequence[str]) -> list[str]:
    return [t(*_HEADINGS[name]) for name in columns]


def _as_table(portraits: Sequence[Portrait], columns: Sequence[str], registry: Registry) -> str:
    count = t(
        f"{len(portraits)} av {len(registry.offices)} kontor", f"{len(portraits)} of {len(registry.offices)} offices"
    )
    body = table(_headings(columns), _rows(portraits, columns)).rstrip("\n") if portraits else ""
    return f"{body}\n\n{count}\n".lstrip("\n")


def _as_markdown(portraits: Sequence[Portrait], columns: Sequence[str], registry: Registry) -> str:
    del registry
    return markdown(_headings(columns), _rows(portraits, columns))


def _as_csv(portraits: Sequence[Portrait], columns: Sequence[str], registry: Registry) -> str:
    """RFC 4180, for machines: English column names and codes, never cut; lines end as pipes want them."""
    del registry
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([visible(_plain(portrait, name)) for name in columns] for portrait in portraits)
    return text.getvalue()


def _plain(portrait: Portrait, name: str) -> str:
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


def _as_ids(portraits: Sequence[Portrait], columns: Sequence[str], registry: Registry) -> str:
    del columns, registry
    return "".join(f"{portrait.office.id}\n" for portrait in portraits)


def _as_json(portraits: Sequence[Portrait], columns: Sequence[str], registry: Registry) -> str:
    del columns, registry
    return visible_json({"offices": [brief(portrait) for portrait in portraits]})


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


def _as_geojson(portraits: Sequence[Portrait], columns: Sequence[str], registry: Registry) -> str:
    """A feature collection (RFC 7946); an office whose position is unknown is a feature without a geometry."""
    del columns, registry
    features = []
    for portrait in portraits:
        properties = brief(portrait)
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
