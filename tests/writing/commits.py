"""Commits in a clone, for the tests of commits."""

from __future__ import annotations

from collections.abc import Sequence

from sscctl.writing.commit import Committed, commit
from sscctl.writing.file_change import FileChange
from tests.reading.clone import Clone
from tests.writing.driver import CHANGES

MESSAGE = "Open Abisko\n\n- Abisko: opens\n\nSource: SFS 2019:212\n"


def made(
    clone: Clone, changes: Sequence[FileChange] = CHANGES, message: str = MESSAGE, branch: str | None = None
) -> Committed:
    return commit(clone.repository(), changes, message, branch)


def unchanged(clone: Clone, status: str = "", commits: int = 1) -> None:
    """Nothing has happened in the clone, and nothing is left lying about."""
    assert clone.git("rev-list", "--count", "HEAD") == str(commits)
    assert clone.git("status", "--porcelain", "--untracked-files=all") == status
    assert sorted(path.name for path in (clone.top / ".git/sscctl").glob("*")) in ([], ["lock"])
    assert not list((clone.top / ".git").rglob("*.lock"))
