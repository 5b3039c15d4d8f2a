"""What the disk objects to, told with the place it concerns."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sscctl.errors import InputOutput
from sscctl.reading.paths import shown
from sscctl.text import Text

_REASONS: Mapping[int | None, Text] = {
    errno.EACCES: Text("du saknar behörighet", "you lack the permission"),
    errno.EDQUOT: Text("din diskkvot är full", "your disk quota is used up"),
    errno.EFBIG: Text("filen får inte bli så stor", "the file may not grow so large"),
    errno.EIO: Text("disken svarar med ett fel", "the disk answers with an error"),
    errno.ELOOP: Text("det är en länk, och sådana följs inte", "it is a link, which is not followed"),
    errno.EMFILE: Text("för många filer är öppna", "too many files are open"),
    errno.ENOSPC: Text("disken är full", "the disk is full"),
    errno.ENOTDIR: Text("det är ingen vanlig mapp", "it is no plain folder"),
    errno.EROFS: Text("disken går bara att läsa", "the disk can only be read"),
}


@contextmanager
def failing(path: Path | str, *, but: type[OSError] | tuple[type[OSError], ...] = ()) -> Iterator[None]:
    """Let what the disk refuses be an `InputOutput` that names the path; `but` are errors that the caller expects."""
    try:
        yield
    except but:
        raise
    except OSError as error:
        raise refused_by_disk(path, error) from error


def refused_by_disk(path: Path | str, error: OSError) -> InputOutput:
    """The place and the reason, in words."""
    words = error.strerror or type(error).__name__
    reason = _REASONS.get(error.errno, Text(words, words))
    place = shown(os.fspath(path))
    return InputOutput(
        Text(f"{place}: {reason.sv}", f"{place}: {reason.en}"),
        Text("rätta det och kör igen", "mend that and run again"),
    )
