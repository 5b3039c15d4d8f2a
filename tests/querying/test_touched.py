"""What the closing of an office touches: who works there, who shares the roof, what names it, where visitors go."""

from __future__ import annotations

from datetime import date

import pytest

from sscctl.querying.touched import Touched, touched
from sscctl.reading.cache import Cache
from sscctl.reading.load import load
from sscctl.reading.snapshot import MemorySnapshot
from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.builders import files_of, laid_over

CLOSED = date(2027, 3, 1)
OPENED = [{"event": "opened", "on": "2020-03-01", "source": "page"}]
GONE = [*OPENED, {"event": "closed", "on": "2027-01-01", "last_day": "2026-12-31", "source": "page"}]
UPPSALA = {"name": "Uppsala", "municipality": "0380", "lifecycle": OPENED}
NEXT_DOOR = {"name": "Hamnen", "municipality": "0180", "lifecycle": OPENED}


def of(**changes: object) -> Touched:
    """What closing the base office touches; keys are offices, but for `own`: changes of the office itself."""
    own = changes.pop("own", {})
    offices = {f"offices/{ident}.yaml": tree for ident, tree in changes.items()}
    files = files_of(laid_over({OFFICE_PATH: own, **offices}))  # type: ignore[dict-item]
    loaded = load(MemorySnapshot(files), Cache.of(None))
    return touched(loaded.registry, loaded.reference, loaded.registry.offices[OFFICE_ID], CLOSED)


@pytest.mark.parametrize(
    ("others", "last_in", "nearest"),
    [
        pytest.param({}, "Stockholm", [], id="the only office there is"),
        pytest.param({"uppsala": UPPSALA}, "Stockholm", ["uppsala"], id="one in another municipality"),
        pytest.param({"uppsala": UPPSALA, "hamnen": NEXT_DOOR}, None, ["hamnen", "uppsala"], id="one in the same"),
        pytest.param({"hamnen": {**NEXT_DOOR, "lifecycle": GONE}}, "Stockholm", [], id="one that has closed by then"),
        pytest.param({"hamnen": {**NEXT_DOOR, "lifecycle": []}}, "Stockholm", [], id="one of which nothing is known"),
    ],
)
def test_where_visitors_go(others: dict[str, object], last_in: str | None, nearest: list[str]) -> None:
    found = of(**others)
    assert (found.last_in.name if found.last_in else None) == last_in
    assert [one.portrait.office.id for one in found.nearest] == nearest


@pytest.mark.parametrize(
    ("key", "entries", "touched_ones"),
    [
        ("co_locations", [{"other": "A", "status": "active"}, {"other": "B", "status": "ended"}], ["A"]),
        ("co_locations", [{"other": "A", "status": "active", "valid_through": "2026-12-31"}], []),
        ("co_locations", [{"other": "A", "status": "planned", "valid_from": "2028-01-01"}], ["A"]),
    ],
)
def test_who_shares_the_roof(key: str, entries: list[object], touched_ones: list[str]) -> None:
    assert [other.whom for other in of(own={key: entries}).co_locations] == touched_ones


def test_who_works_there_on_the_last_day() -> None:
    ended = {"agency": "migrationsverket", "valid_from": "2022-01-01", "valid_through": "2026-12-31"}
    agencies = {part.agency for part in of(own={"participations": [ended]}).participations}
    assert "skatteverket" in agencies  # by the agreement on all offices
    assert "migrationsverket" not in agencies


def test_whether_it_is_known_where_the_office_is() -> None:
    assert of().is_placed
    assert not of(own={"addresses": None}).is_placed
