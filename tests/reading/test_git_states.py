"""Every state that a clone can be in either works, in both ways of reading and in the past, or says exactly why not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sscctl.errors import CannotBeDoneHere, NotFound
from sscctl.reading.counters import counters
from sscctl.reading.repository import Repository
from sscctl.reading.snapshot import blob_id
from tests.reading.clone import Clone, applied, remembered
from tests.reading.states import ARVIKA, KISTA, STATES, gone_on


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path / "clone")


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_works_in(clone: Clone, state: Callable[[Clone], Clone]) -> None:
    clone = state(clone)
    hashed, tracked = clone.hashed(), clone.tracked()
    assert tracked.standing().tree is not None
    assert hashed.blobs() == tracked.blobs()
    assert hashed.faults() == tracked.faults() == {}
    head, before = (clone.repository().snapshot(name) for name in ("HEAD", "HEAD~1"))
    assert head.read(ARVIKA) == b"id: second\n"
    assert before.read(ARVIKA) == b"id: arvika\n"
    assert list(head.changed_since(*remembered(before))) == [ARVIKA]
    assert applied(head.blobs(), tracked.changed_since(*remembered(head))) == tracked.blobs()


def test_before_the_first_commit_files_are_hashed_and_there_is_no_past(tmp_path: Path) -> None:
    clone = Clone(tmp_path, empty=True)
    snapshot = clone.tracked()
    assert snapshot.standing().tree is None
    assert ARVIKA in snapshot.blobs()
    assert snapshot.revision is None
    for as_of in ("HEAD", "2026-01-01"):
        with pytest.raises(NotFound):
            clone.repository().snapshot(as_of)


def test_a_registry_that_was_never_committed_is_hashed(tmp_path: Path) -> None:
    clone = Clone(tmp_path, empty=True)
    clone.git("commit", "-q", "--allow-empty", "-m", "Nothing yet")
    assert clone.tracked().standing().tree is None
    assert ARVIKA in clone.tracked().blobs()
    with pytest.raises(NotFound, match="no registry here in revision"):
        clone.repository().snapshot("HEAD")


@pytest.mark.parametrize(
    "options",
    [
        ("--cone", "registry/agencies", "schemas"),
        ("--cone", "--sparse-index", "registry/agencies", "schemas"),
        ("--no-cone", "/registry/*", "!/registry/offices", "/schemas"),
    ],
    ids=" ".join,
)
def test_what_a_sparse_work_tree_leaves_out_belongs_to_the_registry(clone: Clone, options: tuple[str, ...]) -> None:
    whole = clone.hashed().blobs()
    clone.git("sparse-checkout", "set", *options)
    assert not (clone.registry / KISTA).exists()
    snapshot = clone.hashed()  # the hint does not matter
    assert snapshot.blobs() == whole
    assert snapshot.read(KISTA) == b"id: kista\n"
    clone.write(f"registry/{KISTA}", "id: here after all\n")
    assert clone.tracked().read(KISTA) == b"id: here after all\n"


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
@pytest.mark.parametrize("version", ["2", "4", "split"])
def test_a_change_that_git_is_told_not_to_see_is_seen(clone: Clone, flag: str, version: str) -> None:
    clone.git("update-index", *(["--split-index"] if version == "split" else ["--index-version", version]))
    clone.git("update-index", flag, f"registry/{ARVIKA}", f"registry/{KISTA}")
    clone.write(f"registry/{ARVIKA}", "id: changed\n")
    assert clone.git("status", "--porcelain") == ""
    assert clone.tracked().standing().loose == {ARVIKA: blob_id(b"id: changed\n")}
    assert clone.tracked().read(ARVIKA) == b"id: changed\n"


def test_a_change_within_the_grain_of_the_clock_is_seen(clone: Clone) -> None:
    for text in ("id: other1\n", "id: other2\n", "id: other3\n"):
        place = clone.write(f"registry/{ARVIKA}", text)
        clone.git("add", "-A")
        os.utime(clone.top / ".git/index", ns=(place.stat().st_mtime_ns,) * 2)
        before = place.stat()
        place.write_text(text.upper())
        os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert clone.tracked().read(ARVIKA) == text.upper().encode()


def test_line_ends_that_git_converts_are_read_as_committed_where_git_is_asked(clone: Clone) -> None:
    clone.git("config", "core.autocrlf", "true")
    (clone.registry / ARVIKA).unlink()
    clone.git("checkout", "-q", "--", ".")
    assert (clone.registry / ARVIKA).read_bytes() == b"id: arvika\r\n"
    os.utime(clone.registry / ARVIKA, (1, 1))  # else git would have to look into the file, which was just written
    clone.git("status")
    tracked = clone.tracked()
    assert tracked.standing().loose == {}
    assert tracked.read(ARVIKA) == b"id: arvika\n"
    assert clone.hashed().read(ARVIKA) == b"id: arvika\r\n"


def test_a_shallow_clone_says_that_its_past_is_cut(clone: Clone) -> None:
    gone_on(clone).git("clone", "-q", "--depth=1", f"file://{clone.top}", str(clone.top.parent / "shallow"))
    repository = Repository.find(clone.top.parent / "shallow")
    assert repository.history().is_cut
    assert repository.snapshot("HEAD").read(ARVIKA) == b"id: second\n"
    with pytest.raises(NotFound) as unknown:
        repository.snapshot("HEAD~1")
    with pytest.raises(CannotBeDoneHere, match="does not reach back") as cut:
        repository.snapshot("2026-01-15")
    for problem in (unknown, cut):
        assert "--unshallow" in (problem.value.advice or problem.value.message).en


def test_a_partial_clone_fetches_nothing_and_says_what_is_missing(clone: Clone) -> None:
    gone_on(clone).git("config", "uploadpack.allowFilter", "true")
    clone.git("clone", "-q", "--filter=blob:none", f"file://{clone.top}", str(clone.top.parent / "partial"))
    repository = Repository.find(clone.top.parent / "partial")
    shutil.rmtree(clone.top)
    assert repository.snapshot("HEAD").read(ARVIKA) == b"id: second\n"
    with pytest.raises(CannotBeDoneHere, match="is missing from this clone"):
        repository.snapshot("HEAD~1").read(ARVIKA)


def test_a_repository_of_sha_256_is_hashed_and_says_why_it_has_no_past(tmp_path: Path) -> None:
    clone = Clone(tmp_path, options=("--object-format=sha256",))
    assert clone.tracked().standing().tree is None
    assert ARVIKA in clone.tracked().blobs()
    with pytest.raises(CannotBeDoneHere, match="SHA-256"):
        clone.repository().snapshot("HEAD")


@pytest.mark.parametrize(
    "name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_CONFIG"]
)
def test_what_a_hook_sets_for_git_is_not_heard(clone: Clone, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    expected = gone_on(clone).tracked().blobs()
    monkeypatch.setenv(name, "/nowhere")
    environment = dict(os.environ)
    assert clone.tracked().blobs() == expected
    assert clone.repository().snapshot("HEAD~1").read(ARVIKA) == b"id: arvika\n"
    assert clone.repository().snapshot("2026-01-15").read(ARVIKA) == b"id: arvika\n"
    assert dict(os.environ) == environment


def test_a_large_registry_is_known_by_its_index(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    assert clone.repository().snapshot().standing().tree is None
    monkeypatch.setattr("sscctl.reading.worktree.MANY", 8)
    assert clone.repository().snapshot().standing().tree is not None


def test_git_is_started_three_times_at_most_and_only_what_departs_is_hashed(clone: Clone) -> None:
    before, known = remembered(clone.tracked())
    counters.reset()
    assert clone.tracked().changed_since(before, known) == {}
    assert (counters.git_processes, counters.files_hashed) == (2, 0)
    gone_on(clone).write(f"registry/{KISTA}", "id: changed\n")
    counters.reset()
    snapshot = clone.tracked()
    assert list(snapshot.changed_since(before, known)) == [ARVIKA, KISTA]
    assert dict(snapshot.read_many([ARVIKA, KISTA])) == {ARVIKA: b"id: second\n", KISTA: b"id: changed\n"}
    assert snapshot.faults({}) == {}
    assert KISTA in snapshot.blobs()
    assert (counters.git_processes, counters.files_hashed, counters.files_read) == (3, 2, 2)
