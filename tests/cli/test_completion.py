"""Shell completion, in real shells, with the scripts that the tool hands out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sscctl.cli._commands import COMMANDS
from tests.cli.registries import OFFICES, registry
from tests.process import CHECKOUT

ASK = {
    "bash": "source ./script; COMP_WORDS=({words}); COMP_CWORD={at}; _sscctl_completion sscctl; "
    'printf "%s\\n" "${{COMPREPLY[@]}}"',
    "zsh": "compdef() {{}}; _arguments() {{ print -r -- $1 }}; words=({words}); CURRENT={at}+1; source ./script; "
    "_sscctl_completion",
    "fish": "source ./script; complete -C '{line}'",
}
"""What each shell does when a person presses Tab; zsh's own frame is left out, and shows what it would be given."""

OFFICE_IDS = sorted(["exempelstad-torget", *(path[8:-5] for path in OFFICES)])


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry with files whose names are no ids, and the tool under its own name on the path."""
    top = tmp_path_factory.mktemp("completion")
    root = registry(top, OFFICES)
    for name in ("a$(touch stolen)", "a'b", "a`id`", "a b", 'a"b', "a;touch stolen", "å"):
        (root / f"offices/{name}.yaml").write_text("", "utf-8")
    tool = top / "bin/sscctl"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sscctl "$@"\n', "utf-8")
    tool.chmod(0o755)
    return top


def completed(place: Path, shell: str, line: str, lang: str = "en") -> list[str]:
    """Have a shell complete the last word of `line`; return what it offers, without descriptions."""
    assert shutil.which(shell), f"{shell} is missing: `make test` installs it"
    env = {
        **os.environ,
        "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(CHECKOUT),
        "SSCCTL_LANG": lang,
    }
    script = subprocess.run(
        ["sscctl"], env={**env, "_SSCCTL_COMPLETE": f"source_{shell}"}, capture_output=True, check=True
    )
    (place / "registry/script").write_bytes(script.stdout)
    words = [word or "''" for word in line.split(" ")]
    ask = ASK[shell].format(words=" ".join(words), at=len(words) - 1, line=line)
    options = {"bash": ["--norc", "-c"], "zsh": ["-f", "-c"], "fish": ["--no-config", "-c"]}[shell]
    done = subprocess.run(
        [shell, *options, ask], cwd=place / "registry", env=env, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    if shell == "zsh":
        return re.findall(r'"([^"]+)"(?::"[^"]*")?', done.stdout)
    return [offered.split("\t")[0] for offered in done.stdout.splitlines() if offered]


@pytest.mark.parametrize("shell", ASK)
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        pytest.param("sscctl v", ["validate"], id="a command"),
        pytest.param("sscctl show a", [one for one in OFFICE_IDS if one.startswith("a")], id="an office"),
        pytest.param("sscctl show ", OFFICE_IDS, id="any office, but no file whose name is no id"),
        pytest.param("sscctl list --agency s", ["skatteverket", "statens-servicecenter"], id="an agency"),
        pytest.param("sscctl list --status c", ["closed", "cancelled"], id="a status"),
        pytest.param("sscctl list --co", ["--county", "--co-located-with", "--columns"], id="an option"),
        pytest.param("sscctl explain SSC60", [f"SSC60{number}" for number in range(1, 10)], id="a rule"),
    ],
)
def test_a_shell_offers_what_could_stand_there(place: Path, shell: str, line: str, offered: list[str]) -> None:
    assert sorted(completed(place, shell, line)) == sorted(offered)
    assert not (place / "registry/stolen").exists()


@pytest.mark.parametrize("shell", ASK)
def test_every_command_is_offered(place: Path, shell: str) -> None:
    assert sorted(completed(place, shell, "sscctl ")) == sorted(COMMANDS)


def test_where_there_is_no_registry_nothing_is_said(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT), "_SSCCTL_COMPLETE": "complete_bash"}
    env |= {"COMP_WORDS": "sscctl show a", "COMP_CWORD": "2"}
    done = subprocess.run([sys.executable, "-m", "sscctl"], cwd=tmp_path, env=env, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"", b"")
