"""A list that others keep, CSV or GeoJSON, laid over the registry by a mapping of its columns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sscctl.cli.sheets.mapping import TEMPLATE
from sscctl.errors import WrongUsage
from tests.cli.registries import OFFICES, registry
from tests.cli.sheets import listed_from, told_of_list

TORGET = "offices/exempelstad-torget.yaml"
MAP = """\
columns:
  name: Kontor
  municipality: Kommun
  street: Adress
  postcode: Postnr
  post_town: Ort
  latitude: Lat
  longitude: Long
  contact.phone: Telefon
constants:
  event: opened
  on: "2026-01"
source: https://www.exempel.se/lista
source_date: "2026-11-20"
"""
HEAD = "Kontor;Kommun;Adress;Postnr;Ort;Lat;Long;Telefon\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("lists"), OFFICES)


def tree(root: Path, rows: str, path: str, mapping: str = MAP) -> Any:  # noqa: ANN401  a document
    return listed_from(root, HEAD + rows, mapping).tree(path)


class TestOfficesThatAreThere:
    def test_what_differs_is_set_with_the_lists_source(self, root: Path) -> None:
        row = "Servicekontoret Älvsbyn;Älvsbyn;Storgatan 2;942 31;Älvsbyn;65,6777;21,0017;+46771567567\n"
        found = tree(root, row, "offices/alvsbyn.yaml")
        assert found["contact"]["phone"] == "+46771567567"
        assert found["addresses"] == [
            {
                "valid_from": "../2026-11-20",
                "street": "Storgatan 2",
                "postcode": "94231",
                "post_town": "Älvsbyn",
                "position": {
                    "latitude": 65.6777,
                    "longitude": 21.0017,
                    "precision": "address",
                    "source": "exempel-2026-11-20",
                },
                "source": "exempel-2026-11-20",
            }
        ]

    def test_a_list_that_says_what_the_registry_says_changes_nothing(self, root: Path) -> None:
        desk = listed_from(root, HEAD + "Älvsbyn;Älvsbyn;;;;;;+46771123456\n", MAP)
        assert desk.changes == ()

    def test_an_address_that_differs_is_corrected_where_it_stands(self, root: Path) -> None:
        found = tree(root, "Örebro;Örebro;Storgatan 1;70210;Örebro;;;\n", "offices/orebro.yaml")
        (address,) = found["addresses"]
        assert (address["street"], address["valid_from"]) == ("Storgatan 1", "2019-06-01")

    def test_or_is_a_move_where_its_day_is_told(self, root: Path) -> None:
        mapping = MAP.replace('  on: "2026-01"', '  on: "2026-01"\n  moved_on: "2026-02-01"')
        found = tree(root, "Örebro;Örebro;Nygatan 1;70210;Örebro;;;\n", "offices/orebro.yaml", mapping)
        assert [address["street"] for address in found["addresses"]] == ["Storgatan 1 | hörnet", "Nygatan 1"]
        assert found["addresses"][0]["valid_through"] == "2026-01-31"

    def test_the_id_may_be_what_says_which(self, root: Path) -> None:
        text = "Nr;Namn\norebro;Örebro centrum\n"
        mapping = "columns: {id: Nr, name: Namn}\nsource: Dnr 1\n"
        found: Any = listed_from(root, text, mapping).tree("offices/orebro.yaml")
        assert found["name"] == "Örebro centrum"


class TestOfficesThatAreNot:
    def test_they_are_added_with_all_that_the_list_says(self, root: Path) -> None:
        row = "Hamnen;Örebro;Kajen 1;702 10;Örebro;59.2;15.2;+46771567567\n"
        found = tree(root, row, "offices/orebro-hamnen.yaml")
        assert found["lifecycle"] == [{"event": "opened", "on": "2026-01", "source": "exempel-2026-11-20"}]
        assert found["contact"] == {"phone": "+46771567567"}

    def test_without_a_day_they_are_refused_with_what_looks_like_them(self, root: Path) -> None:
        without = MAP.replace('  event: opened\n  on: "2026-01"\n', "  event: opened\n")
        assert told_of_list(root, HEAD + "Hamnen;Örebro;;;;;;\n", without) == ["2 - Hamnen is not in the registry"]
        assert told_of_list(root, "K\nOrebru\n", "columns: {name: K}\nsource: Dnr 1\n") == [
            "2 - there is no office Orebru (did you mean orebro?)"
        ]


WRONG = {
    "a position that is none": ("Örebro;Örebro;;;;nan;15;\n", ["2 F nan is no number of degrees"]),
    "half a position": ("Örebro;Örebro;;;;59;;\n", ["2 - the position is only half there"]),
    "an unknown municipality": ("Örebro;Örebr;;;;;;\n", ["2 B there is no municipality Örebr"]),
    "a postcode that is none": ("Örebro;Örebro;Storg. 1;7021;;;;\n", ["2 D 7021 is no postcode"]),
    "an office twice": (
        "Örebro;Örebro;Storg. 1;;;;;\nServicekontoret Örebro;Örebro;Storg. 2;;;;;\n",
        ["3 - contradicts another row on orebro (2,)"],
    ),
    "a formula": ("Örebro;Örebro;=1+1;;;;;\n", ["2 C =1+1 is a formula"]),
    "no office": (";Örebro;Storg. 1;;;;;\n", ["2 - the row does not say which office"]),
}


@pytest.mark.parametrize(("rows", "slips"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_list_is_told_by_row_and_column(root: Path, rows: str, slips: list[str]) -> None:
    assert told_of_list(root, HEAD + rows, MAP) == slips


WRONG_MAPPINGS = {
    "a field that is none": ("columns:\n  nam: Kontor\n", "2 nam there is no such field"),
    "a part that is none": (
        "colums: {a: b}\ncolumns: {name: Kontor}\nsource: Dnr 1\n",
        "1 colums there is no such field",
    ),
    "no columns": ("source: Dnr 1\n", "1 - columns is missing"),
    "a column that the list has not": ("columns: {name: Kontoor}\n", "1 - the list has no column Kontoor (name)"),
    "a list for a column": ("columns: {name: {a: Kontor}}\n", "1 name a text belongs here"),
}


@pytest.mark.parametrize(("mapping", "slip"), WRONG_MAPPINGS.values(), ids=WRONG_MAPPINGS)
def test_what_is_wrong_with_a_mapping(root: Path, mapping: str, slip: str) -> None:
    assert told_of_list(root, HEAD + "Örebro;;;;;;;\n", mapping) == [slip]


def features(*every: tuple[dict[str, object], object]) -> str:
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [{"type": "Feature", "properties": told, "geometry": where} for told, where in every],
        }
    )


GEO_MAP = "columns: {name: namn, position: geometry, street: adress.gata}\nsource: Dnr 1\nsource_date: '2026-11-20'\n"


class TestGeoJson:
    def test_the_point_is_the_position(self, root: Path) -> None:
        point = {"type": "Point", "coordinates": [15.2, 59.2]}
        text = features(({"namn": "Örebro", "adress": {"gata": "Storgatan 1"}, "antal": 3}, point))
        desk = listed_from(root, text, GEO_MAP, "lista.geojson")
        address: Any = desk.tree("offices/orebro.yaml")["addresses"]
        assert address[0]["position"] == {
            "latitude": 59.2,
            "longitude": 15.2,
            "precision": "address",
            "source": "dnr-1-2026-11-20",
        }

    def test_what_is_wrong_is_told_by_feature(self, root: Path) -> None:
        line = {"type": "LineString", "coordinates": [[15.2, 59.2], [15.3, 59.2]]}
        far = {"type": "Point", "coordinates": [1e9, 59.2]}
        text = features(({"namn": "Örebro"}, line), ({"namn": "Älvsbyn"}, far), ({"namn": "Åkersberga"}, None))
        slips = told_of_list(root, text, GEO_MAP.replace(", street: adress.gata", ""), "lista.geojson")
        assert slips == ["1 geometry the geometry is no point", "2 geometry 59.2,1000000000.0 is no point"]

    @pytest.mark.parametrize(
        "text",
        [
            "[]",
            '{"type": "FeatureCollection"}',
            '{"type": "FeatureCollection", "features": [NaN]}',
            '{"type": "FeatureCollection", "type": "FeatureCollection", "features": []}',
            "[" * 100_000,
            "{",
            '{"type": "FeatureCollection", "features": []}',
        ],
        ids=["a list", "no features", "not a number", "a key twice", "without end", "cut off", "empty"],
    )
    def test_what_is_no_collection_of_features(self, root: Path, text: str) -> None:
        with pytest.raises(WrongUsage):
            listed_from(root, text, GEO_MAP, "lista.geojson")


@pytest.mark.parametrize("text", TEMPLATE, ids=["Swedish", "English"])
def test_the_template_of_a_mapping_can_be_used_as_it_is(root: Path, text: str) -> None:
    headings = [line.split(":")[1].split("#")[0].strip() for line in text.splitlines() if line.startswith("  ")][:8]
    row = ["Örebro", "Örebro", "Storgatan 1", "70210", "Örebro", "59.2", "15.2", "+46771567567"]
    assert told_of_list(root, f"{';'.join(headings)}\n{';'.join(row)}\n", text) == []
