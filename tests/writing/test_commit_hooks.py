"""The person's own hooks run where they are asked for, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from sscctl.errors import Refused
from sscctl.writing.commit import commit
from tests.reading.clone import Clone
from tests.writing.commits import MESSAGE, unchanged
from tests.writing.driver import CHANGES


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path / "clone")


def hook(clone: Clone, name: str, script: str) -> None:
    clone.write(f".git/hooks/{name}", f"#!/bin/sh\n{script}\n").chmod(0o755)


def test_they_see_what_will_be_committed_and_may_word_the_message(clone: Clone, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    hook(clone, "pre-commit", f"git diff --cached --name-status > {seen}")
    hook(clone, "commit-msg", 'echo "Signed-off-by: A <a@example.se>" >> "$1"')
    hook(clone, "post-commit", f"git rev-parse HEAD >> {seen}")
    done = commit(clone.repository(), CHANGES, MESSAGE, run_hooks=True)
    assert seen.read_text().split() == [
        *("D", "registry/agencies/csn.yaml", "M", "registry/offices/arvika.yaml"),
        *("A", "registry/offices/new/abisko.yaml", done.id),
    ]
    assert clone.git("log", "-1", "--format=%B").endswith("Signed-off-by: A <a@example.se>")
    assert clone.git("status", "--porcelain") == ""


@pytest.mark.parametrize("name", ["pre-commit", "commit-msg"])
def test_one_that_says_no_is_heard(clone: Clone, name: str) -> None:
    hook(clone, name, "echo not on a Sunday; exit 1")
    with pytest.raises(Refused, match=f"the hook {name} says no: not on a Sunday"):
        commit(clone.repository(), CHANGES, MESSAGE, run_hooks=True)
    unchanged(clone)
    assert commit(clone.repository(), CHANGES, MESSAGE).branch == "main"
