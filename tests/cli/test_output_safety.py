"""Whatever stands in a file, in its name, or on the command line: nothing that is printed acts on who reads it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from sscctl.cli.app import run
from sscctl.cli.console import Style
from sscctl.cli.render.offices import COLUMNS
from sscctl.reading.yaml12 import parse
from tests.cli.hostile import ACTING, PRINTABLE, holding
from tests.cli.printing import COMMANDS, EVERY_COLUMN
from tests.cli.promises import kept
from tests.cli.registries import TODAY, committed, registry
from tests.process import CHECKOUT, sscctl

OWN_COLOURS = re.compile(rf"\x1b\[(?:0|{'|'.join(Style)})m")
Say = Callable[..., tuple[str, str]]


@pytest.fixture(scope="module")
def printable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("printable"), holding(PRINTABLE))


@pytest.fixture(scope="module")
def acting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("acting"), holding(ACTING))


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str]) -> Say:
    """Run a command in this process, as hundreds of processes would take minutes; return stdout and stderr."""

    def said(root: Path, *arguments: str, color: str = "never") -> tuple[str, str]:
        capfd.readouterr()
        code = run(["--root", str(root), "--color", color, *arguments])
        out, err = capfd.readouterr()
        assert code in (0, 1, 4, 5), err
        return out, err

    return said


def harmful(text: str) -> list[str]:
    """The lines that hold a character which acts on a terminal, or which nobody sees."""
    unseen = text.replace("@\u200b", "@")  # what keeps a name in Markdown from being called
    return [
        line
        for line in unseen.split("\n")
        if any(unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} for char in line)
    ]


@pytest.mark.parametrize("color", ["never", "always"])
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
class TestEveryCommand:
    def test_passes_on_nothing_that_acts(
        self, printable: Path, acting: Path, say: Say, command: list[str], color: str
    ) -> None:
        offices = range(max(len(PRINTABLE), len(ACTING))) if "kontor-{}" in command else [0]
        for root in (printable, acting):
            for number in offices:
                out, err = say(root, *(word.format(number) for word in command), color=color)
                assert harmful(OWN_COLOURS.sub("", out) if color == "always" else out) == []
                assert harmful(OWN_COLOURS.sub("", err) if color == "always" else err) == []


def test_what_the_reader_refuses_is_named_where_it_stands(acting: Path, say: Say) -> None:
    findings = json.loads(say(acting, "validate", "--today", TODAY, "-o", "json")[0])["findings"]
    blamed = {one["path"] for one in findings if one["code"] in {"SSC001", "SSC008"} and one["severity"] == "error"}
    assert {f"offices/kontor-{number}.yaml" for number in range(len(ACTING))} <= blamed


class TestPrintableTextComesOutAsItWentIn:
    """A machine that reads the output gets every text whole; a person sees it as it is."""

    def test_in_a_list_as_json(self, printable: Path, say: Say) -> None:
        offices = kept("list", say(printable, "list", "-o", "json", "--on", TODAY)[0])["offices"]
        told = {one["id"]: [one[key] for key in ("name", "town", "street", "post_town")] for one in offices}
        assert {f"kontor-{n}": [text] * 4 for n, text in enumerate(PRINTABLE.values())}.items() <= told.items()

    def test_in_a_list_as_csv(self, printable: Path, say: Say) -> None:
        text = say(printable, "list", "-o", "csv", "--columns", "id,name,town,street", "--on", TODAY)[0]
        rows = {row[0]: row[1:] for row in csv.reader(io.StringIO(text, newline=""), strict=True)}
        assert {f"kontor-{n}": [text] * 3 for n, text in enumerate(PRINTABLE.values())}.items() <= rows.items()

    def test_in_a_list_as_geojson(self, printable: Path, say: Say) -> None:
        features = json.loads(say(printable, "list", "-o", "geojson", "--on", TODAY)[0])["features"]
        assert set(PRINTABLE.values()) <= {feature["properties"]["name"] for feature in features}

    def test_in_a_list_as_a_table(self, printable: Path, say: Say) -> None:
        text = say(printable, "list", "--columns", "id,name", "--on", TODAY)[0]
        rows = {line.split()[0]: line.partition(" ")[2].strip() for line in text.splitlines() if line.split()}
        assert {f"kontor-{n}": text for n, text in enumerate(PRINTABLE.values())}.items() <= rows.items()

    def test_in_markdown_every_row_has_as_many_cells(self, printable: Path, say: Say) -> None:
        text = say(printable, "list", "-o", "markdown", "--columns", EVERY_COLUMN, "--on", TODAY)[0]
        bars = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in text.splitlines()}
        assert bars == {len(COLUMNS) + 1}

    @pytest.mark.parametrize("number", range(len(PRINTABLE)), ids=list(PRINTABLE))
    def test_in_one_office(self, printable: Path, say: Say, number: int) -> None:
        text = list(PRINTABLE.values())[number]
        shown = kept("show", say(printable, "show", f"kontor-{number}", "-o", "json", "--on", TODAY)[0])
        again = parse(say(printable, "show", f"kontor-{number}", "-o", "yaml", "--on", TODAY)[0].encode())
        assert again.tree == shown
        assert shown["remarks"] == [{"text": {"sv": text, "en": text}}]
        assert " ".join(text.split()) in " ".join(say(printable, "show", f"kontor-{number}", "--on", TODAY)[0].split())

    def test_for_github_each_finding_is_one_command(self, printable: Path, say: Say) -> None:
        lines = say(printable, "validate", "--today", TODAY, "-o", "github")[0].splitlines()
        count = len(json.loads(say(printable, "validate", "--today", TODAY, "-o", "json")[0])["findings"])
        assert (len(lines), all(line.startswith("::") for line in lines)) == (count + 1, True)

    def test_in_text_no_line_is_a_command_to_github(self, printable: Path, say: Say) -> None:
        lines = say(printable, "validate", "--today", TODAY)[0].splitlines()
        assert not [line for line in lines if line.lstrip().startswith(("::", "##["))]


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two registries in git whose last commit brings in every text: the printable ones, and those that act."""
    roots = []
    for texts in (PRINTABLE, ACTING):
        top = tmp_path_factory.mktemp("reviewed")
        registry(top)
        committed(top, "Begin", "2026-10-01T12:00:00+02:00")
        roots.append(registry(top, holding(texts)))
        committed(top, "\x1b[31mred \u202e::error::x", "2026-11-01T12:00:00+01:00")
    return roots


