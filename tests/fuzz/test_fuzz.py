"""Each fuzzer runs for a while, from its seeds and always with the same dice, and finds nothing that nobody caught."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("atheris", reason="there is no atheris for this system or this Python")

from tests.fuzz.campaign import fuzz
from tests.fuzz.targets import TARGETS

RUNS = {
    "yaml": 5_000,
    "documents": 2_000,
    "hours": 1_000,
    "dates": 20_000,
    "edits": 60,
    "merging": 300,
    "splicing": 1_000,
    "tables": 2_000,
}


def test_every_target_runs() -> None:
    assert RUNS.keys() == TARGETS.keys()


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_no_input_fails(name: str, tmp_path: Path) -> None:
    campaign = fuzz(name, tmp_path, f"-runs={RUNS[name]}", "-seed=1")
    assert not campaign.failure, campaign.failure
    assert campaign.executions >= RUNS[name]


def test_an_input_that_fails_is_told_and_kept(tmp_path: Path) -> None:
    campaign = fuzz("broken", tmp_path, "-runs=100000", "-seed=1")
    assert "AssertionError: a line break" in campaign.failure
    assert campaign.executions
    (kept,) = tmp_path.glob("crash-*")
    assert b"\n" in kept.read_bytes()
