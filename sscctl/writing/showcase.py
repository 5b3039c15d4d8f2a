"""A folder that shows one tree of files at a time: the old one until the very step that shows the new one.

The tree stands at a fixed name (`v1`) in the folder. A new one is built beside it (`.v1.next`), flushed to disk,
read back, and then the two change places in one step. A plain folder was chosen over a symbolic link to dated
editions because what is published is copied and served by tools that drop, refuse or double links (object stores,
pages built from git, `cp -r`, servers told not to follow them); such a folder also holds nothing but the edition.
The price: who stays inside the tree while it is replaced (a shell's working directory, a mount of `v1` itself) is left
with the old one; serve the folder above.

Where the system cannot exchange two folders, the old tree steps aside (`.v1.former`) and the new one takes its name:
between these two renames a reader finds nothing at all, though never a part. A process killed there leaves both
trees whole, and the next run puts the old one back before it does anything else.

Each tree has a catalogue (`manifest.json`), which is written before any other file. So whatever a killed run leaves
behind is named in a catalogue that lies beside it, and nothing is ever deleted that a catalogue of ours does not name.
"""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from stat import S_ISDIR

from sscctl.errors import InputOutput, Integrity, Refused, SscctlError
from sscctl.text import Text
from sscctl.writing import disk, exchange
from sscctl.writing.steps import reached

_LOG = logging.getLogger(__name__)

Listing = Callable[[bytes], Sequence[str]]
"""Reads a catalogue: the paths it names, the catalogue itself left out; `Integrity` for bytes that are none."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a showcase is kept: its tree's name, the catalogue in it, and the file that marks the folder as ours."""

    name: str
    catalogue: str
    listing: Listing
    marker: str
    note: bytes


