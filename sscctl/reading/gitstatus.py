"""Asks git which files of a large work tree depart from the last commit, so that only those need to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sscctl.reading.gitplace import GitPlace
from sscctl.reading.gitprocess import Git
from sscctl.reading.standing import BlobId
from sscctl.reading.trees import Layout, tree_ids

_STATUS = ("status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--ignored=traditional")
_QUICKLY = ("--no-renames", "--ignore-submodules=dirty")
_FIELDS = {"1": (3, 6, 8), "u": (4, 8, 10)}
"""Where a line of git-status(1), porcelain version 2, holds the mode in the commit, the blob id there, and the path."""
_TRIES = 3

_ASSUMED = re.compile(rb"(?s)\0\0\x81[\xa4\xed].{12}.{20}[\x80-\xff]")
"""An entry of the index that the user told git to assume unchanged: mode, three numbers, id, then flags whose first bit
is set. Other bytes may look the same by chance, which costs one more question and nothing else. The pattern begins with
plain bytes because those are searched a hundred times faster."""


@dataclass(frozen=True, slots=True)
class GitStatus:
    """The commit and trees that a work tree grew from, and what may depart from them.

    `departing` gives git's paths, each with the blob id that the commit has there (empty if it has none). A path that
    ends in a slash is a folder that git does not look into: a repository of its own.
    """

    commit: str
    tree: str
    schemas: str | None
    departing: Mapping[str, BlobId]
    ignored: frozenset[str]


def ask_status(git: Git, layout: Layout) -> GitStatus | None:
    """Return the state; None where there is no commit yet, or it holds no registry. Two processes, as a rule."""
    for _ in range(_TRIES):
        running = git.start(*_STATUS, *_QUICKLY, "--", *layout.pathspecs)
        try:
            ids = tree_ids(git, layout, "HEAD")
            assumed = _may_hold_assumed(git.place)
        finally:
            output = running.finish()
        if ids is None or ids[1] is None:
            return None
        head, departing, ignored = _parsed(output)
        if head == ids[0]:  # else somebody committed in between
            more = dict(_assumed(git, layout)) if assumed else {}
            return GitStatus(head, ids[1], ids[2], {**more, **departing}, ignored)
    return None


def _parsed(output: bytes) -> tuple[str, dict[str, BlobId], frozenset[str]]:
    head = ""
    departing: dict[str, BlobId] = {}
    ignored: set[str] = set()
    for line in output.decode("utf-8", "surrogateescape").split("\0"):
        kind, _, rest = line.partition(" ")
        if line.startswith("# branch.oid "):
            head = line.rpartition(" ")[2]
        elif kind in {"?", "!"}:
            departing.setdefault(rest, "")  # gone from the index, the same path came before, with its id
            if kind == "!":
                ignored.add(rest)
        elif kind in _FIELDS:
            mode, identity, path = _FIELDS[kind]
            fields = line.split(" ", path)
            is_submodule = fields[2][0] == "S"
            departing[fields[path] + "/" * is_submodule] = fields[identity] if fields[mode].startswith("100") else ""
    return head, departing, frozenset(ignored)


def _may_hold_assumed(place: GitPlace) -> bool:
    for index in (place.index, *place.own.glob("sharedindex.*")):
        try:
            if _ASSUMED.search(index.read_bytes()):
                return True
        except OSError:
            continue
    return False


def _assumed(git: Git, layout: Layout) -> Iterator[tuple[str, BlobId]]:
    """Yield the paths that git would not look at, with the blob ids in the index: their tag is a small letter."""
    for line in git.run("ls-files", "-v", "-s", "-z", "--", *layout.pathspecs).split(b"\0"):
        if line[:1].islower():
            about, _, path = line.decode("utf-8", "surrogateescape").partition("\t")
            _, mode, identity, _ = about.split(" ")
            yield path, identity if mode.startswith("100") else ""
