"""A folder on disk whose files are read without ever following a symbolic link, blocking, or reading without end.

Every step goes down from an open folder (`openat` with `O_NOFOLLOW`), so nobody can slip a link in between the look
and the leap; a FIFO or a device is never waited for; and no file is read beyond its limit.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from types import TracebackType
from typing import Self

from sscctl.errors import CannotBeDoneHere, InputOutput
from sscctl.reading.paths import Refusal, shown
from sscctl.text import Text

_FOLDER = os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_WAITING_FOR_NOBODY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_FILE = os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0) | _WAITING_FOR_NOBODY
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR})
_LINK = frozenset({errno.ELOOP, errno.EMLINK})
_TRIES = 4


class Folder:
    """An open folder; `read` and `look` take paths below it. Use it as a context, or close it."""

    __slots__ = ("_descriptor", "_last", "path")

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._descriptor = os.open(path, _FOLDER)
        except OSError as error:
            raise may_not_be_read(str(path), error) from error
        self._last: tuple[str, int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the descriptors back; closing twice does nothing."""
        if self._last is not None:
            os.close(self._last[1])
            self._last = None
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def enter(self, folder: str) -> int | Refusal | None:
        """Return a descriptor of a folder below, which stays ours; a refusal for a link; None if there is none."""
        if not folder:
            return self._descriptor
        if self._last is not None:
            if self._last[0] == folder:
                return self._last[1]
            os.close(self._last[1])
            self._last = None
        current = self._descriptor
        for part in folder.split("/"):
            following = _open_folder(part, current, folder)
            if current != self._descriptor:
                os.close(current)
            if not isinstance(following, int):
                return following
            current = following
        self._last = folder, current
        return current

    def read(self, path: str, most: int) -> bytes | Refusal | None:
        """Return the bytes of an ordinary file of at most `most` bytes; why it is refused; None if it is not there."""
        folder, _, name = path.rpartition("/")
        descriptor = self.enter(folder)
        if not isinstance(descriptor, int):
            return descriptor
        return read_file(name, descriptor, most, path)

    def mode(self, path: str) -> int | None:
        """Return what lies there, as `stat` says it of the path itself; None if nothing does, or only behind a link."""
        folder, _, name = path.rpartition("/")
        descriptor = self.enter(folder)
        if not isinstance(descriptor, int):
            return None
        try:
            return os.stat(name, dir_fd=descriptor, follow_symlinks=False).st_mode
        except OSError as error:
            if error.errno in _GONE:
                return None
            raise may_not_be_read(path, error) from error


def _open_folder(name: str, parent: int, path: str) -> int | Refusal | None:
    try:
        return os.open(name, _FOLDER, dir_fd=parent)
    except OSError as error:
        if error.errno in _GONE | _LINK:
            return Refusal.SYMLINK if _is_link(name, parent) else None
        raise may_not_be_read(path, error) from error


def _is_link(name: str, parent: int) -> bool:
    try:
        return stat.S_ISLNK(os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode)
    except OSError:
        return False


def read_file(name: str, parent: int, most: int, path: str) -> bytes | Refusal | None:
    """Do what `Folder.read` promises for a file directly in the open folder `parent`; `path` is for messages."""
    try:
        kind = refusal_of(os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode)
        if kind is not None:
            return kind
        descriptor = os.open(name, _FILE, dir_fd=parent)
    except OSError as error:
        if error.errno in _GONE:
            return None
        if error.errno in _LINK:
            return Refusal.SYMLINK
        raise may_not_be_read(path, error) from error
    try:
        return _read_still(descriptor, most, path)
    except OSError as error:
        raise may_not_be_read(path, error) from error
    finally:
        os.close(descriptor)


def refusal_of(mode: int) -> Refusal | None:
    """Say why a file of this mode is no ordinary file; None for one that is."""
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISLNK(mode):
        return Refusal.SYMLINK
    return Refusal.FOLDER if stat.S_ISDIR(mode) else Refusal.SPECIAL


def _read_still(descriptor: int, most: int, path: str) -> bytes | Refusal:
    for _ in range(_TRIES):
        before = os.fstat(descriptor)
        if (refusal := refusal_of(before.st_mode)) is not None:
            return refusal
        if before.st_size > most:
            return Refusal.LARGE
        data = os.pread(descriptor, before.st_size + 1, 0)
        after = os.fstat(descriptor)
        if len(data) == before.st_size == after.st_size and before.st_mtime_ns == after.st_mtime_ns:
            return data
    raise changed_while_read(path)


def may_not_be_read(path: str, error: OSError) -> InputOutput:
    """Say which path the system does not let us read, and why in the system's own words."""
    reason = error.strerror or type(error).__name__
    return InputOutput(
        Text(sv="{path} kan inte läsas: {reason}", en="{path} cannot be read: {reason}").format(
            path=shown(path), reason=reason
        ),
        Text(sv="se efter filens och mappens rättigheter", en="look at the permissions of the file and its folder"),
    )


def changed_while_read(path: str) -> CannotBeDoneHere:
    """Say that a file did not hold still."""
    return CannotBeDoneHere(
        Text(sv="{path} ändrades medan den lästes", en="{path} changed while it was being read").format(
            path=shown(path)
        ),
        Text(sv="kör kommandot igen när ingen annan skriver", en="run the command again when nobody else is writing"),
    )
