"""The real registry, copied into a git repository of its own, for commands that edit it."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.process import CHECKOUT, Outcome, sscctl

TODAY = "2026-11-22"
SGR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class RealRegistry:
    """A repository at `top` with one commit: the registry and its schemas as they are in this checkout."""

    def __init__(self, top: Path) -> None:
        self.top = top / "work"
        shutil.copytree(_committed(), self.top)

    def sscctl(self, *arguments: str, lang: str = "sv") -> Outcome:
        """Run sscctl here, 80 columns wide."""
        env = {"SSCCTL_LANG": lang, "COLUMNS": "80"}
        return sscctl(*arguments, "--today", TODAY, cwd=self.top, env=env)

    def git(self, *arguments: str) -> str:
        """What git says here."""
        done = subprocess.run(["git", *arguments], cwd=self.top, capture_output=True, text=True, check=True)
        return done.stdout

    def text(self, path: str) -> str:
        """A file of the registry."""
        return (self.top / "registry" / path).read_text("utf-8")

    def changed(self) -> list[str]:
        """The paths that are not as they were committed, new ones too."""
        return [line[3:] for line in self.git("status", "--porcelain", "-uall").splitlines()]

    def lines(self) -> list[str]:
        """The lines that came and went, each after its sign, and without its indentation."""
        found = (line for line in self.git("diff", "-U0").splitlines() if line[:1] in "+-" and line[:3] not in _HEADS)
        return [f"{line[0]} {line[1:].strip()}" for line in found if line[1:].strip()]

    def lost_comments(self, commit: str = "HEAD") -> list[str]:
        """Comments of the commit that are in no file any more."""
        before = (line for path in self._paths(commit) for line in self.git("show", f"{commit}:{path}").splitlines())
        now = [line for file in (self.top / "registry").rglob("*.yaml") for line in file.read_text().splitlines()]
        kept = set(_comments(now))
        return [comment for comment in _comments(before) if comment not in kept]

    def _paths(self, commit: str) -> list[str]:
        changed = self.git("diff", "--name-only", "--no-renames", "--diff-filter=a", commit).splitlines()
        return [path for path in changed if path.endswith(".yaml")]

    def spawn(self, *arguments: str, lang: str = "sv") -> object:
        """Run sscctl here on a terminal of its own."""
        import pexpect

        return pexpect.spawn(
            sys.executable,
            ["-m", "sscctl", "--lang", lang, *arguments],
            cwd=str(self.top),
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "TERM": "xterm-256color"},
            dimensions=(50, 100),
            encoding="utf-8",
            timeout=60,
        )


_HEADS = ("+++", "---")


def _comments(lines: Iterable[str]) -> list[str]:
    return [line.strip() for line in lines if line.lstrip().startswith("#")]


@cache
def _committed() -> Path:
    """The repository that every test gets a copy of."""
    top = Path(mkdtemp(prefix="sscctl-desk-"))
    atexit.register(shutil.rmtree, top, ignore_errors=True)
    for folder in ("registry", "schemas"):
        shutil.copytree(CHECKOUT / folder, top / folder)
    for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "Begin")):
        subprocess.run(["git", *arguments], cwd=top, check=True)
    return top
