"""The registry's past: revisions by name, by date and along the first parents, and the life of a file.

Whatever git or GitPython reads here, it reads through a neutral git folder: see `neutral`. GitPython walks the history;
its import costs 150 ms, so it waits until a walk is asked for.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sscctl.errors import CannotBeDoneHere, NotFound
from sscctl.reading.catfile import CatFile
from sscctl.reading.commit import CommitSnapshot
from sscctl.reading.counters import counters
from sscctl.reading.gitplace import GitPlace
from sscctl.reading.gitprocess import Git
from sscctl.reading.gitstatus import ask_status
from sscctl.reading.paths import REFERENCE_LIMIT, shown
from sscctl.reading.revisions import Life, lives, lives_by_name, parse_commit, removed, steps
from sscctl.reading.standing import BlobId, Revision
from sscctl.reading.tracked import TrackedFiles
from sscctl.reading.trees import Layout
from sscctl.text import Text

if TYPE_CHECKING:
    from git import Commit, Repo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_LARGEST_COMMIT = 16 * 1024 * 1024
_HEX = re.compile(r"[0-9a-f]{40}")


class History:
    """What git remembers of the registry at `prefix` below the top level of `place`."""

    def __init__(self, place: GitPlace, prefix: str) -> None:
        if place.is_sha256:
            raise _sha256()
        self._place = place
        self._layout = Layout.of(prefix)
        self._git = Git(place)
        self._objects = CatFile(self._git)

    @property
    def is_cut(self) -> bool:
        """Whether the clone is shallow, so that what happened before its first commit cannot be told."""
        return self._place.is_cut

    def resolve(self, text: str) -> Revision:
        """Return the commit that a person means by a name, an id or an expression such as `HEAD~2`."""
        if not text or any(ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 for letter in text):
            raise self._unknown(text)
        name = text if text.startswith(":/") else f"{text}^{{commit}}"  # what is looked for by words is a commit
        found = self._git.run("rev-parse", "--verify", "--quiet", "--end-of-options", name, lawful=(0, 1, 128))
        identity = found.decode("ascii", "replace").strip()
        if not _HEX.fullmatch(identity):
            raise self._unknown(text)
        return self.revision(identity)

    def revision(self, identity: str) -> Revision:
        """Return a commit by its full id."""
        return parse_commit(identity, self._objects.read(identity, _LARGEST_COMMIT))

    def head(self) -> Revision | None:
        """Return the commit that is checked out; None before the first one."""
        found = self._git.identify(["HEAD^{commit}"])[0]
        return None if found is None else self.revision(found[0])

    def snapshot(self, revision: Revision) -> CommitSnapshot:
        """Return the registry's files as they were in a commit."""
        return CommitSnapshot(self._git, self._layout, revision)

    def tracked(self, root: Path, schemas: Path | None) -> TrackedFiles | None:
        """Return the work tree as git sees it; None where no commit holds a registry yet."""
        status = ask_status(self._git, self._layout)
        return None if status is None else TrackedFiles(self._git, self._layout, status, root, schemas)

    def at(self, moment: date | datetime) -> Revision:
        """Return the last commit of the main line (first parents of HEAD) up to a moment, by the committer's date.

        A date means the end of that day in Sweden; an instant that does not know its time zone is Swedish time.
        """
        if not isinstance(moment, datetime):
            end = datetime(moment.year, moment.month, moment.day, tzinfo=STOCKHOLM) + timedelta(days=1)
            moment = end - timedelta(seconds=1)
        elif moment.tzinfo is None:
            moment = moment.replace(tzinfo=STOCKHOLM)
        for commit in self._walk(until=int(moment.timestamp())):
            return self.revision(commit.hexsha)
        raise self._too_early(moment)

    def revisions(self) -> Iterator[Revision]:
        """Yield the main line, newest first."""
        return (self.revision(commit.hexsha) for commit in self._walk())

    def log(self, *paths: str) -> Iterator[Life]:
        """Yield what the main line did to these files, newest first: the blob ids before and after each commit."""
        return lives(self._git, self._layout, paths, self.revision)

    def log_of(self, folder: str, name: str, start: Revision) -> Iterator[Life]:
        """Yield what the main line up to `start` did to the files called `name`, at any depth of `folder`."""
        return lives_by_name(self._git, self._layout, (folder, name), self.revision, start.id)

    def removed_from(self, folder: str, start: Revision) -> Iterator[str]:
        """Yield the path of every file that the main line up to `start` took away from a folder, in one walk."""
        return removed(self._git, self._layout, folder, start.id)

    def read(self, blob: BlobId) -> bytes:
        """Return the content of a blob that `log` or `log_of` named."""
        counters.files_read += 1
        return next(self._objects.read_many((blob,), REFERENCE_LIMIT))

    def steps(self, until: Revision) -> Iterator[tuple[Revision | None, Revision]]:
        """Yield the commits of the main line that changed the registry, newest first, each after the one before it."""
        for now, before in steps(self._git, self._layout, until.id):
            yield (self.revision(before) if before else None), self.revision(now)

    def output_schemas(self, revision: Revision, contract: str) -> Mapping[str, bytes]:
        """Return the schemas of what was published under a contract (`v1`) at a revision, by file name; none is empty.

        They lie beside the documents' schemas and are no part of a snapshot: nothing in the registry is judged by them.
        """
        if self._layout.schemas is None:
            return {}
        tree = self._git.identify([f"{revision.id}:{self._layout.schemas}output/{contract}"])[0]
        if tree is None or tree[1] != "tree":
            return {}
        lines = self._git.run("ls-tree", "-z", tree[0]).decode("utf-8", "surrogateescape").split("\0")
        files = [(line.partition("\t")[2], line.split()[2]) for line in lines if line.startswith("100")]
        contents = self._objects.read_many((blob for _, blob in files), REFERENCE_LIMIT)
        return {name: data for (name, _), data in zip(files, contents, strict=True) if name.endswith(".schema.json")}

    def _walk(self, *, until: int | None = None) -> Iterator[Commit]:
        head = self._git.identify(["HEAD^{commit}"])[0]
        if head is None:
            return iter(())
        with _clean_environment(**self._git.environment):
            if until is not None:
                return iter(list(self._repo.iter_commits(head[0], first_parent=True, max_count=1, min_age=until)))
            return iter(list(self._repo.iter_commits(head[0], first_parent=True)))

    @cached_property
    def _repo(self) -> Repo:
        with _clean_environment(GIT_PYTHON_REFRESH="quiet", GIT_PYTHON_GIT_EXECUTABLE=self._git.program):
            from git import Repo  # noqa: PLC0415  150 ms, for walks of the history alone

            return Repo(self._git.folder.path, expand_vars=False)

    def _unknown(self, text: str) -> NotFound:
        advice = Text(sv="git log --oneline visar vad som finns", en="git log --oneline shows what there is")
        if self.is_cut:
            advice = Text(
                sv="klonen är grund och har inte hela historiken: git fetch --unshallow",
                en="the clone is shallow and lacks a part of the history: git fetch --unshallow",
            )
        return NotFound(
            Text(sv="revisionen {text} finns inte", en="there is no revision {text}").format(text=shown(text)), advice
        )

    def _too_early(self, moment: datetime) -> NotFound | CannotBeDoneHere:
        said = moment.astimezone(STOCKHOLM).isoformat(" ", "seconds")
        if self.is_cut:
            return CannotBeDoneHere(
                Text(
                    sv="klonen är grund: dess historik når inte tillbaka till {said}",
                    en="the clone is shallow: its history does not reach back to {said}",
                ).format(said=said),
                Text(sv="hämta resten: git fetch --unshallow", en="fetch the rest: git fetch --unshallow"),
            )
        return NotFound(
            Text(sv="registret fanns inte än {said}", en="the registry did not exist yet at {said}").format(said=said)
        )


@contextmanager
def _clean_environment(**more: str) -> Iterator[None]:
    """Let GitPython, which hands the whole environment to git, see nothing that a hook or a user set for git."""
    before = dict(os.environ)
    for name in before:
        if name.startswith("GIT_"):
            del os.environ[name]
    os.environ.update(more)
    try:
        yield
    finally:
        for name in os.environ.keys() - before.keys():
            del os.environ[name]
        os.environ.update(before)


def _sha256() -> CannotBeDoneHere:
    return CannotBeDoneHere(
        Text(
            sv="gitförrådet använder SHA-256, som sscctl inte kan läsa historik ur",
            en="the git repository uses SHA-256, from which sscctl cannot read history",
        ),
        Text(
            sv="använd ett förråd med SHA-1, som är gits förval",
            en="use a repository with SHA-1, which is git's default",
        ),
    )
