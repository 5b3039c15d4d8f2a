"""Pipes, shut streams, full disks and odd environments: what a shell does to a program without meaning harm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.registries import OFFICES, TODAY, on, registry
from tests.process import CHECKOUT, sscctl

SSCCTL = f'"{sys.executable}" -m sscctl'
DAY = f"--on {TODAY}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("pipes"), OFFICES)


def shell(root: Path, command: str, **environment: str | None) -> tuple[int, str, str]:
    """Run a line of bash in the registry; return its exit code, stdout and stderr. A variable set to None is unset."""
    env = {**os.environ, "PYTHONPATH": str(CHECKOUT), **environment}
    done = subprocess.run(
        ["bash", "-c", command.replace("sscctl", SSCCTL)],
        cwd=root,
        env={name: value for name, value in env.items() if value is not None},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("command", ["list -o json", "validate", "show orebro", "explain", "--help", "--version"])
def test_a_reader_who_has_had_enough_is_no_error(root: Path, command: str) -> None:
    """As of a program that SIGPIPE ends: 128 + 13, and not a word."""
    assert shell(root, f"sscctl {command} | true; exit ${{PIPESTATUS[0]}}") == (141, "", "")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        pytest.param(f"sscctl list {DAY} >&-", 0, id="stdout shut: the answer goes nowhere"),
        pytest.param("sscctl --version >&-", 0, id="stdout shut, the version"),
        pytest.param("sscctl --help >&-", 0, id="stdout shut, help"),
        pytest.param(f"sscctl validate --today {TODAY} >&- 2>&-", 1, id="both shut: the exit code still answers"),
        pytest.param("sscctl show nowhere 2>&-", 4, id="stderr shut: the exit code still answers"),
        pytest.param("sscctl show nowhere 2> >(true)", 4, id="nobody reads stderr"),
        pytest.param("sscctl show orebro <&-", 0, id="stdin shut"),
    ],
)
def test_shut_streams_change_no_answer(root: Path, command: str, code: int) -> None:
    found, _, err = shell(root, command)
    assert (found, "Traceback" in err) == (code, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
@pytest.mark.parametrize("command", ["list", "list -o json", "--version", "--help", "explain"])
def test_a_full_disk_is_6_in_words(root: Path, command: str) -> None:
    code, _, err = shell(root, f"sscctl {command} >/dev/full")
    assert (code, err) == (6, "Error: the result could not be written: the disk is full\n")


@pytest.mark.parametrize("name", ["HOME", "XDG_CACHE_HOME", "PATH", "LANG", "TERM", "PWD"])
def test_no_variable_is_needed(root: Path, name: str) -> None:
    plain = on(root, "list", "--on", TODAY)
    assert shell(root, f"unset {name}; sscctl list {DAY}") == (0, plain.stdout, "")


def test_a_cache_that_cannot_be_kept_is_done_without(root: Path) -> None:
    plain = on(root, "validate", "--today", TODAY)
    code, out, err = shell(root, f"sscctl validate --today {TODAY}", XDG_CACHE_HOME="/proc/nowhere")
    assert (code, out, err) == (plain.code, plain.stdout, "")


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        pytest.param({"LC_ALL": "C"}, "Örebro", id="Python makes UTF-8 of the C locale"),
        pytest.param({"PYTHONUTF8": "0", "LANG": "C"}, "Örebro", id="and so it does without its UTF-8 mode"),
        pytest.param({"PYTHONIOENCODING": "ascii"}, r"\xd6rebro", id="where only ASCII goes letters are spelled out"),
    ],
)
def test_letters_in_other_encodings(root: Path, environment: dict[str, str], shown: str) -> None:
    code, out, err = shell(root, f"sscctl list --columns id,name --county 18 {DAY}", **environment)
    assert (code, out.splitlines()[1].split(), err) == (0, ["orebro", shown], "")


@pytest.mark.parametrize("columns", ["1", "20", "0", "-7", "many", "100000"])
def test_no_width_is_too_odd(root: Path, columns: str) -> None:
    for command in ("show orebro", "explain SSC602", "list --help", "list"):
        code, out, err = shell(root, f"sscctl {command}", COLUMNS=columns)
        assert (code, bool(out), err) == (0, True, "")


def test_files_beside_the_registry_are_not_run(root: Path, tmp_path: Path) -> None:
    """A folder that somebody else has filled may hold a `yaml.py` or a `git`."""
    for name in ("yaml.py", "typer.py", "json.py", "sscctl.py"):
        (tmp_path / name).write_text("raise SystemExit('stolen')", "utf-8")
    tool = Path(sys.executable).parent / "sscctl"
    if not tool.exists():
        pytest.skip("sscctl is not installed beside this Python")
    done = subprocess.run(
        [tool, "--root", root, "list", "-o", "ids"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, len(done.stdout.split()), done.stderr) == (0, 5, "")


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        pytest.param({}, False, id="a pipe has no colour"),
        pytest.param({"FORCE_COLOR": "1"}, True, id="unless colour is forced"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR goes before that"),
        pytest.param({"FORCE_COLOR": "1", "TERM": "dumb"}, False, id="and so does a dumb terminal"),
    ],
)
def test_colours_in_a_pipe(root: Path, environment: dict[str, str], coloured: bool) -> None:
    for command in (f"validate --today {TODAY}", "show orebro", "explain SSC602"):
        assert ("\x1b[" in shell(root, f"sscctl {command}", **environment)[1]) is coloured


@pytest.mark.parametrize("wish", ["always", "never"])
def test_the_option_goes_before_every_variable(root: Path, wish: str) -> None:
    for environment in ({"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}):
        out = shell(root, f"sscctl --color {wish} show orebro", **environment)[1]
        assert ("\x1b[" in out) is (wish == "always")


def test_json_is_never_coloured() -> None:
    for command in (("list",), ("show", "arvika"), ("explain", "SSC602"), ("validate",)):
        assert "\x1b" not in sscctl("--color", "always", *command, "-o", "json").stdout
