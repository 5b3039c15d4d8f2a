"""The objects of a commit: made in a folder of their own, and lent to the repository when all of them are there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_IMODE
from typing import Self

from sscctl.errors import CannotBeDoneHere
from sscctl.text import Text
from sscctl.writing import disk, git_states
from sscctl.writing.file_change import FileChange
from sscctl.writing.home import Home
from sscctl.writing.indexing import lines
from sscctl.writing.journal import Entry
from sscctl.writing.plumbing import Plumbing, failed, is_id
from sscctl.writing.settings import Settings
from sscctl.writing.steps import reached
from sscctl.writing.troubles import failing

_ATTRIBUTES = ("filter", "text", "eol", "crlf", "ident", "working-tree-encoding")
_PLAIN = {"unspecified", "unset"}


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree's id, and what the index shall say of the paths that are other in it."""

    id: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Objects:
    """Makes the objects of one commit of files below `prefix`, in the home's folder."""

    home: Home
    git: Plumbing
    prefix: str
    settings: Settings

    @classmethod
    def of(cls, home: Home, git: Plumbing, settings: Settings, below: str) -> Self:
        """Begin: the folder is made."""
        aside = home.folder / "objects"
        with failing(aside):
            disk.make_path(aside)
        own = replace(git, aside=aside, index=home.folder / "tree")
        return cls(home, own, f"{below}/" if below else "", settings)

    def make(self, changes: Sequence[FileChange], parent: str | None) -> Tree:
        """Make blobs and tree, with all other paths as in the commit `parent`.

        CannotBeDoneHere where a touched file departs from `parent` or from the index.
        """
        git = self.git
        paths = [f"{self.prefix}{change.path}" for change in changes]
        attributes = self._attributes(paths)
        if parent is not None:
            git.run("read-tree", f"{parent}^{{tree}}")
        before = self._listed(git)
        self._demand_clean(changes, before, attributes)
        blobs = self._blobs(changes, attributes)
        entries = tuple(
            Entry(path, before[path][0] if path in before else "100644", blob)
            for path, blob in zip(paths, blobs, strict=True)
        )
        git.run("update-index", "-z", "--add", "--remove", "--index-info", given=lines(entries))
        return Tree(git.identity("write-tree"), entries)

    def commit(self, tree: Tree, parent: str | None, message: bytes) -> str:
        """Make the commit; the repository has all objects then. CannotBeDoneHere where git knows no committer."""
        made = self._commit(tree.id, parent, message)
        reached("objects made")
        self._lend()
        return made

    def _demand_clean(
        self, changes: Sequence[FileChange], before: Mapping[str, tuple[str, str]], attributes: Mapping[str, str]
    ) -> None:
        staged = self._listed(replace(self.git, index=None, aside=None))
        for change in changes:
            path = f"{self.prefix}{change.path}"
            _, blob = before.get(path, ("", None))
            is_same = staged.get(path, ("", None))[1] == blob
            if change.before is None:
                is_same = is_same and blob is None
            elif is_same and blob is not None and self._raw(change.before) != blob:
                is_same = path in attributes and self._converted(change.before, path, keep=False) == blob
            if not is_same or (change.before is not None and blob is None):
                raise git_states.uncommitted(change.path)

    def _attributes(self, paths: Sequence[str]) -> dict[str, str]:
        """The paths whose content git converts; CannotBeDoneHere where a program does that."""
        given = "".join(f"{path}\0" for path in paths).encode("utf-8", "surrogateescape")
        said = self.git.run("check-attr", "-z", "--stdin", *_ATTRIBUTES, given=given).output
        words = said.decode("utf-8", "surrogateescape").split("\0")[:-1]
        found = dict.fromkeys(paths, "config") if self.settings.converts_line_ends else {}
        for path, name, value in zip(words[::3], words[1::3], words[2::3], strict=True):
            if name == "filter" and value not in _PLAIN and self.settings.has_filter(value):
                raise git_states.filtered(path, value)
            if value not in _PLAIN:
                found[path] = name
        return found

    def _blobs(self, changes: Sequence[FileChange], attributes: Mapping[str, str]) -> list[str | None]:
        """Write the contents; many that are kept as they are take one process."""
        plain = [change for change in changes if f"{self.prefix}{change.path}" not in attributes]
        names: list[str] = []
        for number, change in enumerate(plain):
            if change.after is not None:
                names.append(f"content-{number}")
                with failing(self.home.folder / names[-1]), disk.folder(self.home.folder) as place:
                    disk.write_new(names[-1], change.after, place)
        given = "".join(f"{self.home.folder / name}\n" for name in names).encode("utf-8", "surrogateescape")
        answer = self.git.run("hash-object", "-w", "--no-filters", "--stdin-paths", given=given)
        found = answer.output.decode("ascii", "replace").split()
        if len(found) != len(names) or not all(map(is_id, found)):
            raise failed("hash-object", self.git.place, answer)
        ids = iter(found)
        return [
            None
            if change.after is None
            else self._converted(change.after, f"{self.prefix}{change.path}", keep=True)
            if f"{self.prefix}{change.path}" in attributes
            else next(ids)
            for change in changes
        ]

    def _converted(self, data: bytes, path: str, *, keep: bool) -> str:
        options = ("-w",) if keep else ()
        return self.git.identity("hash-object", *options, f"--path={path}", "--stdin", given=data)

    def _raw(self, data: bytes) -> str:
        name = "sha256" if self.home.place is not None and self.home.place.is_sha256 else "sha1"
        return hashlib.new(name, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()

    def _commit(self, tree: str, parent: str | None, message: bytes) -> str:
        parents = ("-p", parent) if parent is not None else ()
        git = self.settings.signer(self.git)
        answer = git.ask(
            "commit-tree", tree, *parents, *self.settings.signing, given=message, more=self.settings.environment
        )
        if answer.code == 0 and is_id(answer.line):
            return answer.line
        said = answer.complaint.decode("utf-8", "replace")
        if any(words in said for words in ("auto-detection is disabled", "empty ident name", "tell me who you are")):
            raise git_states.nobody(answer.reason)
        if not self.settings.signing:
            raise failed("commit-tree", git.place, answer)
        raise CannotBeDoneHere(
            Text(f"git kunde inte checka in: {answer.reason}", f"git could not commit: {answer.reason}"),
            self.settings.advice,
        )

    def _lend(self) -> None:
        """Move the objects to the repository's, and wait until the disk knows where they are."""
        source, target = self.home.folder / "objects", self.git.place.common / "objects"
        with failing(target):
            mode = S_IMODE(target.stat().st_mode)
            for folder in sorted(source.glob("[0-9a-f][0-9a-f]")):
                there = target / folder.name
                with suppress(FileExistsError):
                    there.mkdir()
                    there.chmod(mode)
                for file in sorted(folder.iterdir()):
                    if not file.name.startswith("tmp_"):
                        file.rename(there / file.name)
                _flush(there)
            _flush(target)
        reached("objects lent")

    @staticmethod
    def _listed(git: Plumbing) -> dict[str, tuple[str, str]]:
        """Mode and blob of each path in an index."""
        answer = git.run("ls-files", "--stage", "-z")
        if answer.output and not answer.output.endswith(b"\0"):
            raise failed("ls-files", git.place, answer)
        lines = answer.output.decode("utf-8", "surrogateescape").split("\0")
        split = [(line.split(" ", 2), line.partition("\t")[2]) for line in lines if line]
        return {path: (about[0], about[1]) for about, path in split}


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
