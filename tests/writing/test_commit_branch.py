"""A commit on a new branch, which is gone to as `git switch -c` does."""

from __future__ import annotations

from pathlib import Path

import pytest

from sscctl.errors import CannotBeDoneHere, WrongUsage
from tests.reading.clone import Clone
from tests.writing.commits import made, unchanged


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path / "clone")


def test_a_branch_is_made_and_gone_to(clone: Clone) -> None:
    clone.write("README.md", "changed\n")
    done = made(clone, branch="oppettider/arvika-2026")
    assert done.branch == clone.git("branch", "--show-current") == "oppettider/arvika-2026"
    assert clone.git("rev-list", "--count", "main") == "1"
    assert clone.git("status", "--porcelain") == "M README.md"
    assert clone.git("reflog", "-1", "--format=%gs") == "checkout: moving from main to oppettider/arvika-2026"
    assert clone.git("rev-parse", "@{-1}") == clone.git("rev-parse", "main")


@pytest.mark.parametrize(
    "name", ["main", "-x", "a..b", "a b", "HEAD", "@", "x.lock", "a/", "/a", "a~1", "å" * 300, "a\n"]
)
def test_a_branch_that_exists_or_has_no_lawful_name_is_refused(clone: Clone, name: str) -> None:
    with pytest.raises((WrongUsage, CannotBeDoneHere)) as problem:
        made(clone, branch=name)
    assert problem.value.exit_code == (3 if name == "main" else 2)
    unchanged(clone)


def test_a_branch_below_another_is_refused_by_git_s_words(clone: Clone) -> None:
    with pytest.raises(CannotBeDoneHere, match="main"):
        made(clone, branch="main/x")
    unchanged(clone)
