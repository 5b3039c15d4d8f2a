"""Weeks, openness, distances, counts and SQL on a real terminal, narrow and wide."""

from __future__ import annotations

from pathlib import Path

import pytest

from sscctl.cli.visible import width
from tests.cli.registries import OFFICES, TODAY, registry
from tests.cli.test_terminal import SGR, on_terminal


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("questions"), OFFICES)


@pytest.mark.parametrize(("columns", "lang"), [(60, "sv"), (80, "en"), (160, "sv")])
@pytest.mark.parametrize(
    "arguments",
    [
        ["week", "arvikabussen", "2026-W52"],
        ["open", "--at", "2026-11-23T10:30"],
        ["near", "Örebro", "--on", TODAY],
        ["stats", "--by", "county", "--on", TODAY],
        ["stats", "--timeline", "--on", TODAY],
        ["stats", "--completeness", "--on", TODAY],
        ["sql", "SELECT id, name, status, weekly_minutes FROM offices", "--on", TODAY],
        ["sql", "--schema"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_it_fits(root: Path, arguments: list[str], columns: int, lang: str) -> None:
    lines = SGR.sub("", on_terminal(root, "--lang", lang, *arguments, columns=columns)).splitlines()
    assert len(lines) > 3
    assert max(map(width, lines)) <= columns
