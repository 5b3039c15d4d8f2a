"""`hsds/` by the Human Services Data Specification 3.0 (docs.openreferral.org), as a Tabular Data Package."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from uuid import UUID

import pytest

from sscctl.domain.office import Office
from sscctl.publishing.horizon import horizon
from sscctl.publishing.hsds import PACKAGE
from sscctl.publishing.hsds_hours import INSTEAD
from sscctl.publishing.press import Print, make
from tests.builders import TODAY, office
from tests.publishing.calendars import by_timetable
from tests.publishing.editions import edition, of_offices, tree
from tests.publishing.real import real_edition
from tests.publishing.test_contract import EVERYTHING
from tests.publishing.test_hostile_strings import HOSTILE, everything
from tests.publishing.test_json_ld import WAYS

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "organizations": ("id", "name", "description"),
    "organization_identifiers": ("id", "organization_id", "identifier_type", "identifier"),
    "services": ("id", "organization_id", "name", "status"),
    "locations": ("id", "location_type"),
    "service_at_location": ("id", "service_id", "location_id"),
    "addresses": ("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    "phones": ("id", "number"),
    "accessibility": ("id",),
    "schedules": ("id",),
}
"""What the specification's schemas demand of each table (openreferral/specification, schema/*.json, 3.0)."""

CODES: Mapping[tuple[str, str], set[str]] = {
    ("services", "status"): {"active", "inactive", "defunct", "temporarily closed"},
    ("locations", "location_type"): {"physical", "postal", "virtual"},
    ("addresses", "address_type"): {"physical", "postal", "virtual"},
    ("schedules", "freq"): {"WEEKLY", "MONTHLY"},
}
"""The values that it allows."""

COLUMNS: Mapping[str, str] = {
    "organization": """id name alternate_name description email website tax_status tax_id year_incorporated legal_status
        logo uri parent_organization_id""",
    "organization_identifier": "id organization_id identifier_scheme identifier_type identifier",
    "service": """id organization_id program_id name alternate_name description url email status interpretation_services
        application_process fees_description wait_time fees accreditations eligibility_description minimum_age
        maximum_age assured_date assurer_email licenses alert last_modified""",
    "location": """id location_type url organization_id name alternate_name description transportation latitude
        longitude external_identifier external_identifier_type""",
    "service_at_location": "id service_id location_id description",
    "address": """id location_id attention address_1 address_2 city region state_province postal_code country
        address_type""",
    "phone": """id location_id service_id organization_id contact_id service_at_location_id number extension type
        description""",
    "accessibility": "id location_id description details url",
    "schedule": """id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count
        wkst freq interval byday byweekno bymonthday byyearday description opens_at closes_at schedule_link
        attending_type notes""",
}
"""The columns that the specification's tables have (the same schemas)."""

FORMS = {
    "uuid": r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "number": r"-?[0-9]+(\.[0-9]+)?",
}

Rows = list[dict[str, str]]


def rows(printed: Print, table: str) -> Rows:
    data = printed.data(f"hsds/{table}.csv").decode()
    return list(csv.DictReader(io.StringIO(data, newline=""), strict=True))


@pytest.fixture(scope="module", params=["everything", "the registry"])
def printed(request: pytest.FixtureRequest) -> Print:
    return make(of_offices(office(**EVERYTHING)) if request.param == "everything" else real_edition())


@pytest.mark.parametrize("table", REQUIRED)
def test_every_row_says_what_its_table_demands(printed: Print, table: str) -> None:
    for row in rows(printed, table):
        assert all(row[name] for name in REQUIRED[table]), row


@pytest.mark.parametrize(("table", "column"), CODES)
def test_codes_are_those_of_the_specification(printed: Print, table: str, column: str) -> None:
    assert {row[column] for row in rows(printed, table)} <= CODES[table, column]


def test_the_package_describes_its_tables_and_they_keep_it(printed: Print) -> None:
    package = tree(printed, PACKAGE)
    assert package["profile"] == "tabular-data-package"
    for resource in package["resources"]:
        table = rows(printed, resource["path"].removesuffix(".csv"))
        for field in resource["schema"]["fields"]:
            form = FORMS.get(field.get("format", field["type"]))
            for row in table:
                cell = row[field["name"]]
                assert cell or "constraints" not in field
                assert not cell or form is None or re.fullmatch(form, cell), (field["name"], cell)
        heading = printed.data(f"hsds/{resource['path']}").decode().split("\r\n")[0]
        assert heading == ",".join(field["name"] for field in resource["schema"]["fields"])


