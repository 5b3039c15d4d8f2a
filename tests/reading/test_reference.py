"""Reference data: official codes, postcodes and test places, from tables as they lie."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sscctl.domain.distance import metres_between
from sscctl.domain.place import County, Municipality, Point, Postcode
from sscctl.reading.csv_table import SortedTable, read_rows
from sscctl.reading.reference import Reference
from sscctl.reading.reference_files import BOUNDARIES, MUNICIPALITIES, POSTCODES, TEST_PLACES
from tests.builders import reference_files

REAL = Reference(reference_files().get)


def reference(**files: str) -> Reference:
    """Reference data of these files alone, by the names of their tables."""
    return Reference({f"reference/{name}.csv": text.encode() for name, text in files.items()}.get)


def test_a_municipality_by_its_code() -> None:
    assert REAL.municipality("0114") == Municipality(
        "0114", "Upplands Väsby", "Upplands Väsby", Point(59.51839, 17.91128), 46786, 2019
    )


def test_a_county_by_its_code() -> None:
    assert REAL.county("01") == County("01", "Stockholms län", "SE-AB", 2377081, 2019)


def test_there_are_290_municipalities_in_21_counties() -> None:
    assert len(REAL.municipalities) == 290
    assert {own.county for own in REAL.municipalities.values()} == set(REAL.counties)
    assert len(REAL.counties) == 21


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("Falun", "2080", id="the name as Statistics Sweden has it"),
        pytest.param("ÖREBRO", "1880", id="in capitals"),
        pytest.param("Österåkers kommun", "0117", id="with kommun after the genitive"),
        pytest.param("Österåker kommun", "0117", id="with kommun after the name"),
        pytest.param("Malmö stad", "1280", id="with stad"),
        pytest.param("Göteborgs Stad", "1480", id="with Stad after the genitive"),
        pytest.param("Borås", "1490", id="a name that ends in s"),
        pytest.param(" Upplands  Väsby ", "0114", id="spaced oddly"),
        pytest.param("Malung", None, id="a town that gave only a part of the name"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_municipality_by_its_name(name: str, code: str | None) -> None:
    found = REAL.municipality_named(name)
    assert (found.code if found else None) == code


def test_a_postcode() -> None:
    assert REAL.postcode("11322") == Postcode("11322", "Stockholm", "0180", Point(59.3326, 18.0649))


def test_a_post_town_stands_where_most_of_its_postcodes_do() -> None:
    rows = ("10001,A,0180,59.1,18.1,x", "10002,A,0180,59.2,18.2,x", "10003,A,0180,59.2,18.2,x", "10004,,0180,1,1,x")
    data = reference(postcodes="\n".join(("postcode,post_town,municipality_code,lat,lon,municipality_basis", *rows)))
    assert dict(data.post_towns) == {"A": Postcode("10002", "A", "0180", Point(59.2, 18.2))}


def test_there_are_some_1700_post_towns() -> None:
    assert len(REAL.post_towns) == 1719


@pytest.mark.parametrize("code", ["82703", "00000", "99999", "", "1132", "113 22", "å", "\ud800"])
def test_a_postcode_that_the_list_lacks(code: str) -> None:
    assert REAL.postcode(code) is None


def test_every_postcode_of_the_real_list_is_found_as_a_full_reading_has_it() -> None:
    table = SortedTable(reference_files()[POSTCODES], "postcode")
    rows = list(csv.DictReader(StringIO(reference_files()[POSTCODES].decode())))
    assert len(rows) == 18_815
    assert [table.find(row["postcode"]) for row in rows[::7]] == rows[::7]
    assert table.find(rows[0]["postcode"]) == rows[0]
    assert table.find(rows[-1]["postcode"]) == rows[-1]


@given(
    st.dictionaries(
        st.from_regex(r"\A[0-9]{5}\Z"), st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=9)
    ),
    st.from_regex(r"\A[0-9]{5}\Z"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\n"]),
)
@example({}, "11322", "\n", "\n")
@example({"11322": "Stockholm"}, "11322", "\n", "")
def test_searching_as_it_lies_finds_what_reading_everything_finds(
    towns: Mapping[str, str], asked: str, line_end: str, last: str
) -> None:
    written = StringIO()
    writer = csv.writer(written, lineterminator=line_end)
    writer.writerows([("postcode", "post_town"), *sorted(towns.items())])
    text = written.getvalue().removesuffix(line_end) + last
    table = SortedTable(text.encode(), "postcode")
    for code in {*towns, asked}:
        expected = {"postcode": code, "post_town": towns[code]} if code in towns else None
        assert table.find(code) == expected


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("post_town,postcode\nStockholm,11322\n", id="another first column"),
        pytest.param("", id="an empty file"),
        pytest.param("postcode", id="a header alone"),
    ],
)
def test_a_list_that_cannot_be_searched_is_no_list(table: str) -> None:
    assert not reference(postcodes=table).has_postcodes
    assert reference(postcodes=table).postcode("11322") is None


def test_columns_are_found_by_their_header() -> None:
    table = "postcode,lon,lat,more,municipality_code,post_town\n11322,18.1,59.3,?,0180,Stockholm\n"
    assert reference(postcodes=table).postcode("11322") == Postcode("11322", "Stockholm", "0180", Point(59.3, 18.1))


def test_rows_that_cannot_be_read_are_left_out() -> None:
    table = "code,name,iso_3166_2,population,population_year\n01,A,SE-AB,1,2019\n02,B,SE-B,many,2019\n03,C\n"
    assert list(reference(counties=table).counties) == ["01"]


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b'code,name\n"01', None], ids=["not UTF-8", "a quote left open", "missing"]
)
def test_a_broken_table_has_no_rows(data: bytes | None) -> None:
    assert list(read_rows(data)) == []


def test_without_files_everything_is_unknown() -> None:
    nothing = Reference(dict[str, bytes]().get)
    assert not nothing.municipalities
    assert not nothing.counties
    assert not nothing.test_places
    assert not nothing.has_postcodes
    assert nothing.municipality_named("Falun") is None
    assert nothing.kilometres_outside(Point(59.3, 18.1), "0180") is None
    assert nothing.test_places_near(Point(59.3, 18.1), 300) == ()


def test_a_file_is_read_only_when_it_is_asked_for_and_only_once() -> None:
    asked: list[str] = []

    def read(path: str) -> bytes | None:
        asked.append(path)
        return reference_files().get(path)

    data = Reference(read)
    assert asked == []
    data.postcode("11322")
    data.postcode("41105")
    assert asked == [POSTCODES]
    data.municipality("0180")
    data.municipality_named("Falun")
    assert asked == [POSTCODES, MUNICIPALITIES]
    data.kilometres_outside(Point(59.3, 18.1), "0180")
    data.kilometres_outside(Point(59.3, 18.1), "0980")
    assert asked == [POSTCODES, MUNICIPALITIES, BOUNDARIES]


def test_a_test_place_by_its_id() -> None:
    place = REAL.test_places["1000001"]
    assert (place.name, place.municipality, place.tests) == ("Örebro", "1880", ("driving_test", "theory_test"))


def test_a_test_place_whose_point_nobody_knows_is_near_nothing() -> None:
    table = "id,name,municipality_code,latitude,longitude,tests\nalmhult,Älmhult,0765,,,\n"
    data = reference(test_places=table)
    assert data.test_places["almhult"].point is None
    assert data.test_places_near(Point(56.55, 14.14), 1e7) == ()


@given(st.floats(55, 69), st.floats(11, 24), st.floats(100, 300_000))
@example(59.300418, 15.230025, 100)
def test_the_places_near_a_point_are_those_of_a_full_search(latitude: float, longitude: float, metres: float) -> None:
    point = Point(latitude, longitude)
    near = {
        place.id for place in REAL.test_places.values() if place.point and metres_between(point, place.point) <= metres
    }
    found = REAL.test_places_near(point, metres)
    assert {place.id for place, _ in found} == near
    assert [distance for _, distance in found] == sorted(distance for _, distance in found)


def test_the_table_of_test_places_is_the_registrys() -> None:
    assert TEST_PLACES in reference_files()


def test_every_county_and_municipality_has_a_boundary_and_other_codes_have_none() -> None:
    assert REAL.county_boundaries.keys() == REAL.counties.keys()
    assert all(REAL.boundary(code) for code in REAL.municipalities)
    assert REAL.boundary("0000") is None
    assert Reference({"reference/counties.geojson": b"no JSON"}.get).county_boundaries == {}


def test_the_postcodes_one_after_another_are_those_that_are_found_one_by_one() -> None:
    few = [*REAL.postcodes()][::500]
    assert few
    assert few == [REAL.postcode(one.code) for one in few]
