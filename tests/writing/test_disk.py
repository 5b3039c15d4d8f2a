"""Files and folders below an open folder."""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sscctl.writing import disk, exchange
from sscctl.writing.exchange import swap
from tests.process import CHECKOUT


def test_a_file_that_exists_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with disk.folder(tmp_path) as folder, pytest.raises(FileExistsError):
        disk.write_new("a", b"new", folder)
    assert (tmp_path / "a").read_text() == "old"


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: whole(descriptor, bytes(data)[:3]))
    with disk.folder(tmp_path) as folder:
        disk.write_new("a", b"0123456789", folder)
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def test_all_that_is_flushed_is_flushed_and_a_failure_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [f"sub/{number}" for number in range(20)]
    (tmp_path / "sub").mkdir()
    flushed: list[str] = []
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: flushed.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
    )
    with disk.folder(tmp_path) as folder:
        for path in paths:
            disk.write_new(path, b"x", folder)
        disk.flush(paths, folder)
        assert sorted(flushed) == sorted(str(tmp_path / path) for path in paths)
        with pytest.raises(FileNotFoundError):
            disk.flush([*paths, "missing"], folder)


FLUSH_WITH_TWO_MORE = """
import resource, sys
from sscctl.writing import disk

with disk.folder(sys.argv[1]) as folder:
    resource.setrlimit(resource.RLIMIT_NOFILE, (folder + 3, folder + 3))
    disk.flush(sys.argv[2:], folder)
"""


def test_flushing_needs_few_files_open_at_a_time(tmp_path: Path) -> None:
    """In a process of its own: a limit is everybody's, and nobody else may hold what it leaves."""
    paths = [f"sub/{number}" for number in range(20)]
    (tmp_path / "sub").mkdir()
    for path in paths:
        (tmp_path / path).touch()
    command = [sys.executable, "-c", FLUSH_WITH_TWO_MORE, str(tmp_path), *paths]
    done = subprocess.run(command, cwd=CHECKOUT, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_only_ordinary_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "plain")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "sub").mkdir()
    with disk.folder(tmp_path) as folder:
        assert disk.read("plain", folder) == b"x"
        for name in ("link", "pipe", "missing", "sub/missing", "plain/x"):
            assert disk.read(name, folder) is None, name


def test_a_listing_goes_down_into_folders_and_not_through_links(tmp_path: Path) -> None:
    (tmp_path / "b/c").mkdir(parents=True)
    (tmp_path / "b/c/d").write_bytes(b"")
    (tmp_path / "a").symlink_to(tmp_path / "b")
    with disk.folder(tmp_path) as folder:
        assert list(disk.listing(folder)) == ["a", "b/c/d"]


def test_removing_what_is_not_there_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    with disk.folder(tmp_path) as folder:
        for name in ("missing", "sub/missing", "no/where", "sub"):
            disk.remove_file(name, folder)
    assert (tmp_path / "sub").is_dir()


def test_a_folder_that_holds_a_file_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/file").write_bytes(b"")
    with disk.folder(tmp_path) as folder, pytest.raises(OSError, match="not empty"):
        disk.remove_empty_folders("a", folder)
    assert (tmp_path / "a/b/file").exists()


def test_two_folders_change_places(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/was-a").touch()
    with disk.folder(tmp_path) as folder:
        if not swap("a", "b", folder):
            pytest.skip("this file system cannot exchange two names")
    assert (tmp_path / "b/was-a").exists()


def test_changing_places_with_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with disk.folder(tmp_path) as folder, pytest.raises(FileNotFoundError):
        swap("a", "b", folder)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.EXDEV], ids=errno.errorcode.__getitem__)
def test_a_file_system_that_cannot_exchange_is_no_error(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_: object) -> int:
        ctypes.set_errno(number)
        return -1

    monkeypatch.setattr(exchange, "_renameat2", lambda: refuse)
    assert swap("a", "b", -1) is False


def test_nor_is_a_system_without_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    assert swap("a", "b", -1) is False
