"""The lists beside the offices: tombstones, municipalities, agencies and agreements."""

from __future__ import annotations

from sscctl.publishing.press import make
from tests.builders import office
from tests.publishing.editions import Tree, edition, of_offices, tree

OPENED = {"event": "opened", "on": "2021-11-01", "source": "page"}
PLANNED = {"event": "planned", "on": "2020", "source": "page"}
CLOSED = {"event": "closed", "on": "2025-06-01", "last_day": "2025-05-30", "successors": ["b-open"], "source": "page"}
CANCELLED = {"event": "cancelled", "on": "2024", "source": "page"}


def four() -> Tree:
    lives = {
        "a-closed": [OPENED, CLOSED],
        "b-open": [OPENED],
        "c-cancelled": [PLANNED, CANCELLED],
        "d-planned": [PLANNED],
    }
    return {ident: office(id=ident, lifecycle=life) for ident, life in lives.items()}


def test_what_is_over_has_a_tombstone_and_keeps_its_record() -> None:
    found = tree(make(of_offices(*four().values())), "offices.json")
    assert [record["id"] for record in found["offices"]] == list(four())
    stones = {stone["id"]: stone for stone in found["tombstones"]}
    assert {ident: stone["reason"] for ident, stone in stones.items()} == {
        "a-closed": "closed",
        "c-cancelled": "cancelled",
    }
    assert stones["a-closed"]["successors"] == ["b-open"]
    assert stones["a-closed"]["closedOn"]["value"] == "2025-05-31"


def test_a_municipality_names_the_offices_in_it_and_those_that_are_open() -> None:
    found = tree(make(of_offices(*four().values())), "municipalities.json")
    places = {place["code"]: place for place in found["municipalities"]}
    assert len(places) == found["meta"]["count"] == 290
    assert places["0180"]["offices"] == list(four())
    assert places["0180"]["openOffices"] == ["b-open"]
    assert places["0114"]["offices"] == places["0114"]["openOffices"] == []
    assert places["0180"]["county"] == {"code": "01", "name": "Stockholms län"}
    assert [county["code"] for county in found["counties"]] == sorted({code[:2] for code in places})


def test_an_agency_is_told_with_its_telephones_and_services() -> None:
    phones = [{"number": "+46771524524", "display": "0771-524 524", "kind": "published", "source": "register"}]
    services = [{"id": "id-kort", "name": {"sv": "Id-kort", "en": "Identity card"}, "source": "register"}]
    changes = {"agencies/forsakringskassan.yaml": {"phones": phones, "services": services, "wikidata": "Q1234"}}
    agencies = {agency["id"]: agency for agency in tree(make(edition(changes)), "agencies.json")["agencies"]}
    found = agencies["forsakringskassan"]
    assert found["telephones"] == [{"number": "+46771524524", "display": "0771-524 524", "sources": ["register"]}]
    assert found["services"][0]["names"]["en"] == "Identity card"
    assert (found["identifier"], found["role"], found["wikidata"]) == ("202100-5521", "participating", "Q1234")


def test_an_agreement_is_told_with_its_tasks() -> None:
    (found,) = tree(make(edition()), "agreements.json")["agreements"]
    assert found["principals"] == ["forsakringskassan", "pensionsmyndigheten", "skatteverket", "arbetsformedlingen"]
    assert found["validFrom"]["value"] == "2019-06-01"
    assert found["tasks"] == [
        {
            "id": "guidance",
            "titles": {"sv": "Vägledning", "en": "Guidance"},
            "publicAuthority": False,
            "personalData": False,
        }
    ]


def test_a_decision_is_told_with_who_took_it_and_whom_it_heard() -> None:
    found = tree(make(edition()), "decisions.json")
    decisions = {one["id"]: one for one in found["decisions"]}
    assert found["meta"]["count"] == len(decisions)
    own = decisions["ssc-exempelbeslut-2021"]
    assert (own["type"], own["reference"], own["body"]) == ("own_decision", "EX 2021-00001", "board")
    assert (own["decidedBy"], own["date"]["value"]) == ("statens-servicecenter", "2021-06-01")
    assert own["consulted"] == ["municipality", "region", "county_board"]
    assert own["offices"] == ["exempelstad-torget"]
    assert decisions["sfs-2019-212"]["inForce"] == "2019-06-01"


def test_every_act_that_an_agreement_rests_on_is_among_them() -> None:
    made = make(edition())
    known = {one["id"] for one in tree(made, "decisions.json")["decisions"]}
    resting = {basis["act"] for one in tree(made, "agreements.json")["agreements"] for basis in one["legalBasis"]}
    assert resting <= known
