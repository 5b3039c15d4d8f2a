"""Publishing the base registry as a process, and looking at what stands there then."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.process import Outcome, sscctl

ON = ("--on", "2026-11-22", "--today", "2026-11-22")
COMMITTED = "2026-11-20T09:30:00+01:00"


def publish(root: Path, *options: str, env: Mapping[str, str] | None = None, pages: bool = False) -> Outcome:
    """Publish the registry to `out` beside the checkout; without its hundreds of pages unless they are asked for."""
    out, which = str(root.parents[1] / "out"), "--pages" if pages else "--no-pages"
    return sscctl("--root", str(root), "publish", "--out", out, which, *ON, *options, cwd=root, env=env)


def published(root: Path) -> dict[str, bytes]:
    """The edition that stands there, by path."""
    place = root.parents[1] / "out/v1"
    return {file.relative_to(place).as_posix(): file.read_bytes() for file in place.rglob("*") if file.is_file()}


def is_whole(root: Path) -> bool:
    """Whether what stands there is what its manifest says, and no more."""
    found = published(root)
    listed = {file["path"]: file["sha256"] for file in json.loads(found.pop("manifest.json"))["files"]}
    return listed == {path: hashlib.sha256(data).hexdigest() for path, data in found.items()}


def git(root: Path, *arguments: str) -> str:
    """Ask git in the checkout; what it answers."""
    env = {**os.environ, "GIT_COMMITTER_DATE": COMMITTED, "GIT_AUTHOR_DATE": COMMITTED}
    done = subprocess.run(["git", *arguments], cwd=root.parent, env=env, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(root: Path) -> str:
    """Keep the registry in git as it lies; the revision."""
    if not (root.parent / ".git").exists():
        git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Facts")
    return git(root, "rev-parse", "HEAD")
