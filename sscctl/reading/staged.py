"""What is about to be committed: git's index as a snapshot like any commit's, and nothing of the clone is written.

The index is made into a tree and a commit whose objects lie in a folder of our own, for as long as they are looked at.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.commit import CommitSnapshot
from sscctl.reading.gitplace import GitPlace, no_history
from sscctl.reading.gitprocess import Git
from sscctl.reading.repository import Repository
from sscctl.reading.revisions import parse_commit
from sscctl.reading.trees import Layout
from sscctl.text import Text

_COMMIT = b"tree %s\nauthor sscctl <> 0 +0000\ncommitter sscctl <> 0 +0000\n\nThe index\n"


@contextmanager
def staged(repository: Repository, index: str | None = None) -> Iterator[CommitSnapshot]:
    """The registry as the index has it; `index` is the one git names to a hook, if it is one of this repository's.

    Raises `CannotBeDoneHere` without git, and where the index holds a merge that is not resolved.
    """
    place = repository.place
    if place is None or place.is_sha256:
        repository.history()  # says why not
        raise no_history(repository.root)
    below = repository.root.relative_to(place.top).as_posix()
    with tempfile.TemporaryDirectory(prefix="sscctl-index-") as folder:
        git = _aside(place, Path(folder), index)
        tree = git.run("write-tree", "--missing-ok").strip()
        made = git.run("hash-object", "-t", "commit", "-w", "--stdin", given=_COMMIT % tree).decode().strip()
        yield CommitSnapshot(git, Layout.of("" if below == "." else f"{below}/"), parse_commit(made, _COMMIT % tree))


def _aside(place: GitPlace, folder: Path, index: str | None) -> Git:
    """A git that reads a copy of the index, and writes its objects into the folder."""
    objects = folder / "objects"
    objects.mkdir()
    source = place.index
    if index is not None and (place.top / index).resolve().parent in {place.own, place.common}:
        source = (place.top / index).resolve()  # `git commit FILE` commits an index of its own
    if source.is_file():
        shutil.copyfile(source, folder / "index")
    git = Git(place)
    git.environment.update(
        GIT_INDEX_FILE=str(folder / "index"),
        GIT_OBJECT_DIRECTORY=str(objects),
        GIT_ALTERNATE_OBJECT_DIRECTORIES=str(place.common / "objects"),
    )
    unmerged = git.run("ls-files", "--unmerged", "-z")
    if unmerged:
        raise _unmerged()
    return git


def _unmerged() -> CannotBeDoneHere:
    return CannotBeDoneHere(
        Text("indexet har konflikter som inte är lösta", "the index has conflicts that are not resolved"),
        Text("lös dem och kör git add", "resolve them and run git add"),
    )
