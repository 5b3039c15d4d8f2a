"""GeoJSON (RFC 7946): a feature for each office, its geometry null where no position is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sscctl.publishing.edition import Artefact, Edition
from sscctl.publishing.office_record import Published, coordinates, in_sweden
from sscctl.publishing.plain import Json, Record, known, page

PATH = "offices.geojson"


def publish(edition: Edition, offices: Sequence[Published]) -> Iterator[Artefact]:
    """Yield `offices.geojson`; longitude stands first (3.1.1), and `meta` is a foreign member (6.1)."""
    features: list[Json] = [_feature(one) for one in offices]
    collection: Record = {"type": "FeatureCollection"}
    points = [point for one in offices if (point := _point(one))]
    if points:
        longitudes, latitudes = zip(*points, strict=True)
        collection["bbox"] = [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]
    collection["meta"] = edition.meta(PATH, "offices.geojson", len(features))
    collection["features"] = features
    yield Artefact(PATH, "application/geo+json", page(collection))


def _point(one: Published) -> tuple[float, float] | None:
    position = one.address.position if one.address else None
    if position is None or not in_sweden(position):
        return None
    latitude, longitude = coordinates(position)
    return longitude, latitude


def _feature(one: Published) -> Record:
    office, address, record = one.office, one.address, one.record
    point = _point(one)
    properties = known(
        name=office.name,
        status=one.status,
        type_=office.kind,
        town=office.town,
        municipality=record["municipality"],
        county=record["county"],
        streetAddress=address.street if address else None,
        postalCode=address.postcode if address else None,
        addressLocality=address.post_town if address else None,
        precision=address.position.precision if point and address and address.position else None,
        telephone=office.contact.phone.number if office.contact.phone else None,
        url=office.contact.web,
        uri=record.get("uri"),
    )
    # Null is the word of the standard for a feature without a place (3.2); elsewhere the unknown is left out.
    geometry: Record | None = {"type": "Point", "coordinates": [*point]} if point else None
    return {"type": "Feature", "id": office.id, "geometry": geometry, "properties": properties}
