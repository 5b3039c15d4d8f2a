"""Commits as values, and what each of them did to a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sscctl.errors import CannotBeDoneHere
from sscctl.reading.gitprocess import Git
from sscctl.reading.snapshot import good
from sscctl.reading.standing import BlobId, Revision
from sscctl.reading.trees import Layout, entry_of
from sscctl.text import Text

_PERSON = re.compile(rb"(?P<name>.*?) ?<[^>\n]*> (?P<seconds>-?[0-9]{1,12}) [+-][0-9]{4}")
_NONE = "0" * 40


@dataclass(frozen=True, slots=True)
class Life:
    """What one commit of the main line did to a file: blob ids, None where the file is not there (or is refused)."""

    revision: Revision
    path: str
    before: BlobId | None
    after: BlobId | None


def parse_commit(identity: str, content: bytes) -> Revision:
    """Read a commit object; the author's address is left where it is."""
    head, _, message = content.partition(b"\n\n")
    fields = dict(line.split(b" ", 1) for line in reversed(head.split(b"\n")) if b" " in line and line[:1] != b" ")
    author, committer = (_PERSON.fullmatch(fields.get(role, b"")) for role in (b"author", b"committer"))
    if committer is None or author is None:
        raise _spoilt(identity)
    try:
        instant = datetime.fromtimestamp(int(committer["seconds"]), UTC)
    except (OverflowError, OSError, ValueError):
        raise _spoilt(identity) from None
    encoding = fields.get(b"encoding", b"utf-8").decode("ascii", "replace")
    return Revision(identity, instant, _text(author["name"], encoding), _text(message, encoding).rstrip("\n"))


def _text(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding, "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")


def _spoilt(identity: str) -> CannotBeDoneHere:
    return CannotBeDoneHere(
        Text(sv="commit {identity} är trasig", en="commit {identity} is broken").format(identity=identity),
        Text(sv="se efter med: git fsck", en="look closer with: git fsck"),
    )


def lives(git: Git, layout: Layout, paths: Iterable[str], revision: Callable[[str], Revision]) -> Iterator[Life]:
    """Yield what the main line did to `paths`, newest first; one `git log` names the commits and the blobs."""
    wanted = {layout.git_paths(path)[0]: path for path in paths}
    if not wanted:
        return
    for now, git_path, about in _walked(git, "HEAD", (), tuple(wanted), revision):
        if git_path in wanted:
            yield Life(now, wanted[git_path], *_two(layout, git_path, about))


def lives_by_name(
    git: Git, layout: Layout, named: tuple[str, str], revision: Callable[[str], Revision], start: str
) -> Iterator[Life]:
    """Yield what the main line up to the commit `start` did to the files `named` (folder, name), at any depth of it.

    A file that was moved between sub-folders is so followed by its name, without guessing: in the commit that moved
    it, one path ends and another begins.
    """
    folder, name = named
    inside = f"{layout.prefix}{folder}/"
    pattern = f":(glob){_GLOB.sub(_escaped, inside)}**/{_GLOB.sub(_escaped, name)}"
    for now, git_path, about in _walked(git, start, ("--no-literal-pathspecs",), (pattern,), revision):
        if git_path.startswith(inside):
            yield Life(now, git_path.removeprefix(layout.prefix), *_two(layout, git_path, about))


def removed(git: Git, layout: Layout, folder: str, start: str) -> Iterator[str]:
    """Yield the path of every file that the main line up to `start` took away from a folder, moved ones too."""
    form = (
        "log",
        "--first-parent",
        "--diff-merges=first-parent",
        "--diff-filter=D",
        "--name-only",
        "--no-renames",
        "-z",
    )
    output = git.run(*form, "--no-show-signature", "--format=", start, "--", f"{layout.prefix}{folder}/")
    for path in output.decode("utf-8", "surrogateescape").split("\0"):
        if path.strip():
            yield path.strip("\n").removeprefix(layout.prefix)


def steps(git: Git, layout: Layout, until: str) -> Iterator[tuple[str, str | None]]:
    """Yield each commit up to `until` along the first parents that changed something in the registry, and its parent.

    The newest come first; the first commit of all has no parent.
    """
    form = ("log", "--first-parent", "--no-patch", "--no-show-signature", "--format=%H %P", until, "--")
    for line in git.run(*form, layout.prefix or ".").decode("ascii").splitlines():
        now, *parents = line.split(" ")
        yield now, parents[0] if parents and parents[0] else None


_GLOB = re.compile(r"[*?\[\]\\]")


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match.group()}"


def _walked(
    git: Git, start: str, options: Sequence[str], pathspecs: Sequence[str], revision: Callable[[str], Revision]
) -> Iterator[tuple[Revision, str, bytes]]:
    """Yield commit, git's path and git's raw line for each change along the first parents, newest first."""
    output = git.run(
        *options,
        "log",
        "--first-parent",
        "--diff-merges=first-parent",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--no-show-signature",
        "--no-color",
        "--format=%H",
        "-z",
        start,
        "--",
        *pathspecs,
    )
    now: Revision | None = None
    parts = iter(output.split(b"\0"))
    for part in parts:
        about = part.lstrip(b"\n")
        if about.startswith(b":") and now is not None:
            yield now, next(parts).decode("utf-8", "surrogateescape"), about
        elif about:
            now = revision(about.decode("ascii", "replace"))


def _two(layout: Layout, git_path: str, about: bytes) -> tuple[BlobId | None, BlobId | None]:
    before, after, old, new, _ = about[1:].split(b" ")
    return _one(layout, git_path, before, old), _one(layout, git_path, after, new)


def _one(layout: Layout, git_path: str, mode: bytes, identity: bytes) -> BlobId | None:
    if identity.decode() == _NONE:
        return None
    entry = entry_of(layout, git_path, mode, identity.decode())
    return None if entry is None else good(entry.value)
