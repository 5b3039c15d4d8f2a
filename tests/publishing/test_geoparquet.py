"""`offices.parquet` by GeoParquet 1.1, read by DuckDB."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pyarrow.parquet import ParquetFile

from sscctl.domain.office import Office
from sscctl.publishing.geoparquet import PATH
from sscctl.publishing.press import make
from tests.builders import office, week
from tests.publishing.editions import Tree, of_offices, tree
from tests.publishing.real import real_edition
from tests.publishing.test_contract import EVERYTHING
from tests.publishing.test_geojson import KIRUNA, NOWHERE, STOCKHOLM
from tests.publishing.test_hostile_strings import HOSTILE, everything


def asked(place: Path, data: bytes, query: str) -> list[tuple[Any, ...]]:
    """What DuckDB answers; `{}` in the query is the file."""
    file = place / PATH
    file.write_bytes(data)
    with duckdb.connect() as connection:
        return connection.execute(query.format(f"read_parquet('{file}')")).fetchall()


def geo(data: bytes) -> Tree:
    read: Tree = json.loads(ParquetFile(BytesIO(data)).metadata.metadata[b"geo"])
    return read


def printed(*offices: Office) -> bytes:
    return make(of_offices(*offices)).data(PATH)


def test_columns_have_types(tmp_path: Path) -> None:
    described = asked(tmp_path, printed(office(**EVERYTHING)), "DESCRIBE SELECT * FROM {}")
    types = {name: kind for name, kind, *_ in described}
    span = "STRUCT(opens INTEGER, closes INTEGER)[]"
    expected = {
        "id": "VARCHAR",
        "municipality_code": "VARCHAR",
        "opened_earliest": "DATE",
        "updated": "DATE",
        "agencies": "VARCHAR[]",
        "weekly_minutes": "INTEGER",
        "mon": span,
        "sun": span,
        "bbox": "STRUCT(xmin DOUBLE, ymin DOUBLE, xmax DOUBLE, ymax DOUBLE)",
    }
    assert {name: types[name] for name in expected} == expected
    assert types["geometry"] in {"BLOB", "GEOMETRY", "GEOMETRY('OGC:CRS84')"}


def test_an_office_is_a_row(tmp_path: Path) -> None:
    query = "SELECT id, municipality_code, street, opened_latest, updated, mon, sat, len(agencies), facilities FROM {}"
    (row,) = asked(tmp_path, printed(office(**EVERYTHING)), query)
    assert row == (
        "exempelstad-torget",
        "0180",
        "Exempelgatan 1",
        date(2021, 11, 1),
        date(2026, 10, 1),
        [{"opens": 600, "closes": 960}],
        None,
        5,
        [{"code": "wheelchair", "value": True}, {"code": "guard", "value": False}],
    )


def test_closed_is_an_empty_list_and_unknown_is_null(tmp_path: Path) -> None:
    hours = [{"valid_from": "2023", "weekly": week("?", "closed")}]
    assert asked(tmp_path, printed(office(opening_hours=hours)), "SELECT mon, tue, weekly_minutes FROM {}") == [
        (None, [], None)
    ]


class TestGeometry:
    """The rules of geoparquet.org/releases/v1.1.0: `geo` in the file's metadata, and what stands in it."""

    data = printed(STOCKHOLM, KIRUNA, NOWHERE)

    def test_the_metadata_say_what_the_standard_asks(self) -> None:
        told = geo(self.data)
        assert (told["version"], told["primary_column"]) == ("1.1.0", "geometry")
        column = told["columns"]["geometry"]
        assert (column["encoding"], column["geometry_types"]) == ("WKB", ["Point"])
        assert "crs" not in column, "left out it is OGC:CRS84: longitude, latitude"
        assert column["bbox"] == [18.05432, 59.342157, 20.22, 67.85]
        assert column["covering"]["bbox"]["ymax"] == ["bbox", "ymax"]

    def test_points_are_wkb_little_endian_with_longitude_first(self) -> None:
        (found,) = [row for row in rows(self.data) if row["id"] == "a-stockholm"]
        assert struct.unpack("<BIdd", found["geometry"]) == (1, 1, 18.05432, 59.342157)

    def test_without_a_position_there_is_neither_point_nor_box(self) -> None:
        (found,) = [row for row in rows(self.data) if row["id"] == "c-nowhere"]
        assert (found["geometry"], found["bbox"]) == (None, None)
        assert geo(printed(NOWHERE))["columns"]["geometry"]["geometry_types"] == []

    def test_the_box_serves_for_looking_in_a_window(self, tmp_path: Path) -> None:
        assert asked(tmp_path, self.data, "SELECT id FROM {} WHERE bbox.ymin > 66") == [("b-kiruna",)]


def rows(data: bytes) -> Sequence[dict[str, Any]]:
    found: list[dict[str, Any]] = ParquetFile(BytesIO(data)).read().to_pylist()
    return found


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_comes_back(text: str, tmp_path: Path) -> None:
    row = asked(tmp_path, printed(everything(text)), "SELECT town, street, email FROM {}")
    assert row == [(text, text, text)]


def test_the_registry_s_rows_say_what_its_json_says(tmp_path: Path) -> None:
    made = make(real_edition())
    query = "SELECT id, status, municipality_code, street, opening_hours FROM {} ORDER BY id"
    records = tree(made, "offices.json")["offices"]
    assert asked(tmp_path, made.data(PATH), query) == [
        (
            record["id"],
            record["status"],
            record["municipality"]["code"],
            record.get("address", {}).get("visiting", {}).get("streetAddress"),
            record.get("hours", {}).get("osm"),
        )
        for record in records
    ]


def test_it_carries_the_licence() -> None:
    metadata = ParquetFile(BytesIO(printed(office()))).metadata.metadata
    assert json.loads(metadata[b"sscctl"])["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
