"""Finds the git repository around a folder by looking at the disk: git is not asked, so nothing of it can be run."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.paths import shown
from sscctl.text import Text

_MOST = 64 * 1024
_SHA256 = re.compile(rb"(?im)^[ \t]*objectformat[ \t]*=[ \t]*\"?sha256")


@dataclass(frozen=True, slots=True)
class GitPlace:
    """Where a repository's parts lie: the work tree's top, its own git folder, and the one that work trees share."""

    top: Path
    own: Path
    common: Path

    @property
    def index(self) -> Path:
        """The index of this work tree."""
        return self.own / "index"

    @property
    def is_sparse(self) -> bool:
        """Whether some files may be left out of the work tree on purpose."""
        return (self.own / "info" / "sparse-checkout").exists()

    @property
    def is_cut(self) -> bool:
        """Whether the clone is shallow: its history ends before its beginning."""
        return (self.common / "shallow").exists()

    @property
    def is_sha256(self) -> bool:
        """Whether objects are named by SHA-256, which blob ids here are not."""
        return _SHA256.search(small_file(self.common / "config")) is not None

    def indexed(self) -> int:
        """Return how many files the index holds, read from its first twelve bytes; 0 without an index."""
        head = small_file(self.index, most=12)
        return int.from_bytes(head[8:12], "big") if head[:4] == b"DIRC" else 0


def find_git(folder: Path) -> GitPlace | None:
    """Return the repository whose work tree holds `folder` (an absolute path without links); None if there is none."""
    for top in (folder, *folder.parents):
        own = _git_folder(top)
        if own is not None:
            return own
    return None


def is_bare(folder: Path) -> bool:
    """Say whether `folder` is a repository without a work tree, or lies in one."""
    return any(_is_git_folder(each, each) for each in (folder, *folder.parents))


def _git_folder(top: Path) -> GitPlace | None:
    own = top / ".git"
    try:
        mode = own.stat().st_mode
    except OSError:
        return None
    if stat.S_ISREG(mode):  # a linked work tree or a submodule: the file says where
        said = small_file(own).removeprefix(b"gitdir:").strip()
        own = top / Path(said.decode("utf-8", "surrogateescape"))
    elif not stat.S_ISDIR(mode):
        return None
    shared = small_file(own / "commondir").strip()
    common = own / Path(shared.decode("utf-8", "surrogateescape")) if shared else own
    if not _is_git_folder(own, common):
        return None
    return GitPlace(top, own.resolve(), common.resolve())


def _is_git_folder(own: Path, common: Path) -> bool:
    try:
        return (own / "HEAD").is_file() and (common / "objects").is_dir() and (common / "refs").is_dir()
    except (OSError, ValueError):
        return False


def small_file(path: Path, most: int = _MOST) -> bytes:
    """Return the beginning of an ordinary file; nothing if there is none. Never waits for a FIFO."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError):
        return b""


def no_history(top: Path) -> CannotBeDoneHere:
    """Say that there is no git repository to look back in."""
    return CannotBeDoneHere(
        Text(
            sv="{top} ligger inte i ett gitförråd, så det finns ingen historik",
            en="{top} does not lie in a git repository, so there is no history",
        ).format(top=shown(str(top))),
        Text(sv="klona registret med git", en="clone the registry with git"),
    )
