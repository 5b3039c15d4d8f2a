"""Files that people hand in are read within bounds, and never waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sscctl.errors import InputOutput, SscctlError, WrongUsage
from sscctl.reading.handed import MAX_BYTES, read_handed
from sscctl.reading.handed_geojson import read_geojson
from sscctl.reading.handed_yaml import yaml_tables


def test_a_file_is_read_also_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"A;B\n")
    (tmp_path / "link.csv").symlink_to("a.csv")
    assert read_handed(tmp_path / "link.csv") == b"A;B\n"


def test_what_is_no_plain_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", tmp_path, Path("/dev/zero")):
        with pytest.raises(WrongUsage):
            read_handed(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputOutput):
        read_handed(tmp_path / "a.csv")


def test_a_file_beyond_measure_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(WrongUsage) as raised:
        read_handed(tmp_path / "a.csv")
    assert "larger than 2 MB" in raised.value.message.en


YAML = {
    "an alias bomb": b"a: &a [x, x]\nhours: [*a, *a]\n",
    "depth": b"hours: " + b"[" * 100 + b"]" * 100 + b"\n",
    "a tag that builds objects": b"hours: !!python/object/apply:os.system [x]\n",
    "two documents": b"a: b\n---\nc: d\n",
    "no mapping": b"- a\n",
    "nothing": b"",
    "no text": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("data", YAML.values(), ids=YAML)
def test_yaml_that_attacks_is_told_by_line_or_refused(data: bytes) -> None:
    try:
        _, slips = yaml_tables(data)
    except WrongUsage:
        return
    assert slips


def test_yaml_of_other_systems_is_read() -> None:
    found, slips = yaml_tables(b"\xef\xbb\xbfset:\r\n  - {office: x, from: 2027-01-11}\r\n")
    assert not slips
    ((name, line, table),) = found
    assert (name, line) == ("set", 1)
    assert table is not None


GEOJSON = {
    "an infinite number": b'{"type": "FeatureCollection", "features": [1e999, Infinity]}',
    "a number of ten thousand digits": b'{"type": "FeatureCollection", "features": ' + b"1" * 10_000 + b"}",
    "depth": b'{"type": "FeatureCollection", "features": ' + b"[" * 200_000,
    "no text": b"\xff\xfe\x00",
    "too many features": b'{"type": "FeatureCollection", "features": [' + b"1," * 5001 + b"1]}",
}


@pytest.mark.parametrize("data", GEOJSON.values(), ids=GEOJSON)
def test_geojson_that_attacks_is_refused(data: bytes) -> None:
    with pytest.raises(SscctlError):
        read_geojson(data)


def test_a_feature_beyond_measure_is_a_slip() -> None:
    many = ", ".join(f'"p{number}": "x"' for number in range(101))
    text = f'{{"type": "FeatureCollection", "features": [{{"type": "Feature", "properties": {{{many}}}}}]}}'
    (slip,) = read_geojson(text.encode()).slips
    assert slip.message.en == "more than 100 properties"
