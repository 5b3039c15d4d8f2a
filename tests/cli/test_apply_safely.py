"""Whatever stands in a table, nothing that is printed of it acts on a reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hostile import ACTING, PRINTABLE
from tests.cli.registries import TODAY, on, registry
from tests.cli.test_edited_safely import harmful


@pytest.fixture(scope="module", params=["text", "json"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return registry(tmp_path_factory.mktemp("safely"))


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def test_every_cell_and_heading_is_made_visible(root: Path, form: str, tmp_path: Path) -> None:
    file = tmp_path / "\x1b[31mtabell\u202e.csv"
    rows = [
        f"{quoted(text)};{quoted(text)};{quoted(text)};{quoted(text)}"
        for text in (*ACTING.values(), *PRINTABLE.values())
    ]
    file.write_text("\n".join(["Kontor;Fält;Värde;Källa", *rows]), "utf-8", "replace")
    outcome = on(root, "apply", str(file), "--today", TODAY, "-o", form)
    assert outcome.code in {2, 5}, outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert harmful(outcome.stdout) == []
    assert harmful(outcome.stderr) == []


def test_unknown_headings_too(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "tabell.csv"
    file.write_text("A\x1b[31m;B\u202e\n1;2\n", "utf-8")
    for options in ((), ("--kind", "set"), ("--kind", "\x1b[31m"), ("--mapping", str(file))):
        outcome = on(root, "apply", str(file), *options)
        assert outcome.code in {2, 5}
        assert harmful(outcome.stderr) == []
