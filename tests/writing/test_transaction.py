"""Many files change as one, or not at all; modes stay, links are not followed, nothing is left lying about."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sscctl.errors import CannotBeDoneHere, InputOutput
from sscctl.writing import disk, journal, neighbours
from sscctl.writing.file_change import FileChange
from sscctl.writing.home import Home
from sscctl.writing.journal import PLANNED, READY, Journal
from sscctl.writing.lock import locked
from sscctl.writing.steps import watcher
from sscctl.writing.transaction import write

FILES = {"registry.yaml": b"format: 1\n", "offices/a.yaml": b"id: a\n", "offices/old/b.yaml": b"id: b\n"}
CHANGES = (
    FileChange("offices/a.yaml", b"id: a\n", b"id: a2\n"),
    FileChange("offices/new/deep/c.yaml", None, b"id: c\n"),
    FileChange("offices/old/b.yaml", b"id: b\n", None),
)
NEW = {"registry.yaml": b"format: 1\n", "offices/a.yaml": b"id: a2\n", "offices/new/deep/c.yaml": b"id: c\n"}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for path, data in FILES.items():
        (tmp_path / "registry" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "registry" / path).write_bytes(data)
    yield tmp_path / "registry"
    watcher.told = nothing


def files(root: Path) -> dict[str, bytes]:
    """What lies there; an empty folder is told too."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else b"(an empty folder)"
        for path in root.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }


def test_files_are_changed_made_with_their_folders_and_removed_with_theirs(root: Path) -> None:
    write(root, CHANGES)
    assert files(root) == NEW


def test_what_changes_nothing_writes_nothing(root: Path) -> None:
    before = (root / "offices/a.yaml").stat()
    write(root, [FileChange("offices/a.yaml", b"other\n", b"other\n")])
    write(root, [])
    assert (root / "offices/a.yaml").stat() == before


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (FileChange("offices/a.yaml", b"id: other\n", b"x"), "offices/a.yaml"),
        (FileChange("offices/a.yaml", None, b"x"), "offices/a.yaml"),
        (FileChange("offices/none.yaml", b"x", b"y"), "offices/none.yaml"),
        (FileChange("offices/none.yaml", b"x", None), "offices/none.yaml"),
        (FileChange("offices", None, b"x"), "offices"),
        (FileChange("offices/none/none.yaml", b"x", b"y"), "offices/none/none.yaml"),
    ],
    ids=["other content", "is there", "is not there", "is gone already", "is a folder", "its folder is gone"],
)
def test_one_that_is_not_what_it_was_stops_them_all(root: Path, change: FileChange, named: str) -> None:
    with pytest.raises(CannotBeDoneHere, match=f"{named} was changed in the meantime"):
        write(root, [*CHANGES, change])
    assert files(root) == FILES


@pytest.mark.parametrize("path", ["../out.yaml", "a//b.yaml", "/etc/x", ".git/config", "a/../b", "", "a\0b"])
def test_no_path_leads_out(root: Path, path: str) -> None:
    with pytest.raises(CannotBeDoneHere, match="is no place"):
        write(root, [FileChange(path, None, b"x")])
    assert files(root) == FILES


def test_links_are_not_followed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.yaml").write_bytes(b"id: x\n")
    (root / "offices/link.yaml").symlink_to(tmp_path / "elsewhere/x.yaml")
    (root / "linked").symlink_to(tmp_path / "elsewhere")
    (root / "offices/dangling.yaml").symlink_to("nowhere")
    for path, before in (("offices/link.yaml", b"id: x\n"), ("linked/x.yaml", b"id: x\n"), ("linked/y.yaml", None)):
        with pytest.raises((CannotBeDoneHere, InputOutput)):
            write(root, [FileChange(path, before, b"bad")])
    with pytest.raises(CannotBeDoneHere):
        write(root, [FileChange("offices/dangling.yaml", None, b"bad")])
    assert sorted(path.name for path in (tmp_path / "elsewhere").iterdir()) == ["x.yaml"]
    assert (tmp_path / "elsewhere/x.yaml").read_bytes() == b"id: x\n"


