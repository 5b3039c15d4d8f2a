"""What a writing process has left in a clone: the old state or the new one, and nothing that lies about."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from sscctl.reading.gitplace import find_git
from sscctl.writing.home import Home
from sscctl.writing.lock import locked
from tests.reading.clone import FILES, Clone
from tests.writing.driver import BRANCH, CHANGES

_LITTER = re.compile(r"\.lock$|tmp_obj|sscctl-(new|old)|\.sscctl$|sharedindex_")


def clone_at(top: Path) -> Clone:
    """A clone that is there already."""
    clone = object.__new__(Clone)
    clone.top, clone.registry = top, top / "registry"
    return clone


def whole_files(top: Path) -> None:
    """No file is torn: each holds what it held, or what it shall hold."""
    for change in CHANGES:
        path = top / "registry" / change.path
        assert (path.read_bytes() if path.exists() else None) in {change.before, change.after}, change.path


def settled(top: Path, what: str) -> str:
    """`old` or `new`, after whoever comes next has taken the lock; anything in between fails."""
    place = find_git(top)
    assert place is not None
    with locked(place, "test", patience=60):
        pass
    files = {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in top.rglob("*")
        if path.is_file() and path.relative_to(top).parts[0] not in {".git", "schemas"}
    }
    old = {path: text.encode() for path, text in FILES.items() if not path.startswith("schemas/")}
    new = {**old, **{f"registry/{change.path}": change.after for change in CHANGES if change.after is not None}}
    for change in CHANGES:
        if change.after is None:
            del new[f"registry/{change.path}"]
    assert files in (old, new), f"mixed: {sorted(files)}"
    state = "new" if files == new else "old"
    litter = [
        path.relative_to(top).as_posix()
        for path in top.rglob("*")
        if _LITTER.search(path.name) or (path.is_dir() and not any(path.iterdir()) and ".git" not in path.parts)
    ]
    assert litter == []
    assert [path.name for path in Home.of(place).folder.iterdir()] == ["lock"]
    clone = clone_at(top)
    if what != "write":
        on = BRANCH if (what, state) == ("branch", "new") else "main"
        assert clone.git("status", "--porcelain", "--branch") == f"## {on}"
        commits = {"old": ["(HEAD -> main)"], "new": [f"(HEAD -> {on})", "()" if on == "main" else "(main)"]}
        assert clone.git("log", "--all", "--format=(%D)", "HEAD").splitlines() == commits[state]
    else:
        assert clone.git("diff", "--cached", "--name-only") == ""
    done = subprocess.run(["git", "fsck", "--strict", "--no-dangling"], cwd=top, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return state
