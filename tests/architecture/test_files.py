"""Files are short and say what they are for; only the console prints, and only commands look at the clock."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.code import ROOT, Module, modules

LONGEST = 250
"""Lines; a file that wants more is two files."""

PRINTER = "cli/console.py"

CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}
"""What tells today's date or the instant; durations (`perf_counter`) are free."""

EVERY_MODULE = pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)


@pytest.mark.parametrize(
    "file",
    [file for folder in ("sscctl", "tests") for file in sorted((ROOT / folder).rglob("*.py"))],
    ids=lambda file: file.relative_to(ROOT).as_posix(),
)
def test_a_file_holds_one_idea_and_so_is_short(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST


@EVERY_MODULE
def test_a_module_says_in_a_sentence_what_it_is_for(module: Module) -> None:
    summary = (ast.get_docstring(module.tree) or "").split("\n\n")[0]
    assert summary.endswith(".")


@EVERY_MODULE
def test_only_the_console_prints(module: Module) -> None:
    if module.path == PRINTER:
        return
    printing = [
        node.lineno
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not printing


@EVERY_MODULE
def test_only_commands_look_at_the_clock(module: Module) -> None:
    if module.part == "cli":
        return
    looking = [
        node.lineno
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name | ast.Attribute)
        and ((node.value.id if isinstance(node.value, ast.Name) else node.value.attr), node.attr) in CLOCKS
    ]
    assert not looking
