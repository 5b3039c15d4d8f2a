"""A long history costs what the revisions that touch the office cost; a hostile one acts on nobody."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from sscctl.cli.app import run
from sscctl.reading.counters import counters
from tests.base_registry import OFFICE_ID, OFFICE_PATH
from tests.builders import files_of, laid_over
from tests.cli.hostile import ACTING, PRINTABLE
from tests.cli.pasts import Commit, imported, long_past

TOUCHING = 10


@pytest.fixture(scope="module", params=[100, 1000])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return imported(tmp_path_factory.mktemp("long"), long_past(request.param, TOUCHING))


def costs(root: Path, *arguments: str) -> tuple[int, int]:
    """Files read and git processes begun by a command, once an earlier one has filled the cache."""
    for _ in range(2):
        counters.reset()
        assert run(["--root", str(root), *arguments]) == 0
    return counters.files_read, counters.git_processes


@pytest.mark.parametrize(
    ("arguments", "files", "processes"),
    [
        pytest.param(["log", OFFICE_ID], TOUCHING, 3, id="the life of an office"),
        pytest.param(["log", OFFICE_ID, "-o", "json"], TOUCHING, 3, id="as JSON"),
        pytest.param(["why", OFFICE_ID, "town"], TOUCHING, 3, id="where a value comes from"),
        pytest.param(["log", OFFICE_ID, "--as-of", "HEAD~1"], TOUCHING, 7, id="as it was known then"),
        pytest.param(["show", OFFICE_ID, "--as-of", "HEAD~1"], 2, 5, id="an office as it was known then"),
    ],
)
def test_only_the_revisions_that_touch_the_office_are_read(
    root: Path, arguments: list[str], files: int, processes: int
) -> None:
    assert costs(root, *arguments) == (files, processes)


HOSTILE = {**ACTING, **PRINTABLE}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each hostile text is once the author and the subject of a commit that gives the office another town."""
    commits = [Commit(b"Begin", files_of(laid_over({})))]
    for number, text in enumerate(HOSTILE.values()):
        office = laid_over(
            {OFFICE_PATH: {"town": f"Ort {number}", "remarks": [{"text": {"sv": f"{number}", "en": "x"}}]}}
        )
        content = files_of({OFFICE_PATH: office[OFFICE_PATH]})[OFFICE_PATH]
        author = re.sub("[<>\n\0]", "", text).strip() or "x"
        commits.append(
            Commit(text.encode("utf-8", "replace"), {OFFICE_PATH: content}, author.encode("utf-8", "replace"))
        )
    return imported(tmp_path_factory.mktemp("hostile"), commits)


@pytest.mark.parametrize(
    "arguments",
    [["log", OFFICE_ID, "-o", form] for form in ("text", "json", "markdown")]
    + [["why", OFFICE_ID, "town", "-o", form] for form in ("text", "json")],
    ids=" ".join,
)
def test_who_wrote_a_commit_acts_on_no_terminal(
    hostile: Path, capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(["--root", str(hostile), "--color", "never", *arguments]) == 0
    out = capfd.readouterr().out.replace("@\u200b", "@")
    unseen = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    assert [line for line in out.split("\n") if any(unicodedata.category(char) in unseen for char in line)] == []


def test_in_markdown_every_row_has_as_many_cells(hostile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["--root", str(hostile), "log", OFFICE_ID, "-o", "markdown"])
    text = capfd.readouterr().out
    rows = [line for line in text.split("\n") if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in rows} == {5}
    assert "<script" not in text.replace("\\<", "")
    assert not re.search(r"(?<!\\)@\w", text)
