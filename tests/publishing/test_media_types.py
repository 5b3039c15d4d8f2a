"""What the manifest says each file is, by the names that IANA keeps."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from sscctl.publishing.press import Print, make
from tests.publishing.editions import edition, tree

BASE = "https://exempel.se/data"

BY_ENDING = {
    ".json": "application/json",
    ".schema.json": "application/schema+json",
    ".csv-metadata.json": "application/csvm+json",
    ".geojson": "application/geo+json",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv; charset=utf-8; header=present",
    ".ics": "text/calendar; charset=utf-8; component=VEVENT",
    ".rdf": "application/rdf+xml",
    ".sqlite": "application/vnd.sqlite3",
    ".parquet": "application/vnd.apache.parquet",
    ".atom": "application/atom+xml",
    ".yaml": "application/yaml",
}
"""RFC 8259, 8288, 7946, 7111, 5545, 4287, 9512; the W3C's for JSON-LD, RDF/XML and CSV on the Web."""
FEED = "application/feed+json"


@pytest.fixture(scope="module")
def printed() -> Print:
    return make(edition(base_url=BASE))


def expected(path: str) -> str:
    endings = PurePath(path).suffixes
    return FEED if path == "changes.json" else BY_ENDING.get("".join(endings[-2:]), BY_ENDING.get(endings[-1], "?"))


def test_every_file_is_told_by_its_media_type(printed: Print) -> None:
    files = tree(printed, "manifest.json")["files"]
    told = {file["path"]: file["mediaType"] for file in files}
    assert {path: kind.partition(";")[0] for path, kind in told.items()} == {
        path: expected(path).partition(";")[0] for path in told
    }
    for path, kind in told.items():
        if path.endswith((".csv", ".ics")):
            assert kind == expected(path)


@pytest.mark.parametrize(
    ("path", "start"),
    [
        ("registry.sqlite", b"SQLite format 3\0"),
        ("offices.parquet", b"PAR1"),
        ("hours/exempelstad-torget.ics", b"BEGIN:VCALENDAR\r\n"),
        ("catalog.rdf", b'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF '),
        ("offices-spreadsheet.csv", b"\xef\xbb\xbf"),
    ],
    ids=str,
)
def test_and_begins_as_such_files_do(printed: Print, path: str, start: bytes) -> None:
    assert printed.data(path).startswith(start)


def test_the_description_of_the_interface_is_as_the_profile_asks(printed: Print) -> None:
    """REST API-profil (DIGG): name, version, day of release, documentation and status."""
    told = tree(printed, "api-info.json")
    assert {name: told[name] for name in told if name != "meta"} == {
        "apiName": "Exempelregistret",
        "apiVersion": told["meta"]["schemaVersion"],
        "apiReleased": "2026-11-23",
        "apiDocumentation": f"{BASE}/v1/openapi.yaml",
        "apiStatus": "active",
    }
