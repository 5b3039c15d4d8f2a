"""Whatever stands in the cells of whatever kind of table, the rows are planned or refused in words."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscctl.cli.sheets.catalogue import KINDS, kind_named
from sscctl.errors import SscctlError
from tests.cli.registries import OFFICES, registry
from tests.cli.sheets import TODAY, listed_from, planned_from

LIKELY = (
    *(
        "exempelstad-torget",
        "Örebro",
        "orebro, Torget",
        "county=Örebro",
        "status=closed",
        "takeover-2019",
        "skatteverket",
    ),
    *("2027-01-11", "2027", "../2026", "2027-01-11..2027-02-01", "1000-01-01", "8999-12-31", "31/12 2027"),
    *("mån-fre 10-16", "stängt", "10-13", "udda veckor tis 9-10", "odd", "udda", "24:00", "13-okt"),
    *(
        "name",
        "contact.phone",
        "addresses.0.street",
        "participations.0.level",
        "opening_hours",
        "status",
        "id",
        "tasks.0.id",
    ),
    *(
        "-",
        "ja",
        "59.3,18.1",
        "59,3",
        "180",
        "-90",
        "1e400",
        "board",
        "region",
        "planned",
        "guidance",
        "both",
        "mobile",
    ),
    *(
        "Dnr 1",
        "https://www.exempel.se/1",
        "https://",
        "page",
        "ssc-exempelbeslut-2021",
        "sfs-2019-212",
        "+46771567567",
    ),
    *("113 22", "Storgatan 1", "svenska / English", "å" * 300, "'=1", "(", "%", "\\", '"', "{}", "None"),
)

RIGHT = {"office": "exempelstad-torget", "decision": "ssc-exempelbeslut-2021", "hours": "mån 10-16"}
"""What is right in the base registry, where an example is not."""

cells = st.one_of(st.just(""), st.sampled_from(LIKELY), st.text(max_size=12))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("random"), OFFICES)


def written(rows: list[list[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode("utf-8", "replace").decode()


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=settings().max_examples // 4)
@given(data=st.data())
def test_the_rows_of_every_kind(root: Path, name: str, data: st.DataObject) -> None:
    kind = kind_named(name, TODAY)
    columns, right = kind.columns, {**kind.examples[0], **RIGHT}
    row = st.tuples(*(st.one_of(st.just(str(right.get(column.name, ""))), cells) for column in columns))
    rows = data.draw(st.lists(row.map(list), min_size=1, max_size=3))
    try:
        planned_from(root, written([[column.name for column in columns], *rows]), kind=name)
    except SscctlError:
        return


FIELDS = ("id", "name", "municipality", "town", "kind", "on", "street", "postcode", "latitude", "longitude", "moved_on")


@given(st.lists(st.lists(cells, min_size=len(FIELDS), max_size=len(FIELDS)), min_size=1, max_size=3))
def test_the_rows_of_others_lists(root: Path, rows: list[list[str]]) -> None:
    mapping = "".join(["source: Dnr 1\ncolumns:\n", *(f"  {name}: {name}\n" for name in FIELDS)])
    try:
        listed_from(root, written([list(FIELDS), *rows]), mapping)
    except SscctlError:
        return
