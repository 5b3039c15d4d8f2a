"""What a table costs follows the number of its rows: the registry is checked once for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sscctl.cli.app import run
from sscctl.reading.counters import counters
from tests.cli.registries import TODAY, registry

LEAST, MOST = 10, 40


def office(number: int) -> Mapping[str, object]:
    opened = [{"event": "opened", "on": "2022-03", "source": "page"}]
    return {"name": f"Kontor {number}", "municipality": "2560", "lifecycle": opened}


def costs(folder: Path, offices: int, rows: int) -> tuple[int, int, int]:
    """Files parsed, files read and documents checked for a table, once an earlier run has filled the cache."""
    root = registry(folder / f"{offices}-{rows}", {f"offices/kontor-{n}.yaml": office(n) for n in range(offices)})
    lines = [f"kontor-{number};2027-01-11;mån 10-16;Dnr 1" for number in range(rows)]
    (folder / "t.csv").write_text("\n".join(["Kontor;Från;Öppettider;Källa", *lines]), "utf-8")
    for _ in range(2):
        counters.reset()
        assert run(["--root", str(root), "apply", str(folder / "t.csv"), "--dry-run", "--today", TODAY]) == 0
    return counters.files_parsed, counters.files_read, counters.documents_checked


def test_more_offices_cost_nothing_and_each_row_is_parsed_and_checked_once(tmp_path: Path) -> None:
    one = costs(tmp_path, MOST, 1)
    assert costs(tmp_path, 2 * MOST, 1) == one
    some, many = costs(tmp_path, MOST, LEAST), costs(tmp_path, MOST, MOST)
    a_row = [(more - less) / (MOST - LEAST) for less, more in zip(some, many, strict=True)]
    assert a_row == [(less - first) / (LEAST - 1) for first, less in zip(one, some, strict=True)]
    assert (a_row[0], a_row[2]) == (1, 1)
