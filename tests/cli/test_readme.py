"""What README.md shows is what the program says; `SSCCTL_UPDATE_SNAPSHOTS=1` writes it anew."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from sscctl.cli._commands import COMMANDS
from sscctl.errors import SscctlError
from tests.process import CHECKOUT, sscctl

README = CHECKOUT / "README.md"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TABLE = re.compile(r"(?<=<!-- commands -->\n).*(?=<!-- /commands -->)", re.DOTALL)


def shown(block: str) -> str:
    """A tour's block with each command followed by what it prints in a pipe of 100 columns."""
    commands = [line for line in block.splitlines() if line.startswith("$ sscctl ")]
    return "\n".join(f"{command}\n{_printed(command)}" for command in commands)


def _printed(command: str) -> str:
    outcome = sscctl(*shlex.split(command)[2:])
    assert outcome.code in (0, 1)
    assert outcome.stderr == ""
    return outcome.stdout


def table() -> str:
    """Every command with its summary, as Markdown."""
    rows = [f"| `{name}` | {summary.en.rstrip('.')} |" for name, summary in COMMANDS.items()]
    return "\n".join(["| Command | Does |", "| --- | --- |", *rows, ""])


def test_the_tour_shows_what_the_program_prints_and_the_table_every_command() -> None:
    text = README.read_text("utf-8")
    fresh = CONSOLE.sub(lambda match: f"```console\n{shown(match[1])}```", text)
    fresh = TABLE.sub(lambda _: table(), fresh)
    if os.environ.get("SSCCTL_UPDATE_SNAPSHOTS"):
        README.write_text(fresh, "utf-8")
    else:
        assert text == fresh


def test_commands_that_are_only_named_exist_with_their_options() -> None:
    text = README.read_text("utf-8")
    lines = [line for block in SHELL.findall(text) for line in block.splitlines()]
    lines += re.findall(r"`(sscctl [a-z][^`]*)`", text)
    assert lines
    for line in lines:
        _, command, *rest = shlex.split(line)
        outcome = sscctl(command, *(word for word in rest[:1] if not word.startswith("-")), "--help")
        assert outcome.code == 0
        options = {word for word in rest if word.startswith("-")}
        assert options <= set(re.findall(r"--?[a-z][a-z-]*", outcome.stdout))


def test_every_exit_code_is_told() -> None:
    classes: list[type[SscctlError]] = [SscctlError, *SscctlError.__subclasses__()]
    told = re.search(r"Exit codes: (.*?)\n\n", README.read_text("utf-8"), re.DOTALL)
    assert told
    assert set(map(int, re.findall(r"\b(\d+)\b", told[1]))) == {0, 1, *(one.exit_code for one in classes)}


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "registry/reference/README.md"])
def test_links_within_the_project_lead_somewhere(page: str) -> None:
    place = CHECKOUT / page
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", place.read_text("utf-8"))
    assert [target for target in targets if not (place.parent / target).exists()] == []


def test_the_attribution_stands_where_the_licence_asks_for_it() -> None:
    registry = Path(CHECKOUT / "registry/registry.yaml").read_text("utf-8")
    line = "Place and postcode points: GeoNames (geonames.org)"
    assert line in registry
    assert line in README.read_text("utf-8")
