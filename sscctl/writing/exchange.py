"""Two folders change places in one step."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Callable

_RENAME_EXCHANGE = 2  # linux/fs.h
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV}


def swap(first: str, second: str, parent: int) -> bool:
    """Let the two names in the open folder change places, atomically; both must be there.

    False where this system cannot, and then nothing has happened: renameat2 with RENAME_EXCHANGE came with Linux 3.15,
    and some file systems (those over a network among them) have not got it.
    """
    call = _renameat2()
    if call is None:
        return False
    if call(parent, os.fsencode(first), parent, os.fsencode(second), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), first)


def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # another system, or a C library older than the call
        return None
    call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    call.restype = ctypes.c_int
    given: Callable[[int, bytes, int, bytes, int], int] = call
    return given
