"""The guard: whether a change takes away more than the registry's settings let pass without a second look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sscctl.domain.office import Office

OFFICES, COUNTY_OFFICES, WEEKLY_HOURS = "offices_percent", "county_offices_percent", "weekly_hours_percent"


@dataclass(frozen=True, slots=True)
class Exceeded:
    """A limit that is passed: `lost` of `of` (offices, or open minutes a week), where `percent` may be lost at most.

    `county` is the county's code where the limit is one for a county.
    """

    limit: str
    percent: int
    lost: int
    of: int
    county: str | None = None


def offices_exceeded(
    before: Iterable[Office], after: Iterable[Office], limits: Mapping[str, int]
) -> Iterator[Exceeded]:
    """Judge the offices that are there before a change and not after it, in all and by county.

    One office is never a mass: in a county with three, each is a third. A limit that is not set is none.
    """
    there, left = {office.id: office.county for office in before}, {office.id for office in after}
    gone = Counter(county for ident, county in there.items() if ident not in left)
    if _is_mass(gone.total(), len(there), limits.get(OFFICES)):
        yield Exceeded(OFFICES, limits[OFFICES], gone.total(), len(there))
    counties = Counter(there.values())
    for county, lost in sorted(gone.items()):
        if _is_mass(lost, counties[county], limits.get(COUNTY_OFFICES)):
            yield Exceeded(COUNTY_OFFICES, limits[COUNTY_OFFICES], lost, counties[county], county)


def hours_exceeded(lost: int, total: int, offices: int, limits: Mapping[str, int]) -> Iterator[Exceeded]:
    """Judge the open minutes a week that `offices` lose which stay open, of all that are known."""
    if offices > 1 and _is_mass(lost, total, limits.get(WEEKLY_HOURS)):
        yield Exceeded(WEEKLY_HOURS, limits[WEEKLY_HOURS], lost, total)


def _is_mass(lost: int, of: int, limit: int | None) -> bool:
    return limit is not None and lost > 1 and lost * 100 > limit * of
