"""What becomes of comments: they go with the entry that they stand above, and none of it is lost."""

from __future__ import annotations

from collections.abc import Iterable

from sscctl.editing.merge.layout import Entry, Lines


def merged_comments(base: Lines, ours: Lines, theirs: Lines) -> Lines:
    """The comments and blank lines of ours, or of theirs where only they have changed.

    Where both have, ours stand with the comments that theirs has added below them.
    """
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    known = {line.strip() for line in (*base, *ours)}
    return (*ours, *(line for line in theirs if line.strip() and line.strip() not in known))


def lost(kept: Iterable[str], base: Entry | None, *sides: Entry) -> Lines:
    """The comments in an entry that the kept lines lack: those new on a side, and those that all versions have."""
    text = "\n".join(kept)
    known = set(base.comments) if base else set()
    found = [comment for side in sides for comment in side.comments]
    kept_by_all = {comment for comment in known if all(comment in side.comments for side in sides)}
    return tuple(c for c in dict.fromkeys(found) if c not in text and (c not in known or c in kept_by_all))
