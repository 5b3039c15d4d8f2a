"""Calendars by RFC 5545, read back by two readers that are not ours, and held against the timetable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar, Timezone

from sscctl.domain.office import Office
from sscctl.publishing.horizon import horizon
from sscctl.publishing.press import make
from tests.builders import TODAY, deviation, office, week
from tests.publishing.calendars import ZONE, by_ical_js, by_timetable, by_vobject
from tests.publishing.editions import edition, files, of_offices, undated
from tests.publishing.real import real_edition
from tests.publishing.test_contract import EVERYTHING
from tests.publishing.test_hostile_strings import HOSTILE, everything

PATH = "hours/exempelstad-torget.ics"
WHOLE_WEEK = week(*["10:00-16:00"] * 5, "closed", "closed")
SINCE_2021 = {"valid_from": "2021-11-01", "weekly": WHOLE_WEEK}

WAYS: Sequence[tuple[str, dict[str, object]]] = (
    ("everything", EVERYTHING),
    ("the same every week", {"opening_hours": [SINCE_2021]}),
    (
        "two spans a day, and until midnight",
        {"opening_hours": [{**SINCE_2021, "weekly": week("08:00-12:00, 13:00-24:00")}]},
    ),
    ("all hours of the week", {"opening_hours": [{**SINCE_2021, "weekly": week(*["00:00-24:00"] * 7)}]}),
    ("over the hour that comes twice", {"opening_hours": [{**SINCE_2021, "weekly": week(*["01:00-05:00"] * 7)}]}),
    (
        "odd and even weeks",
        {
            "opening_hours": [
                {**SINCE_2021, "weeks": "odd"},
                {"valid_from": "2021-11-01", "weekly": week("12:00-18:00"), "weeks": "even"},
            ]
        },
    ),
    ("every third week", {"opening_hours": [{**SINCE_2021, "weeks": {"every": 3, "from": "2021-11-01"}}]}),
    ("the first and fifth of the month", {"opening_hours": [{**SINCE_2021, "weeks": {"nth": [1, 5]}}]}),
    ("half of the week unknown", {"opening_hours": [{**SINCE_2021, "weekly": week("10:00-16:00", "closed", "?")}]}),
    (
        "summer closure, longer and shorter days",
        {
            "opening_hours": [SINCE_2021],
            "deviations": [
                deviation("2026-12-23", "10:00-13:00"),
                deviation("2027-03-28", "01:30-04:00"),
                deviation("2027-07-05..2027-07-25", "closed"),
                deviation("2027-07-14", "10:00-11:00, 12:00-13:00"),
                deviation("2026-12-24", "10:00-16:00"),
            ],
        },
    ),
    (
        "moved, and closing",
        {
            "addresses": [
                {"valid_from": "2021-11-01", "valid_through": "2027-01-31", "street": "Gamla gatan 2"},
                {"valid_from": "2027-02-01", "street": "Nya gatan 3"},
            ],
            "opening_hours": [SINCE_2021],
            "lifecycle": [
                {"event": "opened", "on": "2021-11-01"},
                {"event": "closing_decided", "on": "2026-10-01", "last_day": "2027-05-31"},
            ],
        },
    ),
    ("closed for good", {"lifecycle": [{"event": "closed", "on": "2025-01-01"}]}),
    ("of which nothing is known", {"opening_hours": None, "lifecycle": []}),
)


def calendar(one: Office, day: date = TODAY) -> bytes:
    return make(of_offices(one, day=day)).data(PATH)


@pytest.mark.parametrize("facts", [facts for _, facts in WAYS], ids=[name for name, _ in WAYS])
def test_every_minute_of_two_years_reads_as_in_the_timetable(facts: dict[str, object]) -> None:
    one = office(**facts)
    expected = by_timetable(edition().policy.timetable(one).days(*horizon(TODAY)))
    data = calendar(one)
    (read,) = by_ical_js([data])
    assert read.stretches == expected
    assert by_vobject(data).stretches == expected


def test_the_time_zone_is_sweden_s_until_2035() -> None:
    """Its rules are written into each file; Python's own tables say the same at every hour around each change."""
    (zone,) = Calendar.from_ical(calendar(office())).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    told = zone.to_tz()
    for year in range(2024, 2036):
        for month in range(1, 13):
            for day in range(1, 32):
                for hour in (0, 1, 2, 3, 4, 12) if month in (3, 10) and day > 24 else (12,):
                    try:
                        local = datetime(year, month, day, hour, 30)  # noqa: DTZ001  wall-clock time
                    except ValueError:
                        continue
                    ours, theirs = (local.replace(tzinfo=tz) for tz in (told, ZONE))
                    if theirs.utcoffset() == theirs.replace(fold=1).utcoffset():
                        assert ours.utcoffset() == theirs.utcoffset(), local


