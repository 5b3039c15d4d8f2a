"""Registries of older formats are read as if they were written today; of newer ones not at all."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sscctl.reading.kinds import Kind
from sscctl.reading.upcast import FORMAT, format_of, lifted
from tests.base_registry import OFFICE_PATH
from tests.cli.registries import committed, registry
from tests.process import sscctl

OLD = {"event": "closing_decided", "on": "2025-10-30", "effective": "2026-06-30", "source": "page"}
"""As the first drafts of the data model had it."""

NEW = {"event": "closing_decided", "on": "2025-10-30", "last_day": "2026-06-30", "source": "page"}
OPENED = {"event": "opened", "on": "2021-11-01", "source": "page"}

FILES = {
    "a line": (b"title: {sv: A, en: B}\nformat: 7 \n", 7),
    "a line of Windows": (b"format: 7\r\npublisher: a\r\n", 7),
    "with a comment": (b"format: 7 # seven\n", 7),
    "in flow style": (b'{"format": 7, "publisher": "a"}', 7),
    "JSON on several lines": (b'{\n "publisher": "a",\n "format": 7\n}', 7),
    "within something else as well": (b"a:\n  format: 3\nformat: 7\n", 7),
    "not at all": (b"publisher: a\n", FORMAT),
    "as a word": (b"format: one\n", FORMAT),
    "as yes or no": (b"format: true\n", FORMAT),
    "twice": (b"format: 1\nformat: 7\n", FORMAT),
    "in no document": (b"\xff\xfe", FORMAT),
}


@pytest.mark.parametrize(("data", "number"), FILES.values(), ids=FILES)
def test_the_format_is_the_one_that_the_registry_gives(data: bytes, number: int) -> None:
    assert format_of(data) == number


class TestAnOffice:
    def test_of_format_0_is_lifted(self) -> None:
        assert lifted(Kind.OFFICE, {"lifecycle": [OPENED, OLD]}, 0) == {"lifecycle": [OPENED, NEW]}

    @pytest.mark.parametrize("tree", [{}, {"lifecycle": "?"}, {"lifecycle": [OPENED, NEW]}, {"lifecycle": [1, None]}])
    def test_of_which_nothing_is_old_stays_as_it_is(self, tree: dict[str, Any]) -> None:
        assert lifted(Kind.OFFICE, tree, 0) == tree

    def test_of_today_is_left_alone(self) -> None:
        assert lifted(Kind.OFFICE, {"lifecycle": [OLD]}, FORMAT) == {"lifecycle": [OLD]}


def written(folder: Path, number: int, closing: dict[str, str]) -> Path:
    """A registry of a format, whose only office's closing is written as it was then, with the schemas of then."""
    root = registry(folder, {"registry.yaml": {"format": number}, OFFICE_PATH: {"lifecycle": [OPENED, closing]}})
    for name, new, old in (
        ("registry", '"const": 1', f'"const": {number}'),
        ("office", '"last_day"', f'"{"last_day" if "last_day" in closing else "effective"}"'),
    ):
        file = folder / "schemas" / f"{name}.schema.json"
        text = file.read_text("utf-8")
        assert new in text
        file.write_text(text.replace(new, old), "utf-8")
    return root


def shown(root: Path, *arguments: str) -> list[dict[str, Any]]:
    told = sscctl("--root", str(root), "show", "exempelstad-torget", "-o", "json", *arguments)
    assert told.code == 0, told.stderr
    return [{**event, "source": event["source"][0]} for event in json.loads(told.stdout)["lifecycle"]]


class TestARegistryOfFormat0:
    def test_is_judged_by_its_own_schemas_and_read_as_one_of_today(self, tmp_path: Path) -> None:
        root = written(tmp_path, 0, OLD)
        assert sscctl("--root", str(root), "validate", "--today", "2026-11-22").code == 0
        assert shown(root) == [OPENED, NEW]
        assert shown(root) == [OPENED, NEW], "from the cache too"

    def test_without_schemas_is_judged_as_what_it_is_lifted_to(self, tmp_path: Path) -> None:
        root = written(tmp_path, 0, OLD)
        shutil.rmtree(tmp_path / "schemas")
        assert sscctl("--root", str(root), "validate", "--today", "2026-11-22").code == 0
        assert shown(root) == [OPENED, NEW]

    def test_of_another_time_is_no_other_registry(self, tmp_path: Path) -> None:
        """The same facts in two formats: no change, one entry in the log, and each revision can be asked."""
        root = written(tmp_path, 0, OLD)
        committed(tmp_path, "Begin", "2025-11-01T12:00:00+01:00")
        shutil.rmtree(tmp_path / "schemas")
        written(tmp_path, FORMAT, NEW)
        committed(tmp_path, "Write in the new format", "2026-01-01T12:00:00+01:00")
        assert shown(root, "--as-of", "HEAD~1") == shown(root) == [OPENED, NEW]
        told = sscctl("--root", str(root), "diff", "HEAD~1", "HEAD", "-o", "json")
        assert [change["office"] for change in json.loads(told.stdout)["changes"]] == []
        log = sscctl("--root", str(root), "log", "exempelstad-torget", "--as-of", "HEAD")
        assert "Write in the new format" not in log.stdout

    def test_of_today_may_not_be_written_as_then(self, tmp_path: Path) -> None:
        root = registry(tmp_path, {OFFICE_PATH: {"lifecycle": [OPENED, OLD]}})
        told = sscctl("--root", str(root), "validate", "--today", "2026-11-22")
        assert (told.code, "effective" in told.stdout) == (1, True)


@pytest.mark.parametrize("command", ["list", "validate", "stats", "publish"])
def test_of_a_newer_format_nothing_is_read(tmp_path: Path, command: str) -> None:
    root = written(tmp_path, FORMAT + 1, NEW)
    told = sscctl("--root", str(root), command, *(["--out", str(tmp_path / "out")] if command == "publish" else []))
    assert (told.code, told.stdout) == (3, "")
    assert f"the registry is of format {FORMAT + 1}, and this sscctl reads format {FORMAT} and older" in told.stderr
    assert "install a newer sscctl" in told.stderr
