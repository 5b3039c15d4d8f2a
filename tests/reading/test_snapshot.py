"""Which paths a snapshot holds, what it says of the others, and how two snapshots differ."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.errors import Integrity, NotFound
from sscctl.reading.paths import DOCUMENT_LIMIT, REFERENCE_LIMIT
from sscctl.reading.snapshot import MemorySnapshot, Overlay, Snapshot, Standing, blob_id
from tests.reading.clone import applied, remembered

BELONGING = (
    "registry.yaml",
    "network.yaml",
    "agencies/csn.yaml",
    "agreements/a-1.yaml",
    "decisions/2019-212.yaml",
    "offices/arvika.yaml",
    "offices/stockholm/kista.yaml",
    "offices/a/b/c/d/e/f/x.yaml",
    "reference/postcodes.csv",
    "reference/test_places.csv",
    "reference/counties.geojson",
    "schemas/office.schema.json",
    f"offices/{'x' * 60}.yaml",
)

LEFT_ALONE = (
    "README.md",
    "offices/README.md",
    "offices/.#arvika.yaml",
    "offices/arvika.yaml~",
    "offices/arvika.yaml.swp",
    "reference/README.md",
    ".pre-commit-config.yaml",
    ".github/workflows/ci.yml",
    "schemas/output/list.schema.json",
    "schemas/README.md",
)

REFUSED = {
    "a name in capitals": ("offices/Arvika.yaml", "SSC003", "offices/arvika.yaml"),
    "a name with å": ("offices/åmål.yaml", "SSC003", "offices/amal.yaml"),
    "a name in decomposed letters": ("offices/a\u030amal.yaml", "SSC003", "offices/amal.yaml"),
    "a name with a space": ("offices/upplands vasby.yaml", "SSC003", "offices/upplands-vasby.yaml"),
    "a name with an underscore": ("offices/upplands_vasby.yaml", "SSC003", "offices/upplands-vasby.yaml"),
    "a name that begins with a hyphen": ("offices/-rf.yaml", "SSC003", "offices/rf.yaml"),
    "a name with two hyphens": ("offices/a--b.yaml", "SSC003", "offices/a-b.yaml"),
    "a name with a trailing space": ("offices/a .yaml", "SSC003", "offices/a.yaml"),
    "a name of nothing": ("offices/.yaml", "SSC003", "offices/x.yaml"),
    "a name that Windows keeps for a device": ("offices/nul.yaml", "SSC003", "offices/nul-x.yaml"),
    "a name of 61 letters": (f"offices/{'x' * 61}.yaml", "SSC003", f"offices/{'x' * 60}.yaml"),
    "a name with control characters": ("offices/a\n\x1b[31m.yaml", "SSC003", "offices/a-31m.yaml"),
    "a name in Cyrillic": ("offices/\u0430rvika.yaml", "SSC003", "offices/rvika.yaml"),
    "a folder with a lawless name": ("offices/Norr/kiruna.yaml", "SSC003", None),
    "the other ending": ("offices/arvika.yml", "SSC003", "offices/arvika.yaml"),
    "the ending in capitals": ("offices/arvika.YAML", "SSC003", "offices/arvika.yaml"),
    "a folder that is misspelt": ("office/arvika.yaml", "SSC003", None),
    "a document at the root": ("arvika.yaml", "SSC003", None),
    "a document among the tables": ("reference/arvika.yaml", "SSC003", None),
    "an agency in a folder below": ("agencies/old/csn.yaml", "SSC003", None),
    "a table with a lawless name": ("reference/Postcodes.csv", "SSC003", "reference/postcodes.csv"),
    "a schema with a lawless name": ("schemas/Office.schema.json", "SSC003", None),
    "a hidden document": ("offices/.arvika.yaml", "SSC003", "offices/arvika.yaml"),
}


@pytest.mark.parametrize("path", BELONGING)
def test_what_belongs_is_held(path: str) -> None:
    snapshot = MemorySnapshot({path: b"x"})
    assert list(snapshot.blobs()) == [path]
    assert snapshot.read(path) == b"x"
    assert snapshot.faults() == {}


@pytest.mark.parametrize("path", LEFT_ALONE)
def test_what_is_plainly_no_data_is_left_alone(path: str) -> None:
    snapshot = MemorySnapshot({path: b"x"})
    assert snapshot.blobs() == {}
    assert snapshot.faults() == {}


@pytest.mark.parametrize(("path", "code", "near"), REFUSED.values(), ids=REFUSED)
def test_what_would_be_missed_is_a_fault_that_says_what_to_do(path: str, code: str, near: str | None) -> None:
    snapshot = MemorySnapshot({path: b"x"})
    assert snapshot.blobs() == {}
    [(where, fault)] = snapshot.faults().items()
    assert (where, fault.code) == (path, code)
    assert fault.advice is not None
    if near is not None:
        assert fault.advice.en.endswith(near)
        assert fault.advice.sv.endswith(near)
        assert MemorySnapshot({near: b"x"}).faults() == {}


def test_a_file_in_a_folder_named_like_a_file_is_blamed_on_the_folder() -> None:
    assert list(MemorySnapshot({"offices/arvika.yaml/x.yaml": b""}).faults()) == ["offices/arvika.yaml"]


def test_two_names_that_differ_in_case_only_are_told_apart_by_nobody() -> None:
    snapshot = MemorySnapshot({"offices/malmo.yaml": b"", "offices/Malmo.yaml": b""})
    assert list(snapshot.blobs()) == ["offices/malmo.yaml"]
    assert "offices/malmo.yaml" in snapshot.faults()["offices/Malmo.yaml"].message.en


@pytest.mark.parametrize(
    ("path", "most"), [("offices/x.yaml", DOCUMENT_LIMIT), ("reference/x.csv", REFERENCE_LIMIT)], ids=str
)
def test_a_file_may_be_as_large_as_its_limit_and_no_larger(path: str, most: int) -> None:
    assert MemorySnapshot({path: bytes(most)}).faults() == {}
    too_large = MemorySnapshot({path: bytes(most + 1)})
    assert too_large.faults()[path].code == "SSC001"
    assert too_large.blobs() == {}


@pytest.mark.parametrize(
    "data", [b"", b"x", b"a\r\n", b"\0" * 70_000], ids=["nothing", "a letter", "a Windows line", "zeros"]
)
def test_a_blob_is_named_as_git_names_it(data: bytes) -> None:
    asked = subprocess.run(["git", "hash-object", "--stdin"], input=data, capture_output=True, check=True)
    assert blob_id(data) == asked.stdout.decode().strip()


CONTENTS = st.dictionaries(
    st.sampled_from([*BELONGING[:9], "offices/Arvika.yaml", "offices/b.yml", "README.md"]),
    st.sampled_from([b"", b"x", b"y"]),
)


@given(CONTENTS, CONTENTS)
def test_the_changes_since_an_earlier_snapshot_lead_from_it_to_this_one(
    then: dict[str, bytes], now: dict[str, bytes]
) -> None:
    before, after = MemorySnapshot(then), MemorySnapshot(now)
    changed = after.changed_since(*remembered(before))
    assert applied(before.blobs(), changed) == after.blobs()
    untouched = before.blobs().keys() - changed.keys()
    assert all(before.blobs()[path] == after.blobs()[path] for path in untouched)
    assert before.faults().keys() ^ after.faults().keys() <= changed.keys()


@given(
    CONTENTS, st.dictionaries(st.sampled_from([*BELONGING, "offices/Arvika.yaml"]), st.sampled_from([None, b"x", b"z"]))
)
def test_an_overlay_equals_the_files_with_the_changes_made(
    then: dict[str, bytes], changes: dict[str, bytes | None]
) -> None:
    base = MemorySnapshot(then)
    overlay: Snapshot = MemorySnapshot.overlay(base, changes)
    made = MemorySnapshot({path: data for path, data in {**then, **changes}.items() if data is not None})
    assert overlay.blobs() == made.blobs()
    assert overlay.faults().keys() == made.faults().keys()
    assert overlay.standing() == made.standing()
    assert dict(overlay.read_many(overlay.blobs())) == dict(made.read_many(made.blobs()))
    assert overlay.changed_since(*remembered(base)) == made.changed_since(*remembered(base))


def test_a_path_that_is_not_held_cannot_be_read() -> None:
    base = MemorySnapshot({"offices/a.yaml": b"", "README.md": b""})
    for snapshot, path in (
        (base, "offices/b.yaml"),
        (base, "README.md"),
        (Overlay(base, {"offices/a.yaml": None}), "offices/a.yaml"),
    ):
        with pytest.raises(NotFound):
            snapshot.read(path)


def test_equal_standings_are_written_alike_and_read_back() -> None:
    one = Standing("a" * 40, None, {"offices/b.yaml": None, "offices/a.yaml": "!symlink"})
    two = Standing("a" * 40, None, dict(reversed(list(one.loose.items()))))
    assert one == two
    assert one.to_json() == two.to_json()
    assert Standing.from_json(one.to_json()) == one
    assert json.loads(one.to_json())


@pytest.mark.parametrize(
    "text", ["", "{}", "[1,2,3]", "[null,null]", '[null,null,{"a":1}]', "[null,null,null,null]", "7"]
)
def test_a_spoilt_standing_is_an_error_and_no_state(text: str) -> None:
    with pytest.raises(Integrity):
        Standing.from_json(text)


def test_memory_needs_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert MemorySnapshot({"registry.yaml": b""}).prefix == ""
    assert list(tmp_path.iterdir()) == []
