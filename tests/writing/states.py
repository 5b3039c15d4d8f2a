"""The states of a clone in which a commit works; each holds a second commit, and an unchanged file to change."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

from tests.reading.clone import Clone
from tests.reading.states import (
    as_a_submodule,
    gone_on,
    linked_work_tree,
    with_a_linked_git_folder,
    with_alternates,
)
from tests.writing.outcome import clone_at

KISTA = "offices/stockholm/kista.yaml"
State = Callable[[Clone], Clone]


def git(*arguments: str) -> State:
    """One git command, after a second commit."""
    return lambda clone: (gone_on(clone).git(*arguments), clone)[-1]


def stopped(*arguments: str, also: str = "") -> State:
    """A git command that stops half-way, because it meets a conflict."""

    def work(clone: Clone) -> Clone:
        clone.git("checkout", "-q", "-b", "other")
        clone.write("registry/offices/arvika.yaml", "id: theirs\n")
        clone.commit("Theirs")
        clone.git("checkout", "-q", "main")
        gone_on(clone)
        subprocess.run(["git", *arguments], cwd=clone.top, capture_output=True, check=False)
        if also:
            clone.git(*also.split())
        return clone

    return work


def shallow(clone: Clone) -> Clone:
    gone_on(clone).git("clone", "-q", "--depth=1", f"file://{clone.top}", str(clone.top.parent / "shallow"))
    return clone_at(clone.top.parent / "shallow")


def partial(clone: Clone) -> Clone:
    gone_on(clone).git("config", "uploadpack.allowFilter", "true")
    clone.git("clone", "-q", "--filter=blob:none", f"file://{clone.top}", str(clone.top.parent / "partial"))
    return clone_at(clone.top.parent / "partial")


def linked(clone: Clone) -> Clone:
    other = linked_work_tree(clone)
    other.write(f"registry/{KISTA}", "id: kista\n")
    return other


def with_line_ends(clone: Clone) -> Clone:
    gone_on(clone).git("config", "core.autocrlf", "true")
    (clone.registry / KISTA).unlink()
    clone.git("checkout", "-q", "--", ".")
    assert (clone.registry / KISTA).read_bytes() == b"id: kista\r\n"
    return clone


def with_a_submodule_inside(clone: Clone) -> Clone:
    other = Clone(clone.top.parent / "other")
    gone_on(clone).git("-c", "protocol.file.allow=always", "submodule", "-q", "add", str(other.top), "registry/below")
    clone.commit()
    return clone


WORKS: dict[str, State] = {
    "an ordinary clone": gone_on,
    "a shallow clone": shallow,
    "a partial clone": partial,
    "packed refs": git("pack-refs", "--all"),
    "packed objects": git("gc", "-q"),
    "an index of version 4": git("update-index", "--index-version", "4"),
    "a split index": git("update-index", "--split-index"),
    "an untracked cache": git("update-index", "--force-untracked-cache"),
    "a sparse work tree that has the file": git("sparse-checkout", "set", "--cone", "registry"),
    "a sparse index that has the file": git("sparse-checkout", "set", "--cone", "--sparse-index", "registry/offices"),
    "a linked work tree": linked,
    "a submodule of another repository": as_a_submodule,
    "a submodule in the registry": with_a_submodule_inside,
    "a git folder behind a link": with_a_linked_git_folder,
    "objects borrowed from another clone": with_alternates,
    "line ends that git converts": with_line_ends,
    "a reflog switched off": git("config", "core.logAllRefUpdates", "false"),
    "a branch and a tag of one name": git("tag", "main"),
    "a replaced commit": git("replace", "HEAD", "HEAD~1"),
    "an encoding for messages": git("config", "i18n.commitEncoding", "latin1"),
    "a repository shared by a group": git("config", "core.sharedRepository", "group"),
}
