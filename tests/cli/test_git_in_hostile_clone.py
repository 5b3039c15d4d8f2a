"""What git calls, and what tells it to, runs nothing that a stranger's clone brings and takes no path for an option."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sscctl.cli.git_merge import merged
from sscctl.editing.merge.driver import Three
from sscctl.errors import SscctlError
from sscctl.reading.staged import staged
from sscctl.writing import wiring
from tests.cli.gits import MONDAY, OFFICE, STREET, Repository
from tests.reading.clone import Clone
from tests.reading.hostility import TRAPS, Trap
from tests.reading.test_hostile_clone import set_trap


@pytest.fixture
def clone(tmp_path: Path) -> Iterator[Clone]:
    """A clone; the environment and the folder are put back afterwards."""
    made = Clone(tmp_path / "clone")
    here, environment = Path.cwd(), dict(os.environ)
    yield made
    os.chdir(here)
    os.environ.clear()
    os.environ.update(environment)


@pytest.mark.parametrize("trap", [trap for trap, _ in TRAPS.values()], ids=TRAPS)
def test_nothing_of_the_clone_is_run(clone: Clone, tmp_path: Path, trap: Trap) -> None:
    canary = tmp_path / "canary"
    set_trap(clone, trap, canary)
    place = clone.repository().place
    assert place is not None
    for _ in range(2):
        try:
            with staged(clone.repository(), os.environ.get("GIT_INDEX_FILE")) as snapshot:
                dict(snapshot.read_many(snapshot.blobs()))
        except SscctlError:
            pass  # an object that is missing on purpose
        wiring.hooks_elsewhere(place)
        wiring.lines_in_gitattributes(place, "registry/")
        for change in wiring.set_up(place, "sscctl", "registry/", attributes=True, hooks=True):
            change.apply()
        os.chdir(clone.top)
        merged(Three(b"a: [\nb\nc\n", b"x: [\nb\nc\n", b"a: [\nb\ny\n"), "registry/offices/a.yaml", 7)
    assert not canary.exists()


@pytest.mark.parametrize(
    "name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"]
)
def test_what_the_environment_says_of_another_repository_is_not_heeded(
    clone: Clone, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Clone(tmp_path / "other")
    other.write("registry/offices/other.yaml", "id: other\n")
    other.git("add", "-A")
    path = {"GIT_WORK_TREE": ".", "GIT_INDEX_FILE": ".git/index", "GIT_OBJECT_DIRECTORY": ".git/objects"}
    monkeypatch.setenv(name, str(other.top / path.get(name, ".git")))
    with staged(clone.repository(), os.environ.get("GIT_INDEX_FILE")) as snapshot:
        assert "offices/other.yaml" not in snapshot.blobs()
        assert snapshot.read("offices/arvika.yaml") == b"id: arvika\n"


def test_the_index_that_git_names_to_a_hook_is_the_one_that_is_read(clone: Clone) -> None:
    clone.write("registry/offices/eda.yaml", "id: eda\n")
    clone.git("add", "-A", GIT_INDEX_FILE=str(clone.top / ".git/next-index-1.lock"))
    with staged(clone.repository(), ".git/next-index-1.lock") as snapshot:
        assert snapshot.read("offices/eda.yaml") == b"id: eda\n"
    with staged(clone.repository()) as snapshot:
        assert "offices/eda.yaml" not in snapshot.blobs()


def test_looking_at_the_index_writes_nothing_into_the_clone(clone: Clone) -> None:
    clone.write("registry/offices/eda.yaml", "id: eda\n")
    clone.git("add", "-A")
    before = {place: place.read_bytes() for place in (clone.top / ".git").rglob("*") if place.is_file()}
    with staged(clone.repository()) as snapshot:
        assert len(dict(snapshot.read_many(snapshot.blobs()))) > 4
    assert {place: place.read_bytes() for place in (clone.top / ".git").rglob("*") if place.is_file()} == before


def test_a_module_of_python_s_in_the_clone_is_not_taken_for_one_of_ours(tmp_path: Path) -> None:
    """Git calls what it is told to in the clone's top folder."""
    repository = Repository(tmp_path / "clone")
    repository.set_up()
    for name in ("yaml", "typer", "re", "sscctl"):
        (repository.top / f"{name}.py").write_text(f"open({str(tmp_path / 'canary')!r}, 'w')\n")
    repository.branch("hours", (MONDAY, "mon: []"))
    repository.branch("address", (STREET, "street: Nygatan 1"))
    assert repository.git("merge", "-q", "-m", "Both", "hours").code == 0
    assert "+hours from 2021-11-01, Monday: closed" in repository.git("log", "-p").stdout
    assert not (tmp_path / "canary").exists()
    assert "Nygatan" in repository.text(OFFICE)
