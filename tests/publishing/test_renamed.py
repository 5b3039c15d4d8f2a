"""An office that was renamed is found by its former id, and is no loss."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sscctl.domain.office import Office
from sscctl.publishing.contract.check import check
from sscctl.publishing.contract.difference import Weight
from sscctl.publishing.guard import foretold, losses
from sscctl.publishing.press import Print, make, make_pages
from sscctl.publishing.published import of_print
from tests.builders import TODAY, office
from tests.publishing.contract import objections
from tests.publishing.editions import edition, files, of_offices

OLD, NEW = "exempelstad-torget", "exempelstad-stortorget"


@pytest.fixture(scope="module")
def before() -> Print:
    return make(edition())


@pytest.fixture(scope="module")
def after() -> Print:
    return make(of_offices(_renamed()))


def _renamed() -> Office:
    return replace(office(predecessor=OLD), id=NEW)


def test_what_was_published_under_the_former_id_is_found_there_still(after: Print) -> None:
    made = files(after)
    former, now = (json.loads(made[f"offices/{ident}.json"]) for ident in (OLD, NEW))
    assert former["office"] == now["office"]
    assert former["meta"]["links"]["self"].endswith(f"{OLD}.json")
    assert [*objections(f"offices/{OLD}.json", made[f"offices/{OLD}.json"])] == []


def test_so_are_its_calendar_and_its_linked_data(after: Print) -> None:
    made = files(after)
    for path in ("hours/{}.ics", "offices/{}.jsonld"):
        assert made[path.format(OLD)] == made[path.format(NEW)]


def test_so_is_its_page_in_both_languages_for_those_who_kept_the_address() -> None:
    renamed = of_offices(_renamed())
    pages = {one.path: one.data for one in make_pages(renamed, make(renamed))}
    for folder in ("kontor", "en/office"):
        former, now = (pages[f"{folder}/{ident}.html"].decode() for ident in (OLD, NEW))
        assert 'name="robots" content="noindex"' in former
        assert former.partition("<h1")[2].replace(OLD, NEW) == now.partition("<h1")[2]


def test_readers_are_told_what_the_former_id_stands_for(after: Print) -> None:
    offices = json.loads(after.data("offices.json"))
    assert [one["id"] for one in offices["offices"]] == [NEW]
    [grave] = offices["tombstones"]
    assert (grave["id"], grave["reason"], grave["successors"]) == (OLD, "renamed", [NEW])
    assert [*objections("offices.json", after.data("offices.json"))] == []


def test_it_is_no_loss_to_the_guard(before: Print, after: Print) -> None:
    told = [foretold(one.data("offices.json"), TODAY) for one in (before, after)]
    assert [*losses(told[0], told[1], {})] == []
    assert [*losses(told[1], told[1], {})] == []


def test_no_reader_misses_an_id(before: Print, after: Print) -> None:
    found = check(of_print(before), of_print(after)).differences
    assert [one for one in found if one.weight is Weight.BREAKING] == []


def test_a_predecessor_that_is_there_speaks_for_itself() -> None:
    made = make(of_offices(office(), _renamed()))
    assert json.loads(files(made)[f"offices/{OLD}.json"])["office"]["id"] == OLD
    assert json.loads(made.data("offices.json"))["tombstones"] == []
