"""Where a registry is found, and which snapshot a person means by `--as-of`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sscctl.errors import CannotBeDoneHere, NotFound, WrongUsage
from sscctl.reading.repository import Repository
from tests.reading.clone import Clone

ARVIKA = "offices/arvika.yaml"


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    made = Clone(tmp_path / "clone")
    made.write(f"registry/{ARVIKA}", "id: second\n")
    made.commit("Second", "2026-02-01T12:00:00+01:00")
    return made


@pytest.mark.parametrize("below", ["", "registry", "registry/offices", "registry/offices/stockholm", "schemas"])
def test_it_is_found_from_anywhere_in_the_clone(clone: Clone, monkeypatch: pytest.MonkeyPatch, below: str) -> None:
    monkeypatch.chdir(clone.top / below)
    found = Repository.find()
    assert (found.root, found.top) == (clone.registry, clone.top)
    assert found.schemas == clone.top / "schemas"
    assert found.snapshot().prefix == "registry/"


@pytest.mark.parametrize("given", ["", "registry"])
def test_a_root_may_be_the_registry_or_the_folder_that_holds_it(clone: Clone, given: str) -> None:
    assert Repository.find(clone.top / given).root == clone.registry


def test_a_root_that_is_given_is_not_looked_for_above(clone: Clone) -> None:
    with pytest.raises(CannotBeDoneHere, match=re.escape(f"there is no registry in {clone.registry / 'offices'}")):
        Repository.find(clone.registry / "offices")


def test_the_way_may_lead_through_a_link(clone: Clone, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(clone.registry)
    assert Repository.find(tmp_path / "link").root == clone.registry


def test_the_registry_s_own_file_may_not_be_a_link(clone: Clone) -> None:
    (clone.registry / "registry.yaml").rename(clone.registry / "other.txt")
    (clone.registry / "registry.yaml").symlink_to("other.txt")
    with pytest.raises(CannotBeDoneHere):
        Repository.find(clone.top)


def test_where_there_is_none_it_is_said_what_a_registry_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotBeDoneHere, match="or in any folder above it") as problem:
        Repository.find()
    assert problem.value.advice is not None
    assert "registry.yaml" in problem.value.advice.sv


def test_a_bare_repository_is_told_from_nothing(clone: Clone, tmp_path: Path) -> None:
    clone.git("clone", "-q", "--bare", str(clone.top), str(tmp_path / "bare"))
    with pytest.raises(CannotBeDoneHere) as problem:
        Repository.find(tmp_path / "bare")
    assert problem.value.advice is not None
    assert "git clone" in problem.value.advice.en


def test_without_git_there_is_a_present_and_no_past(tmp_path: Path) -> None:
    (tmp_path / "registry.yaml").write_text("format: 1\n")
    (tmp_path / "offices").mkdir()
    (tmp_path / "offices/arvika.yaml").write_text("id: arvika\n")
    found = Repository.find(tmp_path)
    assert found.top is None
    snapshot = found.snapshot(expect_many=True)
    assert (list(snapshot.blobs()), snapshot.prefix, snapshot.revision) == ([ARVIKA, "registry.yaml"], "", None)
    for as_of in ("HEAD", "2026-01-01"):
        with pytest.raises(CannotBeDoneHere, match="there is no history"):
            found.snapshot(as_of)


def test_a_registry_may_fill_the_top_level_and_then_has_no_schemas_beside_it(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/office.schema.json").write_text("{}")
    clone = Clone(tmp_path / "clone", empty=True)
    clone.git("mv", "-k", "registry", "x")
    for entry in list(clone.registry.iterdir()):
        entry.rename(clone.top / entry.name)
    clone.registry.rmdir()
    (clone.top / "schemas").rename(clone.top / "more")
    clone.commit()
    clone.write(ARVIKA, "id: changed\n")
    for snapshot in (clone.hashed(), clone.tracked()):
        assert snapshot.prefix == ""
        assert not any(path.startswith("schemas/") for path in snapshot.blobs())
        assert snapshot.read(ARVIKA) == b"id: changed\n"
    assert clone.tracked().blobs() == clone.hashed().blobs()
    assert clone.tracked().standing().tree == clone.git("rev-parse", "HEAD^{tree}")
    assert clone.repository().snapshot("HEAD").read(ARVIKA) == b"id: arvika\n"


def test_a_registry_may_lie_deep_in_a_clone(tmp_path: Path) -> None:
    clone = Clone(tmp_path / "clone", empty=True)
    (clone.top / "a b/ö").mkdir(parents=True)
    for name in ("registry", "schemas"):
        (clone.top / name).rename(clone.top / "a b/ö" / name)
    clone.commit()
    clone.write(f"a b/ö/registry/{ARVIKA}", "id: changed\n")
    clone.write("a b/ö/schemas/agency.schema.json", "{}\n")
    found = Repository.find(clone.top / "a b/ö")
    hashed, tracked = (found.snapshot(expect_many=many) for many in (False, True))
    assert tracked.prefix == "a b/ö/registry/"
    assert tracked.blobs() == hashed.blobs()
    assert set(tracked.standing().loose) == {ARVIKA, "schemas/agency.schema.json"}
    assert found.snapshot("HEAD").read(ARVIKA) == b"id: arvika\n"
    assert [life.path for life in found.history().log(ARVIKA)] == [ARVIKA]


AS_OF = {
    "a revision": ("HEAD~1", b"id: arvika\n"),
    "the day before": ("2026-01-31", b"id: arvika\n"),
    "the day": ("2026-02-01", b"id: second\n"),
    "an instant in Swedish time": ("2026-02-01T11:59", b"id: arvika\n"),
    "an instant with a space": ("2026-02-01 12:00:00", b"id: second\n"),
    "an instant in UTC": ("2026-02-01T10:59:59Z", b"id: arvika\n"),
    "an instant with an offset": ("2026-02-01T13:00+02:00", b"id: second\n"),
}


@pytest.mark.parametrize(("as_of", "content"), AS_OF.values(), ids=AS_OF)
def test_the_past_is_asked_for_by(clone: Clone, as_of: str, content: bytes) -> None:
    assert clone.repository().snapshot(as_of).read(ARVIKA) == content


@pytest.mark.parametrize(
    "as_of", ["2026-02-30", "2026-13-01", "2026-01-01T25:00", "2026-01-01T12:00+99:00", "2026-01-01T12:00; rm"]
)
def test_what_looks_like_a_moment_and_is_none_is_wrong_usage(clone: Clone, as_of: str) -> None:
    with pytest.raises(WrongUsage):
        clone.repository().snapshot(as_of)


def test_a_revision_from_before_the_registry_is_not_found(clone: Clone) -> None:
    clone.git("checkout", "-q", "--orphan", "other")
    clone.git("rm", "-rqf", "--cached", ".")
    clone.git("commit", "-q", "--allow-empty", "-m", "Nothing")
    clone.git("checkout", "-q", "-f", "main")
    with pytest.raises(NotFound, match="no registry here"):
        clone.repository().snapshot("other")
