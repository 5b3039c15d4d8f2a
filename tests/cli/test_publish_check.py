"""`publish --check` tells which published files are not what the registry gives now, and writes nothing (SSC703)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import registry_files
from tests.process import Outcome, sscctl, write_files


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    write_files(folder / "registry", registry_files())
    assert check(folder, checked=False).code == 0
    return folder


def check(folder: Path, *, checked: bool = True) -> Outcome:
    flags = ["--check"] if checked else []
    return sscctl(
        *("--root", "registry", "publish", "--out", "public", "--on", "2026-11-22", "--today", "2026-11-22", *flags),
        *(["-o", "json"] if checked else []),
        cwd=folder,
        env={"SOURCE_DATE_EPOCH": "1763769600"},
    )


def test_what_was_just_published_is_up_to_date(published: Path) -> None:
    outcome = check(published)
    assert (outcome.code, json.loads(outcome.stdout)) == (0, {"stale": []})


@pytest.mark.parametrize(
    ("harm", "path", "message"),
    [
        pytest.param(lambda v1: (v1 / "offices.csv").write_bytes(b"x"), "offices.csv", "not what", id="changed"),
        pytest.param(lambda v1: (v1 / "offices.csv").unlink(), "offices.csv", "missing", id="missing"),
        pytest.param(lambda v1: (v1 / "more.txt").write_bytes(b""), "more.txt", "does not belong", id="foreign"),
    ],
)
def test_a_stale_file_is_told(published: Path, harm: Callable[[Path], object], path: str, message: str) -> None:
    file = published / "public/v1" / path
    before = file.read_bytes() if file.exists() else None
    harm(published / "public/v1")
    try:
        outcome = check(published)
        (stale,) = json.loads(outcome.stdout)["stale"]
        assert (outcome.code, stale["code"], stale["path"]) == (1, "SSC703", f"v1/{path}")
        assert message in stale["message"]
    finally:
        file.unlink(missing_ok=True)
        if before is not None:
            file.write_bytes(before)
    assert check(published).code == 0
