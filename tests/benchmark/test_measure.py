"""What the benchmark says of its samples, on samples made up; that it measures at all is seen by one short run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmark.aims import Aim
from tests.benchmark.measure import Command, Rounds, Sample, Spread, run, take_turns


def rounds(*seconds: tuple[float, float]) -> Rounds:
    return Rounds(("a", "b"), tuple({"a": Sample(a, a, 5), "b": Sample(b, b, 7)} for a, b in seconds))


def test_a_ratio_is_taken_within_each_round_before_the_median() -> None:
    assert rounds((1, 2), (3, 3), (9, 3)).ratio("a", "b") == Spread(1, 0.5, 3, 3)


def test_a_ratio_may_be_to_several_commands_together() -> None:
    assert rounds((4, 4)).ratio("a", "a", "b") == Spread(0.5, 0.5, 0.5, 1)


@pytest.mark.parametrize(
    ("aim", "verdict"),
    [
        (Aim("at most: reached", 1.5, Spread(1.5, 1, 9, 7)), "met"),
        (Aim("at most: missed", 1.5, Spread(1.51, 1, 9, 7)), "not met"),
        (Aim("at least: reached", 12, Spread(12, 3, 20, 7), at_least=True), "met"),
        (Aim("at least: missed", 12, Spread(11.9, 3, 20, 7), at_least=True), "not met"),
        (Aim("unknown", 12, None), "not measured"),
    ],
    ids=lambda value: value.words if isinstance(value, Aim) else "",
)
def test_an_aim_is_judged_by_the_median_alone(aim: Aim, verdict: str) -> None:
    assert aim.verdict == verdict


def python(name: str, code: str, folder: Path, *exits: int) -> Command:
    return Command(name, (sys.executable, "-c", code), folder, {}, exits=frozenset(exits or {0}))


def test_commands_take_turns_in_their_folder(tmp_path: Path) -> None:
    write = "import pathlib; file = pathlib.Path('log'); file.open('a').write({!r})"
    both = [python(name, write.format(name), tmp_path) for name in "AB"]
    told: list[str] = []
    found = take_turns(both, 3, told.append)
    assert len(told) == 3
    assert (tmp_path / "log").read_text() == "ABBAAB"
    assert found.peak_bytes("A") > 1_000_000
    assert 0 < found.seconds("B").least <= found.seconds("B").most


def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    failing = "raise SystemExit(3)"
    assert run(python("expected", failing, tmp_path, 3)).seconds > 0
    with pytest.raises(OSError, match="ended with 3"):
        run(python("unexpected", failing, tmp_path))
