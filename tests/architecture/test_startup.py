"""What each way of starting loads and does: held by exact lists and counts, never by a clock."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.base_registry import OFFICE_PATH
from tests.builders import TODAY
from tests.cli.registries import OFFICES, committed, registry
from tests.process import CHECKOUT

HEAVY = {
    "git",
    "gitdb",
    "holidays",
    "jsonschema",
    "jsonschema_rs",
    "phonenumbers",
    "referencing",
    "rich",
    "tabulate",
    "yaml",
}
"""Libraries that cost tens of milliseconds each, and that nobody waits for who does not need them."""

DAY = ("--today", TODAY.isoformat())
IMPORTED = re.compile(r"^import time: +\d+ \| +\d+ \| +(\S+)$", re.MULTILINE)


def loaded(*arguments: str, cwd: Path = CHECKOUT, env: Mapping[str, str] | None = None) -> set[str]:
    """Run `sscctl`, and return the names of all modules that Python imported for it."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "sscctl", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1)
    return set(IMPORTED.findall(done.stderr))


def libraries(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("startup")
    placed = registry(top, OFFICES)
    committed(top, "Begin", "2026-11-01T12:00:00+01:00")
    return placed


def test_the_version_is_told_before_typer_is_loaded() -> None:
    modules = loaded("--version")
    assert libraries(modules) & {"typer", "sqlite3", *HEAVY} == set()
    assert {module for module in modules if module.startswith("sscctl.")} == {"sscctl.cli", "sscctl.cli.main"}


@pytest.mark.parametrize("arguments", [("--help",), ("list", "--help"), ("show", "--help"), ("validate", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert libraries(loaded(*arguments)) & HEAVY == set()


def test_help_of_all_commands_loads_none_of_them() -> None:
    commands = {f"sscctl.cli.{name}" for name in ("validate", "list", "show", "explain", "publish")}
    assert loaded("--help") & commands == set()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    "line", ["sscctl ", "sscctl v", "sscctl show exempel", "sscctl list --a", "sscctl list --agency s"]
)
def test_completing_a_word_loads_nothing_heavy(root: Path, shell: str, line: str) -> None:
    words = line.split(" ")
    env = {
        "_SSCCTL_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    assert libraries(loaded(cwd=root, env=env)) & HEAVY == set()


class TestValidate:
    """Only what changed since the last run is read, parsed and judged again."""

    @staticmethod
    def counts(root: Path, *options: str) -> dict[str, int]:
        done = subprocess.run(
            [sys.executable, "-m", "sscctl", "--root", str(root), "validate", *DAY, "--stats", "json", *options],
            capture_output=True,
            text=True,
            check=False,
        )
        counted: dict[str, int] = json.loads(done.stderr)
        return counted

    def test_a_warm_run_loads_nothing_heavy_and_no_rule(self, root: Path) -> None:
        self.counts(root)
        modules = loaded("--root", str(root), "validate", *DAY)
        assert libraries(modules) & HEAVY == set()
        assert {"sscctl.rules.books", "sscctl.reading.parse", "sscctl.reading.schemas"} & modules == set()

    @pytest.mark.parametrize("form", ["json", "github"])
    def test_nor_does_it_in_other_forms(self, root: Path, form: str) -> None:
        self.counts(root)
        assert libraries(loaded("--root", str(root), "validate", *DAY, "-o", form)) & HEAVY == set()

    def test_a_cold_run_parses_each_file_once(self, tmp_path: Path) -> None:
        root = registry(tmp_path, OFFICES)
        counts = self.counts(root)
        assert counts["files_parsed"] == counts["documents_checked"] == len(list(root.rglob("*.yaml")))

    def test_a_warm_run_parses_nothing(self, root: Path) -> None:
        self.counts(root)
        counts = self.counts(root)
        assert (counts["files_parsed"], counts["documents_checked"]) == (0, 0)
        assert counts["git_processes"] <= 3

    def test_after_one_change_one_file_is_parsed(self, tmp_path: Path) -> None:
        root = registry(tmp_path, OFFICES)
        committed(tmp_path, "Begin", "2026-11-01T12:00:00+01:00")
        self.counts(root)
        office = root / OFFICE_PATH
        office.write_text(office.read_text("utf-8").replace("Exempelgatan 1", "Exempelgatan 2"), "utf-8")
        counts = self.counts(root)
        assert (counts["files_parsed"], counts["documents_checked"]) == (1, 1)
        assert counts["git_processes"] <= 3
        counts = self.counts(root)
        assert (counts["files_parsed"], counts["documents_checked"]) == (0, 0)

    def test_a_file_put_back_as_it_was_is_remembered(self, tmp_path: Path) -> None:
        root = registry(tmp_path, OFFICES)
        office = root / OFFICE_PATH
        before = office.read_bytes()
        self.counts(root)
        office.write_bytes(before.replace(b"Exempelgatan 1", b"Exempelgatan 3"))
        self.counts(root)
        office.write_bytes(before)
        assert self.counts(root)["files_parsed"] == 0

    def test_the_counts_go_to_stderr_and_change_no_answer(self, root: Path) -> None:
        plain, counted = (
            subprocess.run(
                [sys.executable, "-m", "sscctl", "--root", str(root), "validate", *DAY, *options],
                capture_output=True,
                check=False,
            )
            for options in ((), ("--stats", "json"))
        )
        assert (plain.stdout, plain.returncode) == (counted.stdout, counted.returncode)
        assert plain.stderr == b""
