"""The description of the published files as an interface: OpenAPI 3.1, with every schema inside it.

Written as JSON, which YAML 1.2 takes in whole, so that any reader of either can open it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from sscctl.publishing.edition import SCHEMA_VERSION, TREE, Artefact, Edition
from sscctl.publishing.plain import Json, Record, known, page
from sscctl.text import Text

PATH = "openapi.yaml"
_SCHEMAS = "schema/"
_SUFFIX = ".schema.json"
_OF_ONE = re.compile(r"(offices|hours)/[a-z0-9-]+\.")

_SUMMARIES: Mapping[str, Text] = {
    "agencies.json": Text("Myndigheter och deras tjänster", "Agencies and their services"),
    "agreements.json": Text("Avtal som samverkan vilar på", "The agreements that participation rests on"),
    "api-info.json": Text("Gränssnittet i korthet", "The interface in short"),
    "catalog.rdf": Text("Beskrivning för dataportaler (DCAT-AP-SE)", "A description for data portals (DCAT-AP-SE)"),
    "changes.atom": Text("Ändringar, som Atom", "Changes, as Atom"),
    "changes.json": Text("Ändringar, som JSON Feed", "Changes, as JSON Feed"),
    "decisions.json": Text("Beslut som kontor och avtal vilar på", "The decisions that offices and agreements rest on"),
    "hours/{id}.ics": Text("Ett kontors öppettider som kalender", "An office's hours as a calendar"),
    "hsds/datapackage.json": Text("Tabellerna i HSDS 3.0", "The tables of HSDS 3.0"),
    "manifest.json": Text("Alla filer med kontrollsummor", "Every file with its hash"),
    "municipalities.json": Text("Kommuner och län med sina kontor", "Municipalities and counties with their offices"),
    "offices-spreadsheet.csv": Text("Alla kontor för kalkylprogram", "All offices for spreadsheets"),
    "offices.csv-metadata.json": Text("Kolumnerna i offices.csv", "The columns of offices.csv"),
    "offices.csv": Text("Alla kontor, en rad per kontor", "All offices, one row each"),
    "offices.geojson": Text("Kontor på kartan", "Offices on the map"),
    "offices.json": Text("Alla kontor som finns och har funnits", "Every office that is or was"),
    "offices.jsonld": Text("Alla kontor med ord ur schema.org", "All offices in the words of schema.org"),
    "offices.parquet": Text("Alla kontor som GeoParquet", "All offices as GeoParquet"),
    "offices/{id}.json": Text("Ett kontor", "One office"),
    "offices/{id}.jsonld": Text("Ett kontor med ord ur schema.org", "One office in the words of schema.org"),
    "registry.sqlite": Text("Registret som databas", "The registry as a database"),
    "upcoming.json": Text("Vad som ändras framöver", "What changes from now on"),
}

_DESCRIPTION = Text(
    "Filer som hämtas med GET; inget behöver anges och inget sparas om den som frågar. Klockslag är svensk tid,"
    " tidpunkter UTC. `[]` betyder stängt, ett fält som saknas är okänt: det som ingen källa säger finns inte här."
    " Fält kan komma till; inget tas bort inom version 1.",
    "Files to be fetched with GET; nothing need be given and nothing is kept of who asks. Times of day are Swedish"
    " time, instants are UTC. `[]` is closed, a field that is missing is unknown: what no source says is not here."
    " Fields may be added; none is taken away within version 1.",
)
_ID = known(
    name="id",
    **{"in": "path"},
    required=True,
    description="Kontorets id. / The office's id.",
    schema={"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60},
)


def describe(edition: Edition, artefacts: Iterable[Artefact]) -> Artefact:
    """Describe these files, and the manifest that will list them; files of one kind are one path."""
    files = {_path(one.path): one for one in artefacts}
    schemas = {path.removeprefix(_SCHEMAS): one.data for path, one in files.items() if path.startswith(_SCHEMAS)}
    described: Record = {
        f"/{path}": _operation(path, one.media_type, {*schemas})
        for path, one in sorted(files.items())
        if not path.startswith(_SCHEMAS)
    }
    described["/manifest.json"] = _operation("manifest.json", "application/json", {*schemas})
    return Artefact(PATH, "application/yaml", page(_whole(edition, described, schemas)))


def _whole(edition: Edition, paths: Record, schemas: Mapping[str, bytes]) -> Record:
    title = edition.settings.title
    return known(
        openapi="3.1.0",
        info=known(
            title=f"{title.sv} / {title.en}",
            version=SCHEMA_VERSION,
            summary="Öppna data som filer. / Open data as files.",
            description=f"{_DESCRIPTION.sv}\n\n{_DESCRIPTION.en}",
            license=known(name=licence_name(edition.settings.licence), url=edition.settings.licence),
            contact=_contact(edition),
        ),
        jsonSchemaDialect="https://json-schema.org/draft/2020-12/schema",
        servers=[known(url=f"{edition.base_url}/{TREE}" if edition.base_url else "./")],
        paths=paths,
        components=known(schemas={name.removesuffix(_SUFFIX): _inside(name, data) for name, data in schemas.items()}),
    )


def _contact(edition: Edition) -> Record:
    agency = edition.registry.context.agencies.get(edition.settings.publisher)
    return known(
        name=edition.publisher_name,
        url=agency.web if agency else None,
        email=agency.email if agency else None,
    )


def _summary(path: str) -> Text:
    if path.startswith("hsds/") and path not in _SUMMARIES:
        table = path.removeprefix("hsds/").partition(".")[0]
        return Text(f"Tabellen {table} i HSDS 3.0", f"The table {table} of HSDS 3.0")
    return _SUMMARIES.get(path, Text(path, path))


def _operation(path: str, media_type: str, schemas: set[str]) -> Json:
    of_one = "{id}" in path
    bare = media_type.partition(";")[0]
    name = "office" if path == "offices/{id}.json" else path.removesuffix(".json")
    content: Record = {}
    if f"{name}{_SUFFIX}" in schemas and bare in ("application/json", "application/geo+json"):
        content = {"schema": {"$ref": f"#/components/schemas/{name}"}}
    summary = _summary(path)
    responses: Record = {"200": {"description": "Filen. / The file.", "content": {bare: content}}}
    if of_one:
        responses["404"] = {"description": "Inget kontor har det id:t. / No office has that id."}
    return {
        "get": known(
            operationId=re.sub("[^a-zA-Z0-9]+", "_", path).strip("_"),
            summary=f"{summary.sv} / {summary.en}",
            tags=[path.partition("/")[0].partition(".")[0]],
            parameters=[_ID] if of_one else None,
            responses=responses,
        )
    }


def _path(path: str) -> str:
    return _OF_ONE.sub(r"\1/{id}.", path)


def _inside(name: str, data: bytes) -> Json:
    """A schema as a part of the description: what it refers to is found there too."""
    tree = json.loads(data)
    return {key: _turned(name, value) for key, value in tree.items() if key not in ("$schema", "$id")}


def _turned(name: str, value: Json) -> Json:
    if isinstance(value, list):
        return [_turned(name, item) for item in value]
    if not isinstance(value, dict):
        return value
    turned: Record = {}
    for key, inner in value.items():
        if key == "$ref" and isinstance(inner, str):
            file, _, pointer = inner.partition("#")
            turned[key] = f"#/components/schemas/{(file or name).removesuffix(_SUFFIX)}{pointer}"
        else:
            turned[key] = _turned(name, inner)
    return turned


def licence_name(address: str) -> str:
    """What the licence at an address is called; the address itself where it is another one."""
    return "CC0 1.0" if "publicdomain/zero/1.0" in address else address
