"""Files and folders, made and removed below an open folder, never through a symbolic link.

Every name is looked up from a descriptor (openat and its kin, POSIX.1-2017), so that what a path means cannot be
changed between a check and its use.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

FOLDER_MODE = 0o755
FILE_MODE = 0o644
"""What is published may be read by all and written by its owner; the umask may take away more, never give more."""

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def folder(name: str | os.PathLike[str], parent: int | None = None) -> Iterator[int]:
    """Open a folder for work below it; one that is given by name alone may be reached through links, not be one."""
    descriptor = os.open(name, _FOLDER, dir_fd=parent)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def make_folder(name: str, parent: int) -> None:
    """Make a folder; `FileExistsError` where something lies there."""
    os.mkdir(name, FOLDER_MODE, dir_fd=parent)


def make_path(path: Path) -> None:
    """Make the folder at an absolute path, and those above it, where they are missing."""
    for place in (*reversed(path.parents), path):
        try:
            place.mkdir(mode=FOLDER_MODE)
        except FileExistsError:
            continue


def flush(paths: Sequence[str], parent: int) -> None:
    """Wait until the disk has these files.

    Several wait at a time, for a file system commits together what waits together: a tenth of the time on a busy disk.
    Where the process may not open as many files, they wait one by one.
    """
    failure = _flush(paths, parent, at_once=4)
    if failure and failure.errno == errno.EMFILE:
        failure = _flush(paths, parent, at_once=1)
    if failure:
        raise failure


def _flush(paths: Sequence[str], parent: int, *, at_once: int) -> OSError | None:
    failures: list[OSError] = []

    def wait(some: Sequence[str]) -> None:
        try:
            for path in some:
                with _opened(path, parent) as descriptor:
                    os.fsync(descriptor)
        except OSError as error:
            failures.append(error)

    threads = [Thread(target=wait, args=(paths[number::at_once],)) for number in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures[0] if failures else None


def flush_folder(name: str, parent: int) -> None:
    """Wait until the disk knows which files the folder holds."""
    with folder(name, parent) as place:
        os.fsync(place)


def write_new(name: str, data: bytes, parent: int) -> None:
    """Write a file that does not exist yet; the disk has it once `flush` has returned."""
    descriptor = os.open(name, _NEW, FILE_MODE, dir_fd=parent)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def read(path: str, parent: int) -> bytes | None:
    """The content of an ordinary file at `path` below the folder; `None` where there is none, or a link leads there."""
    try:
        with _opened(path, parent) as descriptor, open(descriptor, "rb", closefd=False) as file:
            return file.read() if stat.S_ISREG(os.fstat(descriptor).st_mode) else None
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None
        raise


def listing(parent: int, prefix: str = "") -> Iterator[str]:
    """Yield every path below the folder that is no folder itself, in order; links are not followed."""
    with os.scandir(parent) as found:
        entries = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in found)
    for name, is_folder in entries:
        if is_folder:
            with folder(name, parent) as inner:
                yield from listing(inner, f"{prefix}{name}/")
        else:
            yield f"{prefix}{name}"


def mode(name: str, parent: int) -> int | None:
    """What lies there, as `lstat` says it; `None` where nothing does."""
    try:
        return os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode
    except FileNotFoundError:
        return None


def remove_file(path: str, parent: int) -> None:
    """Remove a file, or the link that lies in its place; nothing happens where there is none."""
    *folders, name = path.split("/")
    try:
        with _below(folders, parent) as place:
            os.unlink(name, dir_fd=place)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return


def remove_empty_folders(name: str, parent: int) -> None:
    """Remove a folder with every folder below it; `OSError` where one of them is not empty."""
    with folder(name, parent) as inner, os.scandir(inner) as found:
        for entry in [entry for entry in found if entry.is_dir(follow_symlinks=False)]:
            remove_empty_folders(entry.name, inner)
    os.rmdir(name, dir_fd=parent)


@contextmanager
def _opened(path: str, parent: int) -> Iterator[int]:
    *folders, name = path.split("/")
    with _below(folders, parent) as place:
        descriptor = os.open(name, _FILE, dir_fd=place)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def _below(folders: list[str], parent: int) -> Iterator[int]:
    if not folders:
        yield parent
        return
    with folder(folders[0], parent) as inner, _below(folders[1:], inner) as place:
        yield place
