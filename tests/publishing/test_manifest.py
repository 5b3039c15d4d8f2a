"""The manifest: every file with its hash, and paths that lead nowhere else."""

from __future__ import annotations

import hashlib
import json

import pytest

from sscctl.errors import Integrity
from sscctl.publishing.manifest import PATH, listed
from sscctl.publishing.press import make
from tests.publishing.editions import INSTANT, REVISION, edition, files, tree


def test_it_lists_every_other_file_with_size_and_hash() -> None:
    printed = make(edition())
    made = files(printed)
    expected = {path: (len(data), hashlib.sha256(data).hexdigest()) for path, data in made.items() if path != PATH}
    found = tree(printed, PATH)["files"]
    assert {file["path"]: (file["bytes"], file["sha256"]) for file in found} == expected
    assert [file["path"] for file in found] == sorted(expected)


def test_it_tells_revision_dates_and_counts() -> None:
    manifest = tree(make(edition()), PATH)
    assert manifest["meta"]["dataVersion"] == REVISION
    assert manifest["meta"]["generatedAt"] == f"{INSTANT:%Y-%m-%dT%H:%M:%SZ}"
    assert manifest["meta"]["validAt"] == "2026-11-22"
    assert manifest["counts"] == {
        "offices": 1,
        "officesByStatus": {"open": 1},
        "agencies": 7,
        "agreements": 1,
        "municipalities": 290,
    }


def test_the_file_list_is_read_back() -> None:
    printed = make(edition())
    assert set(listed(printed.data(PATH))) == files(printed).keys() - {PATH}


@pytest.mark.parametrize(
    "path",
    [
        "../registry.yaml",
        "offices/../../x",
        "/etc/passwd",
        "offices//x",
        "./x",
        "x/",
        "",
        ".git",
        "offices/.hidden",
        "a\\b",
        "a\nb",
        "a\x00b",
        "offices.json\n",
        "Offices.json",
        "a" * 10 + "/b/c/d/e/f/g",
        PATH,
        3,
        None,
    ],
)
def test_a_path_that_an_edition_could_not_have_spoils_the_manifest(path: object) -> None:
    with pytest.raises(Integrity):
        listed(json.dumps({"files": [{"path": "offices.json"}, {"path": path}]}).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"files": 1}', b'{"files": ["a"]}', b"[" * 100_000, b"\xff"])
def test_what_is_no_manifest_is_told_apart(data: bytes) -> None:
    with pytest.raises(Integrity):
        listed(data)