def test_every_column_is_one_of_the_specification(printed: Print) -> None:
    for resource in tree(printed, PACKAGE)["resources"]:
        told = [field["name"] for field in resource["schema"]["fields"]]
        known = COLUMNS[resource["name"]].split()
        assert told == [name for name in known if name in told]


def test_ids_are_unique_and_every_reference_leads_to_one(printed: Print) -> None:
    resources = {one["name"]: one for one in tree(printed, PACKAGE)["resources"]}
    ids = {
        name: [row["id"] for row in rows(printed, one["path"].removesuffix(".csv"))] for name, one in resources.items()
    }
    every = [ident for found in ids.values() for ident in found]
    assert len(every) == len(set(every))
    for one in resources.values():
        for key in one["schema"].get("foreignKeys", ()):
            found = {row[key["fields"]] for row in rows(printed, one["path"].removesuffix(".csv"))} - {""}
            assert found <= set(ids[key["reference"]["resource"]])


def test_ids_stay_from_day_to_day() -> None:
    one = office(**EVERYTHING)
    today, later = (make(of_offices(one, day=day)) for day in (TODAY, TODAY + timedelta(days=1)))
    assert UUID(rows(today, "locations")[0]["id"]).version == 5
    for table in REQUIRED:
        assert rows(today, table) == rows(later, table), table


def test_closed_and_coming_offices_are_not_in_it() -> None:
    closed = office(id="a", lifecycle=[{"event": "closed", "on": "2025"}])
    coming = office(id="b", lifecycle=[{"event": "planned", "on": "2026"}])
    away = office(id="c", lifecycle=[{"event": "opened", "on": "2021"}, {"event": "suspended", "on": "2026-01-01"}])
    printed = make(of_offices(closed, coming, away, office(id="d")))
    assert [row["external_identifier"] for row in rows(printed, "locations")] == ["c", "d"]
    assert len(rows(printed, "service_at_location")) == 4


def read_hours(found: Rows, day: date) -> list[tuple[int, int]]:
    """The hours of a day by the offsets they are told with, in seconds since 1970; exceptions stand for the others."""
    name = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()]
    holding = [
        row for row in found if row["valid_from"] <= str(day) <= row["valid_to"] and name in row["byday"].split(",")
    ]
    special = [row for row in holding if row["notes"] == INSTEAD]
    return sorted(_span(row, day) for row in special or holding if row["opens_at"])


def _span(row: dict[str, str], day: date) -> tuple[int, int]:
    zone = timezone(timedelta(hours=float(row["timezone"])))
    start, end = (datetime.combine(day, time.fromisoformat(row[name])) for name in ("opens_at", "closes_at"))
    assert start.utcoffset() == end.utcoffset() == zone.utcoffset(None)
    return int(start.astimezone(UTC).timestamp()), int((end + timedelta(days=end <= start)).astimezone(UTC).timestamp())


@pytest.mark.parametrize("facts", [facts for _, facts in WAYS], ids=[name for name, _ in WAYS])
def test_every_minute_reads_as_in_the_timetable_summer_and_winter(facts: dict[str, object]) -> None:
    one = office(**facts)
    found = rows(make(of_offices(one)), "schedules")
    for hours in edition().policy.timetable(one).days(TODAY, horizon(TODAY)[1]):
        if hours.spans is not None and not _changes_clocks(hours.day):
            assert read_hours(found, hours.day) == by_timetable([hours]), hours.day


def _changes_clocks(day: date) -> bool:
    """A last Sunday in March or October: one offset a day is all there is, so what passes the change is an hour off."""
    return day.month in (3, 10) and day.weekday() == 6 and day.day > 24


def test_hours_that_nobody_knows_have_no_schedule() -> None:
    assert rows(make(of_offices(office(opening_hours=None))), "schedules") == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_comes_back(text: str) -> None:
    one: Office = everything(text)
    printed = make(of_offices(one))
    (place,) = rows(printed, "locations")
    (address,) = rows(printed, "addresses")
    assert (place["name"], place["description"]) == (f"Servicekontoret {text}", text)
    assert (address["address_1"], address["city"]) == (text, text)
    assert json.loads(printed.data(PACKAGE))["title"] == "Exempelregistret"
