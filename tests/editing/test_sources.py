"""What an edit rests on is entered once, under an id that tells where it is from."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sscctl.editing.canonical import Value
from sscctl.editing.sources import Origin, cite, entry_for
from sscctl.errors import NotFound, SscctlError, WrongUsage
from tests.base_registry import OFFICE_PATH
from tests.editing.desks import desk, said, with_text

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "ident", "entry"),
    [
        ("https://www.statenssc.se/nyheter/1", "statenssc-2026-11-20", {"url": "https://www.statenssc.se/nyheter/1"}),
        ("http://Exempel.SE", "exempel-2026-11-20", {"url": "http://Exempel.SE"}),
        ("https://nyheter.svt.se/a?b=c", "nyheter-svt-2026-11-20", {"url": "https://nyheter.svt.se/a?b=c"}),
        ("https://xn--rksmrgs-5wao1o.se/", "xn-rksmrgs-5wao1o-2026-11-20", {"url": "https://xn--rksmrgs-5wao1o.se/"}),
        ("https://127.0.0.1/x", "127-0-0-1-2026-11-20", {"url": "https://127.0.0.1/x"}),
        ("SSC 2026/00123", "ssc-2026-00123-2026-11-20", {"document": "SSC 2026/00123"}),
        ("Länsstyrelsens beslut", "lansstyrelsens-beslut-2026-11-20", {"document": "Länsstyrelsens beslut"}),
        ("¿?", "source-2026-11-20", {"document": "¿?"}),
    ],
)
def test_a_new_source_is_named_after_where_it_is_from(text: str, ident: str, entry: dict[str, Value]) -> None:
    when = {"retrieved" if "url" in entry else "date": "2026-11-20"}
    assert entry_for({}, Origin(text, DAY)) == (ident, {**entry, **when})


@pytest.mark.parametrize("host", ["a" * 80 + ".se", "-".join("abc" * 20) + ".example.org"])
def test_an_id_is_never_too_long(host: str) -> None:
    ident, _ = entry_for({}, Origin(f"https://{host}/", DAY))
    assert len(ident) <= 57
    assert "--" not in ident


KNOWN: dict[str, Value] = {
    "page": {"url": "https://exempel.se/kontor", "title": "Kontoret", "retrieved": "2026-11-20"},
    "exempel-2026-11-20": {"url": "https://exempel.se/annat", "date": "2026-11-20"},
}


@pytest.mark.parametrize(
    ("text", "ident", "is_new"),
    [
        pytest.param("page", "page", False, id="its id"),
        pytest.param("https://exempel.se/kontor", "page", False, id="its address, read the same day"),
        pytest.param("https://exempel.se/annat", "exempel-2026-11-20", False, id="its address, of that day"),
        pytest.param("https://exempel.se/nytt", "exempel-2026-11-20-2", True, id="an address whose id is taken"),
    ],
)
def test_a_source_that_is_there_is_not_entered_again(text: str, ident: str, is_new: bool) -> None:
    found, entry = entry_for(KNOWN, Origin(text, DAY))
    assert (found, entry is not None) == (ident, is_new)


def test_a_page_that_is_read_again_is_another_source() -> None:
    ident, entry = entry_for(KNOWN, Origin("https://exempel.se/kontor", date(2027, 1, 1)))
    assert (ident, entry is not None) == ("exempel-2027-01-01", True)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("no-such-source", NotFound),
        ("https://", WrongUsage),
        ("https://a b", WrongUsage),
        ("https://exempel.se/\x1b[31m", WrongUsage),
        ("https://exempel.se/" + "x" * 500, WrongUsage),
        ("https://[", WrongUsage),
        ("två\nrader", WrongUsage),
        ("x y" * 200, WrongUsage),
        ("  ", WrongUsage),
    ],
)
def test_what_is_no_source_is_refused(text: str, error: type[SscctlError]) -> None:
    with pytest.raises(error):
        entry_for(KNOWN, Origin(text, DAY))


def test_what_it_rests_on_is_told_as_a_person_reads_it() -> None:
    there, ident = cite(desk(), OFFICE_PATH, Origin("page", DAY))
    assert (there.files, ident, there.cited) == ({}, "page", ("https://exempel.se/kontor/torget",))
    twice, _ = cite(there, OFFICE_PATH, Origin("page", DAY))
    assert twice.cited == there.cited


def test_a_document_without_sources_gets_them() -> None:
    bare = with_text(OFFICE_PATH, "id: exempelstad-torget\nname: Torget\nmunicipality: '0180'\n# end\n")
    there, ident = cite(bare, OFFICE_PATH, Origin("Dnr 1", DAY))
    found: dict[str, Any] = said(there, OFFICE_PATH)
    assert found["sources"] == {ident: {"document": "Dnr 1", "date": "2026-11-20"}}
    assert b"# end" in there.read(OFFICE_PATH)
