"""The published feeds tell what the registry's commits changed for visitors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import registry_files, week
from tests.cli.publishing import commit, git, publish, published
from tests.process import write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = write_files(tmp_path / "checkout/registry", registry_files())
    commit(place)
    return place


def items(root: Path) -> list[dict[str, Any]]:
    outcome = publish(root)
    assert outcome.code == 0, outcome.stderr
    found: list[dict[str, Any]] = json.loads(published(root)["changes.json"])["items"]
    return found


def change(root: Path, **keys: object) -> str:
    write_files(root, registry_files(**keys))
    return commit(root)


HOURS = [
    {"valid_from": "2021-11-01", "valid_through": "2026-11-30", "weekly": week("10:00-16:00"), "source": "page"},
    {"valid_from": "2026-12-01", "weekly": week("closed", "10:00-16:00"), "source": "page"},
]


def test_each_change_is_an_entry_with_its_day_newest_first(root: Path) -> None:
    before = {item["id"] for item in items(root)}
    revision = change(root, opening_hours=HOURS)
    found = items(root)
    fresh = [item for item in found if item["_sscctl"]["commit"] == revision]
    assert found[: len(fresh)] == fresh
    assert {item["id"] for item in found[len(fresh) :]} == before
    first = fresh[0]
    assert (first["_sscctl"]["type"], first["_sscctl"]["effectiveFrom"]) == ("hours_cut", "2026-12-01")
    assert "från 1 december 2026: måndag stängt" in first["title"]
    assert "from 1 December 2026: Monday closed" in first["content_text"]


def test_a_merge_is_told_as_one_step_of_the_main_line(root: Path) -> None:
    git(root, "switch", "-q", "-c", "hours")
    change(root, opening_hours=HOURS)
    git(root, "switch", "-q", "-")
    git(root, "merge", "-q", "--no-ff", "-m", "Merge the new hours", "hours")
    told = [item["_sscctl"]["type"] for item in items(root)]
    assert told.count("hours_cut") == 1
    assert items(root)[0]["_sscctl"]["commit"] == git(root, "rev-parse", "HEAD")


def test_what_no_visitor_notices_is_no_news(root: Path) -> None:
    before = items(root)
    change(root, remarks=[{"on": "2025", "text": {"sv": "Hyran höjdes.", "en": "The rent rose."}, "source": "page"}])
    assert items(root) == before


def test_nobody_is_named(root: Path) -> None:
    git(root, "config", "user.name", "Kim Karlsson")
    git(root, "config", "user.email", "kim.karlsson@exempel.se")
    change(root, opening_hours=HOURS)
    items(root)
    assert [path for path, data in published(root).items() if b"Karlsson" in data or b"kim.karlsson" in data] == []


def test_outside_git_there_is_no_past_to_tell(tmp_path: Path) -> None:
    assert items(write_files(tmp_path / "checkout/registry", registry_files())) == []
