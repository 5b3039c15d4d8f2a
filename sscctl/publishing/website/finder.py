"""What the page's script is told: the offices, their days, and where places lie."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from sscctl.domain.hours import DayHours
from sscctl.domain.place import Point
from sscctl.publishing.edition import Artefact
from sscctl.publishing.website.hours_view import in_minutes
from sscctl.publishing.website.places import participating
from sscctl.publishing.website.site import OVER, Site
from sscctl.querying.portrait import Portrait

WEEKS = 58
"""For how many weeks ahead each office's days are told: past every opening that the tool looks for."""

_NAMES = {"offices": "finder/offices.json", "postcodes": "finder/postcodes.json"}
_SCALE = 1000
"""Degrees are given in thousandths: a hundred metres."""

Week = tuple[str, ...]


def finder_files(site: Site) -> Iterator[Artefact]:
    """Yield the two files; the second is only asked for by who searches for a postcode."""
    yield _file("offices", _offices(site))
    yield _file("postcodes", _postcodes(site))


def _file(name: str, content: Mapping[str, object]) -> Artefact:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Artefact(_NAMES[name], "application/json", text.encode("utf-8", "replace"))


def _offices(site: Site) -> Mapping[str, object]:
    """`weeks` are the different weeks there are; an office's `days` are runs of them: how many weeks, which week.

    A week is seven days from Monday on: `""` closed, `"?"` unknown, else spans in minutes: `600-960`.
    """
    monday = site.day - timedelta(days=site.day.weekday())
    weeks: dict[Week, int] = {}
    known = site.registry.context.agencies
    return {
        "monday": monday.isoformat(),
        "agencies": {ident: [known[ident].name_sv, known[ident].name.en] for ident in participating(site)},
        "services": [
            [service.name.sv, service.name.en, service.id]
            for _, agency in sorted(known.items())
            for service in agency.services
        ],
        "offices": [_office(site, one, monday, weeks) for one in site.portraits.values()],
        "places": [
            [place.code, place.name, *_point(place.seat)]
            for place in sorted(site.reference.municipalities.values(), key=lambda place: place.code)
        ],
        "towns": _towns(site),
        "weeks": list(weeks),
    }


def _office(site: Site, one: Portrait, monday: date, weeks: dict[Week, int]) -> Mapping[str, object]:
    there = site.point(one)
    found: dict[str, object] = {
        "id": one.office.id,
        "name": one.office.name,
        "town": one.office.town or one.municipality_name,
        "place": one.office.municipality,
        "status": one.status.value,
    }
    if one.address and one.address.street:
        found["street"] = one.address.street
    if there:
        found["at"] = [*_point(there[0]), int(there[1])]
    if agencies := [part.agency for part in one.participations]:
        found["agencies"] = agencies
    if services := [own.service for own in one.services if own.available]:
        found["services"] = services
    if one.status not in OVER:
        found["days"] = _runs(site, one, monday, weeks)
    return found


def _runs(site: Site, one: Portrait, monday: date, weeks: dict[Week, int]) -> list[list[int]]:
    timetable = site.timetable(one)
    runs: list[list[int]] = []
    for number in range(WEEKS):
        first = monday + timedelta(weeks=number)
        week = tuple(_day(day) for day in timetable.days(first, first + timedelta(days=6)))
        index = weeks.setdefault(week, len(weeks))
        if runs and runs[-1][1] == index:
            runs[-1][0] += 1
        else:
            runs.append([1, index])
    return runs


def _day(day: DayHours) -> str:
    if day.spans is None:
        return "?"
    return in_minutes(day.spans)


def _towns(site: Site) -> list[list[object]]:
    """Towns that have no municipality of their name: main towns, and those of offices."""
    names = {place.name for place in site.reference.municipalities.values()}
    found = {
        place.seat_name: [place.seat_name, *_point(place.seat)]
        for place in site.reference.municipalities.values()
        if place.seat_name not in names
    }
    return [found[name] for name in sorted(found)]


def _point(point: Point) -> tuple[int, int]:
    return round(point.latitude * _SCALE), round(point.longitude * _SCALE)


def _postcodes(site: Site) -> Mapping[str, object]:
    """`towns` has each post town with its point; `runs` has the first postcode of a run in one town, and its town."""
    towns: dict[tuple[str, int, int], int] = {}
    runs: list[list[int]] = []
    for postcode in site.reference.postcodes():
        town = towns.setdefault((postcode.post_town, *_point(postcode.point)), len(towns))
        if postcode.code.isdecimal() and (not runs or runs[-1][1] != town):
            runs.append([int(postcode.code), town])
    return {"towns": [list(town) for town in towns], "runs": runs}
