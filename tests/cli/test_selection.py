"""Which offices a text selects: ids and names, the filters of `list`, or both."""

from __future__ import annotations

import inspect
from datetime import date

import pytest

from sscctl.cli.list import run as list_offices
from sscctl.cli.selection import FILTERS, chosen
from sscctl.errors import NotFound, SscctlError, WrongUsage
from sscctl.reading.load import Loaded, load
from sscctl.reading.snapshot import MemorySnapshot
from tests.builders import files_of, laid_over
from tests.cli.registries import OFFICES, TODAY

ON = date.fromisoformat(TODAY)

SELECTED = {
    "an id": ("alvsbyn", ["alvsbyn"]),
    "a name": ("Älvsbyn", ["alvsbyn"]),
    "several, each once, in the order they are named": ("orebro, alvsbyn,Örebro", ["orebro", "alvsbyn"]),
    "a county by its name": ("county=Norrbotten", ["alvsbyn"]),
    "a municipality by its code": ("municipality=1784", ["arvikabussen"]),
    "two counties": ("county=Norrbotten,county=Värmland", ["alvsbyn", "arvikabussen"]),
    "filters that all have to hold": ("kind=mobile,county=Norrbotten,county=Värmland", ["arvikabussen"]),
    "those of the named that a filter lets through": ("alvsbyn,arvikabussen,kind=mobile", ["arvikabussen"]),
    "a status": ("status=planned", ["akersberga"]),
    "closed ones where they are asked for": ("status=closed", ["orebro"]),
    "else they are left out": ("county=Örebro,county=Norrbotten", ["alvsbyn"]),
    "an agency": ("agency=migrationsverket", ["arvikabussen"]),
    "somebody under the same roof": ("co-located-with=Arvika", ["arvikabussen"]),
    "what is not known": ("without=any_hours,status=open", ["alvsbyn"]),
    "open then": ("open-at=2026-11-23T14:30,kind=mobile", ["arvikabussen"]),
}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(MemorySnapshot(files_of(laid_over(OFFICES))))


@pytest.mark.parametrize(("text", "offices"), SELECTED.values(), ids=SELECTED)
def test_offices_are_selected(loaded: Loaded, text: str, offices: list[str]) -> None:
    assert list(chosen(text, loaded, ON)) == offices


REFUSED: dict[str, tuple[str, type[SscctlError], str]] = {
    "no such office": ("alvsby", NotFound, "kontoret alvsby finns inte"),
    "no such county": ("county=Narnia", NotFound, "länet Narnia finns inte"),
    "no such filter": ("lan=Norrbotten", WrongUsage, "lan finns inte att välja"),
    "no such status": ("status=shut", WrongUsage, "shut finns inte att välja"),
    "no such gap": ("without=coffee", WrongUsage, "coffee finns inte att välja"),
    "nothing that fits": ("kind=temporary", NotFound, "inget kontor passar kind=temporary"),
    "nothing at all": (" , ", NotFound, "inget kontor passar  , "),
}


@pytest.mark.parametrize(("text", "error", "words"), REFUSED.values(), ids=REFUSED)
def test_what_selects_nothing_is_refused(loaded: Loaded, text: str, error: type[SscctlError], words: str) -> None:
    with pytest.raises(error) as caught:
        chosen(text, loaded, ON)
    assert caught.value.message.sv == words
    assert caught.value.advice or "Narnia" in words or "alvsby" in words


def test_every_filter_is_an_option_of_list() -> None:
    options = set(inspect.signature(list_offices).parameters)
    assert {name.replace("-", "_") for name in FILTERS} <= options