class TestForm:
    data = calendar(office(**EVERYTHING))

    def test_lines_end_in_crlf_and_are_at_most_75_octets(self) -> None:
        assert self.data.endswith(b"END:VCALENDAR\r\n")
        lines = self.data.split(b"\r\n")
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert max(map(len, lines)) <= 75

    @pytest.mark.parametrize(
        "line", [b"VERSION:2.0", b"PRODID:-//sscctl//", b"NAME;LANGUAGE=sv:Servicekontoret Torget"]
    )
    def test_it_says(self, line: bytes) -> None:
        assert b"\r\n" + line in self.data

    def test_identities_are_unique_and_stay(self) -> None:
        uids = re.findall(rb"UID:(.+)\r\n", self.data)
        assert len(uids) == len(set(uids))
        later = calendar(office(**EVERYTHING), TODAY + timedelta(days=1))
        assert re.findall(rb"UID:(.+)\r\n", later) == uids
        assert b"exempelstad-torget.2026-12-23.1@statens-servicecenter" in uids

    def test_sequence_numbers_rise_from_day_to_day(self) -> None:
        later = calendar(office(**EVERYTHING), TODAY + timedelta(days=1))
        now, then = ({int(number) for number in re.findall(rb"SEQUENCE:(\d+)", data)} for data in (self.data, later))
        assert max(now) < min(then) < 2**31

    def test_the_revision_dates_the_events_else_the_day(self) -> None:
        stamps = set(re.findall(rb"DTSTAMP:(\w+)", self.data))
        assert stamps == {b"20261120T083000Z"}
        fallback = make(undated(of_offices(office()))).data(PATH)
        assert set(re.findall(rb"DTSTAMP:(\w+)", fallback)) == {b"20261122T000000Z"}

    def test_a_day_with_other_hours_says_why(self) -> None:
        (event,) = [e for e in Calendar.from_ical(self.data).walk("VEVENT") if "2026-12-23" in str(e["UID"])]
        assert event["SUMMARY"] == "Servicekontoret Torget: avvikande öppettid"
        assert event["DESCRIPTION"] == "Personalmöte\nStaff meeting"
        assert event["LOCATION"] == "Exempelgatan 1, 110 00 Stockholm"

    def test_with_an_address_on_the_web_it_says_where_it_can_be_had_anew(self) -> None:
        data = make(of_offices(office(), base_url="https://exempel.se/data")).data(PATH)
        unfolded = data.replace(b"\r\n ", b"")
        assert b"SOURCE;VALUE=URI:https://exempel.se/data/v1/hours/exempelstad-torget.ics\r\n" in unfolded


@pytest.mark.parametrize(
    "text", [*HOSTILE, "x\r\nATTACH:file:///etc/passwd", "ö" * 300, "a\rb\x85c"], ids=range(len(HOSTILE) + 3)
)
def test_no_text_breaks_out_of_its_place(text: str) -> None:
    data = calendar(everything(text))
    plain = calendar(office(**EVERYTHING))
    names = [re.split(rb"[:;]", line)[0] for line in data.replace(b"\r\n ", b"").split(b"\r\n")]
    assert set(names) <= {re.split(rb"[:;]", line)[0] for line in plain.replace(b"\r\n ", b"").split(b"\r\n")}
    assert max(map(len, data.split(b"\r\n"))) <= 75
    (read,) = by_ical_js([data])
    assert read.stretches == by_ical_js([plain])[0].stretches == by_vobject(data).stretches
    kept = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202e]", "\ufffd", " ".join(text.splitlines()).replace("\t", " "))
    assert {summary for summary, *_ in read.texts} == {
        f"Servicekontoret {kept}: öppet",
        f"Servicekontoret {kept}: avvikande öppettid",
    }


@pytest.mark.slow
def test_so_does_every_office_of_the_registry() -> None:
    one = real_edition()
    made = files(make(one))
    calendars = [made[f"hours/{ident}.ics"] for ident in sorted(one.registry.offices)]
    for ident, read in zip(sorted(one.registry.offices), by_ical_js(calendars), strict=True):
        expected = by_timetable(one.policy.timetable(one.registry.offices[ident]).days(*horizon(one.day)))
        assert read.stretches == expected, ident
        assert by_vobject(made[f"hours/{ident}.ics"]).stretches == expected, ident
