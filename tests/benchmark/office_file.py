"""What one made-up office's file says: a life, an address, hours, deviations, participations, sources.

Written as text, which is fifty times faster than rendering a tree; a test holds it to the canonical form.
"""

from __future__ import annotations

from datetime import date, timedelta

from tests.benchmark.sites import Site

CLOSING = "ssc-avveckling-2025"
"""The id of the decision that the closed offices were closed on."""

MIGRATION_OFFICES = 27
"""How many offices, the first ones, have Migrationsverket's service: as many as the agreement of 2023 named."""

_FIRST_OPENING = date(2019, 6, 3)
_NEW_HOURS = date(2023, 10, 2)
_LAST_DAY = date(2025, 5, 30)
_DAY = timedelta(days=1)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")


def is_closed(number: int) -> bool:
    """Whether the office was closed in 2025: one in twenty was."""
    return number % 20 == 0


def office_id(number: int) -> str:
    """The id of the `number`-th office, from 1: `ort-0001`."""
    return f"ort-{number:04d}"


def opening(county: str) -> str:
    """The id of the decision that a county's offices were opened on."""
    return f"ssc-oppning-{county}"


def office_path(number: int, site: Site) -> str:
    """Its path from the registry's root, in the folder of its county."""
    return f"offices/{site.municipality.county}/{office_id(number)}.yaml"


def office_file(number: int, site: Site) -> bytes:
    """The file in its canonical form: 60 to 80 lines, some 1.8 kB."""
    opened = _FIRST_OPENING + timedelta(weeks=3 * (number % 100))
    ident, town = office_id(number), site.municipality
    text = f"""\
# yaml-language-server: $schema=../../../schemas/office.schema.json
id: {ident}
name: {town.seat_name} {site.street}
municipality: "{town.code}"
town: {town.seat_name}

lifecycle:
{_life(number, opened, opening(town.county))}
addresses:
  - valid_from: "{opened}"
    street: {site.street}
    postcode: "{site.postcode.code}"
    post_town: {site.postcode.post_town}
    position: {{latitude: {site.latitude}, longitude: {site.longitude}, precision: entrance, source: page}}
    source: page

opening_hours:
{_hours(number, opened)}
{_deviations(number)}participations:
{_participations(number, opened)}
{_library(number, opened)}facilities: {{wheelchair: true, hearing_loop: {"true" if number % 3 else "false"}}}
contact: {{web: "https://exempel.se/{ident}"}}

sources:
  page: {{url: "https://exempel.se/{ident}", date: "2026-10-01"}}
  press: {{url: "https://exempel.se/nytt/{ident}", date: "{opened}"}}
"""
    return text.encode()


def _life(number: int, opened: date, decision: str) -> str:
    planned = opened - 240 * _DAY
    begun = f"""\
  - {{event: planned, on: "{planned}", expected: "{opened:%Y-%m}", source: press}}
  - {{event: opened, on: "{opened}", decision: {decision}, source: press}}
"""
    if not is_closed(number):
        return f'{begun}  - {{event: observed, on: "2026-10-01", status: open, source: page}}\n'
    return f"""\
{begun}  - event: closing_decided
    on: "2025-04-10"
    last_day: "{_LAST_DAY}"
    decision: {CLOSING}
    consulted: [municipality, region, county_board]
    body: board
    source: page
"""


def _hours(number: int, opened: date) -> str:
    first = ""
    if opened < _NEW_HOURS:
        first = f"""\
  - valid_from: "{opened}"
    valid_through: "{_NEW_HOURS - _DAY}"
    weekly:
{_week(number, "10:00-12:00")}    source: press
"""
    return f"""\
{first}  - valid_from: "{max(opened, _NEW_HOURS)}"
{_last_day(number)}    weekly:
{_week(number + 1, "09:00-12:00")}    source: page
"""


def _week(number: int, morning: str) -> str:
    """Open Monday to Friday; on one of the days the office closes over lunch."""
    short = _WEEKDAYS[number % 5]
    hours = {day: f'"{morning}", "13:00-16:00"' if day == short else '"10:00-16:00"' for day in _WEEKDAYS}
    return "".join(f"      {day}: [{hours.get(day, '')}]\n" for day in (*_WEEKDAYS, "sat", "sun"))


def _last_day(number: int) -> str:
    return f'    valid_through: "{_LAST_DAY}"\n' if is_closed(number) else ""


def _deviations(number: int) -> str:
    if is_closed(number):
        return ""
    meeting = f"""\
  - on: "2026-12-0{1 + number % 4}"
    hours: ["13:00-16:00"]
    reason: {{sv: Personalmöte, en: Staff meeting}}
    source: page
"""
    return f"""\
deviations:
{meeting if number > MIGRATION_OFFICES else ""}  - on: "2026-12-23"
    hours: ["10:00-13:00"]
    reason: {{sv: Dag före julafton, en: Day before Christmas Eve}}
    source: page

"""


def _participations(number: int, opened: date) -> str:
    named = [
        ("skatteverket", "takeover-2019", opened, "own_matter"),
        ("arbetsformedlingen", "arbetsformedlingen-2022", date(2022, 12, 1), "guidance"),
    ]
    if number <= MIGRATION_OFFICES:
        named.append(("migrationsverket", "migrationsverket-2023", date(2023, 5, 2), "guidance"))
    return "".join(
        f"""\
  - agency: {agency}
    agreement: {agreement}
    valid_from: "{max(since, opened)}"
{_last_day(number)}    level: {level}
    booking: drop_in
    source: page
"""
        for agency, agreement, since, level in named
    )


def _library(number: int, opened: date) -> str:
    if number % 10 != 3 or number <= MIGRATION_OFFICES:
        return ""
    return f"""\
co_locations:
  - other: Stadsbiblioteket
    role: host
    kind: library
    status: active
    valid_from: "{opened}"
    source: page

"""
