"""One file replaced in one step, as git replaces its own: what is new lies in a lock beside it until it is whole."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from sscctl.errors import InputOutput, Refused
from sscctl.text import Text
from sscctl.writing import disk

_LOCK = ".lock"


def replace(path: Path, data: bytes | None, *, before: bytes | None, mode: int | None = None) -> None:
    """Let the file at an absolute path hold `data`, or be gone where that is `None`.

    It gets `mode`, or keeps its own. A symbolic link leads to the file that is replaced. Raises `Refused` where it does
    not hold what it held `before` (`None`: is not there), and `InputOutput` while somebody else has its lock.
    """
    real = Path(os.path.realpath(path))
    disk.make_path(real.parent)
    with disk.folder(real.parent) as parent:
        lock = f"{real.name}{_LOCK}"
        try:
            disk.write_new(lock, data or b"", parent)
        except FileExistsError:
            raise _locked(real) from None
        try:
            if disk.read(real.name, parent) != before:
                raise _changed(real)
            if data is None:
                disk.remove_file(real.name, parent)
            else:
                there = disk.mode(real.name, parent)
                os.chmod(lock, mode or (stat.S_IMODE(there) if there else disk.FILE_MODE), dir_fd=parent)
                os.rename(lock, real.name, src_dir_fd=parent, dst_dir_fd=parent)
        finally:
            disk.remove_file(lock, parent)
        os.fsync(parent)


def _locked(path: Path) -> InputOutput:
    return InputOutput(
        Text(f"någon annan skriver {path} just nu", f"somebody else is writing {path} right now"),
        Text(
            f"vänta; om ingen gör det, ta bort {path}{_LOCK}",
            f"wait; if nobody is, remove {path}{_LOCK}",
        ),
    )


def _changed(path: Path) -> Refused:
    return Refused(
        Text(f"{path} har ändrats under tiden", f"{path} has changed in the meantime"), Text("kör igen", "run again")
    )
