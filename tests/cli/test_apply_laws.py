"""Laws of tables: in whatever order and dialect rows are written, they make one plan, and a second time nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscctl.cli.apply import HELP
from sscctl.cli.sheets.catalogue import KINDS, kind_named
from sscctl.cli.sheets.kind import Claim
from sscctl.cli.sheets.mapping import MAPPING
from sscctl.cli.sheets.planning import RowsRefused
from sscctl.text import Language
from tests.cli.desks import RealRegistry
from tests.cli.registries import OFFICES, registry
from tests.cli.sheets import TODAY, planned_from, planned_twice, told

Rows = Sequence[tuple[str, ...]]

HEAD = ("Kontor", "Från", "Till och med", "Öppettider", "Källa")
OFFICE = ("exempelstad-torget", "Servicekontoret Älvsbyn", "Arvikabussen")
HOURS = ("mån 10-16", "mån-fre 9-15, övriga dagar stängt", "udda veckor tis 10-12", "jämna veckor\nfre stängt")
SOURCE = ("Dnr 1; bilaga", "https://www.exempel.se/1")

days = st.dates(date(2027, 1, 1), date(2027, 2, 1))
row = st.tuples(
    st.sampled_from(OFFICE),
    days.map(str),
    st.one_of(st.just(""), days.map(str)),
    st.sampled_from(HOURS),
    st.sampled_from(SOURCE),
)
rows = st.lists(row, min_size=1, max_size=5)


class Dialect(NamedTuple):
    """One way to write a table."""

    delimiter: str
    line_end: str
    encoding: str
    quoting: Literal[0, 1]


PLAIN = Dialect(";", "\n", "utf-8", csv.QUOTE_MINIMAL)
dialects = st.builds(
    Dialect,
    st.sampled_from(";,\t"),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252")),
    st.sampled_from((0, 1)),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("laws"), OFFICES)


def written(found: Rows, dialect: Dialect = PLAIN) -> bytes:
    text = io.StringIO(newline="")
    table = csv.writer(text, delimiter=dialect.delimiter, lineterminator=dialect.line_end, quoting=dialect.quoting)
    table.writerows([HEAD, *found])
    return text.getvalue().encode(dialect.encoding)


def outcome(root: Path, found: Rows, dialect: Dialect = PLAIN) -> object:
    """The files of the plan; `None` where there is none."""
    try:
        return planned_from(root, written(found, dialect)).files
    except RowsRefused:
        return None


few = settings(max_examples=settings().max_examples // 2)
"""Each example plans two tables."""


@few
@given(rows.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_of_rows_does_not_matter(root: Path, pair: tuple[Rows, Rows]) -> None:
    first, second = pair
    assert outcome(root, first) == outcome(root, second)


@few
@given(rows, dialects)
def test_nor_how_the_table_is_written(root: Path, found: Rows, dialect: Dialect) -> None:
    assert outcome(root, found) == outcome(root, found, dialect)


@few
@given(rows)
def test_a_second_time_there_is_nothing_left_to_do(root: Path, found: Rows) -> None:
    try:
        once, twice = planned_twice(root, written(found))
    except RowsRefused:
        return
    assert once.files == twice.files


claims = st.builds(
    Claim, st.just("hours"), st.just("x"), days, st.one_of(st.none(), days), st.sampled_from((None, 0, 1))
)


@given(claims, claims)
def test_who_contradicts_is_contradicted(one: Claim, other: Claim) -> None:
    assert one.clashes(other) is other.clashes(one)
    assert one.clashes(one)


@pytest.mark.parametrize("name", KINDS)
def test_no_two_columns_of_a_kind_go_by_one_name(name: str) -> None:
    names = [name for column in kind_named(name, TODAY).columns for name in set(column.names)]
    assert len(names) == len(set(names))


def test_the_help_names_every_kind() -> None:
    assert ", ".join((*KINDS, MAPPING)) in HELP.sv
    assert ", ".join((*KINDS, MAPPING)) in HELP.en


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return RealRegistry(tmp_path_factory.mktemp("real")).top / "registry"


UNDONE = {"clearings", "reopenings"}
"""What undoes something that has to be there first."""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", [name for name in KINDS if name not in UNDONE])
def test_the_example_of_a_template_is_a_row_that_can_be_carried_out(real: Path, name: str, language: Language) -> None:
    kind = kind_named(name, TODAY)
    (example,) = kind.examples
    cells = [example.get(column.name, "") for column in kind.columns]
    text = io.StringIO(newline="")
    table = csv.writer(text, delimiter=";")
    table.writerow(column.heading.within(language) for column in kind.columns)
    table.writerow(cell if isinstance(cell, str) else cell.within(language) for cell in cells)
    assert told(real, text.getvalue()) == []