@pytest.mark.parametrize("color", ["never", "always"])
@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_nor_does_diff_forwards_or_backwards(reviewed: list[Path], say: Say, form: str, color: str) -> None:
    for root in reviewed:
        for ends in (["HEAD~1", "HEAD"], ["HEAD", "HEAD~1"]):
            out, err = say(root, "diff", *ends, "-o", form, color=color)
            assert "kontor-" in out
            assert harmful(OWN_COLOURS.sub("", out) if color == "always" else out) == []
            assert harmful(OWN_COLOURS.sub("", err) if color == "always" else err) == []


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("command", [["log", "kontor-0"], ["why", "kontor-0", "name"]], ids=" ".join)
def test_nor_do_log_and_why_whose_commits_are_hostile_too(
    reviewed: list[Path], say: Say, command: list[str], form: str
) -> None:
    for root in reviewed:
        out, err = say(root, *command, "-o", form)
        assert harmful(out) == harmful(err) == []


NAMES = [text.encode() for text in (*ACTING.values(), *PRINTABLE.values())] + [b"\xff\xfe", b"\xc3\x28"]


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_the_names_of_files_are_no_better(tmp_path: Path, say: Say, form: str) -> None:
    root = registry(tmp_path)
    for name in NAMES:
        if b"/" not in name:
            (root / os.fsdecode(b"offices/" + name + b".yaml")).write_text("id: x\n", "utf-8")
    out, err = say(root, "validate", "--today", TODAY, "-o", form)
    assert harmful(out) == harmful(err) == []
    if form == "github":
        assert len({line.partition(" ")[0] for line in out.splitlines()} - {"::error", "::notice"}) == 1
    out, err = say(root, "list")
    assert harmful(out) == harmful(err) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("{}",),
        ("--{}",),
        ("--lang", "{}"),
        ("--root", "{}", "list"),
        ("show", "{}"),
        ("show", "arvika", "{}"),
        ("show", "arvika", "--on", "{}"),
        ("explain", "{}"),
        ("validate", "{}"),
        ("validate", "--today={}"),
        ("list", "-{}"),
        ("list", "--county", "{}"),
        ("list", "--municipality", "{}"),
        ("list", "--agency", "{}"),
        ("list", "--service", "{}"),
        ("list", "--co-located-with", "{}"),
        ("list", "--status", "{}"),
        ("list", "--columns", "id,{}"),
        ("list", "--as-of", "{}"),
        ("list", "-o", "{}"),
    ],
    ids=" ".join,
)
def test_the_command_line_is_no_better(arguments: tuple[str, ...]) -> None:
    evil = "\x1b[31m\x1b]0;x\x07a\r\n\u009b\u202e\udcff"
    done = subprocess.run(
        [sys.executable, "-m", "sscctl", *(os.fsencode(word.format(evil)) for word in arguments)],
        cwd=CHECKOUT,
        capture_output=True,
        check=False,
    )
    assert done.returncode in (2, 3, 4)
    assert done.stdout == b""
    assert harmful(done.stderr.decode()) == []
    assert "Traceback" not in done.stderr.decode()


def test_what_is_logged_passes_the_gate(tmp_path: Path) -> None:
    outcome = sscctl("-vv", "--root", str(registry(tmp_path / "\x1b[31m\u202e")), "validate", "--today", TODAY)
    assert outcome.code == 0
    assert harmful(outcome.stderr) == []
