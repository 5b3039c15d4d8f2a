"""The made-up registries are as real ones are: valid, canonical, of the right size, and the same every time."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations, islice
from pathlib import Path
from typing import cast

from sscctl.domain.distance import metres_between
from sscctl.domain.finding import Severity
from sscctl.domain.place import Point
from sscctl.editing.canonical import Value, render, schema_line
from sscctl.reading.cache import Cache
from sscctl.reading.kinds import kind_of
from sscctl.reading.snapshot import MemorySnapshot
from sscctl.reading.yaml12 import parse
from sscctl.rules._check import Report, check
from tests.benchmark.contestants import TODAY
from tests.benchmark.generate import CHECKOUT, files, git, make
from tests.benchmark.sites import sites

MANY = 100
"""Offices differ in what their numbers leave when divided by 100; where they lie is looked at apart."""


@cache
def registry() -> dict[str, bytes]:
    return {path.removeprefix("registry/"): data for path, data in files(MANY)}


@cache
def report() -> Report:
    return check(MemorySnapshot(registry()), date.fromisoformat(TODAY), Cache.of(None))


def offices() -> list[tuple[str, bytes]]:
    return [(path, data) for path, data in registry().items() if path.startswith("offices/")]


def read(path: str) -> bytes:
    return (CHECKOUT / "registry" / path).read_bytes()


def test_a_made_up_registry_breaks_no_rule() -> None:
    assert [finding for finding in report().findings if finding.severity is Severity.ERROR] == []


def test_no_rule_has_much_to_say_about_a_made_up_office() -> None:
    of_offices = [finding for finding in report().findings if finding.path.startswith("offices/")]
    assert len(of_offices) * 10 <= MANY


def test_made_up_offices_are_written_in_the_canonical_form() -> None:
    for path, data in offices():
        tree, kind = parse(data).tree, kind_of(path)
        assert kind
        assert render(cast("dict[str, Value]", tree), kind, schema_line(kind, path)) == data.decode()


def test_made_up_offices_are_as_long_as_real_ones() -> None:
    assert {60 <= data.count(b"\n") <= 80 and 1_300 <= len(data) <= 2_100 for _, data in offices()} == {True}


def test_no_two_offices_lie_within_150_metres() -> None:
    points = [Point(site.latitude, site.longitude) for site in islice(sites(read, 3_000), 0, 3_000, 6)]
    assert min(metres_between(a, b) for a, b in combinations(points, 2)) > 150


def test_the_same_number_makes_the_same_commit(tmp_path: Path) -> None:
    heads = []
    for name in ("one", "other"):
        make(3, tmp_path / name)
        git(tmp_path / name, "diff", "--quiet", "HEAD")
        heads.append((tmp_path / name / ".git/refs/heads/main").read_text())
    assert heads[0] == heads[1]
