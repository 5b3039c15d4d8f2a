"""`sscctl sql`: questions in SQL, in every form, and what is refused."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sscctl.querying.tables import TABLES
from tests.cli.promises import kept
from tests.cli.registries import OFFICES, TODAY, committed, on, registry
from tests.process import CHECKOUT, Outcome

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
NAMES = "SELECT name, weekly_minutes AS minutes FROM offices WHERE status = 'open' ORDER BY id"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("sql"), OFFICES)


def sql(root: Path, *arguments: str, lang: str = "en") -> Outcome:
    return on(root, "sql", "--on", TODAY, *arguments, lang=lang)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("table", "name            minutes\nÄlvsbyn\nArvikabussen       1500\nTorget             1800\n"),
        ("csv", "name,minutes\nÄlvsbyn,\nArvikabussen,1500\nTorget,1800\n"),
        (
            "markdown",
            """\
| name         |   minutes |
|:-------------|----------:|
| Älvsbyn      |           |
| Arvikabussen |      1500 |
| Torget       |      1800 |
""",
        ),
    ],
)
def test_form(root: Path, form: str, text: str) -> None:
    outcome = sql(root, NAMES, "-o", form)
    assert (outcome.code, outcome.stderr) == (0, "")
    assert [line.rstrip() for line in outcome.stdout.splitlines()] == text.splitlines()


def test_json_keeps_every_kind_of_value(root: Path) -> None:
    outcome = sql(root, "SELECT 'å', 1, 1.5, NULL, X'00ff', 9e999, char(27)", "-o", "json")
    content = kept("sql", outcome.stdout)
    assert content["rows"] == [["å", 1, 1.5, None, "X'00FF'", "inf", "\x1b"]]
    assert "\x1b" not in outcome.stdout


def test_no_rows_are_an_empty_answer_and_exit_0(root: Path) -> None:
    outcome = sql(root, "SELECT id FROM offices WHERE 0", "-o", "json")
    assert (outcome.code, kept("sql", outcome.stdout)) == (0, {"columns": ["id"], "rows": []})


@pytest.mark.parametrize("form", ["table", "csv", "markdown"])
def test_what_could_act_on_a_terminal_is_spelled_out(root: Path, form: str) -> None:
    outcome = sql(root, "SELECT char(27) || '[31m' AS \"a\x1bb\", 'x' || char(10)", "-o", form)
    assert "\x1b" not in outcome.stdout
    assert "x1b" in outcome.stdout


def test_a_query_is_read_from_stdin(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sscctl", "--root", str(root), "sql", "-", "-o", "csv"],
        input="SELECT 'ä'\n  AS x",
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "x\nä\n")


@pytest.mark.parametrize(
    ("query", "code", "sv", "en"),
    [
        pytest.param("SELECT * FORM offices", 2, "vid FORM (tecken 10)", "at FORM (character 10)", id="a syntax error"),
        pytest.param("SELECT nme FROM offices", 2, "menade du name?", "did you mean name?", id="a column misspelt"),
        pytest.param("DROP TABLE offices", 5, "bara frågor", "only questions", id="a change"),
        pytest.param("ATTACH 'x.db' AS x", 5, "bara frågor", "only questions", id="another file"),
        pytest.param("SELECT load_extension('x')", 5, "bara frågor", "only questions", id="an extension"),
        pytest.param("SELECT zeroblob(1000000000)", 5, "för långt", "too long", id="too long a value"),
    ],
)
def test_refused(root: Path, query: str, code: int, sv: str, en: str) -> None:
    for lang, words in (("sv", sv), ("en", en)):
        outcome = sql(root, query, lang=lang)
        assert (outcome.code, outcome.stdout) == (code, "")
        assert words in outcome.stderr


def test_a_query_that_takes_too_long_is_stopped(root: Path) -> None:
    began = time.perf_counter()
    outcome = sql(root, ENDLESS, "--timeout", "0.5", lang="sv")
    assert (outcome.code, outcome.stdout) == (5, "")
    assert "stoppades efter 0.5 s" in outcome.stderr
    assert "--timeout" in outcome.stderr
    assert time.perf_counter() - began < 20


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_ctrl_c_stops_a_query(root: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "sscctl", "--root", str(root), "--lang", "en", "-v", "sql", ENDLESS, "--timeout", "60"],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(3)
    child.send_signal(signal.SIGINT)
    _, stderr = child.communicate(timeout=20)
    assert child.returncode == 130
    assert b"Interrupted." in stderr


@pytest.mark.parametrize("arguments", [[], ["SELECT 1", "--schema"], ["SELECT 1", "--timeout", "0"]], ids=" ".join)
def test_wrong_usage(root: Path, arguments: list[str]) -> None:
    assert sql(root, *arguments).code == 2


class TestSchema:
    def test_every_column_is_told_in_both_languages(self, root: Path) -> None:
        tables = kept("sql", sql(root, "--schema", "-o", "json").stdout)["tables"]
        assert [table["name"] for table in tables] == [relation.name for relation in TABLES]
        for lang in ("sv", "en"):
            text = " ".join(sql(root, "--schema", lang=lang).stdout.split())
            for table in tables:
                for column in table["columns"]:
                    assert " ".join((column["name"], column["type"], column["meaning"][lang])) in text

    def test_it_fits_a_narrow_terminal(self, root: Path) -> None:
        arguments = [sys.executable, "-m", "sscctl", "--root", str(root), "sql", "--schema"]
        done = subprocess.run(
            arguments, cwd=CHECKOUT, env={**os.environ, "COLUMNS": "60"}, capture_output=True, check=True
        )
        assert max(map(len, done.stdout.decode().splitlines())) <= 60

    @pytest.mark.parametrize("form", ["csv", "markdown"])
    def test_it_has_a_row_a_column_in_other_forms(self, root: Path, form: str) -> None:
        lines = sql(root, "--schema", "-o", form).stdout.splitlines()
        assert len(lines) == sum(len(relation.columns) for relation in TABLES) + {"csv": 1, "markdown": 2}[form]


def test_both_axes_of_time(tmp_path: Path) -> None:
    root = registry(tmp_path)
    committed(tmp_path, "Begin", "2026-10-01T12:00:00+02:00")
    registry(tmp_path, OFFICES)
    counts = {
        (day, as_of): json.loads(
            on(root, "sql", "SELECT sum(status = 'open') FROM offices", "-o", "json", "--on", day, *as_of).stdout
        )["rows"][0][0]
        for day in ("2021-11-01", TODAY)
        for as_of in ((), ("--as-of", "HEAD"))
    }
    assert counts == {
        ("2021-11-01", ()): 2,
        ("2021-11-01", ("--as-of", "HEAD")): 1,
        (TODAY, ()): 3,
        (TODAY, ("--as-of", "HEAD")): 1,
    }
