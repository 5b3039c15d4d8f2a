"""Formats whose standard others have written a judge for: it finds nothing, and would find something."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from sscctl.publishing.press import Print, make
from tests.builders import office
from tests.publishing import judges
from tests.publishing.editions import files, of_offices
from tests.publishing.real import real_edition
from tests.publishing.test_contract import EVERYTHING
from tests.publishing.test_feeds import news

BASE = "https://exempel.se/data"


@cache
def made_up() -> Print:
    """An office of which all is known, one of which nothing is, and news of both."""
    bare = office(id="b", lifecycle=[], addresses=[], opening_hours=[], contact=None)
    one = of_offices(office(**EVERYTHING), bare, base_url=BASE)
    return make(replace(one, news=(news(), news(subject="b"))))


@cache
def of_the_registry() -> Print:
    return make(real_edition(BASE))


def _geojson(place: Path) -> list[str]:
    return judges.by_check_geojson((place / "offices.geojson").read_text("utf-8"))


def _linked_data(place: Path) -> list[str]:
    """Some offices: the compiler needs a minute for all of them."""
    tree = json.loads((place / "offices.jsonld").read_bytes())
    some = [one for one in tree["@graph"] if "openingHoursSpecification" in one or one["@type"] != "GovernmentOffice"]
    return judges.by_schema_org_types(json.dumps({**tree, "@graph": some[:8]}), place).splitlines()


JUDGES: dict[str, tuple[Callable[[Path], list[str]], str, tuple[bytes, bytes]]] = {
    "GeoJSON": (_geojson, "offices.geojson", (b'"Feature",', b'"Place",')),
    "CSV on the Web": (lambda place: judges.by_csvw(place / "offices.csv"), "offices.csv", (b"id,name", b"ident,name")),
    "a package of tables": (
        lambda place: judges.by_csvw_as_package(place / "hsds/datapackage.json"),
        "hsds/locations.csv",
        (b"\r\n", b"\r\nnobody"),
    ),
    "GeoParquet": (
        lambda place: judges.by_geoparquet_validator(place / "offices.parquet"),
        "offices.parquet",
        (b'"WKB"', b'"WKX"'),
    ),
    "schema.org": (_linked_data, "offices.jsonld", (b'"opens"', b'"shuts"')),
    "JSON Feed": (
        lambda place: judges.by_json_feed_types((place / "changes.json").read_text("utf-8"), place).splitlines(),
        "changes.json",
        (b'"title"', b'"titel"'),
    ),
}
"""A judge, a file that it looks at, and what in it would not pass if it were something else."""


def lay_out(printed: Print, place: Path) -> None:
    for path, data in files(printed).items():
        if "/" not in path or path.startswith("hsds/"):
            (place / path).parent.mkdir(exist_ok=True)
            (place / path).write_bytes(data)


@pytest.mark.parametrize("name", JUDGES)
@pytest.mark.parametrize("printed", [made_up, of_the_registry])
def test_it_finds_nothing(printed: Callable[[], Print], name: str, tmp_path: Path) -> None:
    lay_out(printed(), tmp_path)
    judge, _, _ = JUDGES[name]
    assert judge(tmp_path) == []


@pytest.mark.parametrize("name", JUDGES)
def test_it_would_find_something(name: str, tmp_path: Path) -> None:
    lay_out(made_up(), tmp_path)
    judge, path, (right, wrong) = JUDGES[name]
    data = (tmp_path / path).read_bytes()
    assert right in data
    (tmp_path / path).write_bytes(data.replace(right, wrong, 1))
    assert judge(tmp_path) != []
