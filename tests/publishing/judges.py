"""Judges of published files that others have made; each says what it objects to."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from csvw import CSVW, TableGroup
from csvw.frictionless import DataPackage

from tests.process import CHECKOUT
from tests.typescript import NODE, objections_of_types

_CHECK_GEOJSON = """
import { createInterface } from "node:readline";
const { check } = await import("@placemarkio/check-geojson");
for await (const line of createInterface({ input: process.stdin })) {
  try { check(JSON.parse(line)); console.log("[]"); }
  catch (error) { console.log(JSON.stringify((error.issues ?? [error]).map((issue) => issue.message))); }
}
"""


def by_check_geojson(text: str) -> list[str]:
    """What Placemark's check-geojson says of a file by RFC 7946."""
    done = subprocess.run(
        [str(NODE), "--input-type=module", "--eval", _CHECK_GEOJSON],
        input=json.dumps(text) + "\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=CHECKOUT / "tests/npm",
    )
    said: list[str] = json.loads(done.stdout)
    return said


def by_schema_org_types(text: str, folder: Path) -> str:
    """What the types say that Google generates from schema.org's vocabulary; they know plain texts alone."""
    told = json.dumps(_without_languages(json.loads(text)))
    return objections_of_types(told, folder, "{ Graph } from 'schema-dts'", "Graph")


def _without_languages(value: Any) -> Any:  # noqa: ANN401  JSON
    if isinstance(value, dict):
        return value["@value"] if "@value" in value else {key: _without_languages(one) for key, one in value.items()}
    return [_without_languages(one) for one in value] if isinstance(value, list) else value


def by_json_feed_types(text: str, folder: Path) -> str:
    """What the types of JSON Feed 1.1 say; extensions, whose names begin with `_`, are free (jsonfeed.org)."""
    told = json.dumps(json.loads(text, object_pairs_hook=_without_extensions))
    return objections_of_types(told, folder, "Feed from '@json-feed-types/1_1'", "Feed", "es2022")


def _without_extensions(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {key: value for key, value in pairs if not key.startswith("_")}


def by_csvw(path: Path) -> list[str]:
    """What csvw says of a table and the description that lies beside it (the W3C's CSV on the Web)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            read = CSVW(str(path), validate=True)
            return [] if read.is_valid else [*(str(one.message) for one in read.warnings), "not valid"]
        except ValueError as problem:
            return [str(problem)]


def by_csvw_as_package(path: Path) -> list[str]:
    """What csvw says of a Tabular Data Package: of every cell's datatype, every key and every reference."""
    package = json.loads(path.read_text("utf-8"))
    package["resources"] = [{**one, "scheme": "file"} for one in package["resources"]]  # csvw reads local ones alone
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it takes a constraint for a property of the datatype, and wonders
        group = DataPackage(package, directory=path.parent).to_tablegroup(TableGroup)
        assert len(group.tables) == len(package["resources"])
        return [
            *(said for table in group.tables for said in _breaches(partial(_rows, table))),
            *_breaches(group.check_referential_integrity),
        ]


def _rows(table: Any) -> object:  # noqa: ANN401  csvw has no types
    return list(table.iterdicts(strict=True))


def _breaches(reading: Callable[[], object]) -> Iterator[str]:
    try:
        reading()
    except ValueError as problem:
        yield str(problem)


def by_geoparquet_validator(path: Path) -> list[str]:
    """Which of OGC's abstract tests of GeoParquet a file fails; that it is laid out for huge ones is not asked."""
    done = subprocess.run(
        [sys.executable, "-c", _GEOPARQUET, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    report: Mapping[str, Any] = json.loads(done.stdout)
    return [
        f"{one['id']}: {one['message']}"
        for one in report["outcomes"]
        if one["status"] == "fail" and "/distribution/" not in one["id"]
    ]


_GEOPARQUET = "import json, sys, geoparquet_validator; print(json.dumps(geoparquet_validator.check(sys.argv[1])))"
