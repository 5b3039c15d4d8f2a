"""The past: revisions by name and by date, what a commit holds, and the life of a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sscctl.errors import NotFound
from sscctl.reading.counters import counters
from sscctl.reading.history import History
from sscctl.reading.snapshot import blob_id
from tests.reading.clone import Clone, applied, remembered
from tests.reading.happenings import CHANGES

ARVIKA, KISTA = "offices/arvika.yaml", "offices/stockholm/kista.yaml"


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """Four commits on the main line, the third of them a merge of a side line; each is tagged by its day."""
    made = Clone(tmp_path / "clone")
    made.git("tag", "begin")
    made.git("checkout", "-q", "-b", "side")
    made.write(f"registry/{KISTA}", "id: side\n")
    made.commit("Change Kista", "2026-02-15T12:00:00+01:00")
    made.git("checkout", "-q", "main")
    made.write(f"registry/{ARVIKA}", "id: second\n")
    made.commit("Change Arvika\n\nBy decision.", "2026-02-01T12:00:00+01:00")
    when = "2026-03-01T23:30:00+01:00"
    made.git("merge", "-q", "--no-ff", "side", "-m", "Merge", GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when)
    (made.registry / ARVIKA).unlink()
    made.commit("Remove Arvika", "2026-07-01T00:30:00+02:00")
    return made


def history(clone: Clone) -> History:
    return clone.repository().history()


NAMES = {
    "HEAD": "Remove Arvika",
    "main": "Remove Arvika",
    "refs/heads/main": "Remove Arvika",
    "HEAD~1": "Merge",
    "HEAD^^2": "Change Kista",
    "main@{1}": "Merge",
    "side": "Change Kista",
    "begin": "Begin",
    ":/Change A": "Change Arvika",
    "HEAD^{/Begin}": "Begin",
    "ORIG_HEAD": "Change Arvika",
}


@pytest.mark.parametrize(("name", "subject"), NAMES.items(), ids=NAMES)
def test_a_name_means_what_it_means_to_git(clone: Clone, name: str, subject: str) -> None:
    clone.git("update-ref", "ORIG_HEAD", "main~2")
    found = history(clone).resolve(name)
    assert found.subject == subject
    assert found.id == clone.git("log", "-1", "--format=%H", name)


def test_an_id_may_be_short_and_a_tag_may_be_annotated(clone: Clone) -> None:
    clone.git("tag", "-a", "v1", "-m", "Signed off", "begin")
    begin = clone.git("rev-parse", "begin")
    assert history(clone).resolve(begin[:8]).id == history(clone).resolve("v1").id == begin


BAD_NAMES = (
    "", "nope", "-", "--", "--help", "-h", "--all", "--git-dir", "--output=x", "-Ox", "--exec=touch x",
    "--show-toplevel", "--upload-pack=x", "-c core.pager=x", "--end-of-options", "HEAD --all", "HEAD..main",
    "HEAD^@", "^HEAD", "a\0b", "HEAD:registry", "HEAD^{tree}", "a\nb", "\udcff", "../../HEAD",
    "refs/heads/../../config", "x" * 5000, "@{upstream}", "0" * 40, "ext::sh -c x", "HEAD\n--all", "HEAD@{99999}",
    ":(glob)**", "; touch x", "$(touch x)", "`touch x`", ":/nowhere",
)  # fmt: skip


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_means_no_commit_is_not_found_and_does_nothing(clone: Clone, name: str) -> None:
    before = sorted(clone.top.rglob("*"))
    with pytest.raises(NotFound):
        history(clone).resolve(name)
    assert sorted(clone.top.rglob("*")) == before


@pytest.mark.parametrize("name", ["-x", "--help", "--output=x", "2026-01-01"])
def test_a_branch_with_a_hostile_name_is_only_a_branch(clone: Clone, name: str) -> None:
    clone.git("update-ref", f"refs/heads/{name}", "begin")
    assert history(clone).resolve(f"refs/heads/{name}").subject == "Begin"
    if not name.startswith("-"):
        assert history(clone).resolve(name).subject == "Begin"


MOMENTS = {
    "the day of the first commit": (date(2026, 1, 1), "Begin"),
    "the day before the next": (date(2026, 1, 31), "Begin"),
    "a day on which only the side line went on": (date(2026, 2, 15), "Change Arvika"),
    "a day that ends half an hour after a commit": (date(2026, 3, 1), "Merge"),
    "a day that in Sweden ended half an hour before": (date(2026, 6, 30), "Merge"),
    "the day after": (date(2026, 7, 1), "Remove Arvika"),
    "the future": (date(2999, 1, 1), "Remove Arvika"),
    "the very second": (datetime(2026, 3, 1, 22, 30, tzinfo=UTC), "Merge"),
    "the second before": (datetime(2026, 3, 1, 22, 29, 59, tzinfo=UTC), "Change Arvika"),
    "a Swedish time of day": (datetime(2026, 3, 1, 23, 30), "Merge"),  # noqa: DTZ001  what a person types
}


@pytest.mark.parametrize(("moment", "subject"), MOMENTS.values(), ids=MOMENTS)
def test_a_moment_means_the_last_commit_of_the_main_line(clone: Clone, moment: date, subject: str) -> None:
    assert history(clone).at(moment).subject == subject


def test_before_the_first_commit_there_was_no_registry(clone: Clone) -> None:
    with pytest.raises(NotFound, match="did not exist yet"):
        history(clone).at(date(2025, 12, 31))


def test_the_main_line_is_told_newest_first(clone: Clone) -> None:
    told = [revision.subject for revision in history(clone).revisions()]
    assert told == ["Remove Arvika", "Merge", "Change Arvika", "Begin"]


def test_a_file_has_a_life(clone: Clone) -> None:
    arvika, second, kista, side = (blob_id(f"id: {text}\n".encode()) for text in ("arvika", "second", "kista", "side"))
    counters.reset()
    assert [
        (each.revision.subject, each.path, each.before, each.after) for each in history(clone).log(ARVIKA, KISTA)
    ] == [
        ("Remove Arvika", ARVIKA, second, None),
        ("Merge", KISTA, kista, side),
        ("Change Arvika", ARVIKA, arvika, second),
        ("Begin", ARVIKA, None, arvika),
        ("Begin", KISTA, None, kista),
    ]
    assert counters.git_processes == 2
    assert list(history(clone).log("offices/nowhere.yaml")) == list(history(clone).log()) == []


def test_a_life_holds_no_content_of_a_link(clone: Clone) -> None:
    (clone.registry / KISTA).unlink()
    (clone.registry / KISTA).symlink_to("/etc/passwd")
    clone.commit("Link", "2026-08-01T12:00:00Z")
    assert next(history(clone).log(KISTA)).after is None


def test_a_revision_knows_its_instant_author_and_message(clone: Clone) -> None:
    found = history(clone).resolve("main~2")
    assert found.instant == datetime(2026, 2, 1, 11, 0, tzinfo=UTC)
    assert (found.author, found.message) == ("Test Testsson", "Change Arvika\n\nBy decision.")


def test_a_work_tree_knows_where_it_comes_from_and_whether_it_went_on(clone: Clone) -> None:
    head = history(clone).resolve("HEAD")
    for snapshot in (clone.hashed(), clone.tracked()):
        assert snapshot.revision == head
    clone.write("README.md", "nothing to the registry")
    assert clone.hashed().revision == head
    clone.write("registry/offices/new.yaml", "")
    revision = clone.hashed().revision
    assert revision is not None
    assert (revision.id, revision.dirty) == (head.id, True)


COMMITTED = {
    name: change for name, change in CHANGES.items() if name not in {"a pipe for a file", "a repository inside"}
}


@pytest.mark.parametrize("change", COMMITTED.values(), ids=COMMITTED)
def test_two_commits_differ_by_what_was_done_between_them(tmp_path: Path, change: Callable[[Clone], object]) -> None:
    clone = Clone(tmp_path / "clone")
    begin = clone.git("rev-parse", "HEAD")
    before = clone.repository().snapshot(begin)
    change(clone)
    clone.commit()
    after, fresh = (clone.repository().snapshot("HEAD") for _ in range(2))
    old = clone.repository().snapshot(begin)
    for now, then, again in ((after, before, fresh), (before, after, old)):
        changed = now.changed_since(*remembered(then))
        assert applied(then.blobs(), changed) == again.blobs()
        assert now.faults(dict(then.faults())) == again.faults()
        assert {path: blob_id(data) for path, data in again.read_many(again.blobs())} == again.blobs()
    assert dict(clone.tracked().blobs()) == dict(after.blobs())


def test_what_differs_costs_the_same_however_much_there_is(clone: Clone) -> None:
    for number in range(300):
        clone.write(f"registry/offices/many/{number}.yaml", f"id: '{number}'\n")
    clone.commit()
    standing, known = remembered(clone.repository().snapshot("HEAD"))
    clone.write("registry/offices/many/7.yaml", "id: other\n")
    clone.commit()
    after = clone.repository().snapshot("HEAD")
    counters.reset()
    assert list(after.changed_since(standing, lambda: pytest.fail("nothing needs the whole listing"))) == [
        "offices/many/7.yaml"
    ]
    assert after.read("offices/many/7.yaml") == b"id: other\n"
    assert (counters.git_processes, counters.files_read) == (3, 1)
    assert known()


def test_a_standing_of_another_clone_is_compared_by_its_listing(clone: Clone) -> None:
    snapshot = clone.repository().snapshot("HEAD")
    standing, known = remembered(snapshot)
    assert snapshot.changed_since(type(standing)("1" * 40, None), known) == {}
    assert clone.tracked().changed_since(type(standing)("1" * 40, None), known) == {}


def test_a_reading_that_is_broken_off_or_nested_leaves_no_confusion(clone: Clone) -> None:
    snapshot = clone.repository().snapshot("HEAD~1")
    reading = snapshot.read_many(snapshot.blobs())
    assert next(reading)[0] == "agencies/csn.yaml"
    assert snapshot.read(ARVIKA) == b"id: second\n"
    assert next(reading) == (ARVIKA, b"id: second\n")
    del reading
    assert snapshot.read(KISTA) == b"id: side\n"
