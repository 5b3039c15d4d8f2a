"""Agreements and agencies on the desk: entered, joined and ended, with every office that is concerned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sscctl.domain.agency import AgencyKind, Role
from sscctl.domain.agreement import AgreementKind
from sscctl.domain.office import Booking, Level
from sscctl.domain.partial_date import PartialDate
from sscctl.editing.agencies import NewAgency, add_agency
from sscctl.editing.agreement_end import end_agreement, resting
from sscctl.editing.agreements import NewAgreement, NewTask, add_agreement
from sscctl.editing.desk import Desk
from sscctl.editing.document_set import set_value
from sscctl.editing.joining import Terms, join
from sscctl.editing.sources import Origin
from sscctl.errors import NotFound, Refused
from sscctl.reading.kinds import Kind
from sscctl.reading.snapshot import MemorySnapshot
from sscctl.text import Text
from tests.builders import files_of, laid_over

SEEN = PartialDate.parse("2026-11-22").first
ORIGIN = Origin("https://exempel.se/avtal", SEEN)
SOURCE = "exempel-2026-11-22"

AGREEMENT: dict[str, object] = {
    "kind": "service",
    "performer": "statens-servicecenter",
    "principals": ["migrationsverket"],
    "valid_from": "2024-01-01",
    "scope": "list",
    "offices": ["kiruna"],
    "sources": {"page": {"url": "https://exempel.se"}},
}
PILOT = {"agency": "migrationsverket", "agreement": "pilot-2022", "valid_from": "2022-01-01", "source": "page"}
SERVICE = {"agency": "migrationsverket", "agreement": "service-2024", "valid_from": "2024-02-01", "source": "page"}


def desk(**offices: list[dict[str, Any]]) -> Desk:
    """A registry with an agreement of 2024, a pilot before it, and offices with these participations."""
    changes: dict[str, Mapping[str, object]] = {
        "agreements/service-2024.yaml": AGREEMENT,
        "agreements/pilot-2022.yaml": {**AGREEMENT, "kind": "pilot", "valid_from": "2022-01-01", "offices": ["visby"]},
        "agreements/intent-2022.yaml": {**AGREEMENT, "kind": "letter_of_intent"},
        "agreements/everywhere.yaml": {**AGREEMENT, "scope": "all", "offices": None},
    }
    for name, entries in offices.items():
        changes[f"offices/{name}.yaml"] = {"name": name.title(), "municipality": "0980", "participations": entries}
    return Desk.of(MemorySnapshot(files_of(laid_over(changes))))


def parts(planned: Desk, office: str) -> list[object]:
    found = planned.tree(f"offices/{office}.yaml").get("participations")
    assert isinstance(found, list)
    return found


def terms(since: str = "2027-01-11", level: Level | None = None, agencies: tuple[str, ...] = ()) -> Terms:
    return Terms(PartialDate.parse(since), agencies, level, Booking.DROP_IN if level else None)


class TestJoin:
    def test_three_offices_at_once(self) -> None:
        before = desk(visby=[], kalmar=[], boden=[])
        on_terms = terms(level=Level.GUIDANCE)
        planned = join(before, "service-2024", ("visby", "kalmar", "boden"), on_terms, ORIGIN)
        assert planned.tree("agreements/service-2024.yaml")["offices"] == ["kiruna", "visby", "kalmar", "boden"]
        for office in ("visby", "kalmar", "boden"):
            assert parts(planned, office) == [
                {
                    "agency": "migrationsverket",
                    "agreement": "service-2024",
                    "valid_from": "2027-01-11",
                    "level": "guidance",
                    "booking": "drop_in",
                    "source": SOURCE,
                }
            ]
        assert len(planned.changes) == 4
        assert planned.cited == ("https://exempel.se/avtal",)

    def test_what_held_under_another_agreement_ends_the_day_before(self) -> None:
        planned = join(desk(visby=[PILOT]), "service-2024", ("visby",), terms("2024-03-01"), None)
        assert parts(planned, "visby") == [
            {**PILOT, "valid_through": "2024-02-29"},
            {"agency": "migrationsverket", "agreement": "service-2024", "valid_from": "2024-03-01"},
        ]

    def test_one_that_takes_part_already_is_left_as_it_is(self) -> None:
        planned = join(desk(kiruna=[SERVICE]), "service-2024", ("kiruna",), terms(), ORIGIN)
        assert planned.changes == ()

    def test_an_agreement_on_all_offices_lists_none(self) -> None:
        planned = join(desk(visby=[]), "everywhere", ("visby",), terms(level=Level.HANDLING), ORIGIN)
        assert "offices" not in planned.tree("agreements/everywhere.yaml")
        assert len(parts(planned, "visby")) == 1


NO_JOINING = {
    "a letter of intent": ("intent-2022", terms(), "intent-2022 är en avsiktsförklaring"),
    "before the agreement": ("service-2024", terms("2023-06-01"), "service-2024 gäller först från 2024-01-01"),
    "an agency that is no party": (
        "service-2024",
        terms(agencies=("skatteverket",)),
        "skatteverket är inte part i service-2024",
    ),
    "it takes part later under another": (
        "everywhere",
        terms("2024-01-15"),
        "offices/kiruna.yaml: migrationsverket deltar redan från 2024-02-01 (service-2024)",
    ),
}


@pytest.mark.parametrize(("agreement", "on_terms", "words"), NO_JOINING.values(), ids=NO_JOINING)
def test_what_gives_no_right_is_refused(agreement: str, on_terms: Terms, words: str) -> None:
    with pytest.raises(Refused) as caught:
        join(desk(kiruna=[SERVICE]), agreement, ("kiruna",), on_terms, ORIGIN)
    assert caught.value.message.sv == words


class TestEnd:
    ON = PartialDate.parse("2026-12-31")

    def test_what_rests_on_it_ends_with_it(self) -> None:
        over = {**SERVICE, "valid_through": "2025-06-30"}
        later = {**SERVICE, "valid_from": "2027-03-01"}
        longer = {**SERVICE, "valid_through": "2028-06-30"}
        before = desk(kiruna=[SERVICE], visby=[over], kalmar=[later], boden=[longer])
        note = Text("Uppsagt", "Terminated")
        planned = end_agreement(before, "service-2024", self.ON, ORIGIN, note)
        ended = {"on": "2026-12-31", "note": {"sv": "Uppsagt", "en": "Terminated"}, "source": SOURCE}
        assert planned.tree("agreements/service-2024.yaml")["ended"] == ended
        assert parts(planned, "kiruna") == [{**SERVICE, "valid_through": "2026-12-31"}]
        assert parts(planned, "boden") == [{**SERVICE, "valid_through": "2026-12-31"}]
        assert parts(planned, "visby") == [over]
        assert parts(planned, "kalmar") == [later]

    def test_the_offices_are_found(self) -> None:
        before = desk(kiruna=[SERVICE], visby=[PILOT])
        assert [(one.office, one.whom) for one in resting(before, "service-2024")] == [("kiruna", "migrationsverket")]

    def test_the_same_end_again_is_no_change(self) -> None:
        planned = end_agreement(desk(kiruna=[SERVICE]), "service-2024", self.ON, ORIGIN)
        assert end_agreement(planned, "service-2024", self.ON, ORIGIN).changes == planned.changes

    def test_an_end_before_the_beginning_is_refused(self) -> None:
        with pytest.raises(Refused, match="begins only on 2024-01-01"):
            end_agreement(desk(), "service-2024", PartialDate.parse("2023-12-31"), ORIGIN)

    def test_an_end_after_the_end_is_refused(self) -> None:
        planned = end_agreement(desk(), "service-2024", self.ON, ORIGIN)
        with pytest.raises(Refused, match="ended on 2026-12-31 already"):
            end_agreement(planned, "service-2024", PartialDate.parse("2027-12-31"), ORIGIN)


class TestAdd:
    NEW = NewAgreement(
        "service-2027",
        AgreementKind.SERVICE,
        "statens-servicecenter",
        ("migrationsverket",),
        valid_from="2027-01-01",
        tasks=(NewTask("cards", Text("Id-kort", "Identity cards"), "id-card", ("Läsning",)),),
        legal_basis=(("sfs-2019-212", "1"),),
        supersedes="service-2024",
    )

    def test_it_is_entered_and_the_one_it_replaces_names_it(self) -> None:
        planned = add_agreement(desk(), self.NEW, ORIGIN)
        tree = planned.tree("agreements/service-2027.yaml")
        assert tree["tasks"] == [
            {
                "id": "cards",
                "title": {"sv": "Id-kort", "en": "Identity cards"},
                "public_authority": True,
                "personal_data": True,
                "access": ["Läsning"],
                "ordinance_case": "id-card",
            }
        ]
        assert tree["legal_basis"] == [{"act": "sfs-2019-212", "section": "1"}]
        assert tree["sources"] == {SOURCE: {"url": "https://exempel.se/avtal", "retrieved": "2026-11-22"}}
        assert planned.tree("agreements/service-2024.yaml")["superseded_by"] == "service-2027"

    def test_an_id_is_given_once(self) -> None:
        planned = add_agreement(desk(), self.NEW, ORIGIN)
        with pytest.raises(Refused, match="service-2027 already"):
            add_agreement(planned, self.NEW, ORIGIN)


class TestAgency:
    NEW = NewAgency("csn", AgencyKind.STATE_AGENCY, "CSN", role=Role.PARTICIPATING, phone="+46771276000")

    def test_it_is_entered_with_its_source(self) -> None:
        tree = add_agency(desk(), self.NEW, ORIGIN).tree("agencies/csn.yaml")
        assert tree["phones"] == [{"number": "+46771276000", "kind": "published", "source": SOURCE}]
        assert tree["role"] == {"kind": "participating", "source": SOURCE}

    def test_an_id_is_given_once(self) -> None:
        with pytest.raises(Refused, match="csn already"):
            add_agency(add_agency(desk(), self.NEW, ORIGIN), self.NEW, ORIGIN)

    def test_a_value_is_set_and_its_group_names_the_source(self) -> None:
        change = ("role.since", "2027-01-01")
        planned = set_value(add_agency(desk(), self.NEW, ORIGIN), Kind.AGENCY, "csn", change, Origin("Dnr 2", SEEN))
        assert planned.tree("agencies/csn.yaml")["role"] == {
            "kind": "participating",
            "since": "2027-01-01",
            "source": [SOURCE, "dnr-2-2026-11-22"],
        }

    def test_a_value_that_is_there_is_no_change(self) -> None:
        planned = add_agency(desk(), self.NEW, ORIGIN)
        assert set_value(planned, Kind.AGENCY, "csn", ("name.sv", "CSN"), ORIGIN).changes == planned.changes

    def test_an_agency_that_is_not_there(self) -> None:
        with pytest.raises(NotFound):
            set_value(desk(), Kind.AGENCY, "csn", ("name.sv", "CSN"), None)
