"""The JSON files: offices, each alone and all together, agencies, agreements, decisions and places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sscctl.domain.event import Status
from sscctl.domain.place import Municipality
from sscctl.publishing.bodies import agency_record, agreement_record, decision_record
from sscctl.publishing.coming_list import coming_list
from sscctl.publishing.edition import RELEASED, SCHEMA_VERSION, Artefact, Edition
from sscctl.publishing.former_ids import by_id, former_ids
from sscctl.publishing.life import ending
from sscctl.publishing.office_record import Published
from sscctl.publishing.plain import Json, Record, known, name_in, page, partial, texts

MEDIA_TYPE = "application/json"


def publish(edition: Edition, offices: Sequence[Published]) -> Iterator[Artefact]:
    """Yield every JSON file but the manifest."""
    yield _list(edition, "offices", [one.record for one in offices], tombstones=[*_tombstones(edition, offices)])
    for ident, one in by_id(offices):
        path = f"offices/{ident}.json"
        yield Artefact(path, MEDIA_TYPE, page({"meta": edition.meta(path, "office", 1), "office": one.record}))
    context = edition.registry.context
    yield _list(edition, "agencies", [agency_record(agency) for _, agency in sorted(context.agencies.items())])
    yield _list(edition, "agreements", [agreement_record(one) for _, one in sorted(context.agreements.items())])
    yield _list(edition, "decisions", [decision_record(one) for _, one in sorted(context.decisions.items())])
    yield _api_info(edition)
    yield _list(edition, "upcoming", [*coming_list(edition)])
    yield _list(edition, "municipalities", [*_municipalities(edition, offices)], counties=[*_counties(edition)])


def _api_info(edition: Edition) -> Artefact:
    """What the Swedish REST API profile asks every interface to tell of itself."""
    path = "api-info.json"
    told = known(
        meta=edition.meta(path, "api-info", 1),
        apiName=edition.settings.title.sv,
        apiVersion=SCHEMA_VERSION,
        apiReleased=RELEASED,
        apiDocumentation=edition.link(path, "openapi.yaml"),
        apiStatus="active",
    )
    return Artefact(path, MEDIA_TYPE, page(told))


def _list(edition: Edition, name: str, records: Sequence[Record], **more: list[Json]) -> Artefact:
    meta = edition.meta(f"{name}.json", name, len(records))
    return Artefact(f"{name}.json", MEDIA_TYPE, page({"meta": meta, name: [*records], **more}))


def _tombstones(edition: Edition, offices: Sequence[Published]) -> Iterator[Json]:
    """Those that are closed, cancelled or called something else now, for readers who keep only the others."""
    for former, one in former_ids(offices):
        names = name_in(one.office.full_name, None)
        yield known(id=former, names=names, reason="renamed", successors=[one.office.id])
    for one in offices:
        end = ending(one.office, edition.day)
        if end is not None:
            yield known(
                id=one.office.id,
                names=name_in(one.office.full_name, None),
                reason=end.status,
                closedOn=partial(end.on),
                successors=texts(end.successors),
            )


def _municipalities(edition: Edition, offices: Sequence[Published]) -> Iterator[Record]:
    """Every municipality, with the offices that lie in it: all there ever were, and those that are open."""
    there: dict[str, list[str]] = {}
    still: dict[str, list[str]] = {}
    for one in offices:
        there.setdefault(one.office.municipality, []).append(one.office.id)
        if one.status is Status.OPEN:
            still.setdefault(one.office.municipality, []).append(one.office.id)
    for code, place in sorted(edition.reference.municipalities.items()):
        yield known(
            code=code,
            name=place.name,
            county=_county_of(edition, place),
            seat=known(name=place.seat_name, latitude=place.seat.latitude, longitude=place.seat.longitude),
            population=place.population,
            populationYear=place.population_year,
            offices=texts(there.get(code, ())) or [],
            openOffices=texts(still.get(code, ())) or [],
        )


def _county_of(edition: Edition, place: Municipality) -> Record:
    county = edition.reference.county(place.county)
    return known(code=place.county, name=county.name if county else None)


def _counties(edition: Edition) -> Iterator[Json]:
    for code, county in sorted(edition.reference.counties.items()):
        yield known(
            code=code,
            name=county.name,
            isoCode=county.iso_code,
            population=county.population,
            populationYear=county.population_year,
        )


def counts(edition: Edition, offices: Sequence[Published]) -> Mapping[str, Json]:
    """How many there are of each thing, and of offices with each status."""
    context = edition.registry.context
    by_status: Record = {
        status.value: number for status in Status if (number := sum(1 for one in offices if one.status is status))
    }
    return known(
        offices=len(offices),
        officesByStatus=by_status,
        agencies=len(context.agencies),
        agreements=len(context.agreements),
        municipalities=len(edition.reference.municipalities),
    )
