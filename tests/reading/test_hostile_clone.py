"""To read a stranger's clone runs nothing of it, writes nothing and waits for nothing, whatever it holds."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sscctl.errors import CannotBeDoneHere, NotFound, SscctlError
from sscctl.reading.snapshot import Snapshot
from sscctl.reading.standing import Standing
from tests.reading.clone import Clone
from tests.reading.hostility import TRAPS, Trap, trace_files

ARVIKA = "offices/arvika.yaml"


def everything(snapshot: Snapshot) -> None:
    """Ask a snapshot all that can be asked."""
    snapshot.changed_since(Standing("4b825dc642cb6eb9a060e54bf8d69288fbee4904", None, {}), dict)
    snapshot.faults({})
    snapshot.standing()
    snapshot.faults()
    dict(snapshot.read_many(snapshot.blobs()))
    _ = snapshot.revision


READS: dict[str, Callable[[Clone], object]] = {
    "the work tree, hashed": lambda clone: everything(clone.hashed()),
    "the work tree, with git": lambda clone: everything(clone.tracked()),
    "a commit": lambda clone: everything(clone.repository().snapshot("HEAD")),
    "a commit of a day": lambda clone: everything(clone.repository().snapshot("2026-01-15")),
    "what differs from a commit": lambda clone: clone.tracked().changed_since(
        clone.repository().snapshot("HEAD~1").standing(), dict
    ),
    "the history": lambda clone: list(clone.repository().history().revisions()),
    "the life of a file": lambda clone: list(clone.repository().history().log(ARVIKA, "registry.yaml")),
}


@pytest.fixture
def clone(tmp_path: Path) -> Iterator[Clone]:
    """A clone with two commits and a changed file whose time git cannot trust; the environment is put back."""
    made = Clone(tmp_path / "clone")
    made.write("registry/offices/eda.yaml", "id: eda\n")
    made.commit("Second", "2026-02-01T12:00:00+01:00")
    here, environment = Path.cwd(), dict(os.environ)
    yield made
    os.chdir(here)
    os.environ.clear()
    os.environ.update(environment)


def set_trap(clone: Clone, trap: Trap, canary: Path) -> None:
    script = canary.with_name("canary.sh")
    script.write_text(f"#!/bin/sh\ntouch '{canary}'\n")
    script.chmod(0o755)
    trap(clone, str(script))
    (clone.registry / ARVIKA).write_text("id: varika\n")  # as long as before, so that git has to look into it
    canary.unlink(missing_ok=True)  # setting the trap may have stepped into it


def digest(folder: Path) -> str:
    """Digest every name, kind, time and content below a folder."""
    seen = hashlib.sha256()
    for place in sorted(folder.rglob("*")):
        about = place.lstat()
        seen.update(f"{place} {about.st_mode} {about.st_size} {about.st_mtime_ns}".encode())
        seen.update(place.read_bytes() if place.is_file() and not place.is_symlink() else b"")
    return seen.hexdigest()


@pytest.mark.parametrize("trap", [trap for trap, _ in TRAPS.values()], ids=TRAPS)
def test_no_way_of_reading_runs_anything_or_writes_anything(clone: Clone, tmp_path: Path, trap: Trap) -> None:
    canary = tmp_path / "canary"
    set_trap(clone, trap, canary)
    before = digest(clone.top)
    stepped_in = []
    for name, read in READS.items():
        try:
            read(clone)
        except SscctlError as problem:
            assert "missing from this clone" in problem.message.en  # noqa: PT017  the traps that take an object away
        if canary.exists():
            stepped_in.append(name)
            canary.unlink()
    assert not stepped_in
    assert digest(clone.top) == before


STEPPED_INTO = {name: (trap, command) for name, (trap, command) in TRAPS.items() if command}


@pytest.mark.parametrize(("trap", "command"), STEPPED_INTO.values(), ids=STEPPED_INTO)
def test_the_trap_is_a_trap(clone: Clone, tmp_path: Path, trap: Trap, command: str) -> None:
    canary = tmp_path / "canary"
    set_trap(clone, trap, canary)
    subprocess.run(
        ["git", *command.split()],
        cwd=clone.top,
        capture_output=True,
        check=False,
        input=b"protocol=https\nhost=x\n\n",
        timeout=60,
    )
    assert canary.exists()


def test_there_are_enough_traps_and_most_of_them_have_teeth() -> None:
    assert len(TRAPS) >= 40
    assert len(STEPPED_INTO) >= 25


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_git_is_not_made_to_keep_a_trace(clone: Clone, tmp_path: Path, read: Callable[[Clone], object]) -> None:
    canary = tmp_path / "canary"
    trace_files(clone, canary)
    canary.unlink(missing_ok=True)
    read(clone)
    assert not canary.exists()


PIPES = (
    "index", "packed-refs", "HEAD", "shallow", "objects/info/alternates", "config", "info/exclude", "info/attributes",
    "info/sparse-checkout", "FETCH_HEAD", "commondir",
)  # fmt: skip


@pytest.mark.timeout(20)
@pytest.mark.parametrize("path", PIPES)
def test_a_pipe_in_the_git_folder_is_never_waited_for(clone: Clone, path: str) -> None:
    place = clone.top / ".git" / path
    place.unlink(missing_ok=True)
    place.parent.mkdir(exist_ok=True)
    os.mkfifo(place)
    for read in READS.values():
        try:
            read(clone)
        except (CannotBeDoneHere, NotFound) as problem:
            assert problem.advice is not None  # noqa: PT017
    assert ARVIKA in clone.tracked().blobs()


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "path", [".gitignore", "registry/.gitignore", ".gitattributes", ".git/refs/heads/main", ".git/logs/HEAD"]
)
def test_git_is_ended_where_it_waits_for_a_pipe(clone: Clone, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = clone.top / path
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    monkeypatch.setattr("sscctl.reading.gitprocess.PATIENCE", 0.5)
    for read in READS.values():
        try:
            read(clone)
        except (CannotBeDoneHere, NotFound) as problem:
            assert problem.message.sv  # noqa: PT017
    assert ARVIKA in clone.tracked().blobs()


def test_a_clone_that_belongs_to_somebody_else_is_read(clone: Clone) -> None:
    if os.geteuid() != 0:
        pytest.skip("only the superuser can give files away")
    for place in (clone.top, *clone.top.rglob("*")):
        os.chown(place, 12345, 12345, follow_symlinks=False)
    for name in ("GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_0", "GIT_CONFIG_VALUE_0"):
        os.environ.pop(name)
    refused = subprocess.run(["git", "status"], cwd=clone.top, capture_output=True, check=False)
    assert b"dubious ownership" in refused.stderr
    for read in READS.values():
        read(clone)
