"""Whatever stands in the documents or is given to an edit of many offices: nothing that is printed acts on a reader."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.cli.hostile import ACTING, PRINTABLE, holding
from tests.cli.registries import TODAY, on, registry

SOURCE = ("--source", "Dnr 1", "--today", TODAY, "--dry-run")
WEEK = "mån-fre 10-16, övriga dagar stängt"


def harmful(text: str) -> list[str]:
    """The lines that hold a character which acts on a terminal, or which nobody sees."""
    unseen = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    return [line for line in text.split("\n") if any(unicodedata.category(char) in unseen for char in line)]


COMMANDS = {
    "hours of every office": ("hours", "set", "--offices", "kind=office", WEEK, "--from", "2027-01-11", *SOURCE),
    "a deviation at every office": (
        *("hours", "deviate", "--offices", "kind=office", "2026-12-23", "10-13", "--reason", "Utbildning"),
        *SOURCE,
    ),
    "every office signed on": (
        *("agreement", "set", "takeover-2019", "--offices", "kind=office", "--from", "2027-01-11"),
        *SOURCE,
    ),
    "a reason that would colour": (
        *("hours", "deviate", "kontor-0", "2026-12-23", "10-13", "--reason", "\x1b[31mUtbildning"),
        *SOURCE,
    ),
    "hours that would colour": ("hours", "set", "kontor-0", "mån \x1b[31m10-16", "--from", "2027-01-11", *SOURCE),
    "a source that would colour": (
        *("hours", "set", "kontor-0", WEEK, "--from", "2027-01-11", "--source", "\x1b]0;x\x07"),
        *("--today", TODAY, "--dry-run"),
    ),
    "a title that would turn round": ("agreement", "set", "takeover-2019", "title", "a\u202eb / c", *SOURCE),
    "a selection that would colour": ("hours", "clear", "\x1b[31mvisby,county=\x1b[0m", "2026-12-23"),
    "an agency that would colour": ("agency", "add", "x", "--name", "\x1b[31mX", *SOURCE),
}


@pytest.fixture(scope="module", params=["printable", "acting"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"printable": PRINTABLE, "acting": ACTING}[request.param]
    return registry(tmp_path_factory.mktemp(request.param), holding(texts))


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_it_prints_nothing_that_acts(root: Path, arguments: tuple[str, ...]) -> None:
    outcome = on(root, *arguments)
    assert outcome.code in {0, 2, 3, 4, 5}, outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert harmful(outcome.stdout) == []
    assert harmful(outcome.stderr) == []
