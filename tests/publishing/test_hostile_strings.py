"""Whatever a text holds, it comes back from the published files as it went in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.office import Office
from sscctl.publishing.press import make
from sscctl.text import Text
from tests.builders import office
from tests.publishing.editions import of_offices
from tests.publishing.test_contract import EVERYTHING

HOSTILE = (
    '"quoted"',
    "a, b; c",
    "=cmd|' /C calc'!A0",
    "line\r\nfeed",
    "tab\tand\x00null\x1b[31m",
    "</script><img src=x onerror=alert(1)>",
    "\u202eevil\u2028\u2029",
    "\\u0041 \\ /",
    "{when} %s ${x}",
    "😀 Å ä ö \u0301",
    "' OR 1=1 --",
    " leading and trailing ",
)
KEPT = {
    "id",
    "predecessor",
    "municipality",
    "agency",
    "party",
    "agreement",
    "decision",
    "rule",
    "kind",
    "successors",
    "offices",
}
"""Fields that hold ids and codes: what they may hold is bounded by the schema."""


def spoilt(value: Any, text: str) -> Any:  # noqa: ANN401  any value of the domain
    """The same value with every free text in it replaced."""
    if isinstance(value, Text):
        return Text(text, text)
    if is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Enum):
        return replace(
            value,
            **{
                field.name: _spoilt_field(field.name, getattr(value, field.name), text)
                for field in fields(value)
                if field.init
            },
        )
    if isinstance(value, tuple):
        return tuple(spoilt(item, text) for item in value)
    return value


def _spoilt_field(name: str, value: object, text: str) -> object:
    if type(value) is str:
        return value if name in KEPT else text
    if (
        name in {"sources", "services", "consulted"}
        and isinstance(value, tuple)
        and value
        and isinstance(value[0], str)
    ):
        return value
    if type(value).__name__ in {"PartialDate", "Period", "Point"}:
        return value
    return spoilt(value, text)


def everything(text: str) -> Office:
    spoilt_office: Office = spoilt(office(**EVERYTHING), text)
    return spoilt_office


def texts(value: object) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_in_every_text_of_an_office_it_comes_back_from_json(text: str) -> None:
    one = everything(text)
    printed = make(of_offices(one))
    record = json.loads(printed.data(f"offices/{one.id}.json"))["office"]
    (listed,) = json.loads(printed.data("offices.json"))["offices"]
    assert record == listed
    plain = json.loads(make(of_offices(office(**EVERYTHING))).data(f"offices/{one.id}.json"))["office"]
    assert len(list(texts(record))) == len(list(texts(plain)))
    assert sum(found == text for found in texts(record)) >= 40
    assert record["names"]["sv"] == f"Servicekontoret {text}"
    assert record["address"]["visiting"]["directions"] == {"sv": text, "en": text}
    assert record["provenance"]["sources"][0]["title"] == text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_it_comes_back_from_csv_and_geojson(text: str) -> None:
    printed = make(of_offices(everything(text)))
    data = printed.data("offices.csv").decode("utf-8")
    (row,) = csv.DictReader(io.StringIO(data, newline=""), strict=True)
    for name in ("town", "email", "visit_url", "description", "street", "postcode", "post_town", "telephone"):
        assert row[name] == text, name
    (feature,) = json.loads(printed.data("offices.geojson"))["features"]
    assert feature["properties"]["name"] == text
    assert feature["properties"]["streetAddress"] == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_at_all(text: str) -> None:
    one = replace(office(), town=text, name=text)
    printed = make(of_offices(one))
    (row,) = csv.DictReader(io.StringIO(printed.data("offices.csv").decode("utf-8"), newline=""), strict=True)
    assert row["town"] == text
    assert json.loads(printed.data("offices.json"))["offices"][0]["name"] == text
