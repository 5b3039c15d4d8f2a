"""`sscctl git merge-file` is loud whatever happens: it never leaves ours for a result that nobody has looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sscctl.cli import git_merge
from sscctl.editing.merge.driver import Three, Way
from sscctl.errors import CannotBeDoneHere
from sscctl.text import Text
from tests.base_registry import OFFICE_PATH
from tests.cli.gits import MONDAY, STREET, TUESDAY
from tests.cli.registries import registry

PATH = f"registry/{OFFICE_PATH}"


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    registry(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def three(top: Path, ours: tuple[str, str], theirs: tuple[str, str]) -> Three:
    base = (top / PATH).read_text("utf-8")
    return Three(base.encode(), base.replace(*ours).encode(), base.replace(*theirs).encode())


def broken(*_: object) -> None:
    raise ZeroDivisionError("by \x1b[31m nought")


def gone(*_: object) -> None:
    raise CannotBeDoneHere(Text("git finns inte", "there is no git"))


class TestAFaultOfOurOwn:
    @pytest.fixture(autouse=True)
    def fault(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(git_merge, "merge", broken)

    def test_lines_are_merged_instead(self, top: Path, capfd: pytest.CaptureFixture[str]) -> None:
        result = git_merge.merged(three(top, (MONDAY, "mon: []"), (STREET, "street: Nygatan 1")), PATH, 7)
        assert (result.way, result.conflicts) == (Way.LINES, 0)
        assert b"Nygatan 1" in result.data
        told = capfd.readouterr().err
        assert "ZeroDivisionError: by \\x1b[31m nought" in told
        assert "\x1b" not in told

    def test_without_git_all_that_differs_is_a_conflict(self, top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(git_merge, "by_lines", gone)
        result = git_merge.merged(three(top, (MONDAY, "mon: []"), (TUESDAY, "tue: []")), PATH, 7)
        assert result.conflicts == 1
        lines = result.data.decode().splitlines()
        assert lines[lines.index("<<<<<<< ours") + 1].strip() == "mon: []"
        assert lines[lines.index(">>>>>>> theirs") - 1].strip() == "tue: []"


def test_the_schemas_beside_the_registry_judge(top: Path) -> None:
    place = top / "schemas/office.schema.json"
    schema = json.loads(place.read_text("utf-8"))
    schema["properties"]["mascot"] = {"type": "string"}
    place.write_text(json.dumps(schema), "utf-8")
    named = ("name: Torget", "name: Torget\nmascot: Räv")
    result = git_merge.merged(three(top, named, (STREET, "street: Nygatan 1")), PATH, 7)
    assert (result.way, result.conflicts) == (Way.VALUES, 0)
    place.write_text("{", "utf-8")
    result = git_merge.merged(three(top, named, (STREET, "street: Nygatan 1")), PATH, 7)
    assert result.way is Way.LINES


@pytest.mark.parametrize("path", ["offices/a.yaml", "../registry/offices/a.yaml", "x/../../registry/offices/a.yaml"])
def test_where_none_lie_beside_it_those_that_we_bring_judge(top: Path, path: str) -> None:
    (top / "schemas/office.schema.json").write_text("{", "utf-8")
    result = git_merge.merged(three(top, (MONDAY, "mon: []"), (TUESDAY, "tue: []")), path, 7)
    assert (result.way, result.conflicts) == (Way.VALUES, 0)
