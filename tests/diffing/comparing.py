"""Two registries in memory, and what changed between them in shorthand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sscctl.diffing.compare import compare
from sscctl.diffing.impact import Impact, impact
from sscctl.diffing.sides import Sides
from sscctl.domain.change import Change
from sscctl.reading.cache import Cache
from sscctl.reading.snapshot import MemorySnapshot
from tests.base_registry import OFFICE_PATH
from tests.builders import files_of, laid_over, week

TODAY = date(2026, 11, 22)

Documents = Mapping[str, Mapping[str, object]]


def sides(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Sides:
    """Both registries, given as files."""
    return Sides.of(MemorySnapshot(before), MemorySnapshot(after), Cache.of(None))


def changed(before: Documents, after: Documents, today: date = TODAY) -> Sequence[Change]:
    """What changed between two ways to lay documents over the base registry."""
    both = sides(files_of(laid_over(before)), files_of(laid_over(after)))
    assert not both.unreadable
    return compare(both, today)


def reached(before: Documents, after: Documents, on: date | None = None) -> Impact:
    """Whom it reaches."""
    both = sides(files_of(laid_over(before)), files_of(laid_over(after)))
    return impact(both, compare(both, TODAY), on)


def of_office(before: Mapping[str, object], after: Mapping[str, object], today: date = TODAY) -> Sequence[Change]:
    """What changed in the base office, whose keys are replaced."""
    return changed({OFFICE_PATH: before}, {OFFICE_PATH: after}, today)


def told(changes: Sequence[Change]) -> list[str]:
    """Each change as `kind effective..through field`, with `?` where nothing dates it and `-` where nobody notices."""
    return [_told(change) for change in changes]


def _told(change: Change) -> str:
    start = change.on.text if change.on else change.effective.isoformat() if change.is_dated else "?"
    through = f"..{change.through}" if change.through else ""
    mark = "" if change.visible else "-"
    return f"{mark}{change.kind.value} {start}{through} {change.field}"


def schedule(first: str | None = None, last: str | None = None, *days: str, **more: object) -> dict[str, object]:
    """A schedule of the base office: from, through, and the week in shorthand."""
    dates = {"valid_from": first, "valid_through": last}
    given = {key: value for key, value in dates.items() if value is not None}
    return {**given, "weekly": week(*(days or ("10:00-16:00",))), **more, "source": "page"}


def event(kind: str, on: str | None = None, **more: object) -> dict[str, object]:
    """An event in the base office's life."""
    return {"event": kind, **({"on": on} if on else {}), **more, "source": "page"}


def open_office(municipality: str, name: str, **more: object) -> dict[str, object]:
    """Another office, open since 2020, at no known place."""
    return {"name": name, "municipality": municipality, "lifecycle": [event("opened", "2020-01-01")], **more}
