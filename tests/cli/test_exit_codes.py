"""The exit codes that scripts rely on, all of them, each with words a person can act on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sscctl import errors
from sscctl.cli._border import told
from sscctl.errors import SscctlError
from tests.base_registry import OFFICE_PATH
from tests.cli.registries import on, registry
from tests.process import POWERLESS, sscctl

CODES = {
    "SscctlError": 70,
    "WrongUsage": 2,
    "CannotBeDoneHere": 3,
    "NotFound": 4,
    "Refused": 5,
    "InputOutput": 6,
    "Integrity": 7,
}
"""Every way in which the program itself can fail; 0 is done, 1 is done with the answer no, 130 is interrupted."""


def test_every_class_of_error_has_its_own_code() -> None:
    classes = {
        name: one.exit_code
        for name, one in vars(errors).items()
        if isinstance(one, type) and issubclass(one, SscctlError)
    }
    assert classes == CODES
    assert len(set(CODES.values())) == len(CODES)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "Interrupted."),
        (BrokenPipeError(), 141, ""),
        (OSError(28, "No space left on device"), 6, "Error: the result could not be written: the disk is full"),
        (PermissionError(13, "Permission denied", "a.yaml"), 6, "Error: a.yaml: you lack the permission"),
        (ZeroDivisionError("by \x1b[31m nought"), 70, "Error: a fault in sscctl itself"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else None,
)
def test_what_python_raises_is_told_in_words_as_well(
    error: BaseException, code: int, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert told(error) == code
    out, err = capfd.readouterr()
    assert (out, err.partition("\n")[0]) == ("", words)
    assert "\x1b" not in err


HOPELESS = {
    "no command": ((), 2, "kommandot saknas", "the command is missing"),
    "no such command": (("lst",), 2, "menade du list?", "did you mean list?"),
    "no such option": (("list", "--contry"), 2, "menade du --county?", "did you mean --county?"),
    "an option of the root after the command": (("list", "--root", "."), 2, "före kommandot", "before the command"),
    "an option without its value": (("list", "--on"), 2, "--on behöver ett värde", "--on needs a value"),
    "an argument too many": (("list", "arvika"), 2, "för många argument: arvika", "too many arguments: arvika"),
    "an argument missing": (("show",), 2, "KONTOR saknas", "OFFICE is missing"),
    "no such status": (("list", "--status", "opn"), 2, "menade du open?", "did you mean open?"),
    "no such format": (("list", "-o", "xml"), 2, "välj bland table, json", "choose among table, json"),
    "no such column": (("list", "--columns", "id,nam"), 2, "menade du name?", "did you mean name?"),
    "no such day": (("list", "--on", "2026-02-30"), 2, "ÅÅÅÅ-MM-DD, till exempel 2026", "YYYY-MM-DD, as in 2026"),
    "a day in American": (
        ("list", "--on", "11/22/2026"),
        2,
        "--on: 11/22/2026 är inget",
        "--on: 11/22/2026 is no date",
    ),
    "a day without dashes": (("validate", "--today", "20261122"), 2, "--today: 20261122", "--today: 20261122"),
    "no such office": (("show", "torge"), 4, "menade du exempelstad-torget?", "did you mean exempelstad-torget?"),
    "no such agency": (("list", "--agency", "skattverket"), 4, "menade du skatteverket", "did you mean skatteverket"),
    "no such county": (("list", "--county", "Stokholm"), 4, "menade du Stockholms län", "did you mean Stockholms"),
    "no such municipality": (("list", "--municipality", "Upsala"), 4, "menade du Uppsala", "did you mean Uppsala"),
    "no such service": (("list", "--service", "pass"), 4, "tjänsten pass finns inte", "there is no service pass"),
    "no such rule": (("explain", "SSC000"), 4, "`sscctl explain` visar alla", "`sscctl explain` lists them all"),
    "no such file": (
        ("validate", "nowhere"),
        4,
        "ingen fil i registret på nowhere",
        "no file of the registry at nowhere",
    ),
}


@pytest.mark.parametrize(("arguments", "code", "sv", "en"), HOPELESS.values(), ids=HOPELESS)
def test_a_person_is_told_what_would_be_right(
    tmp_path: Path, arguments: tuple[str, ...], code: int, sv: str, en: str
) -> None:
    root = registry(tmp_path)
    for lang, words in (("sv", sv), ("en", en)):
        outcome = on(root, *arguments, lang=lang)
        assert (outcome.code, outcome.stdout) == (code, "")
        assert words in outcome.stderr
        assert "Traceback" not in outcome.stderr


def test_a_place_without_a_registry_is_3_and_says_what_one_is(tmp_path: Path) -> None:
    for lang, words in (("sv", "ett register är en mapp med filen registry.yaml"), ("en", "name it with --root")):
        outcome = sscctl("--lang", lang, "list", cwd=tmp_path)
        assert (outcome.code, outcome.stdout) == (3, "")
        assert words in outcome.stderr


def test_a_file_that_may_not_be_read_is_6_and_is_named(tmp_path: Path) -> None:
    root = registry(tmp_path)
    (root / OFFICE_PATH).chmod(0)
    done = subprocess.run(
        [*POWERLESS, sys.executable, "-m", "sscctl", "--root", str(root), "list"], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (6, b"")
    assert OFFICE_PATH.encode() in done.stderr
    assert b"look at the permissions" in done.stderr
