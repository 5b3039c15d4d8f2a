"""`--format github`: annotations that GitHub reads back as they were meant, whatever the data hold."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.cli.render.findings import _data, _property
from tests.base_registry import OFFICE_PATH
from tests.cli.registries import TODAY, committed, on, registry
from tests.cli.reports import HOSTILE, hostile
from tests.typescript import NODE, PEERS

COMMAND = re.compile(r"::(?P<level>error|warning|notice)(?: (?P<properties>[^:]*))?::(?P<words>.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Read one annotation as GitHub's runner does (actions/toolkit, core/src/command.ts, the other way round)."""
    match = COMMAND.fullmatch(line)
    assert match
    pairs = (match["properties"] or "").split(",") if match["properties"] else []
    properties = dict(pair.split("=", 1) for pair in pairs)
    return match["level"], {name: unescaped(value) for name, value in properties.items()}, unescaped(match["words"])


def unescaped(text: str) -> str:
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, char)
    return text


@given(st.text(), st.text())
def test_what_is_written_is_what_is_read(value: str, words: str) -> None:
    line = f"::error file={_property(value)},title={_property(words)}::{_data(words)}"
    assert not set(line) & {"\r", "\n"}
    match = re.fullmatch(r"::error file=([^:,]*),title=([^:,]*)::(.*)", line, re.DOTALL)
    assert match
    assert [unescaped(part) for part in match.groups()] == [value, words, words]


@given(st.text(alphabet="%0DA25:,\r\n::error file=x,line=1::"))
def test_not_even_text_made_of_escapes_is_misread(text: str) -> None:
    assert unescaped(_data(text)) == unescaped(_property(text)) == text
    assert not set(_property(text)) & set(":,\r\n")


@pytest.mark.parametrize("name", ["100 %, kanske: ja", "::error file=a.yaml,line=1::hemligt", "%0A::notice::x"])
def test_a_hostile_name_stays_in_its_own_annotation(tmp_path: Path, name: str) -> None:
    root = registry(tmp_path, {OFFICE_PATH: {"municipality": name, "opening_hours": []}})
    outcome = on(root, "validate", "-o", "github", "--today", TODAY)
    read_back = [read(line) for line in outcome.stdout.splitlines()]
    levels = [level for level, _, _ in read_back]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    assert {properties["file"] for _, properties, _ in read_back[:-1]} == {OFFICE_PATH}
    assert any(name in words for _, _, words in read_back)
    assert re.fullmatch(r"\d+ errors?, \d+ warnings?, \d+ notes? in \d+ files", read_back[-1][2])


_ISSUE = """
import * as core from "@actions/core"
let text = ""
for await (const part of process.stdin) text += part
for (const [level, words, properties] of JSON.parse(text)) core[level](words, properties)
"""
_NAMED = {"file": "file", "line": "startLine", "col": "startColumn", "title": "title"}


def sorted_properties(line: str) -> str:
    """The same annotation with its properties by name: in which order they stand means nothing."""
    head, _, rest = line.removeprefix("::").partition(" ")
    properties, _, words = rest.partition("::")
    return f"::{head} {','.join(sorted(properties.split(',')))}::{words}"


def test_github_s_own_toolkit_writes_the_same_lines(tmp_path: Path) -> None:
    lines = on(hostile(tmp_path), "validate", "-o", "github", "--today", TODAY).stdout.splitlines()[:-1]
    meant = [
        (level, words, {_NAMED[name]: value for name, value in properties.items()})
        for level, properties, words in map(read, lines)
    ]
    done = subprocess.run(
        [str(NODE), "--input-type=module", "--eval", _ISSUE],
        cwd=PEERS.parent,
        input=json.dumps(meant),
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert list(map(sorted_properties, done.stdout.splitlines())) == list(map(sorted_properties, lines))
    assert len(lines) > len(HOSTILE)


def test_in_a_repository_files_are_named_from_its_top(tmp_path: Path) -> None:
    root = registry(tmp_path, {OFFICE_PATH: {"opening_hours": []}})
    committed(tmp_path, "Begin", "2026-11-01T12:00:00+01:00")
    annotation, _ = on(root, "validate", "-o", "github", "--today", TODAY, lang="sv").stdout.splitlines()
    level, properties, words = read(annotation)
    assert (level, properties["file"], properties["title"]) == ("warning", f"registry/{OFFICE_PATH}", "SSC605")
    assert "kontoret" in words
