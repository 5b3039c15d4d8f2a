"""The guard against mass loss: what a reader of the last edition would miss in this one.

The new edition is held against what the last one itself foretold for the new day: an office whose closing it
announced is no loss when the day comes, so that a nightly run passes; one that vanishes unannounced is. A single
office is never a mass, but a record that is gone altogether always counts: ids are promised to stay.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sscctl.errors import Integrity
from sscctl.text import Text

_Tree = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Foretold:
    """What an edition says of an office on a day: its status, and its open minutes a week where they are known."""

    county: str
    is_open: bool
    minutes: int | None


def foretold(data: bytes, day: date) -> Mapping[str, Foretold]:
    """What `offices.json` says that each office will be on the day; `Integrity` where the file is none of ours."""
    try:
        edition = _tree(json.loads(data))
        offices = {str(one["id"]): _office(one, day.isoformat()) for one in _trees(edition["offices"])}
        renamed = [one for one in _trees(edition.get("tombstones", [])) if one["reason"] == "renamed"]
        former = {str(one["id"]): offices[str(_list(one["successors"])[0])] for one in renamed}
        return {**former, **offices}
    except (ValueError, LookupError, TypeError, RecursionError) as problem:
        raise Integrity(
            Text("den förra utgåvan går inte att läsa", "the edition that stands there cannot be read")
        ) from problem


def losses(before: Mapping[str, Foretold], after: Mapping[str, Foretold], limits: Mapping[str, int]) -> Iterator[Text]:
    """Yield each loss past its limit. `limits` are the registry's, in per cent; one that is not set allows nothing."""
    gone = sorted(before.keys() - after.keys())
    if gone:
        yield Text(
            f"{len(gone)} kontor försvinner helt: {_some(gone)}",
            f"{len(gone)} {'office vanishes' if len(gone) == 1 else 'offices vanish'}: {_some(gone)}",
        )
    was_open = {ident for ident, office in before.items() if office.is_open}
    lost = sorted(ident for ident in was_open if ident not in after or not after[ident].is_open)
    if _is_mass(len(lost), len(was_open), limits.get("offices_percent", 0)):
        yield Text(
            f"{len(lost)} av {len(was_open)} öppna kontor är inte längre öppna: {_some(lost)}",
            f"{len(lost)} of {len(was_open)} open offices are no longer open: {_some(lost)}",
        )
    yield from _by_county(before, was_open, lost, limits.get("county_offices_percent", 0))
    yield from _hours(before, after, limits.get("weekly_hours_percent", 0))


def _by_county(
    before: Mapping[str, Foretold], was_open: Iterable[str], lost: Sequence[str], limit: int
) -> Iterator[Text]:
    there = Counter(before[ident].county for ident in was_open)
    for county, number in sorted(Counter(before[ident].county for ident in lost).items()):
        if _is_mass(number, there[county], limit):
            yield Text(
                f"i län {county} är {number} av {there[county]} öppna kontor inte längre öppna",
                f"in county {county}, {number} of {there[county]} open offices are no longer open",
            )


def _hours(before: Mapping[str, Foretold], after: Mapping[str, Foretold], limit: int) -> Iterator[Text]:
    """Compare the hours of offices that are open in both; hours that are no longer known are lost."""
    pairs = [
        (office.minutes, after[ident].minutes or 0)
        for ident, office in before.items()
        if office.is_open and office.minutes and ident in after and after[ident].is_open
    ]
    then, now = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    shorter = sum(1 for pair in pairs if pair[1] < pair[0])
    if shorter > 1 and (then - now) * 100 > limit * then:
        yield Text(
            f"öppettiderna minskar från {then // 60} till {now // 60} timmar i veckan, vid {shorter} kontor",
            f"opening hours fall from {then // 60} to {now // 60} hours a week, at {shorter} offices",
        )


def _is_mass(number: int, of: int, limit: int) -> bool:
    return number > 1 and number * 100 > limit * of


def _some(idents: Sequence[str]) -> str:
    return ", ".join(idents[:5]) + (" …" if len(idents) > 5 else "")


def _office(record: _Tree, day: str) -> Foretold:
    county = _tree(record["county"])["code"]
    status = record["status"]
    for change in _trees(record.get("upcoming", [])):
        if change["change"] == "status" and _text(_tree(change["effectiveFrom"])["latest"]) <= day:
            status = change["status"]
    return Foretold(str(county), status == "open", _minutes(record, day))


def _minutes(record: _Tree, day: str) -> int | None:
    for schedule in _trees(_tree(record.get("hours", {})).get("regular", [])):
        first, last = _tree(schedule.get("validFrom", {})), _tree(schedule.get("validThrough", {}))
        begun = str(first.get("earliest", first.get("latest", ""))) <= day
        if begun and day <= str(last.get("latest", "9999")) and "undated" not in schedule and "weeks" not in schedule:
            minutes = schedule.get("weeklyMinutes")
            return minutes if isinstance(minutes, int) else None
    return None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _tree(value: object) -> _Tree:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _trees(value: object) -> list[_Tree]:
    return [_tree(item) for item in _list(value)]


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value
