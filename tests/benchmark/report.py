"""The figures as Markdown, for a reader, and as JSON, for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from tests.benchmark.aims import Aim
from tests.benchmark.contestants import CHANGED, GIT_STATUS, NOTHING, PASS, SSCCTL, WARM
from tests.benchmark.measure import Rounds, Spread
from tests.benchmark.scenarios import Results

_HOW = """\
Whole processes from start to end, their output thrown away, in turns (A B C, then C B A …). Every command but those
that take minutes has run once before, so files and programs lie in memory. *Cold* is without a cache. A figure is the
median of its rounds, with the least and the most in brackets. Ratios are taken within a round. Memory is the peak of
the largest process.

`sscctl validate` reads every file of the registry and asks every rule. The others take the offices alone:
check-jsonschema and @sourcemeta/jsonschema hold each to its schema (the latter stops at the first fault), yamllint
looks at form. None of them asks whether what a file names exists. Without --fast @sourcemeta/jsonschema tells what
failed and where, as sscctl does, and so the aim is held against that.
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that one run of the benchmark found."""

    machine: Mapping[str, str]
    results: tuple[Results, ...]
    started: Rounds
    aims: tuple[Aim, ...]


def markdown(measured: Measured) -> str:
    """Everything, as headings and tables."""
    parts = ["# Benchmark", "\n".join(f"- {name}: {value}" for name, value in measured.machine.items()), _HOW.rstrip()]
    parts += ["## Aims", _table(("aim", "limit", "measured", ""), map(_aim, measured.aims))]
    for results in measured.results:
        parts.append(f"## {results.size:,} offices")
        parts += [_rounds(rounds, SSCCTL) for rounds in (results.cold, results.slow) if rounds]
        parts += [_rounds(results.warm, GIT_STATUS, NOTHING), f"Changed by unchanged: {_changed(results.warm)}."]
        if results.questions:
            parts.append(_rounds(results.questions, NOTHING))
        if results.published:
            parts.append(_rounds(results.published, NOTHING))
        parts.append(_counts(results.counts))
    parts += ["## Start-up", _rounds(measured.started, PASS)]
    return "\n\n".join(parts) + "\n"


def as_json(measured: Measured) -> str:
    """Every sample and every aim."""
    document = {
        "machine": dict(measured.machine),
        "aims": [{**asdict(aim), "verdict": aim.verdict} for aim in measured.aims],
        "results": [asdict(results) for results in measured.results],
        "start_up": asdict(measured.started),
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _aim(aim: Aim) -> Sequence[str]:
    limit = f"{'at least' if aim.at_least else 'at most'} {aim.limit:g}"
    return aim.words, limit, _spread(aim.measured) if aim.measured else "", aim.verdict


def _rounds(rounds: Rounds, *beside: str) -> str:
    """A row for each command; the ratio is its time by that of the commands `beside`."""
    head = ("command", "rounds", "wall s", "processor s", "peak MB", f"times {' + '.join(beside)}")
    return _table(head, _rows(rounds, beside))


def _rows(rounds: Rounds, beside: tuple[str, ...]) -> Iterator[Sequence[str]]:
    for name in rounds.commands:
        yield (
            name,
            str(len(rounds.samples)),
            _spread(rounds.seconds(name)),
            f"{rounds.processor_seconds(name).median:.3g}",
            f"{rounds.peak_bytes(name) / 1_000_000:.0f}",
            "" if beside == (name,) else _spread(rounds.ratio(name, *beside)),
        )


def _changed(warm: Rounds) -> str:
    return _spread(warm.ratio(CHANGED, WARM))


def _counts(counts: Mapping[str, Mapping[str, int]]) -> str:
    names = tuple(next(iter(counts.values())))
    rows = ((when, *(f"{count[name]:,}" for name in names)) for when, count in counts.items())
    return _table(("sscctl validate", *(name.replace("_", " ") for name in names)), rows)


def _spread(spread: Spread) -> str:
    if spread.count == 1 or spread.least == spread.most:
        return _number(spread.median)
    return f"{_number(spread.median)} ({_number(spread.least)}–{_number(spread.most)})"


def _number(value: float) -> str:
    """Three figures that mean something: 0.0123, 1.23, 12.3, 1,234."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
