"""Files that change together: what is new and what is old lie beside each of them until all have changed.

Both contents are on the disk all the while, so that whoever comes next can finish as well as undo. The names end as
no file of a registry does, so that no reader takes them for one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.paths import shown
from sscctl.text import Text
from sscctl.writing import disk
from sscctl.writing.file_change import FileChange
from sscctl.writing.flushed import write_flushed
from sscctl.writing.journal import Planned, digest
from sscctl.writing.steps import reached
from sscctl.writing.troubles import failing

NEW, OLD = ".sscctl-new", ".sscctl-old"
"""How the names end of what lies beside a file; they begin with a full stop."""

_NOT_THERE = (FileNotFoundError, NotADirectoryError)


def missing_folders(paths: Iterable[str], root: int) -> tuple[str, ...]:
    """The folders that have to be made for these paths, outer ones first."""
    wanted = {"/".join(path.split("/")[:depth]) for path in paths for depth in range(1, path.count("/") + 1)}
    return tuple(folder for folder in sorted(wanted) if not is_there(folder, root))


def prepare(changes: Sequence[FileChange], folders: Sequence[str], root: int) -> None:
    """Put the new content beside each file, and the old one too, and wait until the disk has them."""
    for folder in folders:
        with failing(folder), _place(folder, root) as (place, name):
            disk.make_folder(name, place)
    for change in changes:
        with failing(change.path), _place(change.path, root) as (place, name):
            if change.after is not None:
                write_flushed(f".{name}{NEW}", change.after, disk.mode(name, place), place)
            if change.before is not None:
                _keep(name, change.before, place)
        reached("neighbour written")
    with failing("registry.yaml"):
        _flush(sorted({*(change.path.rpartition("/")[0] for change in changes), *map(_above, folders)}), root)
    reached("neighbours written")


def follow(files: Sequence[Planned], root: int, *, keep: bool = False) -> None:
    """Let every file become what it shall be; `CannotBeDoneHere`, before anything, where one was changed since.

    With `keep` one that was changed since stays as it is.
    """
    changed = {file.path for file in files if _is_changed(file, root)}
    if changed and not keep:
        raise changed_since(min(changed))
    for file in files:
        if file.path in changed:
            continue
        if file.after is None:
            with failing(file.path):
                disk.remove_file(file.path, root)
            reached("file removed")
            continue
        with failing(file.path), _place(file.path, root) as (place, name):
            if digest(disk.read(f".{name}{NEW}", place)) == file.after:
                os.rename(f".{name}{NEW}", name, src_dir_fd=place, dst_dir_fd=place)
        reached("file replaced")
    _flush_all(files, root)
    reached("files replaced")


def tidy(files: Sequence[Planned], root: int) -> None:
    """Remove what lies beside the files, and folders that are empty now."""
    _remove_neighbours(files, root)
    for file in files:
        if file.after is None:
            _remove_empty(_above(file.path), root)


def _remove_neighbours(files: Sequence[Planned], root: int) -> None:
    for file in files:
        folder, name = _above(file.path), file.path.rpartition("/")[2]
        for end in (NEW, OLD):
            with failing(file.path):
                disk.remove_file(f"{folder}/.{name}{end}".lstrip("/"), root)
        reached("neighbour removed")


def undo(files: Sequence[Planned], folders: Sequence[str], root: int) -> None:
    """Let every file be what it was, but for those that somebody changed since."""
    for file in files:
        with failing(file.path), suppress(*_NOT_THERE), _place(file.path, root) as (place, name):
            now = digest(disk.read(name, place))
            if file.before is None and now is not None and now == file.after:
                disk.remove_file(name, place)
            elif now == file.after and digest(disk.read(f".{name}{OLD}", place)) == file.before:
                os.rename(f".{name}{OLD}", name, src_dir_fd=place, dst_dir_fd=place)
        reached("file put back")
    _flush_all(files, root)
    _remove_neighbours(files, root)
    for folder in reversed(folders):
        _remove_empty(folder, root)


def changed_since(path: str) -> CannotBeDoneHere:
    """Say that a file is not what it was taken for."""
    return CannotBeDoneHere(
        Text(f"{shown(path)} har ändrats under tiden", f"{shown(path)} was changed in the meantime"),
        Text("inget har skrivits; se efter och kör igen", "nothing was written; have a look, and run again"),
    )


def _keep(name: str, data: bytes, place: int) -> None:
    """Let the old file be there by a second name, or by a copy where the file system knows no second names."""
    try:
        os.link(name, f".{name}{OLD}", src_dir_fd=place, dst_dir_fd=place, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        write_flushed(f".{name}{OLD}", data, disk.mode(name, place), place)


def _is_changed(file: Planned, root: int) -> bool:
    with failing(file.path):
        now = digest(disk.read(file.path, root))
        return now not in {file.before, file.after} or (now != file.after and _new(file, root) != file.after)


def _new(file: Planned, root: int) -> str | None:
    folder, _, name = file.path.rpartition("/")
    return digest(disk.read(f"{folder}/.{name}{NEW}".lstrip("/"), root)) if file.after is not None else None


def _flush_all(files: Sequence[Planned], root: int) -> None:
    with failing("registry.yaml"):
        _flush(sorted({_above(file.path) for file in files}), root)


def _flush(folders: Iterable[str], root: int) -> None:
    for folder in folders:
        with suppress(*_NOT_THERE), _place(f"{folder}/x".lstrip("/"), root) as (place, _):
            os.fsync(place)


def _remove_empty(folder: str, root: int) -> None:
    while folder:
        try:
            with _place(folder, root) as (place, name):
                os.rmdir(name, dir_fd=place)
        except OSError:  # it is not empty, or it is gone
            return
        folder = _above(folder)


def is_there(path: str, root: int) -> bool:
    """Whether anything lies at a path that leads through no links."""
    try:
        with _place(path, root) as (place, name):
            return disk.mode(name, place) is not None
    except _NOT_THERE:
        return False


def _above(path: str) -> str:
    return path.rpartition("/")[0]


@contextmanager
def _place(path: str, root: int) -> Iterator[tuple[int, str]]:
    """The open folder that a path leads to, through no links, and the name there."""
    *folders, name = path.split("/")
    with ExitStack() as stack:
        place = root
        for folder in folders:
            place = stack.enter_context(disk.folder(folder, place))
        yield place, name
