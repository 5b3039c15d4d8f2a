"""The states a clone can be in, by name; each has a second commit, and may have a changed file."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

from tests.reading.clone import Clone

ARVIKA, KISTA = "offices/arvika.yaml", "offices/stockholm/kista.yaml"


def gone_on(clone: Clone) -> Clone:
    clone.write(f"registry/{ARVIKA}", "id: second\n")
    clone.commit("Second", "2026-02-01T12:00:00+01:00")
    return clone


def conflict(clone: Clone) -> Clone:
    clone.git("checkout", "-q", "-b", "other")
    clone.write(f"registry/{ARVIKA}", "id: theirs\n")
    clone.commit()
    clone.git("checkout", "-q", "main")
    gone_on(clone)
    subprocess.run(["git", "merge", "-q", "other"], cwd=clone.top, capture_output=True, check=False)
    assert "<<<<<<<" in (clone.registry / ARVIKA).read_text()
    return clone


def configured(*arguments: str) -> Callable[[Clone], Clone]:
    def work(clone: Clone) -> Clone:
        gone_on(clone)
        clone.git(*arguments)
        clone.write(f"registry/{KISTA}", "id: changed\n")
        return clone

    return work


def linked_work_tree(clone: Clone) -> Clone:
    gone_on(clone).git("worktree", "add", "-q", "../linked", "-b", "linked")
    other = object.__new__(Clone)
    other.top, other.registry = clone.top.parent / "linked", clone.top.parent / "linked/registry"
    other.write(f"registry/{KISTA}", "id: changed\n")
    return other


def as_a_submodule(clone: Clone) -> Clone:
    gone_on(clone)
    above = Clone(clone.top.parent / "above")
    above.git("-c", "protocol.file.allow=always", "submodule", "-q", "add", str(clone.top), "below")
    other = object.__new__(Clone)
    other.top, other.registry = above.top / "below", above.top / "below/registry"
    return other


def with_a_linked_git_folder(clone: Clone) -> Clone:
    gone_on(clone)
    (clone.top / ".git").rename(clone.top.parent / "elsewhere.git")
    (clone.top / ".git").symlink_to(clone.top.parent / "elsewhere.git")
    return clone


def with_alternates(clone: Clone) -> Clone:
    gone_on(clone).git("clone", "-q", "--shared", str(clone.top), str(clone.top.parent / "borrowing"))
    other = object.__new__(Clone)
    other.top, other.registry = clone.top.parent / "borrowing", clone.top.parent / "borrowing/registry"
    return other


STATES: dict[str, Callable[[Clone], Clone]] = {
    "an ordinary clone": gone_on,
    "a detached head": configured("checkout", "-q", "--detach"),
    "packed refs": configured("pack-refs", "--all"),
    "packed objects": configured("gc", "-q"),
    "an index of version 4": configured("update-index", "--index-version", "4"),
    "a split index": configured("update-index", "--split-index"),
    "an untracked cache": configured("update-index", "--force-untracked-cache"),
    "a merge with conflicts": conflict,
    "a rebase under way": configured("rebase", "-q", "HEAD~1", "--exec", "true"),
    "a branch and a tag of one name": configured("tag", "main"),
    "a reflog switched off": configured("config", "core.logAllRefUpdates", "false"),
    "a linked work tree": linked_work_tree,
    "a submodule of another repository": as_a_submodule,
    "a git folder behind a link": with_a_linked_git_folder,
    "objects borrowed from another clone": with_alternates,
    "a replaced commit": configured("replace", "HEAD", "HEAD~1"),
    "settings of a newer git": configured("config", "extensions.unheardOf", "true"),
    "a broken configuration": lambda clone: (gone_on(clone), (clone.top / ".git/config").write_text("[broken"), clone)[
        -1
    ],
}