@pytest.mark.parametrize(("umask", "mode"), [(0o000, 0o644), (0o022, 0o644), (0o077, 0o600)])
def test_a_file_keeps_its_mode_and_a_new_one_respects_the_umask(root: Path, umask: int, mode: int) -> None:
    (root / "offices/a.yaml").chmod(0o640)
    before = os.umask(umask)
    try:
        write(root, CHANGES)
    finally:
        os.umask(before)
    assert (root / "offices/a.yaml").stat().st_mode & 0o777 == 0o640
    assert (root / "offices/new/deep/c.yaml").stat().st_mode & 0o777 == mode
    assert (root / "offices/new").stat().st_mode & 0o777 == 0o755 & ~umask


def test_where_files_know_no_second_name_the_old_one_is_copied(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    stop_after("file replaced", OSError(5, "Input/output error"))
    with pytest.raises(InputOutput, match="the disk answers with an error"):
        write(root, CHANGES)
    assert files(root) == FILES
    watcher.told = nothing
    write(root, CHANGES)
    assert files(root) == NEW


def nothing(step: str) -> None:
    """Let a step pass."""


def stop_after(step: str, problem: BaseException, *, times: int = 1) -> None:
    """Raise at a step, the first time that it comes."""
    left = [problem] * times

    def told(now: str) -> None:
        if now == step and left:
            raise left.pop()

    watcher.told = told


def test_every_step_that_fails_leaves_the_old_state_or_the_new_one_and_no_litter(root: Path) -> None:
    steps: list[str] = []
    watcher.told = steps.append
    write(root, CHANGES)
    turned = len(steps) - 1 - steps[::-1].index("files replaced")
    for index in range(len(steps)):
        for change in CHANGES:
            disk_state(root, change)
        count = iter(range(len(steps) * 3))

        def told(step: str, index: int = index, count: Iterator[int] = count) -> None:
            if next(count) == index:
                raise OSError(28, "No space left on device", step)

        watcher.told = told
        with suppress(OSError, InputOutput):
            write(root, CHANGES)
        watcher.told = nothing
        if index <= turned:
            assert files(root) == FILES, (index, steps[index])
        with locked(root, "next"):
            pass
        assert files(root) == (FILES if index <= turned else NEW), (index, steps[index])


def disk_state(root: Path, change: FileChange) -> None:
    """Put a file back to what it held."""
    path = root / change.path
    if change.before is None:
        path.unlink(missing_ok=True)
        while path.parent != root / "offices" and path.parent.is_dir():
            path.parent.rmdir()
            path = path.parent
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(change.before)


class TestAJournalThatWasLeft:
    def interrupted(self, root: Path, *, ready: bool) -> None:
        """As a process leaves it that dies before the first file is replaced."""
        home = Home.of(root)
        told = Journal("", journal_files(), ("offices/new", "offices/new/deep"))
        journal.plan(home, told)
        with disk.folder(root) as place:
            neighbours.prepare(CHANGES, told.folders, place)
        if ready:
            journal.make_ready(home)

    def test_is_finished_where_all_was_prepared(self, root: Path) -> None:
        self.interrupted(root, ready=True)
        write(root, [])
        assert files(root) == NEW

    def test_is_undone_where_not(self, root: Path) -> None:
        self.interrupted(root, ready=False)
        write(root, [])
        assert files(root) == FILES

    def test_waits_where_somebody_has_changed_a_file_since(self, root: Path) -> None:
        self.interrupted(root, ready=True)
        (root / "offices/a.yaml").write_bytes(b"id: mine\n")
        for _ in range(2):
            with pytest.raises(CannotBeDoneHere, match="interrupted write cannot be finished: offices/a"):
                write(root, [])
        assert (root / "offices/a.yaml").read_bytes() == b"id: mine\n"
        assert (root / "offices/old/b.yaml").exists()

    @pytest.mark.parametrize("end", [0, 1, 100])
    def test_is_forgotten_where_it_was_never_wholly_written(self, root: Path, end: int) -> None:
        home = Home.of(root)
        home.folder.mkdir()
        whole = Journal("", journal_files(), ()).to_bytes()
        (home.folder / PLANNED).write_bytes(whole[:end])
        write(root, [])
        assert files(root) == FILES

    def test_that_is_ready_and_torn_is_told(self, root: Path) -> None:
        home = Home.of(root)
        home.folder.mkdir()
        (home.folder / READY).write_bytes(b"{}")
        with pytest.raises(Exception, match="the journal of a write cannot be read"):
            write(root, [])


def journal_files() -> tuple[journal.Planned, ...]:
    return tuple(
        journal.Planned(change.path, journal.digest(change.before), journal.digest(change.after)) for change in CHANGES
    )
