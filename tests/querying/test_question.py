"""Questions in SQL: what is answered, what is refused, and what is stopped."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.errors import Refused, SscctlError, WrongUsage
from sscctl.querying.question import Answer, ask
from sscctl.querying.tables import TABLES
from tests.builders import TODAY
from tests.querying.registries import reference, registry_with

REGISTRY = registry_with()
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"


def answer(query: str, seconds: float = 10) -> Answer:
    return ask(REGISTRY, reference(), TODAY, query, seconds)


@pytest.mark.parametrize(
    ("query", "columns", "rows"),
    [
        pytest.param("SELECT name FROM offices", ("name",), [("Torget",)], id="a table"),
        pytest.param("select 1 AS a, 1 AS a;", ("a", "a"), [(1, 1)], id="two columns of one name, and a semicolon"),
        pytest.param("VALUES (NULL, 1.5, X'00', 'å')", None, [(None, 1.5, b"\0", "å")], id="every kind of value"),
        pytest.param("SELECT CAST(X'FF41' AS TEXT)", None, [("\ufffdA",)], id="bytes that are no text"),
        pytest.param(
            "SELECT column1 FROM (VALUES ('Örebro'), ('Ånge'), ('Zinkgruvan'), ('Älvsbyn')) ORDER BY 1 COLLATE swedish",
            None,
            [("Zinkgruvan",), ("Ånge",), ("Älvsbyn",), ("Örebro",)],
            id="the order of the Swedish alphabet",
        ),
        pytest.param("SELECT 1 WHERE 0", ("1",), [], id="no rows"),
        pytest.param(
            "SELECT c.name FROM offices o JOIN counties c ON code = county",
            None,
            [("Stockholms län",)],
            id="a join",
        ),
        pytest.param("SELECT value FROM json_each('[1, 2]')", None, [(1,), (2,)], id="a function that gives a table"),
        pytest.param("SELECT name FROM pragma_table_info('about') LIMIT 1", None, [("valid_on",)], id="the columns"),
        pytest.param("-- why\nEXPLAIN QUERY PLAN SELECT 1", None, [(1, 0, 0, "SCAN CONSTANT ROW")], id="the plan"),
        pytest.param("SELECT sum(type = 'table') FROM sqlite_master", None, [(len(TABLES),)], id="all tables"),
    ],
)
def test_answered(query: str, columns: tuple[str, ...] | None, rows: list[tuple[object, ...]]) -> None:
    found = answer(query)
    assert list(found.rows) == rows
    if columns:
        assert found.columns == columns


@pytest.mark.parametrize(
    "query",
    [
        "INSERT INTO offices (id) VALUES ('x')",
        "UPDATE offices SET name = 'x'",
        "DELETE FROM offices",
        "WITH x AS (SELECT 1) DELETE FROM offices",
        "REPLACE INTO offices (id) VALUES ('x')",
        "DROP TABLE offices",
        "CREATE TABLE x (y)",
        "CREATE TEMP TABLE x AS SELECT 1",
        "CREATE VIEW x AS SELECT 1",
        "CREATE VIRTUAL TABLE x USING fts5(y)",
        "ALTER TABLE offices RENAME TO x",
        "ATTACH ':memory:' AS x",
        "ATTACH '{folder}/x.db' AS x",
        "DETACH main",
        "VACUUM",
        "VACUUM INTO '{folder}/x.db'",
        "BEGIN",
        "COMMIT",
        "SAVEPOINT x",
        "REINDEX",
        "ANALYZE",
        "PRAGMA query_only = 0",
        "PRAGMA writable_schema = 1",
        "PRAGMA hard_heap_limit = 0",
        "PRAGMA temp_store_directory = '{folder}'",
        "SELECT load_extension('{folder}/x')",
        "EXPLAIN DELETE FROM offices",
    ],
)
def test_what_would_write_or_reach_outside_is_refused(query: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with pytest.raises(Refused) as caught:
            answer(query.format(folder=folder))
        assert caught.value.exit_code == 5
        assert not list(Path(folder).iterdir())


@pytest.mark.parametrize("function", ["readfile('/etc/hostname')", "writefile('x', 'y')", "edit('x')"])
def test_functions_of_the_shell_are_not_there(function: str) -> None:
    with pytest.raises(WrongUsage):
        answer(f"SELECT {function}")


@pytest.mark.parametrize(
    ("query", "seconds", "message"),
    [
        pytest.param(f"{ENDLESS} max(i) FROM n", 0.2, "stopped after 0.2 s", id="without end"),
        pytest.param(f"{ENDLESS} i FROM n", 0.2, "stopped after 0.2 s", id="with rows without end"),
        pytest.param(
            "SELECT count(*) FROM municipalities a, municipalities b, municipalities c, municipalities d",
            0.2,
            "stopped after 0.2 s",
            id="every municipality with every other, four times",
        ),
        pytest.param(f"{ENDLESS} zeroblob(400000) FROM n", 60, "the answer is too long", id="large rows without end"),
        pytest.param(
            "SELECT zeroblob(2000000000)", 60, "a value becomes too long", id="a value of two thousand million"
        ),
    ],
)
def test_what_takes_too_much_is_stopped(query: str, seconds: float, message: str) -> None:
    began = time.perf_counter()
    with pytest.raises(Refused, match=message):
        answer(query, seconds)
    assert time.perf_counter() - began < 30


def test_a_single_function_that_works_on_the_largest_value_is_done_in_seconds() -> None:
    began = time.perf_counter()
    answer("SELECT instr(printf('%.*c', 490000, 'a'), printf('%.*c', 50000, 'a') || 'b')")
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize(
    ("query", "message", "advice"),
    [
        pytest.param("", "the query is empty", "SELECT", id="nothing"),
        pytest.param("-- a comment; ", "the query is empty", "SELECT", id="nothing but a comment"),
        pytest.param("SELECT * FORM offices", "at FORM (character 10)", "did you mean from", id="a word misspelt"),
        pytest.param("SELECT * FROM offices WERE 1 = 1", "at 1 (character 28)", None, id="a word taken for a name"),
        pytest.param("SELECT ','\nFROM offices,, about", "at , (line 2, character 14)", None, id="the second comma"),
        pytest.param("SELECT 'abc", "at 'abc (character 8)", None, id="a text without end"),
        pytest.param("SELECT (1", "ends too early", None, id="a bracket without end"),
        pytest.param("SELECT * FROM ofices", "no table ofices (character 15)", "offices", id="a table misspelt"),
        pytest.param("SELECT * FROM main.x", "no table main.x (character 15)", "--schema", id="a table of a schema"),
        pytest.param("SELECT nme FROM offices", "no column nme (character 8)", "name", id="a column misspelt"),
        pytest.param("SELECT o.nme FROM offices o", "no column o.nme (character 8)", "name", id="with its table"),
        pytest.param("SELECT foo(1)", "no function foo (character 8)", "--schema", id="a function"),
        pytest.param(
            "SELECT name FROM offices, counties",
            "column name is in several",
            "offices.name",
            id="a column twice",
        ),
        pytest.param("SELECT 1; SELECT 2", "only one query", "semicolon", id="two queries"),
        pytest.param("SELECT :name", "places for values", "themselves", id="a parameter"),
        pytest.param("SELECT '\0'", "no text", None, id="a null character"),
        pytest.param("SELECT '\ud800'", "no text", None, id="half a character"),
        pytest.param("SELECT json('{')", "SQLite says: malformed JSON", None, id="an error of the moment"),
    ],
)
def test_what_is_no_question_is_told_with_its_place(query: str, message: str, advice: str | None) -> None:
    with pytest.raises(WrongUsage) as caught:
        answer(query)
    assert message in caught.value.message.en
    assert caught.value.message.sv != caught.value.message.en
    assert (advice or "") in (caught.value.advice.en if caught.value.advice else "")


WORDS = st.sampled_from(
    ["SELECT", "FROM", "WITH", "AS", "EXPLAIN", "PRAGMA", "offices", "name", "NULL", *",()*1;=?", "'x'", "--"]
)


@given(st.text(max_size=60) | st.lists(WORDS).map(" ".join))
def test_any_text_is_answered_or_refused_in_words(query: str) -> None:
    try:
        answer(query, seconds=2)
    except SscctlError as error:
        told = error
    else:
        return
    assert told.message.sv
    assert told.exit_code in {2, 5}
