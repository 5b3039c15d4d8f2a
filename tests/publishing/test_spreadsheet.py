"""`offices-spreadsheet.csv`: what spreadsheets open, which runs nothing and changes nothing."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.domain.office import Office
from sscctl.publishing.press import make
from sscctl.publishing.spreadsheet import HEADINGS, PATH, plain, protected
from tests.builders import office, week
from tests.publishing.editions import of_offices
from tests.publishing.test_contract import EVERYTHING
from tests.publishing.test_hostile_strings import HOSTILE, everything

ACTING = "=+-@\t\r＝＋－＠"
"""What a spreadsheet takes for the start of a formula, or passes over before it (OWASP, CSV injection)."""


def data(*offices: Office) -> bytes:
    return make(of_offices(*offices)).data(PATH)


def cells(*offices: Office) -> list[dict[str, str]]:
    text = data(*offices).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";", strict=True))


def test_it_begins_with_a_mark_and_has_semicolons_and_crlf() -> None:
    made = data(office())
    assert made.startswith("\ufeffKontor;Id;Status;".encode())
    assert made.endswith(b"\r\n")
    assert b"\n" not in made.replace(b"\r\n", b"")


def test_an_office_in_swedish() -> None:
    (row,) = cells(office(**EVERYTHING))
    expected = {
        "Kontor": "Servicekontoret Torget",
        "Status": "öppet",
        "Typ": "tillfälligt kontor",
        "Postnummer": "110 00",
        "Kommunkod": "'0180",
        "Länskod": "'01",
        "Telefon": "'+46771123456",
        "Måndag": "10.00–16.00",
        "Lördag": "",
        "Öppna timmar i veckan": "30",
        "Latitud": "59,342157",
        "Öppnade": "2021-11-01",
    }
    assert {name: row[name] for name in expected} == expected
    assert "Skatteverket" in row["Myndigheter"].split(", ")


def test_two_spans_a_closed_day_and_part_of_an_hour() -> None:
    hours = [{"valid_from": "2023", "weekly": week("10:00-12:00, 13:00-16:20", *["closed"] * 4)}]
    (row,) = cells(office(opening_hours=hours))
    assert (row["Måndag"], row["Tisdag"], row["Öppna timmar i veckan"]) == (
        "10.00–12.00, 13.00–16.20",
        "stängt",
        "5,33",
    )


@pytest.mark.parametrize("start", ACTING)
@pytest.mark.parametrize("before", ["", " ", "\u00a0", "\ufeff", "\u200b"], ids=ascii)
def test_no_cell_is_a_formula(start: str, before: str) -> None:
    text = f"{before}{start}cmd|' /C calc'!A0"
    (row,) = cells(office(town=text))
    assert row["Ort"] == f"'{text}"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_makes_one_in_any_cell_and_all_come_back(text: str) -> None:
    (row,) = cells(everything(text))
    assert row.keys() == set(HEADINGS.values())
    for cell in row.values():
        assert not cell.startswith(tuple(ACTING))
    for heading in ("Ort", "Gatuadress", "Postort", "Vägbeskrivning", "Telefon", "E-post", "Webbsida"):
        assert plain(row[heading]) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_a_cell_holds_it_comes_back_and_begins_with_nothing_that_acts(text: str) -> None:
    cell = protected(text)
    assert not cell.startswith(tuple(ACTING))
    assert plain(cell) == text


@pytest.mark.parametrize("text", ["0180", "01", "2021-11", "1e5", "12E3", "'quoted"])
def test_what_would_be_changed_on_reading_is_kept_as_text(text: str) -> None:
    assert protected(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Stockholm", "2021-11-01", "10.00–16.00", "110 00", "59,342157", "", "0"])
def test_everything_else_stands_as_it_is(text: str) -> None:
    assert protected(text) == text
