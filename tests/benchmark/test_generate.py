"""The made-up registries are as real ones are: valid, canonical, of the right size, and the same every time."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations, islice
from pathlib import Path
from typing import cast

import pytest

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

MANY = 40


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


@pytest.mark.parametrize(("path", "data"), offices(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_made_up_office_is_written_in_the_canonical_form_and_as_long_as_a_real_one(path: str, data: bytes) -> None:
    tree, kind = parse(data).tree, kind_of(path)
    assert kind
    assert render(cast("dict[str, Value]", tree), kind, schema_line(kind, path)) == data.decode()
    assert 60 <= data.count(b"\n") <= 80
    assert 1_400 <= len(data) <= 2_100


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
