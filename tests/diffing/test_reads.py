"""The cost of a comparison follows the change: what did not change is not read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from sscctl.diffing.report import End, Report, report
from sscctl.diffing.sides import Sides
from sscctl.reading.cache import Cache
from sscctl.reading.commit import CommitSnapshot
from sscctl.reading.counters import counters
from sscctl.reading.load import load
from sscctl.reading.repository import Repository
from tests.builders import files_of, laid_over
from tests.cli.registries import committed, registry
from tests.diffing.comparing import TODAY, event, open_office, schedule
from tests.process import CHECKOUT

MANY = {f"offices/kontor-{number}.yaml": open_office("1880", f"Kontor {number}") for number in range(30)}
LONG = {"opening_hours": [schedule("2020-01-01")]}
SHORTER = {"opening_hours": [schedule("2020-01-01", "2026-12-31"), schedule("2027-01-01", None, "10:00-14:00")]}
CLOSING = {"lifecycle": [event("opened", "2020-01-01"), event("closed", "2027-01-01")]}
ONE = "offices/kontor-7.yaml"
SCHEMAS = len(list((CHECKOUT / "schemas").glob("*.json")))
"""They are read once for each side on which something has to be parsed."""

FORMAT = 1
"""`registry.yaml` is looked at once where both sides have the same."""

FIXED = {ONE: open_office("1880", "Kontor 7", **LONG)}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    root = registry(folder, {**MANY, **FIXED})
    committed(folder, "Begin", "2026-11-01T12:00:00+01:00")
    return root


def compared(root: Path, change: Mapping[str, object], *, warm: bool, many: bool) -> tuple[Report, int, int]:
    """The report on one office that changes in the work tree, and how many files were read and parsed for it."""
    repository, cache = Repository.find(root), Cache.of(None)
    if warm:
        load(repository.snapshot("HEAD"), cache)
    path = root / ONE
    before = path.read_bytes()
    path.write_bytes(files_of(laid_over({ONE: {**FIXED[ONE], **change}}))[ONE])
    counters.reset()
    try:
        after = repository.snapshot(expect_many=many)
        sides = Sides.of(repository.snapshot("HEAD"), after, cache, repository.place)
        told = report(sides, End("HEAD", None), End(None, None), TODAY)
    finally:
        path.write_bytes(before)
    return told, counters.files_read, counters.files_parsed


@pytest.mark.parametrize("many", [False, True], ids=["every file is hashed", "git is asked"])
class TestReading:
    def test_of_other_hours_at_one_office_only_what_is_new_is_read(self, root: Path, many: bool) -> None:
        told, read, parsed = compared(root, SHORTER, warm=True, many=many)
        assert [change.effective for change in told.changes] == [date(2027, 1, 1)]
        assert (read - SCHEMAS, parsed) == (1, 1)

    def test_without_a_cache_both_its_contents_the_schemas_and_the_format_are_read(
        self, root: Path, many: bool
    ) -> None:
        _, read, parsed = compared(root, SHORTER, warm=False, many=many)
        assert (read - 2 * SCHEMAS, parsed) == (2 + FORMAT, 2)

    def test_a_closing_asks_for_the_places_of_all_offices_and_parses_none_that_was_met_before(
        self, root: Path, many: bool
    ) -> None:
        told, read, parsed = compared(root, CLOSING, warm=True, many=many)
        assert told.impact.effects
        assert parsed == 1
        assert read - SCHEMAS == 2  # the office and the municipalities


def test_offices_that_did_not_change_are_not_even_listed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def listed(self: CommitSnapshot) -> None:
        raise AssertionError(self)

    monkeypatch.setattr(CommitSnapshot, "blobs", listed)
    told, _, _ = compared(root, SHORTER, warm=False, many=True)
    assert len(told.changes) == 1
