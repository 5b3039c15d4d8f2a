"""Offices are added, given another id, and set value by value."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sscctl.domain.event import EventKind
from sscctl.domain.office import OfficeKind
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.office_add import NewOffice, add, suggested_id
from sscctl.editing.office_fields import ELSEWHERE, settable
from sscctl.editing.office_move import NewAddress
from sscctl.editing.office_rename import rename
from sscctl.editing.office_set import set_value
from sscctl.errors import NotFound, Refused, SscctlError, WrongUsage
from sscctl.reading.kinds import Kind
from sscctl.wording.read import read
from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.editing.desks import HARBOUR, NEWS, NEWS_ID, OTHER, Changes, desk, errors, said

NEW = NewOffice("exempelstad-nya", "Nya", "0180", EventKind.OPENED, PartialDate.parse("2027-02-01"), NEWS)
NEW_PATH = "offices/exempelstad-nya.yaml"


class TestAdd:
    def test_the_least_that_is_known_breaks_no_rule(self) -> None:
        done = add(desk(), NEW)
        assert said(done, NEW_PATH) == {
            "id": "exempelstad-nya",
            "name": "Nya",
            "municipality": "0180",
            "lifecycle": [{"event": "opened", "on": "2027-02-01", "source": NEWS_ID}],
            "sources": {NEWS_ID: {"url": NEWS.text, "retrieved": "2026-11-20"}},
        }
        assert errors(done) == []
        assert done.cited == (NEWS.text,)

    def test_all_that_is_known_has_its_day_and_its_source(self) -> None:
        hours = read("mån-tors 10-16, fre stängt").patterns
        full = replace(
            NEW,
            kind=OfficeKind.TEMPORARY,
            town="Stockholm",
            event=EventKind.PLANNED,
            on=PartialDate.parse("2026-11"),
            expected=PartialDate.parse("2027-05-03"),
            address=NewAddress("Nygatan 2", "11322", "Stockholm"),
            hours=hours,
        )
        done = add(desk(), full)
        found = said(done, NEW_PATH)
        assert found["kind"] == "temporary"
        assert found["lifecycle"] == [
            {"event": "planned", "on": "2026-11", "expected": "2027-05-03", "source": NEWS_ID}
        ]
        assert found["addresses"][0]["valid_from"] == "2027-05-03"
        assert found["opening_hours"][0]["weekly"]["fri"] == []
        assert errors(done) == []

    def test_hours_of_a_plan_without_a_day_are_undated(self) -> None:
        planned = replace(NEW, event=EventKind.PLANNED, hours=read("mån 10-16").patterns)
        assert said(add(desk(), planned), NEW_PATH)["opening_hours"][0]["undated"] is True

    @pytest.mark.parametrize("ident", ["Nya", "ny a", "", "-nya", "nya-", "ny--a", "ä", "x" * 61, "../nya", "nya\n"])
    def test_an_id_is_written_as_one(self, ident: str) -> None:
        with pytest.raises(WrongUsage):
            add(desk(), replace(NEW, id=ident))

    def test_an_id_is_never_used_again(self) -> None:
        with pytest.raises(Refused, match="there is an office"):
            add(desk(), replace(NEW, id=OFFICE_ID))

    @pytest.mark.parametrize(
        ("name", "municipality", "ident"),
        [
            ("Arvika", "Arvika", "arvika"),
            ("Hallunda", "Botkyrka", "botkyrka-hallunda"),
            ("Göteborg Angered", "Göteborg", "goteborg-angered"),
            ("Åmål", "Åmål", "amal"),
            ("S:t Eriksplan", "Stockholm", "stockholm-s-t-eriksplan"),
            ("???", "Umeå", "umea"),
        ],
    )
    def test_an_id_is_suggested_from_name_and_place(self, name: str, municipality: str, ident: str) -> None:
        assert suggested_id(name, municipality) == ident


EVERYWHERE: Changes = {
    **OTHER,
    OFFICE_PATH: {"lifecycle": [{"event": "closed", "on": "2026-01-01", "successors": ["exempelstad-hamnen"]}]},
    HARBOUR: {"name": "Hamnen", "lifecycle": [{"event": "opened", "on": "2020-03-01"}], "predecessor": OFFICE_ID},
    "agreements/takeover-2019.yaml": {"scope": "list", "offices": ["exempelstad-hamnen", OFFICE_ID]},
    "registry.yaml": {
        "policies": {
            "closed_days": ["public_holidays"],
            "staggered_closing": {"offices": [OFFICE_ID, "exempelstad-hamnen"], "since": "2023-10-02"},
        }
    },
}


class TestRename:
    def test_it_is_changed_wherever_it_stands(self) -> None:
        done = rename(desk(EVERYWHERE), OFFICE_ID, "exempelstad-nya", "Nya torget")
        everything = {path: said(done, path) for path in done.paths()}
        assert everything[NEW_PATH]["name"] == "Nya torget"
        assert everything[NEW_PATH]["predecessor"] == OFFICE_ID
        assert everything[HARBOUR]["predecessor"] == "exempelstad-nya"
        assert everything["agreements/takeover-2019.yaml"]["offices"] == ["exempelstad-hamnen", "exempelstad-nya"]
        assert everything["decisions/ssc-exempelbeslut-2021.yaml"]["offices"] == ["exempelstad-nya"]
        assert everything["registry.yaml"]["policies"]["staggered_closing"]["offices"][0] == "exempelstad-nya"
        assert OFFICE_PATH not in everything
        del everything[NEW_PATH]["predecessor"]
        assert f"'{OFFICE_ID}'" not in repr(everything)

    def test_successors_follow(self) -> None:
        done = rename(desk(OTHER).replace(HARBOUR, _succeeded()), OFFICE_ID, "exempelstad-nya")
        assert said(done, HARBOUR)["lifecycle"][0]["successors"] == ["exempelstad-nya", "x"]

    def test_a_file_stays_in_its_folder(self) -> None:
        done = rename(desk().rename(OFFICE_PATH, f"offices/ab/{OFFICE_ID}.yaml"), OFFICE_ID, "exempelstad-nya")
        assert done.find(Kind.OFFICE, "exempelstad-nya") == "offices/ab/exempelstad-nya.yaml"

    @pytest.mark.parametrize(
        ("new", "changes", "error"),
        [
            pytest.param("exempelstad-hamnen", OTHER, Refused, id="taken"),
            pytest.param(OFFICE_ID, OTHER, WrongUsage, id="the same"),
            pytest.param("Nya Torget", OTHER, WrongUsage, id="no id"),
            pytest.param(
                "exempelstad-nya",
                {OFFICE_PATH: {"predecessor": "exempelstad-hamnen"}, **OTHER},
                Refused,
                id="has a predecessor",
            ),
        ],
    )
    def test_what_would_lose_an_id_is_refused(self, new: str, changes: Changes, error: type[SscctlError]) -> None:
        with pytest.raises(error):
            rename(desk(changes), OFFICE_ID, new)


def _succeeded() -> bytes:
    return (
        b"id: exempelstad-hamnen\nname: Hamnen\nmunicipality: '0180'\nlifecycle:\n"
        b"  - {event: closed, on: '2020-03-01', successors: [exempelstad-torget, x]}\nsources: {}\n"
    )


class TestSet:
    @pytest.mark.parametrize(
        ("field", "text", "path", "value"),
        [
            ("name", "Torg", ("name",), "Torg"),
            ("contact.phone", "+46771123456", ("contact", "phone"), "+46771123456"),
            ("facilities.guard", "ja", ("facilities", "guard"), True),
            ("facilities.wheelchair", "false", ("facilities", "wheelchair"), False),
            ("addresses.0.street", "Nygatan 1", ("addresses", 0, "street"), "Nygatan 1"),
            ("addresses.0.position.latitude", "59,5", ("addresses", 0, "position", "latitude"), 59.5),
            ("municipality", "0184", ("municipality",), "0184"),
            ("contact.web", None, ("contact",), None),
            ("town", None, ("town",), None),
        ],
    )
    def test_a_value_takes_its_field_s_type(
        self, field: str, text: str | None, path: tuple[str | int, ...], value: object
    ) -> None:
        found: Any = said(set_value(desk(), OFFICE_ID, field, text, None), OFFICE_PATH)
        for step in path:
            found = found.get(step) if isinstance(found, dict) else found[step]
            if found is None:
                break
        assert found == value

    def test_the_same_value_changes_nothing(self) -> None:
        assert set_value(desk(), OFFICE_ID, "name", "Torget", None).changes == ()

    def test_facts_that_name_their_source_name_the_new_one_too(self) -> None:
        done = set_value(desk(), OFFICE_ID, "addresses.0.street", "Nygatan 1", NEWS)
        assert said(done, OFFICE_PATH)["addresses"][0]["source"] == ["page", NEWS_ID]

    @pytest.mark.parametrize("field", sorted(ELSEWHERE))
    def test_what_is_derived_or_kept_in_order_tells_who_does_it(self, field: str) -> None:
        with pytest.raises(WrongUsage) as caught:
            set_value(desk(), OFFICE_ID, field, "x", None)
        assert caught.value.advice == ELSEWHERE[field]

    @pytest.mark.parametrize(
        ("field", "text", "error"),
        [
            ("nam", "x", WrongUsage),
            ("facilities.guard", "kanske", WrongUsage),
            ("facilities", "x", WrongUsage),
            ("kind", "boat", WrongUsage),
            ("addresses.7.street", "x", NotFound),
            ("name", None, WrongUsage),
            ("contact.phone", None, NotFound),
            ("addresses.0.position.latitude", "north", WrongUsage),
        ],
    )
    def test_what_does_not_fit_is_refused(self, field: str, text: str | None, error: type[SscctlError]) -> None:
        with pytest.raises(error):
            set_value(desk(), OFFICE_ID, field, text, None)

    def test_only_what_can_be_set_is_offered(self) -> None:
        offered = set(settable())
        assert {"name", "town", "contact.phone", "facilities.wheelchair", "municipality"} <= offered
        assert not offered & set(ELSEWHERE)
