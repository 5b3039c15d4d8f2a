"""What git's trees say of a registry: listings, single paths, and what differs between two trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.gitprocess import Git
from sscctl.reading.paths import SCHEMAS, Refusal, Verdict, judge, judge_schema, judge_symlink, limit
from sscctl.reading.standing import BlobId, Standing

EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""Git's name of a folder with nothing in it; git knows it without having it."""

_SYMLINK, _SUBMODULE, _NOTHING = b"120000", b"160000", b"000000"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the registry lies below git's top level: `registry/` and `schemas/`, each with its slash.

    A registry that fills the top level has the prefix `` and no schemas: beside it is outside the repository.
    """

    prefix: str
    schemas: str | None

    @classmethod
    def of(cls, prefix: str) -> Layout:
        """Work out the schemas' place from the registry's."""
        above = prefix[:-1].rpartition("/")[0]
        beside = f"{above}/{SCHEMAS}/" if above else f"{SCHEMAS}/"
        return cls(prefix, beside if prefix else None)

    @property
    def pathspecs(self) -> list[str]:
        """The two folders as arguments for git, to stand after `--`; none where the registry fills the top level."""
        return [folder[:-1] for folder in (self.prefix, self.schemas) if folder]

    def path(self, git_path: str) -> str | None:
        """Return the snapshot's path of one of git's; None for what lies elsewhere."""
        if self.schemas is not None and git_path.startswith(self.schemas):
            return f"{SCHEMAS}/{git_path.removeprefix(self.schemas)}"
        return git_path.removeprefix(self.prefix) if git_path.startswith(self.prefix) else None

    def git_paths(self, path: str) -> list[str]:
        """Return git's path of a snapshot's; two for the name of the schemas, which may be refused in two places."""
        if self.schemas is not None and path.startswith(f"{SCHEMAS}/"):
            return [self.schemas + path.removeprefix(f"{SCHEMAS}/")]
        beside = [self.schemas[:-1]] if self.schemas is not None and path == SCHEMAS else []
        return [self.prefix + path, *beside]

    def verdict(self, git_path: str) -> Verdict | None:
        """Say what a file at git's path is to the registry; None for what is nothing to it."""
        if self.schemas is not None and git_path.startswith(self.schemas):
            return judge_schema(git_path.removeprefix(self.schemas))
        return judge(git_path.removeprefix(self.prefix)) if git_path.startswith(self.prefix) else None

    def revisions(self, commit: str) -> list[str]:
        """Return names for the commit, for the registry's tree in it and for the schemas' tree."""
        names = [f"{commit}^{{commit}}", f"{commit}:{self.prefix.rstrip('/')}"]
        return [*names, f"{commit}:{self.schemas[:-1]}"] if self.schemas else names


class Entry(NamedTuple):
    """One line of a tree: what the path is worth to the registry."""

    path: str
    value: BlobId


def tree_ids(git: Git, layout: Layout, commit: str) -> tuple[str, str | None, str | None] | None:
    """Return the ids of the commit, the registry's tree and the schemas' tree; None if there is no such commit."""
    found = git.identify(layout.revisions(commit))
    if found[0] is None:
        return None
    trees = [each[0] if each is not None and each[1] == "tree" else None for each in found[1:]]
    return found[0][0], trees[0], trees[1] if len(trees) > 1 else None


def list_tree(git: Git, layout: Layout, commit: str, paths: Iterable[str] = ()) -> Iterator[Entry]:
    """Yield what a commit holds of the registry, or of `paths` alone; refused paths with their refusal."""
    wanted = [git_path for path in paths for git_path in layout.git_paths(path)] or layout.pathspecs
    output = git.run("ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", *wanted)
    for line in output.split(b"\0"):
        if line:
            about, _, raw = line.partition(b"\t")
            mode, _, identity, size = about.split()
            entry = entry_of(layout, raw.decode("utf-8", "surrogateescape"), mode, identity.decode())
            if entry is None:
                continue
            is_missing = not size.isdigit()  # from a partial clone: to read it is the error, not to list it
            if not entry.value.startswith("!") and not is_missing and int(size) > limit(entry.path):
                entry = Entry(entry.path, Refusal.LARGE)
            yield entry


def entry_of(layout: Layout, git_path: str, mode: bytes, identity: BlobId) -> Entry | None:
    """Say what one line of a tree is worth to the registry; None for what is nothing to it."""
    if mode == _SUBMODULE:
        path = layout.path(git_path)
        return None if path is None or path.startswith(f"{SCHEMAS}/") else Entry(path, Refusal.NESTED)
    if mode == _SYMLINK and f"{git_path}/" == layout.schemas:
        return Entry(SCHEMAS, Refusal.SYMLINK)
    found = layout.verdict(git_path)
    if mode == _SYMLINK and (found is None or found.path == layout.path(git_path)):
        path = layout.path(git_path)
        if path is None or (found is None and path.startswith(f"{SCHEMAS}/")):
            return None
        found = judge_symlink(path) if found is None else Verdict(path, Refusal.SYMLINK)
    if found is None:
        return None
    return Entry(found.path, found.refusal or identity)


def touched(git: Git, before: Standing, after: Standing) -> dict[str, BlobId | None] | None:
    """Return every path that may differ between two standings on trees, with what it was before.

    `?` stands for content that is not known, but surely differs: the path departs from a tree that both share. None
    instead of an answer means that git cannot tell: one of the two stands on no tree, or on one this clone has not got.
    """
    if before.tree is None or after.tree is None:
        return None
    in_registry, in_schemas = Layout("", None), Layout("\0", "")  # no path begins with NUL: there all are schemas
    found: dict[str, BlobId | None] = {}
    try:
        for place, old, new in ((in_registry, before.tree, after.tree), (in_schemas, before.schemas, after.schemas)):
            if old != new:
                found.update(_differing(git, place, old or EMPTY_TREE, new or EMPTY_TREE))
    except CannotBeDoneHere:
        return None
    if before.schemas != after.schemas:  # without such a tree, the name may be a link's
        found[SCHEMAS] = None if before.schemas is not None else "?"
    found.update(before.loose)
    for path in after.loose:
        found.setdefault(path, "?")
    return found


def _differing(git: Git, layout: Layout, old: str, new: str) -> Iterator[tuple[str, BlobId | None]]:
    output = git.run("diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--end-of-options", old, new)
    parts = iter(output.split(b"\0"))
    for about in parts:
        if not about:
            continue
        before, after, identity, _, _ = about.lstrip(b":").split(b" ")
        git_path = next(parts).decode("utf-8", "surrogateescape")
        was = entry_of(layout, git_path, before, identity.decode()) if before != _NOTHING else None
        now = entry_of(layout, git_path, after, identity.decode()) if after != _NOTHING else None
        if was is not None:
            yield was.path, was.value
        if now is not None and (was is None or now.path != was.path):
            yield now.path, None
