"""Whatever stands where a revision belongs: it is no option and no path, nothing is written, and it is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sscctl.cli._commands import COMMANDS
from sscctl.cli._lazy import real_command
from sscctl.cli.app import run
from tests.base_registry import OFFICE_ID
from tests.cli.registries import committed, registry

REVISIONS = [
    "-x", "-", "--", "--help", "--output=caught", "--upload-pack=touch caught", "--exec=touch caught",
    "HEAD --output=caught", "", " ", "nowhere", "HEAD~999", "@{-9}", "HEAD:registry", "HEAD^{tree}", "^HEAD", "a..b",
    "HEAD...HEAD", "HEAD\nx", "refs/heads/../main", "../../etc/passwd", "$(touch caught)", "`touch caught`",
    "ext::sh -c touch% caught", ":/nothing", "\udcff",
]  # fmt: skip

WHERE: dict[str, list[str]] = {
    "validate --as-of": ["validate", "--as-of={}"],
    "validate --since": ["validate", "--since={}"],
    "list --as-of": ["list", "--as-of={}"],
    "show --as-of": ["show", OFFICE_ID, "--as-of={}"],
    "week --as-of": ["week", OFFICE_ID, "--as-of={}"],
    "open --as-of": ["open", "--as-of={}"],
    "near --as-of": ["near", "59.3,18.1", "--as-of={}"],
    "stats --as-of": ["stats", "--as-of={}"],
    "sql --as-of": ["sql", "SELECT 1", "--as-of={}"],
    "log --as-of": ["log", OFFICE_ID, "--as-of={}"],
    "why --as-of": ["why", OFFICE_ID, "name", "--as-of={}"],
    "upcoming --as-of": ["upcoming", "--as-of={}"],
    "stale --as-of": ["stale", "--as-of={}"],
    "codeowners --as-of": ["codeowners", "--default", "@org/team", "--as-of={}"],
    "publish --as-of": ["publish", "--out", "edition", "--as-of={}"],
    "contract check --against": ["contract", "check", "--against={}"],
    "diff BEFORE": ["diff", "--", "{}"],
    "diff AFTER": ["diff", "--", "HEAD", "{}"],
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("bad")
    made = registry(top)
    committed(top, "Begin", "2026-11-01T12:00:00+01:00")
    return made


@pytest.mark.parametrize("where", WHERE)
def test_it_is_said_and_nothing_is_done(
    root: Path, where: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root.parent)
    before = sorted(root.parent.rglob("*"))
    codes = {}
    for revision in REVISIONS:
        code = run(["--root", str(root), "--lang", "en", *(part.format(revision) for part in WHERE[where])])
        out, err = capfd.readouterr()
        assert out == "", revision
        assert err.startswith("Error: "), revision
        codes[revision] = code
    assert set(codes.values()) == {4}, codes
    assert sorted(root.parent.rglob("*")) == before


def _options(command: Any, name: str) -> Iterator[str]:  # noqa: ANN401  typer's own types are private
    for below, one in getattr(command, "commands", {}).items():
        yield from _options(one, f"{name} {below}")
    for parameter in command.params:
        yield from (f"{name} {option}" for option in parameter.opts if option in ("--as-of", "--since", "--against"))


def test_no_option_that_takes_a_revision_is_left_out() -> None:
    found = {option for name in COMMANDS for option in _options(real_command(name), name)}
    assert found == {where for where in WHERE if "--" in where}
