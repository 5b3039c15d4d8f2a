"""`offices.parquet` read by Apache Spark, as by those whose analysis outgrows one machine; `make long` installs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sscctl.publishing.geoparquet import PATH
from sscctl.publishing.press import make
from tests.builders import office
from tests.publishing.editions import of_offices, tree
from tests.publishing.real import real_edition
from tests.publishing.test_contract import EVERYTHING
from tests.publishing.test_hostile_strings import HOSTILE, everything

_READ = """
import json, sys
from pyspark.sql import SparkSession
settings = {
    "spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.session.timeZone": "Europe/Stockholm", "spark.sql.warehouse.dir": sys.argv[1],
}
session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
session.sparkContext.setLogLevel("OFF")
for line in sys.stdin:
    file, query = json.loads(line)
    session.read.parquet(file).createOrReplaceTempView("offices")
    print(json.dumps([row.asDict(recursive=True) for row in session.sql(query).collect()], default=str), flush=True)
"""


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """A Spark on the loopback that answers queries, a line each; it ends with its standard input."""
    place = tmp_path_factory.mktemp("spark")
    process = subprocess.Popen(
        [sys.executable, "-c", _READ, str(place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=place,
        env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_DIRS": str(place)},
    )
    yield process
    process.communicate()


def asked(spark: subprocess.Popen[str], place: Path, data: bytes, query: str) -> list[dict[str, Any]]:
    """What Spark answers about a file, where `offices` is its table."""
    assert spark.stdin
    assert spark.stdout
    file = place / PATH
    file.write_bytes(data)
    spark.stdin.write(json.dumps([str(file), query]) + "\n")
    spark.stdin.flush()
    rows: list[dict[str, Any]] = json.loads(spark.stdout.readline())
    return rows


def test_every_row_of_the_registry_says_what_its_json_says(spark: subprocess.Popen[str], tmp_path: Path) -> None:
    made = make(real_edition())
    query = """
        SELECT id, status, municipality_code, opening_hours, coalesce(agencies, array()) AS agencies
        FROM offices ORDER BY id
    """
    assert asked(spark, tmp_path, made.data(PATH), query) == [
        {
            "id": record["id"],
            "status": record["status"],
            "municipality_code": record["municipality"]["code"],
            "opening_hours": record.get("hours", {}).get("osm"),
            "agencies": [one["id"] for one in record.get("agencies", ())],
        }
        for record in tree(made, "offices.json")["offices"]
    ]


def test_dates_hours_and_places_have_types(spark: subprocess.Popen[str], tmp_path: Path) -> None:
    data = make(of_offices(office(**EVERYTHING))).data(PATH)
    query = """
        SELECT opened_latest + INTERVAL 1 DAY AS day, mon, sat, weekly_minutes / 60 AS hours, bbox.ymin FROM offices
    """
    assert asked(spark, tmp_path, data, query) == [
        {
            "day": str(date(2021, 11, 2)),
            "mon": [{"opens": 600, "closes": 960}],
            "sat": None,
            "hours": 30.0,
            "ymin": 59.342157,
        }
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_comes_back(spark: subprocess.Popen[str], tmp_path: Path, text: str) -> None:
    data = make(of_offices(everything(text))).data(PATH)
    assert asked(spark, tmp_path, data, "SELECT town, street FROM offices") == [{"town": text, "street": text}]
