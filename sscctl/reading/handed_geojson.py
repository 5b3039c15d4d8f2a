"""GeoJSON (RFC 7946) as a table: a row for each feature, a column for each property, and one for its point."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from sscctl.errors import WrongUsage
from sscctl.reading.handed import MAX_COLUMNS, MAX_ROWS, Cell, Row, Slip, Table, Unit, cell, slips_of
from sscctl.text import Text

GEOMETRY = "geometry"
"""The column that has the point of a feature, as `latitude,longitude`."""

_MAX_DEPTH = 4


def read_geojson(data: bytes) -> Table:
    """Read a collection of features; properties within properties are named with dots between them.

    WrongUsage where it is none; what is wrong with one feature of it is a slip.
    """
    features = _features(data)
    headings: dict[str, tuple[int, Cell]] = {}
    rows: list[Row] = []
    slips: list[Slip] = []
    for number, feature in enumerate(features, 1):
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            slips.append(Slip(number, None, Text("här ska stå ett objekt (Feature)", "a feature belongs here")))
            continue
        point = _point(feature.get("geometry"))
        if point is None:
            slips.append(
                Slip(number, cell("", GEOMETRY), Text("läget är ingen punkt", "the geometry is no point"), _POINT)
            )
        texts = [(name, text) for name, text in _texts(feature.get("properties"), "", 0) if text]
        texts += [(GEOMETRY, point)] if point else []
        if len(texts) > MAX_COLUMNS:
            message = Text(f"fler än {MAX_COLUMNS} egenskaper", f"more than {MAX_COLUMNS} properties")
            slips.append(Slip(number, None, message))
            continue
        cells = {name: cell(text, name) for name, text in texts}
        slips += [slip for one in cells.values() for slip in slips_of(number, one)]
        for one in cells.values():
            headings.setdefault(one.heading, (number, cell(one.heading, one.heading)))
        rows.append(Row(number, cells))
    return Table(Unit.FEATURE, tuple(headings.values()), tuple(rows), tuple(slips))


_NO_POINT = Text("läget är ingen punkt", "the geometry is no point")
_POINT = Text("ge en punkt: longitud först, sedan latitud", "give a point: longitude first, then latitude")


def _features(data: bytes) -> Sequence[object]:
    try:
        content = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_unrepeated, parse_constant=_refused, parse_int=_number
        )
    except (ValueError, RecursionError) as error:
        said = Text(str(error), str(error)) if isinstance(error, _Repeated) else None
        raise WrongUsage(Text("filen går inte att läsa som JSON", "the file cannot be read as JSON"), said) from None
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or content.get("type") != "FeatureCollection":
        raise WrongUsage(
            Text("filen är ingen GeoJSON med flera objekt", "the file is no collection of features in GeoJSON"),
            Text('den ska börja {"type": "FeatureCollection"', 'it should begin {"type": "FeatureCollection"'),
        )
    if len(features) > MAX_ROWS:
        raise WrongUsage(Text(f"filen har fler än {MAX_ROWS} objekt", f"the file has more than {MAX_ROWS} features"))
    return features


class _Repeated(ValueError):
    """A key that is there twice."""


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Repeated(next(name for name in names if names.count(name) > 1) + " × 2")
    return found


def _refused(name: str) -> object:
    raise ValueError(name)  # NaN and Infinity, which JSON does not have


def _number(digits: str) -> object:
    return int(digits) if len(digits) < 20 else float(digits)


def _point(geometry: object) -> str | None:
    """`latitude,longitude`; nothing where there is no geometry, `None` for one that is no point."""
    if geometry is None:
        return ""
    if not isinstance(geometry, Mapping) or geometry.get("type") != "Point":
        return None
    match geometry.get("coordinates"):
        case [int() | float() as longitude, int() | float() as latitude, *_] if not isinstance(longitude, bool):
            return f"{latitude},{longitude}"
        case _:
            return None


def _texts(value: object, name: str, depth: int) -> Iterator[tuple[str, str]]:
    """Each property with its text."""
    match value:
        case None:
            return
        case Mapping() if depth < _MAX_DEPTH:
            for key, below in value.items():
                yield from _texts(below, f"{name}.{key}" if name else str(key), depth + 1)
        case bool():
            yield name, "true" if value else "false"
        case str() | int() | float():
            yield name, str(value)
        case list():
            parts = [str(one) for one in value if isinstance(one, str | int | float)]
            yield name, ", ".join(parts)
        case _:
            return
