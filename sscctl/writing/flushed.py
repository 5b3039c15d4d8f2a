"""A new file that is on the disk, and not only on its way there, once it has been written."""

from __future__ import annotations

import os
import stat

from sscctl.writing import disk

_OPEN = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC


def write_flushed(name: str, data: bytes, mode: int | None, place: int) -> None:
    """Write a file that does not exist yet into an open folder; it gets `mode`, or what the umask leaves."""
    disk.write_new(name, data, place)
    descriptor = os.open(name, _OPEN, dir_fd=place)
    try:
        if mode is not None:
            os.fchmod(descriptor, stat.S_IMODE(mode))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
