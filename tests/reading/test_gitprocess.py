"""Git is found once, started with an environment of ours, and ends with the object that started it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.catfile import CatFile
from sscctl.reading.gitplace import find_git
from sscctl.reading.gitprocess import Git, git_program
from sscctl.reading.parallel import spread
from sscctl.reading.revisions import parse_commit
from tests.reading.clone import FILES, Clone

COMMIT = b"tree 1\nauthor A <a@b> 1 +0000\ncommitter C <c@d> %s +0100\n%s\nmessage\n"


def git_of(clone: Clone) -> Git:
    place = find_git(clone.top)
    assert place is not None
    return Git(place)


@pytest.mark.parametrize("entry", ["", ".", "bin", "{top}", "{top}/bin", "{here}", "/nowhere"])
def test_a_program_called_git_that_lies_here_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    top = (tmp_path / "top").resolve()
    for folder in (top, top / "bin"):
        folder.mkdir()
        (folder / "git").write_text("#!/bin/sh\n")
        (folder / "git").chmod(0o755)
    true_git = git_program(top)
    monkeypatch.chdir(top)
    monkeypatch.setenv("PATH", os.pathsep.join([entry.format(top=top, here=top), os.environ["PATH"]]))
    assert git_program(top) == true_git
    assert Path(true_git).is_absolute()


def test_where_there_is_no_git_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone = Clone(tmp_path / "clone")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "offices/arvika.yaml" in clone.tracked().blobs()
    with pytest.raises(CannotBeDoneHere, match="git is not installed"):
        clone.repository().snapshot("HEAD")


def test_the_temporary_folder_goes_with_the_object_and_with_the_program(tmp_path: Path) -> None:
    clone = Clone(tmp_path / "clone")
    git = git_of(clone)
    folder = git.folder.path
    assert folder.stat().st_mode & 0o077 == 0
    del git
    assert not folder.exists()
    script = (
        "import sys, pathlib; from sscctl.reading.repository import Repository\n"
        "kept = Repository.find(pathlib.Path(sys.argv[1])).snapshot('HEAD'); dict(kept.read_many(kept.blobs()))\n"
    )
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    for ending in ("", "raise SystemExit(1)\n", "raise KeyboardInterrupt\n"):
        subprocess.run(
            [sys.executable, "-c", script + ending, str(clone.top)],
            env={**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            check=False,
        )
        assert list(temporary.iterdir()) == []


def test_without_room_for_a_temporary_folder_files_are_hashed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone = Clone(tmp_path / "clone")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert clone.tracked().standing().tree is None


LAZY = {
    "a work tree that is hashed": ("False", "None", {"git", "gitdb", "subprocess", "sscctl.reading.gitprocess"}),
    "a work tree with git's help": ("True", "None", {"git", "gitdb"}),
    "a commit by name": ("None", "'HEAD'", {"git", "gitdb"}),
}


@pytest.mark.parametrize(("many", "as_of", "without"), LAZY.values(), ids=LAZY)
def test_what_is_not_needed_is_not_loaded(tmp_path: Path, many: str, as_of: str, without: set[str]) -> None:
    clone = Clone(tmp_path / "clone")
    script = (
        "import sys, pathlib; from sscctl.reading.repository import Repository\n"
        f"kept = Repository.find(pathlib.Path({str(clone.top)!r})).snapshot({as_of}, expect_many={many})\n"
        "kept.standing(); dict(kept.read_many(kept.blobs())); kept.faults(); print(*sys.modules, sep='\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert not without & set(done.stdout.split())


def test_many_objects_are_read_through_one_process(tmp_path: Path) -> None:
    clone = Clone(tmp_path / "clone")
    contents = [bytes([number % 256]) * (number * 997 % 70_000) for number in range(400)]
    names = []
    for number, content in enumerate(contents):
        clone.write(f"many/{number}", content)
    clone.commit()
    names = [f"HEAD:many/{number}" for number in range(400)]
    assert list(CatFile(git_of(clone)).read_many(names, 70_000)) == contents


@pytest.mark.parametrize(
    ("name", "most"),
    [("1" * 40, 10), ("HEAD:nowhere", 10), ("HEAD:README.md", 3)],
    ids=["no id", "no path", "too large"],
)
def test_an_object_that_cannot_be_read_is_an_error_and_the_next_one_is_read(
    tmp_path: Path, name: str, most: int
) -> None:
    objects = CatFile(git_of(Clone(tmp_path / "clone")))
    with pytest.raises(CannotBeDoneHere):
        list(objects.read_many(["HEAD:README.md", name, "HEAD:README.md"], most))
    assert objects.read("HEAD:README.md", 100) == FILES["README.md"].encode()


@pytest.mark.timeout(60)
def test_a_fork_of_the_program_reads_through_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through that of the program each would take answers that were meant for another."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    objects = CatFile(git_of(Clone(tmp_path / "clone")))

    def read(name: str) -> tuple[bytes, int | None]:
        return objects.read(name, 100), objects._process.pid if objects._process else None

    names = ["HEAD:README.md", "HEAD:registry/registry.yaml"] * 100
    _, own = read(names[0])
    contents, processes = zip(*spread(read, names, len(names)), strict=True)
    assert [*contents] == [FILES["README.md"].encode(), FILES["registry/registry.yaml"].encode()] * 100
    assert own not in processes
    assert read(names[1])[1] == own


def test_git_that_dies_is_an_error(tmp_path: Path) -> None:
    objects = CatFile(git_of(Clone(tmp_path / "clone")))
    objects.read("HEAD:README.md", 100)
    assert objects._process is not None
    objects._process.kill()
    with pytest.raises(CannotBeDoneHere):
        objects.read("HEAD:README.md", 100)


def test_a_commit_in_another_encoding_is_read() -> None:
    content = COMMIT.replace(b"message", "Nedläggning".encode("latin-1")) % (b"60", b"encoding ISO-8859-1\n")
    found = parse_commit("1" * 40, content)
    assert (found.subject, found.instant) == ("Nedläggning", datetime(1970, 1, 1, 0, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"tree 1\n\nx", COMMIT % (b"x", b""), COMMIT % (b"9" * 12, b""), COMMIT % (b"9" * 30, b"")],
)
def test_a_broken_commit_is_an_error(content: bytes) -> None:
    with pytest.raises(CannotBeDoneHere, match="is broken"):
        parse_commit("1" * 40, content)


@given(st.binary(max_size=400))
def test_no_bytes_in_place_of_a_commit_are_a_crash(content: bytes) -> None:
    try:
        assert parse_commit("1" * 40, content).id
    except CannotBeDoneHere as problem:
        assert problem.advice is not None  # noqa: PT017
