"""What is wrong with a file of reference data is said with its line."""

from __future__ import annotations

import json

import pytest

from sscctl.domain.finding import Severity
from sscctl.reading.reference_faults import MOST, load_faults
from sscctl.reading.reference_files import BOUNDARIES, COUNTIES, MUNICIPALITIES, POSTCODES, TEST_PLACES
from tests.builders import reference_files

HEADERS = {
    COUNTIES: "code,name,iso_3166_2,population,population_year",
    POSTCODES: "postcode,post_town,municipality_code,lat,lon",
    TEST_PLACES: "id,name,municipality_code,latitude,longitude,tests",
}


def faults(path: str, data: bytes | None) -> list[tuple[str, int | None, str]]:
    """What is found once this file is another: path, line, words."""
    files = {key: value for key, value in {**reference_files(), path: data}.items() if value is not None}
    return [(where, fault.line, fault.message.en) for where, fault in load_faults(files.get)]


def test_the_registrys_own_files_are_sound() -> None:
    assert list(load_faults(reference_files().get)) == []


@pytest.mark.parametrize(
    ("path", "rows", "line", "words"),
    [
        pytest.param(COUNTIES, ["1,A,SE-AB,1,2019"], 2, "code has the value “1”", id="a code that lost its zero"),
        pytest.param(COUNTIES, ["01,,SE-AB,1,2019"], 2, "name has the value “”", id="a name left empty"),
        pytest.param(
            COUNTIES, ["01,A,SE-AB,1 000,2019"], 2, "population has the value “1 000”", id="a number with a space"
        ),
        pytest.param(COUNTIES, ["01,A,SE-AB,1"], 2, "the row has 4 fields, the header 5", id="a field too few"),
        pytest.param(
            POSTCODES,
            ["10004,A,0180,59.3,18.1", "10004,A,0180,59.3,18.1"],
            3,
            "10004 is in the table already",
            id="a postcode twice",
        ),
        pytest.param(
            POSTCODES,
            ["10005,A,0180,59.3,18.1", "10004,A,0180,59.3,18.1"],
            3,
            "10004 stands after 10005",
            id="unsorted",
        ),
        pytest.param(
            POSTCODES,
            ["10004,A,1917,59.3,18.1"],
            2,
            "municipality_code 1917 is not in reference/municipalities.csv",
            id="a municipality that is no more",
        ),
        pytest.param(POSTCODES, ['10004,"A,0180,59.3,18.1'], 2, "the line is not valid CSV", id="a quote left open"),
        pytest.param(TEST_PLACES, ["1,A,0180,59,3,x"], 2, "longitude has the value “3”", id="a position with a comma"),
    ],
)
def test_a_row_that_is_wrong(path: str, rows: list[str], line: int, words: str) -> None:
    data = "\n".join([HEADERS[path], *rows]).encode()
    assert (path, line, words) in faults(path, data)


def test_rows_of_test_places_need_no_order_and_no_position() -> None:
    rows = ["b,B,0180,,,", "a,A,0180,59.3,18.1,driving_test;theory_test"]
    assert faults(TEST_PLACES, "\n".join([HEADERS[TEST_PLACES], *rows]).encode()) == []


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        pytest.param(
            b"post_town,postcode,municipality_code,lat,lon\n", 1, "the first column is not postcode", id="order"
        ),
        pytest.param(b"postcode,post_town\n", 1, "the header lacks columns: municipality_code, lat, lon", id="too few"),
        pytest.param(b"postcode\n1\xe5", 2, "the file is not UTF-8", id="another encoding"),
        pytest.param(b"", 1, "the header lacks columns: postcode, post_town, municipality_code, lat, lon", id="empty"),
    ],
)
def test_a_table_that_cannot_be_used(data: bytes, line: int, words: str) -> None:
    assert faults(POSTCODES, data) == [(POSTCODES, line, words)]


def test_only_the_first_faults_of_a_file_are_told() -> None:
    rows = [f"{number:05},,0180,59.3,18.1" for number in range(10_000, 10_000 + 3 * MOST)]
    assert len(faults(POSTCODES, "\n".join([HEADERS[POSTCODES], *rows]).encode())) == MOST


def test_a_missing_file_is_one_warning_and_what_refers_to_it_is_let_be() -> None:
    files = {key: value for key, value in reference_files().items() if key != MUNICIPALITIES}
    [(path, fault)] = load_faults(files.get)
    assert (path, fault.severity, fault.line) == (MUNICIPALITIES, Severity.WARNING, None)


def test_test_places_may_be_missing() -> None:
    assert faults(TEST_PLACES, None) == []


def boundary(*corners: tuple[float, float], code: str = "0180") -> bytes:
    geometry = {"type": "Polygon", "coordinates": [corners]}
    return json.dumps(
        {"type": "FeatureCollection", "features": [{"properties": {"code": code}, "geometry": geometry}]}
    ).encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(boundary((0, 0), (1, 0), (1, 1), (0, 0)), "the boundary of 0114 is missing", id="one left out"),
        pytest.param(
            boundary((0, 0), (1, 0), (1, 1), (0, 0), code="1917"),
            "the boundary of 1917 belongs to no known code",
            id="one too many",
        ),
        pytest.param(b'{"type": "FeatureCollection",', "the file is not valid JSON", id="half a file"),
    ],
)
def test_boundaries_that_are_wrong(data: bytes, words: str) -> None:
    assert words in [found[2] for found in faults(BOUNDARIES, data)]


@pytest.mark.parametrize(
    ("corners", "words"),
    [
        pytest.param([(0, 0), (1, 0), (1, 1), (0, 1)], "the boundary of 0180 is not closed", id="open"),
        pytest.param(
            [(0, 0), (100, 0), (100, 91), (0, 0)], "the boundary of 0180 leaves the Earth", id="off the Earth"
        ),
    ],
)
def test_a_ring_that_is_wrong(corners: list[tuple[float, float]], words: str) -> None:
    files = {BOUNDARIES: boundary(*corners)}
    assert words in [fault.message.en for _, fault in load_faults(files.get)]
