"""The work tree is the same whether every file is hashed or git is asked, and only what changed is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reading.clone import Clone, applied, remembered
from tests.reading.happenings import CHANGES


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path / "clone")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
class TestAfter:
    def test_both_ways_of_reading_see_the_same(self, clone: Clone, change: Callable[[Clone], object]) -> None:
        change(clone)
        hashed, tracked = clone.hashed(), clone.tracked()
        assert tracked.standing().tree is not None
        assert hashed.standing().tree is None
        assert dict(hashed.faults()) == dict(tracked.faults())
        assert list(hashed.blobs().items()) == list(tracked.blobs().items())
        assert dict(hashed.read_many(hashed.blobs())) == dict(tracked.read_many(tracked.blobs()))

    @pytest.mark.parametrize("ways", ["hashed hashed", "tracked tracked", "hashed tracked", "tracked hashed"])
    def test_the_changes_lead_from_the_earlier_state_to_this_one(
        self, clone: Clone, change: Callable[[Clone], object], ways: str
    ) -> None:
        earlier, later = (getattr(clone, way) for way in ways.split())
        before = earlier()
        standing, known = remembered(before)
        faults = dict(before.faults())
        change(clone)
        after, fresh = later(), later()
        changed = after.changed_since(standing, known)
        assert applied(known(), changed) == fresh.blobs() == after.blobs()
        expected = {path for path, _ in known().items() ^ fresh.blobs().items()}
        new_faults = {path for path, _ in faults.items() ^ fresh.faults().items()}
        assert expected | new_faults == changed.keys()
        assert after.faults(faults) == fresh.faults()

    def test_the_way_back_is_found_as_well(self, clone: Clone, change: Callable[[Clone], object]) -> None:
        change(clone)
        before = clone.tracked()
        standing, known = remembered(before)
        faults = dict(before.faults())
        clone.git("checkout", "-q", "-f", "main")
        clone.git("reset", "-q", "--hard", clone.git("rev-list", "--max-parents=0", "HEAD"))
        clone.git("clean", "-qffdx")
        after = clone.tracked()
        assert applied(known(), after.changed_since(standing, known)) == clone.hashed().blobs()
        assert after.faults(faults) == clone.hashed().faults()
