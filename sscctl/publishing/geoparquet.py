"""Offices as GeoParquet 1.1 (geoparquet.org), for analysis beside much else: typed columns, points as WKB."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Iterator, Mapping, Sequence

from sscctl.domain.event import Status
from sscctl.domain.hours import WEEKDAYS, Schedule
from sscctl.domain.partial_date import PartialDate
from sscctl.errors import Integrity
from sscctl.publishing.edition import SCHEMA_VERSION, Artefact, Edition
from sscctl.publishing.life import ending, opened
from sscctl.publishing.office_record import Published, coordinates, in_sweden, verified
from sscctl.publishing.plain import Record, dumps, known
from sscctl.text import Text

PATH = "offices.parquet"
MEDIA_TYPE = "application/vnd.apache.parquet"

_TEXTS = (
    *("id", "name", "status", "type", "town", "municipality_code", "municipality", "county_code", "county", "street"),
    *("postcode", "post_town", "precision", "telephone", "email", "url", "opened", "closed", "opening_hours"),
)
_DATES = ("opened_earliest", "opened_latest", "closed_earliest", "closed_latest", "last_day", "updated")
_LISTS = ("agencies", "successors")
_DAYS = [day.value for day in WEEKDAYS]
_CORNERS = ("xmin", "ymin", "xmax", "ymax")

Row = dict[str, object]


def publish(edition: Edition, offices: Sequence[Published]) -> Iterator[Artefact]:
    """Yield `offices.parquet`: a row an office by id; null is unknown, and an empty list of hours is closed."""
    from pyarrow import Table, binary, bool_, date32, field, float64, int32, list_, schema, string  # noqa: PLC0415
    from pyarrow import struct as struct_of  # noqa: PLC0415  200 ms: only who publishes pays
    from pyarrow.parquet import write_table  # noqa: PLC0415

    hours = list_(struct_of([field("opens", int32()), field("closes", int32())]))
    told = schema(
        [
            *(field(name, string(), nullable=name not in {"id", "name", "status", "type"}) for name in _TEXTS),
            *(field(name, date32()) for name in _DATES),
            *(field(name, list_(string())) for name in _LISTS),
            field("weekly_minutes", int32()),
            *(field(day, hours) for day in _DAYS),
            field("facilities", list_(struct_of([field("code", string()), field("value", bool_())]))),
            field("bbox", struct_of([field(corner, float64()) for corner in _CORNERS])),
            field("geometry", binary()),
        ]
    )
    rows = [_row(one, edition) for one in offices]
    metadata = {"geo": json.dumps(_geo(rows)), "sscctl": dumps(_about(edition))}
    table = Table.from_pylist(rows, schema=told.with_metadata(metadata))
    file = io.BytesIO()
    write_table(table, file, compression="zstd", version="2.6")
    yield Artefact(PATH, MEDIA_TYPE, file.getvalue())


def _row(one: Published, edition: Edition) -> Row:
    office, address = one.office, one.address
    place, county = edition.reference.municipality(office.municipality), edition.reference.county(office.county)
    position = address.position if address and in_sweden(address.position) else None
    schedule = office.hours.schedule_on(edition.day) if one.status is Status.OPEN else None
    end, hours = ending(office, edition.day), one.record.get("hours")
    latitude, longitude = coordinates(position) if position else (None, None)
    return {
        "id": office.id,
        "name": office.full_name,
        "status": one.status.value,
        "type": office.kind.value,
        "town": office.town,
        "municipality_code": office.municipality,
        "municipality": place.name if place else None,
        "county_code": office.county,
        "county": county.name if county else None,
        "street": address.street if address else None,
        "postcode": address.postcode if address else None,
        "post_town": address.post_town if address else None,
        "precision": position.precision.value if position else None,
        "telephone": office.contact.phone.number if office.contact.phone else None,
        "email": office.contact.email,
        "url": office.contact.web,
        "opening_hours": hours.get("osm") if isinstance(hours, dict) else None,
        **_dates("opened", opened(office)),
        **_dates("closed", end.on if end else None),
        "last_day": end.last_day if end else None,
        "updated": verified(office),
        "agencies": [part.agency for part in edition.registry.context.taking_part(office, edition.day)]
        if one.status is not Status.UNKNOWN
        else None,
        "successors": [*end.successors] if end else None,
        "weekly_minutes": schedule.weekly_minutes if schedule else None,
        **_week(schedule),
        "facilities": [{"code": code, "value": there} for code, there in office.facilities.items()] or None,
        "bbox": dict(zip(_CORNERS, (longitude, latitude) * 2, strict=True)) if position else None,
        "geometry": None if latitude is None else struct.pack("<BIdd", 1, 1, longitude, latitude),
    }


def _dates(name: str, on: PartialDate | None) -> Row:
    """The date as its source puts it, and the days it can be."""
    return {
        name: on.text if on else None,
        f"{name}_earliest": on.first if on and on.has_start else None,
        f"{name}_latest": on.last if on else None,
    }


def _week(schedule: Schedule | None) -> Row:
    """The ordinary week that holds, in minutes after midnight; null where it does not hold every week."""
    weekly = schedule.weekly if schedule and schedule.weeks is None else {}
    spans = {day: weekly.get(day) for day in WEEKDAYS}
    return {
        day.value: None if found is None else [{"opens": span.start, "closes": span.end} for span in found]
        for day, found in spans.items()
    }


def _geo(rows: Sequence[Row]) -> Record:
    """The metadata that makes it GeoParquet; without `crs` it is WGS 84 with longitude first (OGC:CRS84)."""
    boxes = [box for row in rows if isinstance(box := row["bbox"], dict)]
    ends = (min, min, max, max)
    column = known(
        encoding="WKB",
        geometry_types=["Point"] if boxes else [],
        bbox=[end(box[corner] for box in boxes) for corner, end in zip(_CORNERS, ends, strict=True)] if boxes else None,
        covering={"bbox": {corner: ["bbox", corner] for corner in _CORNERS}},
    )
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


def _about(edition: Edition) -> Record:
    """What `meta` says in the JSON files."""
    return known(
        schemaVersion=SCHEMA_VERSION,
        dataVersion=edition.revision,
        generatedAt=edition.generated_at,
        validAt=edition.day.isoformat(),
        license=edition.settings.licence,
        publisher=edition.publisher_name,
        attribution=[credit.text for credit in edition.settings.attributions],
    )


def column_types(data: bytes) -> Mapping[str, str]:
    """The type of each column of a Parquet file, and whether every row has a value; Integrity for what is none."""
    from pyarrow import ArrowException  # noqa: PLC0415  200 ms, as above
    from pyarrow.parquet import read_schema  # noqa: PLC0415

    try:
        return {one.name: f"{one.type}{'' if one.nullable else ' not null'}" for one in read_schema(io.BytesIO(data))}
    except ArrowException as problem:
        raise Integrity(Text(f"{PATH} är skadad", f"{PATH} is damaged")) from problem
