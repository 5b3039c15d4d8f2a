"""What the program is to reach, each aim held against what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.benchmark.contestants import (
    CHANGED,
    CHECK_JSONSCHEMA,
    GIT_STATUS,
    NOTHING,
    PASS,
    SOURCEMETA,
    SSCCTL,
    WARM,
)
from tests.benchmark.measure import Rounds, Spread
from tests.benchmark.scenarios import VERSION, Results

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Aim:
    """One figure to reach: at most `limit`, or with `at_least` no less; `measured` is None where nothing was."""

    words: str
    limit: float
    measured: Spread | None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """`met`, `not met` or `not measured`, by the median."""
        if self.measured is None:
            return "not measured"
        met = self.measured.median >= self.limit if self.at_least else self.measured.median <= self.limit
        return "met" if met else "not met"


def aims(found: Iterable[Results], started: Rounds) -> Iterator[Aim]:
    """Yield every aim; `started` was measured on the smallest registry."""
    by_size = {results.size: results for results in found}
    for size, times in ((150, 12), (10_000, 30)):
        measured = _rivals(by_size.get(size), CHECK_JSONSCHEMA, SSCCTL)
        yield Aim(f"cold at {size:,}: so many times faster than check-jsonschema", times, measured, at_least=True)
    measured = _rivals(by_size.get(10_000), SSCCTL, SOURCEMETA)
    yield Aim("cold at 10,000: times the time of @sourcemeta/jsonschema", 1.5, measured)
    large = by_size.get(100_000)
    beside = GIT_STATUS, NOTHING
    unchanged = large.warm.ratio(WARM, *beside) if large else None
    yield Aim("nothing changed at 100,000: times git status and a command that does nothing", 1.5, unchanged)
    changed = large.warm.ratio(CHANGED, *beside) if large else None
    yield Aim("one file changed at 100,000: times the same", 1.7, changed)
    yield Aim("`sscctl --version`: times python -c pass", 1.5, started.ratio(VERSION, PASS))
    yield Aim("a command that does nothing: times python -c pass", 10, started.ratio(NOTHING, PASS))
    small = started.ratio(WARM, PASS) if 150 in by_size else None
    yield Aim("nothing changed at 150: times python -c pass", 10, small)
    peak = Spread.of([_peak(large) / _MEGABYTE]) if large else None
    yield Aim("peak memory at 100,000, MB", 300, peak)
    growth = _growth(by_size)
    yield Aim("peak memory is linear: bytes for each further office, 100,000 by 10,000", 1.25, growth)
    counted = [results.counts for results in by_size.values()]
    for when, words, files in (("warm", "nothing", 0), ("changed", "one", 1)):
        parsed = max(counts[when]["files_parsed"] for counts in counted)
        yield Aim(f"files parsed when {words} changed, at any size", files, Spread.of([parsed]))
    git = max(count["git_processes"] for counts in counted for count in counts.values())
    yield Aim("git processes, cold, unchanged or changed, at any size", 3, Spread.of([git]))


def _rivals(results: Results | None, over: str, under: str) -> Spread | None:
    rounds = [rounds for rounds in (results.cold, results.slow) if rounds] if results else []
    return next((one.ratio(over, under) for one in rounds if {over, under} <= set(one.commands)), None)


def _peak(results: Results) -> int:
    """The most memory that any `sscctl validate` took."""
    rounds = (results.cold, SSCCTL), (results.warm, WARM), (results.warm, CHANGED)
    return max(one.peak_bytes(name) for one, name in rounds)


def _growth(by_size: dict[int, Results]) -> Spread | None:
    if not {150, 10_000, 100_000} <= by_size.keys():
        return None
    small, middle, large = (_peak(by_size[size]) for size in (150, 10_000, 100_000))
    return Spread.of([(large - middle) / 90_000 / max((middle - small) / 9_850, 1)])