class Showcase:
    """The folder, locked by this process. Use `opened`."""

    def __init__(self, parent: int, manner: Manner) -> None:
        self._parent = parent
        self._manner = manner
        self._next = f".{manner.name}.next"
        self._former = f".{manner.name}.former"

    @classmethod
    @contextmanager
    def opened(cls, folder: Path, manner: Manner) -> Iterator[Showcase]:
        """Make the folder if need be, mark it as ours, lock it, and clear away what a killed run has left.

        InputOutput (exit 6) where another process holds it.
        """
        disk.make_path(folder)
        with disk.folder(folder) as parent, _locked(parent, manner, folder):
            showcase = cls(parent, manner)
            reached("marked")
            showcase._recover()
            yield showcase

    def beside(self, manner: Manner) -> Showcase:
        """Another tree of the same folder, under the same lock and mark."""
        other = Showcase(self._parent, manner)
        other._recover()
        return other

    def read(self, path: str) -> bytes | None:
        """The content of a file of the tree that is shown; `None` where there is none."""
        return disk.read(f"{self._manner.name}/{path}", self._parent)

    def show(self, files: Sequence[tuple[str, bytes]]) -> None:
        """Show these files, the catalogue first among them, in place of what is shown now.

        Refused (exit 5) where files lie in the shown tree that its catalogue does not name.
        """
        name = self._manner.name
        if self._is_there(name):
            self._refuse_strangers(name)
        try:
            self._build(files)
            self._check(files)
        except BaseException:  # the old tree still stands; what was begun beside it goes
            with suppress(OSError, SscctlError):
                self._remove(self._next, [path for path, _ in files])
            raise
        self._put_in_place()
        try:
            self._remove(self._next)
        except Refused as problem:  # somebody wrote into the tree in the last moment: it stays for them to look at
            _LOG.warning("%s", problem)
        os.fsync(self._parent)
        reached("former removed")

    def _build(self, files: Sequence[tuple[str, bytes]]) -> None:
        disk.make_folder(self._next, self._parent)
        reached("neighbour made")
        with disk.folder(self._next, self._parent) as tree:
            folders = sorted({path.rpartition("/")[0] for path, _ in files} - {""})
            for folder in folders:
                disk.make_folder(folder, tree)
            for number, (path, data) in enumerate(files):
                _write(path, data, tree)
                if number == 0:  # the catalogue is on disk before anything that it names
                    disk.flush([path], tree)
                    os.fsync(tree)
                reached("file written")
            disk.flush([path for path, _ in files], tree)
            for folder in folders:
                disk.flush_folder(folder, tree)
            os.fsync(tree)
        reached("files written")

    def _check(self, files: Sequence[tuple[str, bytes]]) -> None:
        """Read everything back: what will be shown is what was meant."""
        with disk.folder(self._next, self._parent) as tree:
            for path, data in files:
                if disk.read(path, tree) != data:
                    raise Integrity(
                        Text(
                            f"{path} blev inte som den skrevs; den gamla utgåvan står kvar",
                            f"{path} does not read back as it was written; the old edition stands",
                        )
                    )
            if set(disk.listing(tree)) != {path for path, _ in files}:
                raise _strangers(self._next, sorted(set(disk.listing(tree)) - {path for path, _ in files}))
        reached("neighbour checked")

    def _put_in_place(self) -> None:
        name, parent = self._manner.name, self._parent
        if not self._is_there(name):
            os.rename(self._next, name, src_dir_fd=parent, dst_dir_fd=parent)
        elif not exchange.swap(self._next, name, parent):
            os.rename(name, self._former, src_dir_fd=parent, dst_dir_fd=parent)
            reached("former set aside")
            os.rename(self._next, name, src_dir_fd=parent, dst_dir_fd=parent)
            reached("shown in two steps")
            os.rename(self._former, self._next, src_dir_fd=parent, dst_dir_fd=parent)
        reached("shown")
        os.fsync(parent)

    def _recover(self) -> None:
        """Undo what a killed run has left: an old tree that stood aside comes back, a neighbour goes."""
        name, parent = self._manner.name, self._parent
        if self._is_there(self._former):
            if self._is_there(name):
                self._remove(self._former)
            else:
                os.rename(self._former, name, src_dir_fd=parent, dst_dir_fd=parent)
        self._remove(self._next)

    def _remove(self, name: str, written: Sequence[str] = ()) -> None:
        """Remove a tree: what its catalogue names, the catalogue, the folders; Refused where more lies there.

        `written` are paths that this process has put there itself, whatever the catalogue says.
        """
        if not self._is_there(name):
            return
        self._refuse_strangers(name, written)
        with disk.folder(name, self._parent) as tree:
            for path in (*self._named(tree), *written):
                disk.remove_file(path, tree)
            reached("former emptied")
            disk.remove_file(self._manner.catalogue, tree)
        disk.remove_empty_folders(name, self._parent)

    def _refuse_strangers(self, name: str, written: Sequence[str] = ()) -> None:
        with disk.folder(name, self._parent) as tree:
            ours = {*self._named(tree), *written, self._manner.catalogue}
            strangers = list(islice((path for path in disk.listing(tree) if path not in ours), 4))
        if strangers:
            raise _strangers(name, strangers)

    def _named(self, tree: int) -> Sequence[str]:
        """What the catalogue in the tree names; nothing where it is missing or was not written to its end."""
        data = disk.read(self._manner.catalogue, tree)
        try:
            return self._manner.listing(data) if data is not None else ()
        except Integrity:
            return ()

    def _is_there(self, name: str) -> bool:
        mode = disk.mode(name, self._parent)
        if mode is not None and not S_ISDIR(mode):
            raise Refused(
                Text(
                    f"{name} i målmappen är ingen vanlig mapp", f"{name} in the folder to publish to is no plain folder"
                ),
                Text("flytta den eller välj en annan mapp", "move it away, or choose another folder"),
            )
        return mode is not None


def _write(path: str, data: bytes, tree: int) -> None:
    folder, _, name = path.rpartition("/")
    if not folder:
        disk.write_new(name, data, tree)
        return
    with disk.folder(folder, tree) as place:
        disk.write_new(name, data, place)


@contextmanager
def _locked(parent: int, manner: Manner, folder: Path) -> Iterator[None]:
    """Hold the marker's lock; it ends with the process, so no dead one can hold it (flock(2))."""
    descriptor = os.open(
        manner.marker, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, disk.FILE_MODE, dir_fd=parent
    )
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InputOutput(
                Text(f"någon annan publicerar just nu till {folder}", f"somebody else is publishing to {folder} now"),
                Text("vänta tills de är klara och kör igen", "wait until they are done, and run again"),
            ) from None
        if os.fstat(descriptor).st_size != len(manner.note):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, manner.note, 0)
            os.fsync(parent)
        yield
    finally:
        os.close(descriptor)


def _strangers(name: str, paths: Sequence[str]) -> Refused:
    some = ", ".join(f"{name}/{path}" for path in paths[:3]) + (" …" if len(paths) > 3 else "")
    return Refused(
        Text(
            f"här ligger filer som inte hör till utgåvan: {some}", f"here lie files that belong to no edition: {some}"
        ),
        Text(
            "flytta dem; det som publiceras är en hel mapp, och bara det som sscctl skrivit tas bort",
            "move them away; what is published is a whole folder, and only what sscctl wrote is ever removed",
        ),
    )
