"""What breaks the readers of tables is found in every format that has some."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from io import BytesIO

import pytest
from pyarrow import Table
from pyarrow.parquet import read_table, write_table

from sscctl.publishing.contract.check import check
from sscctl.publishing.contract.difference import Weight
from sscctl.publishing.press import make
from sscctl.publishing.published import Published, of_print
from tests.publishing.editions import edition
from tests.publishing.test_contract_check import with_files


@pytest.fixture(scope="module")
def base() -> Published:
    return of_print(make(edition(base_url="https://exempel.se/data")))


CSV = [
    ("a column is gone", lambda names: names[:-1], Weight.BREAKING),
    ("a column comes last", lambda names: [*names, "more"], Weight.ADDITIVE),
    ("a column comes first", lambda names: ["more", *names], Weight.BREAKING),
    ("columns change places", lambda names: [names[1], names[0], *names[2:]], Weight.BREAKING),
    ("another mark stands between cells", lambda names: [";".join(names)], Weight.BREAKING),
]


@pytest.mark.parametrize(("change", "weight"), [row[1:] for row in CSV], ids=[row[0] for row in CSV])
def test_columns(base: Published, change: Callable[[list[str]], list[str]], weight: Weight) -> None:
    head, _, rest = (base.read("offices.csv") or b"").decode().partition("\r\n")
    data = f"{','.join(change(head.split(',')))}\r\n{rest}".encode()
    verdict = check(base, with_files(base, {"offices.csv": data}))
    assert verdict.weight is weight


def test_a_row_that_is_gone(base: Published) -> None:
    lines = (base.read("offices.csv") or b"").splitlines(keepends=True)
    found = check(base, with_files(base, {"offices.csv": lines[0]})).differences
    assert [(one.path, one.message.en) for one in found] == [("offices.csv", "1 id is gone: exempelstad-torget")]


TYPED: list[tuple[str, Callable[[Table], Table], list[str]]] = [
    ("a column is gone", lambda table: table.drop_columns(["town"]), ["town: the column is gone"]),
    ("a column comes", lambda table: table.append_column("fax", table["town"]), ["fax: the column is new"]),
    (
        "a column has another type",
        lambda table: table.set_column(0, "id", table["id"].cast("large_string")),
        ["id: the type was string not null and is large_string"],
    ),
]


@pytest.mark.parametrize(("change", "said"), [row[1:] for row in TYPED], ids=[row[0] for row in TYPED])
def test_typed_columns(base: Published, change: Callable[[Table], Table], said: list[str]) -> None:
    file = BytesIO()
    write_table(change(read_table(BytesIO(base.read("offices.parquet") or b""))), file)
    found = check(base, with_files(base, {"offices.parquet": file.getvalue()})).differences
    assert [f"{one.place}: {one.message.en}" for one in found] == said


SQL = [
    ("DROP VIEW open_offices", Weight.BREAKING, "open_offices: the table is gone"),
    ("ALTER TABLE offices DROP COLUMN town", Weight.BREAKING, "offices.town: the column is gone"),
    ("ALTER TABLE remarks ADD COLUMN more", Weight.ADDITIVE, "remarks.more: the column is new"),
    ("CREATE TABLE more (a)", Weight.ADDITIVE, "more: the table is new"),
]


@pytest.mark.parametrize(("statement", "weight", "said"), SQL, ids=[row[0] for row in SQL])
def test_tables_of_a_database(base: Published, statement: str, weight: Weight, said: str) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(base.read("registry.sqlite") or b"")
        if "town" in statement:
            views = database.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall()
            database.executescript("".join(f'DROP VIEW "{name}";' for (name,) in views))
        database.execute(statement)
        database.commit()
        data = bytes(database.serialize())
    verdict = check(base, with_files(base, {"registry.sqlite": data}))
    assert verdict.weight is weight
    assert said in {f"{one.place}: {one.message.en}" for one in verdict.differences}
