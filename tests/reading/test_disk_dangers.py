"""Reading from a disk that is not still and not kind: nothing hangs, nothing is followed, nothing is mixed."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sscctl.errors import CannotBeDoneHere, InputOutput, NotFound
from sscctl.reading.counters import counters
from sscctl.reading.folder import Folder
from sscctl.reading.paths import DOCUMENT_LIMIT, Refusal
from sscctl.reading.snapshot import Snapshot
from sscctl.reading.worktree import WorkTree
from tests.process import POWERLESS

ARVIKA = "offices/arvika.yaml"
ROUNDS = 100_000 if os.environ.get("SSCCTL_LONG") else 2_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in ("registry.yaml", ARVIKA, "offices/eda.yaml"):
        place = tmp_path / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"# {path}\n")
    return tmp_path


def swapped_for(root: Path, make: Callable[[Path], object]) -> None:
    (root / ARVIKA).unlink()
    make(root / ARVIKA)


def a_socket(place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(place.parent)  # the path of a socket is short
        try:
            server.bind(place.name)
        finally:
            os.chdir(here)


def a_file_of_holes(place: Path) -> None:
    place.touch()
    os.truncate(place, 1 << 40)


THINGS: dict[str, tuple[Callable[[Path], object], Refusal]] = {
    "a link": (lambda place: place.symlink_to("/etc/passwd"), Refusal.SYMLINK),
    "a link to a device without end": (lambda place: place.symlink_to("/dev/zero"), Refusal.SYMLINK),
    "a pipe": (os.mkfifo, Refusal.SPECIAL),
    "a socket": (a_socket, Refusal.SPECIAL),
    "a folder": (lambda place: place.mkdir(), Refusal.FOLDER),
    "a file too large": (lambda place: place.write_bytes(bytes(DOCUMENT_LIMIT + 1)), Refusal.LARGE),
    "a huge file of holes": (a_file_of_holes, Refusal.LARGE),
}


@pytest.mark.parametrize(("make", "refusal"), THINGS.values(), ids=THINGS)
class TestInPlaceOfAFile:
    def test_it_is_a_fault_and_not_read(self, root: Path, make: Callable[[Path], object], refusal: Refusal) -> None:
        swapped_for(root, make)
        snapshot = WorkTree(root)
        assert snapshot.standing().loose[ARVIKA] == refusal
        assert snapshot.faults()[ARVIKA].code == "SSC001"
        with pytest.raises(NotFound):
            snapshot.read(ARVIKA)

    def test_it_is_not_read_either_when_it_comes_after_the_listing(
        self, root: Path, make: Callable[[Path], object], refusal: Refusal
    ) -> None:
        snapshot = WorkTree(root)
        snapshot.blobs()
        swapped_for(root, make)
        with pytest.raises(CannotBeDoneHere, match="changed while it was being read"):
            snapshot.read(ARVIKA)
        with Folder(root) as folder:
            assert folder.read(ARVIKA, DOCUMENT_LIMIT) is refusal


def test_a_file_that_changed_since_it_was_listed_is_an_error(root: Path) -> None:
    snapshot = WorkTree(root)
    snapshot.blobs()
    (root / ARVIKA).write_text("other")
    with pytest.raises(CannotBeDoneHere):
        snapshot.read(ARVIKA)


def test_a_file_that_vanished_since_it_was_listed_is_an_error(root: Path) -> None:
    snapshot = WorkTree(root)
    snapshot.blobs()
    (root / ARVIKA).unlink()
    with pytest.raises(CannotBeDoneHere):
        snapshot.read(ARVIKA)


def test_a_file_that_never_holds_still_is_an_error(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true_read = os.pread

    def while_it_grows(descriptor: int, length: int, offset: int) -> bytes:
        data = true_read(descriptor, length, offset)
        with (root / ARVIKA).open("a") as file:
            file.write("x")
        return data

    monkeypatch.setattr(os, "pread", while_it_grows)
    with Folder(root) as folder, pytest.raises(CannotBeDoneHere, match="changed while"):
        folder.read(ARVIKA, DOCUMENT_LIMIT)


@pytest.mark.parametrize("reason", [errno.EACCES, errno.EIO, errno.EMFILE], ids=["forbidden", "broken", "too many"])
def test_what_the_system_refuses_names_the_path_and_the_reason(
    root: Path, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    true_open = os.open

    def refusing(path: str | Path, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if str(path) == "arvika.yaml":
            raise OSError(reason, os.strerror(reason))
        return true_open(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refusing)
    with pytest.raises(InputOutput, match=f"offices/arvika.yaml cannot be read: {os.strerror(reason)}"):
        WorkTree(root).blobs()


@pytest.mark.parametrize("path", ["offices", ARVIKA])
def test_what_may_not_be_read_is_an_error(root: Path, path: str) -> None:
    (root / path).chmod(0)
    reading = "import pathlib, sys, sscctl.reading.worktree as at\nat.WorkTree(pathlib.Path(sys.argv[1])).blobs()"
    command = [*POWERLESS, sys.executable, "-c", reading, root]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        (root / path).chmod(0o755)
    assert f"InputOutput: {path} cannot be read: {os.strerror(errno.EACCES)}" in done.stderr


@pytest.mark.parametrize("swapped", [ARVIKA, "offices"])
def test_a_link_slipped_in_at_any_moment_never_leads_out(
    root: Path, tmp_path_factory: pytest.TempPathFactory, swapped: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "arvika.yaml").write_text("secret")
    target = outside / "arvika.yaml" if swapped == ARVIKA else outside
    place, aside, stop = root / swapped, root / "aside", threading.Event()

    def flip() -> None:
        while not stop.is_set():
            place.rename(aside)
            place.symlink_to(target)
            place.unlink()
            aside.rename(place)

    thread = threading.Thread(target=flip)
    thread.start()
    seen: set[bytes | Refusal | None] = set()
    try:
        with Folder(root) as folder:
            for _ in range(ROUNDS):
                seen.add(folder.read(ARVIKA, DOCUMENT_LIMIT))
                folder.read("agencies/csn.yaml", DOCUMENT_LIMIT)  # so that `offices` is entered anew
    finally:
        stop.set()
        thread.join()
    assert b"secret" not in seen
    assert seen <= {f"# {ARVIKA}\n".encode(), Refusal.SYMLINK, None}


def test_a_registry_that_vanishes_is_an_error(root: Path, tmp_path: Path) -> None:
    with pytest.raises(InputOutput):
        WorkTree(tmp_path / "nowhere").blobs()
    assert WorkTree(root).blobs()


def test_no_descriptor_is_left_open(root: Path) -> None:
    def work(snapshot: Snapshot) -> None:
        dict(snapshot.read_many(snapshot.blobs()))
        snapshot.faults()

    for _ in range(5):
        work(WorkTree(root))
    assert [place for place in _open_files() if place.is_relative_to(root)] == []


def _open_files() -> Iterator[Path]:
    """Yield what this process has open, for other threads too: these may close theirs meanwhile."""
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):
            yield descriptor.readlink()


def test_hashing_asks_git_nothing_and_reads_each_file_once(root: Path) -> None:
    counters.reset()
    snapshot = WorkTree(root)
    assert snapshot.changed_since(snapshot.standing(), dict) == {}
    assert (counters.files_hashed, counters.files_read, counters.git_processes) == (3, 0, 0)
    dict(snapshot.read_many([ARVIKA]))
    assert (counters.files_hashed, counters.files_read, counters.git_processes) == (3, 1, 0)
