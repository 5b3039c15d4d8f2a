"""Offices in schema.org's words, read back by rdflib: a reader of JSON-LD that is not ours."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from sscctl.domain.clocktime import read_clocks
from sscctl.domain.hours import WEEKDAYS
from sscctl.domain.office import Office
from sscctl.publishing.horizon import horizon
from sscctl.publishing.json_ld import island
from sscctl.publishing.office_record import publish_office
from sscctl.publishing.press import make
from sscctl.wording.names import DAY_NAMES
from tests.builders import TODAY, deviation, office, week
from tests.publishing.editions import edition, of_offices
from tests.publishing.linked_data import VOCABULARY, parsed
from tests.publishing.test_contract import EVERYTHING
from tests.publishing.test_hostile_strings import HOSTILE, everything

S = Namespace(VOCABULARY)
BASE = "https://exempel.se/data"
PATH = "offices/exempelstad-torget.jsonld"
IDENT = URIRef(f"{BASE}/v1/{PATH}#office")
WHOLE_WEEK = week(*["10:00-16:00"] * 5, "closed", "closed")
SINCE_2021 = {"valid_from": "2021-11-01", "weekly": WHOLE_WEEK}


def graph(one: Office, path: str = PATH, day: date = TODAY) -> Graph:
    """A published file as triples."""
    return parsed(make(of_offices(one, day=day, base_url=BASE)).data(path), f"{BASE}/v1/{path}")


def value(found: Graph, *way: str, start: Any = IDENT) -> object:  # noqa: ANN401  a node
    for step in way:
        start = found.value(start, S[step])
    return start.toPython() if isinstance(start, Literal) else start


class TestAnOffice:
    found = graph(office(**EVERYTHING))

    def test_it_is_a_government_office(self) -> None:
        assert [*self.found.subjects(RDF.type, S.GovernmentOffice)] == [IDENT]

    @pytest.mark.parametrize(
        ("way", "expected"),
        [
            ("identifier", "exempelstad-torget"),
            ("name", "Servicekontoret Torget"),
            ("telephone", "+46771123456"),
            ("address streetAddress", "Exempelgatan 1"),
            ("address postalCode", "11000"),
            ("address addressCountry", "SE"),
            ("geo latitude", 59.342157),
            ("geo longitude", 18.05432),
            ("containedInPlace name", "Stockholm kommun"),
            ("containedInPlace identifier value", "0180"),
            ("containedInPlace containedInPlace name", "Stockholms län"),
            ("parentOrganization identifier value", "202100-6453"),
            ("publicAccess", True),
            ("foundingDate", "2021-11-01"),
        ],
    )
    def test_it_says(self, way: str, expected: object) -> None:
        assert value(self.found, *way.split()) == expected

    def test_agencies_are_services_whose_channel_leads_here(self) -> None:
        services = [*self.found.subjects(RDF.type, S.GovernmentService)]
        assert len(services) == 5
        names = {
            str(name) for one in services for name in self.found.objects(self.found.value(one, S.provider), S.name)
        }
        assert {"Skatteverket", "Swedish Tax Agency", "Migrationsverket"} <= names
        assert {value(self.found, "availableChannel", "serviceLocation", start=one) for one in services} == {IDENT}

    def test_facilities_say_what_is_there_and_what_is_not(self) -> None:
        features = [*self.found.objects(IDENT, S.amenityFeature)]
        told = {value(self.found, "name", start=one): value(self.found, "value", start=one) for one in features}
        assert told == {"wheelchair": True, "guard": False}


def test_a_point_that_merely_shows_the_town_is_left_out() -> None:
    place = {"latitude": 59.34, "longitude": 18.05, "precision": "town"}
    assert value(graph(office(addresses=[{"street": "Exempelgatan 1", "position": place}])), "geo") is None


def test_a_closed_office_says_since_when_and_has_no_hours() -> None:
    found = graph(office(lifecycle=[{"event": "opened", "on": "2021"}, {"event": "closed", "on": "2026-05-31"}]))
    assert (value(found, "foundingDate"), value(found, "dissolutionDate")) == ("2021", "2026-05-31")
    assert value(found, "openingHoursSpecification") is None


def read_hours(found: Graph, day: date) -> list[tuple[int, int]] | None:
    """The hours of a day as a reader of schema.org takes them: special entries override the ordinary ones."""
    for term in ("specialOpeningHoursSpecification", "openingHoursSpecification"):
        spans: list[tuple[int, int]] = []
        entries = [one for one in found.objects(IDENT, S[term]) if _is_for(found, one, day)]
        for one in entries:
            opens, closes = value(found, "opens", start=one), value(found, "closes", start=one)
            if opens is not None:
                start, end = read_clocks(f"{opens}-{closes}")
                spans.append((start, {0: 1440, 1439: 1440}.get(end, end)))
        if entries:
            return sorted(spans)
    return None


def _is_for(found: Graph, entry: Any, day: date) -> bool:  # noqa: ANN401  a node
    first, last = value(found, "validFrom", start=entry), value(found, "validThrough", start=entry)
    days = [str(named) for named in found.objects(entry, S.dayOfWeek)]
    name = DAY_NAMES[WEEKDAYS[day.weekday()]].en
    return str(first or "") <= str(day) <= str(last or "9999") and (not days or f"https://schema.org/{name}" in days)


WAYS: Sequence[tuple[str, dict[str, object]]] = (
    ("the same every week", {"opening_hours": [SINCE_2021]}),
    (
        "deviations and a new year's hours",
        {
            "opening_hours": [
                {**SINCE_2021, "valid_through": "2026-12-31"},
                {"valid_from": "2027-01-01", "weekly": week("10:00-12:00, 13:00-24:00", *["00:00-24:00"] * 6)},
            ],
            "deviations": [deviation("2026-12-23", "10:00-13:00"), deviation("2027-07-05..2027-07-18", "closed")],
        },
    ),
    ("odd weeks alone", {"opening_hours": [{**SINCE_2021, "weeks": "odd"}, {**SINCE_2021, "weeks": "even"}]}),
    (
        "open in odd weeks, closed in even",
        {"opening_hours": [{**SINCE_2021, "weeks": "odd"}, {"valid_from": "2021", "weekly": week(*["closed"] * 7)}]},
    ),
    (
        "closing in May",
        {
            "opening_hours": [SINCE_2021],
            "lifecycle": [
                {"event": "opened", "on": "2021-11-01"},
                {"event": "closing_decided", "on": "2026-10-01", "last_day": "2027-05-31"},
            ],
        },
    ),
)


@pytest.mark.parametrize("facts", [facts for _, facts in WAYS], ids=[name for name, _ in WAYS])
def test_every_day_of_two_years_reads_as_in_the_timetable(facts: dict[str, object]) -> None:
    one = office(**facts)
    found = graph(one)
    for hours in edition().policy.timetable(one).days(TODAY, horizon(TODAY)[1]):
        if hours.spans is not None:
            assert (read_hours(found, hours.day) or []) == [(span.start, span.end) for span in hours.spans], hours.day


def test_a_long_closure_is_one_entry() -> None:
    found = graph(office(opening_hours=[SINCE_2021], deviations=[deviation("2027-07-05..2027-07-25", "closed")]))
    entries = [
        one
        for one in found.objects(IDENT, S.specialOpeningHoursSpecification)
        if value(found, "validFrom", start=one) == "2027-07-05"
    ]
    assert [value(found, "validThrough", start=one) for one in entries] == ["2027-07-23"]
    (entry,) = entries
    assert {str(reason) for reason in found.objects(entry, S.description)} == {"Personalmöte", "Staff meeting"}


def test_hours_that_nobody_knows_are_not_told() -> None:
    found = graph(office(opening_hours=[SINCE_2021], lifecycle=[]))
    assert value(found, "openingHoursSpecification") is None


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_comes_back_from_it(text: str) -> None:
    found = graph(everything(text))
    assert value(found, "name") == f"Servicekontoret {text}"
    assert value(found, "address", "streetAddress") == text


def test_all_offices_stand_in_one_file_under_the_same_names() -> None:
    one = office(**EVERYTHING)
    assert len(graph(one, "offices.jsonld")) == len(graph(one))


def test_a_page_carries_the_same_and_names_itself_where_no_address_is_known() -> None:
    within, without = of_offices(office(), base_url=BASE), of_offices(office())
    assert island(publish_office(office(), within), within) == json.loads(make(within).data(PATH))
    (first, *_) = _list(island(publish_office(office(), without), without)["@graph"])
    assert first["@id"] == "#office"


def _list(value: Any) -> list[dict[str, object]]:  # noqa: ANN401  JSON
    assert isinstance(value, list)
    return value


def test_relative_names_of_the_same_office_meet() -> None:
    made = make(of_offices(office()))
    alone, together = (
        parsed(made.data(path), f"https://somewhere.example/{path}") for path in (PATH, "offices.jsonld")
    )
    assert {*alone.subjects(RDF.type, S.GovernmentOffice)} == {*together.subjects(RDF.type, S.GovernmentOffice)}
