"""What breaks the readers of an edition is found, on schemas and on data, and weighed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from sscctl.errors import Integrity
from sscctl.publishing.contract.check import check
from sscctl.publishing.contract.difference import Weight, version_for
from sscctl.publishing.contract.schema_shapes import compare_schemas
from sscctl.publishing.press import make
from sscctl.publishing.published import Listed, Published, of_print
from tests.publishing.editions import edition

Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def base() -> Published:
    return of_print(make(edition(base_url="https://exempel.se/data")))


def with_files(one: Published, changes: Mapping[str, bytes | None]) -> Published:
    """The same edition with some files other than they are, and listed so."""
    files = {path: entry for path, entry in one.files.items() if changes.get(path, b"") is not None}
    for path, data in changes.items():
        if data is not None:
            media_type = one.files[path].media_type if path in one.files else "application/json"
            files[path] = Listed(media_type, len(data), hashlib.sha256(data).hexdigest())
    return Published(files, one.meta, lambda path: changes[path] if path in changes else one.read(path))


def with_tree(one: Published, path: str, change: Change) -> Published:
    """The same edition with one of its JSON files changed."""
    tree = json.loads(one.read(path) or b"")
    change(tree)
    return with_files(one, {path: json.dumps(tree).encode()})


def of_record(tree: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = tree["properties"]
    return fields


def test_an_edition_breaks_nobody_who_reads_it(base: Published) -> None:
    verdict = check(base, base)
    assert (verdict.differences, verdict.weight, verdict.needed) == ((), Weight.NONE, verdict.before)
    assert verdict.is_kept


SCHEMA = "schema/office-record.schema.json"
ON_SCHEMAS: list[tuple[str, Change, Weight, str]] = [
    ("a field is gone", lambda tree: of_record(tree).pop("town"), Weight.BREAKING, "the field is gone"),
    (
        "a field comes",
        lambda tree: of_record(tree).update(more={"type": "string"}),
        Weight.ADDITIVE,
        "the field is new",
    ),
    ("a field may be missing", lambda tree: tree["required"].remove("status"), Weight.BREAKING, "can now be missing"),
    ("a field is there always", lambda tree: tree["required"].append("town"), Weight.ADDITIVE, "is now always there"),
    (
        "a type is another",
        lambda tree: of_record(tree)["facilities"]["items"]["properties"]["value"].update(type="string"),
        Weight.BREAKING,
        "the type was boolean and is string",
    ),
    (
        "a type more is allowed",
        lambda tree: of_record(tree)["facilities"].update(type=["array", "null"]),
        Weight.BREAKING,
        "the type was array and is array | null",
    ),
    (
        "a code is gone",
        lambda tree: of_record(tree)["facilities"]["items"]["properties"]["code"]["enum"].remove("guard"),
        Weight.BREAKING,
        'the code "guard" is gone',
    ),
    (
        "a code comes",
        lambda tree: of_record(tree)["facilities"]["items"]["properties"]["code"]["enum"].append("cafe"),
        Weight.ADDITIVE,
        'the code "cafe" is new',
    ),
    (
        "a list may be empty now",
        lambda tree: of_record(tree)["facilities"].pop("minItems"),
        Weight.BREAKING,
        "minItems was 1 and is null",
    ),
    (
        "a list is longer always",
        lambda tree: of_record(tree)["facilities"].update(minItems=2),
        Weight.ADDITIVE,
        "minItems was 1 and is 2",
    ),
    (
        "nothing is said of a list's items",
        lambda tree: of_record(tree)["facilities"].pop("items"),
        Weight.BREAKING,
        "nothing is said any more",
    ),
    (
        "something is said of a field's content",
        lambda tree: of_record(tree)["facilities"].update(propertyNames={"maxLength": 9}),
        Weight.ADDITIVE,
        "something is now said",
    ),
    (
        "words alone",
        lambda tree: tree.update(title="Ett annat namn", description="Och andra ord."),
        Weight.NONE,
        "",
    ),
]


@pytest.mark.parametrize(
    ("change", "weight", "said"), [row[1:] for row in ON_SCHEMAS], ids=[row[0] for row in ON_SCHEMAS]
)
def test_a_schema_promises(base: Published, change: Change, weight: Weight, said: str) -> None:
    verdict = check(base, with_tree(base, SCHEMA, change))
    assert verdict.weight is weight
    assert all(one.weight is weight for one in verdict.differences)
    assert bool(verdict.differences) is (weight is not Weight.NONE)
    assert all(said in one.message.en for one in verdict.differences)


def test_what_schemas_share_is_met_wherever_it_is_used(base: Published) -> None:
    def narrow(tree: dict[str, Any]) -> None:
        tree["$defs"]["status"]["enum"].remove("suspended")

    changed = with_tree(base, "schema/common.schema.json", narrow)
    found = {one.path for one in check(base, changed).differences}
    assert {"schema/office-record.schema.json", "schema/manifest.schema.json"} <= found


ON_DATA: list[tuple[str, str, Change, str, str]] = [
    ("an office is gone", "offices.json", lambda tree: tree["offices"].clear(), "/offices", "1 id is gone"),
    (
        "a municipality has another code",
        "municipalities.json",
        lambda tree: tree["municipalities"][0].update(code="9999"),
        "/municipalities",
        "1 id is gone: 0114",
    ),
    (
        "a point on the map is gone",
        "offices.geojson",
        lambda tree: tree["features"].clear(),
        "/features",
        "1 id is gone: exempelstad-torget",
    ),
    (
        "a column of a table is described as another type",
        "offices.csv-metadata.json",
        lambda tree: tree["tableSchema"]["columns"][3].update(datatype="string"),
        "latitude",
        "the type was decimal and is string",
    ),
    (
        "so is one of a package of tables",
        "hsds/datapackage.json",
        lambda tree: tree["resources"][0]["schema"]["fields"][0].update(format="uri"),
        "organization.id",
        "the type was string uuid and is string uri",
    ),
    (
        "a status that the schema did not know",
        "offices.json",
        lambda tree: tree["offices"][0].update(status="asleep"),
        "/offices/0/status",
        "the earlier edition's schema refuses it",
    ),
    (
        "a field of another type",
        "agencies.json",
        lambda tree: tree["agencies"][0].update(names="Skatteverket"),
        "/agencies/0/names",
        "the earlier edition's schema refuses it",
    ),
]


@pytest.mark.parametrize(
    ("path", "change", "place", "said"), [row[1:] for row in ON_DATA], ids=[row[0] for row in ON_DATA]
)
def test_the_data_keep_what_was_promised(base: Published, path: str, change: Change, place: str, said: str) -> None:
    verdict = check(base, with_tree(base, path, change))
    assert (path, place) in {(one.path, one.place) for one in verdict.differences}
    assert any(said in one.message.en for one in verdict.differences)
    assert not verdict.is_kept


def test_a_file_that_is_gone_or_comes_is_told(base: Published) -> None:
    gone = check(base, with_files(base, {"offices.geojson": None}))
    assert [(one.path, one.message.en) for one in gone.differences] == [("offices.geojson", "the file is gone")]
    assert check(base, with_files(base, {"more.json": b"{}"})).weight is Weight.ADDITIVE


def test_what_a_portal_knows_by_name_keeps_its_name(base: Published) -> None:
    data = (base.read("catalog.rdf") or b"").replace(b"#dataset", b"#data")
    [found] = check(base, with_files(base, {"catalog.rdf": data})).differences
    assert found.message.en == "1 id is gone: https://exempel.se/data/v1/catalog.rdf#dataset"


@pytest.mark.parametrize("path", ["registry.sqlite", "offices.parquet", "offices.json"])
def test_what_cannot_be_read_is_damaged(base: Published, path: str) -> None:
    with pytest.raises(Integrity):
        check(base, with_files(base, {path: b"{"}))


def test_an_edition_that_moves_breaks_its_readers(base: Published) -> None:
    moved = of_print(make(edition(base_url="https://annan.se/data")))
    assert any(one.place == "/meta/links/self" for one in check(base, moved).differences)


def test_what_breaks_is_allowed_under_a_new_major_version(base: Published) -> None:
    gone = with_files(base, {"offices.geojson": None})
    new = Published(gone.files, {**gone.meta, "schemaVersion": "2.0.0"}, gone.read)
    assert check(base, new).is_kept


@pytest.mark.parametrize(
    ("weight", "version"), [(Weight.BREAKING, "2.0.0"), (Weight.ADDITIVE, "1.3.0"), (Weight.NONE, "1.2.3")]
)
def test_the_version_that_is_needed(weight: Weight, version: str) -> None:
    assert version_for("1.2.3", weight) == version


def test_a_damaged_edition_is_no_ground_to_stand_on(base: Published) -> None:
    with pytest.raises(Integrity):
        [*compare_schemas({"a.schema.json": b"[]"}, {})]
